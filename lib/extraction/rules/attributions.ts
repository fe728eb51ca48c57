import type { Span } from '@/lib/core/text'
import type { Attribution } from '../schema'
import { accordingTo } from './according'
import { type CueClass, contentEnd, contentFrom, isDayName, opensClause } from './contents'
import {
  ASSERTING,
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
import type { Passage, Reading } from './passages'
import { quotationAt } from './passages'
import { finiteIn, isClosingMark, isFiniteVerb, isOpeningMark, isStop } from './phrases'
import { behindCue, subjectBefore } from './speakers'
import { stanceAt } from './stances'
import { at, isCapitalized, type Token } from './tokens'
import { verbForm, verbOf } from './verbs'
import { anyOf, isAdverb, PREPOSITIONS } from './words'

/** All attributions of a sentence, in order of their cues. */
export function readAttributions(reading: Reading, passage: Passage): FoundAttribution[] {
  if (passage.isHeading) return []
  const found: FoundAttribution[] = []
  for (let k = passage.first; k < passage.last; k++) {
    const according = accordingTo(reading, passage, k)
    if (according) {
      found.push(according)
      k = according.cue.last
      continue
    }
    const one = cueAt(reading, passage, k)
    if (one) {
      found.push(at(reading.tokens, k).lower.endsWith('ing') ? sharing(one, found.at(-1)) : one)
      continue
    }
    const stance = stanceAt(reading, passage, k)
    if (stance) found.push(stance)
  }
  return withoutInner(reading, found)
}

/** What is wanted or blamed inside somebody else's words belongs to those words: "Lee said she wants …" is one attribution. */
function withoutInner({ tokens }: Reading, found: readonly FoundAttribution[]): FoundAttribution[] {
  return found.filter((one) => {
    if (one.isAssertion) return true
    const { start } = at(tokens, one.cue.first)
    return !found.some((other) => other !== one && other.content.start <= start && start < other.content.end)
  })
}

/** "…, Lee told the court, adding that …": a participle has the speaker of the cue before it. */
const sharing = (one: FoundAttribution, before: FoundAttribution | undefined): FoundAttribution =>
  before?.speaker ? { ...one, speaker: before.speaker } : one

const ATTRIBUTING = anyOf(SAYING, HOLDING, TALKING, Object.keys(PARTICLES))

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
  const isSaying = SAYING.has(form.base)
  const isHolding = HOLDING.has(form.base)
  const isTalking = TALKING.has(form.base) || Object.hasOwn(PARTICLES, form.base)
  if (!isSaying && !isHolding && !isTalking) return null
  if (isInsideLongQuote(reading, passage, k)) return null
  if (isPassive(tokens, k)) return null
  const isVerb =
    form.form === 'ing'
      ? (isSaying || (isTalking && at(tokens, k - 1).text === ',')) && isSayingParticiple(tokens, k)
      : isFiniteVerb(tokens, k) || isAfterAuxiliary(tokens, k)
  if (isSaying) {
    const quoted =
      besideQuote(reading, passage, k) ?? (isVerb || isInverted(tokens, k) ? trailing(reading, passage, k) : null)
    if (quoted) return quoted
  }
  if (!isVerb) return null
  return following(reading, passage, k, { base: form.base, isSaying, isHolding, isTalking })
}

/** "has said", "did not say", "will announce", "has been saying". */
function isAfterAuxiliary(tokens: readonly Token[], k: number): boolean {
  let j = k - 1
  while (j > k - 4 && (isAdverb(at(tokens, j).lower) || at(tokens, j).lower === 'been')) j--
  return [
    'has',
    'have',
    'had',
    "'ve",
    "'s",
    'did',
    "didn't",
    'will',
    'would',
    'is',
    'are',
    'was',
    'were',
    'does',
    'do',
    'could',
    'can',
    'must',
  ].includes(at(tokens, j).lower)
}

const isSayingParticiple = (tokens: readonly Token[], k: number): boolean =>
  [',', 'by', 'and'].includes(at(tokens, k - 1).lower) ||
  isCapitalized(at(tokens, k - 1)) ||
  (at(tokens, k - 1).kind === 'word' && !PREPOSITIONS.has(at(tokens, k - 1).lower))

const isPassive = (tokens: readonly Token[], k: number): boolean => {
  let j = k - 1
  while (isAdverb(at(tokens, j).lower)) j--
  const form = verbForm(at(tokens, k).lower)?.form
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

/** Behind a quote or a comma: "…," said Smith · "…," Smith, a doctor, told AFP. */
function besideQuote(reading: Reading, passage: Passage, k: number): FoundAttribution | null {
  const { tokens } = reading
  const subject = isInverted(tokens, k) ? null : subjectBefore(reading, passage, k)
  const left = subject ? subject.firstToken - 1 : skipAdverbsLeft(tokens, k - 1)
  const mark = at(tokens, left)
  if (!isClosingMark(mark) || mark.text === ')') return null
  if (left < passage.first && !isTailOfQuote(reading, passage, k, mark)) return null
  const quotation = quotationAt(reading.quotations, mark.start)
  if (!quotation || quotation.end !== mark.end || quotation.start >= mark.start) return null
  const behind = subject ? { span: subject.span, last: k + 1 } : behindCue(reading, passage, k)
  if (!behind) return null
  const later = continuedQuote(reading, passage, behind.last)
  const start = contentStart(reading, passage, quotation.start)
  return {
    speaker: behind.span,
    cue: { first: k, last: k + 1 },
    content: { start, end: later ?? quotation.end },
    rule: 'attributions/quote-said',
    order: later ? 'around' : 'before',
    isAssertion: true,
  }
}

/** `"Is it safe?" Lind asked.`: a sentence of its own right behind the quotation, in the same paragraph. */
const isTailOfQuote = ({ text, tokens }: Reading, passage: Passage, k: number, mark: Token): boolean =>
  k - passage.first < 12 && !text.slice(mark.end, passage.start).includes('\n') && endsSoon(tokens, k + 1, passage.last)

/** The content before a fragment of quote includes the clause that carries it: `It is "too late," he said`. */
function contentStart(reading: Reading, passage: Passage, quoteStart: number): number {
  if (quoteStart <= passage.start) return quoteStart
  const lead = finiteIn(reading.tokens, passage.first, passage.last)
  const first = at(reading.tokens, passage.first)
  return lead >= 0 && at(reading.tokens, lead).start < quoteStart ? first.start : quoteStart
}

/** `"…," he said, "…"`: where the second piece ends. */
function continuedQuote(reading: Reading, passage: Passage, from: number): number | null {
  const { tokens } = reading
  for (let k = from; k < Math.min(passage.last, from + 14); k++) {
    if (!isOpeningMark(at(tokens, k)) || at(tokens, k).text === '(') continue
    const quotation = quotationAt(reading.quotations, at(tokens, k).start)
    if (quotation?.start !== at(tokens, k).start) return null
    return Math.min(quotation.end, reading.text.length)
  }
  return null
}

const skipAdverbsLeft = (tokens: readonly Token[], k: number): number => {
  let j = k
  while (isAdverb(at(tokens, j).lower)) j--
  return j
}

/** "Lee, who studies taxes, said Mora's plan didn't help": what follows the verb is a clause, not its subject. */
function opensOwnClause(tokens: readonly Token[], from: number): boolean {
  for (let k = from; k < from + 9; k++) {
    if (isStop(at(tokens, k)) || at(tokens, k).lower === 'who') return false
    if (k > from && isFiniteVerb(tokens, k)) return true
  }
  return false
}

/** "…, said Smith": the verb right after a comma or closing quote, a name or noun phrase behind it. */
function isInverted(tokens: readonly Token[], k: number): boolean {
  const before = at(tokens, skipAdverbsLeft(tokens, k - 1))
  if (before.text !== ',' && !isClosingMark(before)) return false
  const next = at(tokens, k + 1)
  const isName =
    next.kind === 'word' &&
    !isDayName(next.lower) &&
    (isCapitalized(next) ||
      ['the', 'a', 'an', 'one', 'his', 'her', 'its', 'their', 'he', 'she', 'former', 'another', 'two', 'some'].includes(
        next.lower,
      )) &&
    at(tokens, k).lower !== 'told'
  return isName && !opensOwnClause(tokens, k + 1)
}

/** "CLAUSE, SPEAKER said [on Monday]." and "CLAUSE, said SPEAKER.": content before, the cue near the end. */
function trailing(reading: Reading, passage: Passage, k: number): FoundAttribution | null {
  const { tokens } = reading
  const inverted = isInverted(tokens, k)
  const subject = inverted ? null : subjectBefore(reading, passage, k)
  if (!inverted && !subject) return null
  const comma = inverted ? skipAdverbsLeft(tokens, k - 1) : (subject?.firstToken ?? 0) - 1
  if (at(tokens, comma).text !== ',' || comma <= passage.first + 1) return null
  const behind = inverted ? behindCue(reading, passage, k) : { span: subject?.span ?? null, last: k + 1 }
  if (!behind) return null
  if (!inverted && !endsSoon(tokens, behind.last, passage.last)) return null
  const start = clauseStartBefore(reading, passage, comma)
  const pause = inverted ? behind.last : pauseBehind(tokens, behind.last, passage.last)
  const isMiddle = !inverted && pause >= 0 && finiteIn(tokens, pause + 1, passage.last) >= 0
  if (!isMiddle && finiteIn(tokens, passage.first, comma) < 0) return null
  const last = at(tokens, passage.last - 1)
  const end = isMiddle ? (last.text === '.' ? last.start : last.end) : at(tokens, comma).start
  return {
    speaker: behind.span,
    cue: { first: k, last: k + 1 },
    content: { start, end },
    rule: isMiddle ? 'attributions/clause-around' : 'attributions/clause-said',
    order: isMiddle ? 'around' : 'before',
    isAssertion: true,
  }
}

/** "he told me on Friday, …": the comma behind the cue and its short adjunct, or −1. */
function pauseBehind(tokens: readonly Token[], from: number, last: number): number {
  for (let j = from; j < Math.min(last, from + 7); j++) {
    if (at(tokens, j).text === ',') return j
    if (at(tokens, j).kind === 'mark') return -1
  }
  return -1
}

/** Behind the cue only adjuncts up to the next stop: "said Thursday", "told reporters in Rome", "said in a statement". */
function endsSoon(tokens: readonly Token[], from: number, last: number): boolean {
  for (let k = from; k < Math.min(last, from + 16); k++) {
    if (isStop(at(tokens, k)) && at(tokens, k).text !== '.') return k - from <= 12
    if (k > from && isFiniteVerb(tokens, k)) return false
    if (at(tokens, k).lower === 'that') return false
  }
  return last - from <= 16
}

/** Content before a trailing cue begins with the sentence, behind an opening adverb ("Also,", "Meanwhile,"). */
function clauseStartBefore(reading: Reading, passage: Passage, comma: number): number {
  const { tokens } = reading
  const isAdverbFirst =
    isAdverb(at(tokens, passage.first).lower) && at(tokens, passage.first + 1).text === ',' && passage.first + 1 < comma
  return at(tokens, isAdverbFirst ? passage.first + 2 : passage.first).start
}

/** "SPEAKER said that CLAUSE", "SPEAKER told AFP CLAUSE", `SPEAKER said: "…"`, "SPEAKER criticized the plan". */
function following(reading: Reading, passage: Passage, k: number, cue: CueClass): FoundAttribution | null {
  const { tokens } = reading
  const from = contentFrom(reading, passage, k, cue)
  if (from === null || from >= passage.last) return null
  const subject = subjectBefore(reading, passage, k)
  const isParticiple = verbForm(at(tokens, k).lower)?.form === 'ing' && !isAfterAuxiliary(tokens, k)
  if (!subject && !isParticiple) return null
  const isClause = opensClause(reading, from, passage.last)
  const isInfinitive =
    at(tokens, from).lower === 'to' && verbForm(at(tokens, from + 1).lower)?.form === 'base' && WILLING.has(cue.base)
  const isStudy = SHOWING.has(cue.base) && isReport(reading, subject)
  if (!cue.isSaying && !cue.isTalking && !isClause && !isInfinitive && !isStudy) return null
  if (cue.isSaying && !isClause && !isInfinitive && !isStudy && NEEDS_CLAUSE.has(cue.base)) return null
  if (cue.isSaying && !isClause && !isInfinitive && !isStudy && !TAKES_OBJECT.has(cue.base)) return null
  if (!isClause && !isInfinitive && PREPOSITIONS.has(at(tokens, from).lower) && !cue.isTalking) return null
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
  for (let k = subject.firstToken; k <= subject.lastToken; k++) if (REPORTS.has(at(tokens, k).lower)) return true
  return false
}

export function toAttribution({ text, tokens }: Reading, { speaker, cue, content }: FoundAttribution): Attribution {
  const start = at(tokens, cue.first).start
  const end = at(tokens, cue.last - 1).end
  return {
    speaker: speaker ? { ...speaker, text: text.slice(speaker.start, speaker.end) } : null,
    cue: { start, end, text: text.slice(start, end) },
    content,
  }
}
