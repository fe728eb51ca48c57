import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { sharedRead } from './shared-read'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

test('who asks within the time is given one reading, also while it is under way; then it is read anew', async () => {
  let readings = 0
  const read = sharedRead(1000, async () => ++readings)
  expect(await Promise.all([read(), read(), read()])).toEqual([1, 1, 1])
  vi.advanceTimersByTime(999)
  expect(await read()).toBe(1)
  vi.advanceTimersByTime(1)
  expect(await read()).toBe(2)
})

test('a reading that failed is not kept', async () => {
  let readings = 0
  const read = sharedRead(1000, async () => {
    readings++
    if (readings === 1) throw new Error('the database is away')
    return readings
  })
  await expect(read()).rejects.toThrow('away')
  expect(await read()).toBe(2)
})
