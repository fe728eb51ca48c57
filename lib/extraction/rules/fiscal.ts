import { addDays, addMonths, type Day, makeDay, partsOf } from '@/lib/core/days'
import type { Window } from '@/lib/core/windows'
import { monthsWindow } from './calendar'
import { WordMap } from './lexicon'
import { dayOfMonthAt, isYearToken, monthAt, yearBehind } from './months'
import type { FiscalCalendar, TimeContext, TimeReading } from './readings'
import { at, isDash, isGlued, type Token } from './tokens'

// biome-ignore format: a table
const CALENDARS: ReadonlyMap<string, FiscalCalendar> = new Map([
  ['US', { month: 10, namedByEnd: true }], ['JP', { month: 4, namedByEnd: false }], ['IN', { month: 4, namedByEnd: true }],
  ['GB', { month: 4, namedByEnd: false }], ['CA', { month: 4, namedByEnd: true }], ['AU', { month: 7, namedByEnd: true }],
  ['NZ', { month: 7, namedByEnd: true }], ['PK', { month: 7, namedByEnd: true }], ['BD', { month: 7, namedByEnd: true }],
  ['SG', { month: 4, namedByEnd: false }], ['HK', { month: 4, namedByEnd: false }], ['ZA', { month: 4, namedByEnd: false }],
])

/** Words of a sentence that tell whose fiscal year is meant: governments and what only one of them has. */
// biome-ignore format: a table
const WHOSE = new WordMap<string>([
  ['congress', 'US'], ['congressional', 'US'], ['pentagon', 'US'], ['federal', 'US'], ['nasa', 'US'], ['medicare', 'US'], ['washington', 'US'], ['u.s.', 'US'],
  ['japan', 'JP'], ['japanese', 'JP'], ['tokyo', 'JP'], ['india', 'IN'], ['indian', 'IN'], ['delhi', 'IN'], ['rupee', 'IN'], ['rupees', 'IN'],
  ['britain', 'GB'], ['british', 'GB'], ['u.k.', 'GB'], ['uk', 'GB'], ['hmrc', 'GB'], ['whitehall', 'GB'],
  ['canada', 'CA'], ['canadian', 'CA'], ['ottawa', 'CA'], ['australia', 'AU'], ['australian', 'AU'], ['canberra', 'AU'],
  ['zealand', 'NZ'], ['pakistan', 'PK'], ['bangladesh', 'BD'], ['singapore', 'SG'], ['kong', 'HK'],
])

/** Finds the fiscal calendar of a sentence: stated in the text, of who is named beside it, or of the publisher's country. */
export class FiscalCalendars {
  private stated: FiscalCalendar | null | undefined
  private first = -1
  private found: FiscalCalendar | null = null

  constructor(
    private readonly tokens: readonly Token[],
    private readonly country: string | null,
  ) {}

  /** Of the sentence on tokens [first, last); kept for the next question about the same sentence. */
  in(first: number, last: number): FiscalCalendar | null {
    if (this.first !== first) {
      this.first = first
      this.found = this.find(first, last)
    }
    return this.found
  }

  private find(first: number, last: number): FiscalCalendar | null {
    if (this.stated === undefined) this.stated = statedCalendar(this.tokens)
    if (this.stated) return this.stated
    for (let k = first; k < last; k++) {
      const whose = WHOSE.of(at(this.tokens, k))
      if (whose) return CALENDARS.get(whose) ?? null
    }
    return this.country === null ? null : (CALENDARS.get(this.country) ?? null)
  }
}

const ENDS = new Set(['ends', 'ending', 'ended'])
const BEGINS = new Set(['begins', 'beginning', 'began', 'starts', 'starting', 'started', 'runs'])
const BETWEEN = new Set(['that', 'which', 'on', 'in', 'from', 'the', ',', 'each', 'every', 'of'])
/** Between "fiscal year" and its month: "which runs from", "that ends on". */
const REACH = 7

/** "its fiscal year ends in June", "the fiscal year that begins Oct. 1": the month and which end it is. */
function boundaryAt(tokens: readonly Token[], i: number): { month: number; k: number; isEnd: boolean } | null {
  let isEnd: boolean | null = null
  for (let k = i; k < i + REACH; k++) {
    const { lower } = at(tokens, k)
    if (ENDS.has(lower)) isEnd = true
    else if (BEGINS.has(lower)) isEnd = false
    else if (isEnd !== null && monthAt(tokens, k)) return { month: monthAt(tokens, k)?.month ?? 1, k, isEnd }
    else if (!BETWEEN.has(lower) && !dayOfMonthAt(tokens, k)) return null
  }
  return null
}

function statedCalendar(tokens: readonly Token[]): FiscalCalendar | null {
  for (let i = 0; i < tokens.length - 3; i++) {
    const { lower } = at(tokens, i)
    if ((lower !== 'fiscal' && lower !== 'financial') || at(tokens, i + 1).lower !== 'year') continue
    const found = boundaryAt(tokens, i + 2)
    if (found) return { month: found.isEnd ? (found.month % 12) + 1 : found.month, namedByEnd: true }
  }
  return null
}

/** The fiscal year of that name. Without a known calendar the calendar year, which is a guess: it is flagged and the desk asks. */
export function fiscalYear(year: number, calendar: FiscalCalendar | null): Window {
  if (!calendar || calendar.month === 1) return monthsWindow(year, 1, 12)
  return monthsWindow(calendar.namedByEnd ? year - 1 : year, calendar.month, 12)
}

/** Quarter 1..4 of a fiscal year. */
export function fiscalQuarter(year: number, quarter: number, calendar: FiscalCalendar | null): Window {
  const { from } = fiscalYear(year, calendar)
  const { year: first, month } = partsOf(from)
  return monthsWindow(first, month + (quarter - 1) * 3, 3)
}

const flagged = (end: number, window: Window, isGuess: boolean): TimeReading => ({
  end,
  ...window,
  grain: 'year',
  isDate: true,
  flag: 'fiscal-year',
  ...(isGuess ? { isGuess } : {}),
})

/** "fiscal 2026", "fiscal year 2025-26", "FY2026", "FY26", "the 2026 fiscal year", "this fiscal year", "the fiscal year ending March 2026". */
export function readFiscal(context: TimeContext, i: number): TimeReading | null {
  const named = fiscalYearAt(context, i)
  if (named) {
    const calendar = context.fiscal(i)
    const window = named.isSpan
      ? monthsWindow(named.year, calendar?.month ?? 1, calendar ? 12 : 24)
      : fiscalYear(named.year, calendar)
    return flagged(named.end, window, calendar === null)
  }
  return readFiscalEnding(context, i) ?? readFiscalShifted(context, i)
}

type Named = { year: number; end: number; isSpan: boolean }

/** The fiscal year named at token `i`; `isSpan` for two years ("2025-26"), which begins in the first. */
export function fiscalYearAt({ tokens, said }: TimeContext, i: number): Named | null {
  const { lower } = at(tokens, i)
  if (lower === 'fy') return yearsAt(tokens, i + 1) ?? shortYear(tokens, i, said)
  if (lower === 'fiscal' || lower === 'financial')
    return yearsAt(tokens, i + (at(tokens, i + 1).lower === 'year' ? 2 : 1))
  const years = yearsAt(tokens, i)
  const behind = years ? at(tokens, years.end).lower : ''
  if (!years || (behind !== 'fiscal' && behind !== 'financial') || at(tokens, years.end + 1).lower !== 'year')
    return null
  return { ...years, end: years.end + 2 }
}

function yearsAt(tokens: readonly Token[], i: number): Named | null {
  const token = at(tokens, i)
  if (!isYearToken(token)) return null
  const year = Number(token.text)
  const [joiner, second] = [at(tokens, i + 1), at(tokens, i + 2)]
  const isJoined = (isDash(joiner) || joiner.text === '/') && isGlued(token, joiner) && isGlued(joiner, second)
  const isNext = second.kind === 'number' && Number(second.text) % 100 === (year + 1) % 100
  return isJoined && isNext ? { year, end: i + 3, isSpan: true } : { year, end: i + 1, isSpan: false }
}

/** "FY26" */
function shortYear(tokens: readonly Token[], i: number, said: Day | null): Named | null {
  const token = at(tokens, i + 1)
  if (token.kind !== 'number' || token.text.length !== 2 || !isGlued(at(tokens, i), token)) return null
  const century = said === null ? 2000 : Number(said.slice(0, 2)) * 100
  return { year: century + Number(token.text), end: i + 2, isSpan: false }
}

/** "the fiscal year ending March 2026", "the fiscal year that began Oct. 1": exactly as stated. */
function readFiscalEnding({ tokens, said }: TimeContext, i: number): TimeReading | null {
  const { lower } = at(tokens, i)
  if ((lower !== 'fiscal' && lower !== 'financial') || at(tokens, i + 1).lower !== 'year') return null
  const found = boundaryAt(tokens, i + 2)
  if (!found) return null
  const month = monthAt(tokens, found.k)
  const day = month ? dayOfMonthAt(tokens, month.end) : null
  const stated = yearBehind(tokens, day?.end ?? month?.end ?? 0)
  if (!month || (!stated && said === null)) return null
  const end = stated?.end ?? day?.end ?? month.end
  const year = stated?.year ?? yearOfBoundary(said ?? '', found.month)
  if (found.isEnd) {
    const last = day ? makeDay(year, found.month, day.value) : monthsWindow(year, found.month, 1).to
    return last === null ? null : flagged(end, { from: addDays(addMonths(last, -12), 1), to: last }, false)
  }
  const first = makeDay(year, found.month, day?.value ?? 1)
  return first === null ? null : flagged(end, { from: first, to: addDays(addMonths(first, 12), -1) }, false)
}
/** Without a year: the boundary nearest to the day it was said. */
const yearOfBoundary = (said: Day, month: number): number => {
  const { year, month: now } = partsOf(said)
  return month - now > 6 ? year - 1 : now - month > 6 ? year + 1 : year
}

const SHIFTS = new WordMap<number>([
  ['this', 0],
  ['current', 0],
  ['last', -1],
  ['previous', -1],
  ['next', 1],
  ['coming', 1],
])
/** "this fiscal year", "the next financial year" */
function readFiscalShifted(context: TimeContext, i: number): TimeReading | null {
  const { tokens, said } = context
  const shift = SHIFTS.of(at(tokens, i))
  const { lower } = at(tokens, i + 1)
  if (shift === undefined || said === null || (lower !== 'fiscal' && lower !== 'financial')) return null
  if (at(tokens, i + 2).lower !== 'year') return null
  const calendar = context.fiscal(i)
  const { year, month } = partsOf(said)
  const first = calendar?.month ?? 1
  return flagged(i + 3, monthsWindow((month >= first ? year : year - 1) + shift, first, 12), calendar === null)
}
