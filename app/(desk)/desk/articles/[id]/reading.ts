import { z } from 'zod'
import { getPreference } from '@/lib/accounts/queries/preferences'
import { getArticle, listSnapshots, requireSnapshot } from '@/lib/articles/queries'
import { summariseStories } from '@/lib/articles/queries/stories'
import { getModelState } from '@/lib/claims/queries/asking'
import { listLeftBehind } from '@/lib/claims/queries/carried'
import { listTakeableCopies } from '@/lib/claims/queries/copies'
import { listProposals } from '@/lib/claims/queries/matching'
import {
  countCandidates,
  getCandidate,
  getExtractionProgress,
  listCandidates,
  listEarlierOccurrences,
} from '@/lib/claims/queries/reader'
import type { Context } from '@/lib/core/context'
import { Id } from '@/lib/core/ids'
import { partAt, textParts } from './_components/text-parts'

/** What the reader's address may say; anything else in it is passed over. */
export const ReaderQuery = z.object({
  c: z.uuid().optional().catch(undefined),
  do: z.enum(['accept', 'merge', 'reject']).optional().catch(undefined),
  q: z.string().trim().max(300).optional().catch(undefined),
  version: z.coerce.number().pipe(z.int().min(1)).optional().catch(undefined),
  part: z.coerce.number().pipe(z.int().min(0)).optional().catch(undefined),
})
export type ReaderQuery = z.output<typeof ReaderQuery>

export type Reader = NonNullable<Awaited<ReturnType<typeof loadReader>>>

/** All that the reader shows of an article; null when there is no such article or version. */
export async function loadReader(ctx: Context, articleId: string, query: ReaderQuery) {
  if (!Id.safeParse(articleId).success) return null
  const article = await getArticle(ctx, articleId)
  if (article === null) return null
  const versions = await listSnapshots(ctx, articleId)
  const wanted = query.version
    ? versions.find((version) => version.ordinal === query.version)
    : versions.find((version) => version.id === article.snapshot.id)
  const chosen = query.c ? await getCandidate(ctx, query.c, wanted?.id) : null
  const open = chosen?.articleId === articleId ? chosen : undefined
  const shown = open ? versions.find((version) => version.id === open.snapshotId) : wanted
  if (!shown) return null
  const isCurrent = shown.id === article.snapshot.id
  const snapshot = isCurrent ? article.snapshot : await requireSnapshot(ctx, shown.id)
  const parts = textParts(snapshot.body)
  const part = Math.min(parts.length - 1, open ? partAt(parts, open.start) : (query.part ?? 0))
  // first whether all is there, then what is there: a reading that ends in between is asked for again, and never missed
  const [progress, model] = isCurrent
    ? await Promise.all([getExtractionProgress(ctx, articleId), getModelState(ctx, shown.id)])
    : [null, null]
  const [{ candidates }, counts, earlier, left, takeable, stories, highlights] = await Promise.all([
    listCandidates(ctx, { snapshotId: shown.id, within: parts[part] }),
    countCandidates(ctx, shown.id),
    listEarlierOccurrences(ctx, articleId, shown.id),
    listLeftBehind(ctx, shown.id),
    isCurrent ? listTakeableCopies(ctx, shown.id) : [],
    summariseStories(ctx, [articleId]),
    getPreference(ctx, 'reader_highlights'),
  ])
  const undecided = candidates.filter((candidate) => candidate.state === 'new').map((candidate) => candidate.id)
  const proposals = await listProposals(ctx, undecided)
  return {
    ...{ article, snapshot, versions, isCurrent, parts, part, candidates, counts },
    ...{ takeable, story: stories.get(articleId) ?? null },
    hasHighlights: highlights ?? true,
    ...{ progress, earlier, left, model, proposals, open },
  }
}
