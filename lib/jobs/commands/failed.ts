import type { Tx } from '@/lib/platform/db'
import { Prisma } from '@/lib/platform/generated/client'
import type { FailedJobs } from '../schema'

/** One job that failed for good, with what it was queued with, so that it can be told what was thrown away. */
export type ChosenJob = { id: string; name: string; tries: number; payload: unknown }

const chosen = (choice: FailedJobs): Prisma.Sql =>
  'jobId' in choice
    ? Prisma.sql`job.id = ${choice.jobId}::bigint`
    : Prisma.sql`job.task_id = (SELECT id FROM graphile_worker._private_tasks WHERE identifier = ${choice.name})`

/** Locks the failed jobs that are meant, the oldest first; those that run or wait are never among them. At most `limit`. */
export async function lockFailedJobs(tx: Tx, choice: FailedJobs, limit: number): Promise<ChosenJob[]> {
  return tx.$queryRaw<ChosenJob[]>(Prisma.sql`
    SELECT job.id::text, task.identifier AS name, job.attempts::int AS tries, job.payload
    FROM graphile_worker._private_jobs job JOIN graphile_worker._private_tasks task ON task.id = job.task_id
    WHERE ${chosen(choice)} AND job.attempts >= job.max_attempts AND job.locked_at IS NULL
    ORDER BY job.id LIMIT ${limit} FOR UPDATE OF job SKIP LOCKED`)
}

const idsOf = (jobs: readonly ChosenJob[]): Prisma.Sql => Prisma.sql`${jobs.map(({ id }) => id)}::bigint[]`

/** They are due now and have all their tries again. */
export async function restartJobs(tx: Tx, jobs: readonly ChosenJob[]): Promise<void> {
  await tx.$queryRaw(Prisma.sql`
    SELECT id FROM graphile_worker.reschedule_jobs(${idsOf(jobs)}, run_at => now(), attempts => 0)`)
}

export async function removeJobs(tx: Tx, jobs: readonly ChosenJob[]): Promise<void> {
  await tx.$executeRaw(Prisma.sql`DELETE FROM graphile_worker._private_jobs WHERE id = ANY (${idsOf(jobs)})`)
}
