import { addDays, type Day, daysBetween } from '@/lib/core/days'
import { numbersFrom } from '../stories'

/** What a simulated newsroom draws from: the same seed, the same draws. */
export type Chance = {
  /** 0 <= n < 1 */
  next: () => number
  /** A whole number of `from`..`to`, both possible. */
  whole: (from: number, to: number) => number
  /** Whether something of this probability happens. */
  happens: (probability: number) => boolean
  oneOf: <T>(list: readonly T[]) => T
}

export function chanceFrom(seed: number): Chance {
  const next = numbersFrom(seed)
  const whole = (from: number, to: number): number => from + Math.floor(next() * (to - from + 1))
  return {
    next,
    whole,
    happens: (probability) => next() < probability,
    oneOf: (list) => at(list, whole(0, list.length - 1)),
  }
}

/** An index of `weights`, each as often as its share of their sum. */
export function weightedIndex(weights: readonly number[]): (chance: Chance) => number {
  let sum = 0
  const ends = weights.map((weight) => (sum += weight))
  return ({ next }) => {
    const wanted = next() * sum
    let [low, high] = [0, ends.length - 1]
    while (low < high) {
      const middle = (low + high) >> 1
      if (at(ends, middle) > wanted) high = middle
      else low = middle + 1
    }
    return low
  }
}

/** As many as `count` shares by Zipf's law: the first few have most. */
export const zipf = (count: number, exponent = 1): number[] =>
  Array.from({ length: count }, (_, rank) => 1 / (rank + 1) ** exponent)

export function at<T>(list: readonly T[], index: number): T {
  const found = list[index]
  if (found === undefined) throw new RangeError(`nothing at ${index} of ${list.length}`)
  return found
}

/** Days are counted from 1970 while they are drawn. */
export const toDay = (count: number): Day => addDays('1970-01-01', count)
export const toCount = (day: Day): number => daysBetween('1970-01-01', day)

const HOUR_MS = 3_600_000
/** An instant of a counted day; `hour` from its beginning in UTC. */
export const instantOf = (count: number, hour = 12): Date => new Date(count * 24 * HOUR_MS + hour * HOUR_MS)

/** Ids as uuid v7 makes them, but the same for the same seed: their order is that of the instants, then of the asking. */
export function idsFrom(seed: number): (instant: Date) => string {
  let asked = 0
  return (instant) => {
    asked++
    const time = instant.getTime().toString(16).padStart(12, '0')
    const serial = asked.toString(16).padStart(15, '0')
    const tail = (seed % 4096).toString(16).padStart(3, '0')
    return `${time.slice(0, 8)}-${time.slice(8)}-7${serial.slice(0, 3)}-8${serial.slice(3, 6)}-${serial.slice(6)}${tail}`
  }
}
