import { recordEvent } from '@/lib/audit/commands'
import type { Context } from '@/lib/core/context'
import { AppError } from '@/lib/core/errors'
import { foldKey } from '@/lib/core/text'
import { inTransaction, lockRow, type Tx } from '@/lib/platform/db'
import type { Publisher } from '@/lib/platform/generated/client'
import { articleEvents } from '../events'
import { canSplitPublishers } from '../policy'
import { findSplitIn } from '../queries/splits'
import { SplitPublisherInput, UndoSplitInput } from '../schema'
import { lockWords } from './locks'
import { insertPublisher, lockedPublisher } from './publishers'

/** Where articles went, and how many. */
export type Split = { splitId: string; intoId: string; intoName: string; moved: number }

/**
 * Takes some articles of a publisher for another one's: one in the list, by id or name, or a new one of that name, which starts
 * with the same country and zone (they decide how its days and sums are read). What was said in them counts there from then on.
 * `undoPublisherSplit` moves exactly these articles back. Throws MOVE_REFUSED when one of them left meanwhile, or where the
 * other publisher is merged.
 */
export async function splitPublisher(ctx: Context, input: SplitPublisherInput): Promise<Split> {
  const { publisherId, articleIds, intoId, name, reason } = SplitPublisherInput.parse(input)
  return inTransaction(async (tx) => {
    if (name !== null) await lockWords(tx, [`publisher:${foldKey(name)}`])
    const { publisher, other } = await lockTwo(tx, publisherId, intoId ?? (await idOfName(tx, name)))
    if (!canSplitPublishers(ctx.actor)) throw new AppError('FORBIDDEN')
    refuseMerged(publisher, other, name === null ? 'intoId' : 'name')
    if (name !== null) refuseNamed(name, publisher, other)
    const { country, zone } = publisher
    const into = other ?? (await insertPublisher(tx, ctx, { name: name ?? '', domain: null, country, zone }))
    await moveArticles(tx, articleIds, publisher, into)
    const why = { type: 'publisher.reason_given', entityId: publisherId, payload: { reason } } as const
    await recordEvent(tx, ctx, articleEvents, why)
    const splitId = await recordEvent(tx, ctx, articleEvents, {
      type: 'publisher.split',
      entityId: publisherId,
      payload: { toId: into.id, articleIds },
    })
    return { splitId, intoId: into.id, intoName: into.name, moved: articleIds.length }
  })
}

/**
 * Takes a split back: its articles return, all or none. MOVE_REFUSED when one of them, or one of the two publishers, has moved
 * on since. A publisher that the split made stays in the list, without them.
 */
export async function undoPublisherSplit(ctx: Context, input: UndoSplitInput): Promise<{ moved: number }> {
  const { publisherId, splitId } = UndoSplitInput.parse(input)
  return inTransaction(async (tx) => {
    const found = await findSplitIn(tx, publisherId, splitId)
    const { publisher, other } = await lockTwo(tx, publisherId, found?.toId ?? null)
    if (!canSplitPublishers(ctx.actor)) throw new AppError('FORBIDDEN')
    // Read again, now that nobody else can undo it at the same time.
    const split = await findSplitIn(tx, publisherId, splitId)
    if (!split || !other) throw new AppError('NOT_FOUND')
    if (split.isUndone)
      throw new AppError('MOVE_REFUSED', { text: 'This split is undone already. Nothing was changed.' })
    refuseMerged(publisher, other, 'intoId')
    const { articleIds } = split
    const left = articleIds.length - (await countWith(tx, articleIds, other.id))
    if (left > 0)
      throw new AppError('MOVE_REFUSED', {
        text: `${left} of the ${articleIds.length} articles went on from ${other.name} to another publisher since, so the split cannot be undone as a whole. Nothing was changed; set the publisher of each article instead.`,
      })
    await moveArticles(tx, articleIds, other, publisher)
    await recordEvent(tx, ctx, articleEvents, {
      type: 'publisher.split_undone',
      entityId: publisherId,
      payload: { splitId, fromId: other.id, articleIds },
    })
    return { moved: articleIds.length }
  })
}

/** Always in the same order, so that two who split and merge the opposite ways do not wait for each other. */
async function lockTwo(
  tx: Tx,
  publisherId: string,
  otherId: string | null,
): Promise<{ publisher: Publisher; other: Publisher | null }> {
  for (const id of [publisherId, otherId ?? publisherId].sort()) await lockRow(tx, 'publisher', id)
  return {
    publisher: await lockedPublisher(tx, publisherId),
    other: otherId === null ? null : await lockedPublisher(tx, otherId),
  }
}

/** The publisher that a name means already. */
async function idOfName(tx: Tx, name: string | null): Promise<string | null> {
  if (name === null) return null
  const known = await tx.publisher.findFirst({
    where: { nameKey: foldKey(name) },
    orderBy: [{ mergedIntoId: { sort: 'asc', nulls: 'first' } }, { id: 'asc' }],
    select: { id: true },
  })
  return known?.id ?? null
}

/** Throws STALE where the known publisher got another name meanwhile. */
function refuseNamed(name: string, publisher: Publisher, other: Publisher | null): void {
  if (other === null) return
  if (other.nameKey !== foldKey(name)) throw new AppError('STALE')
  if (other.id === publisher.id)
    throw new AppError('BAD_INPUT', {
      fields: { name: `The articles are with ${publisher.name} already. Name another publisher.` },
    })
}

function refuseMerged(publisher: Publisher, other: Publisher | null, field: 'intoId' | 'name'): void {
  if (publisher.mergedIntoId)
    throw new AppError('MOVE_REFUSED', {
      text: `${publisher.name} was merged into another publisher. Undo that merge first; nothing was changed.`,
    })
  if (other?.mergedIntoId)
    throw new AppError('MOVE_REFUSED', {
      text: `${other.name} was merged into another publisher. Undo that merge first, or choose that one; nothing was changed.`,
      fields: { [field]: 'Choose a publisher that is not merged.' },
    })
}

const countWith = (tx: Tx, articleIds: string[], publisherId: string): Promise<number> =>
  tx.article.count({ where: { id: { in: articleIds }, publisherId } })

/**
 * All or none. The new revision shows an open form of an article's details that its publisher changed: saving it would move
 * the article back unseen.
 */
async function moveArticles(tx: Tx, articleIds: string[], from: Publisher, to: Publisher): Promise<void> {
  const { count } = await tx.article.updateMany({
    where: { id: { in: articleIds }, publisherId: from.id },
    data: { publisherId: to.id, revision: { increment: 1 } },
  })
  if (count < articleIds.length)
    throw new AppError('MOVE_REFUSED', {
      text: `${articleIds.length - count} of the chosen articles are not with ${from.name} any more. Nothing was changed; reload the page and choose again.`,
    })
}
