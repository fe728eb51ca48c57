/**
 * Days are `yyyy-mm-dd` text in the proleptic Gregorian calendar, never a Date: a Date is an instant and moves with
 * the zone. Text order is day order. Arithmetic counts days in whole numbers.
 */
export type Day = string

/** Without the year 0000, which PostgreSQL's calendar has not. */
const DAY = /^(?!0000)\d{4}-\d{2}-\d{2}$/

export const isDay = (text: string): text is Day => DAY.test(text) && isInCalendar(partsOf(text))

const isInCalendar = ({ year, month, dayOfMonth }: Parts): boolean =>
  year >= 1 && month >= 1 && month <= 12 && dayOfMonth >= 1 && dayOfMonth <= daysInMonth(year, month)

type Parts = { year: number; month: number; dayOfMonth: number }

/**
 * Days since 1970-01-01, and back: years are counted from March, so that the leap day is the last of its year (Hinnant,
 * chrono-compatible low-level date algorithms). Days far outside four digits have no text and give "".
 */
function numberOf({ year, month, dayOfMonth }: Parts): number {
  const y = month <= 2 ? year - 1 : year
  const era = Math.floor(y / 400)
  const yearOfEra = y - era * 400
  const dayOfYear = Math.floor((153 * (month + (month > 2 ? -3 : 9)) + 2) / 5) + dayOfMonth - 1
  return era * 146_097 + yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear - 719_468
}

function dayOf(number: number): string {
  const shifted = number + 719_468
  const era = Math.floor(shifted / 146_097)
  const dayOfEra = shifted - era * 146_097
  const yearOfEra = Math.floor(
    (dayOfEra - Math.floor(dayOfEra / 1460) + Math.floor(dayOfEra / 36_524) - Math.floor(dayOfEra / 146_096)) / 365,
  )
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100))
  const monthFromMarch = Math.floor((5 * dayOfYear + 2) / 153)
  const month = monthFromMarch < 10 ? monthFromMarch + 3 : monthFromMarch - 9
  const year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
  const dayOfMonth = dayOfYear - Math.floor((153 * monthFromMarch + 2) / 5) + 1
  return Number.isNaN(number) || year < 0 || year > 9999 ? '' : textOf(year, month, dayOfMonth)
}

const textOf = (year: number, month: number, dayOfMonth: number): string =>
  `${year > 999 ? year : String(year).padStart(4, '0')}-${twoDigits(month)}-${twoDigits(dayOfMonth)}`
const twoDigits = (value: number): string => (value < 10 ? `0${value}` : `${value}`)

/** The day of that year, month (1..12) and day of month, or null when the calendar has none. */
export function makeDay(year: number, month: number, dayOfMonth: number): Day | null {
  const isWhole = Number.isInteger(year) && Number.isInteger(month) && Number.isInteger(dayOfMonth)
  return isWhole && year >= 1 && year <= 9999 && isInCalendar({ year, month, dayOfMonth })
    ? textOf(year, month, dayOfMonth)
    : null
}

export const addDays = (day: Day, count: number): Day => dayOf(numberOf(partsOf(day)) + count)

/** Adds months and keeps the day of month where the target month has it, else its last day. */
export function addMonths(day: Day, count: number): Day {
  const { year, month, dayOfMonth } = partsOf(day)
  const index = year * 12 + (month - 1) + count
  const targetYear = Math.floor(index / 12)
  const targetMonth = (index % 12) + 1
  return makeDay(targetYear, targetMonth, Math.min(dayOfMonth, daysInMonth(targetYear, targetMonth))) ?? day
}

/** Whole days from `from` to `to`; negative when `to` is earlier. */
export const daysBetween = (from: Day, to: Day): number => numberOf(partsOf(to)) - numberOf(partsOf(from))

const digit = (day: Day, at: number): number => day.charCodeAt(at) - 48

export function partsOf(day: Day): Parts {
  const two = (at: number) => digit(day, at) * 10 + digit(day, at + 1)
  return { year: two(0) * 100 + two(2), month: two(5), dayOfMonth: two(8) }
}

export const daysInMonth = (year: number, month: number): number =>
  month === 2 ? (isLeap(year) ? 29 : 28) : month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31
const isLeap = (year: number): boolean => (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0

/** ISO weekday: Monday 1 .. Sunday 7. */
export const weekdayOf = (day: Day): number => ((((numberOf(partsOf(day)) + 3) % 7) + 7) % 7) + 1

export const earlierDay = (a: Day, b: Day): Day => (a <= b ? a : b)
export const laterDay = (a: Day, b: Day): Day => (a >= b ? a : b)

/** By zone: to make one takes 50 times as long as to ask it, and some 50 KB that the engine does not see and so lets pile up. */
const formats = new Map<string, Intl.DateTimeFormat>()

function formatIn(zone: string): Intl.DateTimeFormat {
  const known = formats.get(zone)
  if (known) return known
  const digits = { year: 'numeric', month: '2-digit', day: '2-digit' } as const
  const made = new Intl.DateTimeFormat('en-CA', { timeZone: zone, ...digits })
  formats.set(zone, made)
  return made
}

/** The calendar day of an instant in an IANA zone. Throws RangeError for an unknown zone. */
export const dayInZone = (instant: Date, zone: string): Day => formatIn(zone).format(instant)

/** Whether this runtime knows an IANA zone of that name. */
export function isZone(zone: string): boolean {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: zone }).resolvedOptions().timeZone !== ''
  } catch {
    return false
  }
}
