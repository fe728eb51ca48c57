import { expect, test } from 'vitest'
import { addDays } from '@/lib/core/days'
import { calendarOf } from './calendar'
import { storySteps } from './stories'

const DAYS = Array.from({ length: 4 * 366 }, (_, index) => addDays('2025-11-01', index))

test('the stories can be told on every day of four years', () => {
  for (const day of DAYS) expect(storySteps(calendarOf(day)).length).toBeGreaterThan(300)
})

test('nothing in the stories happens on the day of installation or later', () => {
  for (const day of DAYS.slice(0, 366)) {
    const last = Math.max(...storySteps(calendarOf(day)).map(({ at }) => at.getTime()))
    expect(new Date(last).toISOString().slice(0, 10) < day).toBe(true)
  }
})

test('every step has a key of its own', () => {
  const keys = storySteps(calendarOf('2026-03-01')).map(({ key }) => key)
  expect(new Set(keys).size).toBe(keys.length)
})
