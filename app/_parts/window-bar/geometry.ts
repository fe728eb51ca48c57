import { addDays, addMonths, type Day, daysBetween, earlierDay, laterDay, makeDay, partsOf } from '@/lib/core/days'
import type { Window } from '@/lib/core/windows'

export type BarResolution = 'open' | 'came_true' | 'early' | 'late' | 'partly' | 'did_not_happen' | 'too_vague' | 'void'

/** A prediction as it is drawn: when it was said, its due window (null: none stated), and what came of it. */
export type BarPrediction = {
  id: string
  /** Stands over the row on a full page, e.g. the quoted words of the window. */
  label?: string
  saidOn: Day
  window: Window | null
  graceDays?: number
  /** 0..1, or null where the words carry no probability. */
  certainty?: number | null
  resolution?: BarResolution
  /** First and last day of what happened. */
  outcome?: Window | null
}

/** The days that a drawing spans; positions are shares 0..1 of it. */
export type Axis = { from: Day; days: number }

const PADDING = 0.04

/**
 * One axis for all rows. Today belongs to it while something is still open, and only when it lies inside once all is
 * resolved: an old prediction is not squeezed by the years since.
 */
export function axisOf(rows: BarPrediction[], today: Day): Axis {
  const days = rows.flatMap((row) => [
    row.saidOn,
    ...(row.window ? [row.window.from, addDays(row.window.to, 1 + (row.graceDays ?? 0))] : []),
    ...(row.outcome ? [row.outcome.from, row.outcome.to] : []),
  ])
  if (rows.some((row) => (row.resolution ?? 'open') === 'open')) days.push(today)
  const first = days.reduce(earlierDay, days[0] ?? today)
  const last = days.reduce(laterDay, days[0] ?? today)
  const length = Math.max(1, daysBetween(first, last))
  const pad = Math.max(1, Math.ceil(length * PADDING))
  return { from: addDays(first, -pad), days: length + 2 * pad }
}

/**
 * One axis for a list of separate predictions. The tenth that reaches furthest into past or future is cut off at its edge:
 * one bridge due in ten years must not squeeze all others into a line.
 */
export function listAxis(rows: BarPrediction[], today: Day): Axis {
  const axes = rows.map((row) => axisOf([row], today))
  const starts = axes.map((axis) => axis.from).sort()
  const ends = axes.map((axis) => addDays(axis.from, axis.days)).sort()
  const cut = Math.floor((rows.length - 1) / 10)
  const from = starts[cut] ?? today
  const end = laterDay(ends[ends.length - 1 - cut] ?? today, addDays(from, 1))
  return { from, days: daysBetween(from, end) }
}

/** Where the beginning of a day lies, as a share of the axis; outside of it below 0 or above 1. */
export const placeOf = (axis: Axis, day: Day): number => daysBetween(axis.from, day) / axis.days

/** Where the middle of a day lies: marks stand on days, not between them. */
const middleOf = (axis: Axis, day: Day): number => (daysBetween(axis.from, day) + 0.5) / axis.days

export type Tick = { at: number; label: string }

const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec']
const DAY_STEPS = [1, 2, 7, 14]
const MONTH_STEPS = [1, 3, 6, 12, 24, 60, 120, 240]

/** At most `most` round days with short labels; a year is said at its January and at the first tick. */
export function ticksOf(axis: Axis, most: number): Tick[] {
  const end = addDays(axis.from, axis.days)
  const stepDays = DAY_STEPS.find((step) => axis.days / step <= most)
  const days = stepDays ? daySteps(axis.from, end, stepDays) : monthSteps(axis.from, end, most)
  return days.map((day, index) => {
    const { year, month, dayOfMonth } = partsOf(day)
    const name = MONTHS[month - 1] ?? ''
    const isYear = !stepDays && month === 1
    const words = stepDays ? `${dayOfMonth} ${name}` : name
    return { at: placeOf(axis, day), label: isYear ? `${year}` : index === 0 ? `${words} ${year}` : words }
  })
}

/** As wide as a character of a label is, and as two labels stay apart. */
const CHARACTER_PX = 7
const APART_PX = 8

/** A label at the edge of the drawing stays inside of it. */
export const anchorAt = (at: number): 'start' | 'middle' | 'end' => (at < 0.08 ? 'start' : at > 0.92 ? 'end' : 'middle')
const BEFORE = { start: 0, middle: 0.5, end: 1 } as const

/** Which labels stand beside each other on an axis of so many pixels, from the left; the others give way. */
export function labelsThatFit(ticks: readonly Tick[], widthPx: number): boolean[] {
  let taken = Number.NEGATIVE_INFINITY
  return ticks.map(({ at, label }) => {
    const long = label.length * CHARACTER_PX
    const from = at * widthPx - long * BEFORE[anchorAt(at)]
    if (from < taken) return false
    taken = from + long + APART_PX
    return true
  })
}

function daySteps(from: Day, end: Day, step: number): Day[] {
  const days: Day[] = []
  for (let day = from; day <= end; day = addDays(day, step)) days.push(day)
  return days
}

function monthSteps(from: Day, end: Day, most: number): Day[] {
  const months = daysBetween(from, end) / 30.44
  const step = MONTH_STEPS.find((size) => months / size <= most) ?? 240
  const { year } = partsOf(from)
  let day = makeDay(step > 12 ? Math.floor(year / (step / 12)) * (step / 12) : year, 1, 1) ?? from
  const days: Day[] = []
  for (; day <= end; day = addMonths(day, step)) if (day >= from) days.push(day)
  return days
}

export type OutcomeMark = { shape: 'filled' | 'hollow' | 'half' | 'cross'; at: number }

/** One row in shares of the axis. `bar` null: no window, so the line runs on (`openFrom`) to the edge. */
export type DrawnRow = {
  said: number
  bar: { at: number; width: number; opacity: number; isCounted: boolean } | null
  grace: { at: number; width: number } | null
  openFrom: number | null
  outcome: OutcomeMark | null
}

const OUTCOMES = { came_true: 'filled', early: 'hollow', late: 'hollow', partly: 'half' } as const
const LEAST_WIDTH = 0.008

export function drawRow(row: BarPrediction, axis: Axis): DrawnRow {
  const resolution = row.resolution ?? 'open'
  const said = middleOf(axis, row.saidOn)
  if (!row.window) {
    return { said, bar: null, grace: null, openFrom: said, outcome: outcomeOf(row, axis, 1) }
  }
  const at = placeOf(axis, row.window.from)
  const end = placeOf(axis, addDays(row.window.to, 1))
  return {
    said,
    bar: {
      at,
      width: Math.max(LEAST_WIDTH, end - at),
      opacity: barOpacity(row.certainty ?? null),
      isCounted: resolution !== 'void' && resolution !== 'too_vague',
    },
    grace: row.graceDays ? { at: end, width: row.graceDays / axis.days } : null,
    openFrom: null,
    outcome: outcomeOf(row, axis, end),
  }
}

function outcomeOf(row: BarPrediction, axis: Axis, end: number): OutcomeMark | null {
  const resolution = row.resolution ?? 'open'
  if (resolution === 'did_not_happen') return { shape: 'cross', at: end }
  if (resolution === 'open' || resolution === 'void' || resolution === 'too_vague' || !row.outcome) return null
  return { shape: OUTCOMES[resolution], at: middleOf(axis, row.outcome.from) }
}

/** The surer the words, the fuller the ink; words without a probability are drawn faintest. */
export const barOpacity = (certainty: number | null): number =>
  certainty === null ? 0.12 : Math.round((0.15 + 0.75 * certainty) * 100) / 100
