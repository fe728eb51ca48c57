import { getLastEvent } from '@/lib/audit/queries'
import type { Context } from '@/lib/core/context'
import { AppError } from '@/lib/core/errors'
import { db } from '@/lib/platform/db'
import { modelName } from '@/lib/platform/language-model'
import { claimEvents } from '../events'
import { canReadDesk } from '../policy'
import { isAwaitingModel, MODEL_EVENTS } from '../rules/asking'
import type { ModelFailure } from '../schema'

/** How a text stands with the language model. `model` is the configured one, or the one that answered. */
export type ModelState =
  | { state: 'none'; model: string }
  | { state: 'waiting'; model: string }
  | { state: 'failed'; model: string; reason: ModelFailure }
  | {
      state: 'answered'
      model: string
      promptVersion: number
      added: number
      /** Not stored: invented words, unusable ones, and what is marked already. */
      dropped: number
      invented: number
      unread: number
      latencyMs: number
      tokens: number | null
      cost: number | null
    }

/** Whether a language model is configured, so that one can be asked. */
export const hasModel = (): boolean => modelName() !== null

/** What was asked about a text and what came; null where no model is configured and none was asked. */
export async function getModelState(ctx: Context, snapshotId: string): Promise<ModelState | null> {
  if (!canReadDesk(ctx.actor)) throw new AppError('NOT_FOUND')
  const last = await getLastEvent(db(), 'snapshot', snapshotId, MODEL_EVENTS)
  const model = modelName()
  const failed = claimEvents['model.failed'].payload.safeParse(last?.payload)
  if (last?.type === 'model.failed' && failed.success) return { state: 'failed', ...failed.data }
  const answered = claimEvents['model.answered'].payload.safeParse(last?.payload)
  if (last?.type === 'model.answered' && answered.success) {
    const { tokensIn, tokensOut, unusable, known, ...rest } = answered.data
    const tokens = tokensIn === null || tokensOut === null ? null : tokensIn + tokensOut
    return { state: 'answered', ...rest, dropped: rest.invented + unusable + known, tokens }
  }
  if (model === null) return null
  return { state: isAwaitingModel(last, ctx.now) ? 'waiting' : 'none', model }
}
