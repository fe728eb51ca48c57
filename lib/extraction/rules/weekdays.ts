import { addDays, type Day, weekdayOf } from '@/lib/core/days'
import { nearestWeekday, weekOf } from './calendar'
import { WordMap } from './lexicon'
import { beforeClock, isPlainNoun, weekdayAt } from './months'
import type { TimeContext, TimeReading } from './readings'
import type { Direction } from './tense'
import { at, isDash, type Token } from './tokens'
import { wordSet } from './words'

/** Weekdays: "Friday", "last Tuesday", "Monday of next week", "Monday through Wednesday", "Friday's ruling". */

export const PARTS_OF_DAY = wordSet('morning afternoon evening night noon midnight midday')
/** "every Friday", "a Friday" name no day. */
const REPEATED = wordSet('every each any most some one alternate')
/** "a Sunday night service" is one day, "a Sunday" is any. */
const isRepeated = (tokens: readonly Token[], i: number, end: number): boolean => {
  const before = at(tokens, i - 1).lower
  return REPEATED.has(before) || (before === 'a' && !isPlainNoun(at(tokens, end)))
}
const JOINERS = wordSet('to through thru until and')

export function readWeekday(context: TimeContext, said: Day, i: number): TimeReading | null {
  const { tokens } = context
  const named = weekdayAt(tokens, i)
  if (!named) return null
  const end = named.end + (PARTS_OF_DAY.holds(at(tokens, named.end)) ? 1 : 0)
  if (isRepeated(tokens, i, end)) return null
  const inWeek = weekInWords(tokens, end)
  if (inWeek) {
    const day = addDays(weekOf(addDays(said, inWeek.shift * 7)).from, named.weekday - 1)
    return { end: inWeek.end, from: day, to: day, grain: 'day', isDate: true }
  }
  const { day, other } = dayOf(context, said, i, end, named.weekday)
  const base = { from: day, grain: 'day', isDate: true } as const
  const until = rangeEnd(tokens, end) ?? clockedEnd(tokens, i, end)
  if (until) {
    const to = nearestWeekday(day, until.weekday, 'future')
    const split = until.isList ? ({ at: until.first, firstTo: day, secondFrom: to, grain: 'day' } as const) : null
    return { ...base, end: until.end, to, grain: 'range', ...(split && to > day ? { split } : {}) }
  }
  return other === null
    ? { end, from: day, to: day, grain: 'day', isDate: true }
    : { ...base, end, to: day, alternative: { from: other, to: other }, flag: 'ambiguous-day' }
}

const WEEK_SHIFTS = new WordMap([
  ['last', -1],
  ['this', 0],
  ['next', 1],
])
/** "Monday of next week", "Tuesday next week", "Friday this week". */
function weekInWords(tokens: readonly Token[], i: number): { shift: number; end: number } | null {
  const k = i + (at(tokens, i).lower === 'of' ? 1 : 0)
  const shift = WEEK_SHIFTS.of(at(tokens, k))
  return shift !== undefined && at(tokens, k + 1).lower === 'week' ? { shift, end: k + 2 } : null
}

/** "Monday to Wednesday", "Saturday and Sunday", "Thursday-Friday". */
function rangeEnd(tokens: readonly Token[], i: number) {
  const joiner = at(tokens, i)
  if (!isDash(joiner) && !JOINERS.holds(joiner)) return null
  const second = weekdayAt(tokens, i + 1)
  if (!second || at(tokens, second.end).lower === "'s") return null
  const end = second.end + (PARTS_OF_DAY.holds(at(tokens, second.end)) ? 1 : 0)
  return { weekday: second.weekday, first: i + 1, end, isList: joiner.lower === 'and' }
}

/** "from 8pm on Friday until 5am on Monday": over the clock times. */
function clockedEnd(tokens: readonly Token[], i: number, end: number) {
  const joiner = at(tokens, end).lower
  if (!UNTIL.has(joiner) || at(tokens, beforeClock(tokens, i)).lower !== 'from') return null
  for (let k = end + 2; k < end + 7; k++) {
    const second = weekdayAt(tokens, k)
    if (second && beforeClock(tokens, k) === end)
      return { weekday: second.weekday, first: k, end: second.end, isList: false }
  }
  return null
}
const UNTIL = wordSet('to until till through')

/** "Friday's ruling" lies back unless it is an event to come in a sentence that looks forward. */
const COMING = wordSet(`
  summit meeting election vote deadline game match talks hearing debate launch referendum runoff final arguments
  session ceremony conference
`)

function dayOf(
  context: TimeContext,
  said: Day,
  i: number,
  end: number,
  weekday: number,
): { day: Day; other: Day | null } {
  const { tokens } = context
  const before = at(tokens, i - 1).lower
  const sure = (day: Day) => ({ day, other: null })
  if (before === 'last' || before === 'past') return sure(nearestWeekday(addDays(said, -1), weekday, 'past'))
  if (before === 'next') return nextWeekday(said, weekday)
  if (before === 'coming') return sure(nearestWeekday(addDays(said, 1), weekday, 'future'))
  if (before === 'this') return sure(addDays(weekOf(said).from, weekday - 1))
  const noun = at(tokens, end + 1).lower
  const isPossessive = at(tokens, end).lower === "'s"
  const isAhead = at(tokens, i - 1).lower === 'of' && at(tokens, i - 2).lower === 'ahead'
  if (isPossessive && COMING.has(noun) && isAhead) return sure(nearestWeekday(said, weekday, 'future'))
  const lead = at(tokens, beforeClock(tokens, i)).lower
  const fallback: Direction = AHEAD.has(lead) ? 'future' : 'past'
  const found = context.direction(i)
  const direction = isPossessive
    ? found === 'future' && (COMING.has(noun) || before === 'during' || before === 'at')
      ? 'future'
      : 'past'
    : (found ?? fallback)
  return sure(nearestWeekday(said, weekday, direction))
}
const AHEAD = wordSet('by until till starting beginning')

/** "next Friday", said on a Monday: of the next week to most, the coming one to some; both are kept. */
function nextWeekday(said: Day, weekday: number): { day: Day; other: Day | null } {
  const day = addDays(weekOf(said).from, 7 + weekday - 1)
  return { day, other: weekday > weekdayOf(said) ? addDays(day, -7) : null }
}
