import { SAYING } from './cues'
import { isFiniteVerb } from './phrases'
import { at, type Token } from './tokens'
import { verbOf } from './verbs'
import { isAdverbial, wordSet } from './words'

/** What stands between two commas behind a subject, before its verb: tokens of the commas or dashes. */
export type Insert = { open: number; close: number; isRelative: boolean }

const LONGEST_SUBJECT = 25
const LONGEST_INSERT = 45
const OPENING_RELATIVES = wordSet('who which whose whom where when')

/**
 * "Lind, who runs the port, bought a ferry" and "Lind, head of the port, bought a ferry": the part between the commas
 * belongs to the subject, and the clause goes on behind it. Null when the clause has its verb before the first comma.
 */
export function subjectInsert(tokens: readonly Token[], first: number, last: number): Insert | null {
  for (let open = first; open < Math.min(last, first + LONGEST_SUBJECT); open++) {
    if (isFiniteVerb(tokens, open)) return null
    if (!isOpening(tokens, open) || open === first) continue
    const close = closingComma(tokens, open, Math.min(last, open + LONGEST_INSERT))
    if (close > open) return { open, close, isRelative: OPENING_RELATIVES.holds(at(tokens, open + 1)) }
  }
  return null
}

const isOpening = (tokens: readonly Token[], k: number): boolean => {
  const { text, start, end } = at(tokens, k)
  if (text === ',' || text === '—' || text === '_' || text.startsWith('--')) return true
  return (text === '-' || text === '–') && at(tokens, k - 1).end < start && end < at(tokens, k + 1).start
}

/** "The crane, police say, had failed": who says so, and nothing more. */
const isSourceInsert = (tokens: readonly Token[], open: number, k: number): boolean =>
  k - open <= LONGEST_SOURCE &&
  at(tokens, k + 1).text === at(tokens, open).text &&
  SAYING.hasBase(verbOf(at(tokens, k)))
const LONGEST_SOURCE = 7

/** The comma behind `open` that a verb follows, with at most an adverb or a day between; −1 when there is none. */
export function closingComma(tokens: readonly Token[], open: number, last: number): number {
  const isRelative = OPENING_RELATIVES.holds(at(tokens, open + 1))
  for (let k = open + 2; k < last - 1; k++) {
    if (at(tokens, k).text !== at(tokens, open).text) {
      if (!isRelative && isFiniteVerb(tokens, k) && !isSourceInsert(tokens, open, k)) return -1
      continue
    }
    let next = k + 1
    while (isAdverbial(at(tokens, next)) || /^(?:on|[a-z]+day)$/.test(at(tokens, next).lower)) next++
    if (isFiniteVerb(tokens, next)) return k
  }
  return -1
}
