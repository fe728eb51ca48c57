import { type Context, isStaff } from '@/lib/core/context'
import { AppError } from '@/lib/core/errors'
import { db } from '@/lib/platform/db'

/** What lists offer to choose from, by name: enough for a select, and none of it counted. */
const MOST = 300

export async function listTopics(ctx: Context): Promise<{ slug: string; name: string }[]> {
  if (!isStaff(ctx.actor)) throw new AppError('NOT_FOUND')
  return db().topic.findMany({
    orderBy: [{ name: 'asc' }, { id: 'asc' }],
    take: MOST,
    select: { slug: true, name: true },
  })
}

/** Without those that were merged into others. */
export async function listPublisherNames(ctx: Context): Promise<{ id: string; name: string }[]> {
  if (!isStaff(ctx.actor)) throw new AppError('NOT_FOUND')
  return db().publisher.findMany({
    where: { mergedIntoId: null },
    orderBy: [{ nameKey: 'asc' }, { id: 'asc' }],
    take: MOST,
    select: { id: true, name: true },
  })
}
