import fc from 'fast-check'
import { expect, test } from 'vitest'
import { addMonths } from '@/lib/core/days'
import { closesOf, closesText, closesWords } from './closes'

test.each([
  ['2026-02', { from: '2026-02-01', to: '2026-02-28' }, 'Feb 2026'],
  ['2026-01..2026-03', { from: '2026-01-01', to: '2026-03-31' }, 'Jan–Mar 2026'],
  ['2028-01..', { from: '2028-01-01', to: null }, '2028 or later'],
  ['2028-04..', { from: '2028-04-01', to: null }, 'Apr 2028 or later'],
  ['never', 'never', 'never, it has none'],
])('%s says when windows close', (text, closes, words) => {
  expect(closesOf(text)).toEqual(closes)
  expect(closesWords(text)).toBe(words)
})

test.each(['2026', '2026-13', '2026-00', '0000-05', '2026-03..2026-01', '..2026-01', '2026-01...', 'soon', '2026-1'])(
  '%s says none',
  (text) => {
    expect(closesOf(text)).toBeNull()
  },
)

test('whatever months are written are read again', () => {
  const first = fc.integer({ min: 0, max: 1200 }).map((n) => addMonths('2000-01-01', n))
  fc.assert(
    fc.property(first, fc.option(fc.integer({ min: 0, max: 40 })), (from, more) => {
      const to = more === null ? null : addMonths(from, more)
      const read = closesOf(closesText({ from, to }))
      expect(read).toMatchObject({ from })
      expect(read !== null && read !== 'never' && (read.to?.slice(0, 7) ?? null)).toBe(to?.slice(0, 7) ?? null)
    }),
  )
})
