import { addDays, addMonths, type Day, daysBetween, partsOf } from '@/lib/core/days'
import { monthWindow, type Window, yearWindow } from '@/lib/core/windows'
import type { Grain } from '../schema'
import {
  decadeWindow,
  nearestWeekday,
  nthWeekday,
  type Part,
  partOfMonth,
  partOfWindow,
  partOfYear,
  quarterWindow,
  singleDay,
  weekOf,
} from './calendar'
import { readCounted } from './counted'
import type { TimeContext, TimeReading } from './readings'
import { at, isDash, type Token } from './tokens'
import { wordSet } from './words'

/** Days and periods that are counted from the day of publication: weekdays, "last week", "10 years ago", "tomorrow". */
export function readRelative(context: TimeContext, i: number): TimeReading | null {
  if (context.said === null) return null
  return (
    readWeekday(context, context.said, i) ??
    readNamedDay(context, context.said, i) ??
    readShifted(context, context.said, i) ??
    readCounted(context, context.said, i)
  )
}

const WEEKDAYS: Readonly<Record<string, number>> = {
  monday: 1,
  tuesday: 2,
  wednesday: 3,
  thursday: 4,
  friday: 5,
  saturday: 6,
  sunday: 7,
  mon: 1,
  tues: 2,
  tue: 2,
  wed: 3,
  thurs: 4,
  thur: 4,
  thu: 4,
  fri: 5,
  sat: 6,
  sun: 7,
}
const PARTS_OF_DAY = new Set(['morning', 'afternoon', 'evening', 'night'])

function readWeekday({ tokens, direction }: TimeContext, said: Day, i: number): TimeReading | null {
  const token = at(tokens, i)
  const weekday = Object.hasOwn(WEEKDAYS, token.lower) ? WEEKDAYS[token.lower] : undefined
  if (!weekday || token.text.charAt(0) === token.lower.charAt(0) || at(tokens, i + 1).lower === 's') return null
  if (token.lower.length < 5 && at(tokens, i + 1).text !== '.') return null
  const before = at(tokens, i - 1).lower
  const end = i + (PARTS_OF_DAY.has(at(tokens, i + 1).lower) ? 2 : 1)
  const isPossessive = at(tokens, end).lower === "'s"
  const day = weekdayFrom(
    said,
    weekday,
    before,
    isPossessive ? possessed(direction(i), at(tokens, end + 1).lower) : direction(i),
  )
  return { end, from: day, to: day, grain: 'day', isDate: true }
}

/** "Friday's ruling" lies back unless it is an event to come in a sentence that looks forward. */
const COMING = new Set([
  'summit',
  'meeting',
  'election',
  'vote',
  'deadline',
  'game',
  'talks',
  'hearing',
  'debate',
  'launch',
])
const possessed = (direction: 'past' | 'future' | null, noun: string): 'past' | 'future' =>
  direction === 'future' && COMING.has(noun) ? 'future' : 'past'

function weekdayFrom(said: Day, weekday: number, before: string, direction: 'past' | 'future' | null): Day {
  if (before === 'last' || before === 'past') return nearestWeekday(addDays(said, -1), weekday, 'past')
  if (before === 'next' || before === 'coming') return nearestWeekday(addDays(said, 1), weekday, 'future')
  if (before === 'this') return addDays(weekOf(said).from, weekday - 1)
  if (before === 'by' || before === 'until' || before === 'starting' || before === 'beginning')
    return nearestWeekday(said, weekday, direction ?? 'future')
  return nearestWeekday(said, weekday, direction ?? 'past')
}

const NAMED: Readonly<Record<string, number>> = { today: 0, tonight: 0, yesterday: -1, tomorrow: 1 }
/** Fixed and floating holidays: [month, day] or [month, weekday, nth]. */
// biome-ignore format: a table
const HOLIDAYS: Readonly<Record<string, readonly [number, number] | readonly [number, number, number]>> = {
  'christmas day': [12, 25], 'christmas eve': [12, 24], christmas: [12, 25], 'independence day': [7, 4], 'labor day': [9, 1, 1], 'memorial day': [5, 1, -1], thanksgiving: [11, 4, 4], halloween: [10, 31], "new year's": [1, 1], "new year's day": [1, 1], "new year's eve": [12, 31], "valentine's day": [2, 14],
}

const HOLIDAY_STARTS = wordSet(
  Object.keys(HOLIDAYS)
    .map((name) => name.split(/[ ']/, 1))
    .join(' '),
)

function readNamedDay({ tokens, direction }: TimeContext, said: Day, i: number): TimeReading | null {
  const lower = at(tokens, i).lower
  if (Object.hasOwn(NAMED, lower)) {
    if (lower === 'today' && isNowadays(tokens, i)) return null
    const day = addDays(said, NAMED[lower] ?? 0)
    const end = i + (PARTS_OF_DAY.has(at(tokens, i + 1).lower) ? 2 : 1)
    return { end, from: day, to: day, grain: 'day', isDate: true }
  }
  if (lower === 'weekend' && at(tokens, i - 1).lower === 'the')
    return { end: i + 1, ...weekendBy(said, direction(i)), grain: 'range', isDate: true }
  const dayAfter =
    lower === 'day' &&
    ['after', 'before'].includes(at(tokens, i + 1).lower) &&
    ['tomorrow', 'yesterday'].includes(at(tokens, i + 2).lower)
  if (dayAfter)
    return {
      end: i + 3,
      ...singleDay(addDays(said, at(tokens, i + 1).lower === 'after' ? 2 : -2)),
      grain: 'day',
      isDate: true,
    }
  if (!HOLIDAY_STARTS.holds(at(tokens, i))) return null
  for (let length = 4; length >= 1; length--) {
    const words = Array.from({ length }, (_, k) => at(tokens, i + k).lower)
      .join(' ')
      .replace(" 's", "'s")
    const rule = Object.hasOwn(HOLIDAYS, words) ? HOLIDAYS[words] : undefined
    if (rule)
      return {
        end: i + length,
        ...singleDay(holiday(said, rule, direction(i) ?? 'future')),
        grain: 'day',
        isDate: true,
      }
  }
  return null
}

/** "over the weekend": the last one, or the next in a sentence that looks forward. */
function weekendBy(said: Day, direction: 'past' | 'future' | null): Window {
  const { to } = weekOf(said)
  const sunday = direction === 'future' || said === to ? to : addDays(to, -7)
  return { from: addDays(sunday, -1), to: sunday }
}

/** "the cars of today", "today's world" say no day. */
const isNowadays = (tokens: readonly Token[], i: number): boolean => at(tokens, i - 1).lower === 'of'

function holiday(
  said: Day,
  rule: readonly [number, number] | readonly [number, number, number],
  direction: 'past' | 'future',
): Day {
  const { year } = partsOf(said)
  const inYear = (y: number): Day =>
    rule.length === 2 ? addDays(monthWindow(y, rule[0]).from, rule[1] - 1) : nthWeekday(y, rule[0], rule[1], rule[2])
  const day = inYear(year)
  if (direction === 'future') return day >= said ? day : inYear(year + 1)
  return day <= said ? day : inYear(year - 1)
}

const SHIFTS: Readonly<Record<string, number>> = {
  this: 0,
  last: -1,
  previous: -1,
  past: -1,
  next: 1,
  coming: 1,
  following: 1,
  current: 0,
}
const PERIOD_GRAINS: Readonly<Record<string, Grain>> = {
  week: 'week',
  weekend: 'range',
  month: 'month',
  quarter: 'quarter',
  year: 'year',
  decade: 'decade',
}

/** "this year", "last month", "later this week", "early next month", "earlier this year". */
function readShifted({ tokens }: TimeContext, said: Day, i: number): TimeReading | null {
  let k = i
  const edge = at(tokens, k).lower
  const isEdge = ['later', 'earlier', 'early', 'late', 'mid', 'end'].includes(edge)
  if (isEdge) k += edge === 'end' && at(tokens, k + 1).lower === 'of' ? 2 : isDash(at(tokens, k + 1)) ? 2 : 1
  if (isEdge && at(tokens, k).lower === 'in') k += 1
  const word = at(tokens, k).lower
  const shift = Object.hasOwn(SHIFTS, word) ? SHIFTS[word] : undefined
  const unit = at(tokens, k + 1).lower
  const grain = Object.hasOwn(PERIOD_GRAINS, unit) ? PERIOD_GRAINS[unit] : undefined
  if (shift === undefined || !grain) return null
  if (
    (word === 'past' || word === 'following' || word === 'previous' || word === 'coming') &&
    at(tokens, k - 1).lower !== 'the' &&
    at(tokens, k - 1).lower !== 'this'
  )
    return null
  const whole = shifted(said, unit, shift)
  const window = isEdge
    ? edgeOf(said, whole, edge, unit)
    : word === 'past'
      ? { from: addDays(said, -daysBetween(whole.from, whole.to)), to: said }
      : whole
  return { end: k + 2, ...window, grain: isEdge ? 'range' : grain, isDate: true }
}

function shifted(said: Day, unit: string, shift: number): Window {
  const { year, month } = partsOf(said)
  if (unit === 'week') return weekOf(addDays(said, shift * 7))
  if (unit === 'weekend')
    return { from: addDays(weekOf(addDays(said, shift * 7)).from, 5), to: weekOf(addDays(said, shift * 7)).to }
  if (unit === 'year') return yearWindow(year + shift)
  if (unit === 'decade') return decadeWindow(year - (year % 10) + shift * 10)
  if (unit === 'quarter') {
    const index = year * 4 + Math.floor((month - 1) / 3) + shift
    return quarterWindow(Math.floor(index / 4), (((index % 4) + 4) % 4) + 1)
  }
  const first = addMonths(monthWindow(year, month).from, shift)
  return monthWindow(partsOf(first).year, partsOf(first).month)
}

function edgeOf(said: Day, whole: Window, edge: string, unit: string): Window {
  if (edge === 'later')
    return said < whole.to
      ? { from: said >= whole.from ? addDays(said, 1) : whole.from, to: whole.to }
      : singleDay(whole.to)
  if (edge === 'earlier')
    return said > whole.from
      ? { from: whole.from, to: said <= whole.to ? addDays(said, -1) : whole.to }
      : singleDay(whole.from)
  const part: Part = edge === 'early' ? 'early' : edge === 'mid' ? 'mid' : 'late'
  const { year, month } = partsOf(whole.from)
  if (unit === 'year') return partOfYear(year, part)
  if (unit === 'month') return partOfMonth(year, month, part)
  return partOfWindow(whole, part, daysBetween(whole.from, whole.to) + 1)
}
