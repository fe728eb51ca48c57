import type { Context } from '@/lib/core/context'
import type { Prediction } from '@/lib/platform/generated/client'
import { canApprovePredictions, canUndoResolutions, canWritePredictions } from '../policy'
import { CLAIM_CHANGED, decideApproval } from '../rules/approval'
import { afterMove, PREDICTION_MOVES } from '../rules/moves'

/**
 * Whether the viewer may take a step, and if not, why, in words that can be shown. The commands decide again. `usesSolo`:
 * allowed only because the desk has one person, so it will say so.
 */
export type Permission = { allowed: boolean; why: string | null; usesSolo?: boolean }

const REFUSED: Permission = { allowed: false, why: null }
const ALLOWED: Permission = { allowed: true, why: null }
const NOT_EDITOR: Permission = { allowed: false, why: 'Approving takes an editor.' }
const WROTE_IT: Permission = { allowed: false, why: 'You wrote or submitted it, so a second person has to approve it.' }

type Written = {
  authorId: string
  submittedById: string | null
  revision: number
  submittedRevision: number | null
  saves: readonly { savedById: string }[]
  claimWriterIds?: readonly string[]
}

/** Whether the viewer may approve the present revision of what was submitted. */
export function approvalPermission(ctx: Context, { saves, ...written }: Written, isSolo: boolean): Permission {
  if (!canApprovePredictions(ctx.actor)) return NOT_EDITOR
  const decision = decideApproval({
    ...written,
    actorId: ctx.actor.id,
    saverIds: saves.map((save) => save.savedById),
    seenRevision: written.revision,
    isSolo,
  })
  if (decision.allowed) return { ...ALLOWED, usesSolo: decision.usesSolo }
  return decision.text === null ? WROTE_IT : { allowed: false, why: decision.text }
}

/** What an opening rests on beside the prediction: who wrote the claim, and whether it is as it was proposed. */
export type Ground = { claimWriterIds: readonly string[]; isAsProposed: boolean }

export type PredictionPermissions = {
  write: boolean
  approve: Permission
  sendBack: boolean
  clarify: boolean
  judge: boolean
  approveJudgement: Permission
  /** An own proposal may be taken back by whoever made it. */
  refuseJudgement: boolean
  undo: boolean
}

type Facts = Pick<
  Prediction,
  'state' | 'authorId' | 'proposedById' | 'revision' | 'proposedRevision' | 'frozenAt' | 'currentResolutionId'
> & { saves: readonly { savedById: string }[]; judgements: readonly { authorId: string }[] }

/** What the viewer may do with a prediction; null stands for one that was never saved. */
export function predictionPermissions(
  ctx: Context,
  row: Facts | null,
  { claimWriterIds, isAsProposed }: Ground,
  isSolo: boolean,
): PredictionPermissions {
  const mayWrite = canWritePredictions(ctx.actor)
  const isEditor = canApprovePredictions(ctx.actor)
  const judgement = row?.judgements[0]
  const isProposed = row?.state === 'proposed'
  const isOpen = row?.state === 'opened' && row.currentResolutionId === null
  const openingPermission = (): Permission => {
    if (row === null || !isProposed) return REFUSED
    const permission = openingApproval(ctx, row, claimWriterIds, isSolo)
    return permission.allowed && !isAsProposed ? { allowed: false, why: CLAIM_CHANGED } : permission
  }
  return {
    write: mayWrite && (row === null || afterMove(PREDICTION_MOVES, row.state, 'save') !== null),
    approve: openingPermission(),
    sendBack: isEditor && isProposed,
    clarify: isEditor && row !== null && row.frozenAt !== null,
    judge: mayWrite && isOpen && judgement === undefined,
    approveJudgement: judgement === undefined ? REFUSED : judgementPermission(ctx, judgement.authorId, isSolo),
    refuseJudgement: judgement !== undefined && (isEditor || (mayWrite && judgement.authorId === ctx.actor.id)),
    undo: canUndoResolutions(ctx.actor) && row?.state === 'opened' && row.currentResolutionId !== null,
  }
}

type Proposed = Pick<Prediction, 'authorId' | 'proposedById' | 'revision' | 'proposedRevision'> & {
  saves: readonly { savedById: string }[]
}

/** Whether the viewer is a second person to a proposed opening; whether the claim is as it was proposed is asked apart. */
export const openingApproval = (
  ctx: Context,
  { proposedById, proposedRevision, ...row }: Proposed,
  claimWriterIds: readonly string[],
  isSolo: boolean,
): Permission =>
  approvalPermission(
    ctx,
    { ...row, submittedById: proposedById, submittedRevision: proposedRevision, claimWriterIds },
    isSolo,
  )

export const judgementPermission = (ctx: Context, authorId: string, isSolo: boolean): Permission =>
  approvalPermission(ctx, { authorId, submittedById: authorId, revision: 1, submittedRevision: 1, saves: [] }, isSolo)
