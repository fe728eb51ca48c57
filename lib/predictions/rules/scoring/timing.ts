import { daysBetween } from '@/lib/core/days'
import type { Resolved } from './clusters'

/** Days: the middle of `n` predictions, and the middle half of them from `low` to `high`. */
export type Spread = { n: number; median: number; low: number; high: number }

/**
 * How far ahead was predicted: days from the day on which it was said to the last day of its window. Null where no prediction
 * has both days.
 */
export const leadOf = (counted: readonly Resolved[]): Spread | null =>
  spreadOf(counted.flatMap(({ saidOn, dueTo }) => (saidOn && dueTo ? [daysBetween(saidOn, dueTo)] : [])))

/**
 * How late came what came late: days from the last day of the window (without grace) to the outcome's first day. Null where
 * nothing came late on a known day.
 */
export const latenessOf = (counted: readonly Resolved[]): Spread | null =>
  spreadOf(
    counted.flatMap(({ resolution, dueTo, outcomeFirstOn }) =>
      resolution === 'late' && dueTo && outcomeFirstOn && dueTo < outcomeFirstOn
        ? [daysBetween(dueTo, outcomeFirstOn)]
        : [],
    ),
  )

function spreadOf(values: readonly number[]): Spread | null {
  if (values.length === 0) return null
  const sorted = values.toSorted((a, b) => a - b)
  const at = (share: number) => quantileOf(sorted, share)
  return { n: sorted.length, median: at(0.5), low: at(0.25), high: at(0.75) }
}

/**
 * The quantile of a sorted list that is not empty, between two values in proportion: definition 7 of R. J. Hyndman and Y. Fan,
 * "Sample quantiles in statistical packages", The American Statistician 50 (1996), 361-365.
 */
export function quantileOf(sorted: readonly number[], share: number): number {
  const position = (sorted.length - 1) * share
  const [below, above] = [sorted.at(Math.floor(position)), sorted.at(Math.ceil(position))]
  return Number(below) + (Number(above) - Number(below)) * (position - Math.floor(position))
}
