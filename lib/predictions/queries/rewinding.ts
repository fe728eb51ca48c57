import type { Tx } from '@/lib/platform/db'
import { Prisma } from '@/lib/platform/generated/client'
import { SCORING_VERSION } from '../rules/scoring/record'
import { membersSql } from './members'
import { EARLIER, UNDONE_TYPES, type Undone, undoOf } from './undoing'

/**
 * The ledger as it was known at the end of a day: temporary copies of what decides who counts for whom, in which everything that
 * events tell of later was taken back. Within the transaction they stand before the tables of the same names (a session's
 * temporary tables are found first), so that the very SQL of today's records reads them; they go when it ends. What no event
 * tells stays as it is now: see the help of ledger:recompute.
 */

/** Table by table: the columns that are read of it, what of it was there at `end`, and what it is looked up by. */
type Copy = { table: string; columns: string; was?: (end: Prisma.Sql) => Prisma.Sql; by: readonly string[] }

const COPIES: readonly Copy[] = [
  { table: 'article', columns: 'id, publisher_id, published_on', by: ['id', 'publisher_id'] },
  { table: 'story_article', columns: 'article_id, story_id', by: ['article_id', 'story_id'] },
  {
    table: 'occurrence',
    columns: 'id, claim_id, article_id, speaker_id, speaker_text, quote, certainty_words, created_at',
    was: (end) => Prisma.sql`created_at < ${end}`,
    by: ['id', 'claim_id', 'article_id', 'speaker_id'],
  },
  { table: 'claim', columns: 'id, state', by: ['id'] },
  { table: 'claim_topic', columns: 'claim_id, topic_id', by: ['claim_id'] },
  {
    table: 'prediction',
    columns:
      'id, claim_id, speaker_id, said_on, due_to, grace_days, certainty, certainty_words, setting_id, frozen_at, state',
    was: (end) => Prisma.sql`frozen_at < ${end}`,
    by: ['id', 'claim_id', 'speaker_id'],
  },
  { table: 'speaker', columns: 'id, slug, kind, publisher_id, merged_into_id', by: ['id', 'publisher_id'] },
  { table: 'publisher', columns: 'id, slug, merged_into_id', by: ['id'] },
  { table: 'ledger_member', columns: 'kind, subject_id, prediction_id', was: () => Prisma.sql`false`, by: [] },
  {
    table: 'ledger_member_state',
    columns: 'edition_version, as_of_end, scoring_version',
    was: () => Prisma.sql`false`,
    by: [],
  },
]

/** Lets everything that reads in this transaction find the ledger as it was known at `end`, with its members. */
export async function rewindLedger(tx: Tx, end: Prisma.Sql): Promise<void> {
  for (const copy of COPIES) await makeCopy(tx, copy, end)
  for (const event of await listLaterEvents(tx, end))
    for (const statement of undoOf(event)) await tx.$executeRaw(statement)
  await tx.$executeRaw(Prisma.sql`
    INSERT INTO pg_temp.ledger_member (kind, subject_id, prediction_id)
    SELECT kind, subject_id, prediction_id FROM (${membersSql(end)}) AS member`)
  await tx.$executeRaw(Prisma.sql`CREATE INDEX ON pg_temp.ledger_member (kind, subject_id, prediction_id)`)
  await tx.$executeRaw(Prisma.sql`ANALYZE pg_temp.ledger_member`)
  await tx.$executeRaw(Prisma.sql`
    INSERT INTO pg_temp.ledger_member_state (edition_version, as_of_end, scoring_version)
    SELECT version, ${end}, ${SCORING_VERSION} FROM edition WHERE id = 1`)
}

async function makeCopy(tx: Tx, { table, columns, was, by }: Copy, end: Prisma.Sql): Promise<void> {
  const [name, list] = [Prisma.raw(table), Prisma.raw(columns)]
  await tx.$executeRaw(Prisma.sql`
    CREATE TEMPORARY TABLE ${name} ON COMMIT DROP AS SELECT ${list} FROM public.${name} WITH NO DATA`)
  await tx.$executeRaw(Prisma.sql`
    INSERT INTO pg_temp.${name} SELECT ${list} FROM public.${name} WHERE ${was ? was(end) : Prisma.sql`true`}`)
  for (const column of by) await tx.$executeRaw(Prisma.sql`CREATE INDEX ON pg_temp.${name} (${Prisma.raw(column)})`)
  await tx.$executeRaw(Prisma.sql`ANALYZE pg_temp.${name}`)
}

/** What happened from `end` on that moved who counts for whom, the newest first. */
async function listLaterEvents(tx: Tx, end: Prisma.Sql): Promise<Undone[]> {
  const rows = await tx.$queryRaw<{ type: string; entityId: string; payload: unknown; before: Undone['before'] }[]>(
    Prisma.sql`
      SELECT e.type, e.entity_id::text AS "entityId", own.payload, earlier.before
      FROM audit_event e LEFT JOIN audit_payload own ON own.event_id = e.id
      LEFT JOIN LATERAL (
        SELECT jsonb_build_object('type', b.type, 'payload', past.payload) AS before
        FROM audit_event b LEFT JOIN audit_payload past ON past.event_id = b.id
        WHERE b.entity_type = e.entity_type AND b.entity_id = e.entity_id AND b.entity_seq < e.entity_seq
          AND b.type = ANY (ARRAY(SELECT jsonb_array_elements_text(${JSON.stringify(EARLIER)}::jsonb -> e.type)))
        ORDER BY b.entity_seq DESC LIMIT 1
      ) earlier ON ${JSON.stringify(EARLIER)}::jsonb ? e.type
      WHERE e.occurred_at >= ${end} AND e.type = ANY (${[...UNDONE_TYPES]}::text[])
      ORDER BY e.seq DESC`,
  )
  return rows
}
