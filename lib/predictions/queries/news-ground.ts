import { type Day, earlierDay, laterDay } from '@/lib/core/days'
import { statedFigures } from '@/lib/evidence/rules/proposing'
import { extract } from '@/lib/extraction/rules'
import { type Db, db } from '@/lib/platform/db'
import { Prisma } from '@/lib/platform/generated/client'
import { NEWS_RULES_VERSION, newsKeys } from '../rules/event-words'
import type { Target } from '../rules/figures'
import type { LaterStatement, WatchedPrediction } from '../rules/news'
import { windowOf } from './list'

/** What is compared when later articles are looked through for news of open predictions. */

/** A candidate of an article as a later statement; `claimId` is that of the claim that people made of it. */
export type FoundStatement = {
  candidateId: string
  articleId: string
  storyId: string | null
  publisher: string
  claimId: string | null
  quote: string
  keys: number[]
  /** Reads its times too, so only for those that may match. */
  statement: () => LaterStatement
}

export type OpenPrediction = {
  id: string
  claimId: string
  keys: number[]
  watched: WatchedPrediction
  /** Where it was made, and the stories that carry it: what these say is not later. */
  originArticles: string[]
  originStories: string[]
}

const CANDIDATE = {
  ...{ id: true, articleId: true, quote: true, kind: true, dueFrom: true, dueTo: true, isNegated: true },
  quantities: { take: 1, select: { id: true } },
  occurrence: { select: { claim: { select: { id: true, statement: true } } } },
  article: {
    select: {
      publishedOn: true,
      publisher: { select: { name: true, country: true } },
      storyLink: { select: { storyId: true } },
    },
  },
} satisfies Prisma.CandidateSelect

/** Of a text in force, and what people took from earlier ones; nothing that was rejected. `listStatementsSharing` asks the same. */
const IN_FORCE = {
  state: { not: 'rejected' },
  OR: [{ snapshot: { currentOf: { isNot: null } } }, { state: { in: ['accepted', 'merged'] } }],
  article: { hiddenAt: null, publishedOn: { not: null } },
} satisfies Prisma.CandidateWhereInput

const MOST_STATEMENTS = 1000
const MOST_MATCHES = 500

/** All that an article says, at most 1,000 statements. */
export async function listStatementsOf(from: Db, articleId: string): Promise<FoundStatement[]> {
  const rows = await from.candidate.findMany({
    where: { articleId, ...IN_FORCE },
    orderBy: [{ checkWorthiness: 'desc' }, { id: 'asc' }],
    take: MOST_STATEMENTS,
    select: CANDIDATE,
  })
  return rows.flatMap((row) => toStatement(row) ?? [])
}

/** What articles published after that day say that shares a key with these, the most first; at most 500. */
export async function listStatementsSharing(from: Db, keys: readonly number[], after: Day): Promise<FoundStatement[]> {
  const hits = await from.$queryRaw<{ id: string }[]>(Prisma.sql`
    WITH hits AS MATERIALIZED (SELECT candidate_id, keys FROM candidate_keys WHERE keys && ${[...keys]}::int[])
    SELECT hits.candidate_id::text AS id FROM hits JOIN candidate c ON c.id = hits.candidate_id
      JOIN article a ON a.id = c.article_id AND a.published_on COLLATE "C" > ${after}
    WHERE a.hidden_at IS NULL AND c.state <> 'rejected'
      AND (a.current_snapshot_id = c.snapshot_id OR c.state IN ('accepted', 'merged'))
    ORDER BY (SELECT count(*) FROM unnest(hits.keys) key WHERE key = ANY (${[...keys]}::int[])) DESC, c.id DESC
    LIMIT ${MOST_MATCHES}`)
  const rows = await from.candidate.findMany({
    where: { id: { in: hits.map(({ id }) => id) }, ...IN_FORCE },
    select: CANDIDATE,
  })
  return rows.flatMap((row) => toStatement(row) ?? [])
}

function toStatement(row: Prisma.CandidateGetPayload<{ select: typeof CANDIDATE }>): FoundStatement | null {
  const { quote, kind, isNegated, dueFrom, dueTo, occurrence, article } = row
  const { publishedOn, publisher, storyLink } = article
  if (publishedOn === null) return null
  const claim = occurrence?.claim ?? null
  const texts = [quote, ...(claim && claim.statement !== quote ? [claim.statement] : [])]
  return {
    ...{ candidateId: row.id, articleId: row.articleId, quote, publisher: publisher.name, claimId: claim?.id ?? null },
    storyId: storyLink?.storyId ?? null,
    keys: [...new Set(texts.flatMap((text) => newsKeys(text, row.quantities.length > 0)))],
    statement: once(() => ({
      ...{ texts, kind, isNegated, publishedOn, window: windowOf(dueFrom, dueTo) },
      ...figuresAndTimes(quote, publishedOn, publisher.country),
    })),
  }
}

function figuresAndTimes(text: string, publishedOn: Day, country: string | null) {
  const { times, quantities } = extract({ text, publishedOn, country })
  return { times: times.map(({ from, to }) => ({ from, to })), figures: statedFigures(quantities) }
}

/** What is asked for at most once. */
function once<T extends object>(make: () => T): () => T {
  let made: T | undefined
  return () => {
    made ??= make()
    return made
  }
}

const PREDICTION = {
  ...{ id: true, claimId: true, saidOn: true, dueFrom: true, dueTo: true, isNegated: true },
  ...{ comparator: true, targetValue: true, targetUnit: true, tolerance: true },
  claim: {
    select: {
      statement: true,
      occurrences: {
        take: 100,
        select: { article: { select: { id: true, publishedOn: true, storyLink: { select: { storyId: true } } } } },
      },
    },
  },
} satisfies Prisma.PredictionSelect

const OPEN = {
  ...{ state: 'opened', currentResolutionId: null, saidOn: { not: null }, dueFrom: { not: null } },
  claim: { state: { notIn: ['merged', 'hidden'] } },
} satisfies Prisma.PredictionWhereInput

/** An opened prediction without a resolution, as it is compared; null for all others. */
export async function findOpenPrediction(from: Db, id: string): Promise<OpenPrediction | null> {
  const row = await from.prediction.findFirst({ where: { id, ...OPEN }, select: PREDICTION })
  return row && toOpen(row)
}

/** Open predictions made before that day that share a key with these, the most first; at most 500. */
export async function listOpenSharing(from: Db, keys: readonly number[], before: Day): Promise<OpenPrediction[]> {
  const hits = await from.$queryRaw<{ id: string }[]>(Prisma.sql`
    WITH hits AS MATERIALIZED (SELECT prediction_id, keys FROM prediction_keys WHERE keys && ${[...keys]}::int[])
    SELECT p.id::text FROM hits JOIN prediction p ON p.id = hits.prediction_id
      JOIN claim c ON c.id = p.claim_id AND c.state NOT IN ('merged', 'hidden')
    WHERE p.state = 'opened' AND p.current_resolution_id IS NULL AND p.said_on COLLATE "C" < ${before}
    ORDER BY (SELECT count(*) FROM unnest(hits.keys) key WHERE key = ANY (${[...keys]}::int[])) DESC, p.id DESC
    LIMIT ${MOST_MATCHES}`)
  const rows = await from.prediction.findMany({
    where: { id: { in: hits.map(({ id }) => id) }, ...OPEN },
    select: PREDICTION,
  })
  return rows.flatMap((row) => toOpen(row) ?? [])
}

function toOpen(row: Prisma.PredictionGetPayload<{ select: typeof PREDICTION }>): OpenPrediction | null {
  const { id, claimId, saidOn, dueFrom, dueTo, isNegated, claim } = row
  const target = targetIn(row)
  const window = windowOf(dueFrom, dueTo)
  if (saidOn === null || window === null) return null
  const days = claim.occurrences.flatMap(({ article }) => article.publishedOn ?? [])
  const first = days.length > 0 ? laterDay(saidOn, days.reduce(earlierDay)) : saidOn
  const origins = claim.occurrences.map(({ article }) => article).filter((a) => (a.publishedOn ?? first) <= first)
  return {
    ...{ id, claimId, keys: newsKeys(claim.statement, target !== null) },
    watched: { text: claim.statement, saidOn, window, isNegated, target },
    originArticles: origins.map((article) => article.id),
    originStories: origins.flatMap(({ storyLink }) => storyLink?.storyId ?? []),
  }
}

type TargetRow = Pick<Prisma.PredictionGetPayload<object>, 'comparator' | 'targetValue' | 'targetUnit' | 'tolerance'>

const targetIn = ({ comparator, targetValue, targetUnit, tolerance }: TargetRow): Target | null =>
  comparator && targetValue
    ? { comparator, targetValue: targetValue.toFixed(), targetUnit, tolerance: tolerance?.toFixed() ?? null }
    : null

/** The article of a text or of a candidate; null where a new reading has replaced the candidate. */
export async function getArticleOf(entityType: string, id: string): Promise<string | null> {
  const of = { where: { id }, select: { articleId: true } } as const
  const row = entityType === 'snapshot' ? await db().snapshot.findUnique(of) : await db().candidate.findUnique(of)
  return row?.articleId ?? null
}

/** The predictions that a claim makes, and the one that it was merged into; none, one or both. */
export async function listPredictionsOf(claimId: string): Promise<string[]> {
  const claim = { OR: [{ id: claimId }, { merged: { some: { id: claimId } } }] } satisfies Prisma.ClaimWhereInput
  return (await db().prediction.findMany({ where: { claim }, select: { id: true } })).map(({ id }) => id)
}

/**
 * Open predictions, or articles whose text in force says something, that have no keys of the present rules, by id; `after` is
 * the last one seen. Walks all of them: for jobs only.
 */
export async function listWithoutNewsKeys(
  from: Db,
  of: 'prediction' | 'article',
  { after, limit }: { after: string | null; limit: number },
): Promise<string[]> {
  const id = after === null ? {} : { gt: after }
  const page = { orderBy: { id: 'asc' }, take: limit, select: { id: true } } as const
  const isOther = { OR: [{ rulesVersion: { lt: NEWS_RULES_VERSION } }, { rulesVersion: { gt: NEWS_RULES_VERSION } }] }
  const where = { ...OPEN, id, OR: [{ keys: null }, { keys: isOther }] } satisfies Prisma.PredictionWhereInput
  if (of === 'prediction') return (await from.prediction.findMany({ where, ...page })).map((row) => row.id)
  const rows = await from.article.findMany({
    where: {
      ...{ id, hiddenAt: null, publishedOn: { not: null } },
      AND: [
        { candidates: { some: IN_FORCE } },
        { candidates: { none: { ...IN_FORCE, newsKeys: { rulesVersion: NEWS_RULES_VERSION } } } },
      ],
    },
    ...page,
  })
  return rows.map((row) => row.id)
}
