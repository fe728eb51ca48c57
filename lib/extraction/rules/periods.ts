import { partsOf } from '@/lib/core/days'
import { yearWindow } from '@/lib/core/windows'
import {
  decadeWindow,
  halfWindow,
  monthsWindow,
  type Part,
  partOfYear,
  quarterWindow,
  SEASON_MONTH,
  yearOfMonth,
} from './calendar'
import { fiscalYear } from './fiscal'
import { currencyAfter, currencyBefore } from './money'
import { isYearToken, partAt } from './months'
import type { TimeContext, TimeReading } from './readings'
import { at, isDash, isGlued, type Token } from './tokens'
import { unitAfter } from './units'

/** Years, decades, halves, quarters, seasons, fiscal years, and ranges of years. */
export function readPeriod(context: TimeContext, i: number): TimeReading | null {
  return (
    readFiscal(context, i) ??
    readHalf(context, i) ??
    readSeason(context, i) ??
    readDecade(context, i) ??
    readYear(context, i)
  )
}

/** "2027", "mid-2026", "early 2026", "the end of 2027", "2025-26", "from 2025 to 2027". */
function readYear({ tokens }: TimeContext, i: number): TimeReading | null {
  const part = partAt(tokens, i)
  const k = part?.end ?? i
  const token = at(tokens, k)
  if (!isYearToken(token) || !isYearHere(tokens, k)) return null
  const year = Number(token.text)
  if (part) return { end: k + 1, ...partOfYear(year, part.part), grain: 'year', isDate: true }
  const last = yearRangeEnd(tokens, k + 1, year)
  if (last)
    return { end: last.end, from: yearWindow(year).from, to: yearWindow(last.year).to, grain: 'range', isDate: true }
  return { end: k + 1, ...yearWindow(year), grain: 'year', isDate: true }
}

/** A year and not an amount: no currency, unit, decimal or name glued around it. */
function isYearHere(tokens: readonly Token[], k: number): boolean {
  const [before, token, after] = [at(tokens, k - 1), at(tokens, k), at(tokens, k + 1)]
  if (
    isGlued(before, token) &&
    before.kind === 'mark' &&
    !isDash(before) &&
    !['(', '"', '“', '‘', '/', '[', ','].includes(before.text)
  )
    return false
  if (
    isDash(before) &&
    isGlued(before, token) &&
    at(tokens, k - 2).kind === 'word' &&
    !['mid', 'pre', 'post', 'early', 'late'].includes(at(tokens, k - 2).lower)
  )
    return false
  if (currencyBefore(tokens, k - 1, null) || currencyAfter(tokens, k + 1, null)) return false
  if (isGlued(token, after) && (after.kind === 'word' || after.text === '%' || after.text === ':')) return false
  return !unitAfter(tokens, k + 1, true)
}

function yearRangeEnd(tokens: readonly Token[], i: number, year: number): { year: number; end: number } | null {
  const joiner = at(tokens, i)
  const isJoined =
    isDash(joiner) ||
    ['to', 'through'].includes(joiner.lower) ||
    (joiner.lower === 'and' && at(tokens, i - 2).lower === 'between')
  const token = at(tokens, i + 1)
  if (!isJoined || token.kind !== 'number') return null
  if (isYearToken(token) && Number(token.text) > year) return { year: Number(token.text), end: i + 2 }
  if (!isDash(joiner) || !/^\d\d$/.test(token.text) || !isGlued(joiner, token)) return null
  const short = year - (year % 100) + Number(token.text)
  return short > year && short < year + 20 ? { year: short, end: i + 2 } : null
}

/** "1970s", "the 1970s and 1980s", "the '90s", "the 80s". */
function readDecade({ tokens }: TimeContext, i: number): TimeReading | null {
  const first = decadeAt(tokens, i)
  if (!first) return null
  const { year, end } = first
  const joiner = at(tokens, end)
  if (joiner.lower === 'and' || joiner.lower === 'to' || isDash(joiner)) {
    const skip = at(tokens, end + 1).lower === 'the' ? 2 : 1
    const second = decadeAt(tokens, end + skip)
    if (second && second.year > year) {
      const to = decadeWindow(second.year).to
      return { end: second.end, from: decadeWindow(year).from, to, grain: 'decade', isDate: true }
    }
  }
  return { end, ...decadeWindow(year), grain: 'decade', isDate: true }
}

function decadeAt(tokens: readonly Token[], i: number): { year: number; end: number } | null {
  const [token, s] = [at(tokens, i), at(tokens, i + 1)]
  if (token.kind === 'number' && (s.lower === 's' || s.lower === "'s") && isGlued(token, s)) {
    if (/^(?:1[6-9]|20)\d0$/.test(token.text)) return { year: Number(token.text), end: i + 2 }
    if (/^[2-9]0$/.test(token.text) && at(tokens, i - 1).lower === 'the')
      return { year: 1900 + Number(token.text), end: i + 2 }
  }
  if (
    (token.text === "'" || token.text === '’' || token.text === '‘') &&
    /^[2-9]0$/.test(s.text) &&
    at(tokens, i + 2).lower === 's'
  )
    return { year: 1900 + Number(s.text), end: i + 3 }
  return null
}

const ORDINALS: Readonly<Record<string, number>> = {
  first: 1,
  second: 2,
  third: 3,
  fourth: 4,
  latter: 2,
  '1st': 1,
  '2nd': 2,
  '3rd': 3,
  '4th': 4,
  last: 0,
  final: 0,
  opening: 1,
}

/** "the latter half of 2025", "first half of this year", "third quarter", "Q3 2025", "second-quarter". */
function readHalf(context: TimeContext, i: number): TimeReading | null {
  const { tokens } = context
  const q = quarterCode(tokens, i)
  if (q) return q
  const word = at(tokens, i).lower
  const ordinal = Object.hasOwn(ORDINALS, word) ? ORDINALS[word] : undefined
  if (ordinal === undefined) return null
  const gap = isDash(at(tokens, i + 1)) ? 2 : 1
  const unit = at(tokens, i + gap).lower
  if (unit !== 'half' && unit !== 'quarter') return null
  const order = ordinal === 0 ? (unit === 'half' ? 2 : 4) : ordinal
  if (unit === 'half' && order > 2) return null
  const stated = yearOf(context, i + gap + 1)
  if (!stated && (ordinal === 0 || !isPeriodHere(tokens, i, i + gap))) return null
  const year = stated?.year ?? inferYear(context, i, unit === 'half' ? order * 6 : order * 3)
  if (year === null) return null
  const window = unit === 'half' ? halfWindow(year, order) : quarterWindow(year, order)
  return { end: stated?.end ?? i + gap + 1, ...window, grain: unit, isDate: true }
}

/** A half of a game is no half of a year: a bare "second half" counts only where months or money are near. */
const isPeriodHere = (tokens: readonly Token[], i: number, k: number): boolean =>
  at(tokens, k).lower === 'quarter' && ['the', 'in', "'s"].includes(at(tokens, i - 1).lower)

function quarterCode(tokens: readonly Token[], i: number): TimeReading | null {
  const [q, digit, next] = [at(tokens, i), at(tokens, i + 1), at(tokens, i + 2)]
  if ((q.text !== 'Q' && q.text !== 'H') || !/^[1-4]$/.test(digit.text) || !isGlued(q, digit)) return null
  const skip = next.lower === 'of' ? 3 : 2
  if (!isYearToken(at(tokens, i + skip))) return null
  const year = Number(at(tokens, i + skip).text)
  const order = Number(digit.text)
  const window = q.text === 'Q' ? quarterWindow(year, order) : halfWindow(year, Math.min(2, order))
  return { end: i + skip + 1, ...window, grain: q.text === 'Q' ? 'quarter' : 'half', isDate: true }
}

/** "of 2025", "of this year", "2025", "next year" behind a half, quarter or season. */
function yearOf({ tokens, said }: TimeContext, i: number): { year: number; end: number } | null {
  let k = i
  if (at(tokens, k).lower === 'of' || at(tokens, k).text === ',') k += 1
  if (isYearToken(at(tokens, k))) return { year: Number(at(tokens, k).text), end: k + 1 }
  if (at(tokens, k).lower === 'the') k += 1
  const word = at(tokens, k).lower
  if (said === null || at(tokens, k + 1).lower !== 'year' || !['this', 'last', 'next'].includes(word)) return null
  return { year: partsOf(said).year + (word === 'last' ? -1 : word === 'next' ? 1 : 0), end: k + 2 }
}

function inferYear({ said, direction }: TimeContext, i: number, lastMonth: number): number | null {
  if (said === null) return null
  return yearOfMonth(said, lastMonth, direction(i) ?? 'past')
}

/** "the fall", "last fall", "spring 2026", "this summer". Lower-case "fall" and "spring" need a determiner or a year. */
function readSeason(context: TimeContext, i: number): TimeReading | null {
  const { tokens, said } = context
  const part = partAt(tokens, i)
  const k = part?.end ?? i
  const word = at(tokens, k).lower
  const month = Object.hasOwn(SEASON_MONTH, word) ? SEASON_MONTH[word] : undefined
  if (!month) return null
  const stated = yearOf(context, k + 1)
  const before = at(tokens, (part ? i : k) - 1).lower
  if (!stated && !isSeasonHere(tokens, part ? i - 1 : k - 1)) return null
  const year = stated?.year ?? (said === null ? null : seasonYear(context, i, month, before))
  if (year === null) return null
  const window = monthsWindow(year, month, 3)
  return {
    end: stated?.end ?? k + 1,
    ...partWindow(window, month, year, part?.part ?? null),
    grain: 'season',
    isDate: true,
  }
}

const partWindow = (window: { from: string; to: string }, month: number, year: number, part: Part | null) =>
  part === null ? window : monthsWindow(year, month + (part === 'early' ? 0 : part === 'mid' ? 1 : 2), 1)

const isSeasonHere = (tokens: readonly Token[], i: number): boolean =>
  ['last', 'next', 'this', 'coming'].includes(at(tokens, i).lower) ||
  (['the', 'in', 'by', 'early', 'late'].includes(at(tokens, i).lower) &&
    [
      'in',
      'by',
      'during',
      'of',
      'until',
      'over',
      'since',
      'for',
      'through',
      'this',
      'late',
      'early',
      'before',
      'after',
    ].includes(at(tokens, i - (at(tokens, i).lower === 'the' ? 1 : 0)).lower))

function seasonYear({ said, direction }: TimeContext, i: number, month: number, before: string): number | null {
  if (said === null) return null
  const { year, month: now } = partsOf(said)
  const startsThisYear = month <= now
  if (before === 'last') return month + 2 < now ? year : year - 1
  if (before === 'next' || before === 'coming') return startsThisYear ? year + 1 : year
  if (before === 'this') return year
  return (direction(i) ?? 'past') === 'future' ? (month + 2 >= now ? year : year + 1) : startsThisYear ? year : year - 1
}

/** "fiscal 2026", "fiscal year 2026", "FY2026", "FY 2026-27". */
function readFiscal({ tokens, country }: TimeContext, i: number): TimeReading | null {
  const word = at(tokens, i).lower
  if (word !== 'fiscal' && word !== 'financial' && word !== 'fy') return null
  const skip = at(tokens, i + 1).lower === 'year' ? 2 : 1
  const token = at(tokens, i + skip)
  if (!isYearToken(token)) return null
  const window = fiscalYear(Number(token.text), country)
  return { end: i + skip + 1, ...window, grain: 'year', isDate: true, flag: 'fiscal-year' }
}
