import { type Context, isStaff } from '@/lib/core/context'
import { AppError } from '@/lib/core/errors'
import { db } from '@/lib/platform/db'
import { PRESENT_FOR_MS } from '../rules/presence'
import type { PresentPeople } from '../schema/presence'

/** Who else looks at each of these claims and candidates now, by name. At most 100 things. */
export async function listPresent(ctx: Context, thingIds: readonly string[]): Promise<PresentPeople> {
  if (!isStaff(ctx.actor)) throw new AppError('NOT_FOUND')
  const rows = await db().presence.findMany({
    where: {
      thingId: { in: thingIds.slice(0, 100) },
      seenAt: { gte: new Date(ctx.now.getTime() - PRESENT_FOR_MS) },
      userId: ctx.actor.id === null ? undefined : { not: ctx.actor.id },
    },
    orderBy: { user: { name: 'asc' } },
    take: 500,
    select: { thingId: true, user: { select: { name: true } } },
  })
  const present: PresentPeople = {}
  for (const { thingId, user } of rows) present[thingId] = [...(present[thingId] ?? []), user.name]
  return present
}
