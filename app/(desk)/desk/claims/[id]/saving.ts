import { z } from 'zod'
import type { Context } from '@/lib/core/context'
import { AppError, isAppError } from '@/lib/core/errors'
import { saveVerdict, submitVerdict } from '@/lib/verdicts/commands/drafts'
import { SaveVerdict, type VerdictContent } from '@/lib/verdicts/schema'

export const SaveVerdictForm = SaveVerdict.extend({ next: z.enum(['save', 'submit']).catch('save') })
export type SavedVerdict = { revision: number; content: VerdictContent; isSubmitted: boolean }

/** One button saves, the other saves and submits. What was saved stays saved when submitting is refused. */
export async function saveAndPerhapsSubmit(
  ctx: Context,
  { next, ...input }: z.output<typeof SaveVerdictForm>,
): Promise<SavedVerdict> {
  const { id, revision: opened, ...content } = input
  const { revision } = await saveVerdict(ctx, input)
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

export const savedWords = ({ isSubmitted, revision }: SavedVerdict): string =>
  isSubmitted
    ? `Revision ${revision} is submitted. Another editor can approve it now.`
    : `Saved as revision ${revision}.`
