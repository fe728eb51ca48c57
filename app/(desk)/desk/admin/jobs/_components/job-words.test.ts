import { expect, test } from 'vitest'
import { ageWords, jobWords } from './job-words'

test('a job that is not listed is called by its own name', () => {
  expect(jobWords('ask_model')).toBe('Ask the language model about an article')
  expect(jobWords('paint_quay')).toBe('Paint quay')
})

const NOW = new Date('2026-11-22T12:00:00Z')
test.each([
  ['2026-11-22T12:00:00Z', '0 s'],
  ['2026-11-22T12:00:05Z', '0 s'],
  ['2026-11-22T11:59:01Z', '59 s'],
  ['2026-11-22T11:59:00Z', '1 min'],
  ['2026-11-22T10:30:00Z', '1 h'],
  ['2026-11-21T12:00:00Z', '1 day'],
  ['2026-11-19T12:00:00Z', '3 days'],
])('%s is %s ago', (at, words) => {
  expect(ageWords(at, NOW)).toBe(words)
})
