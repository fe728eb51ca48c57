import { expect, test } from 'vitest'
import { addDays } from '@/lib/core/days'
import { calendarOf } from './calendar'
import { storySteps } from './stories'

// every fifth day: all weekdays, ends of months and a leap day come up, in seconds
const DAYS = Array.from({ length: Math.ceil((4 * 366) / 5) }, (_, index) => addDays('2025-11-01', index * 5))

test('the stories can be told whenever the demo is installed', () => {
  for (const day of DAYS) expect(storySteps(calendarOf(day)).length).toBeGreaterThan(300)
})

test('nothing in the stories happens on the day of installation or later', () => {
  for (const day of DAYS.slice(0, 74)) {
    const last = Math.max(...storySteps(calendarOf(day)).map(({ at }) => at.getTime()))
    expect(new Date(last).toISOString().slice(0, 10) < day).toBe(true)
  }
})

test('every step has a key of its own', () => {
  const keys = storySteps(calendarOf('2026-03-01')).map(({ key }) => key)
  expect(new Set(keys).size).toBe(keys.length)
})
