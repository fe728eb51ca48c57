/** The 97.5 % quantile of the standard normal distribution: a two-sided interval of 95 %. */
export const Z_95 = 1.959963984540054

export type Interval = { low: number; high: number }

/**
 * Wilson score interval (95 %) for `successes` of `n`:
 *
 *   ( p + z²/2n ± z · sqrt( p(1-p)/n + z²/4n² ) ) / ( 1 + z²/n ),  p = successes / n
 *
 * Source: E. B. Wilson, "Probable inference, the law of succession, and statistical inference", Journal of the American
 * Statistical Association 22 (1927), 209-212; without continuity correction, as method 3 in R. G. Newcombe, "Two-sided
 * confidence intervals for the single proportion", Statistics in Medicine 17 (1998), 857-872. `successes` may be
 * fractional (a cluster that held up in part). Throws RangeError for n < 1 or successes outside 0..n.
 */
export function wilsonInterval(successes: number, n: number): Interval {
  if (!(n >= 1) || !(successes >= 0) || successes > n) throw new RangeError(`no interval for ${successes} of ${n}`)
  const p = successes / n
  const z2 = Z_95 ** 2
  const centre = p + z2 / (2 * n)
  const spread = Z_95 * Math.sqrt((p * (1 - p)) / n + z2 / (4 * n * n))
  const scale = 1 + z2 / n
  // rounding must not push an end past a certain result
  return {
    low: successes === 0 ? 0 : Math.max(0, (centre - spread) / scale),
    high: successes === n ? 1 : Math.min(1, (centre + spread) / scale),
  }
}
