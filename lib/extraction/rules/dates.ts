import { addDays, addMonths, type Day, makeDay, partsOf } from '@/lib/core/days'
import { monthWindow } from '@/lib/core/windows'
import { monthNearest, monthsWindow, type Part, partOfMonth, resolveMonthDay, weekOf, yearOfMonth } from './calendar'
import { WordMap } from './lexicon'
import { dayOfMonthAt, dayOnWeekday, isBeforeNoun, type Month, monthAt, partAt, weekdayAt, yearBehind } from './months'
import { readNumeric } from './numeric'
import type { TimeContext, TimeReading } from './readings'
import { at, isDash, isGlued, type Token } from './tokens'
import { wordSet } from './words'

/** Calendar dates: months, days of months, their ranges, weeks named by a day. */
export function readCalendar(context: TimeContext, i: number): TimeReading | null {
  return (
    readNumeric(context, i) ??
    readWeekNamed(context, i) ??
    readWeekdayDate(context, i) ??
    readDays(context, i) ??
    readMonthAlone(context, i) ??
    readDayAlone(context, i)
  )
}

/** "Monday, Oct. 26", "Monday 26 October": the year is the nearest in which both agree. */
function readWeekdayDate(context: TimeContext, i: number): TimeReading | null {
  const { tokens, said } = context
  const named = weekdayAt(tokens, i)
  if (!named || said === null) return null
  const k = named.end + (at(tokens, named.end).text === ',' || at(tokens, named.end).lower === 'the' ? 1 : 0)
  const point = pointAt(tokens, k)
  if (!point || point.month === null) return null
  const whole = readDays(context, k)
  if (whole?.grain !== 'day' || point.year !== null) return whole
  const date = dayOnWeekday(said, point.month, point.day, named.weekday)
  return date === null ? whole : { ...whole, from: date, to: date }
}

/** A day as written: "Oct. 27", "October 27, 2025", "27th of October 2025", or "27" alone inside a range. */
type Point = { month: number | null; day: number; year: number | null; end: number }

function pointAt(tokens: readonly Token[], i: number): Point | null {
  const named = monthAt(tokens, i)
  if (named) {
    const day = dayOfMonthAt(tokens, named.end)
    if (!day) return null
    const stated = yearBehind(tokens, day.end)
    return { month: named.month, day: day.value, year: stated?.year ?? null, end: stated?.end ?? day.end }
  }
  const day = dayOfMonthAt(tokens, i)
  if (!day) return null
  const month = monthAt(tokens, day.end + (at(tokens, day.end).lower === 'of' ? 1 : 0))
  if (!month || (dayOfMonthAt(tokens, month.end) && !yearBehind(tokens, month.end)))
    return { month: null, day: day.value, year: null, end: day.end }
  const stated = yearBehind(tokens, month.end)
  return { month: month.month, day: day.value, year: stated?.year ?? null, end: stated?.end ?? month.end }
}

const JOINERS = wordSet('to through thru until till and &')

/** A day, or days of one or two months: "Oct. 27", "October 27 to 29", "27-29 October", "30 Dec. 2025 – 2 Jan. 2026". */
function readDays(context: TimeContext, i: number): TimeReading | null {
  const { tokens } = context
  const point = pointAt(tokens, i)
  if (!point) return null
  const before = at(tokens, i - 1)
  const isNumberFirst = at(tokens, i).kind === 'number'
  if (isNumberFirst && before.kind === 'mark' && isGlued(before, at(tokens, i)) && !OPENS.has(before.text)) return null
  const until = rangeEnd(tokens, i, point)
  const month = point.month ?? until?.month ?? null
  if (month === null) return null
  const statedYear = point.year ?? yearBefore(month, until) ?? yearOfAttacks(tokens, month, point)
  const from = dayIn(context, month, point.day, statedYear, context.direction(i))
  if (from === null) return null
  if (!until) return { end: point.end, from, to: from, grain: 'day', isDate: true }
  const lastMonth = until.month ?? month
  const to = until.year === null ? dayAfter(from, lastMonth, until.day) : makeDay(until.year, lastMonth, until.day)
  if (to === null) return null
  const isList = at(tokens, until.first - 1).lower === 'and' && at(tokens, i - 1).lower !== 'between'
  const split = isList && to > from ? ({ at: until.first, firstTo: from, secondFrom: to, grain: 'day' } as const) : null
  return { end: until.end, from, to, grain: 'range', isDate: true, ...(split ? { split } : {}) }
}
const OPENS = new Set(['(', '[', '-', '–', '—', '"', '“', '‘'])

/** "the Sept. 11 attacks": of 2001. */
const yearOfAttacks = (tokens: readonly Token[], month: number, { day, end }: Point): number | null =>
  month === 9 && day === 11 && ATTACKS.holds(at(tokens, end)) ? 2001 : null
const ATTACKS = wordSet('attack attacks terrorist terrorists terror hijackers hijackings')

/** The year that both ends share is written behind the second: "Dec. 30 to Jan. 2, 2026" begins in 2025. */
const yearBefore = (month: number, until: Point | null): number | null =>
  until === null || until.year === null
    ? null
    : until.month !== null && until.month < month
      ? until.year - 1
      : until.year

/** " to 29", "-29", " through Nov. 2, 2025", " and 29": the last day of a range that begins with `point`. */
function rangeEnd(tokens: readonly Token[], i: number, point: Point): (Point & { first: number }) | null {
  const joiner = at(tokens, point.end)
  if (!isDash(joiner) && !JOINERS.holds(joiner)) return null
  const first = point.end + (at(tokens, point.end + 1).lower === 'the' ? 2 : 1)
  const other = pointAt(tokens, first)
  if (!other || (point.month === null && other.month === null)) return null
  const isAnd = joiner.lower === 'and' || joiner.text === '&'
  const isBetween = at(tokens, i - 1).lower === 'between'
  if (isAnd && !isBetween && point.month !== null && other.month !== null) return null
  if (other.month === null && !isBareDay(tokens, other.end, isAnd)) return null
  if (other.month !== null) return { ...other, first }
  if (other.day <= point.day) return null
  const stated = yearBehind(tokens, other.end)
  return { ...other, year: stated?.year ?? null, end: stated?.end ?? other.end, first }
}

const AFTER_LIST = wordSet(
  'at in for and during as on with to when but of between from before after by where which until if while or near',
)
const AMOUNTS = wordSet('percent per million billion trillion thousand points degrees')
/** The second number of "24 and 25" or "27 to 29" is a day and counts nothing. */
const isBareDay = (tokens: readonly Token[], end: number, isAnd: boolean): boolean => {
  const next = at(tokens, end)
  if (next.text === '%' || AMOUNTS.holds(next)) return false
  return !isAnd || next.kind !== 'word' || AFTER_LIST.holds(next)
}

function dayIn(
  { said }: TimeContext,
  month: number,
  value: number,
  year: number | null,
  direction: ReturnType<TimeContext['direction']>,
): Day | null {
  if (year !== null) return makeDay(year, month, value)
  return said === null ? null : resolveMonthDay(said, month, value, direction)
}

/** The first such day not before `from`: ranges run forward, across the year's end too. */
function dayAfter(from: Day, month: number, value: number): Day | null {
  const { year } = partsOf(from)
  const same = makeDay(year, month, value)
  return same !== null && same >= from ? same : makeDay(year + 1, month, value)
}

/** "October", "mid-October 2025", "October of 2025", "March to May 2026", "November 2025 to March 2026". */
function readMonthAlone(context: TimeContext, i: number): TimeReading | null {
  const { tokens } = context
  const part = partAt(tokens, i)
  const named = monthAt(tokens, part?.end ?? i)
  if (!named) return null
  const stated = yearBehind(tokens, named.end) ?? yearInWords(context, named.end)
  const until = monthRangeEnd(tokens, i, stated?.end ?? named.end) ?? (stated ? null : nextMonth(tokens, named))
  const shared = until?.year == null ? null : until.month < named.month ? until.year - 1 : until.year
  const year = stated?.year ?? shared ?? bareYear(context, i, named, part !== null)
  if (year === null) return null
  const quarter = part ? null : quarterOf(tokens, stated?.end ?? named.end, year, named.month)
  if (quarter) return quarter
  const window = part ? partOfMonth(year, named.month, part.part) : monthWindow(year, named.month)
  if (!until) return { end: stated?.end ?? named.end, ...window, grain: 'month', isDate: true }
  const lastYear = until.year ?? (until.month >= named.month ? year : year + 1)
  const last = until.part ? partOfMonth(lastYear, until.month, until.part) : monthWindow(lastYear, until.month)
  return { end: until.end, from: window.from, to: last.to, grain: 'range', isDate: true }
}

/** "the September quarter": the three months that end with it. */
function quarterOf(tokens: readonly Token[], i: number, year: number, month: number): TimeReading | null {
  const gap = isDash(at(tokens, i)) ? 1 : 0
  if (at(tokens, i + gap).lower !== 'quarter') return null
  const first = partsOf(addMonths(monthWindow(year, month).from, -2))
  return { end: i + gap + 1, ...monthsWindow(first.year, first.month, 3), grain: 'quarter', isDate: true }
}

const SHIFTS = new WordMap([
  ['last', -1],
  ['this', 0],
  ['next', 1],
])
/** "in April next year", "October of last year" */
function yearInWords({ tokens, said }: TimeContext, i: number): { year: number; end: number } | null {
  const skip = at(tokens, i).lower === 'of' ? 1 : 0
  const shift = SHIFTS.of(at(tokens, i + skip))
  if (said === null || shift === undefined || at(tokens, i + skip + 1).lower !== 'year') return null
  return { year: partsOf(said).year + shift, end: i + skip + 2 }
}

const MONTH_JOINERS = wordSet('to through until')
/** "March to May 2026", "March-May", "between March and May": the second month, and the year that both share. */
function monthRangeEnd(tokens: readonly Token[], i: number, k: number) {
  const joiner = at(tokens, k)
  const isBetween = joiner.lower === 'and' && at(tokens, i - 1).lower === 'between'
  if (!isDash(joiner) && !MONTH_JOINERS.holds(joiner) && !isBetween) return null
  const part = partAt(tokens, k + 1)
  const month = monthAt(tokens, part?.end ?? k + 1)
  if (!month || dayOfMonthAt(tokens, month.end)) return null
  const stated = yearBehind(tokens, month.end)
  return {
    month: month.month,
    part: part?.part ?? (null as Part | null),
    end: stated?.end ?? month.end,
    year: stated?.year ?? null,
  }
}

/** "in July and August": two months in a row are one time. */
function nextMonth(tokens: readonly Token[], { month, end }: Month) {
  if (at(tokens, end).lower !== 'and') return null
  const next = monthAt(tokens, end + 1)
  if (!next || next.month !== (month % 12) + 1 || dayOfMonthAt(tokens, next.end)) return null
  const stated = yearBehind(tokens, next.end)
  return { month: next.month, part: null, end: stated?.end ?? next.end, year: stated?.year ?? null }
}

/** The year of a month without one: by the word before, by the tense, and as an attribute ("the March vote") the nearest. */
function bareYear(context: TimeContext, i: number, { month, end }: Month, isPart: boolean): number | null {
  const { tokens, said, direction } = context
  if (said === null) return null
  const word = at(tokens, i - 1).lower
  const { year, month: now } = partsOf(said)
  if (word === 'last') return month < now ? year : year - 1
  if (word === 'next') return month > now ? year : year + 1
  if (word === 'this') return year
  if (word === 'since') return yearOfMonth(said, month, 'past')
  if (!isPart && isBeforeNoun(tokens, i, end)) return monthNearest(said, month, direction(i) ?? 'past')
  // "early next year, in January": without a verb to tell, a month follows the time named before it
  const isAhead = word === 'by' || word === 'until' || (context.last()?.from ?? said) > said
  return yearOfMonth(said, month, direction(i) ?? (isAhead ? 'future' : 'past'))
}

const LEADS_DAY = wordSet('on by until before after since from through')
/** "on the 27th", "by the 27th of next month": of this month or the next or last one. */
function readDayAlone(context: TimeContext, i: number): TimeReading | null {
  const { tokens, said } = context
  if (said === null || at(tokens, i - 1).lower !== 'the' || !LEADS_DAY.holds(at(tokens, i - 2))) return null
  const day = dayOfMonthAt(tokens, i)
  if (!day?.isOrdinal || !isBareDay(tokens, day.end, true)) return null
  const isOfMonth = at(tokens, day.end).lower === 'of' && at(tokens, day.end + 2).lower === 'month'
  const shift = isOfMonth ? SHIFTS.of(at(tokens, day.end + 1)) : undefined
  const isAhead = (context.direction(i) ?? 'past') === 'future'
  const { year, month } = partsOf(said)
  const first = monthWindow(year, month).from
  for (const step of shift === undefined ? (isAhead ? [0, 1, 2] : [0, -1, -2]) : [shift]) {
    const of = partsOf(addMonths(first, step))
    const date = makeDay(of.year, of.month, day.value)
    if (date !== null && (shift !== undefined || (isAhead ? date >= said : date <= said)))
      return { end: day.end + (shift === undefined ? 0 : 3), from: date, to: date, grain: 'day', isDate: true }
  }
  return null
}

/** "the week of March 6", "the week beginning March 6", "the week ended Sept. 30" at the word "week" or "weekend". */
function readWeekNamed(context: TimeContext, i: number): TimeReading | null {
  const { tokens } = context
  const word = at(tokens, i).lower
  const link = at(tokens, i + 1).lower
  if ((word !== 'week' && word !== 'weekend') || !WEEK_LINKS.has(link)) return null
  const k = i + 2 + (at(tokens, i + 2).lower === 'on' ? 1 : 0)
  const day = readWeekdayDate(context, k) ?? readDays(context, k) ?? readNumeric(context, k)
  if (day?.grain === 'range' && word === 'weekend') return day
  if (day?.grain !== 'day') return null
  const base = { end: day.end, isDate: true } as const
  if (word === 'weekend') {
    const { to } = weekOf(day.from)
    return { ...base, from: addDays(to, -1), to, grain: 'range' }
  }
  if (STARTING.has(link)) return { ...base, from: day.from, to: addDays(day.from, 6), grain: 'week' }
  if (link === 'ending' || link === 'ended')
    return { ...base, from: addDays(day.from, -6), to: day.from, grain: 'week' }
  return { ...base, ...weekOf(day.from), grain: 'week' }
}
const STARTING = wordSet('beginning starting commencing')
const WEEK_LINKS = new Set(['of', 'ending', 'ended', ...STARTING])
