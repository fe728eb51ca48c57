import { AppError } from '@/lib/core/errors'
import type { Tx } from '@/lib/platform/db'
import type { Outcome, Prediction } from '@/lib/platform/generated/client'
import { type Proposal, type ResolvablePrediction, resolve } from '../rules/resolution'
import type { ResolutionKind } from '../schema'

export type LinkWish = {
  predictionId: string
  resolution: ResolutionKind | null
  overrideReason: string | null
}

/** What the rules propose for an opened prediction; `today` in the newsroom's zone. */
export const proposeFor = (prediction: Prediction, outcome: Outcome, today: string): Proposal =>
  resolve(
    resolvable(prediction),
    {
      hasHappened: outcome.hasHappened,
      firstOn: outcome.firstOn,
      lastOn: outcome.lastOn,
      precision: outcome.precision,
      value: outcome.value?.toFixed() ?? null,
      valueTo: outcome.valueTo?.toFixed() ?? null,
      unit: outcome.unit,
    },
    today,
  )

function resolvable(prediction: Prediction): ResolvablePrediction {
  const { saidOn, dueFrom, dueTo } = prediction
  if (saidOn === null || dueFrom === null || dueTo === null)
    throw new Error(`prediction ${prediction.id} has no window`)
  return {
    saidOn,
    dueFrom,
    dueTo,
    graceDays: prediction.graceDays,
    isNegated: prediction.isNegated,
    comparator: prediction.comparator,
    targetValue: prediction.targetValue?.toFixed() ?? null,
    targetUnit: prediction.targetUnit,
    tolerance: prediction.tolerance?.toFixed() ?? null,
  }
}

/** Why a prediction cannot be resolved now, in words; null when it can. */
export function resolveProblem(prediction: Pick<Prediction, 'state' | 'currentResolutionId'>): string | null {
  if (prediction.state !== 'opened') return 'it is not opened'
  return prediction.currentResolutionId === null ? null : 'it is resolved already; undo that first'
}

/**
 * Writes the links of an outcome anew, each with what the rules propose today; a person's other choice needs a reason. Throws
 * BAD_INPUT with messages at `links.N…`, in the order given.
 */
export async function writeLinksIn(
  tx: Tx,
  outcome: Outcome,
  wishes: readonly LinkWish[],
  today: string,
): Promise<void> {
  const predictions = await tx.prediction.findMany({ where: { id: { in: wishes.map((wish) => wish.predictionId) } } })
  const byId = new Map(predictions.map((prediction) => [prediction.id, prediction]))
  const fields: Record<string, string> = {}
  const rows = wishes.map((wish, index) => {
    const prediction = byId.get(wish.predictionId)
    const problem = prediction ? resolveProblem(prediction) : 'there is no such prediction'
    if (!prediction || problem) {
      fields[`links.${index}.predictionId`] = `This prediction cannot be linked: ${problem ?? 'unknown'}.`
      return null
    }
    const proposal = proposeFor(prediction, outcome, today)
    const isOverridden = wish.resolution !== null && wish.resolution !== proposal.resolution
    if (isOverridden && wish.overrideReason === null)
      fields[`links.${index}.overrideReason`] =
        'You chose another resolution than the rule. Say why: it is shown with the resolution.'
    return {
      outcomeId: outcome.id,
      predictionId: prediction.id,
      resolution: isOverridden ? (wish.resolution ?? proposal.resolution) : proposal.resolution,
      rule: proposal.rule,
      overrideReason: isOverridden ? wish.overrideReason : null,
    }
  })
  if (Object.keys(fields).length > 0) throw new AppError('BAD_INPUT', { fields })
  await tx.outcomeLink.deleteMany({ where: { outcomeId: outcome.id } })
  await tx.outcomeLink.createMany({ data: rows.filter((row) => row !== null) })
}

/**
 * What the rules propose for the links of an outcome that was edited. What a person chose otherwise stays chosen; a link to a
 * prediction that was resolved meanwhile stays as it is, and approving will name it.
 */
export async function refreshLinksIn(tx: Tx, outcome: Outcome, today: string): Promise<void> {
  const links = await tx.outcomeLink.findMany({ where: { outcomeId: outcome.id }, include: { prediction: true } })
  for (const { predictionId, prediction, resolution, overrideReason } of links) {
    if (resolveProblem(prediction) !== null) continue
    const proposal = proposeFor(prediction, outcome, today)
    const isOverridden = overrideReason !== null && resolution !== proposal.resolution
    await tx.outcomeLink.update({
      where: { outcomeId_predictionId: { outcomeId: outcome.id, predictionId } },
      data: {
        resolution: isOverridden ? resolution : proposal.resolution,
        rule: proposal.rule,
        overrideReason: isOverridden ? overrideReason : null,
      },
    })
  }
}
