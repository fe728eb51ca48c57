import { importArticle } from '@/lib/articles/commands/import'
import { getArticle } from '@/lib/articles/queries'
import { acceptCandidate } from '@/lib/claims/commands/triage'
import { type Context, contextOf, systemActor } from '@/lib/core/context'
import { newId } from '@/lib/core/ids'
import { quoteSelector } from '@/lib/core/text'
import { db } from '@/lib/platform/db'

export type MadeClaim = {
  claimId: string
  slug: string
  occurrenceId: string
  articleId: string
  quantityId: string | null
}

type Figure = { text: string; value: number; unit: string }

/**
 * An accepted claim with one occurrence: imports an article that has `sentence`, adds it as a candidate and accepts that,
 * through the commands. The sentence has to be new in the test file.
 */
export async function makeClaim(
  ctx: Context,
  sentence: string,
  { kind = 'statistic', figure }: { kind?: 'statistic' | 'prediction' | 'event' | 'statement'; figure?: Figure } = {},
): Promise<MadeClaim> {
  const admin = contextOf(systemActor('test'), ctx.now)
  const text = `The council of Norhaven met on Monday.\n\n${sentence}\n\nIt will meet again.`
  const { articleId } = await importArticle(admin, { text, publisher: 'Quay Daily', publishedOn: '2025-10-01' })
  const article = await getArticle(admin, articleId)
  if (article === null) throw new Error('the article was not imported')
  const start = article.snapshot.body.indexOf(sentence)
  const span = { start, end: start + sentence.length }
  const candidate = await db().candidate.create({
    data: {
      id: newId(),
      articleId,
      snapshotId: article.snapshot.id,
      origin: 'person',
      ...span,
      ...quoteSelector(article.snapshot.body, span),
      kind,
      checkWorthiness: 0.5,
      reasons: [],
      extractorVersion: 'test',
      createdAt: ctx.now,
      quantities: figure && { create: { id: newId(), position: 0, modifier: 'exact', ...figure } },
    },
  })
  const accepted = await acceptCandidate(ctx, {
    candidateId: candidate.id,
    statement: sentence,
    shortForm: sentence.slice(0, 75),
    kind,
    speaker: { is: 'new', name: `Speaker of ${candidate.id}`, kind: 'person' },
  })
  const quantity = await db().quantity.findFirst({ where: { claimId: accepted.claimId } })
  return { ...accepted, articleId, quantityId: quantity?.id ?? null }
}
