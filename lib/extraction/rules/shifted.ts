import { addDays, addMonths, type Day, daysBetween, partsOf } from '@/lib/core/days'
import { monthWindow, type Window, yearWindow } from '@/lib/core/windows'
import type { Grain } from '../schema'
import {
  decadeWindow,
  type Part,
  partOfMonth,
  partOfWindow,
  partOfYear,
  quarterWindow,
  singleDay,
  weekOf,
} from './calendar'
import { shift } from './counted'
import { WordMap } from './lexicon'
import type { TimeContext, TimeReading } from './readings'
import { at, isDash, type Token } from './tokens'
import { PARTS_OF_DAY } from './weekdays'
import { wordSet } from './words'

/** Calendar periods by their distance from the publication day: "this year", "last month", "later this week", "year-end". */

const SHIFTS = new WordMap<number>([
  ['this', 0],
  ['last', -1],
  ['past', -1],
  ['next', 1],
  ['coming', 1],
  ['current', 0],
])
const PERIODS = new WordMap<Grain>([
  ['week', 'week'],
  ['weekend', 'range'],
  ['month', 'month'],
  ['quarter', 'quarter'],
  ['year', 'year'],
  ['decade', 'decade'],
])
const EDGES = new WordMap<Part | 'later' | 'earlier'>([
  ['later', 'later'],
  ['earlier', 'earlier'],
  ['early', 'early'],
  ['late', 'late'],
  ['mid', 'mid'],
  ['end', 'late'],
  ['middle', 'mid'],
  ['start', 'early'],
  ['beginning', 'early'],
])
/** Need "of" behind them: "the end of this month". */
const NOUN_EDGES = wordSet('end middle start beginning')
const NEED_THE = wordSet('past coming current')

export function readShifted(context: TimeContext, said: Day, i: number): TimeReading | null {
  return readEdgeWord(context, said, i) ?? readPartOfToday(context, said, i) ?? readPeriodOf(context, said, i)
}

/** "this year", "last month", "later this week", "early next month", "the end of the year", "later in the month". */
function readPeriodOf({ tokens }: TimeContext, said: Day, i: number): TimeReading | null {
  const edge = EDGES.of(at(tokens, i)) ?? null
  let k = i
  if (edge) {
    const link = at(tokens, i + 1)
    const isLinked = link.lower === 'of' || link.lower === 'in' || isDash(link)
    if (NOUN_EDGES.holds(at(tokens, i)) && link.lower !== 'of') return null
    k = i + (isLinked ? 2 : 1)
    // "later in the year"; a bare "the year" says no time of its own
    if (isLinked && at(tokens, k).lower === 'the' && !SHIFTS.holds(at(tokens, k + 1)))
      return edged(said, edge, 0, at(tokens, k + 1).lower, k + 2)
    if (at(tokens, k).lower === 'the') k++
  }
  const lead = at(tokens, k).lower
  const step = SHIFTS.of(at(tokens, k))
  if (step === undefined) return null
  const skip = lead === 'this' && ['past', 'coming'].includes(at(tokens, k + 1).lower) ? 2 : 1
  const unit = at(tokens, k + skip).lower
  const grain = PERIODS.of(at(tokens, k + skip))
  if (!grain) return null
  if (NEED_THE.holds(at(tokens, k)) && !['the', 'this'].includes(at(tokens, k - 1).lower)) return null
  if (edge) return edged(said, edge, step, unit, k + skip + 1)
  const isPast = lead === 'past' || (skip === 2 && at(tokens, k + 1).lower === 'past')
  const whole = shifted(said, unit, skip === 2 ? (isPast ? -1 : 1) : step)
  const isOver = (lead === 'next' || lead === 'last') && isSpanned(tokens, k)
  if (isOver && unit !== 'weekend') {
    const far = shift(said, grain, lead === 'next' ? 1 : -1)
    const span = lead === 'next' ? { from: said, to: far } : { from: far, to: said }
    return { end: k + 2, ...span, grain: 'range', isDate: true }
  }
  const isRolling = isPast && unit !== 'weekend'
  const window = isRolling ? { from: addDays(said, -daysBetween(whole.from, whole.to)), to: said } : whole
  return { end: k + skip + 1, ...window, grain, isDate: true }
}

const SPANNING = wordSet('over within in during for through throughout')
/** "over the next year", "for the last week": a span from or to now, no calendar period. */
const isSpanned = (tokens: readonly Token[], k: number): boolean =>
  at(tokens, k - 1).lower === 'the' && SPANNING.holds(at(tokens, k - 2))

function edged(
  said: Day,
  edge: Part | 'later' | 'earlier',
  shift: number,
  unit: string,
  end: number,
): TimeReading | null {
  if (!PERIODS.has(unit)) return null
  return { end, ...edgeOf(said, shifted(said, unit, shift), edge, unit), grain: 'range', isDate: true }
}

/** "year-end", "year's end", "mid-year", "midyear", "month-end" */
function readEdgeWord({ tokens }: TimeContext, said: Day, i: number): TimeReading | null {
  const { lower } = at(tokens, i)
  if (lower === 'midyear') return edged(said, 'mid', 0, 'year', i + 1)
  if (lower === 'mid' && isDash(at(tokens, i + 1)) && PERIODS.holds(at(tokens, i + 2)))
    return edged(said, 'mid', 0, at(tokens, i + 2).lower, i + 3)
  const joiner = at(tokens, i + 1)
  const isEnd =
    at(tokens, i + 2).lower === 'end' && PERIODS.holds(at(tokens, i)) && (isDash(joiner) || joiner.lower === "'s")
  return isEnd ? edged(said, 'late', 0, lower, i + 3) : null
}

/** "this morning", "last night" */
function readPartOfToday({ tokens }: TimeContext, said: Day, i: number): TimeReading | null {
  const word = at(tokens, i).lower
  if ((word !== 'this' && word !== 'last') || !PARTS_OF_DAY.holds(at(tokens, i + 1))) return null
  return { end: i + 2, ...singleDay(word === 'this' ? said : addDays(said, -1)), grain: 'day', isDate: true }
}

function shifted(said: Day, unit: string, shift: number): Window {
  const { year, month } = partsOf(said)
  if (unit === 'week') return weekOf(addDays(said, shift * 7))
  if (unit === 'weekend') {
    const { to } = weekOf(addDays(said, shift * 7))
    return { from: addDays(to, -1), to }
  }
  if (unit === 'year') return yearWindow(year + shift)
  if (unit === 'decade') return decadeWindow(year - (year % 10) + shift * 10)
  if (unit === 'quarter') {
    const index = year * 4 + Math.floor((month - 1) / 3) + shift
    return quarterWindow(Math.floor(index / 4), (((index % 4) + 4) % 4) + 1)
  }
  const first = addMonths(monthWindow(year, month).from, shift)
  return monthWindow(partsOf(first).year, partsOf(first).month)
}

function edgeOf(said: Day, whole: Window, edge: Part | 'later' | 'earlier', unit: string): Window {
  if (edge === 'later')
    return said < whole.to
      ? { from: said >= whole.from ? addDays(said, 1) : whole.from, to: whole.to }
      : singleDay(whole.to)
  if (edge === 'earlier')
    return said > whole.from
      ? { from: whole.from, to: said <= whole.to ? addDays(said, -1) : whole.to }
      : singleDay(whole.from)
  const { year, month } = partsOf(whole.from)
  if (unit === 'year') return partOfYear(year, edge)
  if (unit === 'month') return partOfMonth(year, month, edge)
  return partOfWindow(whole, edge, daysBetween(whole.from, whole.to) + 1)
}
