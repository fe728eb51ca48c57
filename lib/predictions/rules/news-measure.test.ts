import { expect, it } from 'vitest'
import { measure } from '@/lib/testing/news-measure'

/**
 * What is found among sentences in other words, and what of near misses. Half `a` was looked at while the rules were made; half `b`
 * in its sums only. The floors lie a little below what stands: raise them when it gets better.
 */
it.each([
  ['a', { recall: 0.95, precision: 0.95 }],
  ['b', { recall: 0.85, precision: 0.92 }],
] as const)('of half %s of the pairs, what later articles say is found and near misses are not', (half, least) => {
  const { wanted, found, right, near, recall, precision } = measure(half)
  expect(wanted + near).toBeGreaterThanOrEqual(55)
  expect(right, 'each with its relation').toBe(found)
  expect({ recall: recall >= least.recall, precision: precision >= least.precision }).toEqual({
    recall: true,
    precision: true,
  })
})
