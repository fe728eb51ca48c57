import type { Span } from '@/lib/core/text'
import type { Attribution } from '../schema'
import { accordingTo } from './according'
import { type CueClass, contentEnd, contentFrom, opensClause } from './contents'
import { NOUN_CUES } from './cue-nouns'
import {
  ASSERTING,
  BESIDE_QUOTE,
  type FoundAttribution,
  HOLDING,
  NEEDS_CLAUSE,
  PARTICLES,
  REPORTS,
  SAYING,
  SHOWING,
  TAKES_OBJECT,
  TALKING,
  WILLING,
} from './cues'
import type { VerbReading } from './lexicon'
import { nounCueAt } from './nouns-of-saying'
import type { Passage, Reading } from './passages'
import { quotationAt } from './passages'
import { finiteIn, isFiniteVerb, isOpeningMark } from './phrases'
import { subjectBefore } from './speakers'
import { stanceOf } from './stance-words'
import { stanceAt } from './stances'
import { headlineCueAt, isTitled, turnAt } from './titles-and-turns'
import { at, isCapitalized, type Token } from './tokens'
import { asTold, besideQuote, isInverted, trailing } from './trailing-cues'
import { formsOf, verbOf } from './verbs'
import { anyOf, BE, DO, HAVE, isAdverbial, MODALS, PREPOSITIONS, RELATIVES, wordSet } from './words'

const ATTRIBUTING = anyOf(SAYING, HOLDING, TALKING, BESIDE_QUOTE, Object.keys(PARTICLES), ['hear', 'put'])
/** Every word at which an attribution can be seen: one look passes over the others. */
const CUES = anyOf(
  formsOf((base) => ATTRIBUTING.has(base) || stanceOf(base) !== undefined),
  NOUN_CUES,
  ['according', 'per', 'view', 'opinion', 'words', 'eyes', 'estimation', 'telling'],
)

/** All attributions of a sentence, in order of their cues. */
export function readAttributions(reading: Reading, passage: Passage): FoundAttribution[] {
  const found: FoundAttribution[] = []
  const isTitle = (passage.isHeading || passage.first === 0) && isTitled(reading, passage)
  const turn = turnAt(reading, passage, isTitle || passage.isHeading || passage.first === 0)
  if (turn) found.push(turn)
  if (isTitle) return [...found, ...headlineCues(reading, passage)]
  for (let k = passage.first; k < passage.last; k++) {
    if (!CUES.holds(at(reading.tokens, k))) continue
    const according = accordingTo(reading, passage, k)
    if (according) {
      found.push(according)
      k = according.cue.last
      continue
    }
    const one = cueAt(reading, passage, k) ?? stanceAt(reading, passage, k)
    if (one) found.push(isSharing(reading.tokens, k) ? sharing(reading, one, found) : one)
    else {
      const noun = nounCueAt(reading, passage, k)
      if (noun) found.push(noun)
    }
  }
  return found.length < 2 ? found : withoutInner(reading, withoutAround(found))
}

function headlineCues(reading: Reading, passage: Passage): FoundAttribution[] {
  for (let k = passage.first; k < passage.last; k++) {
    const one = CUES.holds(at(reading.tokens, k)) ? headlineCueAt(reading, passage, k) : null
    if (one) return [one]
  }
  return []
}

/** "Lind said the lock was sound and, as Mora claimed, it leaked": what is told around a later cue was already told by the first. */
function withoutAround(found: readonly FoundAttribution[]): readonly FoundAttribution[] {
  const first = found.findIndex((one) => one.rule === 'attributions/said-clause' && one.isAssertion)
  return first < 0 ? found : found.filter((one, index) => index < first || one.rule !== 'attributions/clause-around')
}

/** What is wanted or blamed inside somebody else's words belongs to those words: "Lee said she wants …" is one attribution. */
function withoutInner({ tokens }: Reading, found: readonly FoundAttribution[]): FoundAttribution[] {
  return found.filter((one) => {
    const cue = at(tokens, one.cue.first)
    if (one.isAssertion && !HOLDING.has(verbOf(cue)?.base ?? '')) return true
    return !found.some((other) => other !== one && other.content.start <= cue.start && cue.start < other.content.end)
  })
}

/** ", adding that …", "and warned against …": without a subject of its own. */
function isSharing(tokens: readonly Token[], k: number): boolean {
  let j = k - 1
  while (isAdverbial(at(tokens, j))) j--
  const { text, lower } = at(tokens, j)
  return verbOf(at(tokens, k))?.form === 'ing' ? text === ',' || lower === 'and' : lower === 'and' || lower === 'but'
}

/** "…, Lee told the court, adding that …": the speaker of the last cue that stands in nobody else's words. */
function sharing({ tokens }: Reading, one: FoundAttribution, found: readonly FoundAttribution[]): FoundAttribution {
  const near = found.slice(-NEAR)
  for (let k = near.length - 1; k >= 0; k--) {
    const before = near[k]
    if (!before?.speaker || before.cue.first >= one.cue.first || before.rule === 'attributions/noun') continue
    const { start } = at(tokens, before.cue.first)
    const isInner = near.some((other) => other !== before && other.content.start <= start && start < other.content.end)
    if (!isInner) return { ...one, speaker: before.speaker }
  }
  return one
}
/** So many cues back: a sentence has few, a hostile text has hundreds. */
const NEAR = 8

/** "…, the Harbour Post reports.": a form that may be a noun, at the end behind a name. */
const isLastVerb = (tokens: readonly Token[], k: number, { form }: VerbReading): boolean =>
  form === 'third' && at(tokens, k - 1).isCapitalized && ['.', ',', ''].includes(at(tokens, k + 1).text)

const endsHere = (tokens: readonly Token[], k: number): boolean => ['.', ''].includes(at(tokens, k + 1).text)

/** Bodies that hear what is said before them: "the court heard". */
const FORUMS = wordSet('court inquest inquiry tribunal jury hearing committee panel parliament jurors')

/** Whether the verb at token `k` attributes something, and what. */
function cueAt(reading: Reading, passage: Passage, k: number): FoundAttribution | null {
  const { tokens } = reading
  const token = at(tokens, k)
  if (token.kind !== 'word') return null
  const form = verbOf(token)
  if (
    !form ||
    !ATTRIBUTING.has(form.base) ||
    (form.form === 'base' && !isFiniteVerb(tokens, k) && !isAfterAuxiliary(tokens, k))
  )
    return null
  const isSaying = SAYING.has(form.base) || (form.base === 'hear' && FORUMS.holds(at(tokens, k - 1)))
  const isHolding = HOLDING.has(form.base)
  const isTalking = TALKING.has(form.base) || Object.hasOwn(PARTICLES, form.base)
  if (isInsideLongQuote(reading, passage, k) || isObjectHere(tokens, k, form)) return null
  if (isPassive(tokens, k)) return null
  const isVerb =
    form.form === 'ing'
      ? (isSaying || (isTalking && at(tokens, k - 1).text === ',')) && isSayingParticiple(tokens, k)
      : isFiniteVerb(tokens, k) || isAfterAuxiliary(tokens, k) || isLastVerb(tokens, k, form)
  const told = (isSaying && isVerb) || form.base === 'put' ? asTold(reading, passage, k) : null
  if (told || form.base === 'put') return told
  const isInversion = isSaying && form.form !== 'ing' && isInverted(tokens, k)
  const quoted =
    (isSaying || (isVerb && (isTalking || BESIDE_QUOTE.has(form.base)))
      ? besideQuote(reading, passage, k, isSaying)
      : null) ??
    ((isSaying || (isHolding && endsHere(tokens, k))) && form.form !== 'ing' && (isVerb || isInversion)
      ? trailing(reading, passage, k)
      : null)
  if (quoted) return quoted
  if (!isVerb || !(isSaying || isHolding || isTalking)) return null
  return following(reading, passage, k, { base: form.base, isSaying, isHolding, isTalking })
}

const OBJECT_TAKING: ReadonlySet<string> = new Set(['pastOrParticiple', 'ing'])
/** "has touted estimates that": a noun right behind another verb. */
const isObjectHere = (tokens: readonly Token[], k: number, { form, isNounish }: VerbReading): boolean =>
  isNounish &&
  (form === 'third' || form === 'base') &&
  (at(tokens, k - 1).lower === "'s" || OBJECT_TAKING.has(verbOf(at(tokens, k - 1))?.form ?? 'base'))

/** "has said", "did not say", "will announce", "has been saying". */
function isAfterAuxiliary(tokens: readonly Token[], k: number): boolean {
  let j = k - 1
  while (j > k - 4 && (isAdverbial(at(tokens, j)) || at(tokens, j).lower === 'been')) j--
  const lead = at(tokens, j)
  const isPlain = verbOf(at(tokens, k))?.form === 'base'
  if (isPlain) return (MODALS.holds(lead) && lead.text !== 'May') || DO.holds(lead)
  return HAVE.holds(lead) || BE.holds(lead)
}

const isSayingParticiple = (tokens: readonly Token[], k: number): boolean =>
  [',', 'by', 'and'].includes(at(tokens, k - 1).lower) ||
  isCapitalized(at(tokens, k - 1)) ||
  (at(tokens, k - 1).kind === 'word' && !PREPOSITIONS.holds(at(tokens, k - 1)))

const isPassive = (tokens: readonly Token[], k: number): boolean => {
  let j = k - 1
  while (isAdverbial(at(tokens, j))) j--
  const form = verbOf(at(tokens, k))?.form
  return (
    ['is', 'are', 'was', 'were', 'be', 'been', 'being'].includes(at(tokens, j).lower) &&
    form !== 'ing' &&
    !['expected'].includes(at(tokens, k).lower)
  )
}

/** Inside a quotation of more than a phrase, the verbs are the speaker's own words. */
function isInsideLongQuote(reading: Reading, passage: Passage, k: number): boolean {
  const token = at(reading.tokens, k)
  const quotation = quotationAt(reading.quotations, token.start)
  return !!quotation && quotation.start < token.start && (quotation.end > passage.end || token.end < quotation.end)
}

/** "SPEAKER said that CLAUSE", "SPEAKER told AFP CLAUSE", `SPEAKER said: "…"`, "SPEAKER criticized the plan". */
function following(reading: Reading, passage: Passage, k: number, cue: CueClass): FoundAttribution | null {
  const { tokens } = reading
  const from = contentFrom(reading, passage, k, cue)
  if (from === null) return null
  const subject = subjectBefore(reading, passage, k)
  if (from >= passage.last) return cue.isSaying && subject ? overColon(reading, passage, k, subject.span) : null
  const isParticiple = verbOf(at(tokens, k))?.form === 'ing' && !isAfterAuxiliary(tokens, k)
  if (!subject && !isParticiple) return null
  const isObject = cue.isTalking && !cue.isSaying && !cue.isHolding && !opensSpeech(tokens, from)
  const isClause =
    !isObject && opensClause(reading, from, passage.last) && !(cue.base === 'find' && isThing(tokens, from))
  const isInfinitive =
    at(tokens, from).lower === 'to' && verbOf(at(tokens, from + 1))?.form === 'base' && WILLING.has(cue.base)
  const isStudy = SHOWING.has(cue.base) && isReport(reading, subject)
  if (!cue.isSaying && !cue.isTalking && !isClause && !isInfinitive && !isStudy) return null
  if (cue.isSaying && !isClause && !isInfinitive && !isStudy && NEEDS_CLAUSE.has(cue.base)) return null
  if (cue.isSaying && !isClause && !isInfinitive && !isStudy && !TAKES_OBJECT.has(cue.base)) return null
  if (!isClause && !isInfinitive && PREPOSITIONS.holds(at(tokens, from)) && !cue.isTalking) return null
  const end = contentEnd(reading, passage, from, isClause)
  if (end <= at(tokens, from).start) return null
  return {
    speaker: (isParticiple ? participant(reading, passage, k) : subject?.span) ?? subject?.span ?? null,
    cue: { first: k, last: k + 1 },
    content: { start: at(tokens, from).start, end },
    rule: isClause ? 'attributions/said-clause' : 'attributions/said-object',
    order: 'behind',
    isAssertion: isClause && ASSERTING.has(cue.base) && !isPassive(tokens, k) && !isExpected(tokens, k),
  }
}

/** "Lind added:" at the end of a paragraph: the quotation that the next one opens with. */
function overColon(
  { tokens, quotations }: Reading,
  passage: Passage,
  k: number,
  speaker: Span,
): FoundAttribution | null {
  const next = at(tokens, passage.last)
  const quotation = at(tokens, passage.last - 1).text === ':' ? quotationAt(quotations, next.start) : null
  if (quotation?.start !== next.start) return null
  return {
    speaker,
    cue: { first: k, last: k + 1 },
    content: { start: quotation.start, end: quotation.end },
    rule: 'attributions/over-colon',
    order: 'behind',
    isAssertion: true,
  }
}

/** "that", a colon or a quotation mark: a clause follows, whatever the verb. */
const opensSpeech = (tokens: readonly Token[], from: number): boolean =>
  [':', 'that'].includes(at(tokens, from - 1).lower) || isOpeningMark(at(tokens, from))

/** "found a key that opens the lock": a thing, not that something is so. */
function isThing(tokens: readonly Token[], from: number): boolean {
  if (at(tokens, from - 1).lower === 'that') return false
  for (let k = from; k < from + 25; k++) {
    const token = at(tokens, k)
    if (isFiniteVerb(tokens, k)) return verbOf(token)?.form === 'pastOrParticiple'
    if (token.kind === 'mark' || RELATIVES.holds(token)) return true
  }
  return true
}

/** "are expected to": nobody is named who expects. */
const isExpected = (tokens: readonly Token[], k: number): boolean =>
  at(tokens, k).lower === 'expected' && at(tokens, k + 1).lower === 'to'

/** Of "…, saying that", the subject of the sentence's first verb; of "footage of Lee saying", the name before it. */
function participant(reading: Reading, passage: Passage, k: number): Span | null {
  const { tokens } = reading
  if (isCapitalized(at(tokens, k - 1))) return subjectBefore(reading, passage, k)?.span ?? null
  const verb = finiteIn(tokens, passage.first, k)
  return verb < 0 ? null : (subjectBefore(reading, passage, verb)?.span ?? null)
}

/** "The survey found a rise": documents that show. */
function isReport({ tokens }: Reading, subject: { firstToken: number; lastToken: number } | null): boolean {
  if (!subject) return false
  for (let k = subject.firstToken; k <= subject.lastToken; k++) if (REPORTS.holds(at(tokens, k))) return true
  return false
}

/** `reach`: where a quotation that goes on behind its cue ends. */
export function toAttribution(
  { text, tokens }: Reading,
  { speaker, cue, content }: FoundAttribution,
  reach: number = content.end,
): Attribution {
  const start = at(tokens, cue.first).start
  const end = at(tokens, cue.last - 1).end
  return {
    speaker: speaker ? { ...speaker, text: text.slice(speaker.start, speaker.end) } : null,
    cue: { start, end, text: text.slice(start, end) },
    content: { start: content.start, end: reach },
  }
}
