import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Context, contextOf } from '@/lib/core/context'
import { newId } from '@/lib/core/ids'
import { db, disconnect, inTransaction } from '@/lib/platform/db'
import { makePeople, type People } from '@/lib/testing/people'
import { advanceRun, cancelRunIn, failRun, finishRun, resumeRunIn, startRun, stopRun, takeUpRun } from './commands/runs'
import { listRuns, requireRunProgress } from './queries/runs'
import type { RunInput } from './schema'

const NOW = new Date('2026-11-22T09:00:00Z')
let people: People
const cleo = () => people.cleo.ctx(NOW)

beforeAll(async () => {
  people = await makePeople(NOW)
})
afterAll(disconnect)

const start = (total?: number) =>
  inTransaction((tx) => startRun(tx, cleo(), { kind: 'import_things', label: 'things.csv', total }))
const jobsOf = (runId: string) => db().$queryRaw<{ task: string; locked: boolean }[]>`
  SELECT task_identifier AS task, locked_at IS NOT NULL AS locked FROM graphile_worker.jobs WHERE key = ${`run:${runId}`}`
const cancelRun = (ctx: Context, input: RunInput) => inTransaction((tx) => cancelRunIn(tx, ctx, input))
const resumeRun = (ctx: Context, input: RunInput) => inTransaction((tx) => resumeRunIn(tx, ctx, input))
/** As a worker holds the job that it runs. */
const hold = (runId: string) => db().$executeRaw`
  UPDATE graphile_worker._private_jobs SET locked_at = now(), locked_by = 'w' WHERE key = ${`run:${runId}`}`

test('a run is counted piece by piece and finished, with its job queued at its start', async () => {
  const runId = await start(3)
  expect(await jobsOf(runId)).toEqual([{ task: 'import_things', locked: false }])
  expect(await takeUpRun(db(), runId)).toEqual({ total: 3, done: 0, refused: 0, isCancelling: false })
  expect(await advanceRun(db(), runId, { done: 2, from: 0 })).toEqual({ isCancelling: false })
  await advanceRun(db(), runId, { refused: 1, from: 2 })
  await finishRun(db(), runId, 'One row was refused.')
  expect(await requireRunProgress(cleo(), runId)).toMatchObject({
    ...{ state: 'finished', total: 3, done: 2, refused: 1, note: 'One row was refused.' },
    ...{ startedBy: 'Cleo Brandt', startedAt: NOW.toISOString(), finishedAt: expect.any(String), maySteer: true },
  })
  expect(await takeUpRun(db(), runId)).toBeNull()
  expect((await listRuns(cleo(), { kind: 'import_things' })).map(({ id }) => id)).toContain(runId)
})

test('of two processes at the same piece one counts it, and the work of the other is undone', async () => {
  const runId = await start(10)
  await advanceRun(db(), runId, { done: 1, from: 0 })
  await expect(advanceRun(db(), runId, { done: 1, from: 0 })).rejects.toMatchObject({ code: 'STALE' })
  expect(await requireRunProgress(cleo(), runId)).toMatchObject({ done: 1 })
})

test('a total may be told later, and one that was too small grows', async () => {
  const runId = await start()
  await advanceRun(db(), runId, { done: 2 })
  expect(await requireRunProgress(cleo(), runId)).toMatchObject({ total: null, done: 2 })
  await advanceRun(db(), runId, { total: 3, done: 2 })
  expect(await requireRunProgress(cleo(), runId)).toMatchObject({ total: 4, done: 4 })
})

test('a run that only waits is cancelled at once, and resumed', async () => {
  const runId = await start(5)
  await cancelRun(cleo(), { runId })
  expect(await requireRunProgress(cleo(), runId)).toMatchObject({ state: 'cancelled' })
  expect(await jobsOf(runId)).toEqual([])
  await resumeRun(cleo(), { runId })
  expect(await requireRunProgress(cleo(), runId)).toMatchObject({ state: 'running', finishedAt: null })
  expect(await jobsOf(runId)).toHaveLength(1)
})

test('a run that works is asked to stop, keeps what was done, and cannot be resumed before it stopped', async () => {
  const runId = await start(5)
  await hold(runId)
  await cancelRun(cleo(), { runId })
  await cancelRun(cleo(), { runId })
  expect(await advanceRun(db(), runId, { done: 1 })).toEqual({ isCancelling: true })
  await expect(resumeRun(cleo(), { runId })).rejects.toMatchObject({ code: 'MOVE_REFUSED' })
  await stopRun(db(), runId)
  expect(await requireRunProgress(cleo(), runId)).toMatchObject({ state: 'cancelled', done: 1 })
  await expect(advanceRun(db(), runId, { done: 1 })).rejects.toMatchObject({ code: 'STALE' })
})

test('a failed run is resumed by a person, or taken up again by its job', async () => {
  const [byPerson, byJob] = [await start(5), await start(5)]
  for (const runId of [byPerson, byJob]) await failRun(db(), runId, 'The file is gone.')
  await resumeRun(cleo(), { runId: byPerson })
  expect(await requireRunProgress(cleo(), byPerson)).toMatchObject({ state: 'running', note: null })
  expect(await takeUpRun(db(), byJob)).toMatchObject({ done: 0 })
  expect(await requireRunProgress(cleo(), byJob)).toMatchObject({ state: 'running' })
})

test('a finished run can neither be cancelled nor resumed', async () => {
  const runId = await start(0)
  await finishRun(db(), runId)
  await expect(cancelRun(cleo(), { runId })).rejects.toMatchObject({ code: 'MOVE_REFUSED' })
  await expect(resumeRun(cleo(), { runId })).rejects.toMatchObject({ code: 'MOVE_REFUSED' })
})

test('whoever started a run and is no admin any more sees it and cannot steer it', async () => {
  const runId = await start(5)
  const { actor } = cleo()
  if (actor.kind !== 'user') throw new Error('The one who starts is a person.')
  const reviewer = contextOf({ ...actor, roles: ['reviewer'] }, NOW)
  expect(await requireRunProgress(reviewer, runId)).toMatchObject({ maySteer: false })
  for (const roles of [['reviewer'], ['editor'], []] as const) {
    const ctx = contextOf({ ...actor, roles }, NOW)
    await expect(cancelRun(ctx, { runId })).rejects.toMatchObject({ code: 'FORBIDDEN' })
    await expect(resumeRun(ctx, { runId })).rejects.toMatchObject({ code: 'FORBIDDEN' })
  }
})

test('whoever is no admin sees a run and cannot steer it', async () => {
  const runId = await start(5)
  const ada = people.ada.ctx(NOW)
  expect(await requireRunProgress(ada, runId)).toMatchObject({ maySteer: false })
  await expect(cancelRun(ada, { runId })).rejects.toMatchObject({ code: 'FORBIDDEN' })
  await expect(requireRunProgress(cleo(), newId())).rejects.toMatchObject({ code: 'NOT_FOUND' })
  await expect(advanceRun(db(), newId(), { done: 1 })).rejects.toMatchObject({ code: 'NOT_FOUND' })
})

test('PostgreSQL holds that a run is over if and only if it has an end, and that no count is below zero', async () => {
  const runId = await start(5)
  const break_ = (data: Record<string, unknown>) => db().run.update({ where: { id: runId }, data })
  await expect(break_({ state: 'finished' })).rejects.toThrow('run_end')
  await expect(break_({ finishedAt: NOW })).rejects.toThrow('run_end')
  await expect(break_({ done: -1 })).rejects.toThrow('run_counts')
  await expect(break_({ done: 6 })).rejects.toThrow('run_counts')
  await expect(break_({ kind: 'Import' })).rejects.toThrow('run_kind')
})
