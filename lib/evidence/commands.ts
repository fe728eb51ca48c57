import { recordEvent } from '@/lib/audit/commands'
import type { Context } from '@/lib/core/context'
import { AppError } from '@/lib/core/errors'
import type { Given } from '@/lib/core/fields'
import { newId } from '@/lib/core/ids'
import { assertRevision } from '@/lib/core/revisions'
import { inTransaction, lockRow, type Tx } from '@/lib/platform/db'
import type { Evidence, Source } from '@/lib/platform/generated/client'
import type { ArticleCopy } from './commands/article-copies'
import { citeAgainIn, citeIn, detailsOf } from './commands/citing'
import { citing, openClaim, openEvidence, refuseWhileSubmitted } from './commands/locks'
import { evidenceEvents } from './events'
import { canEditEvidence } from './policy'
import { changedFields } from './rules'
import { AddEvidence, RemoveEvidence, UpdateEvidence, UpdateSource } from './schema'

/**
 * Adds a piece of evidence to a claim, at the end of its list. A source whose address is known is reused with the details
 * it has; only what was empty in it is filled in. Throws NOT_FOUND, FORBIDDEN, MOVE_REFUSED (see `openClaim`).
 */
export const addEvidence = (ctx: Context, given: Given<typeof AddEvidence>): Promise<AddedEvidence> =>
  inTransaction((tx) => addEvidenceIn(tx, ctx, given))

export type AddedEvidence = { id: string; sourceId: string; isKnownSource: boolean }

/** As above, where it is one part of more that is done. `article`: see `citeIn`. */
export async function addEvidenceIn(
  tx: Tx,
  ctx: Context,
  given: Given<typeof AddEvidence>,
  article: ArticleCopy | null = null,
): Promise<AddedEvidence> {
  const input = AddEvidence.parse(given)
  await openClaim(tx, ctx, input.claimId)
  await requireQuantityOf(tx, input.claimId, input.quantityId)
  const { source, isKnown, place } = await citeIn(tx, ctx, input, article)
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

/** The place that an excerpt had, as long as nobody changed its words or chose another. */
async function placeAgain(tx: Tx, ctx: Context, before: Evidence & { source: Source }, input: UpdateEvidence) {
  const { excerpt, copyId, excerptStart, excerptEnd, excerptPrefix, excerptSuffix } = before
  if (copyId !== null && input.copyId === null && input.excerpt === excerpt)
    return { excerpt, copyId, excerptStart, excerptEnd, excerptPrefix, excerptSuffix }
  await lockRow(tx, 'source', before.sourceId)
  return citeAgainIn(tx, ctx, before.source, input)
}

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
