import type { Context } from '@/lib/core/context'
import { AppError } from '@/lib/core/errors'
import { type Db, db } from '@/lib/platform/db'
import { Prisma } from '@/lib/platform/generated/client'
import { canReadJobs } from './policy'
import { reasonWords } from './present'
import { LOST, LOST_AFTER_MS } from './rules'

const lostAfter = `${LOST_AFTER_MS} milliseconds`

/** Whether a process works off the queue: what is told where something waits. */
export async function isWorkerAlive(from: Db): Promise<boolean> {
  const [row] = await from.$queryRaw<{ alive: boolean }[]>(Prisma.sql`
    SELECT EXISTS (SELECT 1 FROM worker_process WHERE heartbeat_at > now() - ${lostAfter}::interval) AS alive`)
  return row?.alive ?? false
}

/** Whether a job of this name about this entity has failed for good and nobody has started it again. */
export async function hasFailedJob(from: Db, name: string, entityId: string): Promise<boolean> {
  const [row] = await from.$queryRaw<{ failed: boolean }[]>(Prisma.sql`
    SELECT EXISTS (
      SELECT 1 FROM graphile_worker._private_jobs job JOIN graphile_worker._private_tasks task ON task.id = job.task_id
      WHERE task.identifier = ${name} AND job.payload ->> 'entityId' = ${entityId}
        AND job.attempts >= job.max_attempts AND job.locked_at IS NULL) AS failed`)
  return row?.failed ?? false
}

export type RunningJob = { id: string; name: string; since: string; attempt: number; maxAttempts: number }
export type WaitingJobs = {
  name: string
  /** Due and not taken yet. */
  due: number
  /** To be tried again, or meant for later. */
  later: number
  /** When the oldest was queued. */
  oldestAt: string
  /** Why the last one that is to be tried again failed; null where none failed. */
  lastReason: string | null
}
export type FailedJob = { id: string; name: string; failedAt: string; tries: number; reason: string }
export type Throughput = { name: string; hour: number; day: number; failedDay: number }
export type Worker = {
  id: string
  host: string
  pid: number
  concurrency: number
  working: number
  startedAt: string
  heartbeatAt: string
  isAlive: boolean
}
/** Plain JSON, instants as ISO text, so that page and event stream tell the same. */
export type JobsOverview = {
  running: RunningJob[]
  /** The oldest ones, by name: at most `WAITING_BOUND` jobs are counted. */
  waiting: WaitingJobs[]
  /** Whether more wait than were counted. */
  isMoreWaiting: boolean
  /** The latest ones, at most 50; `failedByName` counts all. */
  failed: FailedJob[]
  failedByName: { name: string; count: number }[]
  throughput: Throughput[]
  workers: Worker[]
}

const BOUND = 50
/** So many waiting jobs are counted: an import queues more than anybody would wait to see counted. */
export const WAITING_BOUND = 10_000

/** What the queue does: all of it bounded. Throws NOT_FOUND for who is no admin. */
export async function getJobsOverview(ctx: Context): Promise<JobsOverview> {
  if (!canReadJobs(ctx.actor)) throw new AppError('NOT_FOUND')
  const [running, waiting, failed, failedByName, throughput, workers] = await Promise.all([
    listRunning(),
    listWaiting(),
    listFailed(),
    countFailed(),
    listThroughput(),
    listWorkers(),
  ])
  return { running, ...waiting, failed, failedByName, throughput, workers }
}

const iso = (row: Record<string, unknown>): Record<string, unknown> =>
  Object.fromEntries(
    Object.entries(row).map(([name, value]) => [name, value instanceof Date ? value.toISOString() : value]),
  )
/** Rows of a query whose columns are those of T, with instants as text. */
async function rowsOf<T>(query: Prisma.Sql): Promise<T[]> {
  return (await db().$queryRaw<Record<string, unknown>[]>(query)).map((row) => iso(row) as T)
}

const JOBS = Prisma.sql`graphile_worker._private_jobs job JOIN graphile_worker._private_tasks task ON task.id = job.task_id`
const HAS_FAILED = Prisma.sql`job.attempts >= job.max_attempts AND job.locked_at IS NULL`

const listRunning = () =>
  rowsOf<RunningJob>(Prisma.sql`
    SELECT job.id::text, task.identifier AS name, job.locked_at AS since, job.attempts::int AS attempt,
      job.max_attempts::int AS "maxAttempts"
    FROM ${JOBS} WHERE job.locked_at IS NOT NULL ORDER BY job.locked_at LIMIT ${BOUND}`)

async function listWaiting(): Promise<Pick<JobsOverview, 'waiting' | 'isMoreWaiting'>> {
  const rows = await rowsOf<WaitingJobs & { lastError: string | null }>(Prisma.sql`
    SELECT task.identifier AS name, count(*) FILTER (WHERE job.run_at <= now())::int AS due,
      count(*) FILTER (WHERE job.run_at > now())::int AS later, min(job.created_at) AS "oldestAt",
      (array_agg(job.last_error ORDER BY job.run_at DESC) FILTER (WHERE job.last_error IS NOT NULL))[1] AS "lastError"
    FROM (SELECT * FROM graphile_worker._private_jobs WHERE locked_at IS NULL AND attempts < max_attempts
      ORDER BY id LIMIT ${WAITING_BOUND}) job
    JOIN graphile_worker._private_tasks task ON task.id = job.task_id
    GROUP BY task.identifier ORDER BY min(job.created_at) LIMIT ${BOUND}`)
  const [beyond] = await db().$queryRaw<{ id: bigint }[]>(Prisma.sql`
    SELECT id FROM graphile_worker._private_jobs WHERE locked_at IS NULL AND attempts < max_attempts
    ORDER BY id OFFSET ${WAITING_BOUND} LIMIT 1`)
  const waiting = rows.map(({ lastError, ...row }) => ({
    ...row,
    lastReason: lastError === null ? null : reasonWords(lastError),
  }))
  return { waiting, isMoreWaiting: beyond !== undefined }
}

/** The queue keeps no instant of the failure, but the pause that follows it: e to the number of tries, in seconds. */
async function listFailed(): Promise<FailedJob[]> {
  const rows = await rowsOf<Omit<FailedJob, 'reason'> & { lastError: string | null }>(Prisma.sql`
    SELECT job.id::text, task.identifier AS name, job.attempts::int AS tries, job.last_error AS "lastError",
      CASE WHEN coalesce(job.last_error, ${LOST}) = ${LOST} THEN job.updated_at
        ELSE job.run_at - exp(least(job.attempts, 10)) * interval '1 second' END AS "failedAt"
    FROM ${JOBS} WHERE ${HAS_FAILED} ORDER BY "failedAt" DESC, job.id LIMIT ${BOUND}`)
  return rows.map(({ lastError, ...row }) => ({ ...row, reason: reasonWords(lastError) }))
}

const countFailed = () =>
  rowsOf<{ name: string; count: number }>(Prisma.sql`
    SELECT task.identifier AS name, count(*)::int AS count FROM ${JOBS} WHERE ${HAS_FAILED}
    GROUP BY task.identifier ORDER BY task.identifier LIMIT ${BOUND}`)

const listThroughput = () =>
  rowsOf<Throughput>(Prisma.sql`
    SELECT name, coalesce(sum(done) FILTER (WHERE minute_at > now() - interval '1 hour'), 0)::int AS hour,
      sum(done)::int AS day, sum(failed)::int AS "failedDay"
    FROM job_count WHERE minute_at > now() - interval '1 day' GROUP BY name ORDER BY name LIMIT ${BOUND}`)

const listWorkers = () =>
  rowsOf<Worker>(Prisma.sql`
    SELECT id::text, host, pid, concurrency, cardinality(job_ids)::int AS working, started_at AS "startedAt",
      heartbeat_at AS "heartbeatAt", heartbeat_at > now() - ${lostAfter}::interval AS "isAlive"
    FROM worker_process ORDER BY heartbeat_at > now() - ${lostAfter}::interval DESC, started_at LIMIT ${BOUND}`)
