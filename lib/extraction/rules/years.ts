import { type Window, yearWindow } from '@/lib/core/windows'
import { decadeWindow, type Part, partOfYear } from './calendar'
import { currencyAfter, currencyBefore } from './money'
import { isYearToken, partAt } from './months'
import { readOrdinal } from './numbers'
import type { Split, TimeContext, TimeReading } from './readings'
import { at, isDash, isGlued, type Token } from './tokens'
import { unitAfter } from './units'

/** Years, their ranges and parts, decades and centuries. */

/** "2027", "mid-2026", "early 2026", "the end of 2027", "2025-26", "from 2025 to 2027". */
export function readYear({ tokens }: TimeContext, i: number): TimeReading | null {
  const part = partAt(tokens, i)
  const k = part?.end ?? i
  const token = at(tokens, k)
  if (!isYearToken(token) || !isYearHere(tokens, k)) return null
  const year = Number(token.text)
  const last = yearRangeEnd(tokens, k + 1, year)
  if (part && !last) return { end: k + 1, ...partOfYear(year, part.part), grain: 'year', isDate: true }
  if (last) {
    const window = { from: yearWindow(year).from, to: yearWindow(last.year).to }
    const ends = at(tokens, k + 1).lower === 'and' ? { split: betweenYears(year, last) } : {}
    return { end: last.end, ...window, grain: 'range', isDate: true, ...ends }
  }
  return { end: k + 1, ...yearWindow(year), grain: 'year', isDate: true }
}

/** "fell between 2019 and 2024" sets two years against each other. */
const betweenYears = (year: number, last: { year: number; end: number }): Split => ({
  at: last.end - 1,
  firstTo: yearWindow(year).to,
  secondFrom: yearWindow(last.year).from,
  grain: 'year',
})

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
  // "the Harbours Act 2014"
  if (LAWS.has(before.text)) return false
  // "No. 095/2018" is the number of a file
  if (before.text === '/' && at(tokens, k - 2).kind === 'number' && isGlued(before, token)) return false
  if (currencyBefore(tokens, k - 1, null) || currencyAfter(tokens, k + 1, null)) return false
  if (isGlued(token, after) && (after.kind === 'word' || after.text === '%' || after.text === ':')) return false
  if (after.text === '%' || after.lower === 'percent') return false
  return !unitAfter(tokens, k + 1, true)
}

const LAWS = new Set(['Act', 'Acts', 'Regulations', 'Bill'])

function yearRangeEnd(tokens: readonly Token[], i: number, year: number): { year: number; end: number } | null {
  const joiner = at(tokens, i)
  const isJoined =
    isDash(joiner) ||
    (joiner.text === '/' && isGlued(joiner, at(tokens, i + 1))) ||
    ['to', 'through', 'until'].includes(joiner.lower) ||
    (joiner.lower === 'and' && at(tokens, i - 2).lower === 'between')
  const token = at(tokens, i + 1)
  if (!isJoined || token.kind !== 'number') return null
  if (isYearToken(token) && Number(token.text) > year) return { year: Number(token.text), end: i + 2 }
  if ((!isDash(joiner) && joiner.text !== '/') || token.text.length !== 2 || !isGlued(joiner, token)) return null
  const short = year - (year % 100) + Number(token.text)
  return short > year && short < year + 20 ? { year: short, end: i + 2 } : null
}

/** "1970s", "the 1970s and 1980s", "the early 1990s", "the '90s", "the 80s". */
export function readDecade({ tokens }: TimeContext, i: number): TimeReading | null {
  const part = partAt(tokens, i)
  const first = decadeAt(tokens, part?.end ?? i)
  if (!first) return null
  const { year, end } = first
  if (part) return { end, ...partOfDecade(year, part.part), grain: 'decade', isDate: true }
  const joiner = at(tokens, end)
  if (joiner.lower === 'and' || joiner.lower === 'to' || isDash(joiner)) {
    const skip = at(tokens, end + 1).lower === 'the' ? 2 : 1
    const second = decadeAt(tokens, end + skip)
    if (second && second.year > year) {
      const { to } = decadeWindow(second.year)
      return { end: second.end, from: decadeWindow(year).from, to, grain: 'decade', isDate: true }
    }
  }
  return { end, ...decadeWindow(year), grain: 'decade', isDate: true }
}

/** Early is the first four years, mid the next three, late the last three. */
function partOfDecade(year: number, part: Part): Window {
  const [first, last] = part === 'early' ? [0, 3] : part === 'mid' ? [4, 6] : [7, 9]
  return { from: yearWindow(year + first).from, to: yearWindow(year + last).to }
}

function decadeAt(tokens: readonly Token[], i: number): { year: number; end: number } | null {
  const [token, s] = [at(tokens, i), at(tokens, i + 1)]
  if (token.kind === 'number' && (s.lower === 's' || s.lower === "'s") && isGlued(token, s)) {
    if (isYearToken(token) && token.text.endsWith('0')) return { year: Number(token.text), end: i + 2 }
    const before = at(tokens, i - 1).lower
    if (isShortDecade(token.text) && (before === 'the' || before === '-' || PARTS.has(before)))
      return { year: 1900 + Number(token.text), end: i + 2 }
  }
  const isQuoted = token.text === "'" || token.text === '’' || token.text === '‘'
  if (isQuoted && isShortDecade(s.text) && at(tokens, i + 2).lower === 's')
    return { year: 1900 + Number(s.text), end: i + 3 }
  return null
}
const PARTS = new Set(['early', 'mid', 'late'])
const isShortDecade = (text: string): boolean => text.length === 2 && text.endsWith('0') && text >= '20' && text <= '90'

/** "the 19th century", "the early twentieth century": 1801..1900. */
export function readCentury({ tokens }: TimeContext, i: number): TimeReading | null {
  const part = partAt(tokens, i)
  const ordinal = readOrdinal(tokens, part?.end ?? i)
  if (!ordinal || at(tokens, ordinal.end).lower !== 'century' || ordinal.value < 17 || ordinal.value > 21) return null
  const first = (ordinal.value - 1) * 100 + 1
  const [from, to] = part ? thirdOf(part.part) : [0, 99]
  return {
    end: ordinal.end + 1,
    from: yearWindow(first + from).from,
    to: yearWindow(first + to).to,
    grain: 'range',
    isDate: true,
  }
}
const thirdOf = (part: Part): [number, number] => (part === 'early' ? [0, 32] : part === 'mid' ? [33, 65] : [66, 99])
