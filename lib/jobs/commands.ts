import type { Tx } from '@/lib/platform/db'
import { Prisma } from '@/lib/platform/generated/client'
import { JobName, type NewJob } from './schema'

const DEFAULT_ATTEMPTS = 8

/** Queues a job in the transaction that causes it: it runs if and only if that commits. It may run twice. */
export async function enqueueJob(tx: Tx, job: NewJob): Promise<void> {
  const payload = JSON.stringify(job.payload)
  await tx.$queryRaw(Prisma.sql`
    SELECT id FROM graphile_worker.add_job(
      identifier => ${JobName.parse(job.name)},
      payload => ${payload}::json,
      run_at => ${job.runAt ?? null}::timestamptz,
      max_attempts => ${job.maxAttempts ?? DEFAULT_ATTEMPTS}::int,
      job_key => ${job.key ?? null}::text,
      job_key_mode => ${job.keepsTurn ? 'preserve_run_at' : 'replace'}::text
    )`)
}
