import type { Day } from '@/lib/core/days'
import type { Window } from '@/lib/core/windows'
import { type Db, db } from '@/lib/platform/db'
import type { ResolutionKind, WindowBasis } from '../schema'
import { windowOf } from './list'

/** One of several predictions of one event, for the stacked timeline. */
export type LinkedPrediction = {
  claimId: string
  slug: string
  shortForm: string
  isThis: boolean
  /** How it stands to the one asked for: "narrows" means that this one narrows that. Null for those further away. */
  relation: 'narrows' | 'moves' | 'updates' | 'narrowed by' | 'moved by' | 'updated by' | null
  isOpened: boolean
  saidOn: Day | null
  window: Window | null
  /** The words that the window came from. */
  windowWords: string | null
  /** Null where nobody wrote it yet. */
  windowBasis: WindowBasis | null
  graceDays: number
  certainty: number | null
  resolution: ResolutionKind
  outcome: Window | null
}

/** Up to so many stand on one axis; of more the one asked for, the first ones and the newest. */
const BOUND = 20
const FIRST = 5
/** So far is walked along links from claim to claim. */
const MOST_WALKED = 500

type Row = {
  claim_id: string
  slug: string
  short_form: string
  relation: string | null
  is_opened: boolean
  said_on: Day | null
  due_from: Day | null
  due_to: Day | null
  due_words: string | null
  window_basis: WindowBasis | null
  grace_days: number | null
  certainty: string | null
  kind: ResolutionKind | null
  first_on: Day | null
  last_on: Day | null
  total: number
}

/**
 * The prediction itself and all that are linked with it as narrowing, moving or updating it, directly or through others, in the order in
 * which they were said; at most 20. `onlyPublic` leaves out what is not opened yet and walks over nothing that is not public; else
 * drafts show what the extractor found.
 */
export const listLinkedPredictions = async (
  claimId: string,
  scope: { onlyPublic: boolean },
  from: Db = db(),
): Promise<LinkedPrediction[]> => (await readLinkedPredictions(claimId, scope, from)).linked

/** The same, with how many more there are between the first and the newest ones. */
export async function readLinkedPredictions(
  claimId: string,
  { onlyPublic }: { onlyPublic: boolean },
  from: Db = db(),
): Promise<{ linked: LinkedPrediction[]; more: number }> {
  const rows = await from.$queryRaw<Row[]>`
    WITH RECURSIVE near(id) AS (
      SELECT ${claimId}::uuid
      UNION
      SELECT c.id FROM near
        JOIN claim_link l ON near.id IN (l.from_claim_id, l.to_claim_id) AND l.kind IN ('narrows', 'moves', 'updates')
        JOIN claim c ON c.id = CASE WHEN l.from_claim_id = near.id THEN l.to_claim_id ELSE l.from_claim_id END
          AND (${!onlyPublic} OR (c.state NOT IN ('merged', 'hidden') AND c.first_published_at IS NOT NULL))
    ), all_linked AS (
    SELECT c.id::text AS claim_id, c.slug, c.short_form,
      (SELECT CASE WHEN l.to_claim_id = ${claimId}::uuid THEN l.kind::text
                   WHEN l.kind = 'narrows' THEN 'narrowed by' WHEN l.kind = 'moves' THEN 'moved by' ELSE 'updated by' END
       FROM claim_link l WHERE l.kind IN ('narrows', 'moves', 'updates') AND (l.from_claim_id, l.to_claim_id)
         IN ((c.id, ${claimId}::uuid), (${claimId}::uuid, c.id))
         ORDER BY l.kind, l.from_claim_id = c.id LIMIT 1) AS relation,
      p.frozen_at IS NOT NULL AS is_opened, coalesce(p.said_on, o.published_on) AS said_on,
      CASE WHEN p.id IS NULL THEN o.due_from ELSE p.due_from END AS due_from,
      CASE WHEN p.id IS NULL THEN o.due_to ELSE p.due_to END AS due_to,
      CASE WHEN p.id IS NULL THEN o.due_words ELSE p.due_words END AS due_words,
      p.window_basis::text AS window_basis, p.grace_days, p.certainty::text AS certainty, r.kind::text AS kind, outcome.first_on, outcome.last_on
    FROM (SELECT id FROM near LIMIT ${MOST_WALKED}) near JOIN claim c ON c.id = near.id AND c.state NOT IN ('merged', 'hidden')
    LEFT JOIN prediction p ON p.claim_id = c.id
    LEFT JOIN LATERAL (
      SELECT a.published_on, k.due_from, k.due_to, k.due_words FROM occurrence x JOIN article a ON a.id = x.article_id
      LEFT JOIN candidate k ON k.id = x.candidate_id
      WHERE x.claim_id = c.id ORDER BY a.published_on NULLS LAST, x.id LIMIT 1
    ) o ON true
    LEFT JOIN resolution r ON r.id = p.current_resolution_id
    LEFT JOIN outcome ON outcome.id = r.outcome_id
    WHERE p.frozen_at IS NOT NULL OR ${!onlyPublic}
    ), placed AS (
      SELECT *, row_number() OVER (ORDER BY said_on NULLS LAST, claim_id)::int AS nth, (count(*) OVER ())::int AS total
      FROM all_linked
    )
    SELECT * FROM placed
    WHERE total <= ${BOUND} OR nth <= ${FIRST} OR nth > total - ${BOUND - FIRST - 1} OR claim_id = ${claimId}
    ORDER BY nth`
  return { linked: rows.map((row) => toLinked(row, claimId)), more: (rows[0]?.total ?? 0) - rows.length }
}

function toLinked(row: Row, claimId: string): LinkedPrediction {
  return {
    claimId: row.claim_id,
    slug: row.slug,
    shortForm: row.short_form,
    isThis: row.claim_id === claimId,
    relation: relationOf(row.relation),
    isOpened: row.is_opened,
    saidOn: row.said_on,
    window: windowOf(row.due_from, row.due_to),
    windowWords: row.due_words,
    windowBasis: row.window_basis,
    graceDays: row.grace_days ?? 0,
    certainty: row.certainty === null ? null : Number(row.certainty),
    resolution: row.kind ?? 'open',
    outcome: windowOf(row.first_on, row.last_on),
  }
}

const RELATIONS = ['narrows', 'moves', 'updates', 'narrowed by', 'moved by', 'updated by'] as const
const relationOf = (text: string | null): LinkedPrediction['relation'] =>
  RELATIONS.find((relation) => relation === text) ?? null
