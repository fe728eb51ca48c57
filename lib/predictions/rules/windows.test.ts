import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { addDays, isDay } from '@/lib/core/days'
import { formatWindow, monthWindow, yearWindow } from '@/lib/core/windows'
import { readTypedWindow } from './windows'

describe('days that people type', () => {
  test.each([
    ['2025-07-01 to 2025-12-31', '2025-07-01', '2025-12-31', 'day'],
    ['2025-10-22', '2025-10-22', '2025-10-22', 'day'],
    ['22 Oct 2025', '2025-10-22', '2025-10-22', 'day'],
    ['October 22, 2025', '2025-10-22', '2025-10-22', 'day'],
    ['27-29 Oct 2025', '2025-10-27', '2025-10-29', 'day'],
    ['27 – 29 October 2025', '2025-10-27', '2025-10-29', 'day'],
    ['Oct. 27 to 29, 2025', '2025-10-27', '2025-10-29', 'day'],
    ['from October 27 to 29, 2025', '2025-10-27', '2025-10-29', 'day'],
    ['31 Oct-1 Nov 2025', '2025-10-31', '2025-11-01', 'day'],
    ['Oct 31 to Nov 1 2025', '2025-10-31', '2025-11-01', 'day'],
    ['30 Dec 2025-2 Jan 2026', '2025-12-30', '2026-01-02', 'day'],
    ['between 3 and 5 May 2026', '2026-05-03', '2026-05-05', 'day'],
    ['Oct 2025', '2025-10-01', '2025-10-31', 'month'],
    ['2025-02', '2025-02-01', '2025-02-28', 'month'],
    ['Jul-Dec 2025', '2025-07-01', '2025-12-31', 'month'],
    ['Nov 2025-Feb 2026', '2025-11-01', '2026-02-28', 'month'],
    ['2025', '2025-01-01', '2025-12-31', 'year'],
    ['2025–2027', '2025-01-01', '2027-12-31', 'year'],
    ['H2 2025', '2025-07-01', '2025-12-31', 'year'],
    ['the latter half of 2025', '2025-07-01', '2025-12-31', 'year'],
    ['first half 2026', '2026-01-01', '2026-06-30', 'year'],
    ['Q3 2025', '2025-07-01', '2025-09-30', 'year'],
    ['early Feb 2024', '2024-02-01', '2024-02-10', 'week'],
    ['mid-March 2026', '2026-03-11', '2026-03-20', 'week'],
    ['late Feb 2024', '2024-02-21', '2024-02-29', 'week'],
    ['week of 8 Oct 2025', '2025-10-06', '2025-10-12', 'week'],
    ['by 31 Dec 2027', '2025-02-07', '2027-12-31', 'day'],
    ['by the end of 2027', '2025-02-07', '2027-12-31', 'day'],
  ])('%s', (typed, from, to, precision) => {
    expect(readTypedWindow(typed, '2025-02-07')).toEqual({ ok: true, window: { from, to }, precision })
  })

  test.each([
    ['', /Give the days/],
    ['soon', /cannot be read/],
    ['22 Oct', /no year/],
    ['30 Feb 2025', /no such day/],
    ['2025-02-30', /no such day/],
    ['2025-13', /cannot be read/],
    ['Foo 2025', /cannot be read/],
    ['late Foo 2025', /cannot be read/],
    ['week of Oct 2025', /cannot be read/],
    ['29-27 Oct 2025', /ends before it begins/],
    ['2026-2025', /ends before it begins/],
    ['by then', /last day cannot be read/],
    ['by 2024', /before the day on which it was said/],
    [`${'1'.repeat(90)}`, /too long/],
    ['-', /cannot be read/],
  ])('refuses "%s" and says why', (typed, problem) => {
    expect(readTypedWindow(typed, '2025-02-07')).toEqual({ ok: false, problem: expect.stringMatching(problem) })
  })

  test('"by" needs the day on which it was said', () => {
    expect(readTypedWindow('by 2027', null)).toEqual({ ok: false, problem: expect.stringMatching(/is needed/) })
  })
})

test('what is printed is read back as the same days', () => {
  const day = fc.integer({ min: 0, max: 20_000 }).map((offset) => addDays('1990-01-01', offset))
  fc.assert(
    fc.property(day, fc.integer({ min: 0, max: 900 }), (from, length) => {
      const window = { from, to: addDays(from, length) }
      expect(readTypedWindow(formatWindow(window), null)).toMatchObject({ ok: true, window })
    }),
  )
  for (const window of [yearWindow(2025), monthWindow(2024, 2), { from: '2025-07-01', to: '2026-06-30' }])
    expect(readTypedWindow(formatWindow(window), null)).toMatchObject({ ok: true, window })
})

test('whatever is typed gives a whole window or a reason', () => {
  fc.assert(
    fc.property(fc.string({ maxLength: 100 }), (typed) => {
      const result = readTypedWindow(typed, '2025-02-07')
      if (result.ok) {
        expect(isDay(result.window.from) && isDay(result.window.to)).toBe(true)
        expect(result.window.from <= result.window.to).toBe(true)
      } else expect(result.problem).not.toBe('')
    }),
  )
})
