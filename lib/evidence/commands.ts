import { recordEvent } from '@/lib/audit/commands'
import type { Context } from '@/lib/core/context'
import { AppError } from '@/lib/core/errors'
import type { Given } from '@/lib/core/fields'
import { newId } from '@/lib/core/ids'
import { assertRevision } from '@/lib/core/revisions'
import { inTransaction, lockRow, type Tx } from '@/lib/platform/db'
import type { Evidence, Source } from '@/lib/platform/generated/client'
import { archiveWhenCited } from './commands/archiving'
import { attachCopyIn } from './commands/copies'
import { citing, isSubmitted, openClaim, openEvidence, refuseWhileSubmitted } from './commands/locks'
import { watchAgain } from './commands/watching'
import { evidenceEvents } from './events'
import { canEditEvidence } from './policy'
import { changedFields } from './rules'
import { type ExcerptPlace, placeOf } from './rules/excerpts'
import { AddEvidence, RemoveEvidence, UpdateEvidence, UpdateSource } from './schema'

/**
 * Adds a piece of evidence to a claim, at the end of its list. A source whose address is known is reused with the details
 * it has; only what was empty in it is filled in. Throws NOT_FOUND, FORBIDDEN, MOVE_REFUSED (see `openClaim`).
 */
export const addEvidence = (ctx: Context, given: Given<typeof AddEvidence>): Promise<AddedEvidence> =>
  inTransaction((tx) => addEvidenceIn(tx, ctx, given))

export type AddedEvidence = { id: string; sourceId: string; isKnownSource: boolean }

/** As above, where it is one part of more that is done. */
export async function addEvidenceIn(tx: Tx, ctx: Context, given: Given<typeof AddEvidence>): Promise<AddedEvidence> {
  const input = AddEvidence.parse(given)
  await openClaim(tx, ctx, input.claimId)
  await requireQuantityOf(tx, input.claimId, input.quantityId)
  const { source, isKnown } = await citedSource(tx, ctx, input)
  const place = await placeIn(tx, ctx, source, input)
  const last = await tx.evidence.aggregate({ where: { claimId: input.claimId }, _max: { position: true } })
  const id = newId()
  await tx.evidence.create({
    data: {
      id,
      claimId: input.claimId,
      sourceId: source.id,
      position: (last._max.position ?? 0) + 1,
      createdById: ctx.actor.id,
      createdAt: ctx.now,
      ...contentOf(input),
      ...place,
    },
  })
  await watchAgain(tx, ctx, source.id)
  await archiveWhenCited(tx, ctx, source)
  await recordEvent(tx, ctx, evidenceEvents, {
    type: 'evidence.added',
    entityId: input.claimId,
    payload: { evidenceId: id, sourceId: source.id, title: source.title, stance: input.stance },
  })
  return { id, sourceId: source.id, isKnownSource: isKnown }
}

/** Changes excerpt, stance, note or found figure. Throws STALE with the stored text in `details.theirs`. */
export async function updateEvidence(ctx: Context, given: Given<typeof UpdateEvidence>): Promise<void> {
  const input = UpdateEvidence.parse(given)
  await inTransaction(async (tx) => {
    const before = await openEvidence(tx, ctx, input.id)
    assertRevision(before.revision, input.revision, theirsOf(before))
    await requireQuantityOf(tx, before.claimId, input.quantityId)
    const place = await placeAgain(tx, ctx, before, input)
    const content = { ...contentOf(input), excerpt: place.excerpt }
    const changed = changedFields(theirsOf(before), content)
    if (
      Object.keys(changed).length === 0 &&
      place.copyId === before.copyId &&
      place.excerptStart === before.excerptStart
    )
      return
    const revision = before.revision + 1
    await tx.evidence.update({ where: { id: before.id }, data: { ...content, ...place, revision } })
    await recordEvent(tx, ctx, evidenceEvents, {
      type: 'evidence.updated',
      entityId: before.claimId,
      payload: { evidenceId: before.id, title: before.source.title, revision, changed },
    })
  })
}

/** Changes what is known of a source, for every claim that cites it; published verdicts keep what they froze. */
export async function updateSource(ctx: Context, given: Given<typeof UpdateSource>): Promise<void> {
  const input = UpdateSource.parse(given)
  await inTransaction(async (tx) => {
    if (!(await lockRow(tx, 'source', input.id))) throw new AppError('NOT_FOUND')
    if (!canEditEvidence(ctx.actor)) throw new AppError('FORBIDDEN')
    const before = await tx.source.findUniqueOrThrow({ where: { id: input.id } })
    const details = detailsOf(input)
    assertRevision(before.revision, input.revision, detailsOf(before))
    await refuseWhileSubmitted(tx, citing(input.id))
    const changed = changedFields(detailsOf(before), details)
    if (Object.keys(changed).length === 0) return
    const revision = before.revision + 1
    await tx.source.update({ where: { id: input.id }, data: { ...details, revision } })
    await recordEvent(tx, ctx, evidenceEvents, {
      type: 'source.updated',
      entityId: input.id,
      payload: { revision, changed },
    })
  })
}

/** Takes a piece of evidence off the claim, with a reason; the row stays. */
export const removeEvidence = (ctx: Context, given: Given<typeof RemoveEvidence>): Promise<void> =>
  inTransaction((tx) => removeEvidenceIn(tx, ctx, given))

/** As above, where it is one part of more that is done. */
export async function removeEvidenceIn(tx: Tx, ctx: Context, given: Given<typeof RemoveEvidence>): Promise<void> {
  const input = RemoveEvidence.parse(given)
  const removed = await openEvidence(tx, ctx, input.id)
  await tx.evidence.update({
    where: { id: removed.id },
    data: { removedAt: ctx.now, removedReason: input.reason, revision: removed.revision + 1 },
  })
  await recordEvent(tx, ctx, evidenceEvents, {
    type: 'evidence.removed',
    entityId: removed.claimId,
    payload: { evidenceId: removed.id, title: removed.source.title, reason: input.reason },
  })
}

async function requireQuantityOf(tx: Tx, claimId: string, quantityId: string | null): Promise<void> {
  if (quantityId === null) return
  const quantity = await tx.quantity.findFirst({ where: { id: quantityId, claimId }, select: { id: true } })
  if (quantity === null) {
    throw new AppError('BAD_INPUT', {
      fields: { quantityId: 'This figure is not of this claim. Choose one of the list.' },
    })
  }
}

/**
 * Where the excerpt stands in a copy of its source: in the one that was given, which becomes the source's, else in the one it
 * was read in last. Words that no copy has are kept as they were typed, without a place.
 */
async function placeIn(
  tx: Tx,
  ctx: Context,
  source: Source,
  {
    excerpt,
    copyId,
    excerptStart,
    excerptEnd,
  }: Pick<UpdateEvidence, 'excerpt' | 'copyId' | 'excerptStart' | 'excerptEnd'>,
) {
  const given = copyId === null ? null : await attachCopyIn(tx, ctx, source, copyId)
  const watch = { where: { sourceId: source.id }, select: { currentCopy: true } } as const
  const current = (await tx.sourceWatch.findUnique(watch))?.currentCopy ?? null
  const selected = excerptStart === null || excerptEnd === null ? null : { start: excerptStart, end: excerptEnd }
  for (const copy of [given, current]) {
    const place = copy?.text ? placeOf(copy.text, excerpt, copy === given ? selected : null) : null
    if (copy && place) return placeFields(copy.id, place)
  }
  return { ...placeFields(null, null), excerpt }
}

const placeFields = (copyId: string | null, place: ExcerptPlace | null) => ({
  excerpt: place?.excerpt ?? '',
  copyId,
  excerptStart: place?.start ?? null,
  excerptEnd: place?.end ?? null,
  excerptPrefix: place?.prefix ?? null,
  excerptSuffix: place?.suffix ?? null,
})

/** The place that an excerpt had, as long as nobody changed its words or chose another. */
async function placeAgain(tx: Tx, ctx: Context, before: Evidence & { source: Source }, input: UpdateEvidence) {
  const { excerpt, copyId, excerptStart, excerptEnd, excerptPrefix, excerptSuffix } = before
  if (copyId !== null && input.copyId === null && input.excerpt === excerpt)
    return { excerpt, copyId, excerptStart, excerptEnd, excerptPrefix, excerptSuffix }
  return placeIn(tx, ctx, before.source, input)
}

/** The known source that was chosen by name because it has no address. */
async function requireChosen(tx: Tx, sourceId: string): Promise<Source> {
  if (!(await lockRow(tx, 'source', sourceId)))
    throw new AppError('BAD_INPUT', { fields: { title: 'This source is not known any more. Choose another one.' } })
  return tx.source.findUniqueOrThrow({ where: { id: sourceId } })
}

/**
 * The known source of this address with its gaps filled, or a new one. Two people adding one address get one source. While a
 * verdict that cites it waits for approval, the gaps stay: its approver decides on the source as it was submitted.
 */
async function citedSource(tx: Tx, ctx: Context, input: AddEvidence): Promise<{ source: Source; isKnown: boolean }> {
  const ofCopy = await sourceOfCopy(tx, input)
  const chosenId = input.url === null ? (input.sourceId ?? ofCopy) : null
  if (chosenId !== null) return { source: await requireChosen(tx, chosenId), isKnown: true }
  const id = newId()
  const data = { id, url: input.url, createdById: ctx.actor.id, createdAt: ctx.now, ...detailsOf(input) }
  await tx.source.createMany({ data: [data], skipDuplicates: true })
  const found = await tx.source.findFirstOrThrow({ where: input.url === null ? { id } : { url: input.url } })
  if (found.id === id) return { source: found, isKnown: false }
  await lockRow(tx, 'source', found.id)
  const source = await tx.source.findUniqueOrThrow({ where: { id: found.id } })
  if (await isSubmitted(tx, citing(source.id))) return { source, isKnown: true }
  const gaps = {
    publisherName: source.publisherName ?? input.publisherName,
    publishedOn: source.publishedOn ?? input.publishedOn,
    archiveUrl: source.archiveUrl ?? input.archiveUrl,
  }
  const changed = changedFields(detailsOf(source), { ...detailsOf(source), ...gaps })
  if (Object.keys(changed).length === 0) return { source, isKnown: true }
  const revision = source.revision + 1
  const filled = await tx.source.update({ where: { id: source.id }, data: { ...gaps, revision } })
  await recordEvent(tx, ctx, evidenceEvents, {
    type: 'source.updated',
    entityId: source.id,
    payload: { revision, changed },
  })
  return { source: filled, isKnown: true }
}

/** The source that an uploaded file is a copy of already: the same file is the same source. */
async function sourceOfCopy(tx: Tx, { copyId }: AddEvidence): Promise<string | null> {
  if (copyId === null) return null
  return (await tx.sourceCopy.findUnique({ where: { id: copyId }, select: { sourceId: true } }))?.sourceId ?? null
}

const detailsOf = (from: Omit<UpdateSource, 'id' | 'revision'>) => ({
  title: from.title,
  publisherName: from.publisherName,
  kind: from.kind,
  publishedOn: from.publishedOn,
  retrievedOn: from.retrievedOn,
  archiveUrl: from.archiveUrl,
})

const contentOf = (from: Omit<UpdateEvidence, 'id' | 'revision' | 'copyId' | 'excerptStart' | 'excerptEnd'>) => ({
  excerpt: from.excerpt,
  stance: from.stance,
  note: from.note,
  quantityId: from.quantityId,
  foundText: from.foundText,
  foundValue: from.foundValue,
  foundLow: from.foundLow,
  foundHigh: from.foundHigh,
  foundUnit: from.foundUnit,
  foundModifier: from.foundModifier,
  foundAsOfOn: from.foundAsOfOn,
})

/** The stored content in the form's shape: decimals as numbers. */
const theirsOf = (row: Evidence) => ({
  ...contentOf({
    ...row,
    note: row.note ?? '',
    foundValue: row.foundValue?.toNumber() ?? null,
    foundLow: row.foundLow?.toNumber() ?? null,
    foundHigh: row.foundHigh?.toNumber() ?? null,
  }),
})
