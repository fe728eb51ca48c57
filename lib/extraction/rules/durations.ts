import { addDays, addMonths, type Day } from '@/lib/core/days'
import { type WordClass, WordMap } from './lexicon'
import { readNumber } from './numbers'
import type { FoundTime } from './readings'
import { at, isDash, type Token } from './tokens'
import { verbOf } from './verbs'
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

const GIVEN = wordSet('has have had gives give gave given got gets')
const MODALS_AHEAD = wordSet("will 'll to could may might would")
/** How far behind what is given or will be its duration can stand, in tokens. */
const REACH_AHEAD = 12

/** A length that is counted from now: "has 14 days to appeal", "will stay shut for (at least) two more weeks". */
export function durationAhead(
  tokens: readonly Token[],
  first: number,
  last: number,
  said: Day,
): { first: number; last: number; to: Day } | null {
  for (let k = first + 2; k < last; k++) {
    const unit = UNITS.of(at(tokens, k))
    if (!unit) continue
    const isMore = at(tokens, k - 1).lower === 'more'
    const start = numberBefore(tokens, isMore ? k - 1 : k)
    const isAnother = ANOTHER.holds(at(tokens, start - 1))
    const number = start < k ? readNumber(tokens, start) : null
    const count = number?.value ?? (isAnother ? 1 : 0)
    if (count < 1 || count > 100) continue
    const isToDo = at(tokens, k + 1).lower === 'to' && verbOf(at(tokens, k + 2))?.form === 'base'
    const isSet = isToDo && hasBefore(tokens, GIVEN, first, start)
    const isFor = hasFor(tokens, isAnother ? start - 1 : start)
    if (!isSet && !((isMore || isAnother) && isFor && hasBefore(tokens, MODALS_AHEAD, first, start))) continue
    return { first: isAnother ? start - 1 : start, last: k + 1, to: addDays(lastDay(said, unit, Math.round(count)), 1) }
  }
  return null
}
const ANOTHER = wordSet('another further')
/** "for", over "at least" and "up to". */
const hasFor = (tokens: readonly Token[], k: number): boolean =>
  at(tokens, k - 1).lower === 'for' || at(tokens, k - 3).lower === 'for'

/** Where the number that ends before token `k` begins; `k` when there is none. */
function numberBefore(tokens: readonly Token[], k: number): number {
  for (const back of [3, 1]) if (readNumber(tokens, k - back)?.end === k) return k - back
  return k
}
function hasBefore(tokens: readonly Token[], words: WordClass, first: number, k: number): boolean {
  for (let j = k - 1; j >= Math.max(first, k - REACH_AHEAD); j--) if (words.holds(at(tokens, j))) return true
  return false
}
