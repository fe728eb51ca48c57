import { getEvent } from '@/lib/audit/queries'
import type { Context } from '@/lib/core/context'
import { findNewsInArticle, findNewsOfPrediction } from './commands/finding-news'
import { getArticleOf, listPredictionsOf } from './queries/news-ground'

/**
 * Looks for what later articles say of open predictions: caused by a text that was read, by what people said of a
 * candidate, and by a prediction that was opened or is open again, or whose claim is merged, parted again or shown again. May run twice.
 */
export async function findNewsJob(ctx: Context, eventId: string): Promise<void> {
  const event = await getEvent(eventId)
  if (event === null) return
  const { entityType, entityId } = event
  if (entityType === 'prediction') return void (await findNewsOfPrediction(ctx, entityId))
  if (entityType === 'claim') {
    for (const predictionId of await listPredictionsOf(entityId)) await findNewsOfPrediction(ctx, predictionId)
    return
  }
  const articleId = await getArticleOf(entityType, entityId)
  if (articleId !== null) await findNewsInArticle(ctx, articleId)
}
