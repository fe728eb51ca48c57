import { type Context, isStaff } from '@/lib/core/context'
import { AppError } from '@/lib/core/errors'
import { db } from '@/lib/platform/db'
import { canChangeView } from '../policy'
import { MOST_OWN_VIEWS, MOST_SHARED_VIEWS } from '../rules/views'
import type { ViewPage } from '../schema/views'

export type View = {
  id: string
  name: string
  query: string
  isShared: boolean
  isOwn: boolean
  ownerName: string
  revision: number
  mayChange: boolean
}

/** The views of a page that this person has or that the desk shares, by name. */
export async function listViews(ctx: Context, page: ViewPage): Promise<View[]> {
  if (!isStaff(ctx.actor)) throw new AppError('NOT_FOUND')
  const rows = await db().savedView.findMany({
    where: { page, OR: [{ isShared: true }, { ownerId: ctx.actor.id ?? undefined }] },
    orderBy: [{ name: 'asc' }, { id: 'asc' }],
    take: MOST_OWN_VIEWS + MOST_SHARED_VIEWS,
    select: {
      ...{ id: true, name: true, query: true, isShared: true, ownerId: true, revision: true },
      owner: { select: { name: true } },
    },
  })
  return rows.map(({ owner, ownerId, ...view }) => ({
    ...view,
    isOwn: ownerId === ctx.actor.id,
    ownerName: owner.name,
    mayChange: canChangeView(ctx.actor, { ownerId, isShared: view.isShared }),
  }))
}
