import { expect, test } from 'vitest'
import { dueWords, overdueSince, watchStateOf } from './watch'

const prediction = { dueTo: '2025-10-31', graceDays: 5 }

test.each([
  ['2025-09-30', 'waiting', 'due in 31 days'],
  ['2025-10-01', 'due_soon', 'due in 30 days'],
  ['2025-10-30', 'due_soon', 'due tomorrow'],
  ['2025-10-31', 'due', 'due today'],
  ['2025-11-01', 'due', 'in grace until 5 Nov 2025'],
  ['2025-11-05', 'due', 'in grace until 5 Nov 2025'],
  ['2025-11-06', 'overdue', 'overdue since 6 Nov 2025'],
  ['2026-11-06', 'overdue', 'overdue since 6 Nov 2025'],
])('on %s it is %s: %s', (today, state, words) => {
  expect(watchStateOf(prediction, today)).toBe(state)
  expect(dueWords(prediction, today)).toBe(words)
})

test('without grace it is overdue from the day after its window', () => {
  expect(overdueSince({ dueTo: '2025-12-31', graceDays: 0 })).toBe('2026-01-01')
})
