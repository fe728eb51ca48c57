import { subjectInsert } from './inserts'
import { finiteIn } from './phrases'
import { nextStop, skipAdverbs } from './stretches'
import { at, type Token } from './tokens'
import { verbOf } from './verbs'
import { COORDINATORS, PERSONAL_PRONOUNS, PREPOSITIONS, RELATIVES, SUBORDINATORS, wordSet } from './words'

const LONGEST_SUBJECT = 18
const OPENING = wordSet('that what how why whether')

/**
 * The verb of a clause whose subject begins right behind token `k`; −1 when what follows is only a noun phrase, whatever
 * verbs stand in its relative clauses ("the people I work with", "a crew that left").
 */
export function clauseVerb(tokens: readonly Token[], k: number, last: number): number {
  const stop = nextStop(tokens, behindBracket(tokens, k + 1, last), last)
  const limit = Math.min(stop, k + LONGEST_SUBJECT)
  let from = k + 2
  for (let verb = finiteIn(tokens, from, limit); verb >= 0; verb = finiteIn(tokens, from, limit)) {
    if (COORDINATORS.holds(at(tokens, verb - 1)) || hasSubordinate(tokens, k + 2, verb)) return -1
    if (!isReduced(tokens, verb) && !hasOpening(tokens, from, verb) && !isZeroRelative(tokens, k, verb)) return verb
    from = verb + 1
  }
  const insert =
    at(tokens, stop).text === ',' && !hasOpening(tokens, k + 1, stop) ? subjectInsert(tokens, k + 1, last) : null
  return insert?.open === stop ? skipAdverbs(tokens, insert.close + 1) : -1
}

/** "the Coast Index (COX) fell": behind a bracket that follows on the words from `from` on without a stop; else `from`. */
function behindBracket(tokens: readonly Token[], from: number, last: number): number {
  const open = nextStop(tokens, from, last)
  if (at(tokens, open).text !== '(') return from
  for (let k = open + 1; k < Math.min(last, open + LONGEST_BRACKET); k++) if (at(tokens, k).text === ')') return k + 1
  return from
}
const LONGEST_BRACKET = 8

/** "a distinction held by Lind", "a man known as Mora", "rope made out of plastic": a participle behind its noun. */
const isReduced = (tokens: readonly Token[], k: number): boolean =>
  verbOf(at(tokens, k))?.form === 'pastOrParticiple' &&
  (['by', 'as', 'out'].includes(at(tokens, k + 1).lower) ||
    (DESCRIBING.holds(at(tokens, k)) && !OBJECTS.holds(at(tokens, k + 1))))
/** "40 percent called her tired": with an object it is the verb. */
const OBJECTS = wordSet('him her it them us me')
const DESCRIBING = wordSet(`
  related associated connected linked tied compared involved based located known called named owned
`)

/** "the people I work with": a pronoun inside the subject brings its own verb. */
const isZeroRelative = (tokens: readonly Token[], k: number, verb: number): boolean =>
  verb - 1 > k + 1 && PERSONAL_PRONOUNS.holds(at(tokens, verb - 1)) && !PREPOSITIONS.holds(at(tokens, k + 1))

/** A word between that opens another clause. */
export function hasOpening(tokens: readonly Token[], from: number, k: number): boolean {
  for (let j = from; j < k; j++) {
    const token = at(tokens, j)
    const isDeterminer = token.lower === 'that' && PREPOSITIONS.holds(at(tokens, j - 1))
    if (!isDeterminer && (RELATIVES.holds(token) || OPENING.holds(token))) return true
  }
  return false
}

/** "a climate evangelist when he ran": the verb belongs to a clause below. */
function hasSubordinate(tokens: readonly Token[], from: number, k: number): boolean {
  for (let j = from; j < k; j++) {
    const token = at(tokens, j)
    if (SUBORDINATORS.holds(token) && !PREPOSITIONS.holds(token) && !OPENING.holds(token) && token.lower !== 'where')
      return true
  }
  return false
}

/** "-- a distinction held by Lee": a participle with its agent says as much as a clause. */
export function isDoneBy(tokens: readonly Token[], first: number, last: number): boolean {
  for (let k = first; k < last - 1; k++) if (at(tokens, k).lower === 'by' && verbOf(at(tokens, k - 1))) return true
  return false
}
