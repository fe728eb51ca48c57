import type { z } from 'zod'
import type { Context } from '@/lib/core/context'
import { AppError } from '@/lib/core/errors'
import { db } from '@/lib/platform/db'
import { canReadNotices } from '../policy'
import { requireOwnNotice } from '../queries'
import { MarkAllRead, type MarkNotice } from '../schema'

/** Marks an own notice as read (the first time counts) and answers where it leads. Throws NOT_FOUND. */
export async function openNotice(ctx: Context, id: string): Promise<string> {
  const { path } = await requireOwnNotice(ctx, id)
  await db().notice.updateMany({ where: { id, readAt: null }, data: { readAt: ctx.now } })
  return path
}

/** Marks an own notice as read, or as unread again. Throws NOT_FOUND. */
export async function markNotice(ctx: Context, input: z.output<typeof MarkNotice>): Promise<void> {
  const { id, isRead } = input
  await requireOwnNotice(ctx, id)
  await db().notice.update({ where: { id }, data: { readAt: isRead ? ctx.now : null } })
}

/** Marks all own notices up to one as read; what came since stays unread. */
export async function markAllRead(ctx: Context, input: z.input<typeof MarkAllRead>): Promise<void> {
  const { upTo } = MarkAllRead.parse(input)
  if (!canReadNotices(ctx.actor) || ctx.actor.id === null) throw new AppError('FORBIDDEN')
  await db().notice.updateMany({
    where: { userId: ctx.actor.id, readAt: null, id: { lte: upTo } },
    data: { readAt: ctx.now },
  })
}
