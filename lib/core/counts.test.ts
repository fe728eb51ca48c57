import { expect, test } from 'vitest'
import { counted } from './counts'

test.each([
  [0, 'claim', undefined, '0 claims'],
  [1, 'claim', undefined, '1 claim'],
  [1200, 'claim', undefined, '1,200 claims'],
  [1, 'person', 'people', '1 person'],
  [2, 'person', 'people', '2 people'],
])('%i of "%s" (%s) reads "%s"', (n, one, many, words) => {
  expect(counted(n, one, many)).toBe(words)
})
