import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { getLiveSession, hasPeople } from '@/lib/accounts/queries'
import { getEdition, listHistory } from '@/lib/audit/queries'
import { ANONYMOUS, type Context, contextOf, systemActor } from '@/lib/core/context'
import { newId } from '@/lib/core/ids'
import { db, disconnect } from '@/lib/platform/db'
import * as passwords from '@/lib/platform/passwords'
import { asOwner } from '@/lib/testing/owner'
import { changeSettings, createFirstSettings, openNewsroom } from './commands'
import { getSettings, requireSettings } from './queries'
import { DEFAULT_SCALE } from './rules'
import type { SettingInput } from './schema'

const now = new Date('2026-03-10T12:00:00Z')
const reader = contextOf(ANONYMOUS, now)
const nowhere = { address: null, userAgent: null }
const first = {
  newsroomName: 'The Harbour Desk',
  zone: 'Europe/Vienna',
  name: 'Cleo Brandt',
  email: 'cleo@newsroom.example',
  password: 'tram lantern otter rain',
}
let admin: Context

const inForce = async (): Promise<SettingInput & { expectedVersion: number }> => {
  const { version, id, isDemo, createdAt, ...settings } = await requireSettings()
  return { ...settings, expectedVersion: version }
}

beforeAll(async () => {
  expect(await hasPeople()).toBe(false)
})
afterAll(disconnect)

test('without the token that the server asks for, nobody opens the newsroom, and nothing is stored', async () => {
  for (const requiredToken of ['right', null]) {
    await expect(
      openNewsroom(reader, { ...first, setupToken: 'wrong' }, { requiredToken, origin: nowhere }),
    ).rejects.toMatchObject({ fields: { setupToken: expect.any(String) } })
  }
  expect(await hasPeople()).toBe(false)
  expect(await getSettings()).toBeNull()
})

test('tries to open it from one address are counted', async () => {
  const from = { requiredToken: 'right', origin: { address: '203.0.113.9', userAgent: null } }
  const guess = { ...first, setupToken: 'wrong' }
  for (let n = 0; n < 30; n++) await expect(openNewsroom(reader, guess, from)).rejects.toThrow('BAD_INPUT')
  await expect(openNewsroom(reader, guess, from)).rejects.toMatchObject({ code: 'TOO_MANY_ATTEMPTS' })
})

test('of several who open the newsroom at once, one becomes its admin; afterwards nobody can', async () => {
  const open = (email: string) =>
    openNewsroom(reader, { ...first, email }, { requiredToken: undefined, origin: nowhere })
  const results = await Promise.allSettled(['a@x.example', 'b@x.example', 'c@x.example'].map(open))
  const opened = results.filter((result) => result.status === 'fulfilled')
  expect(opened).toHaveLength(1)
  const hashing = vi.spyOn(passwords, 'hashPassword')
  await expect(open('d@x.example')).rejects.toThrow('MOVE_REFUSED')
  expect(hashing).not.toHaveBeenCalled()
  hashing.mockRestore()
  expect(await db().user.count()).toBe(1)
  expect(await requireSettings()).toMatchObject({ newsroomName: 'The Harbour Desk', zone: 'Europe/Vienna', version: 1 })
  const live = await getLiveSession(opened[0]?.value.sessionId ?? '', now)
  expect(live?.actor.roles).toEqual(['reviewer', 'editor', 'admin'])
  if (live) admin = contextOf(live.actor, now)
})

test('a change writes a new version, keeps the old one, and makes public pages fresh', async () => {
  const before = await getEdition()
  const settings = await inForce()
  expect(await changeSettings(admin, { ...settings, minimumN: 7, isSolo: true })).toEqual({
    version: 2,
    changed: ['minimumN', 'isSolo'],
  })
  expect(await requireSettings()).toMatchObject({ version: 2, minimumN: 7, isSolo: true })
  expect(await db().setting.findUniqueOrThrow({ where: { version: 1 } })).toMatchObject({ minimumN: 5, isSolo: false })
  expect(BigInt((await getEdition()).version)).toBeGreaterThan(BigInt(before.version))
  const { id } = await db().setting.findUniqueOrThrow({ where: { version: 1 } })
  expect((await listHistory(admin, 'settings', id)).map((event) => event.type)).toEqual([
    'settings.created',
    'settings.changed',
  ])
})

test('a change on top of an old version is refused and tells the settings in force', async () => {
  const settings = await inForce()
  await changeSettings(admin, { ...settings, defaultGraceDays: 3 })
  await expect(changeSettings(admin, { ...settings, defaultGraceDays: 9 })).rejects.toMatchObject({
    code: 'STALE',
    details: { theirs: { defaultGraceDays: 3 } },
  })
})

test('of changes at once on one version, one wins', async () => {
  const settings = await inForce()
  const change = (minimumN: number) => changeSettings(admin, { ...settings, minimumN })
  const results = await Promise.allSettled([11, 12, 13, 14].map(change))
  expect(results.filter((result) => result.status === 'fulfilled')).toHaveLength(1)
})

test('saving the same again writes nothing', async () => {
  const settings = await inForce()
  expect(await changeSettings(admin, settings)).toEqual({ version: settings.expectedVersion, changed: [] })
})

test('only admins change the settings; only a process sets up the first ones, once', async () => {
  const settings = await inForce()
  const editor = contextOf({ kind: 'user', id: admin.actor.id ?? '', name: 'Ben', roles: ['editor'] }, now)
  await expect(changeSettings(editor, settings)).rejects.toThrow('FORBIDDEN')
  await expect(changeSettings(reader, settings)).rejects.toThrow('FORBIDDEN')
  const input = { newsroomName: 'X', zone: 'UTC' }
  await expect(createFirstSettings(editor, input)).rejects.toThrow('FORBIDDEN')
  await expect(createFirstSettings(contextOf(systemActor('seeds'), now), input)).rejects.toThrow('ALREADY_EXISTS')
})

test.each(['unverifiable', 'needs-context', 'outdated'])('refuses a number for %s, at its field', async (numbered) => {
  const settings = await inForce()
  const index = settings.ratingScale.findIndex(({ key }) => key === numbered)
  const ratingScale = settings.ratingScale.map((rating, at) => (at === index ? { ...rating, value: 3 } : rating))
  await expect(changeSettings(admin, { ...settings, ratingScale })).rejects.toMatchObject({
    issues: [{ path: ['ratingScale', index, 'value'], message: expect.stringContaining('carries no number') }],
  })
})

test.each([
  ['a zone that is not on the map', { zone: 'Europe/Atlantis' }],
  [
    'two ratings of one key',
    {
      ratingScale: [
        { key: 'a', label: 'A', value: 1, meaning: 'x' },
        { key: 'a', label: 'B', value: 2, meaning: 'x' },
      ],
    },
  ],
  ['a scale without Unverifiable', { ratingScale: DEFAULT_SCALE.filter(({ key }) => key !== 'unverifiable') }],
  ['a probability above 1', { certaintyTable: [{ words: 'will', probability: 1.2 }] }],
  ['a name with a NUL byte', { newsroomName: 'a\0b' }],
])('refuses %s', async (_name, change) => {
  await expect(changeSettings(admin, { ...(await inForce()), ...change })).rejects.toThrow()
})

test('what counts as held up is kept with each version, came true always with it', async () => {
  const { heldUp } = await requireSettings()
  expect(heldUp).toEqual(['came_true'])
  await changeSettings(admin, { ...(await inForce()), heldUp: ['partly', 'late'] })
  expect((await requireSettings()).heldUp).toEqual(['came_true', 'late', 'partly'])
})

test.each([
  ['not came true', "'late'"],
  ['what did not happen', "'came_true', 'did_not_happen'"],
])('the database holds that %s never counts as held up alone or beside it', async (_what, kinds) => {
  const { id } = await requireSettings()
  const insert = `INSERT INTO setting SELECT (jsonb_populate_record(s, jsonb_build_object('id', '${newId()}', 'version', version + 1,
    'held_up', ARRAY[${kinds}]::text[]))).* FROM setting s WHERE id = '${id}'`
  await expect(asOwner(insert)).rejects.toThrow(/setting_held_up_listed/)
})
