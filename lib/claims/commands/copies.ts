import type { Context } from '@/lib/core/context'
import { AppError } from '@/lib/core/errors'
import { inTransaction, lockRow } from '@/lib/platform/db'
import { canTriage } from '../policy'
import { findCopies, onlyClaims } from '../queries/copies'
import { TakeOverCopiesInput } from '../schema/carrying'
import { mergeCandidateIn } from './triage'

/**
 * Takes the claims of a story's other articles over for a copy: each candidate becomes a further place of the claim that was
 * made of the very same words there, as the person saw it proposed. All or none: where one was decided meanwhile, or is not
 * proposed any more, MOVE_REFUSED and nothing is changed. FORBIDDEN where a claim is published and the person no editor.
 */
export async function takeOverCopies(ctx: Context, given: TakeOverCopiesInput): Promise<{ taken: number }> {
  const { articleId, pairs } = TakeOverCopiesInput.parse(given)
  return inTransaction(async (tx) => {
    if (!canTriage(ctx.actor)) throw new AppError('FORBIDDEN')
    const sorted = [...pairs].sort((a, b) => (a.candidateId < b.candidateId ? -1 : 1))
    for (const { candidateId } of sorted) await lockRow(tx, 'candidate', candidateId)
    const ids = sorted.map(({ candidateId }) => candidateId)
    const here = await tx.candidate.count({ where: { id: { in: ids }, articleId, state: 'new' } })
    const claimOf = onlyClaims(await findCopies(tx, ids))
    const isAsSeen = sorted.every(({ candidateId, claimId }) => claimOf.get(candidateId) === claimId)
    if (here < ids.length || !isAsSeen)
      throw new AppError('MOVE_REFUSED', {
        text: 'Some of these were decided meanwhile, or their claims changed. Nothing was taken over; reload the page and look again.',
      })
    for (const pair of sorted) await mergeCandidateIn(tx, ctx, pair)
    return { taken: pairs.length }
  })
}
