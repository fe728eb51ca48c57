import { recordEvent } from '@/lib/audit/commands'
import type { Context } from '@/lib/core/context'
import { newId } from '@/lib/core/ids'
import type { Tx } from '@/lib/platform/db'
import { predictionEvents } from '../events'
import type { ResolutionKind } from '../schema'

type Resolved = { id: string; claimId: string }

export type NewResolution = {
  kind: Exclude<ResolutionKind, 'open'>
  outcomeId: string | null
  reason: string
  authorId: string
  approverId: string
  soloSettingId: string | null
}

/** Appends a resolution to a locked prediction, puts it in force and tells. Returns its id. */
export async function resolveIn(
  tx: Tx,
  ctx: Context,
  prediction: Resolved,
  resolution: NewResolution,
): Promise<string> {
  const id = newId()
  await tx.resolution.create({ data: { ...resolution, id, predictionId: prediction.id, createdAt: ctx.now } })
  await tx.prediction.update({ where: { id: prediction.id }, data: { currentResolutionId: id } })
  const { kind, outcomeId, reason, soloSettingId } = resolution
  await recordEvent(tx, ctx, predictionEvents, {
    type: 'prediction.resolved',
    entityId: prediction.id,
    payload: { claimId: prediction.claimId, resolutionId: id, kind, outcomeId, reason, soloSettingId },
  })
  return id
}

/** Takes the resolution in force back: an appended row says so, and the prediction is open again as before. */
export async function reopenIn(
  tx: Tx,
  ctx: Context,
  prediction: Resolved,
  undone: { kind: ResolutionKind; outcomeId: string | null; reason: string; authorId: string },
): Promise<void> {
  const id = newId()
  const { kind, outcomeId, reason, authorId } = undone
  await tx.resolution.create({
    data: { id, predictionId: prediction.id, outcomeId, kind: 'open', reason, authorId, createdAt: ctx.now },
  })
  await tx.prediction.update({ where: { id: prediction.id }, data: { currentResolutionId: null } })
  await recordEvent(tx, ctx, predictionEvents, {
    type: 'prediction.resolution_undone',
    entityId: prediction.id,
    payload: { claimId: prediction.claimId, resolutionId: id, undone: kind, outcomeId, reason },
  })
}
