import type { Context } from '@/lib/core/context'
import { keepLook, keepLooksAt } from '@/lib/verdicts/commands/second-rating'
import { type SaveKey, savesToldBy } from '@/lib/verdicts/rules/blinding'

/**
 * To be awaited by every page that shows the open version of a claim's verdict, before it reads it: whoever was shown a text
 * does not rate it blind later. Like the last sign of life of a session, this is noted by reading.
 */
export const noteShown = (ctx: Context, claimId: string): Promise<void> => keepLook(ctx, claimId)

/** The same, by every page that shows other saves of it, or why they were sent back or dropped. */
export const noteSavesShown = (ctx: Context, claimId: string, saves: readonly SaveKey[]): Promise<void> =>
  keepLooksAt(ctx, claimId, saves)

/** The same of a page that shows events of many claims. */
export async function noteEventsShown(ctx: Context, events: readonly ShownEvent[]): Promise<void> {
  const claims = new Map<string, ShownEvent[]>()
  for (const event of events.filter(({ entityType }) => entityType === 'claim'))
    claims.set(event.entityId, [...(claims.get(event.entityId) ?? []), event])
  for (const [claimId, told] of claims) await keepLooksAt(ctx, claimId, savesToldBy(told))
}
type ShownEvent = { type: string; payload: unknown; entityType: string; entityId: string }
