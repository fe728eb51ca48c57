import { recordEvent } from '@/lib/audit/commands'
import type { Context } from '@/lib/core/context'
import { cancelRunIn, resumeRunIn } from '@/lib/jobs/commands/runs'
import type { RunInput } from '@/lib/jobs/schema'
import { inTransaction } from '@/lib/platform/db'
import { runEvents } from '../events'

/** Asks a run to stop, and has that on record; twice is as once. Throws NOT_FOUND, FORBIDDEN, MOVE_REFUSED when it is over. */
export const cancelRun = (ctx: Context, input: RunInput): Promise<void> =>
  steer(ctx, input, 'run.cancelled', cancelRunIn)

/** Has a cancelled or failed run go on, and has that on record. Throws as above, MOVE_REFUSED when it is finished or stops. */
export const resumeRun = (ctx: Context, input: RunInput): Promise<void> => steer(ctx, input, 'run.resumed', resumeRunIn)

const steer = (
  ctx: Context,
  input: RunInput,
  type: keyof typeof runEvents,
  work: typeof cancelRunIn | typeof resumeRunIn,
): Promise<void> =>
  inTransaction(async (tx) => {
    const run = await work(tx, ctx, input)
    if (run === null) return
    const { id, kind, label, done, refused } = run
    await recordEvent(tx, ctx, runEvents, { type, entityId: id, payload: { kind, label, done, refused } })
  })
