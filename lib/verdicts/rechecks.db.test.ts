import { afterAll, beforeAll, expect, test } from 'vitest'
import { contextOf, systemActor } from '@/lib/core/context'
import { newId } from '@/lib/core/ids'
import { db, disconnect } from '@/lib/platform/db'
import { createFirstSettings } from '@/lib/settings/commands'
import { asOwner } from '@/lib/testing/owner'
import { makePeople, type People } from '@/lib/testing/people'
import { publishClaim } from '@/lib/testing/publishing'
import { approveVerdict } from './commands/approval'
import { approveWithdrawal, proposeWithdrawal, startCorrection } from './commands/corrections'
import { dropVerdict, saveVerdict, submitVerdict, takeBackVerdict } from './commands/drafts'
import { markRechecked, planRecheck } from './commands/rechecks'
import { contentOf } from './present'
import { countDueRechecks, getRechecks, listDueRechecks } from './queries/rechecks'
import { getWorkspace } from './queries/workspace'

let people: People
/** The day on which all is published; the newsroom is two hours ahead of UTC. */
const DAY = '2025-10-22'
const on = (name: keyof People, day = DAY, time = '09:00') => people[name].ctx(new Date(`${day}T${time}:00Z`))

beforeAll(async () => {
  people = await makePeople(new Date(`${DAY}T08:00:00Z`))
  const admin = contextOf(systemActor('test'), new Date(`${DAY}T08:00:00Z`))
  await createFirstSettings(admin, { newsroomName: 'The Test Desk', zone: 'Europe/Vienna' })
})
afterAll(disconnect)

let count = 0
async function published(recheckOn?: string) {
  const sentence = `The slipway of Norhaven is ${100 + ++count} metres long.`
  const { claimId } = await publishClaim({ writer: on('ada'), approver: on('ben') }, sentence)
  const { currentVerdictId } = await db().claim.findUniqueOrThrow({ where: { id: claimId } })
  const verdictId = currentVerdictId ?? ''
  if (recheckOn) await planRecheck(on('dora'), { claimId, verdictId, dueOn: recheckOn })
  return { claimId, verdictId }
}
const phaseOn = async (day: string, claimId: string, time?: string) =>
  (await getWorkspace(on('ada', day, time), claimId))?.phase
const dueIds = async (day: string) => (await listDueRechecks(on('ada', day), { limit: 100 })).map((row) => row.claimId)

test('the day that a verdict is published with stands, and makes it due on that day of the newsroom, by itself', async () => {
  const { claimId } = await published()
  const { id } = await startCorrection(on('dora'), { claimId, level: 'update', note: 'It may be built on.' })
  const row = await db().verdict.findUniqueOrThrow({ where: { id }, include: { correction: true } })
  const saved = await saveVerdict(on('ada'), { id, revision: 1, ...contentOf(row), recheckOn: '2025-11-03' })
  await submitVerdict(on('ada'), { id, revision: saved.revision })
  await approveVerdict(on('ben'), { id, revision: saved.revision })
  expect(await getRechecks(claimId)).toEqual({ lastAt: null, nextOn: '2025-11-03' })
  expect(await phaseOn('2025-11-02', claimId)).toBe('published')
  // 23:30 UTC is past midnight in the newsroom's zone
  expect(await phaseOn('2025-11-02', claimId, '23:30')).toBe('recheck_due')
  expect(await dueIds('2025-11-02')).not.toContain(claimId)
  expect(await dueIds('2025-11-03')).toContain(claimId)
  expect((await db().claim.findUniqueOrThrow({ where: { id: claimId } })).state).toBe('published')
})

test('marked as checked again: the note stays at the desk, readers are told the day, the next day stands', async () => {
  const { claimId, verdictId } = await published('2025-11-03')
  const look = { claimId, verdictId, note: 'Measured anew: the same.', nextOn: '2026-05-01' }
  await markRechecked(on('ada', '2025-11-04'), look)
  expect(await getRechecks(claimId)).toEqual({ lastAt: '2025-11-04T09:00:00.000Z', nextOn: '2026-05-01' })
  const workspace = await getWorkspace(on('ada', '2025-11-04'), claimId)
  expect(workspace).toMatchObject({
    phase: 'published',
    recheck: { dueOn: '2026-05-01', last: { by: 'Ada Marsh', note: 'Measured anew: the same.' } },
  })
  expect(await phaseOn('2026-05-01', claimId)).toBe('recheck_due')
  const events = await db().auditEvent.findMany({
    where: { entityId: claimId, type: { contains: 'recheck' } },
    orderBy: { entitySeq: 'asc' },
    include: { payload: true },
  })
  expect(events.map(({ type, isPublic }) => [type, isPublic])).toEqual([
    ['verdict.recheck_planned', true],
    ['verdict.recheck_noted', false],
    ['verdict.rechecked', true],
  ])
  for (const { isPublic, payload } of events) expect(JSON.stringify(payload).includes('Measured anew')).toBe(!isPublic)
})

test('a look that no day asked for is recorded too, and may end the looking', async () => {
  const { claimId, verdictId } = await published()
  await markRechecked(on('ada'), { claimId, verdictId, note: 'A reader asked; it stands.', nextOn: '2026-01-01' })
  await markRechecked(on('ben'), { claimId, verdictId, note: 'It is torn down by now.' })
  expect((await getRechecks(claimId)).nextOn).toBeNull()
  expect(await phaseOn('2027-01-01', claimId)).toBe('published')
  expect(await db().recheck.count({ where: { claimId, state: 'done' } })).toBe(2)
})

test('refused: a day that is not to come, no note, another version than the one in force, a reviewer who plans', async () => {
  const { claimId, verdictId } = await published('2025-11-03')
  const bad = { code: 'BAD_INPUT' }
  await expect(planRecheck(on('ben'), { claimId, verdictId, dueOn: DAY })).rejects.toMatchObject(bad)
  const mark = { claimId, verdictId, note: 'It stands.' }
  await expect(markRechecked(on('ben'), { ...mark, nextOn: DAY })).rejects.toMatchObject(bad)
  await expect(markRechecked(on('ben'), { ...mark, note: ' ' })).rejects.toThrow()
  const stale = { code: 'STALE' }
  await expect(markRechecked(on('ben'), { ...mark, verdictId: newId() })).rejects.toMatchObject(stale)
  const plan = { claimId, verdictId, dueOn: '2026-01-01' }
  await expect(planRecheck(on('ben'), { ...plan, verdictId: newId() })).rejects.toMatchObject(stale)
  await expect(planRecheck(on('ada'), plan)).rejects.toMatchObject({ code: 'FORBIDDEN' })
  expect(await db().recheck.findMany({ where: { claimId } })).toMatchObject([{ state: 'open', dueOn: '2025-11-03' }])
})

test('a correction that is being written hides the day from the list; dropped it is due again, published it is gone', async () => {
  const { claimId } = await published('2025-11-03')
  const due = '2025-11-10'
  const before = await countDueRechecks(on('ada', due))
  const { id } = await startCorrection(on('dora', due), { claimId, level: 'minor', note: 'A comma.' })
  expect(await dueIds(due)).not.toContain(claimId)
  expect(await countDueRechecks(on('ada', due))).toBe(before - 1)
  expect(await phaseOn(due, claimId)).toBe('correcting')
  await dropVerdict(on('dora', due), { id, revision: 1, reason: 'It was right.' })
  expect(await phaseOn(due, claimId)).toBe('recheck_due')
  const next = await startCorrection(on('dora', due), { claimId, level: 'minor', note: 'A comma.' })
  await submitVerdict(on('ada', due), { id: next.id, revision: 1 })
  await takeBackVerdict(on('ada', due), { id: next.id })
  await submitVerdict(on('ada', due), { id: next.id, revision: 1 })
  await approveVerdict(on('ben', due), { id: next.id, revision: 1 })
  expect(await getRechecks(claimId)).toEqual({ lastAt: null, nextOn: null })
  expect(await dueIds(due)).not.toContain(claimId)
})

test('a withdrawal ends it', async () => {
  const { claimId } = await published('2025-11-03')
  const { correctionId } = await proposeWithdrawal(on('dora'), { claimId, note: 'The plan was forged.' })
  expect(await dueIds('2025-11-10')).not.toContain(claimId)
  await approveWithdrawal(on('ben'), { correctionId })
  expect(await dueIds('2025-11-10')).not.toContain(claimId)
  expect(await db().recheck.findMany({ where: { claimId } })).toMatchObject([{ state: 'dropped' }])
})

test('the list is paged by day and claim, the longest due first, and can be one person’s', async () => {
  for (const day of ['2025-12-02', '2025-12-01', '2025-12-01']) await published(day)
  const ctx = on('ada', '2025-12-24')
  const all = await listDueRechecks(ctx, { limit: 100 })
  expect([...all].sort((a, b) => (a.dueOn + a.claimId < b.dueOn + b.claimId ? -1 : 1))).toEqual(all)
  const first = await listDueRechecks(ctx, { limit: 2 })
  const rest = await listDueRechecks(ctx, { limit: 100, after: first.at(-1) })
  expect([...first, ...rest]).toEqual(all)
  expect(await countDueRechecks(ctx, 2)).toBe(2)
  expect(await listDueRechecks(ctx, { assigneeId: people.ada.id })).toEqual([])
  await expect(
    listDueRechecks(contextOf({ kind: 'anonymous', id: null, name: 'reader', roles: [] }, ctx.now)),
  ).rejects.toThrow()
})

test('the list reads its index, not the table', async () => {
  const plan = await asOwner(`SET LOCAL enable_seqscan = off; EXPLAIN SELECT claim_id FROM recheck
    WHERE state = 'open' AND due_on <= '2025-12-24' ORDER BY due_on, claim_id LIMIT 30`)
  expect(JSON.stringify(plan)).toContain('recheck_state_due_on_claim_id_idx')
})

test('PostgreSQL keeps what was found, one day a verdict, and only for a published one', async () => {
  const { claimId, verdictId } = await published('2025-11-03')
  const insert = (id: string) =>
    asOwner(`INSERT INTO recheck (id, claim_id, verdict_id, due_on, planned_by_id, planned_at)
      VALUES ('${newId()}', '${claimId}', '${id}', '2026-01-01', '${people.ada.id}', now())`)
  await expect(insert(verdictId)).rejects.toThrow(/one_open_per_verdict/)
  await expect(insert(newId())).rejects.toThrow(/not a published verdict/)
  await expect(asOwner(`UPDATE recheck SET due_on = '2027-01-01' WHERE claim_id = '${claimId}'`)).rejects.toThrow(
    /never changed/,
  )
  await expect(asOwner(`UPDATE recheck SET state = 'done' WHERE claim_id = '${claimId}'`)).rejects.toThrow(
    /closed_whole|with_note/,
  )
  await markRechecked(on('ada'), { claimId, verdictId, note: 'It stands.' })
  await expect(asOwner(`UPDATE recheck SET note = 'x' WHERE claim_id = '${claimId}'`)).rejects.toThrow(/immutable/)
  await expect(asOwner(`DELETE FROM recheck WHERE claim_id = '${claimId}'`)).rejects.toThrow(/refused/)
  await expect(asOwner('TRUNCATE recheck')).rejects.toThrow(/refused/)
})
