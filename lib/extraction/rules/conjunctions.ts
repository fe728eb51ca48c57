import { finiteIn, isClosingMark, isFiniteVerb, isOpeningMark } from './phrases'
import { type Cut, hasNumber, nextStop, skipAdverbs, wordCount } from './stretches'
import { clauseVerb, hasOpening } from './subjects'
import { at, isDash, type Token } from './tokens'
import { verbOf } from './verbs'
import { DO, PERSONAL_PRONOUNS, PREPOSITIONS, RELATIVES, SUBORDINATORS, wordSet } from './words'

/** Cuts before conjunctions, participles and pronouns that open a clause of their own. */

/** ", as", " while", " after" with a clause of its own behind and a whole one before. */
export function conjunction(tokens: readonly Token[], from: number, k: number, last: number): Cut | null {
  const { lower } = at(tokens, k)
  const before = at(tokens, k - 1)
  if (finiteIn(tokens, from, k) < 0 || k - from < 5) return comesBefore(tokens, from, k, last)
  const hasComma = before.text === ',' || isQuotedComma(tokens, k)
  const end = before.text === ',' ? k - 1 : k
  if (lower === 'with' || lower === 'amid')
    return before.text === ',' && hasParticiple(tokens, k + 2, Math.min(last, k + 12))
      ? { end, next: k + 1, rule: 'claims/with-clause' }
      : null
  // without a comma "while" tells when, and "so" how much
  if ((lower === 'while' || lower === 'so') && !hasComma && !isSoSubject(tokens, k)) return null
  if (lower === 'because' && at(tokens, k + 1).lower === 'of') return null
  if (lower === 'as' && !hasComma && PERSONAL_PRONOUNS.holds(at(tokens, k + 1)) && !COMING.holds(before)) return null
  if (lower === 'though' && before.lower === 'as') return null
  const stop = nextStop(tokens, k + 1, last)
  const verb = lower === 'but' ? butVerb(tokens, k, last) : clauseVerb(tokens, k, last)
  if (verb < 0 || isGerund(tokens, k + 1)) return null
  if (
    lower === 'as' &&
    (verb - k > 9 || isComparing(tokens, from, k) || isRole(tokens, k, verb) || isPut(tokens, verb))
  )
    return null
  if (lower === 'after' && (isSpanned(tokens, from, k) || isOnlyThen(tokens, from, k) || isShort(tokens, k, stop)))
    return null
  if (lower === 'because' && (isOnlyThen(tokens, from, k) || BARELY.holds(before))) return null
  if (lower === 'but' && at(tokens, k + 1).lower === 'also' && verb > k + 2 && hasNotOnly(tokens, from, k)) return null
  if (lower === 'but' && verb - k > 7 && !isSetApart(tokens, k, verb)) return null
  const rule = `claims/${lower}-clause`
  if (before.text === ',' && stop < last - 2 && PREPOSITIONS.holds(at(tokens, stop + 1)) && verb < stop)
    return { end, next: k + 1, rule, resume: stop }
  return { end, next: k + 1, rule }
}

const COMING = wordSet('come comes came')

/** "was shut after the vote failed": it only says when; not so behind a comma or "It comes (a day)". */
function isShort(tokens: readonly Token[], k: number, stop: number): boolean {
  const before = at(tokens, k - 1)
  if (before.text === ',' || at(tokens, k - 2).text === ',') return false
  return stop - k < SHORTEST_AFTER && !COMING.holds(before) && !SPANS.holds(before)
}
const SHORTEST_AFTER = 9

/** A comma inside the quotation that ends before token `k`: 'is "fit to serve," while'. */
const isQuotedComma = (tokens: readonly Token[], k: number): boolean =>
  isClosingMark(at(tokens, k - 1)) && at(tokens, k - 2).text === ','

/** "but shut the lock", "but “shut the lock”", "but in May the port had closed", "but, in May, it had". */
function butVerb(tokens: readonly Token[], k: number, last: number): number {
  const opening = isOpeningMark(at(tokens, k + 1)) ? k + 2 : k + 1
  const adverb = skipAdverbs(tokens, opening)
  const next = at(tokens, adverb).text === ',' && adverb > opening ? skipAdverbs(tokens, adverb + 1) : adverb
  if (isFiniteVerb(tokens, next)) return next
  const stop = nextStop(tokens, k + 1, Math.min(last, k + LONGEST_OPENING))
  const isOpened = PREPOSITIONS.holds(at(tokens, k + 1)) && at(tokens, stop).text === ','
  return clauseVerb(tokens, isOpened ? stop : k, last)
}
const LONGEST_OPENING = 9

/** "sold not only the yard but also two ferries that leaked": two objects, whatever verb is told of the second. */
function hasNotOnly(tokens: readonly Token[], from: number, k: number): boolean {
  for (let j = from; j < k; j++) if (at(tokens, j).lower === 'not' && at(tokens, j + 1).lower === 'only') return true
  return false
}

/** Commas between the conjunction and its verb. */
const isSetApart = (tokens: readonly Token[], k: number, verb: number): boolean => nextStop(tokens, k + 1, verb) < verb

/** "seven years before the port opened": the span belongs to both sides; "It comes a day after" is nothing without the second. */
const isSpanned = (tokens: readonly Token[], from: number, k: number): boolean =>
  SPANS.holds(at(tokens, k - 1)) && !['this', 'it', 'that'].includes(at(tokens, from).lower)
const SPANS = wordSet('day days week weeks month months year years hour hours minutes moments')

/** "came to light only after", "survived only because": what stands before is not asserted without the condition. */
function isOnlyThen(tokens: readonly Token[], from: number, k: number): boolean {
  for (let j = k - 1; j > Math.max(from, k - 6); j--) {
    if (at(tokens, j).lower === 'only') return true
    if (at(tokens, j).kind === 'mark') return false
  }
  return false
}

/** "lose their vote simply because": what stands before is asserted with the reason only. */
const BARELY = wordSet('simply merely mainly mostly largely partly precisely exactly just')

/** "so the council will vote", "so during that time …": a consequence, not "so large" or "so that". */
const isSoSubject = (tokens: readonly Token[], k: number): boolean =>
  at(tokens, k).lower === 'so' &&
  (PERSONAL_PRONOUNS.holds(at(tokens, k + 1)) ||
    PREPOSITIONS.holds(at(tokens, k + 1)) ||
    ['the', 'there', 'this'].includes(at(tokens, k + 1).lower))

/** "before being sold", "as saying that": no subject. */
const isGerund = (tokens: readonly Token[], k: number): boolean =>
  verbOf(at(tokens, k))?.form === 'ing' && !at(tokens, k).isCapitalized

/** "as large as", "the same day as", "is known as", "as well as": no clause of its own. */
function isComparing(tokens: readonly Token[], from: number, k: number): boolean {
  const before = at(tokens, k - 1)
  if (NAMED_AS.holds(before) || ['well', 'of', 'if', 'though'].includes(at(tokens, k + 1).lower)) return true
  if (at(tokens, k + 2).lower === 'as') return true
  if (before.text === ',') return false
  for (let j = k - 1; j > Math.max(from - 1, k - 9); j--) {
    const { lower, kind } = at(tokens, j)
    if (lower === 'as' || lower === 'so' || lower === 'such' || lower === 'same') return true
    if (kind === 'mark' && !isDash(at(tokens, j))) return false
  }
  return false
}
/** "as the memo put it", "as they did in May": nothing of its own. */
const isPut = (tokens: readonly Token[], verb: number): boolean =>
  (at(tokens, verb).lower === 'put' && at(tokens, verb + 1).lower === 'it') ||
  (DO.holds(at(tokens, verb)) && verbOf(at(tokens, verb + 1)) === null && at(tokens, verb + 1).lower !== 'not')

/** "views of Lind as a mayor were changing": one mayor is not the subject of "were". */
const isRole = (tokens: readonly Token[], k: number, verb: number): boolean =>
  ['a', 'an'].includes(at(tokens, k + 1).lower) && ['are', 'were', 'have'].includes(at(tokens, verb).lower)

/** Words right before "as" that take it as their complement. */
const NAMED_AS = wordSet(`
  such as same well soon much far long many known seen described regarded identified viewed named listed considered treated
  served serve serves serving used it them him her works worked working acted acting classified designated portrayed hailed
`)

/** A short "X comes" before "as" is cut away although it is short. */
function comesBefore(tokens: readonly Token[], from: number, k: number, last: number): Cut | null {
  return COMING.holds(at(tokens, k - 1)) && finiteIn(tokens, k + 1, Math.min(last, k + 9)) > k + 1 && k > from
    ? { end: k, next: k + 1, rule: 'claims/as-clause' }
    : null
}

/** "…, leaving 30 people without a home": what followed is a fact of its own when it has a figure. */
export function participle(tokens: readonly Token[], from: number, k: number, last: number): Cut | null {
  const opening = ['while', 'thus', 'thereby', 'despite'].includes(at(tokens, k + 1).lower) ? k + 2 : k + 1
  const verb = skipAdverbs(tokens, opening)
  const form = verbOf(at(tokens, verb))
  if (form?.form !== 'ing' || ATTENDING.hasBase(form) || k - from < 6 || finiteIn(tokens, from, k) < 0) return null
  const end = nextStop(tokens, verb, last)
  if (end - opening < 5 || (end < last && isFiniteVerb(tokens, end + 1)) || isGerundSubject(tokens, verb, end))
    return null
  const tail = { first: verb, last: end, rule: 'claims/participle' }
  return hasNumber(tokens, tail) || (wordCount(tokens, tail) >= LONGEST_TAIL && !RESULTING.hasBase(form))
    ? { end: k, next: opening, rule: tail.rule }
    : null
}
const LONGEST_TAIL = 9
/** What followed from it, mostly in vague words. */
const RESULTING = wordSet(`
  force render allow enable let help put raise hurt spark prompt cause lead trigger fuel pave deal give hand keep range age
`)
/** "…, signing a deal has proved hard": the participle is the subject of what follows. */
const isGerundSubject = (tokens: readonly Token[], verb: number, end: number): boolean => {
  const finite = finiteIn(tokens, verb + 1, end)
  return finite >= 0 && !hasOpening(tokens, verb, finite) && !PERSONAL_PRONOUNS.holds(at(tokens, finite - 1))
}
/** Participles that only go with what was told: how somebody said it, or from where to where a figure went. */
const ATTENDING = wordSet(`
  include follow accord cite say add note refer call tell be have regard consider concern increase rise fall drop climb decline
  point describe argue claim warn urge insist quote speak use depend become go come look stand sit hold
`)

/** "The day the lock leaked, it was shut": a time with a clause of its own. */
const isTimeLead = (tokens: readonly Token[], from: number): boolean =>
  at(tokens, from).lower === 'the' &&
  TIME_NOUNS.holds(at(tokens, from + 1)) &&
  !PREPOSITIONS.holds(at(tokens, from + 2)) &&
  !isFiniteVerb(tokens, from + 2)
const TIME_NOUNS = wordSet('day morning evening night week month year moment minute time')

/** "Should the lock leak, it will be shut": what is supposed, with its verb before its subject. */
const SUPPOSING = wordSet('should were had')
const LEADS = wordSet('if when once unless whenever although')

/** ", we think,": put in, and the clause goes on. */
function isAside(tokens: readonly Token[], k: number, last: number): boolean {
  const verb = skipAdverbs(tokens, k + 1)
  return PERSONAL_PRONOUNS.holds(at(tokens, k)) && verb + 1 < last && at(tokens, verb + 1).text === ','
}

/** "The lock was shut, it will open in May": a pronoun with its verb right behind the comma. */
export function splice(tokens: readonly Token[], from: number, k: number, last: number): Cut | null {
  const next = at(tokens, k + 1)
  if (next.lower === 'however' && clauseVerb(tokens, k + 1, last) >= 0 && finiteIn(tokens, from, k) >= 0)
    return { end: k, next: k + 2, rule: 'claims/second-clause' }
  if (isAside(tokens, k + 1, last)) return null
  if (!PERSONAL_PRONOUNS.holds(next) || !isFiniteVerb(tokens, skipAdverbs(tokens, k + 2)) || last - k < 5) return null
  const opening = at(tokens, from)
  if (SUBORDINATORS.holds(opening) || PREPOSITIONS.holds(opening) || finiteIn(tokens, from, k) < 0) return null
  if (SUPPOSING.holds(opening) || isTimeLead(tokens, from)) return null
  for (let j = from; j < k; j++) if (LEADS.holds(at(tokens, j))) return null
  return { end: k, next: k + 1, rule: 'claims/second-clause' }
}

const hasParticiple = (tokens: readonly Token[], from: number, last: number): boolean => {
  for (let k = from; k < last; k++) {
    const token = at(tokens, k)
    if (token.lower === 'that' || RELATIVES.holds(token)) return false
    if (['ing', 'pastOrParticiple', 'participle'].includes(verbOf(token)?.form ?? '')) return true
  }
  return false
}
