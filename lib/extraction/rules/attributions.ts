import type { Span } from '@/lib/core/text'
import type { Attribution } from '../schema'
import { accordingTo } from './according'
import { type CueClass, contentEnd, contentFrom, isThingBeforeClause, opensClause } from './contents'
import { isAfterAuxiliary, isLastVerb, isObjectHere, isPassive, isSayingParticiple, opensItsContent } from './cue-forms'
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
  WITH_THAT,
} from './cues'
import { madeClear } from './made-clear'
import { nounCueAt } from './nouns-of-saying'
import { frontedAt, participant } from './participles'
import type { Passage, Reading } from './passages'
import { quotationAt } from './passages'
import { isFiniteVerb, isOpeningMark } from './phrases'
import { subjectBefore } from './speakers'
import { STANCE_VERBS } from './stance-words'
import { stanceAt } from './stances'
import { headlineCueAt, isTitled, turnAt } from './titles-and-turns'
import { at, type Token } from './tokens'
import { asTold, besideQuote, isInverted, trailing } from './trailing-cues'
import { formsOf, verbOf } from './verbs'
import { anyOf, isAdverbial, PREPOSITIONS, RELATIVES, wordSet } from './words'

const ATTRIBUTING = anyOf(SAYING, HOLDING, TALKING, BESIDE_QUOTE, WITH_THAT, PARTICLES.keys(), ['hear', 'put', 'make'])
/** Every word at which an attribution can be seen: one look passes over the others. */
const CUES = anyOf(
  formsOf((base) => ATTRIBUTING.has(base) || STANCE_VERBS.has(base)),
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
    if (one) {
      found.push(isSharing(reading.tokens, k) ? sharing(reading, one, found) : one)
      k = one.cue.last - 1
    } else {
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
    if (one.isAssertion && !HOLDING.hasBase(verbOf(cue))) return true
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

const endsHere = (tokens: readonly Token[], k: number): boolean => ['.', ''].includes(at(tokens, k + 1).text)

/** Bodies that hear what is said before them: "the court heard". */
const FORUMS = wordSet('court inquest inquiry tribunal jury hearing committee panel parliament jurors')

/** "the court has heard", "an inquest at the town hall heard": within a few words before the verb. */
function isForum(tokens: readonly Token[], first: number, k: number): boolean {
  for (let j = k - 1; j >= Math.max(first, k - 7); j--) {
    if (FORUMS.holds(at(tokens, j))) return true
    if (at(tokens, j).kind === 'mark') return false
  }
  return false
}

/** "the court was told that …" */
const isToldForum = (tokens: readonly Token[], { first }: Passage, k: number): boolean =>
  at(tokens, k).lower === 'told' && isForum(tokens, first, k)

/** Whether the verb at token `k` attributes something, and what. */
function cueAt(reading: Reading, passage: Passage, k: number): FoundAttribution | null {
  const { tokens } = reading
  const token = at(tokens, k)
  if (token.kind !== 'word') return null
  const form = verbOf(token)
  if (!form || !ATTRIBUTING.hasBase(form)) return null
  if (form.base === 'make') return madeClear(reading, passage, k)
  const isSaying = SAYING.hasBase(form) || (form.base === 'hear' && isForum(tokens, passage.first, k))
  const isInversion = isSaying && form.form !== 'ing' && isInverted(tokens, k)
  const hasTense =
    isFiniteVerb(tokens, k) ||
    isAfterAuxiliary(tokens, k) ||
    isLastVerb(tokens, k, form) ||
    opensItsContent(tokens, k, form)
  if (form.form === 'base' && !hasTense && !isInversion) return null
  const isHolding = HOLDING.hasBase(form)
  const isTalking = TALKING.hasBase(form) || PARTICLES.has(form.base)
  if (isInsideLongQuote(reading, passage, k) || isObjectHere(tokens, k, form)) return null
  if (isPassive(tokens, k) && !isToldForum(tokens, passage, k)) return null
  const isVerb =
    form.form === 'ing'
      ? (isSaying || (isTalking && at(tokens, k - 1).text === ',')) &&
        (k === passage.first || isSayingParticiple(tokens, k))
      : hasTense
  const told = (isSaying && isVerb) || form.base === 'put' ? asTold(reading, passage, k) : null
  if (told || form.base === 'put') return told
  const quoted =
    (isSaying || (isVerb && (isTalking || isHolding || BESIDE_QUOTE.hasBase(form) || WITH_THAT.hasBase(form)))
      ? besideQuote(reading, passage, k, isSaying)
      : null) ??
    ((isSaying || (isHolding && endsHere(tokens, k))) && form.form !== 'ing' && (isVerb || isInversion)
      ? trailing(reading, passage, k)
      : null)
  if (quoted) return quoted
  if (!isVerb || !(isSaying || isHolding || isTalking || WITH_THAT.hasBase(form))) return null
  return following(reading, passage, k, { base: form.base, isSaying, isHolding, isTalking })
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
  const isThat = WITH_THAT.has(cue.base) && opensSpeech(tokens, from)
  if (!isThat && !(cue.isSaying || cue.isHolding || cue.isTalking)) return null
  const subject = subjectBefore(reading, passage, k)
  if (from >= passage.last) return cue.isSaying && subject ? overColon(reading, passage, k, subject.span) : null
  const isParticiple = verbOf(at(tokens, k))?.form === 'ing' && !isAfterAuxiliary(tokens, k)
  if (!subject && !isParticiple) return null
  const fronted = isParticiple && k === passage.first ? frontedAt(reading, passage, from) : null
  const isObject = cue.isTalking && !cue.isSaying && !cue.isHolding && !opensSpeech(tokens, from)
  const isClause =
    !isObject &&
    !(cue.base === 'tell' && at(tokens, from).lower === 'to') &&
    opensClause(reading, from, passage.last) &&
    !(cue.base === 'find' && isThing(tokens, from)) &&
    !(TAKES_THING.has(cue.base) && isThingBeforeClause(tokens, from, passage.last))
  const isInfinitive =
    at(tokens, from).lower === 'to' &&
    verbOf(at(tokens, from + 1))?.form === 'base' &&
    (WILLING.has(cue.base) || cue.base === 'tell')
  const isStudy = SHOWING.has(cue.base) && isReport(reading, subject)
  if (!cue.isSaying && !cue.isTalking && !isClause && !isInfinitive && !isStudy) return null
  if (cue.isSaying && !isClause && !isInfinitive && !isStudy && NEEDS_CLAUSE.has(cue.base)) return null
  if (cue.isSaying && !isClause && !isInfinitive && !isStudy && !TAKES_OBJECT.has(cue.base)) return null
  if (!isClause && !isInfinitive && PREPOSITIONS.holds(at(tokens, from)) && !cue.isTalking) return null
  const end = fronted?.end ?? contentEnd(reading, passage, from, isClause)
  if (end <= at(tokens, from).start) return null
  return {
    speaker:
      fronted?.speaker ?? (isParticiple ? participant(reading, passage, k) : subject?.span) ?? subject?.span ?? null,
    cue: { first: k, last: k + 1 },
    content: { start: at(tokens, from).start, end },
    rule: isClause ? 'attributions/said-clause' : 'attributions/said-object',
    order: 'behind',
    isAssertion:
      isClause &&
      (isThat || ASSERTING.has(cue.base)) &&
      !(isPassive(tokens, k) && !isToldForum(tokens, passage, k)) &&
      !isExpected(tokens, k),
  }
}

const TAKES_THING = anyOf(TAKES_OBJECT, wordSet('add find show post hear'))

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
    speaker: speaker && { start: speaker.start, end: speaker.end, text: text.slice(speaker.start, speaker.end) },
    cue: { start, end, text: text.slice(start, end) },
    content: { start: content.start, end: reach },
  }
}
