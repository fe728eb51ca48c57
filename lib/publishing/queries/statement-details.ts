import type { Day } from '@/lib/core/days'
import type { Window } from '@/lib/core/windows'
import { db } from '@/lib/platform/db'
import { Prisma } from '@/lib/platform/generated/client'
import type { NewsRelation } from '@/lib/predictions/schema'
import { isOwnVoice } from './ledger-rows'

/** An article as readers are told of it: never its text. */
export type PublicArticle = {
  title: string
  url: string | null
  publishedOn: Day | null
  publisher: { name: string; slug: string }
}

/** Where a prediction was said: a short quote and the article's particulars. */
export type PublicOccurrence = {
  quote: string
  speakerText: string | null
  relayText: string | null
  isOwnVoice: boolean
  certaintyWords: string | null
  article: PublicArticle
}

/**
 * How a statement that is linked with a prediction stands to it, as it was put: "narrows" means that it narrows the prediction,
 * "further away" that it is of the same event through others in between.
 */
export type StatementRelation =
  | 'narrows'
  | 'moves'
  | 'updates'
  | 'contradicts'
  | 'repeats'
  | 'narrowed by'
  | 'moved by'
  | 'updated by'
  | 'contradicted by'
  | 'repeated by'
  | 'further away'

/** A public claim that is linked with a prediction, and where it was made first. */
export type LinkedStatement = {
  claimId: string
  path: string
  statement: string
  relation: StatementRelation
  speaker: string | null
  /** Of a prediction that is opened. */
  window: Window | null
  place: { quote: string; article: PublicArticle } | null
}

/** What a later article says of a prediction, as somebody of the desk took it: the article's words, and what they say in ours. */
export type LaterReport = {
  relation: NewsRelation
  words: string
  quote: string
  /** The window that it says; null where it says none, or that it happened. */
  window: Window | null
  article: PublicArticle
}

const ARTICLE = {
  ...{ title: true, url: true, publishedOn: true },
  publisher: { select: { name: true, slug: true } },
} satisfies Prisma.ArticleSelect

const PLACE = {
  ...{ id: true, quote: true, speakerId: true, speakerText: true, relayText: true, certaintyWords: true },
  article: { select: ARTICLE },
} satisfies Prisma.OccurrenceSelect

/** Places by id. */
export async function placesOf(ids: string[]): Promise<Map<string, PublicOccurrence>> {
  const rows = await db().occurrence.findMany({ where: { id: { in: ids } }, select: PLACE })
  return new Map(
    rows.map(({ id, speakerId, ...place }) => [
      id,
      { ...place, isOwnVoice: isOwnVoice({ speakerId, speakerText: place.speakerText }) },
    ]),
  )
}

/** What articles say, by the id of the news. */
export async function reportsOf(ids: string[]): Promise<Map<string, LaterReport>> {
  const rows = await db().predictionNews.findMany({
    where: { id: { in: ids } },
    select: {
      ...{ id: true, relation: true, words: true, quote: true, windowFrom: true, windowTo: true, hasHappened: true },
      article: { select: ARTICLE },
    },
  })
  return new Map(
    rows.map(({ id, windowFrom: from, windowTo: to, hasHappened, ...report }) => [
      id,
      { ...report, window: from && to && !hasHappened ? { from, to } : null },
    ]),
  )
}

type Row = {
  claim_id: string
  slug: string
  kind: string
  statement: string
  speaker: string | null
  due_from: Day | null
  due_to: Day | null
  quote: string | null
  title: string | null
  url: string | null
  published_on: Day | null
  publisher: string | null
  publisher_slug: string | null
}

/** Linked claims by id, with their relation. */
export async function linkedOf(
  relations: ReadonlyMap<string, StatementRelation>,
): Promise<Map<string, LinkedStatement>> {
  const rows = await db().$queryRaw<Row[]>(Prisma.sql`
    SELECT c.id::text AS claim_id, c.slug, c.kind::text AS kind, c.statement, s.name AS speaker, p.due_from, p.due_to, said.*
    FROM claim c
    LEFT JOIN prediction p ON p.claim_id = c.id AND p.frozen_at IS NOT NULL
    LEFT JOIN speaker s ON s.id = CASE WHEN p.id IS NULL THEN c.speaker_id ELSE p.speaker_id END
    LEFT JOIN LATERAL (
      SELECT x.quote, a.title, a.url, a.published_on, u.name AS publisher, u.slug AS publisher_slug
      FROM occurrence x JOIN article a ON a.id = x.article_id AND a.hidden_at IS NULL JOIN publisher u ON u.id = a.publisher_id
      WHERE x.claim_id = c.id ORDER BY a.published_on NULLS LAST, x.id LIMIT 1
    ) said ON true
    WHERE c.id = ANY(${[...relations.keys()]}::uuid[])`)
  return new Map(
    rows.map((row) => [
      row.claim_id,
      {
        claimId: row.claim_id,
        path: `/${row.kind === 'prediction' ? 'predictions' : 'claims'}/${row.slug}`,
        statement: row.statement,
        relation: relations.get(row.claim_id) ?? 'further away',
        speaker: row.speaker,
        window: row.due_from && row.due_to ? { from: row.due_from, to: row.due_to } : null,
        place: placeOf(row),
      },
    ]),
  )
}

function placeOf({ quote, title, url, published_on, publisher, publisher_slug }: Row): LinkedStatement['place'] {
  if (quote === null || title === null || publisher === null || publisher_slug === null) return null
  return {
    quote,
    article: { title, url, publishedOn: published_on, publisher: { name: publisher, slug: publisher_slug } },
  }
}
