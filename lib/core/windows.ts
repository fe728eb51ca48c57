import { type Day, daysInMonth, makeDay, partsOf } from './days'

/** A span of whole days, both ends inclusive, `from <= to`. */
export type Window = { from: Day; to: Day }

export const contains = (window: Window, day: Day): boolean => window.from <= day && day <= window.to
export const isWithin = (inner: Window, outer: Window): boolean => outer.from <= inner.from && inner.to <= outer.to
export const overlaps = (a: Window, b: Window): boolean => a.from <= b.to && b.from <= a.to

export const yearWindow = (year: number): Window => ({ from: must(year, 1, 1), to: must(year, 12, 31) })

/** Month 1..12. */
export const monthWindow = (year: number, month: number): Window => ({
  from: must(year, month, 1),
  to: must(year, month, daysInMonth(year, month)),
})

function must(year: number, month: number, dayOfMonth: number): Day {
  const day = makeDay(year, month, dayOfMonth)
  if (day === null) throw new RangeError(`no such day: ${year}-${month}-${dayOfMonth}`)
  return day
}

const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec']

/** "22 Oct 2025" */
export function formatDay(day: Day): string {
  const { year, month, dayOfMonth } = partsOf(day)
  return `${dayOfMonth} ${MONTHS[month - 1]} ${year}`
}

/** The shortest true words: "2025", "Jul-Dec 2025", "Oct 2025", "27-29 Oct 2025", "31 Oct-1 Nov 2025", "22 Oct 2025". En dashes. */
export function formatWindow({ from, to }: Window): string {
  if (from === to) return formatDay(from)
  const a = partsOf(from)
  const b = partsOf(to)
  const sameYear = a.year === b.year
  const wholeMonths = a.dayOfMonth === 1 && b.dayOfMonth === daysInMonth(b.year, b.month)
  if (wholeMonths && a.month === 1 && b.month === 12) return sameYear ? `${a.year}` : `${a.year}–${b.year}`
  const [first, last] = [MONTHS[a.month - 1], MONTHS[b.month - 1]]
  if (wholeMonths && sameYear) return a.month === b.month ? `${first} ${a.year}` : `${first}–${last} ${a.year}`
  if (wholeMonths) return `${first} ${a.year}–${last} ${b.year}`
  if (!sameYear) return `${formatDay(from)}–${formatDay(to)}`
  return a.month === b.month
    ? `${a.dayOfMonth}–${b.dayOfMonth} ${first} ${a.year}`
    : `${a.dayOfMonth} ${first}–${b.dayOfMonth} ${last} ${a.year}`
}
