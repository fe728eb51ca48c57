import type { AmountReading } from './amount'
import { andPart } from './fractions'
import { PERIODS } from './measures'
import { tidy } from './numbers'
import { at, isDash, isGlued, type Token } from './tokens'
import { wordSet } from './words'

/** Words that can open a length of time without a number. */
export const LENGTH_OPENERS = [
  ...['day', 'week', 'month', 'year', 'hour', 'decade'],
  ...['daylong', 'weeklong', 'monthlong', 'yearlong', 'hourlong', 'decadelong'],
]

const TELLING_WHEN = wordSet('after before following since into')
/** "more than a year ago" says when. */
const TIMES = wordSet('ago later earlier')
const BOUNDING = wordSet('than about nearly almost over under least roughly around within')

/** "a day after the vote", "less than a week", "a week-long strike": one of the period. Else null. */
export function readLength(tokens: readonly Token[], i: number): AmountReading | null {
  return readArticle(tokens, i) ?? readLong(tokens, i)
}

function readArticle(tokens: readonly Token[], i: number): AmountReading | null {
  const { lower } = at(tokens, i)
  if (lower !== 'a' && lower !== 'an') return null
  const period = at(tokens, i + 1)
  if (!PERIODS.holds(period) || period.lower === 'second') return null
  // "up from 18 a week before." is a time of its own
  const isTold =
    TELLING_WHEN.holds(at(tokens, i + 2)) && at(tokens, i + 3).kind !== 'mark' && at(tokens, i - 1).lower !== 'just'
  if (TIMES.holds(at(tokens, i + 2))) return null
  const half = andPart(tokens, i + 2)
  if (half && !TIMES.holds(at(tokens, half.end)))
    return { ...one(i, half.end, period.lower), value: tidy(1 + half.value) }
  return isTold || BOUNDING.holds(at(tokens, i - 1)) ? one(i, i + 2, period.lower) : null
}

function readLong(tokens: readonly Token[], i: number): AmountReading | null {
  const word = at(tokens, i)
  if (word.lower.endsWith('long')) return one(i, i + 1, word.lower.slice(0, -4))
  const [dash, long] = [at(tokens, i + 1), at(tokens, i + 2)]
  const isLong = isDash(dash) && long.lower === 'long' && isGlued(word, dash) && isGlued(dash, long)
  return isLong && PERIODS.holds(word) ? one(i, i + 3, word.lower) : null
}

const one = (start: number, end: number, unit: string): AmountReading => ({
  start,
  end,
  value: 1,
  low: null,
  high: null,
  unit,
  rule: 'quantities/length',
})
