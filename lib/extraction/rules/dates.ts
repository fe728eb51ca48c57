import { type Day, makeDay, partsOf, weekdayOf } from '@/lib/core/days'
import { monthWindow } from '@/lib/core/windows'
import { type Part, partOfMonth, resolveMonthDay, yearOfMonth } from './calendar'
import type { TimeContext, TimeReading } from './readings'
import type { Direction } from './tense'
import { at, isDash, isGlued, type Token } from './tokens'
import { wordSet } from './words'

/** Calendar dates: months, days of months, ISO and slashed dates, their ranges. */

const MONTHS = new Map<string, number>()
for (const [index, names] of [
  'january jan',
  'february feb',
  'march mar',
  'april apr',
  'may',
  'june jun',
  'july jul',
  'august aug',
  'september sept sep',
  'october oct',
  'november nov',
  'december dec',
].entries())
  for (const name of names.split(' ')) MONTHS.set(name, index + 1)
const VERBISH = new Set(['may', 'march'])

/** Behind these, "may" and "march" in lower case are never months, and "May" at a sentence start is not one either. */
const MONTH_BEFORE = wordSet(`
  in of by until since last next this early late mid - from to through on before after between and till for
  during each every coming ,
`)

type Month = { month: number; end: number }

/** The month name at token `i`; "May" and "March" only in capitals and where a month can stand. */
function monthAt(tokens: readonly Token[], i: number): Month | null {
  const token = at(tokens, i)
  if (token.kind !== 'word') return null
  const month = MONTHS.get(token.lower)
  if (!month || token.text.charAt(0) === token.lower.charAt(0)) return null
  const isAbbreviated = token.lower.length <= 4 && !['may', 'june', 'july'].includes(token.lower)
  const hasStop = isAbbreviated && at(tokens, i + 1).text === '.' && isGlued(token, at(tokens, i + 1))
  const end = i + (hasStop ? 2 : 1)
  if ((VERBISH.has(token.lower) || (isAbbreviated && !hasStop)) && !isMonthHere(tokens, i, end)) return null
  return { month, end }
}

const isMonthHere = (tokens: readonly Token[], i: number, end: number): boolean => {
  const next = at(tokens, end)
  const isDigits = next.kind === 'number' && (next.text.length <= 2 || isYearToken(next))
  if (isDigits || at(tokens, i - 1).kind === 'number' || at(tokens, i - 1).lower === 'th') return true
  return (
    MONTH_BEFORE.has(at(tokens, i - 1).lower) &&
    at(tokens, i - 1).text !== ',' &&
    at(tokens, i).text === properCase(at(tokens, i))
  )
}
const properCase = (token: Token): string => token.lower.charAt(0).toUpperCase() + token.lower.slice(1)

export const isYearToken = (token: Token): boolean => token.kind === 'number' && /^(?:1[6-9]|20)\d\d$/.test(token.text)

/** A day of the month at token `i`: "27", "27th", "the 27th". */
function dayOfMonthAt(tokens: readonly Token[], i: number): { value: number; end: number } | null {
  const token = at(tokens, i)
  if (token.kind !== 'number' || !/^\d{1,2}$/.test(token.text)) return null
  const value = Number(token.text)
  if (value < 1 || value > 31) return null
  const ending = at(tokens, i + 1)
  const isOrdinal = isGlued(token, ending) && ['st', 'nd', 'rd', 'th'].includes(ending.lower)
  const after = at(tokens, i + (isOrdinal ? 2 : 1))
  if (after.text === ':' || after.text === '%' || (isGlued(token, after) && after.kind === 'word' && !isOrdinal))
    return null
  return { value, end: i + (isOrdinal ? 2 : 1) }
}

/** A year behind a date: ", 2025", "2025", "of 2025". */
function yearBehind(tokens: readonly Token[], i: number): { year: number; end: number } | null {
  const skip = at(tokens, i).text === ',' || at(tokens, i).lower === 'of' ? 1 : 0
  const token = at(tokens, i + skip)
  return isYearToken(token) ? { year: Number(token.text), end: i + skip + 1 } : null
}

export function readCalendar(context: TimeContext, i: number): TimeReading | null {
  return readNumeric(context, i) ?? readWeekdayDate(context, i) ?? readDayMonth(context, i) ?? readMonth(context, i)
}

const WEEKDAYS = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday']

/** "Monday, Oct. 26": the year is the nearest in which both agree. */
function readWeekdayDate(context: TimeContext, i: number): TimeReading | null {
  const { tokens, said } = context
  const weekday = WEEKDAYS.indexOf(at(tokens, i).lower) + 1
  if (weekday === 0 || said === null) return null
  const skip = at(tokens, i + 1).text === ',' ? 2 : 1
  const month = monthAt(tokens, i + skip)
  const day = month ? dayOfMonthAt(tokens, month.end) : null
  if (!month || !day) return null
  const stated = yearBehind(tokens, day.end)
  if (stated) return readMonth(context, i + skip)
  const { year } = partsOf(said)
  for (const candidate of [year, year - 1, year + 1]) {
    const date = makeDay(candidate, month.month, day.value)
    if (date !== null && weekdayOf(date) === weekday)
      return { end: day.end, from: date, to: date, grain: 'day', isDate: true }
  }
  return null
}

/** "October", "Oct. 27", "October 27 to 29", "October 27, 2025", "mid-October 2025", "October 2025". */
function readMonth(context: TimeContext, i: number): TimeReading | null {
  const { tokens } = context
  const part = partAt(tokens, i)
  const month = monthAt(tokens, part?.end ?? i)
  if (!month) return null
  if (part) return readMonthAlone(context, i, month, part.part)
  const day = dayOfMonthAt(tokens, month.end)
  if (!day || isYearToken(at(tokens, month.end))) return readMonthAlone(context, i, month, null)
  return readMonthDays(context, i, month.month, day)
}

/** "early", "mid-", "late", "the end of", "the beginning of", "the middle of". */
export function partAt(tokens: readonly Token[], i: number): { part: Part; end: number } | null {
  const word = at(tokens, i).lower
  const parts: Readonly<Record<string, Part>> = {
    early: 'early',
    mid: 'mid',
    late: 'late',
    end: 'late',
    beginning: 'early',
    start: 'early',
    middle: 'mid',
  }
  const part = Object.hasOwn(parts, word) ? parts[word] : undefined
  if (!part) return null
  const next = at(tokens, i + 1)
  if (['end', 'beginning', 'start', 'middle'].includes(word))
    return next.lower === 'of' ? { part, end: i + 2 + (at(tokens, i + 2).lower === 'the' ? 1 : 0) } : null
  return { part, end: i + (isDash(next) ? 2 : 1) + (next.lower === 'in' ? 1 : 0) }
}

function readMonthAlone(context: TimeContext, i: number, { month, end }: Month, part: Part | null): TimeReading | null {
  const stated = yearBehind(context.tokens, end) ?? yearInWords(context, end)
  const until = stated ? null : monthRangeEnd(context.tokens, end)
  const year = stated?.year ?? until?.year ?? bareYear(context, i, month)
  if (year === null) return null
  const window = part ? partOfMonth(year, month, part) : monthWindow(year, month)
  if (until) {
    const lastYear = until.month >= month ? year : year + 1
    return {
      end: until.end,
      from: window.from,
      to: monthWindow(lastYear, until.month).to,
      grain: 'range',
      isDate: true,
    }
  }
  return { end: stated?.end ?? end, ...window, grain: 'month', isDate: true }
}

/** "in April next year" */
function yearInWords({ tokens, said }: TimeContext, i: number): { year: number; end: number } | null {
  const skip = at(tokens, i).lower === 'of' ? 1 : 0
  const shift = ['last', 'this', 'next'].indexOf(at(tokens, i + skip).lower) - 1
  if (said === null || shift < -1 || at(tokens, i + skip + 1).lower !== 'year') return null
  return { year: partsOf(said).year + shift, end: i + skip + 2 }
}

/** "March to May 2026", "March-May": the second month, and the year that both share. */
function monthRangeEnd(tokens: readonly Token[], i: number): (Month & { year: number | null }) | null {
  const joiner = at(tokens, i)
  if (!isDash(joiner) && !['to', 'through', 'until'].includes(joiner.lower)) return null
  const month = monthAt(tokens, i + 1)
  if (!month || dayOfMonthAt(tokens, month.end)) return null
  const stated = yearBehind(tokens, month.end)
  return { month: month.month, end: stated?.end ?? month.end, year: stated?.year ?? null }
}

function bareYear({ tokens, said, direction }: TimeContext, i: number, month: number): number | null {
  if (said === null) return null
  const word = at(tokens, i - 1).lower
  const { year, month: now } = partsOf(said)
  if (word === 'last') return month < now ? year : year - 1
  if (word === 'next') return month > now ? year : year + 1
  if (word === 'this') return year
  if (word === 'since') return yearOfMonth(said, month, 'past')
  return yearOfMonth(said, month, direction(i) ?? (word === 'by' || word === 'until' ? 'future' : 'past'))
}

/** A day, or days of one or two months, with or without a year. */
function readMonthDays(
  context: TimeContext,
  i: number,
  month: number,
  day: { value: number; end: number },
): TimeReading | null {
  const { tokens } = context
  const until = dayRangeEnd(tokens, day.end, month)
  const stated = yearBehind(tokens, until?.end ?? day.end)
  const end = stated?.end ?? until?.end ?? day.end
  const direction = context.direction(i)
  const from = dayIn(context, month, day.value, stated?.year ?? null, direction)
  if (from === null) return null
  if (!until) return { end, from, to: from, grain: 'day', isDate: true }
  const to = dayAfter(from, until.month, until.value)
  return to === null ? null : { end, from, to, grain: 'range', isDate: true }
}

/** " to 29", "-29", " through Nov. 2", " and 29". */
function dayRangeEnd(
  tokens: readonly Token[],
  i: number,
  month: number,
): { value: number; month: number; end: number } | null {
  const joiner = at(tokens, i)
  if (!isDash(joiner) && !['to', 'through', 'until', 'and', 'till'].includes(joiner.lower)) return null
  const other = monthAt(tokens, i + 1)
  const day = dayOfMonthAt(tokens, other?.end ?? i + 1)
  if (!day) return null
  if (
    joiner.lower === 'and' &&
    !other &&
    at(tokens, day.end).kind === 'word' &&
    !['at', 'in', 'for', 'and'].includes(at(tokens, day.end).lower)
  )
    return null
  return { value: day.value, month: other?.month ?? month, end: day.end }
}

function dayIn(
  { said }: TimeContext,
  month: number,
  value: number,
  year: number | null,
  direction: Direction | null,
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

/** "27 October 2025", "6th Feb, 2025", "27-29 October", "the 27th of October". */
function readDayMonth(context: TimeContext, i: number): TimeReading | null {
  const { tokens } = context
  const day = dayOfMonthAt(tokens, i)
  if (!day) return null
  const before = at(tokens, i - 1)
  if (before.kind === 'mark' && isGlued(before, at(tokens, i)) && !isDash(before) && before.text !== '(') return null
  const range =
    isDash(at(tokens, day.end)) || ['to', 'and'].includes(at(tokens, day.end).lower)
      ? dayOfMonthAt(tokens, day.end + 1)
      : null
  const last = range ?? day
  const month = monthAt(tokens, last.end + (at(tokens, last.end).lower === 'of' ? 1 : 0))
  if (!month || (dayOfMonthAt(tokens, month.end) && !yearBehind(tokens, month.end))) return null
  const stated = yearBehind(tokens, month.end)
  const from = dayIn(context, month.month, day.value, stated?.year ?? null, context.direction(i))
  if (from === null) return null
  const to = range ? dayAfter(from, month.month, range.value) : from
  return to === null ? null : { end: stated?.end ?? month.end, from, to, grain: range ? 'range' : 'day', isDate: true }
}

/** "2025-02-06", and "3/4/2025" by the publisher's country, with the other reading kept when both are days. */
function readNumeric({ tokens, country }: TimeContext, i: number): TimeReading | null {
  const [a, s, b, t, c] = [at(tokens, i), at(tokens, i + 1), at(tokens, i + 2), at(tokens, i + 3), at(tokens, i + 4)]
  if (
    a.kind !== 'number' ||
    b.kind !== 'number' ||
    c.kind !== 'number' ||
    !isGlued(a, s) ||
    !isGlued(b, t) ||
    !isGlued(t, c) ||
    s.text !== t.text
  )
    return null
  if (isYearToken(a) && (isDash(s) || s.text === '/')) {
    const day = makeDay(Number(a.text), Number(b.text), Number(c.text))
    return day === null ? null : { end: i + 5, from: day, to: day, grain: 'day', isDate: true }
  }
  if (!isYearToken(c) || (s.text !== '/' && !isDash(s))) return null
  const monthFirst = makeDay(Number(c.text), Number(a.text), Number(b.text))
  const dayFirst = makeDay(Number(c.text), Number(b.text), Number(a.text))
  const isMonthFirst = country === null || country === 'US' || country === 'PH'
  const day = (isMonthFirst ? monthFirst : dayFirst) ?? monthFirst ?? dayFirst
  if (day === null) return null
  const other = day === monthFirst ? dayFirst : monthFirst
  const base = { end: i + 5, from: day, to: day, grain: 'day' as const, isDate: true }
  return other !== null && other !== day && country === null
    ? { ...base, alternative: { from: other, to: other }, flag: 'ambiguous-day' }
    : base
}
