import fc from 'fast-check'
import { expect, it } from 'vitest'
import { percent, percentRange, roundTicks, spread } from './places'

it.each([
  [0, '0 %'],
  [0.002, '1 %'],
  [0.4249, '42 %'],
  [0.998, '99 %'],
  [1, '100 %'],
])('%f is said as %s: certainty is never rounded into', (share, words) => expect(percent(share)).toBe(words))

it('a range has its sign once', () => expect(percentRange({ low: 0.515, high: 1 })).toBe('52–100 %'))

it.each([
  [1, 4, [0, 1]],
  [7, 4, [0, 2, 4, 6, 8]],
  [33, 4, [0, 10, 20, 30, 40]],
  [181, 4, [0, 50, 100, 150, 200]],
  [0.2, 4, [0, 1]],
])('marks up to %f in %i steps are round and reach it', (highest, most, ticks) =>
  expect(roundTicks(highest, most)).toEqual(ticks),
)

it('leaves points where they are that stand apart already', () => {
  expect(spread([10, 40, 90], 20, 0, 100)).toEqual([10, 40, 90])
})

it('moves points that share a place evenly to both sides', () => {
  expect(spread([50, 50, 50], 10, 0, 100)).toEqual([40, 50, 60])
})

it('moves points off the edge', () => expect(spread([99, 99], 10, 0, 100)).toEqual([90, 100]))

it('sets more points than there is room for evenly', () => {
  expect(spread([50, 50, 50], 90, 0, 100)).toEqual([0, 50, 100])
})

it('always keeps order, distance and edges', () => {
  const points = fc.array(fc.integer({ min: 0, max: 500 }), { maxLength: 30 })
  fc.assert(
    fc.property(points, fc.integer({ min: 1, max: 40 }), (given, gap) => {
      const wanted = [...given].sort((a, b) => a - b)
      const placed = spread(wanted, gap, 0, 500)
      const used = Math.min(gap, 500 / Math.max(1, wanted.length - 1))
      expect(placed).toHaveLength(wanted.length)
      for (const [index, place] of placed.entries()) {
        expect(place).toBeGreaterThanOrEqual(-1e-6)
        expect(place).toBeLessThanOrEqual(500 + 1e-6)
        if (index > 0) expect(place - (placed[index - 1] ?? 0)).toBeGreaterThanOrEqual(used - 1e-6)
      }
    }),
  )
})
