import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { listHistory } from '@/lib/audit/queries'
import { ANONYMOUS, contextOf } from '@/lib/core/context'
import { db, disconnect } from '@/lib/platform/db'
import * as passwords from '@/lib/platform/passwords'
import { makePeople, type People } from '@/lib/testing/people'
import { PERSONA_PASSWORD, PERSONAS } from '@/lib/testing/personas'
import { authenticate, createUser } from './commands'
import { acceptInvite, createResetLink, inviteUser, resetPassword } from './commands/links'
import { disableUser, enableUser, setRoles } from './commands/people'
import { getLiveSession, getOpenLink, listColleagues, listPeople } from './queries'

let people: People
const now = new Date('2026-03-10T12:00:00Z')
const plus = (milliseconds: number) => new Date(now.getTime() + milliseconds)
const reader = (at = now) => contextOf(ANONYMOUS, at)
const nowhere = { address: null, userAgent: null }
const DAY = 86_400_000
const password = 'tram lantern otter rain'
let count = 0
const invite = (at = now) =>
  inviteUser(people.cleo.ctx(at), { email: `new${++count}@newsroom.example`, name: 'Emil', roles: ['reviewer'] })

beforeAll(async () => {
  people = await makePeople(now)
})
afterAll(disconnect)

test('an invitation is accepted once, with a name and a password, and signs in', async () => {
  const link = await invite()
  expect(await getOpenLink(link.token, now)).toMatchObject({ kind: 'invite', email: `new${count}@newsroom.example` })
  const started = await acceptInvite(reader(), { token: link.token, name: 'Emil Novak', password }, nowhere)
  expect((await getLiveSession(started.sessionId, now))?.actor).toMatchObject({
    name: 'Emil Novak',
    roles: ['reviewer'],
  })
  await expect(acceptInvite(reader(), { token: link.token, name: 'X', password }, nowhere)).rejects.toThrow('NOT_FOUND')
  expect(await getOpenLink(link.token, now)).toBeNull()
  const history = await listHistory(people.cleo.ctx(), 'user', link.userId)
  expect(history.map((event) => [event.type, event.actorName])).toEqual([
    ['user.invited', 'Cleo Brandt'],
    ['user.link_made', 'Cleo Brandt'],
    ['user.joined', 'Emil Novak'],
    ['session.started', 'Emil Novak'],
  ])
})

test('of two who open one invitation at once, one gets in', async () => {
  const link = await invite()
  const accept = () => acceptInvite(reader(), { token: link.token, name: 'Emil', password }, nowhere)
  const results = await Promise.allSettled([accept(), accept(), accept()])
  expect(results.filter((result) => result.status === 'fulfilled')).toHaveLength(1)
})

test('an invitation opens for seven days, a reset link for one', async () => {
  const invitation = await invite()
  expect(await getOpenLink(invitation.token, plus(7 * DAY - 1))).not.toBeNull()
  await expect(
    acceptInvite(reader(plus(7 * DAY)), { token: invitation.token, name: 'Emil', password }, nowhere),
  ).rejects.toThrow('NOT_FOUND')
  const reset = await createResetLink(people.cleo.ctx(), { userId: people.ben.id })
  expect(reset.kind).toBe('reset')
  await expect(resetPassword(reader(plus(DAY)), { token: reset.token, password }, nowhere)).rejects.toThrow('NOT_FOUND')
})

test('only the hash of a token is stored', async () => {
  const { token } = await invite()
  expect(token).toMatch(/^[A-Za-z0-9_-]{43}$/)
  expect(JSON.stringify(await db().accessToken.findMany())).not.toContain(token)
})

test('a new link shuts the one before; for an invitation not yet accepted it is an invitation again', async () => {
  const first = await invite()
  const second = await createResetLink(people.cleo.ctx(), { userId: first.userId })
  expect(second.kind).toBe('invite')
  expect(await getOpenLink(first.token, now)).toBeNull()
  expect(await getOpenLink(second.token, now)).not.toBeNull()
})

test('a reset link sets a new password once, ends all sessions, and cannot accept an invitation', async () => {
  const ctx = people.cleo.ctx()
  const before = await authenticate(reader(), { email: PERSONAS.ada.email, password: PERSONA_PASSWORD }, nowhere)
  const { token } = await createResetLink(ctx, { userId: people.ada.id })
  await expect(acceptInvite(reader(), { token, name: 'Ada', password }, nowhere)).rejects.toThrow('NOT_FOUND')
  const started = await resetPassword(reader(), { token, password }, nowhere)
  expect(await getLiveSession(before.sessionId, now)).toBeNull()
  expect(await getLiveSession(started.sessionId, now)).not.toBeNull()
  await expect(resetPassword(reader(), { token, password }, nowhere)).rejects.toThrow('NOT_FOUND')
  await expect(authenticate(reader(), { email: PERSONAS.ada.email, password }, nowhere)).resolves.toBeDefined()
})

test('a refused password does not use the link up', async () => {
  const { token } = await invite()
  await expect(
    acceptInvite(reader(), { token, name: 'Emil', password: 'password1234' }, nowhere),
  ).rejects.toMatchObject({ fields: { password: expect.stringContaining('guessed') } })
  await expect(acceptInvite(reader(), { token, name: 'Emil', password: 'short' }, nowhere)).rejects.toThrow()
  await expect(acceptInvite(reader(), { token, name: 'Emil', password }, nowhere)).resolves.toBeDefined()
})

test('a link that does not open costs no hashing, and tries from one address are counted', async () => {
  const hashing = vi.spyOn(passwords, 'hashPassword')
  const from = { address: '203.0.113.7', userAgent: null }
  const guess = { token: 'x'.repeat(43), name: 'Emil', password }
  const { token: spent } = await invite()
  await acceptInvite(reader(), { ...guess, token: spent }, nowhere)
  expect(hashing).toHaveBeenCalledTimes(1)
  await expect(acceptInvite(reader(), { ...guess, token: spent }, nowhere)).rejects.toThrow('NOT_FOUND')
  for (let n = 0; n < 15; n++) {
    await expect(acceptInvite(reader(), guess, from)).rejects.toThrow('NOT_FOUND')
    await expect(resetPassword(reader(), guess, from)).rejects.toThrow('NOT_FOUND')
  }
  await expect(acceptInvite(reader(), guess, from)).rejects.toMatchObject({
    code: 'TOO_MANY_ATTEMPTS',
    text: expect.stringContaining('try again in 15 minutes'),
  })
  expect(hashing).toHaveBeenCalledTimes(1)
  hashing.mockRestore()
})

test('people who join from one address never shut it', async () => {
  const from = { address: '203.0.113.8', userAgent: null }
  for (let n = 0; n < 32; n++) {
    const { token } = await invite()
    await acceptInvite(reader(), { token, name: 'Emil', password }, from)
  }
})

test('the links of a disabled person are shut', async () => {
  const link = await invite()
  await disableUser(people.cleo.ctx(), { userId: link.userId })
  await expect(acceptInvite(reader(), { token: link.token, name: 'Emil', password }, nowhere)).rejects.toThrow(
    'NOT_FOUND',
  )
  await expect(createResetLink(people.cleo.ctx(), { userId: link.userId })).rejects.toThrow('MOVE_REFUSED')
  await enableUser(people.cleo.ctx(), { userId: link.userId })
  expect(await getOpenLink(link.token, now)).toBeNull()
})

test('one address is one account, however it is written', async () => {
  await expect(
    inviteUser(people.cleo.ctx(), { email: 'ADA@Newsroom.example', roles: ['editor'] }),
  ).rejects.toMatchObject({ code: 'ALREADY_EXISTS', fields: { email: expect.any(String) } })
})

test.each(['ada', 'ben', 'dora'] as const)(
  '%s is no admin and may do nothing with the accounts of others',
  async (who) => {
    const ctx = people[who].ctx()
    const userId = people.cleo.id
    await expect(inviteUser(ctx, { email: 'x@newsroom.example', roles: ['admin'] })).rejects.toThrow('FORBIDDEN')
    await expect(createResetLink(ctx, { userId })).rejects.toThrow('FORBIDDEN')
    await expect(setRoles(ctx, { userId: people[who].id, roles: ['admin'] })).rejects.toThrow('FORBIDDEN')
    await expect(disableUser(ctx, { userId })).rejects.toThrow('FORBIDDEN')
    await expect(enableUser(ctx, { userId })).rejects.toThrow('FORBIDDEN')
    await expect(
      createUser(ctx, { email: 'x@newsroom.example', name: 'X', roles: ['admin'], password }),
    ).rejects.toThrow('FORBIDDEN')
    await expect(listPeople(ctx)).rejects.toThrow('NOT_FOUND')
  },
)

test('a changed role counts at the next request', async () => {
  const { sessionId } = await authenticate(
    reader(),
    { email: PERSONAS.dora.email, password: PERSONA_PASSWORD },
    nowhere,
  )
  await setRoles(people.cleo.ctx(), { userId: people.dora.id, roles: ['reviewer'] })
  expect((await getLiveSession(sessionId, now))?.actor.roles).toEqual(['reviewer'])
  await setRoles(people.cleo.ctx(), { userId: people.dora.id, roles: ['editor', 'reviewer'] })
  expect((await getLiveSession(sessionId, now))?.actor.roles).toEqual(['reviewer', 'editor'])
})

test('the last admin can neither be disabled nor lose the role', async () => {
  const ctx = people.cleo.ctx()
  await expect(disableUser(ctx, { userId: people.cleo.id })).rejects.toThrow('MOVE_REFUSED')
  await expect(setRoles(ctx, { userId: people.cleo.id, roles: ['editor'] })).rejects.toThrow('MOVE_REFUSED')
  const invited = await inviteUser(ctx, { email: 'second@newsroom.example', name: 'Finn', roles: ['admin'] })
  // An admin who never came cannot run the place.
  await expect(disableUser(ctx, { userId: people.cleo.id })).rejects.toThrow('MOVE_REFUSED')
  await acceptInvite(reader(), { token: invited.token, name: 'Finn', password }, nowhere)
  const both = await Promise.allSettled([
    disableUser(ctx, { userId: people.cleo.id }),
    disableUser(ctx, { userId: invited.userId }),
  ])
  expect(both.map((result) => result.status).sort()).toEqual(['fulfilled', 'rejected'])
  expect(await db().user.count({ where: { roles: { has: 'admin' }, disabledAt: null } })).toBe(1)
})

test('colleagues who can be assigned are the active reviewers and editors', async () => {
  const colleagues = await listColleagues(people.ada.ctx())
  expect(colleagues.map((colleague) => colleague.name)).toEqual(
    expect.arrayContaining(['Ada Marsh', 'Ben Okafor', 'Dora Lindqvist']),
  )
  expect(colleagues.map((colleague) => colleague.name)).not.toContain('Cleo Brandt')
  await expect(listColleagues(reader())).rejects.toThrow('NOT_FOUND')
})

test('the list of people tells state and open links, and never a hash', async () => {
  const list = await listPeople(people.cleo.ctx())
  expect(list.find((person) => person.id === people.ben.id)).toMatchObject({ state: 'active', roles: ['editor'] })
  expect(list.find((person) => person.state === 'invited')).toBeDefined()
  expect(JSON.stringify(list)).not.toContain('argon2')
})
