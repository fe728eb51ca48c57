import type { Context } from '@/lib/core/context'
import type { Day } from '@/lib/core/days'
import { AppError } from '@/lib/core/errors'
import { db } from '@/lib/platform/db'
import { canReadEvidence } from '../policy'
import { figureOf } from '../queries'
import type { Figure } from '../rules'
import { proposedFigure } from '../rules/proposing'

/**
 * The figure that the extractor reads in an excerpt, to be compared with one of the claim's (the first where none is named).
 * `quantityId` is that one; null where the claim has none. Null where the excerpt has no figure.
 */
export async function proposeFigure(
  ctx: Context,
  {
    claimId,
    quantityId,
    excerpt,
    saidOn,
  }: { claimId: string; quantityId: string | null; excerpt: string; saidOn: Day | null },
): Promise<{ figure: Figure; quantityId: string | null } | null> {
  if (!canReadEvidence(ctx.actor)) throw new AppError('NOT_FOUND')
  const quantities = await db().quantity.findMany({
    where: { claimId },
    orderBy: [{ position: 'asc' }, { id: 'asc' }],
    take: 50,
  })
  const claimed = quantities.find(({ id }) => id === quantityId) ?? quantities[0] ?? null
  const figure = proposedFigure(excerpt, claimed && figureOf(claimed), saidOn)
  return figure && { figure, quantityId: claimed?.id ?? null }
}
