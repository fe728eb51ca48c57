import { expect, test } from 'vitest'
import { rankOf } from './filtering'

test.each([
  ['Outcomes, page', 'outc', 1],
  ['Record an outcome, page', 'outc', 0.5],
  ['Merge: same as a claim', 'claim same', 0.5],
  ['Change where the claim begins and ends', 'harb', 0],
  ['Accept', 'rej', 0],
  ['Next', '', 1],
])('“%s” for “%s” ranks %d', (entry, typed, rank) => {
  expect(rankOf(entry, typed)).toBe(rank)
})

test('where an action applies counts among its words', () => {
  expect(rankOf('Reject', 'candidate', ['A candidate'])).toBe(0.5)
})
