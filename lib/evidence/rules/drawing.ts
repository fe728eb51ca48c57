/** The comparison of two figures as a small drawing, and its conversion in words. */
import { type Figure, factorBetween, type Interval, intervalsOf } from '../rules'

/** A stretch of the axis, 0..1; an end that goes on for ever lies at the edge. */
export type Stretch = { from: number; to: number; goesOnLow: boolean; goesOnHigh: boolean }
export type ComparisonDrawing = { claimed: Stretch; accepted: Stretch; found: Stretch; isWithin: boolean }

/** What is left free beside the outermost figure. */
const MARGIN = 0.14

/**
 * Places the claimed figure, what still fits it, and the found one on one axis. Linear, from a little below the lowest finite
 * end to a little above the highest. Null where the two cannot be compared.
 */
export function drawingOf(claimed: Figure, found: Figure, isWithin: boolean): ComparisonDrawing | null {
  const intervals = intervalsOf(claimed, found)
  if (intervals === null) return null
  const ends = Object.values(intervals)
    .flatMap(({ low, high }) => [low, high])
    .filter(Number.isFinite)
  const [low, high] = [Math.min(...ends), Math.max(...ends)]
  const size = high - low || Math.abs(high) || 1
  const [from, to] = [low - size * MARGIN, high + size * MARGIN]
  const at = (value: number): number => Math.min(1, Math.max(0, (value - from) / (to - from)))
  const stretch = (interval: Interval): Stretch => ({
    from: at(interval.low),
    to: at(interval.high),
    goesOnLow: interval.low === Number.NEGATIVE_INFINITY,
    goesOnHigh: interval.high === Number.POSITIVE_INFINITY,
  })
  return {
    claimed: stretch(intervals.claimed),
    accepted: stretch(intervals.accepted),
    found: stretch(intervals.found),
    isWithin,
  }
}

/** "30 mile = 48.2803 kilometre": how the found figure was converted; null where nothing was. */
export function conversionWords(claimed: Figure, found: Figure): string | null {
  const factor = factorBetween(claimed, found)
  if (factor === null || factor === 1) return null
  const [own, turned] = [valuesOf(found, 1), valuesOf(found, factor)]
  return own === '' ? null : `${own} ${found.unit} = ${turned} ${claimed.unit}`
}

function valuesOf({ value, low, high }: Figure, factor: number): string {
  const shown = low !== null || high !== null ? [low, high] : [value]
  return shown.flatMap((number) => (number === null ? [] : numberWords(number * factor))).join(' to ')
}

const numberWords = (number: number): string => number.toLocaleString('en', { maximumSignificantDigits: 6 })
