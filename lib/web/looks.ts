import type { Context } from '@/lib/core/context'
import { keepLook } from '@/lib/verdicts/commands/second-rating'

/**
 * To be awaited by every page that shows the open version of a claim's verdict, before it reads it: whoever was shown a text
 * does not rate it blind later. Like the last sign of life of a session, this is noted by reading.
 */
export const noteShown = (ctx: Context, claimId: string): Promise<void> => keepLook(ctx, claimId)
