import { getEvent } from '@/lib/audit/queries'
import type { Context } from '@/lib/core/context'
import { db } from '@/lib/platform/db'
import { findNewsInArticle, findNewsOfPrediction } from './commands/finding-news'

/**
 * Looks for what later articles say of open predictions: caused by a text that was read, by a statement that people made of a
 * candidate, and by a prediction that was opened or is open again. May run twice.
 */
export async function findNewsJob(ctx: Context, eventId: string): Promise<void> {
  const event = await getEvent(eventId)
  if (event === null) return
  const { entityType, entityId } = event
  if (entityType === 'prediction') {
    await findNewsOfPrediction(ctx, entityId)
    return
  }
  const articleId = await articleOf(entityType, entityId)
  if (articleId !== null) await findNewsInArticle(ctx, articleId)
}

/** The article of a text or of a candidate; null where a new reading has replaced the candidate. */
async function articleOf(entityType: string, id: string): Promise<string | null> {
  const of = { where: { id }, select: { articleId: true } } as const
  const row = entityType === 'snapshot' ? await db().snapshot.findUnique(of) : await db().candidate.findUnique(of)
  return row?.articleId ?? null
}
