import { recordEvent } from '@/lib/audit/commands'
import { setClaimPublicationIn } from '@/lib/claims/commands'
import { dropSettledDifferencesIn } from '@/lib/claims/commands/differences'
import type { Context } from '@/lib/core/context'
import { dayInZone } from '@/lib/core/days'
import { AppError } from '@/lib/core/errors'
import { newId } from '@/lib/core/ids'
import { assertRevision } from '@/lib/core/revisions'
import { inTransaction, lockRow, type Tx } from '@/lib/platform/db'
import type { Claim, Prediction } from '@/lib/platform/generated/client'
import { requireSettings } from '@/lib/settings/queries'
import { certaintyOf } from '@/lib/settings/rules'
import type { Settings } from '@/lib/settings/schema'
import { predictionEvents } from '../events'
import { canApprovePredictions, canWritePredictions } from '../policy'
import { columnsOfPrediction, contentOfPrediction } from '../queries/content'
import { digestOfGround, listClaimWriters, speakerOfPrediction } from '../queries/ground'
import { CLAIM_CHANGED } from '../rules/approval'
import { missingForOpening } from '../rules/moves'
import {
  ClarificationInput,
  type PredictionContent,
  RevisionInput,
  SavePredictionInput,
  SendBackInput,
} from '../schema'
import { assertAllowed, assertApproval, lockPrediction, movePrediction, personOf } from './guards'
import { resolveIn } from './resolving'

const NOT_PROPOSED = { proposedById: null, proposedAt: null, proposedRevision: null, proposedDigest: null } as const

export type SavedPrediction = { id: string; revision: number }

/**
 * Stores what a person writes about a prediction; the first save makes its row, a save after proposing takes the proposal
 * back. Throws STALE with the other text in `details.theirs`, MOVE_REFUSED once it is opened.
 */
export const savePrediction = (ctx: Context, input: SavePredictionInput): Promise<SavedPrediction> =>
  inTransaction(async (tx) => {
    const saved = await savePredictionIn(tx, ctx, input)
    await dropSettledDifferencesIn(tx, input.claimId)
    return saved
  })

export async function savePredictionIn(tx: Tx, ctx: Context, input: SavePredictionInput): Promise<SavedPrediction> {
  const { claimId, revision, content } = SavePredictionInput.parse(input)
  if (!(await lockRow(tx, 'claim', claimId))) throw new AppError('NOT_FOUND')
  assertAllowed(ctx, canWritePredictions)
  const personId = personOf(ctx)
  const claim = await tx.claim.findUniqueOrThrow({ where: { id: claimId } })
  assertIsPrediction(claim)
  const before = await tx.prediction.findUnique({ where: { claimId } })
  const settings = await requireSettings(tx)
  assertSaidByNow(content, dayInZone(ctx.now, settings.zone))
  if (before) {
    movePrediction(before.state, 'save')
    assertRevision(before.revision, revision ?? 0, contentOfPrediction(before))
  } else assertRevision(0, revision ?? 0)
  const saved = await writePrediction(tx, ctx, { before, claim, content, settings, personId })
  await tx.predictionSave.create({
    data: {
      id: newId(),
      predictionId: saved.id,
      revision: saved.revision,
      savedById: personId,
      savedAt: ctx.now,
      content,
    },
  })
  await recordEvent(tx, ctx, predictionEvents, {
    type: 'prediction.saved',
    entityId: saved.id,
    payload: { claimId, revision: saved.revision },
  })
  return saved
}

function assertIsPrediction(claim: Claim): void {
  if (claim.kind !== 'prediction')
    throw new AppError('MOVE_REFUSED', { text: 'This claim is not a prediction. Change its kind first.' })
  if (claim.state === 'merged' || claim.state === 'hidden')
    throw new AppError('MOVE_REFUSED', { text: `This claim is ${claim.state}. Nothing was stored.` })
}

function assertSaidByNow(content: PredictionContent, today: string): void {
  if (content.saidOn !== null && content.saidOn > today)
    throw new AppError('BAD_INPUT', {
      fields: { saidOn: 'That day has not come yet. Give the day on which it was said.' },
    })
}

type Writing = {
  before: Prediction | null
  claim: Claim
  content: PredictionContent
  settings: Settings
  personId: string
}

async function writePrediction(tx: Tx, ctx: Context, writing: Writing): Promise<SavedPrediction> {
  const { before, claim, content, settings, personId } = writing
  const data = {
    ...columnsOfPrediction(content),
    certainty: certaintyOf(settings.certaintyTable, content.certaintyWords),
    settingId: settings.id,
    speakerId: await speakerOfPrediction(tx, claim.id),
    state: 'draft' as const,
    ...NOT_PROPOSED,
  }
  const select = { id: true, revision: true }
  if (before)
    return tx.prediction.update({ where: { id: before.id }, data: { ...data, revision: { increment: 1 } }, select })
  return tx.prediction.create({
    data: { ...data, id: newId(), claimId: claim.id, authorId: personId, createdAt: ctx.now },
    select,
  })
}

/**
 * Hands the exact revision, with the claim's statement and speaker as they are now, to a second person. Needs window and
 * criteria, or the reason why it is too vague.
 */
export async function proposePrediction(ctx: Context, input: RevisionInput): Promise<void> {
  const { id, revision } = RevisionInput.parse(input)
  await inTransaction(async (tx) => {
    const prediction = await lockPrediction(tx, id)
    assertAllowed(ctx, canWritePredictions)
    assertIsPrediction(await tx.claim.findUniqueOrThrow({ where: { id: prediction.claimId } }))
    const state = movePrediction(prediction.state, 'propose')
    assertRevision(prediction.revision, revision, contentOfPrediction(prediction))
    const fields = missingForOpening(prediction)
    if (Object.keys(fields).length > 0)
      throw new AppError('BAD_INPUT', {
        text: 'Something is missing. What you saved is kept; add it and propose again.',
        fields,
      })
    await tx.prediction.update({
      where: { id },
      data: {
        state,
        speakerId: await speakerOfPrediction(tx, prediction.claimId),
        proposedById: personOf(ctx),
        proposedAt: ctx.now,
        proposedRevision: revision,
        proposedDigest: await digestOfGround(tx, prediction.claimId),
        sentBackById: null,
        sentBackReason: null,
      },
    })
    await recordEvent(tx, ctx, predictionEvents, {
      type: 'prediction.proposed',
      entityId: id,
      payload: { claimId: prediction.claimId, revision, isTooVague: prediction.vagueReason !== null },
    })
  })
}

/**
 * Opens a proposed prediction, or marks it too vague: by a second person, for the exact revision. From then it is frozen and
 * public. Throws SAME_PERSON for anyone who wrote it or the claim's statement (unless the desk has one person), STALE for another
 * revision, or when the claim changed since it was proposed.
 */
export async function approveOpening(ctx: Context, input: RevisionInput): Promise<void> {
  const { id, revision } = RevisionInput.parse(input)
  await inTransaction(async (tx) => {
    const prediction = await lockPrediction(tx, id)
    assertAllowed(ctx, canApprovePredictions)
    const isTooVague = prediction.vagueReason !== null
    const state = movePrediction(prediction.state, isTooVague ? 'mark_too_vague' : 'open')
    await assertAsProposed(tx, prediction)
    const settings = await requireSettings(tx)
    const saves = await tx.predictionSave.findMany({ where: { predictionId: id }, select: { savedById: true } })
    const usesSolo = assertApproval({
      actorId: ctx.actor.id,
      authorId: prediction.authorId,
      submittedById: prediction.proposedById,
      saverIds: saves.map((save) => save.savedById),
      claimWriterIds: await listClaimWriters(tx, prediction.claimId),
      revision: prediction.revision,
      submittedRevision: prediction.proposedRevision,
      seenRevision: revision,
      isSolo: settings.isSolo,
    })
    const soloSettingId = usesSolo ? settings.id : null
    await tx.prediction.update({
      where: { id },
      data: { state, approverId: personOf(ctx), frozenAt: ctx.now, soloSettingId },
    })
    await setClaimPublicationIn(tx, ctx, prediction.claimId, { state: 'published' })
    if (isTooVague) await recordTooVague(tx, ctx, prediction, soloSettingId)
    else await recordOpened(tx, ctx, prediction, soloSettingId)
  })
}

async function assertAsProposed(tx: Tx, { claimId, proposedDigest }: Prediction): Promise<void> {
  assertIsPrediction(await tx.claim.findUniqueOrThrow({ where: { id: claimId } }))
  if (proposedDigest !== (await digestOfGround(tx, claimId))) throw new AppError('STALE', { text: CLAIM_CHANGED })
}

async function recordOpened(tx: Tx, ctx: Context, prediction: Prediction, soloSettingId: string | null): Promise<void> {
  const { claimId, revision, saidOn, dueFrom, dueTo, graceDays, criteria, certaintyWords, settingId } = prediction
  const certainty = prediction.certainty?.toNumber() ?? null
  await recordEvent(tx, ctx, predictionEvents, {
    type: 'prediction.opened',
    entityId: prediction.id,
    payload: {
      claimId,
      revision,
      saidOn,
      dueFrom,
      dueTo,
      graceDays,
      criteria,
      certaintyWords,
      certainty,
      settingId,
      soloSettingId,
    },
  })
}

async function recordTooVague(
  tx: Tx,
  ctx: Context,
  prediction: Prediction,
  soloSettingId: string | null,
): Promise<void> {
  const reason = prediction.vagueReason ?? ''
  await recordEvent(tx, ctx, predictionEvents, {
    type: 'prediction.marked_too_vague',
    entityId: prediction.id,
    payload: { claimId: prediction.claimId, revision: prediction.revision, reason, soloSettingId },
  })
  await resolveIn(tx, ctx, prediction, {
    kind: 'too_vague',
    outcomeId: null,
    reason,
    authorId: prediction.proposedById ?? prediction.authorId,
    approverId: personOf(ctx),
    soloSettingId,
  })
}

/** Gives a proposed prediction back to its author with a reason. */
export async function sendBackPrediction(ctx: Context, input: SendBackInput): Promise<void> {
  const { id, revision, reason } = SendBackInput.parse(input)
  await inTransaction(async (tx) => {
    const prediction = await lockPrediction(tx, id)
    assertAllowed(ctx, canApprovePredictions)
    const state = movePrediction(prediction.state, 'send_back')
    assertRevision(prediction.revision, revision, contentOfPrediction(prediction))
    await tx.prediction.update({
      where: { id },
      data: {
        state,
        sentBackById: personOf(ctx),
        sentBackReason: reason,
        ...NOT_PROPOSED,
      },
    })
    await recordEvent(tx, ctx, predictionEvents, {
      type: 'prediction.sent_back',
      entityId: id,
      payload: { claimId: prediction.claimId, revision, reason },
    })
  })
}

/** A dated, public explanation of an opened prediction. Changes nothing that is frozen. */
export async function addClarification(ctx: Context, input: ClarificationInput): Promise<void> {
  const { predictionId, text } = ClarificationInput.parse(input)
  await inTransaction(async (tx) => {
    const prediction = await lockPrediction(tx, predictionId)
    assertAllowed(ctx, canApprovePredictions)
    if (prediction.frozenAt === null)
      throw new AppError('MOVE_REFUSED', { text: 'It is not opened yet: change its text instead. Nothing was stored.' })
    const clarification = { id: newId(), predictionId, text, authorId: personOf(ctx), createdAt: ctx.now }
    await tx.clarification.create({ data: clarification })
    await recordEvent(tx, ctx, predictionEvents, {
      type: 'prediction.clarified',
      entityId: predictionId,
      payload: { claimId: prediction.claimId, clarificationId: clarification.id, text },
    })
  })
}
