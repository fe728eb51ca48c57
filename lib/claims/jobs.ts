import type { Context } from '@/lib/core/context'
import { takeModelProposals } from './commands/asking'
import { extractCandidates } from './commands/extraction'

/** Reads an article's current text; caused by its import, a new text of it, and a day set by a person. */
export async function extractCandidatesJob(ctx: Context, articleId: string): Promise<void> {
  await extractCandidates(ctx, articleId)
}

/** Asks the language model about a text; caused by a person's wish. */
export async function askModelJob(ctx: Context, snapshotId: string): Promise<void> {
  await takeModelProposals(ctx, snapshotId)
}
