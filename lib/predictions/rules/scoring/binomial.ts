import type { Interval } from '@/lib/core/intervals'

/** Terms smaller than this beside the largest change no quantile. */
const NEGLIGIBLE = 1e-25
/** A sum of rounded terms that should be exactly 0.025 or 0.975 may come out a little less. */
const ROUNDING = 1e-12

/**
 * The exact central 95 % range of the share of `n` independent trials that succeed, each with `probability`: from the smallest
 * k with P(X <= k) >= 0.025 to the smallest k with P(X <= k) >= 0.975, divided by n, X binomial. 0..1 for no trials.
 *
 * These are the consistency bars of J. Bröcker and L. A. Smith, "Increasing the reliability of reliability diagrams", Weather
 * and Forecasting 22 (2007), 651-661: where the share would lie if the forecast were right, drawn at the forecast and not
 * around what was seen. The quantile of a discrete distribution is the smallest k that reaches it. The terms are summed from the
 * largest outward, each from its neighbour, P(k+1) / P(k) = (n-k) / (k+1) · p / (1-p), so that none underflows.
 */
export function binomialBand(n: number, probability: number): Interval {
  if (n === 0) return { low: 0, high: 1 }
  if (probability <= 0 || probability >= 1) return { low: probability, high: probability }
  const { first, terms } = termsAroundMode(n, probability)
  const total = terms.reduce((sum, term) => sum + term, 0)
  const quantile = (level: number): number => {
    let cumulated = 0
    const index = terms.findIndex((term) => {
      cumulated += term
      return cumulated / total >= level - ROUNDING
    })
    return (first + index) / n
  }
  return { low: quantile(0.025), high: quantile(0.975) }
}

/** The probabilities of k = first, first + 1 …, as multiples of the largest; what is left out is negligible. */
function termsAroundMode(n: number, probability: number): { first: number; terms: number[] } {
  const mode = Math.min(n, Math.floor((n + 1) * probability))
  const odds = probability / (1 - probability)
  const below: number[] = []
  for (let k = mode, term = 1; k > 0 && term > NEGLIGIBLE; k--) {
    term *= k / ((n - k + 1) * odds)
    below.push(term)
  }
  const above: number[] = []
  for (let k = mode, term = 1; k < n && term > NEGLIGIBLE; k++) {
    term *= ((n - k) / (k + 1)) * odds
    above.push(term)
  }
  return { first: mode - below.length, terms: [...below.reverse(), 1, ...above] }
}
