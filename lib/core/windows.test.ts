import { expect, test } from 'vitest'
import { contains, formatWindow, isWithin, monthWindow, overlaps, yearWindow } from './windows'

const window = (from: string, to: string) => ({ from, to })

test.each([
  ['2025-01-01', '2025-12-31', '2025'],
  ['2025-01-01', '2027-12-31', '2025–2027'],
  ['2025-07-01', '2025-12-31', 'Jul–Dec 2025'],
  ['2025-10-01', '2025-10-31', 'Oct 2025'],
  ['2025-11-01', '2026-02-28', 'Nov 2025–Feb 2026'],
  ['2025-10-27', '2025-10-29', '27–29 Oct 2025'],
  ['2025-10-31', '2025-11-01', '31 Oct–1 Nov 2025'],
  ['2025-12-30', '2026-01-02', '30 Dec 2025–2 Jan 2026'],
  ['2025-10-22', '2025-10-22', '22 Oct 2025'],
])('%s to %s reads %s', (from, to, words) => expect(formatWindow(window(from, to))).toBe(words))

test('both ends belong to a window', () => {
  const october = monthWindow(2025, 10)
  expect([contains(october, '2025-10-01'), contains(october, '2025-10-31')]).toEqual([true, true])
  expect([contains(october, '2025-09-30'), contains(october, '2025-11-01')]).toEqual([false, false])
  expect(isWithin(october, yearWindow(2025))).toBe(true)
  expect(isWithin(yearWindow(2025), october)).toBe(false)
  expect(overlaps(october, window('2025-10-31', '2025-12-01'))).toBe(true)
  expect(overlaps(october, window('2025-11-01', '2025-12-01'))).toBe(false)
})
