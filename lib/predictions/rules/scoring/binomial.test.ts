import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { binomialBand } from './binomial'

/**
 * The smallest k with P(X <= k) >= numerator / 1000, without a single rounding: p = a / b, and all of it in whole numbers,
 * b^n · P(X <= k) = Σ C(n,j) a^j (b-a)^(n-j).
 */
function exactQuantile(n: number, a: bigint, b: bigint, numerator: bigint): number {
  let [sum, choose] = [0n, 1n]
  for (let k = 0; k <= n; k++) {
    sum += choose * a ** BigInt(k) * (b - a) ** BigInt(n - k)
    if (sum * 1000n >= numerator * b ** BigInt(n)) return k
    choose = (choose * BigInt(n - k)) / BigInt(k + 1)
  }
  return n
}

describe('the binomial band', () => {
  // cumulative binomial probabilities as tables print them, four decimals (e.g. M. Abramowitz and I. A. Stegun, "Handbook of
  // Mathematical Functions", section 26.1, or any table of B(n, p)); k is the first at or above 0.025 and 0.975
  test.each([
    // n = 10, p = 0.5: P(X<=1) 0.0107, P(X<=2) 0.0547; P(X<=7) 0.9453, P(X<=8) 0.9893
    [10, 0.5, 2, 8],
    // n = 20, p = 0.5: P(X<=5) 0.0207, P(X<=6) 0.0577; P(X<=13) 0.9423, P(X<=14) 0.9793
    [20, 0.5, 6, 14],
    // n = 20, p = 0.3: P(X<=1) 0.0076, P(X<=2) 0.0355; P(X<=9) 0.9520, P(X<=10) 0.9829
    [20, 0.3, 2, 10],
    // n = 10, p = 0.9 mirrors p = 0.1: P(X<=2) 0.9298, P(X<=3) 0.9872, so 10 - 3; and P(X<=9) 0.6513
    [10, 0.9, 7, 10],
    // n = 5, p = 0.8: P(X<=1) 0.0067, P(X<=2) 0.0579; P(X<=4) 0.6723
    [5, 0.8, 2, 5],
  ])('of %i with %d: %i to %i', (n, probability, low, high) => {
    expect(binomialBand(n, probability)).toEqual({ low: low / n, high: high / n })
  })

  test('the same as in whole numbers, without rounding, for every hundredth', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 160 }), fc.integer({ min: 1, max: 99 }), (n, hundredths) => {
        const quantile = (numerator: bigint) => exactQuantile(n, BigInt(hundredths), 100n, numerator)
        expect(binomialBand(n, hundredths / 100)).toEqual({ low: quantile(25n) / n, high: quantile(975n) / n })
      }),
      { numRuns: 150 },
    )
  })

  // n = 1 and p = 0.025: P(X<=0) is 0.975 exactly
  test('a level that is reached exactly is reached', () => {
    expect(binomialBand(1, 0.025)).toEqual({ low: 0, high: 0 })
    expect(binomialBand(1, 0.975)).toEqual({ low: 0, high: 1 })
  })

  test('what is certain has no breadth, and of nothing everything may come', () => {
    expect(binomialBand(9, 0)).toEqual({ low: 0, high: 0 })
    expect(binomialBand(9, 1)).toEqual({ low: 1, high: 1 })
    expect(binomialBand(0, 0.8)).toEqual({ low: 0, high: 1 })
  })

  // 1.96 standard deviations of the share on either side, where n is large: de Moivre and Laplace
  test('narrows around the probability for many', () => {
    const { low, high } = binomialBand(50_000, 0.8)
    const halfWidth = 1.959964 * Math.sqrt((0.8 * 0.2) / 50_000)
    expect(low).toBeCloseTo(0.8 - halfWidth, 4)
    expect(high).toBeCloseTo(0.8 + halfWidth, 4)
  })
})
