import type { Context } from '@/lib/core/context'
import { linkStory } from './commands/stories'

/** Looks for other articles with nearly the same text; caused by an import and a new text. May run twice. */
export async function linkStoryJob(ctx: Context, articleId: string): Promise<void> {
  await linkStory(ctx, articleId)
}
