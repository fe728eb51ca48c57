import { expect, test } from 'vitest'
import { countWords, percentOf } from './run-words'

test.each([
  [{ done: 0, refused: 0, total: null }, '0 done', null],
  [{ done: 1200, refused: 3, total: null }, '1,200 done, 3 refused', null],
  [{ done: 1200, refused: 3, total: 2000 }, '1,200 done, 3 refused, of 2,000', 60],
  [{ done: 1999, refused: 0, total: 2000 }, '1,999 done, of 2,000', 99],
  [{ done: 2000, refused: 0, total: 2000 }, '2,000 done, of 2,000', 100],
  [{ done: 0, refused: 0, total: 0 }, '0 done, of 0', 100],
])('%j reads "%s"', (run, words, percent) => {
  expect(countWords(run)).toBe(words)
  expect(percentOf(run)).toBe(percent)
})
