import { afterAll, beforeAll, beforeEach, expect, test, vi } from 'vitest'
import { assignClaim } from '@/lib/claims/commands/assigning'
import { contextOf, systemActor } from '@/lib/core/context'
import { addComment } from '@/lib/discussion/commands'
import { db, disconnect } from '@/lib/platform/db'
import { createFirstSettings } from '@/lib/settings/commands'
import { makeClaim } from '@/lib/testing/claims'
import { makePeople, type People } from '@/lib/testing/people'
import { submitVerdictOn } from '@/lib/testing/publishing'
import { startSmtpServer } from '@/lib/testing/smtp-server'
import { drainJobs } from '@/lib/worker/run'
import { chooseDigest, switchDigestOff } from './commands/choosing'
import { planDigests, sendDigest } from './commands/digests'

const SECRET = 'a secret of this test that is long enough'
const server = await startSmtpServer()
// Before anything reads the configuration, which is parsed once.
vi.stubEnv('MAIL_URL', `smtp://127.0.0.1:${server.port}`)
vi.stubEnv('MAIL_FROM', 'The Quay Desk <desk@quay.example>')
vi.stubEnv('APP_URL', 'https://facts.example')
vi.stubEnv('NEXTAUTH_SECRET', SECRET)

/** The day of the test: the digest's job asks the real clock whether its day is over. */
const today = new Date().toISOString().slice(0, 10)
const at = (time: string) => contextOf(systemActor('worker'), new Date(`${today}T${time}:00Z`))
const before = new Date(Date.now() - 3 * 24 * 3_600_000)
let people: People
let serial = 0

beforeAll(async () => {
  people = await makePeople(before)
  await createFirstSettings(contextOf(systemActor('test'), before), { newsroomName: 'The Quay Desk', zone: 'UTC' })
})
beforeEach(async () => {
  await drainJobs()
  server.behave('take')
  await db().digest.deleteMany()
  await db().claim.updateMany({ data: { assigneeId: null } })
  await db().notice.deleteMany()
})
afterAll(async () => {
  await disconnect()
  await server.stop()
})

async function giveAda(): Promise<string> {
  const sentence = `The quay <b>has</b> ${++serial} cranes & "more".`
  const { claimId } = await makeClaim(people.ben.ctx(), sentence)
  await assignClaim(people.ben.ctx(), { claimId, assigneeId: people.ada.id, before: null })
  await drainJobs()
  return claimId
}
const states = async () =>
  Object.fromEntries(
    (await db().digest.findMany({ include: { user: true } })).map(({ user, state }) => [
      user.name.split(' ')[0],
      state,
    ]),
  )
const idOf = async (who: keyof People) => (await db().digest.findFirstOrThrow({ where: { userId: people[who].id } })).id
const subjects = () => server.taken.map(({ subject }) => subject)

test('says what waits, where, and how to get rid of it; who has nothing waiting gets nothing', async () => {
  const claimId = await giveAda()
  await addComment(people.ben.ctx(), { subjectType: 'claim', subjectId: claimId, body: '@Ada: steel <or> iron?' })
  await drainJobs()
  await planDigests(at('07:00'))
  await drainJobs()
  const [mail] = server.taken
  expect(server.taken).toHaveLength(1)
  expect(mail).toMatchObject({
    subject: '2 things wait for you at The Quay Desk',
    to: { text: expect.stringContaining('ada@newsroom.example') },
  })
  expect(mail?.text).toContain('YOU WERE MENTIONED (1)')
  expect(mail?.text).toContain('YOUR WORK (1)')
  expect(mail?.text).toContain(`https://facts.example/desk/claims/${claimId}`)
  expect(mail?.html).toContain('&lt;b&gt;has&lt;/b&gt;')
  expect(mail?.html).not.toContain('<b>has')
  const list = mail?.headers.get('list') as { unsubscribe: { url: string } }
  const token = list.unsubscribe.url.replace('https://facts.example/api/unsubscribe/', '')
  expect(mail?.text).toContain(`https://facts.example/unsubscribe/${token}`)
  expect(await states()).toEqual({ Ada: 'sent', Ben: 'nothing_waited', Cleo: 'nothing_waited', Dora: 'nothing_waited' })

  await switchDigestOff(at('08:00'), token, SECRET)
  await switchDigestOff(at('08:00'), token, SECRET)
  await expect(switchDigestOff(at('08:00'), `${token.slice(0, -1)}!`, SECRET)).rejects.toMatchObject({
    code: 'NOT_FOUND',
  })
  await expect(switchDigestOff(at('08:00'), token, 'another key')).rejects.toMatchObject({ code: 'NOT_FOUND' })
  await db().digest.deleteMany()
  await planDigests(at('23:00'))
  expect(await states()).not.toHaveProperty('Ada')
  await chooseDigest(people.ada.ctx(before), { hour: 7, predictions: 'mine' })
})

test('waits for the hour that was chosen, and comes once, however often it is planned and run', async () => {
  await giveAda()
  await planDigests(at('06:59'))
  expect(await states()).toEqual({})
  await Promise.all([planDigests(at('07:00')), planDigests(at('07:00')), planDigests(at('07:10'))])
  await planDigests(at('12:00'))
  await drainJobs()
  const id = await idOf('ada')
  await Promise.all([sendDigest(at('12:00'), id), sendDigest(at('12:00'), id)])
  expect(subjects()).toEqual(['1 thing waits for you at The Quay Desk'])
})

test('two workers at the same digest send it once', async () => {
  await giveAda()
  await planDigests(at('07:00'))
  const id = await idOf('ada')
  await Promise.allSettled([sendDigest(at('07:00'), id), sendDigest(at('07:00'), id), sendDigest(at('07:00'), id)])
  expect(subjects()).toHaveLength(1)
  await drainJobs()
  expect(subjects()).toHaveLength(1)
})

test('yesterday’s is not sent after a pause; today’s is, once', async () => {
  await giveAda()
  const yesterday = new Date(Date.now() - 24 * 3_600_000)
  await planDigests(contextOf(systemActor('worker'), yesterday))
  await chooseDigest(people.ada.ctx(before), { hour: 0, predictions: 'mine' })
  await planDigests(contextOf(systemActor('worker'), new Date(`${yesterday.toISOString().slice(0, 10)}T23:30:00Z`)))
  await planDigests(at('00:00'))
  await drainJobs()
  const rows = await db().digest.findMany({ where: { userId: people.ada.id }, orderBy: { forOn: 'asc' } })
  expect(rows.map(({ state }) => state)).toEqual(['lapsed', 'sent'])
  expect(subjects()).toHaveLength(1)
  await chooseDigest(people.ada.ctx(before), { hour: 7, predictions: 'mine' })
})

test('is tried again while the server refuses for now, and arrives once', async () => {
  await giveAda()
  await planDigests(at('07:00'))
  const id = await idOf('ada')
  server.behave('refuse_for_now', 'drop_at_recipient', 'take')
  await expect(sendDigest(at('07:01'), id)).rejects.toThrow('Come back later')
  expect(await db().digest.findUnique({ where: { id } })).toMatchObject({ state: 'queued', reason: /later/ })
  await expect(sendDigest(at('07:02'), id)).rejects.toMatchObject({ outcome: 'not_now' })
  await sendDigest(at('07:03'), id)
  await drainJobs()
  expect([subjects().length, (await states()).Ada]).toEqual([1, 'sent'])
})

test.each([
  ['refuse_recipient', 'refused', 0],
  ['refuse_text', 'refused', 0],
  ['lost', 'unknown', 1],
  ['break_after', 'sent', 1],
] as const)('is not tried again where the server does this: %s', async (behaviour, state, taken) => {
  await giveAda()
  await planDigests(at('07:00'))
  server.behave(behaviour, 'take')
  await sendDigest(at('07:00'), await idOf('ada'))
  await drainJobs()
  expect([(await states()).Ada, subjects().length]).toEqual([state, taken])
})

test('one whose worker died as it was sent is given up, never sent twice', async () => {
  await giveAda()
  await planDigests(at('07:00'))
  const id = await idOf('ada')
  await db().digest.update({ where: { id }, data: { state: 'sending' } })
  await drainJobs()
  expect([(await states()).Ada, subjects()]).toEqual(['unknown', []])
  await expect(db().digest.update({ where: { id }, data: { state: 'queued', endedAt: null } })).rejects.toThrow()
})

test('an editor hears of what waits for approval, its writer does not', async () => {
  await submitVerdictOn(people.ada.ctx(), await giveAda())
  await drainJobs()
  await planDigests(at('07:00'))
  await drainJobs()
  const ben = server.taken.find(({ to }) => to?.text.includes('ben@newsroom.example'))
  expect(ben?.text).toContain('WAITING FOR YOUR APPROVAL (1)')
  expect(ben?.text).toContain('Verdict, by Ada Marsh')
  expect(server.taken.some(({ to }) => to?.text.includes('ada@newsroom.example'))).toBe(false)
})
