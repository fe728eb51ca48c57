import { addDays, partsOf } from '@/lib/core/days'
import { type Window, yearWindow } from '@/lib/core/windows'
import { halfWindow, monthsWindow, nthWeekday, type Part, quarterWindow, SEASON_MONTH, yearOfMonth } from './calendar'
import { fiscalQuarter, fiscalYearAt, readFiscal } from './fiscal'
import { WordMap } from './lexicon'
import { isYearToken, monthAt, partAt, weekdayAt, yearBehind } from './months'
import { readNumber } from './numbers'
import type { TimeContext, TimeReading } from './readings'
import { at, isDash, isGlued, type Token } from './tokens'
import { wordSet } from './words'
import { readCentury, readDecade, readYear } from './years'

/** Years, decades, halves, quarters, seasons, fiscal years, and parts of them. */
export function readPeriod(context: TimeContext, i: number): TimeReading | null {
  return (
    readFiscal(context, i) ??
    readHalf(context, i) ??
    readFirstMonths(context, i) ??
    readNthOfMonth(context, i) ??
    readSeason(context, i) ??
    readCentury(context, i) ??
    readDecade(context, i) ??
    readYear(context, i)
  )
}

/** "last" and "final" are 0: the second half or the fourth quarter. */
const ORDINALS = new WordMap<number>([
  ['first', 1],
  ['second', 2],
  ['third', 3],
  ['fourth', 4],
  ['latter', 2],
  ['1st', 1],
  ['2nd', 2],
  ['3rd', 3],
  ['4th', 4],
  ['last', 0],
  ['final', 0],
  ['opening', 1],
])

/** "the latter half of 2025", "first half of this year", "third quarter", "fiscal fourth quarter", "Q3 2025", "second-quarter". */
function readHalf(context: TimeContext, i: number): TimeReading | null {
  const { tokens } = context
  const isFiscal = at(tokens, i).lower === 'fiscal'
  const named = quarterCode(tokens, isFiscal ? i + 1 : i) ?? quarterWords(tokens, isFiscal ? i + 1 : i)
  if (!named) return null
  const { unit, order, end } = named
  const fiscal = fiscalBehind(context, end)
  if (fiscal && unit === 'quarter') {
    const calendar = context.fiscal(i)
    const window = fiscalQuarter(fiscal.year, order, calendar)
    return fiscalReading(fiscal.end, window, calendar === null)
  }
  const stated = yearOf(context, end) ?? yearInFront(context, i, end)
  if (
    !stated &&
    !(named.isCode ? BEFORE_QUARTER.holds(at(tokens, i - 1)) : !named.isLast && isPeriodHere(tokens, i, end - 1))
  )
    return null
  const year = stated?.year ?? inferYear(context, i, unit === 'half' ? order * 6 : order * 3)
  if (year === null) return null
  if (isFiscal && unit === 'quarter') {
    const calendar = context.fiscal(i)
    return fiscalReading(stated?.end ?? end, fiscalQuarter(year, order, calendar), calendar === null)
  }
  const window = unit === 'half' ? halfWindow(year, order) : quarterWindow(year, order)
  return { end: stated?.end ?? end, ...window, grain: unit, isDate: true }
}

const fiscalReading = (end: number, window: Window, isGuess: boolean): TimeReading => ({
  end,
  ...window,
  grain: 'quarter',
  isDate: true,
  flag: 'fiscal-year',
  ...(isGuess ? { isGuess } : {}),
})

/** "of fiscal 2026", "of the 2026 fiscal year", "FY26" behind a quarter. */
function fiscalBehind(context: TimeContext, i: number): { year: number; end: number } | null {
  const { tokens } = context
  let k = i
  if (at(tokens, k).lower === 'of' || at(tokens, k).text === ',') k++
  if (at(tokens, k).lower === 'the' || at(tokens, k).lower === 'its') k++
  return fiscalYearAt(context, k)
}

type Named = { unit: 'half' | 'quarter'; order: number; end: number; isLast: boolean; isCode: boolean }

function quarterWords(tokens: readonly Token[], i: number): Named | null {
  const ordinal = ORDINALS.of(at(tokens, i))
  if (ordinal === undefined) return null
  const gap = isDash(at(tokens, i + 1)) || at(tokens, i + 1).lower === 'fiscal' ? 2 : 1
  const unit = at(tokens, i + gap).lower
  if (unit !== 'half' && unit !== 'quarter') return null
  const order = ordinal === 0 ? (unit === 'half' ? 2 : 4) : ordinal
  if (unit === 'half' && order > 2) return null
  return { unit, order, end: i + gap + 1, isLast: ordinal === 0, isCode: false }
}

/** "Q3", "H1" */
function quarterCode(tokens: readonly Token[], i: number): Named | null {
  const [letter, digit] = [at(tokens, i), at(tokens, i + 1)]
  if ((letter.text !== 'Q' && letter.text !== 'H') || digit.kind !== 'number' || !isGlued(letter, digit)) return null
  const order = Number(digit.text)
  const unit = letter.text === 'Q' ? 'quarter' : 'half'
  if (!(order >= 1 && order <= (unit === 'half' ? 2 : 4)) || digit.text.length > 1) return null
  return { unit, order, end: i + 2, isLast: false, isCode: true }
}

const BEFORE_QUARTER = wordSet("the in 's its for of during this their")
/** A half of a game is no half of a year: without a year only a quarter counts, as "the third quarter" or "third-quarter profit". */
const isPeriodHere = (tokens: readonly Token[], i: number, k: number): boolean =>
  at(tokens, k).lower === 'quarter' &&
  (BEFORE_QUARTER.holds(at(tokens, i - 1)) || isDash(at(tokens, k - 1))) &&
  !isGame(tokens, k)
/** The third quarter of a match. */
const GAME = wordSet(`
  points point touchdown touchdowns halftime scored scoring score rebounds yards quarterback goal goals lead game
`)
const isGame = (tokens: readonly Token[], k: number): boolean => {
  for (let j = k - 12; j < k + 12; j++) if (GAME.holds(at(tokens, j))) return true
  return false
}

const SHIFTS = new WordMap([
  ['this', 0],
  ['last', -1],
  ['next', 1],
])
/** "of 2025", "of this year", "of the year", "2025", "next year" behind a half, quarter or season. */
function yearOf({ tokens, said }: TimeContext, i: number): { year: number; end: number } | null {
  let k = i
  const isOf = at(tokens, k).lower === 'of'
  if (isOf || at(tokens, k).text === ',') k += 1
  if (isYearToken(at(tokens, k))) return { year: Number(at(tokens, k).text), end: k + 1 }
  const hasThe = at(tokens, k).lower === 'the'
  if (hasThe) k += 1
  if (said === null) return null
  const { year } = partsOf(said)
  if (hasThe && isOf && at(tokens, k).lower === 'year') return { year, end: k + 1 }
  const shift = SHIFTS.of(at(tokens, k))
  return shift === undefined || at(tokens, k + 1).lower !== 'year' ? null : { year: year + shift, end: k + 2 }
}

/** "last year's third quarter", "1988's second half": the year stands in front. */
function yearInFront({ tokens, said }: TimeContext, i: number, end: number): { year: number; end: number } | null {
  if (at(tokens, i - 1).lower !== "'s") return null
  if (isYearToken(at(tokens, i - 2))) return { year: Number(at(tokens, i - 2).text), end }
  const shift = at(tokens, i - 2).lower === 'year' ? SHIFTS.of(at(tokens, i - 3)) : undefined
  return shift === undefined || said === null ? null : { year: partsOf(said).year + shift, end }
}

function inferYear({ said, direction }: TimeContext, i: number, lastMonth: number): number | null {
  if (said === null) return null
  return yearOfMonth(said, lastMonth, direction(i) ?? 'past')
}

const COUNTED = new Map([
  ['months', 1],
  ['quarters', 3],
  ['weeks', 0],
  ['days', 0],
])
/** "the first nine months of 2025", "the last two weeks of May", "the first 100 days of the year". */
function readFirstMonths(context: TimeContext, i: number): TimeReading | null {
  const { tokens } = context
  const ordinal = ORDINALS.of(at(tokens, i))
  if (ordinal === undefined || ordinal > 1) return null
  const number = readNumber(tokens, i + 1)
  if (!number) return null
  const unit = at(tokens, number.end).lower
  const months = COUNTED.get(unit)
  if (months === undefined || at(tokens, number.end + 1).lower !== 'of') return null
  const whole = wholeBehind(context, i, number.end + 1)
  if (!whole) return null
  const window = partOfWhole(whole, unit, months * number.value, number.value, ordinal === 1)
  return window && window.from >= whole.from && window.to <= whole.to
    ? { end: whole.end, ...window, grain: 'range', isDate: true }
    : null
}

/** "the second Tuesday in November", "the first week of March 2026", "the last Friday of the month". */
export function readNthOfMonth(context: TimeContext, i: number): TimeReading | null {
  const { tokens, said } = context
  const order = ORDINALS.of(at(tokens, i))
  if (order === undefined || at(tokens, i).lower === 'latter') return null
  const named = weekdayAt(tokens, i + 1)
  const end = named?.end ?? (at(tokens, i + 1).lower === 'week' ? i + 2 : -1)
  if (end < 0 || (at(tokens, end).lower !== 'of' && at(tokens, end).lower !== 'in')) return null
  const skip = at(tokens, end + 1).lower === 'the' ? 2 : 1
  const isThisMonth = skip === 2 && at(tokens, end + 2).lower === 'month' && said !== null
  const month = isThisMonth ? null : monthAt(tokens, end + skip)
  const whole = isThisMonth
    ? { ...monthsWindow(partsOf(said).year, partsOf(said).month, 1), end: end + 3 }
    : month && wholeBehind(context, i, end + skip - 1)
  if (!whole) return null
  const { year, month: of } = partsOf(whole.from)
  if (named) {
    const day = nthWeekday(year, of, named.weekday, order === 0 ? -1 : order)
    return { end: whole.end, from: day, to: day, grain: 'day', isDate: true }
  }
  const first = order === 0 ? addDays(whole.to, -6) : addDays(whole.from, (order - 1) * 7)
  return { end: whole.end, from: first, to: addDays(first, 6), grain: 'week', isDate: true }
}

function wholeBehind(context: TimeContext, i: number, k: number): (Window & { end: number }) | null {
  const year = yearOf(context, k)
  if (year) return { ...yearWindow(year.year), end: year.end }
  const month = monthAt(context.tokens, k + 1)
  if (!month) return null
  const stated = yearBehind(context.tokens, month.end)
  const of = stated?.year ?? (context.said === null ? null : inferYear(context, i, month.month))
  return of === null ? null : { ...monthsWindow(of, month.month, 1), end: stated?.end ?? month.end }
}

function partOfWhole(whole: Window, unit: string, months: number, count: number, isFirst: boolean): Window | null {
  if (!Number.isInteger(count) || count < 1 || count > 366) return null
  if (months > 0) {
    const { year, month } = partsOf(isFirst ? whole.from : whole.to)
    return isFirst ? monthsWindow(year, month, months) : monthsWindow(year, month - months + 1, months)
  }
  const days = count * (unit === 'weeks' ? 7 : 1) - 1
  return isFirst
    ? { from: whole.from, to: addDays(whole.from, days) }
    : { from: addDays(whole.to, -days), to: whole.to }
}

/** "the fall", "last fall", "spring 2026", "this summer", "the winter of 2025-26". Lower-case seasons need a determiner or a year. */
function readSeason(context: TimeContext, i: number): TimeReading | null {
  const { tokens, said } = context
  const part = partAt(tokens, i)
  const k = part?.end ?? i
  const month = SEASON_MONTH.of(at(tokens, k))
  if (!month) return null
  const stated = yearOf(context, k + 1)
  const before = at(tokens, (part ? i : k) - 1).lower
  if (!stated && !isSeasonHere(tokens, part ? i - 1 : k - 1)) return null
  const year = stated?.year ?? (said === null ? null : seasonYear(context, i, month, before))
  if (year === null) return null
  const [joiner, second] = [at(tokens, stated?.end ?? k), at(tokens, (stated?.end ?? k) + 1)]
  const isSpan =
    !!stated && second.kind === 'number' && isGlued(joiner, second) && (isDash(joiner) || joiner.text === '/')
  return {
    end: (stated?.end ?? k + 1) + (isSpan ? 2 : 0),
    ...partOfSeason(monthsWindow(year, month, 3), month, year, part?.part ?? null),
    grain: 'season',
    isDate: true,
  }
}

const partOfSeason = (window: Window, month: number, year: number, part: Part | null): Window =>
  part === null ? window : monthsWindow(year, month + (part === 'early' ? 0 : part === 'mid' ? 1 : 2), 1)

const SHIFTED = new Set(['last', 'next', 'this', 'coming'])
const NEAR_SEASON = new Set(['the', 'in', 'by', 'early', 'late', 'until', 'since'])
const BEFORE_SEASON = wordSet('in by during of until over since for through this late early before after')
function isSeasonHere(tokens: readonly Token[], i: number): boolean {
  const { lower } = at(tokens, i)
  if (SHIFTED.has(lower)) return true
  return NEAR_SEASON.has(lower) && BEFORE_SEASON.holds(at(tokens, i - (lower === 'the' ? 1 : 0)))
}

/** The year in which a season begins. In January and February "this winter" began in December. */
function seasonYear({ said, direction }: TimeContext, i: number, month: number, before: string): number | null {
  if (said === null) return null
  const { year, month: now } = partsOf(said)
  const isInWinter = month === 12 && now <= 2
  const startsThisYear = month <= now
  if (before === 'last') return isInWinter ? year - 2 : month + 2 < now ? year : year - 1
  if (before === 'next' || before === 'coming') return startsThisYear ? year + 1 : year
  if (before === 'this') return isInWinter ? year - 1 : year
  if (direction(i) === 'future') return isInWinter ? year - 1 : month + 2 >= now ? year : year + 1
  return startsThisYear ? year : year - 1
}
