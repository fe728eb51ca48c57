import { isDayName } from './contents'
import { type FoundAttribution, SAYING, TAKES_OBJECT } from './cues'
import { behindCue } from './inverted'
import { type Passage, quotationAt, type Reading } from './passages'
import { isAgentNoun, TRADES } from './people'
import { finiteIn, isClosingMark, isFiniteVerb, isOpeningMark, isStop } from './phrases'
import { subjectBefore } from './speakers'
import { at, type Token } from './tokens'
import { verbOf } from './verbs'
import { DETERMINERS, isAdverbial, PERSONAL_PRONOUNS, PREPOSITIONS, RELATIVES, SUBORDINATORS, wordSet } from './words'

/** Cues behind or within what is said: `"…," said Smith`, "…, Smith said on Monday", "…, she said, …". */

/** Behind a quote or a comma: "…," said Smith · "…," Smith, a doctor, told AFP. */
export function besideQuote(reading: Reading, passage: Passage, k: number, isSaying: boolean): FoundAttribution | null {
  const { tokens } = reading
  const subject = isInverted(tokens, k) ? null : subjectBefore(reading, passage, k)
  const left = subject ? subject.firstToken - 1 : skipAdverbsLeft(tokens, k - 1)
  const mark = at(tokens, left)
  if (!isClosingMark(mark) || mark.text === ')') return null
  if (left < passage.first && !isTailOfQuote(reading, passage, k, mark)) return null
  const quotation = quotationAt(reading.quotations, mark.start)
  if (!quotation || quotation.end !== mark.end || quotation.start >= mark.start) return null
  const isSpeech = ENDS_SPEECH.has(reading.text.charAt(quotation.end - (mark.end - mark.start) - 1))
  if (!isSpeech && subject && !opensLikeName(at(tokens, subject.firstToken))) return null
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
    isAssertion: isSaying || isSpeech,
  }
}

/** Before the closing mark: what stands in the quotation is a sentence, not a word or two that somebody used. */
const ENDS_SPEECH = new Set([',', '.', '!', '?', '…'])

const opensLikeName = (token: Token): boolean =>
  token.isCapitalized || DETERMINERS.holds(token) || PERSONAL_PRONOUNS.holds(token)

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
    if (SAYING.hasBase(verbOf(at(tokens, k)))) return null
    if (!isOpeningMark(at(tokens, k)) || at(tokens, k).text === '(') continue
    const quotation = quotationAt(reading.quotations, at(tokens, k).start)
    if (quotation?.start !== at(tokens, k).start) return null
    return Math.min(quotation.end, reading.text.length)
  }
  return null
}

const skipAdverbsLeft = (tokens: readonly Token[], k: number): number => {
  let j = k
  while (isAdverbial(at(tokens, j))) j--
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

const OPENS_SPEAKER = wordSet('the a an one his her its their he she former another two some')

/** "said prosecutor Ann Lind", "said campaign manager Per Mora": lower-case words up to a name. */
function isRoleOfName(tokens: readonly Token[], from: number): boolean {
  for (let k = from; k < from + 5; k++) {
    const token = at(tokens, k)
    if (token.kind !== 'word') return token.text === '-' && k > from
    if (token.isCapitalized) return !isDayName(token)
    if (PREPOSITIONS.holds(token) || SUBORDINATORS.holds(token) || DETERMINERS.holds(token) || isAdverbial(token))
      return false
  }
  return false
}

/** "…, said Smith": the verb right after a comma or closing quote, a name or noun phrase behind it. */
export function isInverted(tokens: readonly Token[], k: number): boolean {
  const before = at(tokens, skipAdverbsLeft(tokens, k - 1))
  if (before.text !== ',' && !isClosingMark(before)) return false
  const next = at(tokens, k + 1)
  if (next.kind !== 'word' || isDayName(next) || at(tokens, k).lower === 'told') return false
  const isName = next.isCapitalized || OPENS_SPEAKER.holds(next) || TRADES.holds(next) || isRoleOfName(tokens, k + 1)
  return isName && !opensOwnClause(tokens, k + 1)
}

/** "CLAUSE, SPEAKER said [on Monday]." and "CLAUSE, said SPEAKER.": content before, the cue near the end. */
export function trailing(reading: Reading, passage: Passage, k: number): FoundAttribution | null {
  const { tokens } = reading
  const inverted = isInverted(tokens, k)
  const subject = inverted ? null : subjectBefore(reading, passage, k)
  if (!inverted && !subject) return null
  // "If the crew wins, it can claim £900": an amount, no source
  if (!inverted && TAKES_OBJECT.hasBase(verbOf(at(tokens, k))) && isAmount(at(tokens, k + 1))) return null
  const comma = inverted ? skipAdverbsLeft(tokens, k - 1) : (subject?.firstToken ?? 0) - 1
  if (at(tokens, comma).text !== ',' || comma <= passage.first + 1) return null
  if (!inverted && (isLeadClause(tokens, passage.first, comma) || RELATIVES.holds(at(tokens, comma + 1)))) return null
  if (!inverted && isReducedApposition(tokens, comma + 1, k)) return null
  const behind = inverted ? behindCue(reading, passage, k) : { span: subject?.span ?? null, last: k + 1 }
  if (!behind) return null
  if (!inverted && !endsSoon(tokens, behind.last, passage.last)) return null
  const relative = at(tokens, comma - 1)
  const start = RELATIVES.holds(relative) ? relative.start : clauseStartBefore(reading, passage, comma)
  if (!inverted && at(tokens, k + 1).text === ',' && isOpeningMark(at(tokens, k + 2))) return null
  const pause = inverted ? behind.last : pauseBehind(tokens, behind.last, passage.last)
  const isMiddle = !inverted && pause >= 0 && goesOn(tokens, pause + 1, passage.last)
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

const isAmount = ({ kind, text }: Token): boolean => kind === 'number' || ['$', '£', '€', '¥'].includes(text)

const LEADS = wordSet('when while after before although though once asked')
/** "When the lock opened, Lind said …": only the leading clause stands before the speaker. */
function isLeadClause(tokens: readonly Token[], first: number, comma: number): boolean {
  if (!LEADS.holds(at(tokens, first))) return false
  for (let k = first + 1; k < comma; k++) if (at(tokens, k).text === ',') return false
  return true
}

/** "…, a sale announced on Monday": the participle tells of the thing before it; people announce, and "said" stays a cue. */
const isReducedApposition = (tokens: readonly Token[], first: number, k: number): boolean =>
  ['a', 'an'].includes(at(tokens, first).lower) &&
  verbOf(at(tokens, k))?.form === 'pastOrParticiple' &&
  !TELLS_ALWAYS.hasBase(verbOf(at(tokens, k))) &&
  !isAgentNoun(at(tokens, skipAdverbsLeft(tokens, k - 1)).lower) &&
  (PREPOSITIONS.holds(at(tokens, k + 1)) || isDayName(at(tokens, k + 1)) || LATELY.holds(at(tokens, k + 1)))
const TELLS_ALWAYS = wordSet('say tell add explain argue')
const LATELY = wordSet('this last earlier yesterday today')

/** "As Lind noted, the lock leaks" and "…, as Lind put it": the rest of the sentence on the other side of the comma. */
export function asTold(reading: Reading, passage: Passage, k: number): FoundAttribution | null {
  const { tokens } = reading
  const subject = subjectBefore(reading, passage, k)
  if (!subject) return null
  const as = at(tokens, subject.firstToken).lower === 'as' ? subject.firstToken : subject.firstToken - 1
  if (at(tokens, as).lower !== 'as') return null
  const after = at(tokens, k + 1).lower === 'it' ? k + 2 : k + 1
  const isFirst = as === passage.first
  const isEnd = after >= passage.last || [',', '.', ':'].includes(at(tokens, after).text)
  if (!isEnd || (isFirst ? after + 1 >= passage.last : at(tokens, as - 1).text !== ',' || as - 1 <= passage.first))
    return null
  const start = isFirst ? at(tokens, after + 1).start : at(tokens, passage.first).start
  const last = at(tokens, passage.last - 1)
  const end = isFirst ? (last.text === '.' ? last.start : last.end) : at(tokens, as - 2).end
  return {
    speaker: { start: at(tokens, Math.max(subject.firstToken, as + 1)).start, end: subject.span.end },
    cue: { first: k, last: k + 1 },
    content: { start, end },
    rule: 'attributions/as-told',
    order: isFirst ? 'behind' : 'before',
    isAssertion: true,
  }
}

/** A clause follows that is more than a second source: "…, Lind said, the Harbour Post reported." */
function goesOn(tokens: readonly Token[], from: number, last: number): boolean {
  const verb = finiteIn(tokens, from, last)
  return verb >= 0 && !(SAYING.hasBase(verbOf(at(tokens, verb))) && last - verb <= 2)
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
    if (isOpeningMark(at(tokens, k)) && !isClosingMark(at(tokens, k))) return false
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
    isAdverbial(at(tokens, passage.first)) && at(tokens, passage.first + 1).text === ',' && passage.first + 1 < comma
  return at(tokens, isAdverbFirst ? passage.first + 2 : passage.first).start
}
