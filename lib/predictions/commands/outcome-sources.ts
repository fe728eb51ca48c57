import { recordEvent } from '@/lib/audit/commands'
import type { Context } from '@/lib/core/context'
import { AppError } from '@/lib/core/errors'
import { newId } from '@/lib/core/ids'
import { assertRevision } from '@/lib/core/revisions'
import { citeAgainIn, citeIn } from '@/lib/evidence/commands/citing'
import { inTransaction, lockRow, type Tx } from '@/lib/platform/db'
import { predictionEvents } from '../events'
import { canWritePredictions } from '../policy'
import { AddOutcomeSourceInput, ChangeOutcomeSourceInput, MOST_SOURCES, RemoveOutcomeSourceInput } from '../schema'
import { assertAllowed, lockOutcome, moveOutcome } from './guards'
import { keepSave, NOT_SUBMITTED, type SavedOutcome, storedContent } from './outcomes'

/**
 * Adds a source to an outcome, as evidence is added to a claim: a known address is used again, the excerpt is looked up in the
 * copy. The outcome keeps the particulars that were written here, because they are what a second person approves. A save: it
 * takes a submission back. Throws STALE, MOVE_REFUSED.
 */
export async function addOutcomeSource(
  ctx: Context,
  given: AddOutcomeSourceInput,
): Promise<SavedOutcome & { isKnownSource: boolean }> {
  const input = AddOutcomeSourceInput.parse(given)
  return inTransaction(async (tx) => {
    await openOutcome(tx, ctx, input)
    const last = await tx.outcomeSource.aggregate({
      where: { outcomeId: input.id },
      _max: { position: true },
      _count: true,
    })
    if (last._count >= MOST_SOURCES)
      throw new AppError('MOVE_REFUSED', { text: `At most ${MOST_SOURCES} sources. Take one off the list first.` })
    const { source, isKnown, place } = await citeIn(tx, ctx, input)
    const { title, publisherName, publishedOn } = input
    await tx.outcomeSource.create({
      data: {
        ...{
          id: newId(),
          outcomeId: input.id,
          sourceId: source.id,
          url: source.url,
          title,
          publisherName,
          publishedOn,
        },
        ...place,
        position: (last._max.position ?? -1) + 1,
      },
    })
    return { ...(await saved(tx, ctx, input.id)), isKnownSource: isKnown }
  })
}

/** Cites other words of a source. Throws STALE, NOT_FOUND when it was taken off the list. */
export async function changeOutcomeSource(ctx: Context, given: ChangeOutcomeSourceInput): Promise<SavedOutcome> {
  const input = ChangeOutcomeSourceInput.parse(given)
  return inTransaction(async (tx) => {
    await openOutcome(tx, ctx, input)
    const cited = await requireCited(tx, input)
    await lockRow(tx, 'source', cited.sourceId)
    const isSame = input.copyId === null && input.excerpt === cited.excerpt
    const place = isSame && cited.copyId !== null ? {} : await citeAgainIn(tx, ctx, cited.source, input)
    await tx.outcomeSource.update({ where: { id: cited.id }, data: place })
    return saved(tx, ctx, input.id)
  })
}

/** Takes a source off an outcome's list. What was saved with it stays readable in the saves. */
export async function removeOutcomeSource(ctx: Context, given: RemoveOutcomeSourceInput): Promise<SavedOutcome> {
  const input = RemoveOutcomeSourceInput.parse(given)
  return inTransaction(async (tx) => {
    await openOutcome(tx, ctx, input)
    const cited = await requireCited(tx, input)
    await tx.outcomeSource.delete({ where: { id: cited.id } })
    return saved(tx, ctx, input.id)
  })
}

async function openOutcome(tx: Tx, ctx: Context, { id, revision }: { id: string; revision: number }): Promise<void> {
  const outcome = await lockOutcome(tx, id)
  assertAllowed(ctx, canWritePredictions)
  moveOutcome(outcome.state, 'save')
  assertRevision(outcome.revision, revision, await storedContent(tx, id))
}

async function requireCited(tx: Tx, { id, citedId }: { id: string; citedId: string }) {
  const cited = await tx.outcomeSource.findFirst({ where: { id: citedId, outcomeId: id }, include: { source: true } })
  if (cited === null) throw new AppError('NOT_FOUND')
  return cited
}

async function saved(tx: Tx, ctx: Context, id: string): Promise<SavedOutcome> {
  const outcome = await tx.outcome.update({ where: { id }, data: { ...NOT_SUBMITTED, revision: { increment: 1 } } })
  await keepSave(tx, ctx, outcome)
  await recordEvent(tx, ctx, predictionEvents, {
    type: 'outcome.saved',
    entityId: id,
    payload: { revision: outcome.revision },
  })
  return { id, revision: outcome.revision }
}
