import { importArticle } from '@/lib/articles/commands/import'
import { extractCandidates } from '@/lib/claims/commands/extraction'
import { contextOf, systemActor } from '@/lib/core/context'
import { db } from '@/lib/platform/db'

const NOW = new Date('2025-11-20T09:00:00Z')

/** Imports a text and reads its candidates, as the worker would. Give texts that no other test of the file imports. */
export async function readArticle(
  text: string,
  {
    publishedOn = '2025-10-02',
    publisher = 'Quay Daily',
    url,
    now = NOW,
  }: { publishedOn?: string; publisher?: string; url?: string; now?: Date } = {},
): Promise<{ articleId: string; snapshotId: string; body: string }> {
  const ctx = contextOf(systemActor('test'), now)
  const { articleId } = await importArticle(ctx, { text, publishedOn, publisher, url })
  await extractCandidates(ctx, articleId)
  const { currentSnapshot } = await db().article.findUniqueOrThrow({
    where: { id: articleId },
    select: { currentSnapshot: { select: { id: true, body: true } } },
  })
  return { articleId, snapshotId: currentSnapshot?.id ?? '', body: currentSnapshot?.body ?? '' }
}
