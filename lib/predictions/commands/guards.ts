import type { Actor, Context } from '@/lib/core/context'
import { AppError } from '@/lib/core/errors'
import { lockRow, type Tx } from '@/lib/platform/db'
import type { Outcome, Prediction } from '@/lib/platform/generated/client'
import { type ApprovalCase, decideApproval } from '../rules/approval'
import { afterMove, OUTCOME_MOVES, type OutcomeMove, PREDICTION_MOVES, type PredictionMove } from '../rules/moves'
import type { OutcomeState, PredictionState } from '../schema'

/** Throws FORBIDDEN. */
export function assertAllowed(ctx: Context, can: (actor: Actor) => boolean): void {
  if (!can(ctx.actor)) throw new AppError('FORBIDDEN')
}

/** The id of the person who acts; what people answer for is not done by processes. */
export function personOf(ctx: Context): string {
  if (ctx.actor.kind !== 'user') throw new AppError('FORBIDDEN', { text: 'Only a person may do this.' })
  return ctx.actor.id
}

/** The prediction, locked after its claim: every command takes the two in this order. */
export async function lockPrediction(tx: Tx, id: string): Promise<Prediction> {
  const found = await tx.prediction.findUnique({ where: { id }, select: { claimId: true } })
  if (found === null) throw new AppError('NOT_FOUND')
  await lockRow(tx, 'claim', found.claimId)
  await lockRow(tx, 'prediction', id)
  return tx.prediction.findUniqueOrThrow({ where: { id } })
}

export async function lockOutcome(tx: Tx, id: string): Promise<Outcome> {
  if (!(await lockRow(tx, 'outcome', id))) throw new AppError('NOT_FOUND')
  return tx.outcome.findUniqueOrThrow({ where: { id } })
}

const PREDICTION_NOW: Record<PredictionState, string> = {
  draft: 'It is a draft, not proposed yet.',
  proposed: 'It is proposed and waits for a second person.',
  opened: 'It is opened: its criteria and window never change. Add a clarification instead.',
  too_vague: 'It is marked too vague, and that is final.',
}
const OUTCOME_NOW: Record<OutcomeState, string> = {
  draft: 'It is a draft, not submitted yet.',
  submitted: 'It is submitted and waits for a second person.',
  approved: 'It is approved: it can only be undone, with a reason.',
  undone: 'It is undone and stays as it was. Record the outcome again.',
  dropped: 'It was dropped and stays as it was. Record the outcome again.',
}

/** The state after the move; throws MOVE_REFUSED with the present state in words. */
export function movePrediction(state: PredictionState, move: PredictionMove): PredictionState {
  const next = afterMove(PREDICTION_MOVES, state, move)
  if (next === null) throw new AppError('MOVE_REFUSED', { text: `${PREDICTION_NOW[state]} Nothing was changed.` })
  return next
}

export function moveOutcome(state: OutcomeState, move: OutcomeMove): OutcomeState {
  const next = afterMove(OUTCOME_MOVES, state, move)
  if (next === null) throw new AppError('MOVE_REFUSED', { text: `${OUTCOME_NOW[state]} Nothing was changed.` })
  return next
}

/** Whether the solo setting is used; throws SAME_PERSON, STALE or FORBIDDEN. */
export function assertApproval(approval: ApprovalCase): boolean {
  const decision = decideApproval(approval)
  if (!decision.allowed) throw new AppError(decision.code, decision.text === null ? {} : { text: decision.text })
  return decision.usesSolo
}
