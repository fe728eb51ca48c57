import { recordEvent } from '@/lib/audit/commands'
import type { Context } from '@/lib/core/context'
import { AppError } from '@/lib/core/errors'
import { newId } from '@/lib/core/ids'
import { type ChosenJob, lockFailedJobs, removeJobs, restartJobs } from '@/lib/jobs/commands/failed'
import { canManageJobs } from '@/lib/jobs/policy'
import { FailedJobs } from '@/lib/jobs/schema'
import { inTransaction, type Tx } from '@/lib/platform/db'
import { deskEvents } from '../events'

/** At one go, so that a transaction stays short. */
const MOST = 5000
const TOLD = 100

/**
 * Has jobs that failed for good be tried again, from now and with all their tries. Throws FORBIDDEN, and MOVE_REFUSED when
 * none is there any more. At most 5,000 at a time.
 */
export const restartFailedJobs = (ctx: Context, input: FailedJobs): Promise<{ count: number }> =>
  handleFailed(ctx, input, 'jobs.restarted', restartJobs)

/** Throws jobs that failed for good away: what they were to do is not done. Throws as above. */
export const discardFailedJobs = (ctx: Context, input: FailedJobs): Promise<{ count: number }> =>
  handleFailed(ctx, input, 'jobs.discarded', removeJobs)

async function handleFailed(
  ctx: Context,
  input: FailedJobs,
  type: keyof typeof deskEvents,
  work: (tx: Tx, jobs: readonly ChosenJob[]) => Promise<void>,
): Promise<{ count: number }> {
  const choice = FailedJobs.parse(input)
  return inTransaction(async (tx) => {
    if (!canManageJobs(ctx.actor)) throw new AppError('FORBIDDEN')
    const jobs = await lockFailedJobs(tx, choice, MOST)
    const [first] = jobs
    if (first === undefined)
      throw new AppError('MOVE_REFUSED', {
        text: 'That is not among the failed jobs any more: somebody restarted or discarded it. Nothing was changed.',
      })
    await work(tx, jobs)
    const told = jobs.slice(0, TOLD).map(({ id, tries, payload }) => ({ id, tries, payload }))
    await recordEvent(tx, ctx, deskEvents, {
      type,
      entityId: newId(),
      payload: { name: first.name, count: jobs.length, jobs: told },
    })
    return { count: jobs.length }
  })
}
