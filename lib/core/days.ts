import { z } from 'zod'

/**
 * Days are `yyyy-mm-dd` text in the proleptic Gregorian calendar, never a Date: a Date is an instant and moves with
 * the zone. Text order is day order. Arithmetic goes through UTC, where every day has 24 hours.
 */
export type Day = string

/** Without the year 0000, which PostgreSQL's calendar has not. */
const DAY = /^(?!0000)\d{4}-\d{2}-\d{2}$/

export const isDay = (text: string): text is Day => DAY.test(text) && dayOf(parseUtc(text)) === text

/** A day at any door: the shape and the calendar are both checked, so 2025-02-30 is refused. */
export const DaySchema = z
  .string()
  .refine(isDay, { error: 'Not a day of the calendar. Write it as year-month-day, for example 2025-10-22.' })

const parseUtc = (day: Day): Date => new Date(`${day}T00:00:00Z`)
const dayOf = (date: Date): string => (Number.isNaN(date.getTime()) ? '' : date.toISOString().slice(0, 10))

/** The day of that year, month (1..12) and day of month, or null when the calendar has none. */
export function makeDay(year: number, month: number, dayOfMonth: number): Day | null {
  const text = `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(dayOfMonth).padStart(2, '0')}`
  return isDay(text) ? text : null
}

export function addDays(day: Day, count: number): Day {
  const date = parseUtc(day)
  date.setUTCDate(date.getUTCDate() + count)
  return dayOf(date)
}

/** Adds months and keeps the day of month where the target month has it, else its last day. */
export function addMonths(day: Day, count: number): Day {
  const { year, month, dayOfMonth } = partsOf(day)
  const index = year * 12 + (month - 1) + count
  const targetYear = Math.floor(index / 12)
  const targetMonth = (index % 12) + 1
  return makeDay(targetYear, targetMonth, Math.min(dayOfMonth, daysInMonth(targetYear, targetMonth))) ?? day
}

/** Whole days from `from` to `to`; negative when `to` is earlier. */
export const daysBetween = (from: Day, to: Day): number =>
  Math.round((parseUtc(to).getTime() - parseUtc(from).getTime()) / 86_400_000)

export function partsOf(day: Day): { year: number; month: number; dayOfMonth: number } {
  return { year: Number(day.slice(0, 4)), month: Number(day.slice(5, 7)), dayOfMonth: Number(day.slice(8, 10)) }
}

export const daysInMonth = (year: number, month: number): number => new Date(Date.UTC(year, month, 0)).getUTCDate()

/** ISO weekday: Monday 1 .. Sunday 7. */
export const weekdayOf = (day: Day): number => parseUtc(day).getUTCDay() || 7

export const earlierDay = (a: Day, b: Day): Day => (a <= b ? a : b)
export const laterDay = (a: Day, b: Day): Day => (a >= b ? a : b)

/** The calendar day of an instant in an IANA zone. Throws RangeError for an unknown zone. */
export function dayInZone(instant: Date, zone: string): Day {
  return new Intl.DateTimeFormat('en-CA', { timeZone: zone, year: 'numeric', month: '2-digit', day: '2-digit' }).format(
    instant,
  )
}

/** Whether this runtime knows an IANA zone of that name. */
export function isZone(zone: string): boolean {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: zone }).resolvedOptions().timeZone !== ''
  } catch {
    return false
  }
}
