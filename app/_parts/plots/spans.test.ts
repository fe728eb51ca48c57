import { expect, it } from 'vitest'
import { drawSpans, spanWords } from './spans'

const span = (n: number, low: number, median: number, high: number) => ({ n, low, median, high })

it('sets all rows on one axis from nought', () => {
  const { ticks, rows } = drawSpans([
    { key: 'lead', label: 'Said ahead', span: span(30, 40, 100, 181) },
    { key: 'late', label: 'Late by', span: span(4, 5, 10, 20) },
  ])
  expect(ticks.map(({ label }) => label)).toEqual(['0', '50', '100', '150', '200'])
  expect(rows).toEqual([
    { key: 'lead', low: 0.2, median: 0.5, high: 0.905 },
    { key: 'late', low: 0.025, median: 0.05, high: 0.1 },
  ])
})

it.each([
  [span(1, 9, 9, 9), '9 days, of 1'],
  [span(3, 1, 1, 40), '1 day in the middle of 3'],
  [span(12, 30, 60.5, 95), '61 days in the middle, half of 12 between 30 and 95'],
])('%j is said as %s', (given, words) => expect(spanWords(given)).toBe(words))
