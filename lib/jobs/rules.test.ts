import { expect, test } from 'vitest'
import { isOver, runKey } from './rules'
import { RUN_STATES } from './schema'

test('a run goes on while it works and while it is being cancelled', () => {
  expect(RUN_STATES.filter((state) => !isOver(state))).toEqual(['running', 'cancelling'])
})

test('each run has one place in the queue', () => {
  expect(runKey('a')).not.toBe(runKey('b'))
})
