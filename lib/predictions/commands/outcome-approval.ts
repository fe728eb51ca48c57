import { recordEvent } from '@/lib/audit/commands'
import type { Context } from '@/lib/core/context'
import { AppError } from '@/lib/core/errors'
import { inTransaction, lockRow, type Tx } from '@/lib/platform/db'
import type { OutcomeLink, Prediction } from '@/lib/platform/generated/client'
import { requireSettings } from '@/lib/settings/queries'
import { predictionEvents } from '../events'
import { canApprovePredictions, canUndoResolutions } from '../policy'
import type { ResolutionKind } from '../schema'
import { RevisionInput, UndoOutcomeInput } from '../schema'
import { reopenNewsOfIn } from './deciding-news'
import { assertAllowed, assertApproval, lockOutcome, moveOutcome, personOf } from './guards'
import { resolveProblem } from './links'
import { reopenIn, resolveIn } from './resolving'

type LinkedPrediction = Pick<Prediction, 'id' | 'claimId' | 'state' | 'currentResolutionId'> & {
  claim: { shortForm: string }
}

/**
 * Approves the exact submitted revision as a second person and resolves all linked predictions with it, or none. Throws
 * MOVE_REFUSED, naming it, when one of them was resolved in the meantime.
 */
export async function approveOutcome(ctx: Context, input: RevisionInput): Promise<void> {
  const { id, revision } = RevisionInput.parse(input)
  await inTransaction(async (tx) => {
    const outcome = await lockOutcome(tx, id)
    assertAllowed(ctx, canApprovePredictions)
    const state = moveOutcome(outcome.state, 'approve')
    const settings = await requireSettings(tx)
    const saves = await tx.outcomeSave.findMany({ where: { outcomeId: id }, select: { savedById: true } })
    const usesSolo = assertApproval({
      actorId: ctx.actor.id,
      authorId: outcome.authorId,
      submittedById: outcome.submittedById,
      saverIds: saves.map((save) => save.savedById),
      revision: outcome.revision,
      submittedRevision: outcome.submittedRevision,
      seenRevision: revision,
      isSolo: settings.isSolo,
    })
    const soloSettingId = usesSolo ? settings.id : null
    const approverId = personOf(ctx)
    const links = await tx.outcomeLink.findMany({ where: { outcomeId: id }, orderBy: { predictionId: 'asc' } })
    const predictions = await lockPredictions(tx, links)
    for (const prediction of predictions.values()) assertResolvable(prediction)
    await tx.outcome.update({ where: { id }, data: { state, approverId, approvedAt: ctx.now, soloSettingId } })
    const { statement, hasHappened, firstOn, lastOn, authorId } = outcome
    await recordEvent(tx, ctx, predictionEvents, {
      type: 'outcome.approved',
      entityId: id,
      payload: { revision, statement, hasHappened, firstOn, lastOn, links, soloSettingId },
    })
    for (const link of links) {
      const prediction = predictions.get(link.predictionId)
      if (prediction === undefined) continue
      const resolution = { kind: closed(link.resolution), outcomeId: id, reason: reasonOf(link) }
      await resolveIn(tx, ctx, prediction, { ...resolution, authorId, approverId, soloSettingId })
    }
  })
}

/** Locks the prediction of each link, in one order for everybody, so that two approvals wait for each other. */
async function lockPredictions(tx: Tx, links: readonly OutcomeLink[]): Promise<Map<string, LinkedPrediction>> {
  const predictions = new Map<string, LinkedPrediction>()
  for (const { predictionId } of links) {
    await lockRow(tx, 'prediction', predictionId)
    const select = {
      id: true,
      claimId: true,
      state: true,
      currentResolutionId: true,
      claim: { select: { shortForm: true } },
    }
    predictions.set(predictionId, await tx.prediction.findUniqueOrThrow({ where: { id: predictionId }, select }))
  }
  return predictions
}

function assertResolvable(prediction: LinkedPrediction): void {
  const problem = resolveProblem(prediction)
  if (problem === null) return
  throw new AppError('MOVE_REFUSED', {
    text: `“${prediction.claim.shortForm}” cannot be resolved: ${problem}. Nothing was approved; send the outcome back or take that prediction off its list.`,
  })
}

function closed(kind: ResolutionKind): Exclude<ResolutionKind, 'open'> {
  if (kind === 'open') throw new AppError('MOVE_REFUSED', { text: 'A linked prediction has no resolution yet.' })
  return kind
}

const reasonOf = (link: OutcomeLink): string =>
  link.overrideReason === null ? link.rule : `${link.overrideReason} (Chosen by a person. The rule: ${link.rule})`

/**
 * Takes an approved outcome back, with a reason: every prediction that it resolved is open again as before, by an appended
 * row that is in the log. The outcome stays readable as undone.
 */
export async function undoOutcome(ctx: Context, input: UndoOutcomeInput): Promise<void> {
  const { id, reason } = UndoOutcomeInput.parse(input)
  await inTransaction(async (tx) => {
    const outcome = await lockOutcome(tx, id)
    assertAllowed(ctx, canUndoResolutions)
    const state = moveOutcome(outcome.state, 'undo')
    const personId = personOf(ctx)
    const inForce = await tx.resolution.findMany({
      where: { outcomeId: id, currentOf: { isNot: null } },
      orderBy: { predictionId: 'asc' },
      select: { predictionId: true, kind: true, prediction: { select: { id: true, claimId: true } } },
    })
    for (const { predictionId } of inForce) await lockRow(tx, 'prediction', predictionId)
    await tx.outcome.update({
      where: { id },
      data: { state, undoneById: personId, undoneAt: ctx.now, undoneReason: reason },
    })
    await recordEvent(tx, ctx, predictionEvents, {
      type: 'outcome.undone',
      entityId: id,
      payload: { reason, predictionIds: inForce.map((resolution) => resolution.predictionId) },
    })
    for (const { kind, prediction } of inForce)
      await reopenIn(tx, ctx, prediction, { kind, outcomeId: id, reason, authorId: personId })
    await reopenNewsOfIn(tx, ctx, id)
  })
}
