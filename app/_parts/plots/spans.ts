import { roundTicks } from './places'

/** Days in the middle of so many predictions: the median, and between which the middle half lies. */
export type Span = { n: number; median: number; low: number; high: number }

export type SpanRow = { key: string; label: string; span: Span }
export type SpansDrawing = {
  ticks: { at: number; label: string }[]
  rows: { key: string; low: number; median: number; high: number }[]
}

/** One axis of days from 0 for all rows, so that they can be compared. */
export function drawSpans(rows: readonly SpanRow[]): SpansDrawing {
  const ticks = roundTicks(Math.max(1, ...rows.map(({ span }) => span.high)), 4)
  const end = ticks.at(-1) ?? 1
  return {
    ticks: ticks.map((tick) => ({ at: tick / end, label: tick.toLocaleString('en') })),
    rows: rows.map(({ key, span }) => ({
      key,
      low: span.low / end,
      median: span.median / end,
      high: span.high / end,
    })),
  }
}

const rounded = (days: number): string => `${Math.round(days)}`

/** "half of 12 between 30 and 95 days, the middle one 61" */
export function spanWords({ n, median, low, high }: Span): string {
  const middle = `${rounded(median)} ${Math.round(median) === 1 ? 'day' : 'days'}`
  if (n === 1) return `${middle}, of 1`
  if (n < 4 || rounded(low) === rounded(high)) return `${middle} in the middle of ${n}`
  return `${middle} in the middle, half of ${n} between ${rounded(low)} and ${rounded(high)}`
}
