import type { Context } from '@/lib/core/context'
import { AppError } from '@/lib/core/errors'
import { db } from '@/lib/platform/db'
import { canLinkStories } from '../policy'
import { listUnsigned } from '../queries/stories'
import { linkStory } from './stories'

const BATCH = 100

export type SigningSummary = { looked: number; linked: number; failed: string[] }

/**
 * Looks for copies of all articles that nobody looked at yet, one after the other: what the command line does after an update.
 * `onArticle` is told after each. One that fails is named in the summary and the others go on; may be stopped and run again.
 */
export async function linkAllStories(
  ctx: Context,
  onArticle: (summary: SigningSummary) => void = () => {},
): Promise<SigningSummary> {
  if (!canLinkStories(ctx.actor)) throw new AppError('FORBIDDEN')
  const summary: SigningSummary = { looked: 0, linked: 0, failed: [] }
  let after: string | null = null
  for (;;) {
    const ids: string[] = await listUnsigned(db(), { after, limit: BATCH })
    for (const articleId of ids) {
      try {
        const { outcome, linked } = await linkStory(ctx, articleId)
        if (outcome === 'looked') summary.looked++
        summary.linked += linked
      } catch (error) {
        summary.failed.push(`${articleId}: ${error instanceof Error ? error.message : String(error)}`)
      }
      onArticle(summary)
    }
    after = ids.at(-1) ?? null
    if (after === null) return summary
  }
}
