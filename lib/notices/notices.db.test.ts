import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { disableUser, setRoles } from '@/lib/accounts/commands/people'
import { recordEvent } from '@/lib/audit/commands'
import { assignClaim } from '@/lib/claims/commands/assigning'
import { hideClaim } from '@/lib/claims/commands/merging'
import { contextOf, systemActor } from '@/lib/core/context'
import { newId } from '@/lib/core/ids'
import { assignMany, undoBulk } from '@/lib/desk/commands/bulk'
import { addComment, hideComment } from '@/lib/discussion/commands'
import { evidenceEvents } from '@/lib/evidence/events'
import { failRun, startRun } from '@/lib/jobs/commands/runs'
import { db, disconnect, inTransaction } from '@/lib/platform/db'
import { saveOutcome } from '@/lib/predictions/commands/outcomes'
import { createFirstSettings } from '@/lib/settings/commands'
import { makeClaim } from '@/lib/testing/claims'
import { content as OUTCOME } from '@/lib/testing/outcomes'
import { makePeople, type People } from '@/lib/testing/people'
import type { PersonaName } from '@/lib/testing/personas'
import { submitVerdictOn } from '@/lib/testing/publishing'
import { approveVerdict, sendBackVerdict } from '@/lib/verdicts/commands/approval'
import { drainJobs } from '@/lib/worker/run'
import { forgetReadNotices, makeNotices } from './commands/making'
import { markAllRead, markNotice, openNotice } from './commands/reading'
import { countUnread, listNotices } from './queries'

// The worker's own clock decides what is news, so the test lives in the present.
const NOW = new Date()
const DAY_MS = 24 * 3_600_000
const worker = contextOf(systemActor('worker'), NOW)
let people: People
let serial = 0

beforeAll(async () => {
  people = await makePeople(NOW)
  await createFirstSettings(contextOf(systemActor('test'), NOW), { newsroomName: 'Desk', zone: 'Europe/Vienna' })
})
beforeEach(async () => {
  await drainJobs()
  await db().notice.deleteMany()
})
afterAll(disconnect)

const aClaim = () => makeClaim(people.ada.ctx(), `The pier has ${++serial} lamps.`)
const told = async (who: PersonaName) => {
  await drainJobs()
  return (await listNotices(people[who].ctx())).notices
}
const words = async (who: PersonaName) => (await told(who)).map((notice) => notice.words)

test('who is given a claim is told, with the way to it; who takes one is not', async () => {
  const { claimId } = await aClaim()
  await assignClaim(people.ben.ctx(), { claimId, assigneeId: people.ada.id, before: null })
  expect(await told('ada')).toMatchObject([
    {
      words: 'Ben Okafor assigned a claim to you',
      title: `The pier has ${serial} lamps.`,
      path: `/desk/claims/${claimId}`,
      isRead: false,
    },
  ])
  expect(await told('ben')).toEqual([])
  const other = await aClaim()
  await assignClaim(people.ada.ctx(), { claimId: other.claimId, assigneeId: people.ada.id, before: null })
  expect(await told('ada')).toHaveLength(1)
})

test('claims that are given together are one notice with their number, gone when they are taken back', async () => {
  const ids = [(await aClaim()).claimId, (await aClaim()).claimId, (await aClaim()).claimId]
  await assignMany(people.dora.ctx(), { ids: ids.slice(0, 2), assigneeId: people.ben.id })
  await drainJobs()
  await db().notice.deleteMany()
  const { bulkId } = await assignMany(people.dora.ctx(), { ids, assigneeId: people.ada.id })
  expect(await told('ada')).toMatchObject([
    { words: 'Dora Lindqvist assigned claims to you', detail: '3 claims', path: '/desk/claims?view=mine' },
  ])
  await undoBulk(people.dora.ctx(), { bulkId: bulkId ?? '' })
  expect(await told('ada')).toEqual([])
  expect(await told('ben')).toMatchObject([{ words: 'Dora Lindqvist assigned claims to you', detail: '2 claims' }])
})

test('claims that could not be taken back stay told, with their number', async () => {
  const ids = [(await aClaim()).claimId, (await aClaim()).claimId, (await aClaim()).claimId]
  const { bulkId } = await assignMany(people.dora.ctx(), { ids, assigneeId: people.ada.id })
  expect(await told('ada')).toMatchObject([{ detail: '3 claims' }])
  await hideClaim(people.dora.ctx(), { claimId: ids[0] ?? '', reason: 'It was said of another one.' })
  await undoBulk(people.dora.ctx(), { bulkId: bulkId ?? '' })
  expect(await told('ada')).toMatchObject([{ detail: null, path: `/desk/claims/${ids[0]}` }])
})

test('claims that are taken back before anybody was told, or one alone, say no more than is so', async () => {
  const { claimId } = await aClaim()
  const { bulkId } = await assignMany(people.dora.ctx(), { ids: [claimId], assigneeId: people.ada.id })
  await undoBulk(people.dora.ctx(), { bulkId: bulkId ?? '' })
  expect(await told('ada')).toEqual([])
  await assignMany(people.dora.ctx(), { ids: [claimId], assigneeId: people.ada.id })
  expect(await told('ada')).toMatchObject([
    { words: 'Dora Lindqvist assigned a claim to you', path: `/desk/claims/${claimId}` },
  ])
})

test('the same event told twice is one notice', async () => {
  const { claimId } = await aClaim()
  await assignClaim(people.ben.ctx(), { claimId, assigneeId: people.ada.id, before: null })
  await drainJobs()
  const event = await db().auditEvent.findFirstOrThrow({ where: { type: 'claim.assigned', entityId: claimId } })
  await Promise.all([makeNotices(worker, event.id), makeNotices(worker, event.id), makeNotices(worker, event.id)])
  expect(await words('ada')).toEqual(['Ben Okafor assigned a claim to you'])
})

test('whom a comment names is told once, and not any more when it is hidden', async () => {
  const { claimId } = await aClaim()
  const body = '@Ben, and @Ben Okafor again: who counted the lamps? @Ada Marsh asks.'
  const comment = await addComment(people.ada.ctx(), { subjectType: 'claim', subjectId: claimId, body })
  expect(await told('ben')).toMatchObject([
    { words: 'Ada Marsh mentioned you in a comment', detail: body, path: `/desk/claims/${claimId}#discussion` },
  ])
  expect(await told('ada')).toEqual([])
  await hideComment(people.ada.ctx(), comment)
  expect([await told('ben'), await countUnread(people.ben.ctx())]).toEqual([[], { n: 0, isMore: false }])
})

test('a verdict goes to those who may approve it, back to its writer, and on to its end', async () => {
  const { claimId } = await aClaim()
  const submitted = await submitVerdictOn(people.ada.ctx(), claimId)
  const waits = 'Ada Marsh handed over a verdict that waits for your approval'
  expect([await words('ben'), await words('dora')]).toEqual([[waits], [waits]])
  expect([await words('ada'), await words('cleo')]).toEqual([[], []])
  await sendBackVerdict(people.ben.ctx(), { ...submitted, reason: 'Which pier is it?' })
  expect(await told('ada')).toMatchObject([
    {
      words: 'Ben Okafor sent your verdict back',
      detail: 'Which pier is it?',
      path: `/desk/claims/${claimId}#verdict`,
    },
  ])
  // What was decided waits for nobody else.
  expect((await told('dora')).map(({ isRead }) => isRead)).toEqual([true])
})

test('its writer hears that a verdict is published', async () => {
  const { claimId } = await aClaim()
  await approveVerdict(people.ben.ctx(), await submitVerdictOn(people.ada.ctx(), claimId))
  expect(await words('ada')).toEqual(['Ben Okafor approved your verdict: it is published'])
})

test('who is no editor any more sees nothing of what waited for approval', async () => {
  const { claimId } = await aClaim()
  await submitVerdictOn(people.ada.ctx(), claimId)
  expect(await told('dora')).toHaveLength(1)
  await setRoles(people.cleo.ctx(), { userId: people.dora.id, roles: ['reviewer'] })
  const reviewer = contextOf({ kind: 'user', id: people.dora.id, name: 'Dora Lindqvist', roles: ['reviewer'] }, NOW)
  expect([(await listNotices(reviewer)).notices, await countUnread(reviewer)]).toEqual([[], { n: 0, isMore: false }])
  await setRoles(people.cleo.ctx(), { userId: people.dora.id, roles: ['reviewer', 'editor'] })
})

test('whoever started an import hears that it failed', async () => {
  const admin = people.cleo.ctx()
  const runId = await inTransaction((tx) => startRun(tx, admin, { kind: 'count_lamps', label: 'harbour.csv' }))
  await failRun(db(), runId, 'The rows are gone.')
  expect(await told('cleo')).toMatchObject([
    { words: 'Your import could not go on', title: 'harbour.csv', detail: 'The rows are gone.', path: '/desk' },
  ])
})

test('whoever cited a source hears that it says something else', async () => {
  const { claimId } = await aClaim()
  await submitVerdictOn(people.ada.ctx(), claimId)
  await drainJobs()
  const { sourceId } = await db().evidence.findFirstOrThrow({ where: { claimId } })
  const payload = { copyId: newId(), ordinal: 2, excerptsGone: 1 }
  await inTransaction((tx) =>
    recordEvent(tx, worker, evidenceEvents, { type: 'source.changed', entityId: sourceId, payload }),
  )
  expect(await told('ada')).toMatchObject([
    { words: 'A source of your claim changed', detail: 'Harbour register', path: `/desk/claims/${claimId}#evidence` },
  ])
})

test('whoever cites a source for a claim or an outcome hears that it cannot be reached any more', async () => {
  const { claimId } = await aClaim()
  await submitVerdictOn(people.ada.ctx(), claimId)
  const outcome = await saveOutcome(people.dora.ctx(), { id: null, revision: null, content: OUTCOME })
  await drainJobs()
  const tell = (entityId: string) =>
    inTransaction((tx) =>
      recordEvent(tx, worker, evidenceEvents, {
        type: 'source.unreachable',
        entityId,
        payload: { problem: 'There is no page at this address (404).' },
      }),
    )
  await tell((await db().evidence.findFirstOrThrow({ where: { claimId } })).sourceId)
  expect(await told('ada')).toMatchObject([
    { words: 'A source of your claim cannot be reached any more', path: `/desk/claims/${claimId}#evidence` },
  ])
  await tell((await db().outcomeSource.findFirstOrThrow({ where: { outcomeId: outcome.id } })).sourceId)
  expect((await told('dora')).slice(0, 1)).toMatchObject([
    {
      words: 'A source of your outcome cannot be reached any more',
      detail: 'The visit in pictures',
      path: `/desk/outcomes/${outcome.id}`,
    },
  ])
  expect(await told('ada')).toHaveLength(1)
})

test('what happened more than a month ago is no news', async () => {
  const { claimId } = await aClaim()
  const before = people.ben.ctx(new Date(NOW.getTime() - 31 * DAY_MS))
  await assignClaim(before, { claimId, assigneeId: people.ada.id, before: null })
  expect(await words('ada')).toEqual([])
})

/** Notices without a cause of their own: what lists and bells do with many. */
async function fill(count: number): Promise<void> {
  await db().notice.createMany({
    data: Array.from({ length: count }, (_, n) => ({
      ...{ id: newId(), userId: people.ada.id, kind: 'due' as const, subjectType: 'prediction' as const },
      ...{ subjectId: newId(), cause: `due:${n}:2026-01-01`, createdAt: NOW },
    })),
  })
}

test('the bell counts to nine, pages follow each other, and all up to what was seen are read at once', async () => {
  const ada = people.ada.ctx()
  await fill(40)
  expect(await countUnread(ada)).toEqual({ n: 9, isMore: true })
  const first = await listNotices(ada)
  const second = await listNotices(ada, { before: first.next ?? undefined })
  expect([first.notices.length, second.notices.length, second.next]).toEqual([30, 10, null])
  expect(new Set([...first.notices, ...second.notices].map(({ id }) => id)).size).toBe(40)
  await markAllRead(ada, { upTo: second.notices[0]?.id ?? '' })
  expect((await listNotices(ada, { isUnread: true })).notices).toHaveLength(30)
})

test('opening one marks it as read, which can be taken back; nobody else’s can be opened', async () => {
  await fill(1)
  const [notice] = await told('ada')
  const id = notice?.id ?? ''
  await expect(openNotice(people.ben.ctx(), id)).rejects.toMatchObject({ code: 'NOT_FOUND' })
  await expect(markNotice(people.ben.ctx(), { id, isRead: true })).rejects.toMatchObject({ code: 'NOT_FOUND' })
  expect(await openNotice(people.ada.ctx(), id)).toBe(notice?.path)
  expect((await countUnread(people.ada.ctx())).n).toBe(0)
  await markNotice(people.ada.ctx(), { id, isRead: false })
  expect((await countUnread(people.ada.ctx())).n).toBe(1)
})

test('what was read ninety days ago goes; what was not read stays', async () => {
  await fill(3)
  const [old, recent] = await told('ada')
  const readAt = (days: number) => new Date(NOW.getTime() - days * DAY_MS)
  await db().notice.update({ where: { id: old?.id }, data: { readAt: readAt(91) } })
  await db().notice.update({ where: { id: recent?.id }, data: { readAt: readAt(89) } })
  await forgetReadNotices(worker)
  expect(await told('ada')).toHaveLength(2)
  await expect(forgetReadNotices(people.cleo.ctx())).rejects.toMatchObject({ code: 'FORBIDDEN' })
})

test('nobody is told who does not work here any more', async () => {
  const { claimId } = await aClaim()
  await addComment(people.ada.ctx(), { subjectType: 'claim', subjectId: claimId, body: '@Dora: yours?' })
  await disableUser(people.cleo.ctx(), { userId: people.dora.id })
  await drainJobs()
  expect(await db().notice.count({ where: { userId: people.dora.id } })).toBe(0)
})
