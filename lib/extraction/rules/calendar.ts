import { addDays, addMonths, type Day, daysBetween, daysInMonth, makeDay, partsOf, weekdayOf } from '@/lib/core/days'
import { monthWindow, type Window, yearWindow } from '@/lib/core/windows'
import { WordMap } from './lexicon'
import type { Direction } from './tense'

/** Windows of calendar words, by the conventions of the methodology page. All pure; "said on" is the publication day. */

export const singleDay = (day: Day): Window => ({ from: day, to: day })
export const weekOf = (day: Day): Window => {
  const monday = addDays(day, 1 - weekdayOf(day))
  return { from: monday, to: addDays(monday, 6) }
}
export const quarterWindow = (year: number, quarter: number): Window => monthsWindow(year, quarter * 3 - 2, 3)
export const halfWindow = (year: number, half: number): Window => monthsWindow(year, half * 6 - 5, 6)
export const decadeWindow = (year: number): Window => ({ from: yearWindow(year).from, to: yearWindow(year + 9).to })

/** `count` whole months from `month` of `year`; months past December run into the next year. */
export function monthsWindow(year: number, month: number, count: number): Window {
  const index = year * 12 + month - 1
  const { from } = monthWindow(Math.floor(index / 12), (index % 12) + 1)
  return { from, to: addDays(addMonths(from, count), -1) }
}

/** Northern meteorological seasons, by their first month. */
export const SEASON_MONTH = new WordMap<number>([
  ['spring', 3],
  ['summer', 6],
  ['fall', 9],
  ['autumn', 9],
  ['winter', 12],
])

export type Part = 'early' | 'mid' | 'late'
/** Early 1..10, mid 11..20, late 21..end of a month. */
export function partOfMonth(year: number, month: number, part: Part): Window {
  const first = part === 'early' ? 1 : part === 'mid' ? 11 : 21
  const last = part === 'early' ? 10 : part === 'mid' ? 20 : daysInMonth(year, month)
  const whole = monthWindow(year, month)
  return { from: addDays(whole.from, first - 1), to: addDays(whole.from, last - 1) }
}
/** Early January..April, mid May..August, late September..December. */
export const partOfYear = (year: number, part: Part): Window =>
  monthsWindow(year, part === 'early' ? 1 : part === 'mid' ? 5 : 9, 4)

/** Early, mid or late thirds of any other window. */
export function partOfWindow(window: Window, part: Part, days: number): Window {
  const third = Math.max(1, Math.floor(days / 3))
  if (part === 'early') return { from: window.from, to: addDays(window.from, third - 1) }
  if (part === 'late') return { from: addDays(window.to, 1 - third), to: window.to }
  return { from: addDays(window.from, third), to: addDays(window.to, -third) }
}

/** The weekday (Monday 1 .. Sunday 7): latest not after, or next not before, the day it was said. */
export function nearestWeekday(said: Day, weekday: number, direction: Direction): Day {
  const ahead = (weekday - weekdayOf(said) + 7) % 7
  return addDays(said, direction === 'future' ? ahead : ahead === 0 ? 0 : ahead - 7)
}

/** The year of a bare month: latest not after the month it was said in, or next not before it. */
export function yearOfMonth(said: Day, month: number, direction: Direction): number {
  const { year, month: now } = partsOf(said)
  if (direction === 'future') return month >= now ? year : year + 1
  return month <= now ? year : year - 1
}

/** The month nearest to the day it was said in; of two as near, the one in the direction given. */
export function monthNearest(said: Day, month: number, direction: Direction): number {
  const { year, month: now } = partsOf(said)
  const ahead = (month - now + 12) % 12
  if (ahead === 6) return direction === 'future' ? (month > now ? year : year + 1) : month < now ? year : year - 1
  return ahead < 6 ? (month >= now ? year : year + 1) : month <= now ? year : year - 1
}

/** How much nearer a day against the direction of the verb must be to be meant all the same. */
const AGAINST_FUTURE = 15
const AGAINST_PAST = 8

/**
 * A month and day without a year: the nearest by days, where a day against the direction of the sentence counts as many
 * times farther. "Must be returned by Jan. 14", said on Jan. 7, is never the January of the year before.
 */
export function resolveMonthDay(said: Day, month: number, dayOfMonth: number, direction: Direction | null): Day | null {
  return nearestYear(said, (year) => makeDay(year, month, dayOfMonth), direction)
}

/** Of the days that a yearly rule gives around the day it was said, the nearest, with the same weight for the direction. */
export function nearestYear(said: Day, dayIn: (year: number) => Day | null, direction: Direction | null): Day | null {
  const { year } = partsOf(said)
  let best: Day | null = null
  let least = Number.POSITIVE_INFINITY
  for (let y = year - 1; y <= year + 1; y++) {
    const day = dayIn(y)
    if (day === null) continue
    const distance = daysBetween(said, day)
    const isAgainst = distance !== 0 && direction !== null && distance < 0 === (direction === 'future')
    const factor = isAgainst ? (direction === 'future' ? AGAINST_FUTURE : AGAINST_PAST) : 1
    const cost = Math.abs(distance) * factor
    if (cost < least) {
      best = day
      least = cost
    }
  }
  return best
}

/** Weekday of a floating holiday: the nth `weekday` of a month (n = -1: the last). */
export function nthWeekday(year: number, month: number, weekday: number, n: number): Day {
  const { from, to } = monthWindow(year, month)
  if (n > 0) return addDays(from, ((weekday - weekdayOf(from) + 7) % 7) + 7 * (n - 1))
  return addDays(to, -((weekdayOf(to) - weekday + 7) % 7))
}
