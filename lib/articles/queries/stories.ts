import type { Context } from '@/lib/core/context'
import type { Day } from '@/lib/core/days'
import { AppError } from '@/lib/core/errors'
import { type Db, db } from '@/lib/platform/db'
import { Prisma } from '@/lib/platform/generated/client'
import { canReadArticles } from '../policy'
import { SAME_STORY_AT, SIGNATURE_VERSION, sharedPart, shinglesOf } from '../rules/stories'

/** Articles that share one band and are looked at, and those whose texts are compared. */
const LOOKED_AT = 100
const COMPARED = 12

/** Articles whose text is nearly the same, the nearest first, at most 12; found by shared bands (GIN), then compared. */
export async function findNear(
  from: Db,
  articleId: string,
  bands: readonly number[],
  shingles: ReadonlySet<number>,
): Promise<{ articleId: string; similarity: number }[]> {
  if (bands.length === 0) return []
  const hits = await from.$queryRaw<{ articleId: string; body: string }[]>(nearSql(articleId, bands))
  return hits
    .map((hit) => ({ articleId: hit.articleId, similarity: sharedPart(shingles, shinglesOf(hit.body)) }))
    .filter(({ similarity }) => similarity >= SAME_STORY_AT)
    .sort((a, b) => b.similarity - a.similarity)
}

/**
 * The look-up alone: what the speed of finding copies is measured on. One band after the other, because PostgreSQL thinks that
 * an overlap of 40 values holds a fifth of the table, and walks it all. Each is planned apart from its limit, for the same reason.
 */
export const nearSql = (articleId: string, bands: readonly number[]): Prisma.Sql => Prisma.sql`
  WITH best AS MATERIALIZED (
    SELECT hit.article_id, hit.snapshot_id FROM unnest(${[...bands]}::int[]) AS band
    CROSS JOIN LATERAL (
      WITH hits AS MATERIALIZED (
        SELECT article_id, snapshot_id FROM article_signature WHERE bands @> ARRAY[band])
      SELECT * FROM hits WHERE article_id <> ${articleId}::uuid LIMIT ${LOOKED_AT}) hit
    GROUP BY hit.article_id, hit.snapshot_id ORDER BY count(*) DESC, hit.article_id LIMIT ${COMPARED})
  SELECT best.article_id::text AS "articleId", s.body FROM best JOIN snapshot s ON s.id = best.snapshot_id`

/** Articles that nobody looked for copies of yet, or in another way, by id, at most `limit`. Walks all articles: for jobs only. */
export async function listUnsigned(
  from: Db,
  { after, limit }: { after: string | null; limit: number },
): Promise<string[]> {
  const rows = await from.$queryRaw<{ id: string }[]>(Prisma.sql`
    SELECT a.id::text AS id FROM article a LEFT JOIN article_signature s ON s.article_id = a.id
    WHERE (s.article_id IS NULL OR s.version <> ${SIGNATURE_VERSION} OR s.snapshot_id <> a.current_snapshot_id)
      AND a.current_snapshot_id IS NOT NULL AND (${after}::uuid IS NULL OR a.id > ${after}::uuid)
    ORDER BY a.id LIMIT ${limit}`)
  return rows.map(({ id }) => id)
}

/** The first publication of a story: the earliest stated day, then the first import (ids are in its order). */
const BY_FIRST = [
  { article: { publishedOn: { sort: 'asc', nulls: 'last' } } },
  { articleId: 'asc' },
] satisfies Prisma.StoryArticleOrderByWithRelationInput[]

const MEMBER = {
  ...{ articleId: true, similarity: true, linkedAt: true },
  linkedBy: { select: { name: true } },
  article: {
    select: { title: true, publishedOn: true, importedAt: true, publisher: { select: { id: true, name: true } } },
  },
} satisfies Prisma.StoryArticleSelect
type MemberRow = Prisma.StoryArticleGetPayload<{ select: typeof MEMBER }>

/** An article of a story. `similarity` 0..1 with the nearest when it was linked; null where a person did it. */
export type StoryMember = Pick<MemberRow, 'articleId' | 'linkedAt' | 'linkedBy'> &
  MemberRow['article'] & { similarity: number | null }

const MOST_MEMBERS = 200

/**
 * The articles that carry the same text nearly word for word, this one too, the first publication first; hidden ones are left
 * out, and beyond 200 the later. Null when no other does.
 */
export async function getStory(
  ctx: Context,
  articleId: string,
): Promise<{ storyId: string; articles: StoryMember[] } | null> {
  if (!canReadArticles(ctx.actor)) throw new AppError('NOT_FOUND')
  const link = await db().storyArticle.findUnique({ where: { articleId }, select: { storyId: true } })
  if (link === null) return null
  const rows = await db().storyArticle.findMany({
    where: { storyId: link.storyId, OR: [{ article: { hiddenAt: null } }, { articleId }] },
    orderBy: BY_FIRST,
    take: MOST_MEMBERS,
    select: MEMBER,
  })
  const articles = rows.map(({ article, similarity, ...row }) => ({
    ...row,
    ...article,
    similarity: similarity?.toNumber() ?? null,
  }))
  return articles.some((one) => one.articleId !== articleId) ? { storyId: link.storyId, articles } : null
}

/** Of an article's story, for a line in a list. */
export type StorySummary = {
  /** Other publishers that carry it, and other articles. */
  publications: number
  others: number
  firstArticleId: string
  firstPublisher: string
  firstOn: Day | null
}

/** The stories of these articles (at most a page of them) that hold another article too, by article id. */
export async function summariseStories(
  ctx: Context,
  articleIds: readonly string[],
): Promise<Map<string, StorySummary>> {
  if (!canReadArticles(ctx.actor)) throw new AppError('NOT_FOUND')
  if (articleIds.length === 0) return new Map()
  const rows = await db().$queryRaw<(StorySummary & { articleId: string })[]>(Prisma.sql`
    SELECT me.article_id::text AS "articleId", counts.others, counts.publications,
      first.id::text AS "firstArticleId", first.name AS "firstPublisher", first.published_on AS "firstOn"
    FROM story_article me JOIN article mine ON mine.id = me.article_id
    CROSS JOIN LATERAL (
      SELECT count(*)::int AS others,
        (count(DISTINCT a.publisher_id) FILTER (WHERE a.publisher_id <> mine.publisher_id))::int AS publications
      FROM story_article s JOIN article a ON a.id = s.article_id AND a.hidden_at IS NULL
      WHERE s.story_id = me.story_id AND s.article_id <> me.article_id) counts
    CROSS JOIN LATERAL (
      SELECT a.id, a.published_on, p.name
      FROM story_article s JOIN article a ON a.id = s.article_id AND (a.hidden_at IS NULL OR a.id = me.article_id)
        JOIN publisher p ON p.id = a.publisher_id
      WHERE s.story_id = me.story_id ORDER BY a.published_on NULLS LAST, a.id LIMIT 1) first
    WHERE me.article_id = ANY (${[...articleIds]}::uuid[]) AND counts.others > 0`)
  return new Map(rows.map(({ articleId, ...summary }) => [articleId, summary]))
}
