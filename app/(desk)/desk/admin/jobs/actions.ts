'use server'

import { z } from 'zod'
import { counted } from '@/lib/core/counts'
import { discardFailedJobs, restartFailedJobs } from '@/lib/desk/commands/jobs'
import { FailedJobs } from '@/lib/jobs/schema'
import { action } from '@/lib/web/action'

/** What a button of the list says: the number of one job, or the name of all of a kind. */
const Chosen = z
  .string()
  .transform((value) => (/^\d/.test(value) ? { jobId: value } : { name: value }))
  .pipe(FailedJobs)
const Move = z.union([z.object({ restart: Chosen }), z.object({ discard: Chosen })])

/** One form for the whole list, so that what was done stays told when its row is gone. */
export const failedJobsAction = action(
  Move,
  async (ctx, move) =>
    'restart' in move
      ? { done: 'restarted', ...(await restartFailedJobs(ctx, move.restart)) }
      : { done: 'discarded', ...(await discardFailedJobs(ctx, move.discard)) },
  {
    message: ({ done, count }) =>
      done === 'restarted'
        ? `${counted(count, 'job')} ${count === 1 ? 'is' : 'are'} tried again from now.`
        : `${counted(count, 'job')} ${count === 1 ? 'was' : 'were'} discarded. The audit log tells which.`,
  },
)
