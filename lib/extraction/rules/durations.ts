import { addDays, addMonths, type Day } from '@/lib/core/days'
import { WordMap } from './lexicon'
import { readNumber } from './numbers'
import type { FoundTime } from './readings'
import { at, isDash, type Token } from './tokens'
import { wordSet } from './words'

/** Spans counted from a day that is named: "a two-day summit from Oct. 31", "for three weeks starting Thursday". */

const STARTERS = wordSet('from starting beginning commencing')
const UNITS = new WordMap<'day' | 'week' | 'month' | 'year'>([
  ['day', 'day'],
  ['days', 'day'],
  ['week', 'week'],
  ['weeks', 'week'],
  ['month', 'month'],
  ['months', 'month'],
  ['year', 'year'],
  ['years', 'year'],
])
/** How far before the day its duration can stand, in tokens. */
const REACH = 16

/** The last day of what begins with `time`, and where the phrase begins; null when no duration governs it. */
export function durationBefore(
  tokens: readonly Token[],
  first: number,
  time: FoundTime,
): { to: Day; start: number } | null {
  const before = at(tokens, time.first - 1).lower
  if (!STARTERS.has(before === 'on' || before === 'in' ? at(tokens, time.first - 2).lower : before)) return null
  const isWhole = time.grain === 'month' || time.grain === 'year'
  if (time.grain !== 'day' && !isWhole) return null
  for (let k = time.first - 1; k >= Math.max(first, time.first - REACH); k--) {
    const unit = UNITS.of(at(tokens, k))
    if (!unit || ((unit === 'day' || unit === 'week') && isWhole)) continue
    const isCompound = isDash(at(tokens, k - 1))
    for (const back of isCompound ? [2, 4] : [1, 3]) {
      const number = readNumber(tokens, k - back)
      if (!number || number.end !== k - (isCompound ? 1 : 0) || number.value < 2 || number.value > 100) continue
      if (!isCompound && at(tokens, k - back - 1).lower !== 'for') continue
      const to = lastDay(time.from, unit, number.value)
      return to < time.from ? null : { to, start: at(tokens, k - back).start }
    }
  }
  return null
}

function lastDay(from: Day, unit: 'day' | 'week' | 'month' | 'year', count: number): Day {
  if (unit === 'day') return addDays(from, count - 1)
  if (unit === 'week') return addDays(from, count * 7 - 1)
  return addDays(addMonths(from, count * (unit === 'year' ? 12 : 1)), -1)
}
