import { addDays, addMonths, type Day, partsOf } from '@/lib/core/days'
import { monthWindow, type Window, yearWindow } from '@/lib/core/windows'
import type { Grain } from '../schema'
import { decadeWindow, nearestWeekday, singleDay, weekOf } from './calendar'
import { WordMap } from './lexicon'
import { weekdayAt } from './months'
import { readNumber } from './numbers'
import type { TimeContext, TimeReading } from './readings'
import { at, type Token } from './tokens'
import { MODALS, NEGATIONS, wordSet } from './words'

/** Times by a number of periods from the day of publication: "10 years ago", "within 90 days", "over the next three years". */
const COUNTED = new WordMap<Grain>(
  Object.entries({
    day: 'day',
    days: 'day',
    week: 'week',
    weeks: 'week',
    month: 'month',
    months: 'month',
    year: 'year',
    years: 'year',
    decade: 'decade',
    decades: 'decade',
  }),
)

const SPANNED = wordSet('next coming past last following')

/** "10 years ago", "two weeks earlier", "in three days", "within 90 days", "over the next three years", "the past two months". */
export function readCounted({ tokens, direction }: TimeContext, said: Day, i: number): TimeReading | null {
  const lead = at(tokens, i).lower
  if (SPANNED.holds(at(tokens, i))) return readSpanOf(tokens, said, i, lead)
  if (lead === 'within' || lead === 'in') {
    const amount = amountAt(tokens, i + 1)
    if (!amount || (lead === 'in' && isSpentTime(tokens, amount.end)) || direction(i) === 'past') return null
    const end = shift(said, amount.grain, amount.count)
    if (lead === 'within') return { end: amount.end, from: said, to: end, grain: 'range', isDate: false }
    const isTime = POSSESSIVE.holds(at(tokens, amount.end)) && at(tokens, amount.end + 1).lower === 'time'
    if (isTime) return { end: amount.end + 2, ...around(end, amount.grain), grain: amount.grain, isDate: false }
    return POSSESSIVE.holds(at(tokens, amount.end)) || amount.count > 50
      ? null
      : { end: amount.end, ...around(end, amount.grain), grain: amount.grain, isDate: false }
  }
  const amount = amountAt(tokens, i)
  if (!amount) return null
  const after = at(tokens, amount.end).lower
  if (after === 'ago')
    return {
      end: amount.end + 1,
      ...around(shift(said, amount.grain, -amount.count), amount.grain),
      grain: amount.grain,
      isDate: false,
    }
  if (after === 'from' && ['now', 'today'].includes(at(tokens, amount.end + 1).lower))
    return {
      end: amount.end + 2,
      ...around(shift(said, amount.grain, amount.count), amount.grain),
      grain: amount.grain,
      isDate: false,
    }
  const weekday = after === 'from' && amount.grain === 'week' ? weekdayAt(tokens, amount.end + 1) : null
  if (weekday) {
    const day = shift(nearestWeekday(said, weekday.weekday, 'future'), 'week', amount.count)
    return { end: weekday.end, from: day, to: day, grain: 'day', isDate: true }
  }
  return null
}
const POSSESSIVE = wordSet("' ’ 's")

/** "in three years of talks", "in 10 days' time" and past uses say how long, not when. Kept narrow: only "in N days/weeks …" at an end. */
const isSpentTime = (tokens: readonly Token[], end: number): boolean => {
  const next = at(tokens, end)
  return next.kind === 'word' || next.text === '-'
}

function readSpanOf(tokens: readonly Token[], said: Day, i: number, lead: string): TimeReading | null {
  // "will last two weeks"
  const before = at(tokens, i - 1)
  if (lead === 'last' && (MODALS.holds(before) || NEGATIONS.holds(before) || before.lower === 'to')) return null
  const isAhead = lead === 'next' || lead === 'coming' || lead === 'following'
  const few = at(tokens, i + 1).lower === 'few' || at(tokens, i + 1).lower === 'several'
  const unit = few ? COUNTED.of(at(tokens, i + 2)) : undefined
  const amount = unit ? { end: i + 3, count: 3, grain: unit } : (amountAt(tokens, i + 1) ?? hoursAt(tokens, i + 1))
  // "the last few days" is no time that could be told
  if (!amount || (few && !isAhead)) return null
  if (few) return { end: amount.end, ...fewAhead(said, amount.grain), grain: 'range', isDate: false }
  const edge = shift(said, amount.grain, isAhead ? amount.count : -amount.count)
  const window = isAhead ? { from: said, to: edge } : { from: edge, to: said }
  return { end: amount.end, ...window, grain: 'range', isDate: false }
}

/** "the next few days" are a week from tomorrow on, "the next few weeks" four; of longer ones three. */
function fewAhead(said: Day, grain: Grain): Window {
  if (grain === 'day') return { from: addDays(said, 1), to: addDays(said, 7) }
  return grain === 'week'
    ? { from: addDays(said, 1), to: addDays(said, 28) }
    : { from: said, to: shift(said, grain, 3) }
}

/** "48 hours" as days begun. */
function hoursAt(tokens: readonly Token[], i: number): { end: number; count: number; grain: Grain } | null {
  const number = readNumber(tokens, i)
  if (!number || at(tokens, number.end).lower !== 'hours' || number.value > MOST_HOURS) return null
  return { end: number.end + 1, count: Math.ceil(number.value / 24), grain: 'day' }
}
const MOST_HOURS = 240

export function amountAt(tokens: readonly Token[], i: number): { end: number; count: number; grain: Grain } | null {
  const { lower } = at(tokens, i)
  const number = lower === 'a' || lower === 'an' ? null : readNumber(tokens, i)
  if (!number && lower !== 'a' && lower !== 'an') return null
  const { end, value } = number ?? { end: i + 1, value: 1 }
  const grain = COUNTED.of(at(tokens, end))
  return grain && value <= LONGEST[grain] ? { end: end + 1, count: Math.round(value), grain } : null
}

/** Longer spans than a thousand years are no dates. */
const LONGEST: Readonly<Record<Grain, number>> = {
  day: 2000,
  week: 2000,
  month: 2000,
  year: 1000,
  decade: 100,
  quarter: 0,
  season: 0,
  half: 0,
  range: 0,
}

export function shift(said: Day, grain: Grain, count: number): Day {
  if (grain === 'week') return addDays(said, count * 7)
  if (grain === 'month') return addMonths(said, count)
  if (grain === 'quarter') return addMonths(said, count * 3)
  if (grain === 'year') return addMonths(said, count * 12)
  if (grain === 'decade') return addMonths(said, count * 120)
  return addDays(said, count)
}

/** The whole week, month or year around a day: "10 years ago" names a year, not a day. */
export function around(day: Day, grain: Grain): Window {
  const { year, month } = partsOf(day)
  if (grain === 'week') return weekOf(day)
  if (grain === 'month') return monthWindow(year, month)
  if (grain === 'year') return yearWindow(year)
  if (grain === 'decade') return decadeWindow(year - (year % 10))
  return singleDay(day)
}
