import { recordEvent } from '@/lib/audit/commands'
import { type Context, isStaff } from '@/lib/core/context'
import { AppError } from '@/lib/core/errors'
import { newId } from '@/lib/core/ids'
import { assertRevision } from '@/lib/core/revisions'
import { inTransaction, lockRow, type Tx } from '@/lib/platform/db'
import type { SavedView } from '@/lib/platform/generated/client'
import { viewEvents } from '../events'
import { canChangeView } from '../policy'
import { MOST_OWN_VIEWS, MOST_SHARED_VIEWS } from '../rules/views'
import { ChangeView, DeleteView, SaveView } from '../schema/views'

/**
 * Keeps filters under a name, for oneself or for the desk. Throws FORBIDDEN, BAD_INPUT, MOVE_REFUSED at the limits. What the desk
 * shares is on record; one's own views are nobody's business.
 */
export async function saveView(ctx: Context, given: SaveView): Promise<{ viewId: string }> {
  const { page, name, query, isShared } = SaveView.parse(given)
  const ownerId = ctx.actor.id
  if (!isStaff(ctx.actor) || ownerId === null) throw new AppError('FORBIDDEN')
  return inTransaction(async (tx) => {
    await lockRow(tx, 'app_user', ownerId)
    await refuseAtLimit(tx, { ownerId, isShared })
    const id = newId()
    await tx.savedView.create({ data: { id, page, name, query, ownerId, isShared, createdAt: ctx.now } })
    if (isShared)
      await recordEvent(tx, ctx, viewEvents, { type: 'view.shared', entityId: id, payload: { name, page, query } })
    return { viewId: id }
  })
}

async function refuseAtLimit(tx: Tx, { ownerId, isShared }: { ownerId: string; isShared: boolean }): Promise<void> {
  if ((await tx.savedView.count({ where: { ownerId } })) >= MOST_OWN_VIEWS)
    throw new AppError('MOVE_REFUSED', {
      text: `You keep ${MOST_OWN_VIEWS} views already. Delete one that you do not need any more; nothing was changed.`,
    })
  if (isShared) await refuseFullDesk(tx)
}

async function refuseFullDesk(tx: Tx): Promise<void> {
  if ((await tx.savedView.count({ where: { isShared: true } })) >= MOST_SHARED_VIEWS)
    throw new AppError('MOVE_REFUSED', {
      text: `The desk shares ${MOST_SHARED_VIEWS} views already. Keep this one for yourself, or delete a shared one.`,
    })
}

/** Renames a view, shares it or takes it back, gives it other filters. By its maker, a shared one also by an editor. Throws STALE. */
export async function changeView(ctx: Context, given: ChangeView): Promise<void> {
  const { viewId, revision, ...next } = ChangeView.parse(given)
  await inTransaction(async (tx) => {
    const before = await requireOwn(tx, ctx, viewId)
    assertRevision(before.revision, revision)
    if (next.isShared && !before.isShared) await refuseFullDesk(tx)
    const { name, query, page, isShared } = await tx.savedView.update({
      where: { id: viewId },
      data: { ...next, revision: { increment: 1 } },
    })
    if (isShared)
      await recordEvent(tx, ctx, viewEvents, { type: 'view.shared', entityId: viewId, payload: { name, page, query } })
    else if (before.isShared)
      await recordEvent(tx, ctx, viewEvents, { type: 'view.unshared', entityId: viewId, payload: { name } })
  })
}

/** A view is a shorthand: nothing hangs on it, so it is deleted for good. */
export async function deleteView(ctx: Context, given: DeleteView): Promise<void> {
  const { viewId } = DeleteView.parse(given)
  await inTransaction(async (tx) => {
    const { name, isShared } = await requireOwn(tx, ctx, viewId)
    await tx.savedView.delete({ where: { id: viewId } })
    if (isShared) await recordEvent(tx, ctx, viewEvents, { type: 'view.unshared', entityId: viewId, payload: { name } })
  })
}

async function requireOwn(tx: Tx, ctx: Context, viewId: string): Promise<SavedView> {
  await lockRow(tx, 'saved_view', viewId)
  const view = await tx.savedView.findUnique({ where: { id: viewId } })
  if (view === null || (!view.isShared && view.ownerId !== ctx.actor.id))
    throw new AppError('NOT_FOUND', { text: 'This view was deleted already.' })
  if (!canChangeView(ctx.actor, view))
    throw new AppError('FORBIDDEN', { text: 'Somebody else shares this view. Its maker or an editor may change it.' })
  return view
}
