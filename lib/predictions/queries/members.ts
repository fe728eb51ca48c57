import type { Db } from '@/lib/platform/db'
import { Prisma } from '@/lib/platform/generated/client'
import { SCORING_VERSION } from '../rules/scoring/record'
import { isCopied, isPublic } from './counting'

/**
 * Which predictions count for whom, all at once: rows of `kind`, `subject_id` and `prediction_id`. Kept in `ledger_member` for the
 * present state of the ledger, because each page of a large one would work it out again. Phrases are read from `all`.
 */

/** What `all` has in the place of a subject. */
export const NOBODY = '00000000-0000-0000-0000-000000000000'

/** Whether the kept members are those of now: of this end of the day, of what is public, by these rules. */
export async function areMembersKept(end: Prisma.Sql, from: Db): Promise<boolean> {
  const rows = await from.$queryRaw<unknown[]>(Prisma.sql`
    SELECT 1 FROM ledger_member_state s JOIN edition e ON e.id = 1 AND e.version = s.edition_version
    WHERE s.as_of_end = ${end} AND s.scoring_version = ${SCORING_VERSION}`)
  return rows.length > 0
}

/** The members as of `end`, to be read from: the kept ones where they are of now, else worked out. */
export const membersFrom = async (end: Prisma.Sql, from: Db): Promise<Prisma.Sql> =>
  (await areMembersKept(end, from)) ? Prisma.sql`ledger_member` : Prisma.sql`(${membersSql(end)})`

/**
 * The same for every subject as what `memberOf` says of one (tested): see there for who counts. Said is what somebody said
 * first, or repeated while it was still a prediction.
 */
export const membersSql = (end: Prisma.Sql): Prisma.Sql => Prisma.sql`
  WITH counted AS MATERIALIZED (
    SELECT p.id, p.claim_id, p.speaker_id, p.due_to FROM prediction p
    WHERE p.frozen_at < ${end} AND ${isPublic} AND NOT ${isCopied(end)}
  ), place AS MATERIALIZED (
    SELECT p.id, p.speaker_id AS opened_for, p.due_to, o.id AS occurrence_id, o.speaker_id, o.speaker_text, o.created_at,
      a.published_on, coalesce(u.merged_into_id, u.id) AS publisher_id,
      row_number() OVER (PARTITION BY p.id ORDER BY coalesce(a.published_on, '9999'), o.id) AS nth
    FROM counted p JOIN occurrence o ON o.claim_id = p.claim_id
      JOIN article a ON a.id = o.article_id JOIN publisher u ON u.id = a.publisher_id
  ), known AS MATERIALIZED (
    SELECT DISTINCT ON (r.prediction_id) r.prediction_id, happened.first_on
    FROM resolution r LEFT JOIN outcome happened ON happened.id = r.outcome_id
    WHERE r.created_at < ${end} ORDER BY r.prediction_id, r.created_at DESC, r.id DESC
  ), repeated AS MATERIALIZED (
    SELECT place.id, place.speaker_id, place.speaker_text, place.publisher_id
    FROM place LEFT JOIN known ON known.prediction_id = place.id
    WHERE place.created_at < ${end} AND place.published_on <= coalesce(place.due_to, place.published_on)
      AND place.published_on < coalesce(known.first_on, '9999-12-31')
  ), said AS MATERIALIZED (
    SELECT id, speaker_id FROM counted WHERE speaker_id IS NOT NULL
    UNION SELECT id, speaker_id FROM repeated WHERE speaker_id IS NOT NULL
  ), printed AS (
    SELECT id, speaker_id, speaker_text, publisher_id FROM place WHERE nth = 1
    UNION SELECT id, speaker_id, speaker_text, publisher_id FROM repeated
  )
  SELECT 'all' AS kind, ${NOBODY}::uuid AS subject_id, id AS prediction_id FROM counted
  UNION ALL
  SELECT 'topic', own.topic_id, counted.id FROM counted JOIN claim_topic own ON own.claim_id = counted.claim_id
  UNION ALL
  SELECT DISTINCT 'speaker', coalesce(s.merged_into_id, s.id), said.id
  FROM said JOIN speaker s ON s.id = said.speaker_id AND s.kind <> 'unnamed'
  UNION ALL
  SELECT DISTINCT 'unnamed', coalesce(u.merged_into_id, u.id), said.id
  FROM said JOIN speaker s ON s.id = said.speaker_id AND s.kind = 'unnamed' JOIN publisher u ON u.id = s.publisher_id
  UNION ALL
  SELECT 'own_voice', publisher_id, id FROM place
  WHERE nth = 1 AND speaker_id IS NULL AND speaker_text IS NULL AND opened_for IS NULL
  UNION ALL
  SELECT DISTINCT 'reported', printed.publisher_id, printed.id
  FROM printed LEFT JOIN speaker s ON s.id = printed.speaker_id
  WHERE s.kind <> 'unnamed' OR (printed.speaker_id IS NULL AND printed.speaker_text IS NOT NULL)`
