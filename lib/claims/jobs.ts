import type { Context } from '@/lib/core/context'
import { extractCandidates } from './commands/extraction'

/** Reads an article's current text; caused by its import, a new text of it, and a day set by a person. */
export async function extractCandidatesJob(ctx: Context, articleId: string): Promise<void> {
  await extractCandidates(ctx, articleId)
}
