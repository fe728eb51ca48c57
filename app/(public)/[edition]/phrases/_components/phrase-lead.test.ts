import { expect, test } from 'vitest'
import { phraseLead } from './phrase-lead'

test.each([
  [{ predictions: 0, held: 0, n: 0, unresolved: 0 }, 'No window of a prediction with “may” has closed yet.'],
  [
    { predictions: 0, held: 0, n: 0, unresolved: 2 },
    '2 windows of predictions with “may” closed, and none is settled yet.',
  ],
  [{ predictions: 1, held: 0, n: 1, unresolved: 0 }, 'When the news says “may”, it happened 0 of 1 time.'],
  [
    { predictions: 2004, held: 1423, n: 1628, unresolved: 9 },
    'When the news says “may”, it happened 1,423 of 2,004 times, of 1,628 separate outcomes.',
  ],
])('%j is told as it is', (record, words) => expect(phraseLead('may', record)).toBe(words))
