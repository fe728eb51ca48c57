import { db } from '@/lib/platform/db'
import { Prisma } from '@/lib/platform/generated/client'
import { reasonWords } from '../present'
import { LOST, LOST_AFTER_MS } from '../rules'
import { failRun } from './runs'

export type Heartbeat = {
  processId: string
  host: string
  pid: number
  concurrency: number
  /** The jobs that the process works at in this moment. */
  jobIds: readonly string[]
  /** What ended since the last heartbeat, by the job's name. */
  counts: ReadonlyMap<string, { done: number; failed: number }>
}

const KEEP_COUNTS = '2 days'
const KEEP_LOST = '1 hour'
const lostAfter = `${LOST_AFTER_MS} milliseconds`

/**
 * A worker's process says that it lives and what it did. Instants are the database's, so that the clocks of several machines
 * need not agree.
 */
export async function beat({ processId, host, pid, concurrency, jobIds, counts }: Heartbeat): Promise<void> {
  await db().$executeRaw(Prisma.sql`
    INSERT INTO worker_process (id, host, pid, concurrency, job_ids, started_at, heartbeat_at)
    VALUES (${processId}::uuid, ${host}, ${pid}, ${concurrency}, ${[...jobIds]}::bigint[], now(), now())
    ON CONFLICT (id) DO UPDATE SET job_ids = excluded.job_ids, heartbeat_at = excluded.heartbeat_at`)
  for (const [name, { done, failed }] of counts)
    await db().$executeRaw(Prisma.sql`
      INSERT INTO job_count (name, minute_at, done, failed)
      VALUES (${name}, date_trunc('minute', now()), ${done}, ${failed})
      ON CONFLICT (minute_at, name)
      DO UPDATE SET done = job_count.done + excluded.done, failed = job_count.failed + excluded.failed`)
}

/** A process that ends in good order takes its row with it. */
export async function leave(processId: string): Promise<void> {
  await db().workerProcess.deleteMany({ where: { id: processId } })
}

/**
 * Gives back the jobs that were locked some time ago and that no live process works at: their worker was killed, its machine
 * is gone, or the answer that handed it the job was lost. They run again at once. Returns how many.
 */
export async function giveBackLostJobs(): Promise<number> {
  return db().$executeRaw(Prisma.sql`
    UPDATE graphile_worker._private_jobs AS job
    SET locked_at = NULL, locked_by = NULL, last_error = ${LOST}, updated_at = now()
    WHERE locked_at < now() - ${lostAfter}::interval AND NOT EXISTS (
      SELECT 1 FROM worker_process
      WHERE heartbeat_at > now() - ${lostAfter}::interval AND job.id = ANY (job_ids))`)
}

/** Runs whose job used up its tries have failed: nobody else would tell whoever watches. */
export async function failRunsWithoutJob(): Promise<void> {
  const rows = await db().$queryRaw<{ id: string; lastError: string | null }[]>(Prisma.sql`
    SELECT run.id, job.last_error AS "lastError"
    FROM run JOIN graphile_worker._private_jobs job ON job.key = 'run:' || run.id
    WHERE run.state IN ('running', 'cancelling') AND job.attempts >= job.max_attempts AND job.locked_at IS NULL`)
  for (const { id, lastError } of rows) await failRun(db(), id, reasonWords(lastError))
}

/** Counts older than two days, and processes that were lost more than an hour ago. */
export async function forgetOldWork(): Promise<void> {
  await db().$executeRaw(Prisma.sql`DELETE FROM job_count WHERE minute_at < now() - ${KEEP_COUNTS}::interval`)
  await db().$executeRaw(Prisma.sql`DELETE FROM worker_process WHERE heartbeat_at < now() - ${KEEP_LOST}::interval`)
}
