import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { listAuditEvents, verifyLedger } from '@/lib/audit/queries'
import { enqueueJob } from '@/lib/jobs/commands'
import { getJobsOverview } from '@/lib/jobs/queries'
import { db, disconnect, inTransaction } from '@/lib/platform/db'
import { makePeople, type People } from '@/lib/testing/people'
import { discardFailedJobs, restartFailedJobs } from './commands/jobs'

const NOW = new Date('2026-11-22T09:00:00Z')
let people: People
const cleo = () => people.cleo.ctx(NOW)

beforeAll(async () => {
  people = await makePeople(NOW)
})
afterAll(disconnect)
beforeEach(() => db().$executeRaw`DELETE FROM graphile_worker._private_jobs`)

/** A job with these tries of eight behind it; eight means that it failed for good. */
async function job(name: string, tries: number): Promise<string> {
  const key = `${name}${Math.random()}`
  await inTransaction((tx) => enqueueJob(tx, { name, payload: { entityId: key }, key }))
  const [row] = await db().$queryRaw<{ id: string }[]>`
    UPDATE graphile_worker._private_jobs SET attempts = ${tries}, last_error = 'fetch failed' WHERE key = ${key}
    RETURNING id::text`
  return row?.id ?? ''
}
const lastEvent = async (type: string) => (await listAuditEvents(cleo(), { type, limit: 1 }))[0]

test('a failed job is tried again at once, with all its tries, and that is on record', async () => {
  const jobId = await job('mend_net', 8)
  expect(await restartFailedJobs(cleo(), { jobId })).toEqual({ count: 1 })
  expect(await getJobsOverview(cleo())).toMatchObject({ failed: [] })
  const [row] = await db().$queryRaw<{ attempts: number; due: boolean }[]>`
    SELECT attempts::int, run_at <= now() AS due FROM graphile_worker.jobs WHERE id = ${jobId}::bigint`
  expect(row).toEqual({ attempts: 0, due: true })
  expect(await lastEvent('jobs.restarted')).toMatchObject({
    actorName: 'Cleo Brandt',
    payload: { name: 'mend_net', count: 1, jobs: [{ id: jobId, tries: 8 }] },
  })
})

test('all failed jobs of a kind are discarded; others, and those that still have a try, stay', async () => {
  await job('mend_net', 8)
  await job('mend_net', 8)
  const [stays, other] = [await job('mend_net', 7), await job('paint_hull', 8)]
  expect(await discardFailedJobs(cleo(), { name: 'mend_net' })).toEqual({ count: 2 })
  const left = await db().$queryRaw<{ id: string }[]>`
    SELECT id::text FROM graphile_worker.jobs WHERE task_identifier <> 'dispatch_event' ORDER BY created_at`
  expect(left.map(({ id }) => id)).toEqual([stays, other])
  expect(await lastEvent('jobs.discarded')).toMatchObject({ payload: { name: 'mend_net', count: 2 } })
  expect(await verifyLedger()).toMatchObject({ broken: null })
})

test('a job that is not among the failed ones is left alone', async () => {
  const jobId = await job('mend_net', 2)
  await expect(discardFailedJobs(cleo(), { jobId })).rejects.toMatchObject({ code: 'MOVE_REFUSED' })
  await expect(restartFailedJobs(cleo(), { name: 'no_such_job' })).rejects.toMatchObject({ code: 'MOVE_REFUSED' })
})

test('only an admin handles failed jobs', async () => {
  const jobId = await job('mend_net', 8)
  for (const act of [restartFailedJobs, discardFailedJobs])
    await expect(act(people.dora.ctx(NOW), { jobId })).rejects.toMatchObject({ code: 'FORBIDDEN' })
  expect((await getJobsOverview(cleo())).failed).toHaveLength(1)
})
