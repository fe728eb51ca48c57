import { expect, test } from 'vitest'
import { phraseLead } from './phrase-lead'

const plain = { heldUp: ['came_true'] as const }
const wide = { heldUp: ['came_true', 'late', 'partly'] as const }

test.each([
  [{ ...plain, predictions: 0, held: 0, n: 0, unresolved: 0 }, 'No window of a prediction with “may” has closed yet.'],
  [
    { ...plain, predictions: 0, held: 0, n: 0, unresolved: 2 },
    '2 windows of predictions with “may” closed, and none is settled yet.',
  ],
  [
    { ...plain, predictions: 1, held: 0, n: 1, unresolved: 0 },
    'When the news says “may”, it happened as said 0 of 1 time.',
  ],
  [
    { ...plain, predictions: 1, held: 1, n: 1, unresolved: 3 },
    'When the news says “may”, it happened as said 1 of 1 time; 3 more windows closed and are not settled.',
  ],
  [
    { ...plain, predictions: 2004, held: 1423, n: 1628, unresolved: 1 },
    'When the news says “may”, it happened as said 1,423 of 2,004 times, of 1,628 separate outcomes; 1 more window closed and is not settled.',
  ],
  [
    { ...wide, predictions: 5, held: 4, n: 5, unresolved: 0 },
    'When the news says “may”, it held up (came true, came late or came true in part) 4 of 5 times.',
  ],
])('%j is told as it is', (record, words) => expect(phraseLead('may', record)).toBe(words))
