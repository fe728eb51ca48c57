import { isNumberWord } from './numbers'
import { finiteIn, isFiniteVerb, isOpeningMark } from './phrases'
import { type Cut, hasNumber, nextStop, skipAdverbs } from './stretches'
import { clauseVerb, hasOpening } from './subjects'
import { at, isCapitalized, isDash, type Token } from './tokens'
import { verbOf } from './verbs'
import {
  anyOf,
  BE,
  DETERMINERS,
  HAVE,
  MODALS,
  PERSONAL_PRONOUNS,
  POSSESSIVES,
  PREPOSITIONS,
  RELATIVES,
  SUBORDINATORS,
  wordSet,
} from './words'

/**
 * ", and" / "and" before a verb of the same subject or before a clause of its own. Two verbs beside each other are not
 * cut: they share their object ("robbed and abused dozens of people").
 */
export function coordination(tokens: readonly Token[], from: number, k: number, last: number): Cut | null {
  const before = at(tokens, k - 1)
  if (k - from < 3 || finiteIn(tokens, from, k) < 0 || isSubjectOpen(tokens, from, k)) return null
  const isBelow = before.text !== ',' && (isInTimeClause(tokens, from, k) || isInRelative(tokens, from, k))
  const hasComma = before.text === ','
  const end = hasComma ? k - 1 : k
  if (isSecondThat(tokens, from, k, last)) return { end, next: k + 2, rule: 'claims/second-clause' }
  const next = secondVerb(tokens, at(tokens, k + 1).lower === 'so' ? k + 2 : k + 1, last)
  if (isFiniteVerb(tokens, next) && isPlainVerb(tokens, next) && !isAdjective(tokens, next))
    return at(tokens, next + 1).text !== ',' &&
      !isBelow &&
      !isFiniteVerb(tokens, k - 1) &&
      !isSecondParticiple(tokens, from, k, next) &&
      (hasComma || isFullVerb(tokens, from, next, last))
      ? { end, next: k + 1, rule: 'claims/second-verb' }
      : null
  const opening = LINKING.holds(at(tokens, k + 1)) ? k + 2 : k + 1
  const verb = clauseVerb(tokens, opening - 1, last)
  if (verb < 0 || !startsSubject(tokens, opening, hasComma)) return null
  if (hasComma ? isDescribed(tokens, opening, verb) : !isComplete(tokens, from, k, verb)) return null
  return { end, next: k + 1, rule: 'claims/second-clause' }
}

/** Between "and" and the subject it brings: "and then he left". */
const LINKING = wordSet('then so therefore thus now later finally instead still yet')

/** Without a comma fewer words tell the same act to its end, unless with a figure or in a row: "came in and took a seat". */
const isFullVerb = (tokens: readonly Token[], from: number, next: number, last: number): boolean =>
  last - next >= SHORTEST_SECOND ||
  (at(tokens, from - 1).text === ',' && isFiniteVerb(tokens, from)) ||
  (last - next >= 2 && hasNumber(tokens, { first: next, last, rule: '' }))
const SHORTEST_SECOND = 7

/** "came hours after Lind freed the ferry and sent it off": the second verb belongs to the clause of time. */
function isInTimeClause(tokens: readonly Token[], from: number, k: number): boolean {
  for (let j = k - 1; j > finiteIn(tokens, from, k) && j > k - LONGEST_PART; j--) {
    const token = at(tokens, j)
    if (token.text === ',') return false
    if (TIMING.holds(token)) return finiteIn(tokens, j + 1, k) >= 0
  }
  return false
}
const TIMING = wordSet('after before when while until once if because')

/** "will need a crew that knows the lock and has worked here": the second verb is told of the crew, too. */
function isInRelative(tokens: readonly Token[], from: number, k: number): boolean {
  for (let j = k - 1; j > finiteIn(tokens, from, k) && j > k - LONGEST_PART; j--) {
    const token = at(tokens, j)
    const isRow = token.text === ',' && isFiniteVerb(tokens, j + 1)
    if (token.kind === 'mark' && !isDash(token) && !isRow) return false
    if (token.lower !== 'who' && token.lower !== 'which' && token.lower !== 'that') continue
    const verb = skipAdverbs(tokens, j + 1)
    return verb < k && isFiniteVerb(tokens, verb) && isHead(at(tokens, j - 1))
  }
  return false
}
/** A noun before "that": "said that" and "told him that" open what was said. */
const isHead = (token: Token): boolean =>
  token.kind === 'word' && verbOf(token)?.isNounish !== false && !PREPOSITIONS.holds(token) && !OBJECTS.holds(token)

/** "(said that the lock leaks) and that it will be shut": each content is told for itself. */
const isSecondThat = (tokens: readonly Token[], from: number, k: number, last: number): boolean =>
  at(tokens, k + 1).lower === 'that' &&
  (at(tokens, from - 1).lower === 'that' || at(tokens, from).lower === 'that' || at(tokens, k - 1).text === ',') &&
  !isFiniteVerb(tokens, k + 2) &&
  clauseVerb(tokens, k + 1, last) > k + 2

/** "He was born in Lund, moved to Oland and became mayor": a verb behind a comma, when "and" brings another of the same subject. */
export function series(tokens: readonly Token[], from: number, k: number, last: number): Cut | null {
  const verb = skipAdverbs(tokens, k + 1)
  if (finiteIn(tokens, from, k) < 0) return null
  if (!isFiniteVerb(tokens, verb) || !isPlainVerb(tokens, verb)) return clauseRow(tokens, from, k, last)
  if (k - from < 3 || isSubjectOpen(tokens, from, k) || isInRelative(tokens, from, k)) return null
  for (let j = verb + 2; j < Math.min(last, verb + LONGEST_PART); j++) {
    const token = at(tokens, j)
    if (RELATIVES.holds(token) || token.lower === 'that') return null
    if (token.lower !== 'and') continue
    const next = skipAdverbs(tokens, j + 1)
    if (!isFiniteVerb(tokens, next) || !isPlainVerb(tokens, next)) continue
    const isSure = isPast(tokens, verb) || isPast(tokens, next) || isActive(tokens, from, k, verb)
    return isSure ? { end: k, next: k + 1, rule: 'claims/second-verb' } : null
  }
  return null
}
const LONGEST_PART = 45

/** "Cafes will close, the banks are open, and the ferry is late": clauses in a row. */
function clauseRow(tokens: readonly Token[], from: number, k: number, last: number): Cut | null {
  const opening = at(tokens, from)
  if (SUBORDINATORS.holds(opening) || PREPOSITIONS.holds(opening) || !startsSubject(tokens, k + 1, true)) return null
  const verb = clauseVerb(tokens, k, last)
  if (verb < 0 || isDescribed(tokens, k + 1, verb) || hasBelow(tokens, from, k)) return null
  const comma = nextStop(tokens, verb, last)
  const isRow =
    at(tokens, comma).text === ',' && at(tokens, comma + 1).lower === 'and' && clauseVerb(tokens, comma + 1, last) >= 0
  return isRow ? { end: k, next: k + 1, rule: 'claims/second-clause' } : null
}
/** A word that puts what follows below something: the comma may end that. */
function hasBelow(tokens: readonly Token[], from: number, k: number): boolean {
  for (let j = from; j < k; j++) {
    const token = at(tokens, j)
    if (RELATIVES.holds(token) || token.lower === 'that' || (SUBORDINATORS.holds(token) && !PREPOSITIONS.holds(token)))
      return true
  }
  return false
}
/** "opened the lock, drained the dock": both verbs have an object right behind, and no auxiliary makes them participles. */
function isActive(tokens: readonly Token[], from: number, k: number, verb: number): boolean {
  const first = finiteIn(tokens, from, k)
  return !BE.holds(at(tokens, first)) && !HAVE.holds(at(tokens, first)) && opensObject(at(tokens, verb + 1))
}
const opensObject = (next: Token): boolean =>
  DETERMINERS.holds(next) ||
  POSSESSIVES.holds(next) ||
  OBJECTS.holds(next) ||
  isCapitalized(next) ||
  next.kind === 'number'
const OBJECTS = wordSet('it him her them us')

/** Nothing but a past form: "became", "took". */
const isPast = (tokens: readonly Token[], k: number): boolean =>
  verbOf(at(tokens, k))?.form === 'past' || ['was', 'were', 'had'].includes(at(tokens, k).lower)

/** ", and more liquefied natural gas": a participle between a bare noun's words is no verb. */
function isDescribed(tokens: readonly Token[], first: number, verb: number): boolean {
  const [opening, next] = [at(tokens, first), at(tokens, verb + 1)]
  if (HAVE.holds(at(tokens, verb)) || verbOf(at(tokens, verb))?.form !== 'pastOrParticiple') return false
  if (next.kind !== 'word' || next.isCapitalized) return false
  if (DETERMINERS.holds(opening) || PERSONAL_PRONOUNS.holds(opening) || PREPOSITIONS.holds(opening)) return false
  if (opening.isCapitalized) return false
  return !DETERMINERS.holds(next) && !PREPOSITIONS.holds(next) && !POSSESSIVES.holds(next) && next.lower !== 'that'
}

/** "and later sold", "and, wearing a hard hat, toured": over adverbs and an insert of a few words. */
function secondVerb(tokens: readonly Token[], k: number, last: number): number {
  const next = skipAdverbs(tokens, k)
  if (at(tokens, next).text !== ',') return next
  const close = nextStop(tokens, next + 1, Math.min(last, next + 14))
  return at(tokens, close).text === ',' ? skipAdverbs(tokens, close + 1) : next
}

/** "A man who shot two guards and …": the verbs so far belong to a relative clause of the subject. */
function isSubjectOpen(tokens: readonly Token[], from: number, k: number): boolean {
  const verb = finiteIn(tokens, from, k)
  const relative = at(tokens, verb - 1).lower
  if (PERSONAL_PRONOUNS.has(relative) && verb - 3 >= from && isHead(at(tokens, verb - 2)))
    return DETERMINERS.holds(at(tokens, verb - 3)) && finiteIn(tokens, verb + 1, k) < 0
  if (relative !== 'who' && relative !== 'which' && relative !== 'that') return false
  if (verb - 2 < from || at(tokens, verb - 2).text === ',') return false
  return finiteIn(tokens, verb + 2, k) < 0
}

/** "was arrested and charged", "been tested and approved": one fact in two words. */
function isSecondParticiple(tokens: readonly Token[], from: number, k: number, next: number): boolean {
  if (verbOf(at(tokens, next))?.form !== 'pastOrParticiple' || next > k + 2) return false
  const form = verbOf(at(tokens, k - 1))?.form
  if (form !== 'pastOrParticiple' && form !== 'participle') return false
  for (let j = k - 2; j > Math.max(from, k - 5); j--) if (BE.holds(at(tokens, j))) return true
  return false
}

const SURE = anyOf(MODALS, HAVE, ['is', 'are', 'was', 'were'])
/** A past or third-person form that is surely a verb; not "sold by", not a modal's second verb. */
function isPlainVerb(tokens: readonly Token[], k: number): boolean {
  const token = at(tokens, k)
  if (SURE.holds(token)) return true
  const form = verbOf(token)
  if (!form || at(tokens, k + 1).lower === 'by') return false
  return (
    form.form === 'past' ||
    (form.form === 'pastOrParticiple' && at(tokens, k + 1).lower !== 'of') ||
    (form.form === 'third' && !form.isNounish)
  )
}

/** Participles that mostly stand before a noun: "slabs of concrete and twisted steel". */
const ADJECTIVES = wordSet(`
  related twisted broken alleged increased limited advanced improved planned proposed reduced renewed united combined connected
  associated skilled experienced retired elected armed injured wounded displaced detained unnamed continued shared organized
  organised used frozen processed refined imported canned armored armoured so-called unmanned suspected convicted licensed
`)
function isAdjective(tokens: readonly Token[], k: number): boolean {
  const next = at(tokens, k + 1)
  return (
    ADJECTIVES.holds(at(tokens, k)) &&
    next.kind === 'word' &&
    next.lower !== 'more' &&
    !DETERMINERS.holds(next) &&
    !PREPOSITIONS.holds(next) &&
    !isCapitalized(next)
  )
}

/** A subject of its own: a determiner, pronoun, number or name; a bare plural behind a comma or right before its verb. */
function startsSubject(tokens: readonly Token[], k: number, hasComma: boolean): boolean {
  const token = at(tokens, k)
  if (token.kind === 'number') return true
  if (token.kind !== 'word') return false
  if (isCounted(tokens, k)) return true
  if (PREPOSITIONS.holds(token)) return hasComma && at(tokens, k - 1).lower === 'and' && opensLater(tokens, k)
  if (DETERMINERS.holds(token) || PERSONAL_PRONOUNS.holds(token) || POSSESSIVES.holds(token) || token.lower === 'there')
    return true
  if (ANYBODY.holds(token)) return true
  if (isCapitalized(token)) return hasComma || (!isDash(at(tokens, k + 1)) && !isListed(tokens, k))
  if (verbOf(token) && !verbOf(token)?.isNounish) return false
  return hasComma || (token.lower.endsWith('s') && isPluralSubject(tokens, k))
}
const ANYBODY = wordSet('nobody everybody everyone somebody someone nothing everything others')

/** "banks will open", "members of the public have complained". */
function isPluralSubject(tokens: readonly Token[], k: number): boolean {
  if (isFiniteVerb(tokens, k + 1)) return !isMarked(tokens, k + 1)
  if (!PREPOSITIONS.holds(at(tokens, k + 1)) || at(tokens, k + 1).lower === 'to') return false
  for (let j = k - 2; j > k - 7; j--) if (at(tokens, j).text === ',' || at(tokens, j).lower === 'both') return false
  const verb = clauseVerb(tokens, k - 1, k + LONGEST_PHRASE)
  return verb > k && SURE.holds(at(tokens, verb))
}
const LONGEST_PHRASE = 8

/** "in Lund and Malmo after …": a second name beside the first, with no verb right behind it. */
function isListed(tokens: readonly Token[], k: number): boolean {
  if (!isCapitalized(at(tokens, k - 2))) return false
  let next = k + 1
  while (isCapitalized(at(tokens, next)) || at(tokens, next).text === '.') next++
  const isAdded = verbOf(at(tokens, next))?.form === 'pastOrParticiple' && at(tokens, next + 1).kind === 'mark'
  return isAdded || PREPOSITIONS.holds(at(tokens, next)) || at(tokens, next).lower === 'and'
}

/** "and over 300 boats were …", "and about 40 …": how many, and of what. */
const isCounted = (tokens: readonly Token[], k: number): boolean =>
  APPROXIMATE.holds(at(tokens, k)) &&
  (at(tokens, k + 1).kind === 'number' ||
    isNumberWord(at(tokens, k + 1)) ||
    (['than', 'least', 'most', 'to'].includes(at(tokens, k + 1).lower) && at(tokens, k + 2).kind === 'number'))
const APPROXIMATE = wordSet('over about around nearly almost some at more fewer up roughly approximately')

/** "boats and nets sold to the yard": a participle behind a bare plural. */
const isMarked = (tokens: readonly Token[], k: number): boolean =>
  verbOf(at(tokens, k))?.form === 'pastOrParticiple' &&
  (PREPOSITIONS.holds(at(tokens, k + 1)) || at(tokens, k + 1).lower === 'out')

/** "…, and by June he had": a pronoun with its verb behind a short phrase of time or place. */
function opensLater(tokens: readonly Token[], k: number): boolean {
  for (let j = k + 1; j < k + 7; j++)
    if (PERSONAL_PRONOUNS.holds(at(tokens, j))) return isFiniteVerb(tokens, skipAdverbs(tokens, j + 1))
  return false
}

/** Without a comma, "and X did" is a clause only when what stands before is complete: no open verb that X could be an object of. */
function isComplete(tokens: readonly Token[], from: number, k: number, verb: number): boolean {
  const first = finiteIn(tokens, from, k)
  return (
    first >= 0 &&
    (k - first >= 3 || first === k - 1 || (BE.holds(at(tokens, first)) && verbOf(at(tokens, k - 1)) !== null)) &&
    verb - k <= 10 &&
    !isOpeningMark(at(tokens, k + 1)) &&
    !hasOpening(tokens, Math.max(from, k - 4), k) &&
    !isHalfSubject(tokens, from, k)
  )
}

/** "but many ports and the ferries of the county have closed": since the last conjunction no verb has come yet. */
function isHalfSubject(tokens: readonly Token[], from: number, k: number): boolean {
  for (let j = k - 2; j > from; j--) {
    if (isFiniteVerb(tokens, j)) return false
    const token = at(tokens, j)
    if (token.lower === 'but' || (SUBORDINATORS.holds(token) && !PREPOSITIONS.holds(token))) return true
  }
  return false
}
