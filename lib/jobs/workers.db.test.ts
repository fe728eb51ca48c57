import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { newId } from '@/lib/core/ids'
import { db, disconnect, inTransaction } from '@/lib/platform/db'
import { makePeople, type People } from '@/lib/testing/people'
import { enqueueJob } from './commands'
import { startRun } from './commands/runs'
import { beat, failRunsWithoutJob, forgetOldWork, giveBackLostJobs, leave } from './commands/workers'
import { getJobsOverview, hasFailedJob, isWorkerAlive, WAITING_BOUND } from './queries'
import { requireRunProgress } from './queries/runs'

const NOW = new Date('2026-11-22T09:00:00Z')
let people: People
const cleo = () => people.cleo.ctx(NOW)

beforeAll(async () => {
  people = await makePeople(NOW)
})
afterAll(disconnect)
beforeEach(async () => {
  await db().$executeRaw`DELETE FROM graphile_worker._private_jobs`
  await db().workerProcess.deleteMany()
})

const NOTHING: ReadonlyMap<string, { done: number; failed: number }> = new Map()
const tell = (processId: string, jobIds: string[] = [], counts = NOTHING) =>
  beat({ processId, host: 'quay', pid: 12, concurrency: 3, jobIds, counts })
const silentFor = (processId: string, seconds: number) => db().$executeRaw`
  UPDATE worker_process SET heartbeat_at = now() - ${seconds} * interval '1 second' WHERE id = ${processId}::uuid`

/** A job of this name, locked so many seconds ago, at a try of so many. */
async function lockedJob(secondsAgo: number, { name = 'mend_net', attempts = 1, of = 8, entityId = newId() } = {}) {
  await inTransaction((tx) => enqueueJob(tx, { name, payload: { entityId }, maxAttempts: of, key: entityId }))
  const [job] = await db().$queryRaw<{ id: string }[]>`
    UPDATE graphile_worker._private_jobs SET attempts = ${attempts}, locked_by = 'w',
      locked_at = now() - ${secondsAgo} * interval '1 second' WHERE key = ${entityId} RETURNING id::text`
  return job?.id ?? ''
}
const lockedIds = async () =>
  (
    await db().$queryRaw<{ id: string }[]>`
      SELECT id::text FROM graphile_worker._private_jobs WHERE locked_at IS NOT NULL ORDER BY id`
  ).map(({ id }) => id)

test('jobs that no live process works at are given back; the others stay with who has them', async () => {
  const [alive, silent] = [newId(), newId()]
  const [held, orphan, ofSilent, fresh] = [
    await lockedJob(60),
    await lockedJob(60),
    await lockedJob(60),
    await lockedJob(5),
  ]
  await tell(alive, [held])
  await tell(silent, [ofSilent])
  await silentFor(silent, 20)
  expect(await giveBackLostJobs()).toBe(2)
  expect(await lockedIds()).toEqual([held, fresh])
  expect(await giveBackLostJobs()).toBe(0)
  const { waiting } = await getJobsOverview(cleo())
  expect(waiting).toMatchObject([{ name: 'mend_net', due: 2, lastReason: expect.stringContaining('was killed') }])
  expect(orphan).not.toBe('')
})

test('of very many waiting jobs the oldest are counted, and it is said that there are more', async () => {
  await inTransaction((tx) => enqueueJob(tx, { name: 'mend_net', payload: {} }))
  const more = (count: number) => db().$executeRaw`
    INSERT INTO graphile_worker._private_jobs (task_id, payload)
    SELECT task_id, payload FROM graphile_worker._private_jobs, generate_series(1, ${count}::int) WHERE key IS NULL`
  await more(WAITING_BOUND - 1)
  expect(await getJobsOverview(cleo())).toMatchObject({ waiting: [{ due: WAITING_BOUND }], isMoreWaiting: false })
  await inTransaction((tx) => enqueueJob(tx, { name: 'paint_hull', payload: {} }))
  const { waiting, isMoreWaiting } = await getJobsOverview(cleo())
  expect(isMoreWaiting).toBe(true)
  expect(waiting).toMatchObject([{ name: 'mend_net', due: WAITING_BOUND }])
})

test('a job whose workers were killed at each try has failed for good, and says so', async () => {
  const entityId = newId()
  await lockedJob(60, { attempts: 3, of: 3, entityId })
  expect(await hasFailedJob(db(), 'mend_net', entityId)).toBe(false)
  await giveBackLostJobs()
  expect(await getJobsOverview(cleo())).toMatchObject({
    ...{ running: [], waiting: [], failedByName: [{ name: 'mend_net', count: 1 }] },
    failed: [{ name: 'mend_net', tries: 3, reason: expect.stringContaining('was killed') }],
  })
  expect(await hasFailedJob(db(), 'mend_net', entityId)).toBe(true)
  expect(await hasFailedJob(db(), 'mend_net', newId())).toBe(false)
})

test('a run fails with its job, and not before', async () => {
  const runId = await inTransaction((tx) => startRun(tx, cleo(), { kind: 'import_things', label: 'things.csv' }))
  await failRunsWithoutJob()
  expect(await requireRunProgress(cleo(), runId)).toMatchObject({ state: 'running' })
  await db().$executeRaw`
    UPDATE graphile_worker._private_jobs SET attempts = max_attempts, last_error = 'fetch failed'
    WHERE key = ${`run:${runId}`}`
  await failRunsWithoutJob()
  expect(await requireRunProgress(cleo(), runId)).toMatchObject({
    ...{ state: 'failed', note: 'Another server could not be reached.' },
  })
})

test('a process shows while it lives and is gone when it ended in good order', async () => {
  const processId = newId()
  expect(await isWorkerAlive(db())).toBe(false)
  await tell(processId, ['1', '2'])
  expect((await getJobsOverview(cleo())).workers).toMatchObject([
    { host: 'quay', pid: 12, concurrency: 3, working: 2, isAlive: true },
  ])
  await silentFor(processId, 20)
  expect((await getJobsOverview(cleo())).workers).toMatchObject([{ isAlive: false }])
  expect(await isWorkerAlive(db())).toBe(false)
  await tell(processId)
  expect(await isWorkerAlive(db())).toBe(true)
  await leave(processId)
  expect((await getJobsOverview(cleo())).workers).toEqual([])
})

test('what was done is counted by the minute, told for an hour and a day, and forgotten after two', async () => {
  const processId = newId()
  const told = new Map([['mend_net', { done: 4, failed: 1 }]])
  await tell(processId, [], told)
  await tell(processId, [], told)
  await db().$executeRaw`
    INSERT INTO job_count (name, minute_at, done, failed)
    VALUES ('mend_net', now() - interval '3 hours', 10, 2), ('mend_net', now() - interval '3 days', 100, 0)`
  expect((await getJobsOverview(cleo())).throughput).toEqual([{ name: 'mend_net', hour: 8, day: 18, failedDay: 4 }])
  await silentFor(processId, 2 * 3600)
  await forgetOldWork()
  expect(await db().jobCount.aggregate({ _sum: { done: true } })).toEqual({ _sum: { done: 18 } })
  expect(await db().workerProcess.count()).toBe(0)
})

test('who is no admin sees nothing of the queue', async () => {
  await expect(getJobsOverview(people.ben.ctx(NOW))).rejects.toMatchObject({ code: 'NOT_FOUND' })
})
