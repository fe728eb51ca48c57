import { addDays, type Day, daysInMonth, isDay, makeDay, weekdayOf } from '@/lib/core/days'
import { monthWindow, type Window, yearWindow } from '@/lib/core/windows'
import type { DayPrecision } from '../schema'

export type TypedWindow = { window: Window; precision: DayPrecision }
export type TypedResult = ({ ok: true } & TypedWindow) | { ok: false; problem: string }

const MAX_LENGTH = 80
const HOW = 'Write it like 27-29 Oct 2025, Jul-Dec 2025, Q3 2025, by 31 Dec 2027 or 2025-07-01 to 2025-12-31.'

/**
 * Reads the days that a person types at the desk: single days, ranges, months, halves, quarters, years, "early / mid / late
 * Oct 2025", "week of 6 Oct 2025", and "by …", which begins on `saidOn`. The year is always asked for: nothing is guessed.
 * What `formatWindow` prints is read back as the same days.
 */
export function readTypedWindow(typed: string, saidOn: Day | null): TypedResult {
  const text = normalise(typed)
  if (text === '') return { ok: false, problem: `Give the days. ${HOW}` }
  if (text.length > MAX_LENGTH) return { ok: false, problem: `That is too long for days. ${HOW}` }
  const by = text.match(/^(?:by|until|before) (?:the end of )?(.+)$/)
  if (by?.[1]) return readBy(by[1], saidOn)
  const found = readPoint(text) ?? readRange(text)
  if (found === null)
    return { ok: false, problem: `These days cannot be read: there is no such day, or no year. ${HOW}` }
  return found.window.from > found.window.to
    ? { ok: false, problem: 'The window ends before it begins. Put the earlier day first.' }
    : { ok: true, ...found }
}

const normalise = (typed: string): string =>
  typed
    .toLowerCase()
    .replace(/[\u2010-\u2015\u2212]/g, '-')
    .replace(/[,.]/g, ' ')
    .replace(/\s+/g, ' ')
    .trim()

function readBy(rest: string, saidOn: Day | null): TypedResult {
  const end = readPoint(rest)
  if (end === null) return { ok: false, problem: `The last day cannot be read. ${HOW}` }
  if (saidOn === null)
    return { ok: false, problem: 'For "by …" the day on which it was said is needed. Give it, or write both days.' }
  if (end.window.to < saidOn)
    return { ok: false, problem: 'The window ends before the day on which it was said. Check the year.' }
  return { ok: true, window: { from: saidOn, to: end.window.to }, precision: 'day' }
}

const MONTH_NAMES = [
  ['jan', 'january'],
  ['feb', 'february'],
  ['mar', 'march'],
  ['apr', 'april'],
  ['may', 'may'],
  ['jun', 'june'],
  ['jul', 'july'],
  ['aug', 'august'],
  ['sep', 'sept', 'september'],
  ['oct', 'october'],
  ['nov', 'november'],
  ['dec', 'december'],
]
const monthOf = (name: string | undefined): number => MONTH_NAMES.findIndex((names) => names.includes(name ?? '')) + 1

const FIRST_HALF: readonly (string | undefined)[] = ['h1', 'first']
const THIRDS: Record<string, [number, number | null]> = { early: [1, 10], mid: [11, 20], late: [21, null] }

/** Each shape of a single point in time: its form, and what its parts mean. Tried in order. */
const POINTS: { form: RegExp; read: (parts: string[]) => TypedWindow | null }[] = [
  { form: /^(\d{4}-\d{2}-\d{2})$/, read: ([day = '']) => oneDay(isDay(day) ? day : null) },
  { form: /^(\d{1,2}) ([a-z]{3,9}) (\d{4})$/, read: ([d, m, y]) => oneDay(dayFrom(y, m, d)) },
  { form: /^([a-z]{3,9}) (\d{1,2}) (\d{4})$/, read: ([m, d, y]) => oneDay(dayFrom(y, m, d)) },
  { form: /^(?:the )?week of (.+)$/, read: ([rest = '']) => weekOf(rest) },
  { form: /^(\d{4})-(\d{2})$/, read: ([y, m]) => months(y, Number(m), Number(m)) },
  { form: /^([a-z]{3,9}) (\d{4})$/, read: ([m, y]) => months(y, monthOf(m), monthOf(m)) },
  { form: /^(early|mid|late)[ -]([a-z]{3,9}) (\d{4})$/, read: ([part, m, y]) => thirdOf(part, m, y) },
  { form: /^q([1-4]) (\d{4})$/, read: ([q, y]) => months(y, Number(q) * 3 - 2, Number(q) * 3) },
  { form: /^(h1|h2) (\d{4})$/, read: ([h, y]) => halfOf(h, y) },
  { form: /^(?:the )?(first|second|latter) half (?:of )?(\d{4})$/, read: ([h, y]) => halfOf(h, y) },
  { form: /^(\d{4})$/, read: ([y]) => ({ window: yearWindow(Number(y)), precision: 'year' }) },
]

function readPoint(text: string): TypedWindow | null {
  for (const { form, read } of POINTS) {
    const match = text.match(form)
    if (match) return read(match.slice(1))
  }
  return null
}

const dayFrom = (year?: string, month?: string, day?: string): Day | null =>
  makeDay(Number(year), monthOf(month), Number(day))
const oneDay = (day: Day | null): TypedWindow | null =>
  day === null ? null : { window: { from: day, to: day }, precision: 'day' }

function weekOf(rest: string): TypedWindow | null {
  const day = readPoint(rest)
  if (day?.precision !== 'day') return null
  const monday = addDays(day.window.from, 1 - weekdayOf(day.window.from))
  return { window: { from: monday, to: addDays(monday, 6) }, precision: 'week' }
}

function months(year: string | undefined, first: number, last: number): TypedWindow | null {
  if (first < 1 || last > 12) return null
  const window = { from: monthWindow(Number(year), first).from, to: monthWindow(Number(year), last).to }
  return { window, precision: first === last ? 'month' : 'year' }
}

const halfOf = (half: string | undefined, year: string | undefined): TypedWindow | null =>
  FIRST_HALF.includes(half) ? months(year, 1, 6) : months(year, 7, 12)

function thirdOf(part: string | undefined, month: string | undefined, year: string | undefined): TypedWindow | null {
  const [first, last] = THIRDS[part ?? ''] ?? [1, null]
  const number = monthOf(month)
  const from = makeDay(Number(year), number, first)
  const to = number === 0 ? null : makeDay(Number(year), number, last ?? daysInMonth(Number(year), number))
  return from === null || to === null ? null : { window: { from, to }, precision: 'week' }
}

const SEPARATOR = /\s*(?:\bto\b|\buntil\b|\band\b|-)\s*/g

/** Two points with a separator; what one leaves out (month, year) is taken from the other. */
function readRange(text: string): TypedWindow | null {
  for (const match of text.replace(/^(?:from|between) /, '').matchAll(SEPARATOR)) {
    const whole = match.input
    const left = whole.slice(0, match.index)
    const right = whole.slice(match.index + match[0].length)
    if (left === '' || right === '') continue
    for (const [a, b] of completions(left, right)) {
      const [first, last] = [readPoint(a), readPoint(b)]
      if (first && last) return joined(first, last)
    }
  }
  return null
}

function completions(left: string, right: string): [string, string][] {
  const year = right.match(/\b\d{4}$/)?.[0] ?? ''
  const monthAtRight =
    right.match(/^\d{1,2} ([a-z]{3,9}) \d{4}$/)?.[1] ?? right.match(/^([a-z]{3,9}) \d{1,2} \d{4}$/)?.[1]
  const monthAtLeft = left.match(/^([a-z]{3,9}) \d{1,2}$/)?.[1]
  return [
    [left, right],
    [`${left} ${year}`, right],
    [`${left} ${monthAtRight} ${year}`, right],
    [`${left} ${year}`, `${monthAtLeft} ${right}`],
  ]
}

const COARSENESS: readonly DayPrecision[] = ['day', 'week', 'month', 'year']

/** Of two points the coarser precision: "Jul-Dec 2025" is known to the month, not to the day. */
function joined(first: TypedWindow, last: TypedWindow): TypedWindow {
  const precision = COARSENESS.indexOf(first.precision) > COARSENESS.indexOf(last.precision) ? first : last
  return { window: { from: first.window.from, to: last.window.to }, precision: precision.precision }
}
