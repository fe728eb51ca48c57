/**
 * How far two people agree who rated the same claims on one scale. A table has the first ratings in its rows and the second
 * in its columns, both in the order of the scale; each cell counts the claims.
 */
import { type Interval, wilsonInterval, Z_95 } from '@/lib/core/intervals'
import type { RatingScale } from '@/lib/settings/schema'

export type RatedTwice = { first: string; second: string }
export type ConfusionTable = readonly (readonly number[])[]

/** Below this n no figure is shown: the interval of a kappa would span nearly all that it can be. */
export const LEAST_RATED = 10

/** Counts pairs of ratings; both of each pair have to be among `keys`. */
export function confusionOf(keys: readonly string[], pairs: readonly RatedTwice[]): number[][] {
  const place = new Map(keys.map((key, at) => [key, at]))
  const table = keys.map(() => keys.map(() => 0))
  for (const { first, second } of pairs) {
    const [row, column] = [place.get(first), place.get(second)]
    const cells = row === undefined ? undefined : table[row]
    const count = column === undefined ? undefined : cells?.[column]
    if (cells === undefined || column === undefined || count === undefined)
      throw new RangeError(`${first} or ${second} is not in the scale`)
    cells[column] = count + 1
  }
  return table
}

const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0)
const sizeOf = (table: ConfusionTable): number => sum(table.map(sum))
const cellOf = (table: ConfusionTable, row: number, column: number): number => table[row]?.[column] ?? 0

/** The share of pairs that agree, 0..1, with its Wilson interval (95 %); null for an empty table. */
export function percentAgreement(table: ConfusionTable): (Interval & { value: number; n: number }) | null {
  const n = sizeOf(table)
  if (n === 0) return null
  const agreed = sum(table.map((_, at) => cellOf(table, at, at)))
  return { value: agreed / n, n, ...wilsonInterval(agreed, n) }
}

/** Weights of agreement, 1 on the diagonal; those of Cohen's kappa are 0 elsewhere. */
export type Weights = (row: number, column: number) => number
const IDENTITY: Weights = (row, column) => (row === column ? 1 : 0)

/**
 * Linear weights of ordered ratings by their numbers: w_ij = 1 - |v_i - v_j| / (max v - min v).
 * Source: D. V. Cicchetti and T. Allison, "A new procedure for assessing reliability of scoring EEG sleep recordings",
 * American Journal of EEG Technology 11 (1971), 101-109.
 */
export function linearWeights(values: readonly number[]): Weights {
  const range = Math.max(...values) - Math.min(...values)
  return (row, column) => (range === 0 ? 1 : 1 - Math.abs((values[row] ?? 0) - (values[column] ?? 0)) / range)
}

/** `interval` is null where the standard error is 0, which would draw a certainty that so few pairs do not give. */
export type Kappa = {
  n: number
  value: number
  observed: number
  expected: number
  standardError: number
  interval: Interval | null
}

/**
 * Cohen's kappa, and with weights the weighted kappa:
 *
 *   κ = (Po - Pe) / (1 - Pe),  Po = Σ w_ij p_ij,  Pe = Σ w_ij p_i. p_.j
 *
 * Sources: J. Cohen, "A coefficient of agreement for nominal scales", Educational and Psychological Measurement 20 (1960),
 * 37-46; weighted: J. Cohen, Psychological Bulletin 70 (1968), 213-220. Large-sample standard error, with
 * w̄_i. = Σ_j w_ij p_.j and w̄_.j = Σ_i w_ij p_i.:
 *
 *   se² = ( Σ p_ij [ w_ij (1 - Pe) - (w̄_i. + w̄_.j)(1 - Po) ]² - (Po Pe - 2 Pe + Po)² ) / ( n (1 - Pe)⁴ )
 *
 * Source: J. L. Fleiss, J. Cohen and B. S. Everitt, "Large sample standard errors of kappa and weighted kappa",
 * Psychological Bulletin 72 (1969), 323-327. The interval (95 %) is κ ± 1.96 se, cut at -1 and 1. Null for an empty table, and
 * where chance alone agrees always (everybody gave one and the same rating), because κ is not defined there.
 */
export function kappaOf(table: ConfusionTable, weights: Weights = IDENTITY): Kappa | null {
  const n = sizeOf(table)
  if (n === 0) return null
  const places = table.map((_, at) => at)
  const rows = places.map((row) => sum(table[row] ?? []) / n)
  const columns = places.map((column) => sum(places.map((row) => cellOf(table, row, column))) / n)
  const overCells = (value: (row: number, column: number) => number): number =>
    sum(places.map((row) => sum(places.map((column) => value(row, column)))))
  const share = (row: number, column: number): number => cellOf(table, row, column) / n
  const observed = overCells((row, column) => weights(row, column) * share(row, column))
  const expected = overCells((row, column) => weights(row, column) * (rows[row] ?? 0) * (columns[column] ?? 0))
  if (1 - expected < 1e-12) return null
  const ofRow = places.map((row) => sum(places.map((column) => weights(row, column) * (columns[column] ?? 0))))
  const ofColumn = places.map((column) => sum(places.map((row) => weights(row, column) * (rows[row] ?? 0))))
  const spread = overCells((row, column) => {
    const means = (ofRow[row] ?? 0) + (ofColumn[column] ?? 0)
    return share(row, column) * (weights(row, column) * (1 - expected) - means * (1 - observed)) ** 2
  })
  const variance = (spread - (observed * expected - 2 * expected + observed) ** 2) / (n * (1 - expected) ** 4)
  const standardError = Math.sqrt(Math.max(0, variance))
  const value = (observed - expected) / (1 - expected)
  return { n, value, observed, expected, standardError, interval: intervalOf(value, standardError) }
}

function intervalOf(value: number, standardError: number): Interval | null {
  if (standardError < 1e-9) return null
  const half = Z_95 * standardError
  return { low: Math.max(-1, value - half), high: Math.min(1, value + half) }
}

/** What is told of one pair of people on one scale, or of all of them. */
export type AgreementFigures = {
  n: number
  table: ConfusionTable
  /** Null below LEAST_RATED. */
  percent: (Interval & { value: number }) | null
  kappa: Kappa | null
  /** Over the claims that both gave a rating with a number: how far apart counts there. */
  ordered: { n: number; kappa: Kappa | null }
}

export function agreementFigures(scale: Pick<RatingScale[number], 'key' | 'value'>[], pairs: readonly RatedTwice[]) {
  const table = confusionOf(
    scale.map(({ key }) => key),
    pairs,
  )
  const numbered = scale.flatMap(({ key, value }) => (value === null ? [] : [{ key, value }]))
  const isNumbered = (key: string): boolean => numbered.some((rating) => rating.key === key)
  const both = pairs.filter(({ first, second }) => isNumbered(first) && isNumbered(second))
  const weighted = () =>
    kappaOf(
      confusionOf(
        numbered.map(({ key }) => key),
        both,
      ),
      linearWeights(numbered.map(({ value }) => value)),
    )
  const isEnough = pairs.length >= LEAST_RATED
  const figures: AgreementFigures = {
    n: pairs.length,
    table,
    percent: isEnough ? percentAgreement(table) : null,
    kappa: isEnough ? kappaOf(table) : null,
    ordered: { n: both.length, kappa: both.length >= LEAST_RATED ? weighted() : null },
  }
  return figures
}

/** Versions of the settings with the same ratings and numbers, in the same order, are one scale. */
export const scaleKey = (scale: RatingScale): string => JSON.stringify(scale.map(({ key, value }) => [key, value]))
