import { describe, expect, test } from 'vitest'
import type { Resolved } from './clusters'
import { latenessOf, leadOf, quantileOf } from './timing'

let serial = 0
const one = (change: Partial<Resolved>): Resolved => ({
  predictionId: `p${++serial}`,
  ...{ saidOn: '2025-01-01', dueTo: '2025-01-31', closesOn: '2025-01-31', phrase: null, probability: null },
  ...{ openedOn: '2025-01-02', resolution: 'came_true', outcomeId: null, outcomeFirstOn: null },
  ...change,
})

// what R prints for quantile(c(1, 2, 3, 4, 10)) and quantile(1:4), whose default is definition 7
test.each([
  [[1, 2, 3, 4, 10], 0.25, 2],
  [[1, 2, 3, 4, 10], 0.5, 3],
  [[1, 2, 3, 4, 10], 0.75, 4],
  [[1, 2, 3, 4], 0.25, 1.75],
  [[1, 2, 3, 4], 0.5, 2.5],
  [[1, 2, 3, 4], 0.75, 3.25],
  [[7], 0.25, 7],
])('of %j the quantile %d is %d', (values, share, expected) => {
  expect(quantileOf(values, share)).toBe(expected)
})

describe('how far ahead', () => {
  test('days from saying to the last day of the window; grace is not foresight', () => {
    const ahead = (days: [string, string][]) =>
      leadOf(days.map(([saidOn, dueTo]) => one({ saidOn, dueTo, closesOn: '2026-12-31' })))
    // 30, 365, 0
    expect(
      ahead([
        ['2025-01-01', '2025-01-31'],
        ['2025-01-01', '2026-01-01'],
        ['2025-02-01', '2025-02-01'],
      ]),
    ).toEqual({ n: 3, median: 30, low: 15, high: 197.5 })
  })

  test('without both days there is none', () => {
    expect(leadOf([one({ saidOn: null }), one({ dueTo: null })])).toBeNull()
    expect(leadOf([])).toBeNull()
  })
})

describe('how late', () => {
  test('days from the end of the window to what happened, of what came late alone', () => {
    const list = [
      one({ resolution: 'late', outcomeFirstOn: '2025-02-10' }),
      one({ resolution: 'late', outcomeFirstOn: '2025-03-02' }),
      one({ resolution: 'came_true', outcomeFirstOn: '2025-02-20' }),
      one({ resolution: 'did_not_happen' }),
    ]
    expect(latenessOf(list)).toEqual({ n: 2, median: 20, low: 15, high: 25 })
  })

  test('a month that a person ruled late has no first day after the window, and one has no day at all', () => {
    expect(latenessOf([one({ resolution: 'late', outcomeFirstOn: '2025-01-01' })])).toBeNull()
    expect(latenessOf([one({ resolution: 'late' }), one({ resolution: 'late', dueTo: null })])).toBeNull()
  })
})
