import { describe, expect, test } from 'vitest'
import { predictionEvents } from './events'
import { eventWords, outcomeDaysWords, typedDays, windowLabel } from './present'
import { readTypedWindow } from './rules/windows'

describe('days of an outcome', () => {
  test.each([
    ['2025-10-27', '2025-10-29', 'day', '27–29 Oct 2025'],
    ['2025-10-01', '2025-10-31', 'month', 'some day in Oct 2025'],
    ['2025-10-06', '2025-10-12', 'week', 'some day in 6–12 Oct 2025'],
    ['2025-01-01', '2025-12-31', 'year', 'some day in 2025'],
    ['2025-10-01', '2025-10-31', 'day', 'Oct 2025'],
  ] as const)('%s to %s, known to the %s: %s', (from, to, precision, words) => {
    const days = { from, to, precision }
    expect(outcomeDaysWords(days)).toBe(words)
    expect(readTypedWindow(typedDays(days), null)).toEqual({ ok: true, window: { from, to }, precision })
  })
})

test('a window is labelled by its own words while they are short', () => {
  const window = { from: '2025-07-01', to: '2025-12-31' }
  expect(windowLabel({ window, windowWords: 'in the latter half of 2025', windowBasis: null }, false)).toBe(
    '“in the latter half of 2025”',
  )
  expect(
    windowLabel({ window, windowWords: 'given, because the article states no window', windowBasis: null }, true),
  ).toBe('▸ Jul–Dec 2025')
  expect(windowLabel({ window: null, windowWords: null, windowBasis: null }, false)).toBe('no window')
})

test('every event has words, with the reason where one was given', () => {
  for (const type of Object.keys(predictionEvents)) expect(eventWords({ type, payload: {} }).did).not.toBe(type)
  expect(eventWords({ type: 'outcome.undone', payload: { reason: 'Wrong.' } })).toEqual({
    did: 'undid it',
    reason: 'Wrong.',
  })
  expect(eventWords({ type: 'unknown.event', payload: null })).toEqual({ did: 'unknown.event', reason: null })
})
