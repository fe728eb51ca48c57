import { subjectInsert } from './inserts'
import { finiteIn, isClosingMark, isFiniteVerb, isOpeningMark } from './phrases'
import { at, isDash, oncePerStretch, type Token } from './tokens'
import { verbOf } from './verbs'
import {
  anyOf,
  COORDINATORS,
  DETERMINERS,
  HAVE,
  isAdverbial,
  PERSONAL_PRONOUNS,
  PREPOSITIONS,
  RELATIVES,
  wordSet,
} from './words'

/** A piece of a sentence on tokens [first, last) that can be a claim by itself. */
export type Clause = { first: number; last: number; rule: string }

/** Whether a time stands in tokens [first, last). */
export type Timed = (first: number, last: number) => boolean

/** Where a clause ends and the next begins. `resume`: the clause is put into the one before, which goes on at that token. */
export type Cut = { end: number; next: number; rule: string; resume?: number }

const INSIDE = wordSet("'s ' $ £ € ¥ %")

/** Words that no noun phrase goes over. */
const OPENS_NOUN_PHRASE = anyOf(PREPOSITIONS, COORDINATORS, RELATIVES, ['that', 'to'])
/** The start of the noun phrase that ends at token `k`: back to a preposition, verb, mark or conjunction. */
export function nounPhraseStart(tokens: readonly Token[], from: number, k: number): number {
  let first = k
  for (let j = k; j >= from; j--) {
    const token = at(tokens, j)
    const { lower } = token
    if (token.kind === 'mark' && !isDash(token) && !INSIDE.holds(token)) break
    if (OPENS_NOUN_PHRASE.holds(token)) break
    if (j < k && isFiniteVerb(tokens, j)) break
    const form = verbOf(token)
    if (j < k && form?.form === 'base' && (!form.isNounish || at(tokens, j - 1).lower === 'to')) break
    if (j < k && (lower === 'including' || HAVE.holds(at(tokens, j - 1)))) break
    if (
      j < k &&
      form &&
      form.form !== 'base' &&
      !form.isNounish &&
      at(tokens, j + 1).isCapitalized &&
      !token.isCapitalized
    )
      break
    first = j
    if (DETERMINERS.holds(token) && lower !== 'all') break
  }
  return first
}

export const skipAdverbs = (tokens: readonly Token[], k: number): number => {
  let j = k
  while (isAdverbial(at(tokens, j))) j++
  return j
}

const STOPS = wordSet(', ; : ( )')
/** The next comma, semicolon, colon or bracket in [from, last), else `last`. */
export function nextStop(tokens: readonly Token[], from: number, last: number): number {
  for (let k = from; k < last; k++) if (STOPS.holds(at(tokens, k))) return k
  return last
}

/** Behind a participle, the next clause begins. */
const OPENS_ANOTHER = anyOf(RELATIVES, COORDINATORS, ['that', 'whether', 'as', 'after', 'to'])

/**
 * The verb that carries a clause: the first finite one, but not a participle that only describes the subject
 * ("talks related to the deal are set to begin").
 */
export const mainVerb = oncePerStretch((tokens, first, last): number => {
  const insert = subjectInsert(tokens, first, last)
  const verb = finiteIn(tokens, insert ? insert.close : first, last)
  if (verb < 0) return verb
  if (isInRelative(tokens, first, verb)) return behindRelative(tokens, verb, last)
  const own = verbOf(at(tokens, verb))
  if (own?.form !== 'pastOrParticiple' || SURE.hasBase(own) || SUBJECTS.holds(at(tokens, verb + 1))) return verb
  for (let k = verb + 1; k < Math.min(last, verb + 14); k++) {
    const token = at(tokens, k)
    if (token.kind === 'mark' && !isDash(token)) return verb
    if (OPENS_ANOTHER.holds(token) && (token.lower !== 'to' || verbOf(at(tokens, k + 1))?.form === 'base')) return verb
    if (isFiniteVerb(tokens, k)) return k
  }
  return verb
})

/** "hoped she would stay": another subject, so what stands before it was a verb. */
const SUBJECTS = wordSet('he she they we i')
/** Verbs whose past hardly ever describes the noun before it. */
const SURE = wordSet('say tell have feel think')

/** "The judges who will hear the case are …": the first verb belongs to a relative clause of the subject. */
function isInRelative(tokens: readonly Token[], first: number, verb: number): boolean {
  const { lower } = at(tokens, verb - 1)
  return (
    (lower === 'who' || lower === 'which' || lower === 'that') &&
    verb - 2 >= first &&
    at(tokens, verb - 2).kind === 'word'
  )
}

/** The verb that goes on behind such a clause, before the next conjunction; else the relative's own. */
function behindRelative(tokens: readonly Token[], verb: number, last: number): number {
  for (let k = verb + 1; k < last; k++) {
    const token = at(tokens, k)
    if (RELATIVES.holds(token) || token.lower === 'that' || token.text === ';') return verb
    if (k > verb + 1 && isFiniteVerb(tokens, k) && !COORDINATORS.holds(at(tokens, k - 1))) return k
  }
  return verb
}

const LEADS = wordSet('if once when unless whenever after before since as although though while')
/** Behind an opening condition or time clause: where the clause itself begins. */
export function behindLead(tokens: readonly Token[], first: number, last: number): number {
  const opening = isOpeningMark(at(tokens, first)) ? first + 1 : first
  if (!LEADS.holds(at(tokens, opening))) return first
  const comma = nextStop(tokens, first, last)
  return comma < last - 2 && finiteIn(tokens, comma, last) >= 0 ? comma + 1 : first
}

const LINKING = wordSet('also however meanwhile then')
const MONEY = wordSet('$ € £ ¥')
const MEASURING = wordSet('% € £ ¢ ° ″')

/** Without white marks at the ends; nothing when empty. */
export function trimmed(tokens: readonly Token[], clause: Clause): Clause[] {
  let { first, last } = clause
  while (
    first < last &&
    at(tokens, first).kind === 'mark' &&
    !isOpeningMark(at(tokens, first)) &&
    !MONEY.holds(at(tokens, first))
  )
    first++
  first = behindConcern(tokens, first, last)
  while (
    first < last &&
    (COORDINATORS.holds(at(tokens, first)) || (LINKING.holds(at(tokens, first)) && at(tokens, first + 1).text === ','))
  )
    first++
  while (first < last && at(tokens, first).text === ',') first++
  while (last > first && (isEndMark(tokens, first, last) || isLooseEnd(tokens, last - 1))) last--
  if (at(tokens, first).lower === 'that' && opensSubject(at(tokens, first + 1))) first++
  if (first < last && isOpeningMark(at(tokens, first)) && !closesBehind(tokens, first, last)) first++
  return first < last ? [{ first, last, rule: clause.rule }] : []
}

/** "there are fears (that) …": the fear is nobody's claim, what is feared may be one. */
const CONCERNS = wordSet('concerns fears worries hopes expectations signs reports rumors rumours')
function behindConcern(tokens: readonly Token[], first: number, last: number): number {
  if (at(tokens, first).lower !== 'there' || !CONCERNS.holds(at(tokens, first + 2))) return first
  const next = at(tokens, first + 3).lower === 'that' ? first + 4 : first + 3
  return next < last && finiteIn(tokens, next, last) >= 0 ? next : first
}

const isEndMark = (tokens: readonly Token[], first: number, last: number): boolean => {
  const token = at(tokens, last - 1)
  if (token.kind !== 'mark') return false
  if (isClosingMark(token)) return !opensBefore(tokens, first, last - 1) || isOpenedBy(tokens, first, last - 1)
  return !MEASURING.holds(token)
}
/** "Mora had left, and": the conjunction of what was cut away. */
const isLooseEnd = (tokens: readonly Token[], k: number): boolean =>
  COORDINATORS.holds(at(tokens, k)) && at(tokens, k - 1).text === ','

/** "that the lock leaks": the conjunction stays outside; "that lock leaks" points at a lock. */
const opensSubject = (token: Token): boolean =>
  DETERMINERS.holds(token) || PERSONAL_PRONOUNS.holds(token) || token.isCapitalized

/** An opening mark is kept when what it opens ends inside the clause, before its last word. */
const closesBehind = (tokens: readonly Token[], first: number, last: number): boolean => {
  for (let k = first + 1; k < last; k++) if (isClosingMark(at(tokens, k)) && at(tokens, k).lower !== "'") return true
  return false
}
/** The quotation that ends there is the whole clause. */
const isOpenedBy = (tokens: readonly Token[], first: number, k: number): boolean =>
  at(tokens, k).text !== ')' && isOpeningMark(at(tokens, first)) && !opensBefore(tokens, first + 1, k)
const opensBefore = (tokens: readonly Token[], first: number, k: number): boolean => {
  for (let j = k - 1; j >= first; j--) if (isOpeningMark(at(tokens, j))) return true
  return false
}

export const wordCount = (tokens: readonly Token[], { first, last }: Clause): number => {
  let count = 0
  for (let k = first; k < last; k++) if (at(tokens, k).kind === 'word') count++
  return count
}
export const hasNumber = (tokens: readonly Token[], { first, last }: Clause): boolean => {
  for (let k = first; k < last; k++) if (at(tokens, k).kind === 'number') return true
  return false
}
