import type { Context } from '@/lib/core/context'
import { isStaff } from '@/lib/core/context'
import { AppError } from '@/lib/core/errors'
import { db } from '@/lib/platform/db'
import { Prisma } from '@/lib/platform/generated/client'
import { PRESENT_FOR_MS, WRITTEN_EVERY_MS } from '../rules/presence'
import { PresenceInput } from '../schema/presence'

/**
 * Says that somebody has a claim or a candidate open. To be said again every 20 seconds; sooner repeats write nothing. What the
 * person had open before and does not say again is over after 45 seconds, and swept when they open something new. A claim or
 * candidate that is not there is nobody's business: it is kept and asked for by no page.
 */
export async function sayPresent(ctx: Context, input: PresenceInput): Promise<void> {
  const { at } = PresenceInput.parse(input)
  if (!isStaff(ctx.actor)) throw new AppError('NOT_FOUND')
  const { id: userId } = ctx.actor
  if (at === null || userId === null) return
  const before = (ms: number) => new Date(ctx.now.getTime() - ms)
  await db().$executeRaw(Prisma.sql`
    WITH swept AS (DELETE FROM presence WHERE user_id = ${userId}::uuid AND thing_id <> ${at}::uuid
      AND seen_at < ${before(PRESENT_FOR_MS)})
    INSERT INTO presence (thing_id, user_id, seen_at) VALUES (${at}::uuid, ${userId}::uuid, ${ctx.now})
    ON CONFLICT (thing_id, user_id) DO UPDATE SET seen_at = excluded.seen_at
      WHERE presence.seen_at < ${before(WRITTEN_EVERY_MS)}`)
}

/** Says that somebody closed it. */
export async function sayGone(ctx: Context, thingId: string): Promise<void> {
  if (!isStaff(ctx.actor) || ctx.actor.id === null) throw new AppError('NOT_FOUND')
  await db().presence.deleteMany({ where: { thingId, userId: ctx.actor.id } })
}
