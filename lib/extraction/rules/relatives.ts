import { happeningOf } from './happenings'
import { closingComma, type Insert } from './inserts'
import { finiteIn, isFiniteVerb } from './phrases'
import {
  type Clause,
  type Cut,
  hasNumber,
  nextStop,
  nounPhraseStart,
  skipAdverbs,
  type Timed,
  trimmed,
} from './stretches'
import { clauseVerb } from './subjects'
import { at, isCapitalized, type Token } from './tokens'
import { verbOf } from './verbs'
import { BE, MODALS, PERSONAL_PRONOUNS, PREPOSITIONS, RELATIVES, SUBORDINATORS, wordSet } from './words'

/** What is told of somebody or something inside a clause: relative clauses, inserts, dated time clauses. */

/** "Lind, who runs the port, …" and "The ban, due to end in May, …": what is told of the subject, with the subject. */
export function toldBetween(tokens: readonly Token[], from: number, { open, close, isRelative }: Insert): Clause[] {
  if (at(tokens, open).text !== ',') return []
  const adverb = skipAdverbs(tokens, open + 1)
  const next = at(tokens, at(tokens, adverb).lower === 'first' ? adverb + 1 : adverb)
  const form = verbOf(next)?.form
  const isTold =
    isRelative || next.lower === 'due' || next.lower === 'worth' || form === 'pastOrParticiple' || form === 'participle'
  if (!isTold) return []
  const first = next.lower === 'where' ? open + 2 : nounPhraseStart(tokens, from, open - 1)
  return trimmed(tokens, { first, last: close, rule: isRelative ? 'claims/relative-subject' : 'claims/insert' })
}

/** A relative clause: "South Korea, which will host …" takes its head along; "which China calls …" stands alone. */
export function relative(tokens: readonly Token[], from: number, k: number, last: number): Cut | null {
  const { lower } = at(tokens, k)
  if (finiteIn(tokens, from, k) < 0) return null
  if ((lower === 'which' || lower === 'whom') && PREPOSITIONS.holds(at(tokens, k - 1)))
    return behindPreposition(tokens, k, last)
  const hasComma = at(tokens, k - 1).text === ','
  if (lower === 'when' && hasComma && clauseVerb(tokens, k, last) >= 0 && nextStop(tokens, k, last) >= last - 1)
    return { end: k - 1, next: k + 1, rule: 'claims/when-clause' }
  if (['when', 'that', 'whose', 'whom'].includes(lower)) return null
  const verb = finiteIn(tokens, k + 1, Math.min(last, k + 12))
  if (verb < 0) return null
  const isNamed = (lower === 'who' || lower === 'where') && at(tokens, k - 1).isCapitalized
  if (!hasComma && !isNamed) return null
  const close = hasComma ? closeOf(tokens, k, last) : -1
  if (close > k && (lower === 'who' || lower === 'which'))
    return { end: k - 1, next: headStart(tokens, from, k - 2, verb), rule: 'claims/relative-subject', resume: close }
  const end = hasComma ? k - 1 : k
  if (lower === 'where') return verb > k + 1 ? { end, next: k + 1, rule: 'claims/relative-where' } : null
  const isSubject = verb === skipAdverbs(tokens, k + 1)
  if (isSubject && ['could', 'may', 'might', 'would'].includes(at(tokens, verb).lower)) return null
  if (!isSubject) return { end, next: k, rule: 'claims/relative-object' }
  return { end, next: headStart(tokens, from, end - 1, verb), rule: 'claims/relative-subject' }
}

/** "a ruling on the case, which is expected in May": what is expected is what happens, over what it happens to. */
function headStart(tokens: readonly Token[], from: number, k: number, verb: number): number {
  // "Lind, 56, who …": the age stands between
  if (at(tokens, k).kind === 'number' && at(tokens, k - 1).text === ',') return nounPhraseStart(tokens, from, k - 2)
  const first = nounPhraseStart(tokens, from, k)
  if (!BE.holds(at(tokens, verb)) || !AWAITED.holds(at(tokens, skipAdverbs(tokens, verb + 1)))) return first
  const isOver = PREPOSITIONS.holds(at(tokens, first - 1)) && happeningOf(at(tokens, first - 2)) !== null
  return isOver && first - 2 >= from && happeningOf(at(tokens, k)) === null
    ? nounPhraseStart(tokens, from, first - 2)
    : first
}
const AWAITED = wordSet('expected due scheduled set planned slated')

/** The comma behind which the clause goes on: with its verb, or with "to" behind its object ("asked Lind, who ran it, to stay"). */
function closeOf(tokens: readonly Token[], k: number, last: number): number {
  const close = closingComma(tokens, k - 1, Math.min(last, k + 30))
  if (close > k) return close
  const stop = nextStop(tokens, k, last)
  return at(tokens, stop).text === ',' && at(tokens, stop + 1).lower === 'to' ? stop : -1
}

/** "Lind joined the Oland Fund, a group that pays for ferries": who or what it is, told with a verb of its own at the end. */
export function apposition(tokens: readonly Token[], from: number, k: number, last: number): Cut | null {
  const { lower } = at(tokens, k + 1)
  if ((lower !== 'a' && lower !== 'an') || k - from < 5 || finiteIn(tokens, from, k) < 0) return null
  const end = nextStop(tokens, k + 1, last)
  for (let j = k + 3; j < Math.min(end, k + LONGEST_APPOSED); j++) {
    const token = at(tokens, j)
    if (isFiniteVerb(tokens, j)) return null
    const isSubject = RELATIVES.holds(token) || token.lower === 'that'
    if (!isSubject && !PERSONAL_PRONOUNS.holds(token)) continue
    if (!isFiniteVerb(tokens, skipAdverbs(tokens, j + 1)) || end - j < 4) return null
    const isName = isCapitalized(at(tokens, k - 1))
    return { end: k, next: isName ? nounPhraseStart(tokens, from, k - 1) : k + 1, rule: 'claims/apposition' }
  }
  return null
}
const LONGEST_APPOSED = 14

/** "…, at which point the lock was shut": a clause of its own, behind its preposition; "…, most of which were sold". */
function behindPreposition(tokens: readonly Token[], k: number, last: number): Cut | null {
  const isApart =
    at(tokens, k).lower === 'which' &&
    at(tokens, k - 2).text === ',' &&
    finiteIn(tokens, k + 1, Math.min(last, k + 12)) > k
  if (isApart) return { end: k - 2, next: k - 1, rule: 'claims/relative-object' }
  return at(tokens, k - 1).lower === 'of' ? partOf(tokens, k) : null
}

/** "…, most of which were sold": how many of them is told apart. */
function partOf(tokens: readonly Token[], k: number): Cut | null {
  const next = at(tokens, k - 3).text === ',' ? k - 2 : at(tokens, k - 4).text === ',' ? k - 3 : -1
  return next > 0 && (PARTS.holds(at(tokens, k - 2)) || at(tokens, k - 2).kind === 'number')
    ? { end: next - 1, next, rule: 'claims/relative-object' }
    : null
}
const PARTS = wordSet(
  'most some many all none both half one two three four five six several few each neither percent %',
)

/** "nationals who were abducted in 1975", "the term that ends in June", "the target it set last May": a dated or counted fact of its own inside the clause. */
export function restrictive(
  tokens: readonly Token[],
  from: number,
  k: number,
  last: number,
  timed: Timed,
): Clause | null {
  const verb = restrictiveVerb(tokens, k, last)
  if (verb < 0 || MODALS.holds(at(tokens, verb))) return null
  const end = nextStop(tokens, k + 1, last)
  const first = nounPhraseStart(tokens, from, k - 1)
  // in the subject it only says who: "the men who paid 600 euros were held"
  if (finiteIn(tokens, from, k) < 0) return null
  if (end - k < 5 || first - from < 4 || k - first < 1) return null
  const isWho = at(tokens, k).lower === 'who'
  return timed(verb, end) || (isWho && hasNumber(tokens, { first: k, last: end, rule: '' }))
    ? { first, last: end, rule: 'claims/restrictive' }
    : null
}

/** The verb of a relative clause without commas that begins at token `k`, or −1. */
function restrictiveVerb(tokens: readonly Token[], k: number, last: number): number {
  const { lower } = at(tokens, k)
  const before = at(tokens, k - 1)
  if (before.kind !== 'word' || verbOf(before)?.isNounish === false || PREPOSITIONS.holds(before)) return -1
  if (lower === 'who') return finiteIn(tokens, k + 1, Math.min(last, k + 4))
  if (lower === 'that') return isFiniteVerb(tokens, skipAdverbs(tokens, k + 1)) ? skipAdverbs(tokens, k + 1) : -1
  if (!PERSONAL_PRONOUNS.has(lower)) return -1
  return isFiniteVerb(tokens, k + 1) && !RELATIVES.holds(before) && !SUBORDINATORS.holds(before) ? k + 1 : -1
}

/** "… when they hold a summit later this week": a day in the time clause, or right before it, makes it a claim too. */
export function dated(tokens: readonly Token[], from: number, k: number, last: number, timed: Timed): Clause | null {
  if (at(tokens, k).lower !== 'when' || k - from < 5) return null
  const verb = finiteIn(tokens, k + 2, Math.min(last, k + 9))
  const end = nextStop(tokens, k + 1, last)
  return verb > 0 && verb < end && (timed(k, end) || (timed(k - 4, k) && !BE.holds(at(tokens, verb))))
    ? { first: k + 1, last: end, rule: 'claims/when-clause' }
    : null
}

/** "what Tokyo describes as …": that they call it so is the point. */
export function freeRelative(tokens: readonly Token[], k: number, last: number): Clause | null {
  if (at(tokens, k).lower !== 'what' || !isCapitalized(at(tokens, k + 1))) return null
  const verb = finiteIn(tokens, k + 2, Math.min(last, k + 7))
  const base = verb < 0 ? '' : (verbOf(at(tokens, verb))?.base ?? '')
  if (!['describe', 'call', 'term', 'consider', 'regard', 'see', 'deem'].includes(base)) return null
  return { first: k, last: nextStop(tokens, verb, last), rule: 'claims/what-calls' }
}
