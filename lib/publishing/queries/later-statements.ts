import type { Day } from '@/lib/core/days'
import type { Window } from '@/lib/core/windows'
import { db } from '@/lib/platform/db'

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
  saidOn: Day | null
  /** Of a prediction that is opened. */
  window: Window | null
  place: { quote: string; title: string; url: string | null; publisher: { name: string; slug: string } } | null
}

type Row = {
  claim_id: string
  slug: string
  kind: string
  statement: string
  relation: StatementRelation
  speaker: string | null
  said_on: Day | null
  due_from: Day | null
  due_to: Day | null
  quote: string | null
  title: string | null
  url: string | null
  publisher: string | null
  publisher_slug: string | null
}

/** What is linked with a prediction, directly or through others of the same event, and public: opened predictions and published claims, by the day of the first article; at most 30. */
export async function listLinkedStatements(claimId: string): Promise<LinkedStatement[]> {
  const rows = await db().$queryRaw<Row[]>`
    WITH RECURSIVE direct AS (
      SELECT from_claim_id AS id, kind::text AS relation FROM claim_link WHERE to_claim_id = ${claimId}::uuid
      UNION
      SELECT to_claim_id, CASE kind WHEN 'narrows' THEN 'narrowed by' WHEN 'moves' THEN 'moved by'
        WHEN 'updates' THEN 'updated by' WHEN 'contradicts' THEN 'contradicted by' ELSE 'repeated by' END
      FROM claim_link WHERE from_claim_id = ${claimId}::uuid
    ), near(id) AS (
      SELECT ${claimId}::uuid
      UNION
      SELECT CASE WHEN l.from_claim_id = near.id THEN l.to_claim_id ELSE l.from_claim_id END
      FROM near JOIN claim_link l ON near.id IN (l.from_claim_id, l.to_claim_id) AND l.kind IN ('narrows', 'moves', 'updates')
    ), linked AS (
      SELECT DISTINCT ON (id) id, relation FROM direct
      UNION ALL
      SELECT id, 'further away' FROM near WHERE id <> ${claimId}::uuid AND id NOT IN (SELECT id FROM direct)
    )
    SELECT c.id::text AS claim_id, c.slug, c.kind::text AS kind, c.statement, linked.relation, s.name AS speaker,
      coalesce(p.said_on, said.published_on) AS said_on, p.due_from, p.due_to,
      said.quote, said.title, said.url, said.publisher, said.publisher_slug
    FROM linked JOIN claim c ON c.id = linked.id
      AND c.state NOT IN ('merged', 'hidden') AND c.first_published_at IS NOT NULL
    LEFT JOIN prediction p ON p.claim_id = c.id AND p.frozen_at IS NOT NULL
    LEFT JOIN speaker s ON s.id = CASE WHEN p.id IS NULL THEN c.speaker_id ELSE p.speaker_id END
    LEFT JOIN LATERAL (
      SELECT x.quote, a.title, a.url, a.published_on, u.name AS publisher, u.slug AS publisher_slug
      FROM occurrence x JOIN article a ON a.id = x.article_id AND a.hidden_at IS NULL JOIN publisher u ON u.id = a.publisher_id
      WHERE x.claim_id = c.id ORDER BY a.published_on NULLS LAST, x.id LIMIT 1
    ) said ON true
    WHERE c.kind <> 'prediction' OR p.id IS NOT NULL
    ORDER BY said_on NULLS LAST, c.id LIMIT 30`
  return rows.map((row) => ({
    claimId: row.claim_id,
    path: `/${row.kind === 'prediction' ? 'predictions' : 'claims'}/${row.slug}`,
    statement: row.statement,
    relation: row.relation,
    speaker: row.speaker,
    saidOn: row.said_on,
    window: row.due_from && row.due_to ? { from: row.due_from, to: row.due_to } : null,
    place: placeOf(row),
  }))
}

const placeOf = ({ quote, title, url, publisher, publisher_slug }: Row): LinkedStatement['place'] =>
  quote === null || title === null || publisher === null || publisher_slug === null
    ? null
    : { quote, title, url, publisher: { name: publisher, slug: publisher_slug } }
