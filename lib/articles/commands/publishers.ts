import slugify from '@sindresorhus/slugify'
import { recordEvent } from '@/lib/audit/commands'
import { getLastEvent } from '@/lib/audit/queries'
import type { Context } from '@/lib/core/context'
import { AppError } from '@/lib/core/errors'
import { newId } from '@/lib/core/ids'
import { assertRevision } from '@/lib/core/revisions'
import { foldKey } from '@/lib/core/text'
import { inTransaction, lockRow, type Tx } from '@/lib/platform/db'
import type { Publisher } from '@/lib/platform/generated/client'
import { articleEvents, MergedPayload } from '../events'
import { canEditPublishers, canMergePublishers } from '../policy'
import { isUnknownPublisher } from '../rules/importing'
import { MergePublishersInput, PublisherEdit, PublisherInput, UndoMergeInput } from '../schema'
import { lockWords } from './locks'

type Fields = { name: string; domain: string | null; country: string | null; zone: string | null }
const fieldsOf = ({ name, domain, country, zone }: Fields): Fields => ({ name, domain, country, zone })

/**
 * The publisher of that name or domain, else a new one. A merged publisher stands for the one it was merged into.
 * To be called inside the command that needs it; two callers with the same name get the same row.
 */
export async function findOrMakePublisher(
  tx: Tx,
  ctx: Context,
  given: { name: string; domain: string | null },
): Promise<{ id: string; name: string; country: string | null }> {
  const nameKey = foldKey(given.name)
  await lockWords(tx, [`publisher:${nameKey}`])
  const known = await tx.publisher.findFirst({
    where: { OR: [{ nameKey }, ...(given.domain ? [{ domain: given.domain, nameKey: foldKey(given.domain) }] : [])] },
    include: { mergedInto: true },
    orderBy: { id: 'asc' },
  })
  if (known) return known.mergedInto ?? known
  return insertPublisher(tx, ctx, { name: given.name, domain: given.domain, country: null, zone: null })
}

/** Adds a publisher. Refuses a name that another one carries (ALREADY_EXISTS at `name`). */
export async function createPublisher(ctx: Context, input: PublisherInput): Promise<{ publisherId: string }> {
  if (!canEditPublishers(ctx.actor)) throw new AppError('FORBIDDEN')
  const fields = PublisherInput.parse(input)
  return inTransaction(async (tx) => {
    await lockWords(tx, [`publisher:${foldKey(fields.name)}`])
    await refuseTakenName(tx, fields.name, null)
    const { id } = await insertPublisher(tx, ctx, fields)
    return { publisherId: id }
  })
}

/** Changes name, domain, country or zone. STALE when somebody saved since `revision`. */
export async function editPublisher(ctx: Context, input: PublisherEdit): Promise<{ revision: number }> {
  const { publisherId, revision, ...fields } = PublisherEdit.parse(input)
  return inTransaction(async (tx) => {
    await lockWords(tx, [`publisher:${foldKey(fields.name)}`])
    const publisher = await lockedPublisher(tx, publisherId)
    if (!canEditPublishers(ctx.actor)) throw new AppError('FORBIDDEN')
    assertRevision(publisher.revision, revision, fieldsOf(publisher))
    await refuseTakenName(tx, fields.name, publisherId)
    await tx.publisher.update({
      where: { id: publisherId },
      data: { ...fields, nameKey: foldKey(fields.name), revision: revision + 1 },
    })
    await recordEvent(tx, ctx, articleEvents, {
      type: 'publisher.updated',
      entityId: publisherId,
      payload: { before: fieldsOf(publisher), after: fields },
    })
    return { revision: revision + 1 }
  })
}

/**
 * Moves the articles of one publisher to another and points it there; later imports under the old name go to the new
 * one. `undoPublisherMerge` moves exactly these articles back.
 */
export async function mergePublishers(ctx: Context, input: MergePublishersInput): Promise<{ moved: number }> {
  const { publisherId, intoId, reason } = MergePublishersInput.parse(input)
  return inTransaction(async (tx) => {
    // Always in the same order, so that two merges the opposite ways do not wait for each other.
    for (const id of [publisherId, intoId].sort()) await lockRow(tx, 'publisher', id)
    const [publisher, into] = [await lockedPublisher(tx, publisherId), await lockedPublisher(tx, intoId)]
    if (!canMergePublishers(ctx.actor)) throw new AppError('FORBIDDEN')
    if (isUnknownPublisher(publisher.name))
      throw new AppError('MOVE_REFUSED', {
        text: `${publisher.name} stands for articles that name none, now and later. Set the publisher of each article instead.`,
      })
    if (publisher.mergedIntoId)
      throw new AppError('MOVE_REFUSED', { text: `${publisher.name} is merged already. Undo that merge first.` })
    if (into.mergedIntoId)
      throw new AppError('MOVE_REFUSED', {
        text: `${into.name} is itself merged into another publisher. Choose that one.`,
        fields: { intoId: 'Choose a publisher that is not merged.' },
      })
    if ((await tx.publisher.count({ where: { mergedIntoId: publisherId } })) > 0)
      throw new AppError('MOVE_REFUSED', {
        text: `Other publishers were merged into ${publisher.name}. Undo those merges first, or merge the other way round.`,
      })
    const articles = await tx.article.findMany({ where: { publisherId }, select: { id: true }, orderBy: { id: 'asc' } })
    const articleIds = articles.map((article) => article.id)
    await tx.article.updateMany({ where: { publisherId }, data: { publisherId: intoId } })
    await tx.publisher.update({
      where: { id: publisherId },
      data: { mergedIntoId: intoId, revision: { increment: 1 } },
    })
    const why = { type: 'publisher.reason_given', entityId: publisherId, payload: { reason } } as const
    await recordEvent(tx, ctx, articleEvents, why)
    await recordEvent(tx, ctx, articleEvents, {
      type: 'publisher.merged',
      entityId: publisherId,
      payload: { intoId, articleIds },
    })
    return { moved: articleIds.length }
  })
}

/** Splits what was merged: the articles that moved then, and are still there, go back. */
export async function undoPublisherMerge(ctx: Context, input: { publisherId: string }): Promise<{ moved: number }> {
  const { publisherId } = UndoMergeInput.parse(input)
  return inTransaction(async (tx) => {
    const given = await tx.publisher.findUnique({ where: { id: publisherId }, select: { mergedIntoId: true } })
    // In the order in which a merge takes them. The pointer is read again once both are held.
    for (const id of [publisherId, given?.mergedIntoId ?? publisherId].sort()) await lockRow(tx, 'publisher', id)
    const publisher = await lockedPublisher(tx, publisherId)
    if (!canMergePublishers(ctx.actor)) throw new AppError('FORBIDDEN')
    if (publisher.mergedIntoId !== given?.mergedIntoId) throw new AppError('STALE')
    const last = await getLastEvent(tx, 'publisher', publisherId, 'publisher.merged')
    if (!publisher.mergedIntoId || !last)
      throw new AppError('MOVE_REFUSED', { text: `${publisher.name} is not merged. Nothing was changed.` })
    const { intoId, articleIds } = MergedPayload.parse(last.payload)
    const { count } = await tx.article.updateMany({
      where: { id: { in: articleIds }, publisherId: intoId },
      data: { publisherId },
    })
    await tx.publisher.update({ where: { id: publisherId }, data: { mergedIntoId: null, revision: { increment: 1 } } })
    await recordEvent(tx, ctx, articleEvents, {
      type: 'publisher.merge_undone',
      entityId: publisherId,
      payload: { fromId: intoId, articleIds, mergeId: last.id },
    })
    return { moved: count }
  })
}

/** A new row with a free slug, and its event. The caller holds the name (`publisher:KEY`) and has checked that it is free. */
export async function insertPublisher(tx: Tx, ctx: Context, fields: Fields): Promise<Publisher> {
  const publisher = await tx.publisher.create({
    data: {
      id: newId(),
      ...fields,
      slug: await freeSlug(tx, fields.name),
      nameKey: foldKey(fields.name),
      createdAt: ctx.now,
    },
  })
  await recordEvent(tx, ctx, articleEvents, { type: 'publisher.created', entityId: publisher.id, payload: fields })
  return publisher
}

/** "example-courier", or with a number behind it where that is taken. The lock holds it until the row is there. */
async function freeSlug(tx: Tx, name: string): Promise<string> {
  const base = slugify(name).slice(0, 80) || 'publisher'
  await lockWords(tx, [`publisher-slug:${base}`])
  const taken = new Set(
    (await tx.publisher.findMany({ where: { slug: { startsWith: base } }, select: { slug: true }, take: 1000 })).map(
      (p) => p.slug,
    ),
  )
  for (let n = 1; ; n++) {
    const slug = n === 1 ? base : `${base}-${n}`
    if (!taken.has(slug)) return slug
  }
}

/** Throws ALREADY_EXISTS at `name` when a publisher other than `ownId` carries the name. */
async function refuseTakenName(tx: Tx, name: string, ownId: string | null): Promise<void> {
  const other = await tx.publisher.findFirst({
    where: { nameKey: foldKey(name), ...(ownId ? { id: { not: ownId } } : {}) },
  })
  if (other)
    throw new AppError('ALREADY_EXISTS', {
      fields: { name: `${other.name} is in the list already. Merge the two if they are one.` },
    })
}

/** Throws NOT_FOUND. */
export async function lockedPublisher(tx: Tx, id: string): Promise<Publisher> {
  if (!(await lockRow(tx, 'publisher', id))) throw new AppError('NOT_FOUND')
  return tx.publisher.findUniqueOrThrow({ where: { id } })
}
