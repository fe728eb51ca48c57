import { addMonths, type Day, daysBetween, earlierDay, laterDay, partsOf } from '@/lib/core/days'
import { contains, formatWindow, monthWindow, type Window, yearWindow } from '@/lib/core/windows'
import type { ResolutionKind } from '@/lib/predictions/schema'
import type { MonthCount } from '@/lib/publishing/queries/subject-figures'
import { roundTicks } from './places'

/** So many predictions with that resolution whose window with its grace closes in one month. */
export type DatedCount = MonthCount & { month: Day }

export const hasMonth = (one: MonthCount): one is DatedCount => one.month !== null

/** Upwards from the line what counts or will; below it what never does. From the line outwards. */
export const COUNTED = ['came_true', 'partly', 'early', 'late', 'did_not_happen', 'open'] as const
export const OUT = ['void', 'too_vague'] as const

export type Segment = { kind: ResolutionKind; count: number; from: number; to: number }
export type Period = {
  window: Window
  label: string
  /** Whether it holds whatever closes later, too. */
  isOpenEnded: boolean
  /** Places on the time axis, 0..1. */
  at: number
  width: number
  above: Segment[]
  below: Segment[]
  counts: Partial<Record<ResolutionKind, number>>
  total: number
}

export type PeriodsDrawing = {
  periods: Period[]
  /** The time axis: first days that carry a label. */
  ticks: { at: number; label: string }[]
  /** How many one column holds at most above the line, and below it. */
  high: number
  low: number
  yTicks: number[]
  today: number | null
  unit: 'month' | 'quarter' | 'year'
}

const MOST_COLUMNS = 32

const monthIndex = (day: Day): number => partsOf(day).year * 12 + partsOf(day).month - 1
const SIZES = { month: 1, quarter: 3, year: 12 } as const

/** The finest of month, quarter and year that needs no more columns than a phone can show. */
function unitFor(first: Day, last: Day): PeriodsDrawing['unit'] {
  const months = monthIndex(last) - monthIndex(first) + 1
  if (months <= 18) return 'month'
  return months <= MOST_COLUMNS * 3 ? 'quarter' : 'year'
}

/** The period of that size in which a day lies. */
function periodOf(day: Day, unit: PeriodsDrawing['unit']): Window {
  const { year, month } = partsOf(day)
  if (unit === 'month') return monthWindow(year, month)
  if (unit === 'year') return yearWindow(year)
  const first = Math.floor((month - 1) / 3) * 3 + 1
  return { from: monthWindow(year, first).from, to: monthWindow(year, first + 2).to }
}

/** "Q3 2025" for readers of a table; months and years as always. */
function labelOf(window: Window, unit: PeriodsDrawing['unit']): string {
  if (unit !== 'quarter') return formatWindow(window)
  const { year, month } = partsOf(window.from)
  return `Q${(month + 2) / 3} ${year}`
}

/**
 * A stacked column for each month, quarter or year in which windows closed or will close, without gaps between first and
 * last; after as many years as there are columns, the last one holds all later ones too.
 */
export function drawPeriods(rows: readonly DatedCount[], today: Day): PeriodsDrawing {
  const months = rows.map(({ month }) => month)
  const first = months.reduce(earlierDay, months[0] ?? today)
  const last = months.reduce(laterDay, months[0] ?? today)
  const unit = unitFor(first, last)
  const windows = columnsBetween(first, last, unit)
  const tallies = windows.map(() => ({}) as Period['counts'])
  for (const { month, kind, count } of rows) {
    const index = windows.findIndex(({ to }) => month <= to)
    const tally = tallies[index === -1 ? windows.length - 1 : index]
    if (tally) tally[kind] = (tally[kind] ?? 0) + count
  }
  const periods = windows.map((window, index) => {
    const counts = tallies[index] ?? {}
    const isOpenEnded = index === windows.length - 1 && window.to < last
    return {
      window,
      label: labelOf(window, unit) + (isOpenEnded ? ' and later' : ''),
      isOpenEnded,
      at: index / windows.length,
      width: 1 / windows.length,
      above: stack(counts, COUNTED),
      below: stack(counts, OUT),
      counts,
      total: Object.values(counts).reduce((sum, count) => sum + count, 0),
    }
  })
  const yTicks = roundTicks(Math.max(1, ...periods.map(({ above }) => above.at(-1)?.to ?? 0)), 4)
  return {
    periods,
    ticks: ticksOf(periods, unit),
    high: yTicks.at(-1) ?? 1,
    low: Math.max(0, ...periods.map(({ below }) => below.at(-1)?.to ?? 0)),
    yTicks,
    today: placeOfToday(periods, today),
    unit,
  }
}

function columnsBetween(first: Day, last: Day, unit: PeriodsDrawing['unit']): Window[] {
  const windows: Window[] = []
  for (
    let window = periodOf(first, unit);
    window.from <= last && windows.length < MOST_COLUMNS;
    window = periodOf(addMonths(window.from, SIZES[unit]), unit)
  )
    windows.push(window)
  return windows
}

function stack(counts: Period['counts'], kinds: readonly ResolutionKind[]): Segment[] {
  let from = 0
  return kinds.flatMap((kind) => {
    const count = counts[kind] ?? 0
    if (count === 0) return []
    const segment = { kind, count, from, to: from + count }
    from += count
    return [segment]
  })
}

/** A label at each January (each third, … where there are many years), or at the first column where there is none. */
function ticksOf(periods: readonly Period[], unit: PeriodsDrawing['unit']): PeriodsDrawing['ticks'] {
  const starts = periods.filter(({ window }) => partsOf(window.from).month === 1)
  const every = Math.max(1, Math.ceil(starts.length / 6))
  const years = starts
    .filter((_, index) => index % every === 0)
    .map(({ at, window }) => ({ at, label: `${partsOf(window.from).year}` }))
  const [first] = periods
  if (unit === 'year' || !first || starts[0]?.at === 0) return years
  const room = years[0]?.at ?? 1
  return room > 0.2 ? [{ at: 0, label: first.label }, ...years] : years
}

function placeOfToday(periods: readonly Period[], today: Day): number | null {
  const found = periods.find(({ window }) => contains(window, today))
  if (!found) return null
  const { from, to } = found.window
  return found.at + (found.width * (daysBetween(from, today) + 0.5)) / (daysBetween(from, to) + 1)
}
