import { getEdition } from '@/lib/audit/queries'
import type { Context } from '@/lib/core/context'
import { type Day, dayInZone } from '@/lib/core/days'
import { AppError } from '@/lib/core/errors'
import { inTransaction } from '@/lib/platform/db'
import { Prisma } from '@/lib/platform/generated/client'
import { getSettings } from '@/lib/settings/queries'
import { canScoreLedger } from '../policy'
import { membersSql } from '../queries/members'
import { spanningRecords, storedRecords } from '../queries/records'
import { endOfDay } from '../queries/subjects'
import { LARGE_VOICES, recordsOfVoices } from '../queries/voices'
import { SCORING_VERSION, type TrackRecord } from '../rules/scoring/record'
import { type LedgerSubject, subjectKey } from '../rules/subjects'

/**
 * Works out ahead which predictions count for whom today, and the records of what pages would be slow to score: of all, of each
 * phrase, topic and publisher (its own voice and its unnamed sources), and of speakers with many predictions. Does nothing when
 * they are there already, and before the newsroom has settings. The edition is read first: what becomes public meanwhile moves
 * it on, and what was worked out is then nobody's, however new it is. Throws FORBIDDEN unless a process calls.
 */
export async function scoreLedger(ctx: Context): Promise<void> {
  if (!canScoreLedger(ctx.actor)) throw new AppError('FORBIDDEN')
  const settings = await getSettings()
  if (settings === null) return
  const today = dayInZone(ctx.now, settings.zone)
  const { version } = await getEdition()
  // all of them are written together
  const [stored] = await storedRecords([{ kind: 'all' }], today)
  if (stored) return
  await keepMembers(endOfDay(today, settings.zone), version)
  const { all, phrases, topics } = await spanningRecords(today)
  const records: [LedgerSubject, TrackRecord][] = [
    [{ kind: 'all' }, all],
    ...phrases.map(({ words, record }): [LedgerSubject, TrackRecord] => [{ kind: 'phrase', words }, record]),
    ...[...topics].map(([id, record]): [LedgerSubject, TrackRecord] => [{ kind: 'topic', id }, record]),
  ]
  // a page of whom nothing is stored has little to compute
  for await (const { subject, record } of recordsOfVoices(today, LARGE_VOICES)) records.push([subject, record])
  await store(records, { today, version, computedAt: ctx.now })
}

/** What changed of who counts for whom, written together with the state that it is of. */
async function keepMembers(end: Prisma.Sql, version: string): Promise<void> {
  await inTransaction(async (tx) => {
    const rows = await tx.$queryRaw<
      { edition_version: bigint }[]
    >`SELECT edition_version FROM ledger_member_state FOR UPDATE`
    // a slower run never takes the place of a newer one
    if (rows.some((row) => row.edition_version > BigInt(version))) return
    await tx.$executeRaw(Prisma.sql`
      WITH fresh AS MATERIALIZED (${membersSql(end)}), gone AS (
        DELETE FROM ledger_member m WHERE NOT EXISTS (SELECT FROM fresh f
          WHERE f.kind = m.kind AND f.subject_id = m.subject_id AND f.prediction_id = m.prediction_id)
      )
      INSERT INTO ledger_member (kind, subject_id, prediction_id)
      SELECT kind, subject_id, prediction_id FROM fresh ON CONFLICT DO NOTHING`)
    await tx.$executeRaw(Prisma.sql`
      INSERT INTO ledger_member_state (id, edition_version, as_of_end, scoring_version)
      VALUES (1, ${version}::bigint, ${end}, ${SCORING_VERSION})
      ON CONFLICT (id) DO UPDATE SET edition_version = excluded.edition_version, as_of_end = excluded.as_of_end,
        scoring_version = excluded.scoring_version`)
  })
}

type State = { today: Day; version: string; computedAt: Date }

/** In the place of all that was computed for an earlier state; a slower run never takes the place of a newer one. */
async function store(records: [LedgerSubject, TrackRecord][], { today, version, computedAt }: State): Promise<void> {
  const rows = records.map(([subject, figures]) => ({ key: subjectKey(subject), figures }))
  await inTransaction(async (tx) => {
    await tx.$executeRaw(Prisma.sql`
      DELETE FROM track_record WHERE edition_version <= ${version}::bigint AND as_of_on <= ${today}`)
    await tx.$executeRaw(Prisma.sql`
      INSERT INTO track_record (subject_key, as_of_on, edition_version, scoring_version, figures, computed_at)
      SELECT row.key, ${today}, ${version}::bigint, ${SCORING_VERSION}, row.figures, ${computedAt}
      FROM jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) AS row (key text, figures jsonb)
      ON CONFLICT (subject_key) DO NOTHING`)
  })
}
