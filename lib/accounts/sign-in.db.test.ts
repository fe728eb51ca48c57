import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { ANONYMOUS, contextOf } from '@/lib/core/context'
import { db, disconnect, pool } from '@/lib/platform/db'
import { makePeople, type People } from '@/lib/testing/people'
import { PERSONA_PASSWORD, PERSONAS } from '@/lib/testing/personas'
import { authenticate, endOtherSessions, endSession, noteSeen } from './commands'
import { changePassword } from './commands/passwords'
import { disableUser, enableUser } from './commands/people'
import { getLiveSession, listOwnSessions } from './queries'

let people: People
const reader = (now = new Date()) => contextOf(ANONYMOUS, now)
const nowhere = { address: null, userAgent: null }
const signIn = (who: keyof typeof PERSONAS, now = new Date(), password = PERSONA_PASSWORD) =>
  authenticate(reader(now), { email: PERSONAS[who].email, password }, nowhere)
const later = (milliseconds: number) => new Date(Date.now() + milliseconds)

beforeAll(async () => {
  people = await makePeople()
})
beforeEach(() => pool().query('DELETE FROM attempt_limit'))
afterAll(disconnect)

test('the right password starts a session of that person', async () => {
  const started = await authenticate(
    reader(),
    { email: ' ADA@newsroom.example ', password: PERSONA_PASSWORD },
    { address: '203.0.113.7', userAgent: 'Browser' },
  )
  const live = await getLiveSession(started.sessionId, new Date())
  expect(live?.actor).toEqual({ kind: 'user', id: people.ada.id, name: 'Ada Marsh', roles: ['reviewer'] })
  expect(await listOwnSessions(people.ada.ctx())).toMatchObject([{ address: '203.0.113.7', userAgent: 'Browser' }])
})

test('a wrong password, an unknown account and a disabled one get the same answer', async () => {
  await disableUser(people.cleo.ctx(), { userId: people.dora.id })
  const answers = await Promise.all(
    [
      { email: PERSONAS.ben.email, password: 'not this one at all' },
      { email: 'nobody@newsroom.example', password: PERSONA_PASSWORD },
      { email: PERSONAS.dora.email, password: PERSONA_PASSWORD },
    ].map((input) =>
      authenticate(reader(), input, nowhere).catch((error) => ({
        code: error.code,
        text: error.text,
        fields: error.fields,
      })),
    ),
  )
  expect(answers[0]).toMatchObject({ code: 'NOT_SIGNED_IN' })
  expect(new Set(answers.map((answer) => JSON.stringify(answer))).size).toBe(1)
  await enableUser(people.cleo.ctx(), { userId: people.dora.id })
})

test('an unknown account costs as much work as a wrong password', async () => {
  // Work of the processor, hashing threads included: other programs on the machine do not change it.
  const workOf = async (email: string) => {
    const before = process.cpuUsage()
    for (let i = 0; i < 4; i++)
      await authenticate(reader(), { email, password: 'not this one at all' }, nowhere).catch(() => null)
    const { user, system } = process.cpuUsage(before)
    return user + system
  }
  await workOf(PERSONAS.ada.email)
  const ratio = (await workOf('nobody@newsroom.example')) / (await workOf(PERSONAS.ben.email))
  expect(ratio).toBeGreaterThan(0.4)
  expect(ratio).toBeLessThan(2.5)
})

test('the eleventh try on an account is refused, also with the right password, and says when to try again', async () => {
  for (let i = 0; i < 10; i++) await expect(signIn('ben', new Date(), 'wrong')).rejects.toThrow('NOT_SIGNED_IN')
  await expect(signIn('ben')).rejects.toMatchObject({
    code: 'TOO_MANY_ATTEMPTS',
    text: expect.stringMatching(/try again in 15 minutes\.$/),
  })
  await expect(signIn('ada')).resolves.toBeDefined()
})

test('an account that does not exist is shut after as many tries', async () => {
  const attempt = () => authenticate(reader(), { email: 'no@newsroom.example', password: 'x' }, nowhere)
  for (let i = 0; i < 10; i++) await expect(attempt()).rejects.toThrow('NOT_SIGNED_IN')
  await expect(attempt()).rejects.toThrow('TOO_MANY_ATTEMPTS')
})

test('many accounts tried from one address shut that address, but no other', async () => {
  const attempt = (i: number, address: string) =>
    authenticate(reader(), { email: `p${i}@newsroom.example`, password: 'x' }, { address, userAgent: null })
  for (let i = 0; i < 60; i++) await expect(attempt(i, '203.0.113.9')).rejects.toThrow('NOT_SIGNED_IN')
  await expect(attempt(61, '203.0.113.9')).rejects.toThrow('TOO_MANY_ATTEMPTS')
  await expect(attempt(61, '203.0.113.10')).rejects.toThrow('NOT_SIGNED_IN')
})

test('tries at once do not slip through', async () => {
  const tries = Array.from({ length: 20 }, () => signIn('ben', new Date(), 'wrong').catch((error) => error.code))
  const codes = await Promise.all(tries)
  expect(codes.filter((code) => code === 'NOT_SIGNED_IN')).toHaveLength(10)
  expect(codes.filter((code) => code === 'TOO_MANY_ATTEMPTS')).toHaveLength(10)
})

test('a success starts the count of the account anew', async () => {
  for (let i = 0; i < 9; i++) await expect(signIn('ben', new Date(), 'wrong')).rejects.toThrow('NOT_SIGNED_IN')
  await signIn('ben')
  for (let i = 0; i < 9; i++) await expect(signIn('ben', new Date(), 'wrong')).rejects.toThrow('NOT_SIGNED_IN')
  await expect(signIn('ben')).resolves.toBeDefined()
})

test('those who sign in rightly from one address never shut it', async () => {
  const origin = { address: '203.0.113.11', userAgent: null }
  const signInHere = () => authenticate(reader(), { email: PERSONAS.ben.email, password: PERSONA_PASSWORD }, origin)
  for (let i = 0; i < 61; i++) await signInHere()
  await expect(signInHere()).resolves.toBeDefined()
})

test('neither addresses nor e-mail addresses stand in the table of tries', async () => {
  await authenticate(
    reader(),
    { email: PERSONAS.ben.email, password: 'x' },
    { address: '203.0.113.7', userAgent: null },
  ).catch(() => null)
  const { rows } = await pool().query('SELECT key FROM attempt_limit')
  expect(rows).toHaveLength(2)
  expect(JSON.stringify(rows)).not.toMatch(/ben|203/)
})

test('an ended session is out at the next request', async () => {
  const { sessionId } = await signIn('ada')
  await endSession(people.ada.ctx(), { sessionId }, 'signed_out')
  expect(await getLiveSession(sessionId, new Date())).toBeNull()
})

test("somebody else's session cannot be ended, nor is it told that it is there", async () => {
  const { sessionId } = await signIn('ada')
  await expect(endSession(people.ben.ctx(), { sessionId })).rejects.toThrow('NOT_FOUND')
  expect(await getLiveSession(sessionId, new Date())).not.toBeNull()
  await endSession(people.cleo.ctx(), { sessionId })
  expect(await getLiveSession(sessionId, new Date())).toBeNull()
})

test('a disabled person is out at the next request and stays out; the name stays', async () => {
  const { sessionId } = await signIn('dora')
  await disableUser(people.cleo.ctx(), { userId: people.dora.id })
  expect(await getLiveSession(sessionId, new Date())).toBeNull()
  await expect(signIn('dora')).rejects.toThrow('NOT_SIGNED_IN')
  expect((await db().user.findUniqueOrThrow({ where: { id: people.dora.id } })).name).toBe('Dora Lindqvist')
  await enableUser(people.cleo.ctx(), { userId: people.dora.id })
  expect(await getLiveSession(sessionId, new Date())).toBeNull()
  await expect(signIn('dora')).resolves.toBeDefined()
})

test('a session ends by itself after three days without use and after two weeks with it', async () => {
  const { sessionId } = await signIn('ada')
  expect(await getLiveSession(sessionId, later(2.9 * 86_400_000))).not.toBeNull()
  expect(await getLiveSession(sessionId, later(3.1 * 86_400_000))).toBeNull()
  for (let days = 2; days <= 12; days += 2) {
    const seen = await getLiveSession(sessionId, later(days * 86_400_000))
    if (seen) await noteSeen(seen, later(days * 86_400_000))
  }
  expect(await getLiveSession(sessionId, later(13.9 * 86_400_000))).not.toBeNull()
  expect(await getLiveSession(sessionId, later(14.1 * 86_400_000))).toBeNull()
})

test('being seen is written at most once a minute', async () => {
  const { sessionId } = await signIn('ada')
  const live = await getLiveSession(sessionId, new Date())
  if (live === null) throw new Error('no session')
  await noteSeen(live, new Date(live.lastSeenAt.getTime() + 59_000))
  expect((await getLiveSession(sessionId, new Date()))?.lastSeenAt).toEqual(live.lastSeenAt)
  const then = new Date(live.lastSeenAt.getTime() + 61_000)
  await noteSeen(live, then)
  expect((await getLiveSession(sessionId, new Date()))?.lastSeenAt).toEqual(then)
})

test('all other sessions can be ended from the one in use', async () => {
  const first = await signIn('ada')
  const second = await signIn('ada')
  await endOtherSessions(people.ada.ctx(), { sessionId: second.sessionId })
  expect(await getLiveSession(first.sessionId, new Date())).toBeNull()
  expect((await listOwnSessions(people.ada.ctx())).map((session) => session.id)).toEqual([second.sessionId])
})

test('a new own password ends the other sessions and replaces the old one', async () => {
  const here = await signIn('ada')
  await endOtherSessions(people.ada.ctx(), { sessionId: here.sessionId })
  const elsewhere = await signIn('ada')
  const input = { currentPassword: PERSONA_PASSWORD, newPassword: 'tram lantern otter rain' }
  expect(await changePassword(people.ada.ctx(), input, here.sessionId)).toEqual({ sessionsEnded: 1 })
  expect(await getLiveSession(here.sessionId, new Date())).not.toBeNull()
  expect(await getLiveSession(elsewhere.sessionId, new Date())).toBeNull()
  await expect(signIn('ada')).rejects.toThrow('NOT_SIGNED_IN')
  await expect(signIn('ada', new Date(), input.newPassword)).resolves.toBeDefined()
})

test('the own password is not changed without the present one, and guessing it is limited', async () => {
  const attempt = () =>
    changePassword(
      people.ben.ctx(),
      { currentPassword: 'wrong', newPassword: 'tram lantern otter rain' },
      crypto.randomUUID(),
    )
  await expect(attempt()).rejects.toMatchObject({ fields: { currentPassword: expect.any(String) } })
  for (let i = 0; i < 9; i++) await expect(attempt()).rejects.toThrow('BAD_INPUT')
  await expect(attempt()).rejects.toThrow('TOO_MANY_ATTEMPTS')
})

test('no password and no hash leaves in what queries answer', async () => {
  const { sessionId } = await signIn('ben')
  expect(JSON.stringify([await getLiveSession(sessionId, new Date())])).not.toContain('argon2')
})
