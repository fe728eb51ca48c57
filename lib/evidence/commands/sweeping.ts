import type { Context } from '@/lib/core/context'
import { AppError } from '@/lib/core/errors'
import { db, inTransaction } from '@/lib/platform/db'
import { Prisma } from '@/lib/platform/generated/client'
import { canSweepSources } from '../policy'
import { ARCHIVING_LOST_MS, CHECK_LOST_MS, UNCITED_KEPT_MS } from '../rules/sweeping'
import { queueStep } from './archiving'
import { queueCheck } from './watching'

/** So many in one transaction. */
const SWEEP_BOUND = 500

/**
 * Queues anew what the queue lost: looks at sources that are overdue, archivings that never ended. A job failed for good, was
 * discarded, or the queue did not come back with the data; all that is known then is the due time in the row. A look is keyed by
 * its source and counts once for each due time, so that queueing it again does no harm. All of them, along their ids: what fails
 * each time keeps nothing behind it waiting. Throws FORBIDDEN unless a process calls.
 */
export async function queueLostChecks(ctx: Context): Promise<void> {
  assertProcess(ctx)
  const before = (ms: number) => new Date(ctx.now.getTime() - ms)
  for (let after: string | undefined; ; ) {
    const due = await db().sourceWatch.findMany({
      where: { nextCheckAt: { lt: before(CHECK_LOST_MS) }, sourceId: { gt: after } },
      ...{ orderBy: { sourceId: 'asc' }, take: SWEEP_BOUND, select: { sourceId: true, nextCheckAt: true } },
    })
    await inTransaction(async (tx) => {
      for (const { sourceId, nextCheckAt } of due) await queueCheck(tx, sourceId, nextCheckAt)
    })
    after = due.at(-1)?.sourceId
    if (due.length < SWEEP_BOUND) break
  }
  for (let after: string | undefined; ; ) {
    const archivings = await db().sourceArchiving.findMany({
      where: { endedAt: null, requestedAt: { lt: before(ARCHIVING_LOST_MS) }, id: { gt: after } },
      ...{ orderBy: { id: 'asc' }, take: SWEEP_BOUND, select: { id: true } },
    })
    await inTransaction(async (tx) => {
      for (const { id } of archivings) await queueStep(tx, id, ctx.now)
    })
    after = archivings.at(-1)?.id
    if (archivings.length < SWEEP_BOUND) break
  }
}

/**
 * Deletes copies that were fetched or uploaded and that nobody cited within a week; their bytes stay in the blob store, which
 * never removes. One that is being cited just now is locked, and stays. Throws FORBIDDEN unless a process calls.
 */
export async function forgetUncitedCopies(ctx: Context): Promise<void> {
  assertProcess(ctx)
  const before = new Date(ctx.now.getTime() - UNCITED_KEPT_MS)
  await db().$executeRaw(Prisma.sql`
    DELETE FROM source_copy WHERE id IN (
      SELECT id FROM source_copy WHERE source_id IS NULL AND taken_at < ${before}
      ORDER BY taken_at LIMIT ${SWEEP_BOUND} FOR UPDATE SKIP LOCKED)`)
}

function assertProcess({ actor }: Context): void {
  if (!canSweepSources(actor)) throw new AppError('FORBIDDEN')
}
