import fc from 'fast-check'
import { expect, test } from 'vitest'
import { DaySchema } from './day-schema'
import { addDays, addMonths, dayInZone, daysBetween, daysInMonth, isDay, makeDay, weekdayOf } from './days'

test.each(['2025-02-28', '2024-02-29', '1970-01-01', '0999-12-31'])('%s is a day', (day) =>
  expect(isDay(day)).toBe(true),
)

test.each([
  '2025-02-29',
  '2025-04-31',
  '2025-13-01',
  '2025-00-01',
  '2025-1-1',
  '25-01-01',
  '2025-01-01T00:00',
  '',
  '0000-12-31',
])('%j is no day, and says how to write one', (text) => {
  expect(isDay(text)).toBe(false)
  expect(DaySchema.safeParse(text).error?.issues[0]?.message).toMatch(/year-month-day/)
})

test('makes a day only when the calendar has it', () => {
  expect(makeDay(2024, 2, 29)).toBe('2024-02-29')
  expect(makeDay(2025, 2, 29)).toBeNull()
})

test.each([
  ['2025-12-31', 1, '2026-01-01'],
  ['2024-03-01', -1, '2024-02-29'],
  ['2025-10-26', 1, '2025-10-27'],
])('%s plus %i days is %s', (day, count, expected) => expect(addDays(day, count)).toBe(expected))

test.each([
  ['2025-01-31', 1, '2025-02-28'],
  ['2025-12-15', 1, '2026-01-15'],
  ['2025-03-31', -1, '2025-02-28'],
  ['2025-01-15', -13, '2023-12-15'],
])('%s plus %i months is %s', (day, count, expected) => expect(addMonths(day, count)).toBe(expected))

test.each([
  ['2025-10-20', 1],
  ['2025-10-26', 7],
  ['2000-02-29', 2],
])('%s is weekday %i of the ISO week', (day, weekday) => expect(weekdayOf(day)).toBe(weekday))

test('February has 28 or 29 days', () => {
  expect([2023, 2024, 1900, 2000].map((year) => daysInMonth(year, 2))).toEqual([28, 29, 28, 29])
})

test('an instant is another day elsewhere', () => {
  const instant = new Date('2025-10-22T23:30:00Z')
  expect(dayInZone(instant, 'UTC')).toBe('2025-10-22')
  expect(dayInZone(instant, 'Asia/Tokyo')).toBe('2025-10-23')
  expect(dayInZone(new Date('2025-03-09T07:30:00Z'), 'America/Los_Angeles')).toBe('2025-03-08')
})

test('counting days and adding them agree, over leap years and changes of the clock', () => {
  const day = fc.date({ min: new Date('1900-01-01'), max: new Date('2200-01-01'), noInvalidDate: true })
  fc.assert(
    fc.property(day, fc.integer({ min: -50_000, max: 50_000 }), (date, count) => {
      const from = date.toISOString().slice(0, 10)
      expect(daysBetween(from, addDays(from, count))).toBe(count)
    }),
  )
})
