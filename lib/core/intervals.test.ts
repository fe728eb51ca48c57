import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { wilsonInterval } from './intervals'

describe('Wilson interval', () => {
  // Newcombe (1998), table I, method 3, four decimals
  test.each([
    [81, 263, 0.2553, 0.3662],
    [15, 148, 0.0624, 0.1605],
    [0, 20, 0, 0.1611],
    [1, 29, 0.0061, 0.1718],
  ])('%i of %i as published', (successes, n, low, high) => {
    const interval = wilsonInterval(successes, n)
    expect(interval.low).toBeCloseTo(low, 4)
    expect(interval.high).toBeCloseTo(high, 4)
  })

  // z² = 3.841458820694; n of n: low = n / (n + z²), and 0 of n is its mirror
  test('worked by hand', () => {
    expect(wilsonInterval(5, 5).low).toBeCloseTo(5 / (5 + 3.841458820694), 12)
    expect(wilsonInterval(5, 5).high).toBe(1)
    expect(wilsonInterval(0, 5).high).toBeCloseTo(3.841458820694 / (5 + 3.841458820694), 12)
    expect(wilsonInterval(2, 4).low + wilsonInterval(2, 4).high).toBeCloseTo(1, 12)
  })

  test.each([
    [0, 0],
    [-1, 5],
    [6, 5],
    [Number.NaN, 5],
  ])('%d of %d has none', (successes, n) => {
    expect(() => wilsonInterval(successes, n)).toThrow(RangeError)
  })

  test('holds the share, lies within 0..1, and narrows with n', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 500 }), fc.double({ min: 0, max: 1, noNaN: true }), (n, share) => {
        const { low, high } = wilsonInterval(n * share, n)
        expect(low).toBeGreaterThanOrEqual(0)
        expect(low).toBeLessThanOrEqual(share + 1e-9)
        expect(high).toBeGreaterThanOrEqual(share - 1e-9)
        expect(high).toBeLessThanOrEqual(1)
        const wider = wilsonInterval(n * share, n)
        const narrower = wilsonInterval(n * share * 4, n * 4)
        expect(narrower.high - narrower.low).toBeLessThan(wider.high - wider.low)
      }),
    )
  })
})
