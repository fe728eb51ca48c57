import { addDays, type Day, daysInMonth, partsOf, weekdayOf } from '@/lib/core/days'
import type { Window } from '@/lib/core/windows'

/**
 * The demo's calendar: everything in it is counted back from the day of installation, so that some predictions are always due
 * soon. Hours are UTC within the working day, so that the newsroom's day is the same one.
 */
export type Calendar = {
  today: Day
  /** That many days before the installation; negative lies ahead. */
  ago: (days: number) => Day
  /** An instant that many days before the installation, at "09:30". */
  at: (days: number, time: string) => Date
}

export const calendarOf = (today: Day): Calendar => ({
  today,
  ago: (days) => addDays(today, -days),
  at: (days, time) => new Date(`${addDays(today, -days)}T${time}:00Z`),
})

const MONTHS = [
  ...['January', 'February', 'March', 'April', 'May', 'June'],
  ...['July', 'August', 'September', 'October', 'November', 'December'],
]
const WEEKDAYS = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday']

export const monthName = (day: Day): string => MONTHS[partsOf(day).month - 1] ?? ''
export const yearOf = (day: Day): number => partsOf(day).year
/** "October 2025" */
export const monthYear = (day: Day): string => `${monthName(day)} ${yearOf(day)}`
/** "22 October" */
export const dayMonth = (day: Day): string => `${partsOf(day).dayOfMonth} ${monthName(day)}`
/** "22 October 2025" */
export const longDay = (day: Day): string => `${dayMonth(day)} ${yearOf(day)}`
/** "October 22" */
export const monthDay = (day: Day): string => `${monthName(day)} ${partsOf(day).dayOfMonth}`
export const weekday = (day: Day): string => WEEKDAYS[weekdayOf(day) - 1] ?? ''

/** "the second half of 2025" */
export const halfWords = (day: Day): string =>
  `the ${partsOf(day).month <= 6 ? 'first' : 'second'} half of ${yearOf(day)}`

export function halfOf(day: Day): Window {
  const { year, month } = partsOf(day)
  return month <= 6 ? { from: `${year}-01-01`, to: `${year}-06-30` } : { from: `${year}-07-01`, to: `${year}-12-31` }
}

export function monthOf(day: Day): Window {
  const { year, month } = partsOf(day)
  const start = day.slice(0, 8)
  return { from: `${start}01`, to: `${start}${daysInMonth(year, month)}` }
}

/** The middle of the day's month. */
export const midMonth = (day: Day): Day => `${day.slice(0, 8)}15`

/** The first such weekday (Monday 1 .. Sunday 7) on or after the day. */
export const nextWeekday = (day: Day, number: number): Day => addDays(day, (number - weekdayOf(day) + 7) % 7)
