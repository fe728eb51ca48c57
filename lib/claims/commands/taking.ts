import type { Context } from '@/lib/core/context'
import { AppError } from '@/lib/core/errors'
import { newId } from '@/lib/core/ids'
import type { Span } from '@/lib/core/text'
import type { Tx } from '@/lib/platform/db'
import type { CandidateDifference } from '@/lib/platform/generated/client'
import { setQuantitiesIn, updateClaimIn } from '../commands'
import { COMPARED, newsIn, readOf, takingIn } from '../queries/differences'
import { type ComparedFigure, figureKey } from '../rules/differences'
import { type DifferenceField, StoredReading } from '../schema'
import { carryPlacesIn } from './carrying'
import { decideDifferenceIn } from './differences'
import { reopenCandidateIn } from './triage'

export type Taken = {
  /** What was taken over; the floors above write window and certainty where a prediction stands already. */
  fields: DifferenceField[]
  reading: StoredReading
  /** Null for a rejected candidate: it waits for triage again. */
  claimId: string | null
}

/**
 * Takes over of a newer reading what may be (see the rule), through the commands that edit a claim, and closes the difference.
 * The caller holds its rows. A rejected candidate is reopened as the newer rules read it. Throws MOVE_REFUSED when nothing
 * may be taken over, or the newer words are marked already; STALE with the claim's text as it is now.
 */
export async function takeReadingIn(
  tx: Tx,
  ctx: Context,
  difference: CandidateDifference,
  revision: number | undefined,
): Promise<Taken> {
  const reading = StoredReading.parse(difference.reading)
  const candidate = await tx.candidate.findUniqueOrThrow({
    where: { id: difference.candidateId },
    select: COMPARED,
  })
  const { takeable: fields } = takingIn(candidate, newsIn(candidate, reading), reading)
  if (fields.length === 0)
    throw new AppError('MOVE_REFUSED', {
      text: 'None of this can be changed any more where it stands. Nothing was changed; keep it as decided.',
    })
  const claim = candidate.state === 'rejected' ? null : (candidate.occurrence?.claim ?? null)
  if (claim === null) await reopenAsReadIn(tx, ctx, difference, reading, candidate.occurrence !== null)
  else await editClaimIn(tx, ctx, { claimId: claim.id, revision, fields, reading, was: readOf(candidate).quantities })
  await decideDifferenceIn(tx, ctx, difference, 'taken', fields)
  return { fields, reading, claimId: claim?.id ?? null }
}

/** Back to triage with the newer reading. A place that was under a claim once keeps its words: an occurrence never changes. */
async function reopenAsReadIn(
  tx: Tx,
  ctx: Context,
  { candidateId, extractorVersion }: CandidateDifference,
  { quantities, ...reading }: StoredReading,
  hasPlace: boolean,
): Promise<void> {
  await reopenCandidateIn(tx, ctx, { candidateId })
  const { start, end, quote, prefix, suffix, ...read } = reading
  if (!hasPlace) await refuseMarkedIn(tx, candidateId, { start, end })
  const place = hasPlace ? {} : { start, end, quote, prefix, suffix }
  await tx.quantity.deleteMany({ where: { candidateId } })
  await tx.candidate.update({ where: { id: candidateId }, data: { ...place, ...read, extractorVersion } })
  await tx.quantity.createMany({ data: quantities.map((quantity) => ({ id: newId(), candidateId, ...quantity })) })
  if (!hasPlace) await carryAnewIn(tx, ctx, candidateId)
}

/** Its words are others now, so where later texts have them is looked up again. */
async function carryAnewIn(tx: Tx, ctx: Context, candidateId: string): Promise<void> {
  const { count } = await tx.carriedPlace.deleteMany({ where: { candidateId } })
  if (count === 0) return
  const { articleId } = await tx.candidate.findUniqueOrThrow({
    where: { id: candidateId },
    select: { articleId: true },
  })
  await carryPlacesIn(tx, ctx, articleId)
}

/** A person, or the language model, may have marked these very words meanwhile: one place is never two candidates. */
async function refuseMarkedIn(tx: Tx, candidateId: string, span: Span): Promise<void> {
  const { snapshotId } = await tx.candidate.findUniqueOrThrow({ where: { id: candidateId } })
  const marked = await tx.candidate.findFirst({ where: { snapshotId, ...span, id: { not: candidateId } } })
  if (marked)
    throw new AppError('MOVE_REFUSED', {
      text: 'The words that newer rules read here are marked as another candidate already. Nothing was changed; decide on that one and keep this as decided.',
      details: { candidateId: marked.id },
    })
}

type Edit = {
  claimId: string
  revision: number | undefined
  fields: readonly DifferenceField[]
  reading: StoredReading
  /** The figures as they were read when people decided. */
  was: readonly ComparedFigure[]
}

async function editClaimIn(tx: Tx, ctx: Context, edit: Edit): Promise<void> {
  const { claimId, fields, reading } = edit
  const claim = await tx.claim.findUniqueOrThrow({ where: { id: claimId } })
  const { statement, shortForm, speakerId } = claim
  let revision = edit.revision ?? 0
  if (fields.includes('kind')) {
    const { kind } = reading
    const saved = await updateClaimIn(tx, ctx, { id: claimId, revision, statement, shortForm, kind, speakerId })
    revision = saved.revision
  }
  if (fields.includes('figures'))
    await setQuantitiesIn(tx, ctx, { claimId, revision, quantities: await figuresAfter(tx, edit) })
}

/** The newer figures and those that people added or changed; what older rules read and newer do not goes. */
async function figuresAfter(tx: Tx, { claimId, reading, was }: Edit) {
  const rows = await tx.quantity.findMany({ where: { claimId }, orderBy: { position: 'asc' } })
  const readBefore = new Set(was.map(figureKey))
  const readNow = new Set(reading.quantities.map(figureKey))
  const staying = rows.filter((row) => readNow.has(figureKey(row)) || !readBefore.has(figureKey(row)))
  const known = new Set(staying.map(figureKey))
  return [
    ...staying.map(({ id, text, value, low, high, unit, modifier, change, countOf, asOfOn }) => ({
      ...{ id, text, unit, modifier, change, countOf, asOfOn },
      ...{ value: value?.toFixed() ?? null, low: low?.toFixed() ?? null, high: high?.toFixed() ?? null },
    })),
    ...reading.quantities
      .filter((figure) => !known.has(figureKey(figure)))
      .map(({ text, value, low, high, unit, modifier, change }) => ({
        text,
        value,
        low,
        high,
        unit,
        modifier,
        change,
      })),
  ]
}
