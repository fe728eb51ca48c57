import type { Span } from '@/lib/core/text'
import { chainOf, relayOf } from './chains'
import type { FoundAttribution } from './cues'
import { leadBefore, relativeBefore, toldOfSpeaker } from './leads'
import { type Passage, quotationAt, type Reading } from './passages'
import { finiteIn } from './phrases'
import type { References } from './references'
import { antecedentOf } from './speakers'
import { isTelling } from './telling'
import { at, firstTokenFrom } from './tokens'
import { isVague, isVagueAll, isWarning } from './views'
import { RELATIVES, wordSet } from './words'

/** A stretch of a sentence with one speaker; claims are cut from it. `isWhole`: the saying is the claim, nothing is cut. */
export type Region = {
  first: number
  last: number
  end: number
  speaker: string | null
  relay: string | null
  isWhole: boolean
  isSpeech: boolean
  rule: string
  /** Because of which the stretch has its speaker. */
  attribution: FoundAttribution | null
}

const QUOTE_SHARE = 0.55

/**
 * The regions of a sentence: the content of each attribution that asserts something, and what stands beside it. A
 * quotation that goes over several sentences is one region, at its cue, when its sentences only make sense together.
 */
export function regionsOf(
  reading: Reading,
  passage: Passage,
  attributions: readonly FoundAttribution[],
  references: References,
  quoted: ReadonlyMap<number, FoundAttribution>,
): Region[] {
  const whole: Region = {
    first: passage.first,
    last: passage.last,
    end: 0,
    speaker: null,
    relay: null,
    isWhole: false,
    isSpeech: false,
    rule: 'claims/sentence',
    attribution: null,
  }
  const label = attributions.find(({ rule }) => rule === 'attributions/turn')
  const turn = label ?? references.turnOf(passage)
  const outer = outermost(attributions.filter((a) => a.isAssertion && a !== label && isTelling(reading, passage, a)))
  if (!outer)
    return turn
      ? [inTurn(reading, passage, whole, turn, references)]
      : withinQuote(reading, passage, whole, references, quoted)
  const regions = contentRegions(reading, passage, whole, outer, attributions, references)
  const role = toldOfSpeaker(reading, passage, outer)
  if (role) regions.push({ ...whole, ...role })
  for (const other of attributions) {
    if (other === outer || !other.isAssertion || other.order !== 'behind' || other.content.start < outer.content.end)
      continue
    const content = contentTokens(reading, passage, other)
    regions.push({
      ...whole,
      ...content,
      speaker: references.nameIn(other, outer),
      attribution: other,
      isSpeech: isVague(reading, content.first, content.last),
    })
  }
  return regions
}

/** A sentence of a transcript, without the label that names who speaks. */
function inTurn(
  reading: Reading,
  passage: Passage,
  whole: Region,
  turn: FoundAttribution,
  references: References,
): Region {
  const first = Math.max(passage.first, firstTokenFrom(reading.tokens, turn.content.start))
  return {
    ...whole,
    first,
    speaker: turn.speaker ? references.nameOf(turn.speaker) : null,
    attribution: turn,
    isSpeech: isVague(reading, first, passage.last),
  }
}

/** A sentence inside a longer quotation: a claim of its speaker when it stands by itself, else told at the cue. */
function withinQuote(
  reading: Reading,
  passage: Passage,
  whole: Region,
  references: References,
  quoted: ReadonlyMap<number, FoundAttribution>,
): Region[] {
  const quotation = quotationAt(reading.quotations, at(reading.tokens, passage.last - 1).start)
  if (!quotation || quotation.end < passage.end - 1 || quotation.start > (passage.start + passage.end) / 2)
    return [begunAsQuote(reading, passage, whole, references, quoted)]
  const cue = quoted.get(quotation.start)
  const isSpeech = isVague(reading, passage.first, passage.last)
  if (!cue) return [{ ...whole, isSpeech }]
  const isEarlier = at(reading.tokens, cue.cue.first).start > passage.end
  if (isEarlier && isJoined(reading, quotation)) return []
  return [
    {
      ...whole,
      isSpeech,
      speaker: cue.speaker ? references.nameOf(cue.speaker) : null,
      attribution: cue,
    },
  ]
}

/** `"We know the lock leaks" every spring.`: begun as a quotation that goes on, ended by the publication. */
function begunAsQuote(
  reading: Reading,
  passage: Passage,
  whole: Region,
  references: References,
  quoted: ReadonlyMap<number, FoundAttribution>,
): Region {
  const { start } = at(reading.tokens, passage.first)
  const quotation = quotationAt(reading.quotations, start)
  const cue = quotation?.start === start ? quoted.get(start) : undefined
  const isMost = quotation !== null && quotation.end - quotation.start > (passage.end - passage.start) / 2
  return cue?.speaker && isMost ? { ...whole, speaker: references.nameOf(cue.speaker), attribution: cue } : whole
}

const JOINING = wordSet("i we you it it's what that this these so and but there they he she")
/** Short quotations that begin with a pronoun and tell a view are one statement over their sentences. */
function isJoined(reading: Reading, quotation: { start: number; end: number }): boolean {
  const { tokens } = reading
  const first = firstTokenFrom(tokens, quotation.start) + 1
  if (quotation.end - quotation.start >= 400 || !JOINING.holds(at(tokens, first))) return false
  return isVague(reading, first, firstTokenFrom(tokens, quotation.end))
}

function contentRegions(
  reading: Reading,
  passage: Passage,
  whole: Region,
  outer: FoundAttribution,
  attributions: readonly FoundAttribution[],
  references: References,
): Region[] {
  if (outer.content.start >= passage.end) return []
  const chain = chainOf(reading, attributions, outer)
  const speaker = chain?.origin ?? speakerOf(reading, passage, outer)
  const base = {
    ...whole,
    speaker: speaker ? references.nameOf(speaker) : null,
    relay: chain ? references.nameOf(chain.relay) : relayOf(reading, attributions, outer, references),
    attribution: chain?.told ?? outer,
  }
  if (chain && chain.told !== outer) return [{ ...base, ...contentTokens(reading, passage, chain.told) }]
  const content = contentTokens(reading, passage, outer)
  if (content.last <= content.first) return [whole]
  const { first, last } = content
  // "The port, according to its books, had closed": the clause goes on around the source
  if (outer.rule === 'attributions/according-to' && finiteIn(reading.tokens, first, last) < 0) return [base]
  if (isQuoted(reading, first, last) && isVagueAll(reading, first, last, 1))
    return [{ ...base, ...speechSpan(reading, passage, outer), isWhole: true, isSpeech: true, rule: 'claims/quote' }]
  if (outer.order === 'behind') return behind(reading, passage, base, outer, content)
  // "The park lies by the river, which, Lind said, floods": told by the publication up to the relative
  if (
    outer.rule === 'attributions/clause-around' &&
    RELATIVES.holds(at(reading.tokens, first)) &&
    first > passage.first
  )
    return [
      { ...whole, last: first },
      { ...base, ...content },
    ]
  return [{ ...base, ...content }]
}

/** Whom the cue names; for "who" and "which", what they stand for. */
function speakerOf({ tokens }: Reading, passage: Passage, { cue, speaker }: FoundAttribution): Span | null {
  const relative = relativeBefore(tokens, passage, cue.first)
  return relative > 0 ? (antecedentOf(tokens, passage, relative) ?? speaker) : speaker
}

/** "X said Y": Y alone when it is concrete; the whole when Y is a view, so that the saying is what can be checked. */
function behind(
  reading: Reading,
  passage: Passage,
  base: Region,
  outer: FoundAttribution,
  content: { first: number; last: number },
): Region[] {
  const isAccording = outer.rule === 'attributions/according-to'
  const isVagueHere = isVagueAll(reading, content.first, content.last, 1.5)
  const isView = !isAccording && (isWarning(reading, outer) || isVagueHere)
  if (isView) return [{ ...base, isWhole: true, isSpeech: true, rule: 'claims/said-view' }]
  const lead = leadBefore(reading, passage, outer)
  const regions: Region[] = [{ ...base, ...content }]
  if (lead) regions.unshift({ ...base, ...lead, speaker: null, relay: null, attribution: null })
  return regions
}

/** The attribution that holds the others; of those side by side, the first. */
function outermost(attributions: readonly FoundAttribution[]): FoundAttribution | null {
  let best: FoundAttribution | null = null
  for (const one of attributions) {
    if (best && one.content.start >= best.content.end) continue
    if (
      !best ||
      one.content.end <= best.content.start ||
      one.content.end - one.content.start > best.content.end - best.content.start
    )
      best = one
  }
  return best
}

function contentTokens(
  { tokens }: Reading,
  passage: Passage,
  outer: FoundAttribution,
): { first: number; last: number } {
  const first = Math.max(passage.first, firstTokenFrom(tokens, outer.content.start))
  const last = Math.min(passage.last, firstTokenFrom(tokens, outer.content.end))
  return { first, last }
}

/** Most of it is inside quotation marks. */
function isQuoted(reading: Reading, first: number, last: number): boolean {
  let inside = 0
  for (let k = first; k < last; k++) if (quotationAt(reading.quotations, at(reading.tokens, k).start)) inside++
  return inside / (last - first) > QUOTE_SHARE
}

/** A quote with its "X said": from the start of the quote (also in the sentence before) to the end of the attribution. */
function speechSpan(
  reading: Reading,
  passage: Passage,
  outer: FoundAttribution,
): { first: number; last: number; end: number } {
  const { tokens } = reading
  const isContinued = outer.content.start < passage.start
  const quotation = { start: outer.content.start, end: outer.content.end }
  const start =
    !isContinued || isJoined(reading, quotation) ? firstTokenFrom(tokens, outer.content.start) : passage.first
  const first = isContinued ? Math.min(passage.first, start) : Math.max(passage.first, start)
  let last = Math.max(
    outer.cue.last,
    firstTokenFrom(tokens, outer.content.end),
    outer.speaker ? firstTokenFrom(tokens, outer.speaker.end) : 0,
  )
  while (last < passage.last && at(tokens, last).text !== ',' && at(tokens, last).text !== '.') last++
  last = Math.min(last, passage.last)
  return { first, last, end: at(tokens, last - 1).end }
}
