import { afterAll, beforeAll, expect, test } from 'vitest'
import { db, disconnect } from '@/lib/platform/db'
import { toCount } from './chance'
import { fillNewsroom } from './fill'
import type { Newsroom } from './newsroom'

const SIZE = { predictions: 800, seed: 5, today: toCount('2026-06-01') }
let newsroom: Newsroom

beforeAll(async () => {
  newsroom = (await fillNewsroom(SIZE)).newsroom
}, 60_000)

afterAll(disconnect)

test('a simulated newsroom passes the guards of the database whole', async () => {
  const drawn = newsroom.predictions
  expect(await db().claim.count()).toBe(drawn.length)
  for (const state of ['draft', 'proposed', 'opened', 'too_vague'] as const)
    expect(await db().prediction.count({ where: { state } })).toBe(drawn.filter((one) => one.state === state).length)
  expect(await db().occurrence.count()).toBe(newsroom.articles.flatMap(({ mentions }) => mentions).length)
})

test('what was resolved stands in force, what was undone is kept, and what nobody looked into is open', async () => {
  const isEnded = new Map(newsroom.predictions.map(({ id, event }) => [id, event.ending.is !== 'none']))
  const rows = await db().prediction.findMany({ where: { state: 'opened' } })
  expect(rows.filter(({ id, currentResolutionId }) => isEnded.get(id) !== (currentResolutionId !== null))).toEqual([])
  const undone = newsroom.predictions.filter(({ event, state }) => event.wasUndone && state === 'opened')
  expect(undone.length).toBeGreaterThan(0)
  expect(await db().resolution.count({ where: { kind: 'open' } })).toBe(undone.length)
})

test('it goes into the empty database of a test run and into no other', async () => {
  await expect(fillNewsroom(SIZE)).rejects.toThrow(/empty database of a test run only/)
  expect(await db().claim.count()).toBe(newsroom.predictions.length)
})
