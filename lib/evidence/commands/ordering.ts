import { recordEvent } from '@/lib/audit/commands'
import type { Context } from '@/lib/core/context'
import { AppError } from '@/lib/core/errors'
import type { Given } from '@/lib/core/fields'
import { inTransaction } from '@/lib/platform/db'
import { evidenceEvents } from '../events'
import { MoveEvidence, OrderEvidence } from '../schema'
import { openClaim, openEvidence } from './locks'

/** Swaps a piece of evidence with its neighbour. At the end of the list it changes nothing. */
export async function moveEvidence(ctx: Context, given: Given<typeof MoveEvidence>): Promise<void> {
  const input = MoveEvidence.parse(given)
  await inTransaction(async (tx) => {
    const moved = await openEvidence(tx, ctx, input.id)
    const isUp = input.direction === 'up'
    const neighbour = await tx.evidence.findFirst({
      where: {
        claimId: moved.claimId,
        removedAt: null,
        position: isUp ? { lt: moved.position } : { gt: moved.position },
      },
      orderBy: { position: isUp ? 'desc' : 'asc' },
    })
    if (neighbour === null) return
    await tx.evidence.update({ where: { id: moved.id }, data: { position: neighbour.position } })
    await tx.evidence.update({ where: { id: neighbour.id }, data: { position: moved.position } })
    await recordEvent(tx, ctx, evidenceEvents, {
      type: 'evidence.moved',
      entityId: moved.claimId,
      payload: { evidenceId: moved.id, title: moved.source.title, direction: input.direction },
    })
  })
}

/**
 * Puts all evidence of a claim in a new order. Throws MOVE_REFUSED where pieces were added or removed since the order was
 * seen; nothing is changed then.
 */
export async function orderEvidence(ctx: Context, given: OrderEvidence): Promise<void> {
  const { claimId, ids } = OrderEvidence.parse(given)
  await inTransaction(async (tx) => {
    await openClaim(tx, ctx, claimId)
    const before = await tx.evidence.findMany({
      where: { claimId, removedAt: null },
      orderBy: [{ position: 'asc' }, { id: 'asc' }],
      select: { id: true, position: true, source: { select: { title: true } } },
    })
    const known = new Map(before.map((one) => [one.id, one]))
    const isWhole = ids.length === before.length && new Set(ids).size === ids.length && ids.every((id) => known.has(id))
    if (!isWhole)
      throw new AppError('MOVE_REFUSED', {
        text: 'Evidence was added or removed since you opened this list, so the order was not changed. Look at it again.',
      })
    const moved = farthestMoved(before, ids)
    if (moved === null) return
    const positions = before.map(({ position }) => position).sort((a, b) => a - b)
    for (const [index, id] of ids.entries())
      await tx.evidence.update({ where: { id }, data: { position: positions[index] ?? index + 1 } })
    await recordEvent(tx, ctx, evidenceEvents, {
      type: 'evidence.moved',
      entityId: claimId,
      payload: { evidenceId: moved.id, title: moved.source.title, direction: moved.direction },
    })
  })
}

/** The piece that somebody moved, and where to: the others only made room. Null where the order is as it was. */
function farthestMoved<One extends { id: string }>(before: readonly One[], ids: readonly string[]) {
  const moves = before.map((one, from) => ({ ...one, by: ids.indexOf(one.id) - from }))
  const [first, ...rest] = moves
  if (first === undefined) return null
  const moved = rest.reduce((most, one) => (Math.abs(one.by) > Math.abs(most.by) ? one : most), first)
  return moved.by === 0 ? null : { ...moved, direction: moved.by < 0 ? ('up' as const) : ('down' as const) }
}
