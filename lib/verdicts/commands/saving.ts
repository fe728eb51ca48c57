import type { z } from 'zod'
import type { Context } from '@/lib/core/context'
import { AppError, isAppError } from '@/lib/core/errors'
import type { SavedVerdict, SaveVerdictForm } from '../schema'
import { saveVerdict, submitVerdict } from './drafts'

/** One button saves, the other saves and submits. What was saved stays saved when submitting is refused. */
export async function saveAndPerhapsSubmit(
  ctx: Context,
  { next, writerId, turn, seenAt, ...input }: z.output<typeof SaveVerdictForm>,
): Promise<SavedVerdict> {
  const { id, revision: opened, ...content } = input
  const { revision } = await saveVerdict(ctx, input, { writerId, turn, seenAt })
  const isSubmitted = next === 'submit'
  try {
    if (isSubmitted) await submitVerdict(ctx, { id, revision })
  } catch (error) {
    if (!isAppError(error)) throw error
    throw new AppError(error.code, {
      text: error.text,
      fields: error.fields,
      details: { saved: { revision, content } },
    })
  }
  return { revision, content, isSubmitted }
}
