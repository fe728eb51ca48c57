import { lockDifferenceIn } from '@/lib/claims/commands/differences'
import { type Taken, takeReadingIn } from '@/lib/claims/commands/taking'
import { TakeOverInput } from '@/lib/claims/schema'
import type { Context } from '@/lib/core/context'
import { AppError } from '@/lib/core/errors'
import { inTransaction, type Tx } from '@/lib/platform/db'
import { savePredictionIn } from '@/lib/predictions/commands/opening'
import { contentOfPrediction } from '@/lib/predictions/queries/content'
import type { PredictionContent } from '@/lib/predictions/schema'

/**
 * Takes over what newer rules read in a place that people had decided on: kind and figures through the claim's edits, window
 * and certainty through the prediction's (a save takes a proposal back, so that two people stand behind it again), a
 * rejected candidate back to triage. All of it or nothing. Throws what those commands throw.
 */
export async function takeOverReading(ctx: Context, given: TakeOverInput): Promise<{ claimId: string | null }> {
  const input = TakeOverInput.parse(given)
  return inTransaction(async (tx) => {
    const difference = await lockDifferenceIn(tx, ctx, input.differenceId)
    const taken = await takeReadingIn(tx, ctx, difference, input.revision)
    await writeTermsIn(tx, ctx, taken, input.predictionRevision)
    return { claimId: taken.claimId }
  })
}

/** Without a written prediction there is nothing to change: its form begins with what was taken over. */
async function writeTermsIn(tx: Tx, ctx: Context, taken: Taken, revision: number | undefined): Promise<void> {
  const { claimId, fields } = taken
  if (claimId === null || !(fields.includes('window') || fields.includes('certainty'))) return
  const prediction = await tx.prediction.findUnique({ where: { claimId } })
  if (prediction === null) return
  if (revision === undefined)
    throw new AppError('STALE', {
      text: 'Somebody began to write this prediction meanwhile. Nothing was changed; reload the page and look again.',
    })
  const content = withReading(contentOfPrediction(prediction), taken)
  await savePredictionIn(tx, ctx, { claimId, revision, content })
}

function withReading(content: PredictionContent, { fields, reading }: Taken): PredictionContent {
  const { dueFrom, dueTo, dueWords, certaintyWords, conditionWords, isNegated } = reading
  const window = dueFrom !== null && dueTo !== null ? { from: dueFrom, to: dueTo } : null
  return {
    ...content,
    ...(fields.includes('window')
      ? { window, windowWords: cut(dueWords, 300), windowBasis: window === null ? null : ('stated' as const) }
      : {}),
    ...(fields.includes('certainty')
      ? { certaintyWords: cut(certaintyWords, 120), conditionWords: cut(conditionWords, 300), isNegated }
      : {}),
  }
}

/** The form's fields have bounds that a text has not. */
const cut = (words: string | null, most: number): string | null => words?.slice(0, most).toWellFormed().trim() ?? null
