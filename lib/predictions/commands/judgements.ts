import { recordEvent } from '@/lib/audit/commands'
import type { Context } from '@/lib/core/context'
import { AppError } from '@/lib/core/errors'
import { newId } from '@/lib/core/ids'
import { inTransaction, lockRow, type Tx } from '@/lib/platform/db'
import type { Judgement, Prediction } from '@/lib/platform/generated/client'
import { requireSettings } from '@/lib/settings/queries'
import { predictionEvents } from '../events'
import { canApprovePredictions, canUndoResolutions, canWritePredictions } from '../policy'
import { afterMove, JUDGEMENT_MOVES, type JudgementMove, judgementState } from '../rules/moves'
import { ApproveJudgementInput, ProposeJudgementInput, RefuseJudgementInput, UndoResolutionInput } from '../schema'
import { assertAllowed, assertApproval, lockPrediction, personOf } from './guards'
import { reopenIn, resolveIn } from './resolving'
import { addJudgementSourcesIn } from './sources'

/**
 * Proposes that an opened prediction is void (its condition failed) or too vague after all, with the reason. A second person
 * decides; until then nothing changes for readers. Throws ALREADY_EXISTS while another proposal waits.
 */
export async function proposeJudgement(ctx: Context, input: ProposeJudgementInput): Promise<{ id: string }> {
  const { predictionId, kind, reason, sources } = ProposeJudgementInput.parse(input)
  return inTransaction(async (tx) => {
    const prediction = await lockPrediction(tx, predictionId)
    assertAllowed(ctx, canWritePredictions)
    assertUnresolved(prediction)
    const waiting = await tx.judgement.count({ where: { predictionId, resolutionId: null, refusedAt: null } })
    if (waiting > 0)
      throw new AppError('ALREADY_EXISTS', { text: 'A proposal for it waits already. Decide that one first.' })
    const id = newId()
    await tx.judgement.create({
      data: { id, predictionId, kind, reason, authorId: personOf(ctx), createdAt: ctx.now },
    })
    const { zone } = await requireSettings(tx)
    await addJudgementSourcesIn(tx, ctx, id, sources, zone)
    await recordEvent(tx, ctx, predictionEvents, {
      type: 'judgement.proposed',
      entityId: predictionId,
      payload: { claimId: prediction.claimId, judgementId: id, kind, reason },
    })
    return { id }
  })
}

/** Approves a proposed judgement as a second person: it becomes the prediction's resolution. */
export async function approveJudgement(ctx: Context, input: ApproveJudgementInput): Promise<void> {
  const { judgementId } = ApproveJudgementInput.parse(input)
  await inTransaction(async (tx) => {
    const { judgement, prediction } = await lockJudgement(tx, judgementId)
    assertAllowed(ctx, canApprovePredictions)
    assertMove(judgement, 'approve')
    assertUnresolved(prediction)
    const settings = await requireSettings(tx)
    const usesSolo = assertApproval({
      actorId: ctx.actor.id,
      authorId: judgement.authorId,
      submittedById: judgement.authorId,
      saverIds: [],
      // a judgement is never edited, so there is one revision of it
      revision: 1,
      submittedRevision: 1,
      seenRevision: 1,
      isSolo: settings.isSolo,
    })
    const resolutionId = await resolveIn(tx, ctx, prediction, {
      kind: judgement.kind === 'void' ? 'void' : 'too_vague',
      outcomeId: null,
      reason: judgement.reason,
      authorId: judgement.authorId,
      approverId: personOf(ctx),
      soloSettingId: usesSolo ? settings.id : null,
    })
    await tx.judgement.update({ where: { id: judgementId }, data: { resolutionId } })
  })
}

/** Refuses a proposed judgement, or takes one's own back, with a reason. */
export async function refuseJudgement(ctx: Context, input: RefuseJudgementInput): Promise<void> {
  const { judgementId, reason } = RefuseJudgementInput.parse(input)
  await inTransaction(async (tx) => {
    const { judgement, prediction } = await lockJudgement(tx, judgementId)
    const isOwn = judgement.authorId === ctx.actor.id
    assertAllowed(ctx, isOwn ? canWritePredictions : canApprovePredictions)
    assertMove(judgement, 'refuse')
    await tx.judgement.update({
      where: { id: judgementId },
      data: { refusedById: personOf(ctx), refusedAt: ctx.now, refusedReason: reason },
    })
    await recordEvent(tx, ctx, predictionEvents, {
      type: 'judgement.refused',
      entityId: prediction.id,
      payload: { claimId: prediction.claimId, judgementId, kind: judgement.kind, reason },
    })
  })
}

/** Takes back a judgement that was approved, with a reason; what an outcome resolved is undone with its outcome. */
export async function undoResolution(ctx: Context, input: UndoResolutionInput): Promise<void> {
  const { predictionId, reason } = UndoResolutionInput.parse(input)
  await inTransaction(async (tx) => {
    const prediction = await lockPrediction(tx, predictionId)
    assertAllowed(ctx, canUndoResolutions)
    const current =
      prediction.currentResolutionId === null
        ? null
        : await tx.resolution.findUnique({ where: { id: prediction.currentResolutionId } })
    if (current === null) throw new AppError('MOVE_REFUSED', { text: 'It is open: there is nothing to undo.' })
    if (current.outcomeId !== null)
      throw new AppError('MOVE_REFUSED', {
        text: 'An outcome resolved it. Undo the outcome: it may resolve others too.',
      })
    if (prediction.state === 'too_vague')
      throw new AppError('MOVE_REFUSED', {
        text: 'It was marked too vague instead of being opened, and that is final. Make another claim if it can be checked after all.',
      })
    const authorId = personOf(ctx)
    await reopenIn(tx, ctx, prediction, { kind: current.kind, outcomeId: null, reason, authorId })
  })
}

async function lockJudgement(tx: Tx, id: string): Promise<{ judgement: Judgement; prediction: Prediction }> {
  const found = await tx.judgement.findUnique({ where: { id }, select: { predictionId: true } })
  if (found === null) throw new AppError('NOT_FOUND')
  const prediction = await lockPrediction(tx, found.predictionId)
  await lockRow(tx, 'judgement', id)
  return { judgement: await tx.judgement.findUniqueOrThrow({ where: { id } }), prediction }
}

function assertMove(judgement: Judgement, move: JudgementMove): void {
  if (afterMove(JUDGEMENT_MOVES, judgementState(judgement), move) === null)
    throw new AppError('MOVE_REFUSED', { text: 'This proposal was decided already. Nothing was changed.' })
}

function assertUnresolved(prediction: Prediction): void {
  if (prediction.state !== 'opened')
    throw new AppError('MOVE_REFUSED', { text: 'Only an opened prediction can be judged. Nothing was changed.' })
  if (prediction.currentResolutionId !== null)
    throw new AppError('MOVE_REFUSED', { text: 'It is resolved already. Undo that first. Nothing was changed.' })
}
