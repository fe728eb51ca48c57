import { afterAll, beforeAll, expect, test } from 'vitest'
import { ANONYMOUS, contextOf, systemActor } from '@/lib/core/context'
import { db, disconnect } from '@/lib/platform/db'
import { makePeople, type People } from '@/lib/testing/people'
import { setPreference } from './commands/preferences'
import { getPreference } from './queries/preferences'

let people: People
const now = new Date('2026-03-10T12:00:00Z')

beforeAll(async () => {
  people = await makePeople(now)
})
afterAll(disconnect)

test('a choice is kept per person, replaced by the next, and forgotten', async () => {
  const { ada, ben } = people
  expect(await getPreference(ada.ctx(), 'reader_highlights')).toBeNull()
  await setPreference(ada.ctx(), 'reader_highlights', false)
  expect(await getPreference(ada.ctx(), 'reader_highlights')).toBe(false)
  expect(await getPreference(ben.ctx(), 'reader_highlights')).toBeNull()
  await setPreference(ada.ctx(), 'reader_highlights', true)
  expect(await getPreference(ada.ctx(), 'reader_highlights')).toBe(true)
  await setPreference(ada.ctx(), 'reader_highlights', null)
  expect(await getPreference(ada.ctx(), 'reader_highlights')).toBeNull()
})

test('what is stored in a shape that no longer holds counts as not chosen, and no such shape is stored', async () => {
  const { ada } = people
  await db().preference.create({
    data: { userId: ada.id, key: 'keys', value: { lettersOn: 'yes' }, updatedAt: now },
  })
  expect(await getPreference(ada.ctx(), 'keys')).toBeNull()
  const odd = { lettersOn: 1, keys: {} } as unknown as { lettersOn: boolean; keys: Record<string, string> }
  await expect(setPreference(ada.ctx(), 'keys', odd)).rejects.toThrow()
})

test('two saves at once both work: the last one holds', async () => {
  const { ben } = people
  const saves = Array.from({ length: 8 }, (_, index) => setPreference(ben.ctx(), 'reader_highlights', index % 2 === 0))
  await Promise.all(saves)
  expect(await getPreference(ben.ctx(), 'reader_highlights')).toBeTypeOf('boolean')
  expect(await db().preference.count({ where: { userId: ben.id } })).toBe(1)
})

test('nobody but a signed-in person has choices', async () => {
  for (const actor of [ANONYMOUS, systemActor('test')]) {
    const ctx = contextOf(actor, now)
    await expect(getPreference(ctx, 'keys')).rejects.toThrow('NOT_SIGNED_IN')
    await expect(setPreference(ctx, 'keys', null)).rejects.toThrow('NOT_SIGNED_IN')
  }
})

test('PostgreSQL holds the names of keys and the size of a choice', async () => {
  const { ada } = people
  const make = (key: string, value: string) =>
    db().preference.create({ data: { userId: ada.id, key, value, updatedAt: now } })
  await expect(make('Not a key', 'x')).rejects.toThrow('preference_key')
  await expect(make('long', 'x'.repeat(20_001))).rejects.toThrow('preference_length')
})
