import { type Day, makeDay } from '@/lib/core/days'
import type { Span } from '@/lib/core/text'

/**
 * A calendar date written in a text. `day` is set when it can mean one day only; a numeric date such as 03/04/2025
 * has both readings in `readings`; a date without a year has `year` null and no reading.
 */
export type WrittenDate = Span & {
  text: string
  day: Day | null
  readings: Day[]
  year: number | null
  month: number
  dayOfMonth: number
}

/** Month names and their usual short forms; for use inside other patterns. */
export const MONTH =
  '(?:Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|Sept?(?:ember)?|Oct(?:ober)?|Nov(?:ember)?|Dec(?:ember)?)'
export const WEEKDAY = '(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day'
const SHORT_WEEKDAY = '(?:Mon|Tues?|Wed|Thur?s?|Fri|Sat|Sun)'

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec']
export const monthNumber = (name: string): number => MONTHS.indexOf(name.slice(0, 3).toLowerCase()) + 1

const WEEKDAYS = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun']
/** ISO number of a weekday name: Monday 1 .. Sunday 7. */
export const weekdayNumber = (name: string): number => WEEKDAYS.indexOf(name.slice(0, 3).toLowerCase()) + 1

type Form = {
  pattern: RegExp
  read: (groups: string[], dayFirst: boolean | null) => Omit<WrittenDate, 'start' | 'end' | 'text'> | null
}

const written = (year: number | null, month: number, dayOfMonth: number) => {
  const day = year === null ? null : makeDay(year, month, dayOfMonth)
  const exists = day !== null || (year === null && makeDay(2024, month, dayOfMonth) !== null)
  return exists ? { day, readings: day ? [day] : [], year, month, dayOfMonth } : null
}

const YEAR = '((?:19|20)\\d{2})(?!\\d)'
/** Most telling first; a stretch of text is read by the first form that fits it. Every repetition is bounded. */
const FORMS: Form[] = [
  {
    pattern: new RegExp(
      `(?<!\\d)${YEAR}[-/.](\\d{1,2})[-/.](\\d{1,2})(?!\\d)(?:T\\d{2}:\\d{2}(?::\\d{2})?(?:Z|[+-]\\d{2}:?\\d{2})?)?`,
      'gi',
    ),
    read: ([y, m, d]) => written(Number(y), Number(m), Number(d)),
  },
  {
    pattern: /(?<!\d)((?:19|20)\d{2})\s?年\s?(\d{1,2})\s?月\s?(\d{1,2})\s?日/g,
    read: ([y, m, d]) => written(Number(y), Number(m), Number(d)),
  },
  {
    pattern: new RegExp(`(?<!\\d)(\\d{1,2})(?:st|nd|rd|th)?(?: of)?[ -]{1,2}(${MONTH})\\b\\.?,?[ -]{1,2}${YEAR}`, 'gi'),
    read: ([d, m, y]) => written(Number(y), monthNumber(m ?? ''), Number(d)),
  },
  {
    pattern: new RegExp(`\\b(${MONTH})\\b\\.?[ -]{1,2}(\\d{1,2})(?:st|nd|rd|th)?,?[ -]{1,2}${YEAR}`, 'gi'),
    read: ([m, d, y]) => written(Number(y), monthNumber(m ?? ''), Number(d)),
  },
  {
    pattern: new RegExp(`(?<![\\d.,/-])(\\d{1,2})([./-])(\\d{1,2})\\2${YEAR}`, 'g'),
    read: ([a, , b, y], dayFirst) => numeric(Number(y), Number(a), Number(b), dayFirst),
  },
  {
    pattern: new RegExp(`\\b(${MONTH})\\b\\.? (\\d{1,2})(?:st|nd|rd|th)?(?![\\d:%]|,\\d)`, 'g'),
    read: ([m, d]) => written(null, monthNumber(m ?? ''), Number(d)),
  },
  {
    pattern: new RegExp(`(?<![\\d.,$€£¥])(\\d{1,2})(?:st|nd|rd|th)? (${MONTH})\\b(?! \\d)`, 'g'),
    read: ([d, m]) => written(null, monthNumber(m ?? ''), Number(d)),
  },
]

/** 25/12/2025 has one reading; 03/04/2025 has two, unless the country's order is known. */
function numeric(year: number, first: number, second: number, dayFirst: boolean | null) {
  const asDayFirst = makeDay(year, second, first)
  const asMonthFirst = makeDay(year, first, second)
  const readings = [asDayFirst, asMonthFirst].filter(
    (day, i, all): day is Day => day !== null && all.indexOf(day) === i,
  )
  const preferred = dayFirst === null ? null : dayFirst ? asDayFirst : asMonthFirst
  const day = readings.length === 1 ? (readings[0] ?? null) : preferred
  if (readings.length === 0) return null
  return {
    day,
    readings,
    year,
    month: day ? Number(day.slice(5, 7)) : second,
    dayOfMonth: day ? Number(day.slice(8)) : first,
  }
}

/**
 * The dates written in a text, in its order, without overlaps.
 * @param dayFirst how the publisher's country writes 03/04/2025; null when unknown (both readings are given then).
 */
export function datesIn(text: string, dayFirst: boolean | null = null): WrittenDate[] {
  const found: WrittenDate[] = []
  for (const form of FORMS) {
    for (const match of text.matchAll(form.pattern)) {
      const span = { start: match.index, end: match.index + match[0].length }
      if (found.some((other) => other.start < span.end && span.start < other.end)) continue
      const date = form.read(match.slice(1), dayFirst)
      if (date) found.push({ ...span, text: match[0], ...date })
    }
  }
  return found.sort((a, b) => a.start - b.start)
}

const TIME_WORDS = new RegExp(
  [
    `\\b${WEEKDAY}\\b`,
    `\\b${SHORT_WEEKDAY}\\b\\.?`,
    '\\b\\d{1,2}[:.h]\\d{2}(?::\\d{2})?(?: ?[ap]\\.?m\\b\\.?)?',
    '\\b\\d{1,2} ?[ap]\\.?m\\b\\.?',
    '\\b(?:UTC|GMT|[A-Z]{1,3}S?T|CEST|Z)\\b(?:[+-]\\d{1,2}(?::?\\d{2})?)?',
    '\\b(?:first )?(?:published|updated|posted|modified|created|issued|released|date|day|time|last|on|at|of|and|hrs?|hours|local|edited)\\b',
    '\\b\\d{1,3} (?:min(?:ute)?s?|hours?|days?) (?:ago|read)\\b',
  ].join('|'),
  'gi',
)

/** What is left of a line when its dates, clock times, zones and labels such as "Published" are taken out. */
export function withoutDates(line: string): string {
  let rest = line
  for (const date of datesIn(line).reverse()) rest = `${rest.slice(0, date.start)} ${rest.slice(date.end)}`
  return rest
    .replace(TIME_WORDS, ' ')
    .replace(/[\s|:,.()[\]/•·–—-]+/g, ' ')
    .trim()
}
