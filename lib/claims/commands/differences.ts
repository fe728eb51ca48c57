import { createHash } from 'node:crypto'
import { recordEvent } from '@/lib/audit/commands'
import type { Context } from '@/lib/core/context'
import { AppError } from '@/lib/core/errors'
import { newId } from '@/lib/core/ids'
import { EXTRACTOR_VERSION } from '@/lib/extraction/rules'
import { inTransaction, lockRow, type Tx } from '@/lib/platform/db'
import type { CandidateDifference } from '@/lib/platform/generated/client'
import { claimEvents } from '../events'
import { canTriage } from '../policy'
import { COMPARED, newsIn } from '../queries/differences'
import { readingsAt, readingText } from '../rules/differences'
import type { CandidateFields } from '../rules/extracting'
import { type DifferenceField, KeepDecidedInput, StoredReading } from '../schema'

/**
 * Compares what was read now with the extractor's candidates of a text that people have decided on. What is read otherwise
 * is kept beside the candidate: one open difference each, the newest; a reading that was taken over or turned down before is
 * not proposed again, and an open one that no longer holds goes. Decided data is never touched. `readings`: those that stand
 * at the place of a decided candidate, so that they are not proposed as new ones. The caller holds the article's row.
 */
export async function noteDifferencesIn(
  tx: Tx,
  ctx: Context,
  snapshotId: string,
  found: readonly CandidateFields[],
): Promise<{ readings: ReadonlySet<CandidateFields>; differing: number }> {
  const decided = await tx.candidate.findMany({
    where: { snapshotId, origin: 'extractor', state: { not: 'new' } },
    select: COMPARED,
  })
  const matched = readingsAt(decided, found)
  await tx.candidateDifference.deleteMany({ where: { state: 'open', candidate: { snapshotId } } })
  let differing = 0
  for (const candidate of decided) {
    const reading = matched.get(candidate.id)
    const fields = reading ? newsIn(candidate, reading) : []
    if (reading === undefined || fields.length === 0) continue
    const readingKey = createHash('sha256').update(readingText(reading)).digest('hex')
    if (candidate.differences.some((known) => known.readingKey === readingKey)) continue
    await tx.candidateDifference.create({
      data: {
        ...{ id: newId(), candidateId: candidate.id, extractorVersion: EXTRACTOR_VERSION, createdAt: ctx.now },
        ...{ fields, reading, readingKey },
      },
    })
    differing++
  }
  return { readings: new Set(matched.values()), differing }
}

/**
 * After an edit of a claim: open differences at its places that it settled, so that people decided now what newer rules
 * read, go. The caller holds the claim's row.
 */
export async function dropSettledDifferencesIn(tx: Tx, claimId: string): Promise<void> {
  const open = await tx.candidateDifference.findMany({
    where: { state: 'open', candidate: { state: { in: ['accepted', 'merged'] }, occurrence: { claimId } } },
    select: { id: true, reading: true, candidate: { select: COMPARED } },
  })
  const settled = open.filter(({ reading, candidate }) => {
    const now = StoredReading.safeParse(reading).data
    return now !== undefined && newsIn(candidate, now).length === 0
  })
  if (settled.length > 0)
    await tx.candidateDifference.deleteMany({ where: { id: { in: settled.map(({ id }) => id) }, state: 'open' } })
}

/** Turns a newer reading down: what was decided stays, and the very same reading is not proposed again. */
export async function keepDecided(ctx: Context, given: KeepDecidedInput): Promise<void> {
  const input = KeepDecidedInput.parse(given)
  await inTransaction(async (tx) => {
    const difference = await lockDifferenceIn(tx, ctx, input.differenceId)
    await decideDifferenceIn(tx, ctx, difference, 'kept', difference.fields as DifferenceField[])
  })
}

/**
 * The open difference, its article's and its candidate's rows locked. Throws FORBIDDEN; NOT_FOUND when the article was read again meanwhile;
 * MOVE_REFUSED when somebody has decided on it.
 */
export async function lockDifferenceIn(tx: Tx, ctx: Context, id: string): Promise<CandidateDifference> {
  if (!canTriage(ctx.actor)) throw new AppError('FORBIDDEN')
  const found = await tx.candidateDifference.findUnique({
    where: { id },
    select: { candidate: { select: { id: true, articleId: true } } },
  })
  // the article first, as a reading does: else it could take the difference away from under the decision
  if (found) await lockRow(tx, 'article', found.candidate.articleId)
  if (found) await lockRow(tx, 'candidate', found.candidate.id)
  const difference = found && (await tx.candidateDifference.findUnique({ where: { id } }))
  if (!difference)
    throw new AppError('NOT_FOUND', {
      text: 'The article was read again meanwhile, and this reading is gone. Reload the page; nothing was changed.',
    })
  if (difference.state !== 'open')
    throw new AppError('MOVE_REFUSED', {
      text: `Somebody has ${difference.state === 'kept' ? 'kept what was decided' : 'taken this reading over'} meanwhile. Nothing of yours was stored.`,
    })
  return difference
}

/** Closes a difference, with its event. `fields`: what was taken over, or turned down. */
export async function decideDifferenceIn(
  tx: Tx,
  ctx: Context,
  { id, candidateId, extractorVersion }: CandidateDifference,
  state: 'taken' | 'kept',
  fields: DifferenceField[],
): Promise<void> {
  const { candidate } = await tx.candidateDifference.update({
    where: { id },
    data: { state, fields, decidedById: ctx.actor.id, decidedAt: ctx.now },
    select: { candidate: { select: { articleId: true } } },
  })
  await recordEvent(tx, ctx, claimEvents, {
    type: `difference.${state}`,
    entityId: candidateId,
    payload: { articleId: candidate.articleId, differenceId: id, extractorVersion, fields },
  })
}
