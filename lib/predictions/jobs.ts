import { getEvent } from '@/lib/audit/queries'
import type { Context } from '@/lib/core/context'
import { findNewsInArticle, findNewsOfPrediction } from './commands/finding-news'
import { getArticleOf } from './queries/news-ground'

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
  const articleId = await getArticleOf(entityType, entityId)
  if (articleId !== null) await findNewsInArticle(ctx, articleId)
}
