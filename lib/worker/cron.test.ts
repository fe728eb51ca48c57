import { expect, test } from 'vitest'
import { CRON } from './cron'
import { JOBS } from './registry'

test('whatever the clock queues is something that the worker can do', () => {
  expect(CRON.length).toBeGreaterThan(0)
  for (const { task } of CRON) expect(JOBS).toHaveProperty(task)
})
