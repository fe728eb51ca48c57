import type { Day } from '@/lib/core/days'
import { type Db, db } from '@/lib/platform/db'
import { Prisma } from '@/lib/platform/generated/client'
import type { TrackRecord } from '../rules/scoring/record'
import { type LedgerSubject, subjectKey } from '../rules/subjects'
import { membersFrom } from './members'
import { readLedger, recordFrom, type SaidAgain } from './records'

/** Who says something: speakers, and publishers in their own voice, by their unnamed sources and by others whom they name. */
export type VoiceRecord = { subject: Extract<LedgerSubject, { id: string }>; record: TrackRecord }

/** From so many predictions on, a speaker's page would be slow to score them. */
const PROLIFIC = 500

/** What pages would be slow to score: what publishers answer for, and speakers with many predictions. */
export const LARGE_VOICES = Prisma.sql`m.kind IN ('own_voice', 'unnamed') OR (m.kind = 'speaker' AND m.subject_id IN (
  SELECT subject_id FROM member WHERE kind = 'speaker' GROUP BY subject_id HAVING count(*) >= ${PROLIFIC}))`
export const ALL_VOICES = Prisma.sql`m.kind IN ('speaker', 'own_voice', 'unnamed', 'reported')`

type Row = { kind: VoiceRecord['subject']['kind']; subject_id: string; prediction_id: string } & SaidAgain

/**
 * The records of voices that have an opened prediction as of a day (`which`: a condition on `m`, a row of members), the same as
 * `recordOf` computes for each by itself, from one reading of the ledger. By their keys; one record at a time is made.
 */
export async function* recordsOfVoices(asOfOn: Day, which: Prisma.Sql, from: Db = db()): AsyncGenerator<VoiceRecord> {
  const ledger = await readLedger(asOfOn, from)
  const rows = await from.$queryRaw<Row[]>(Prisma.sql`
    WITH member AS MATERIALIZED (SELECT kind, subject_id, prediction_id FROM ${await membersFrom(ledger.end, from)} kept),
    wanted AS MATERIALIZED (SELECT * FROM member m WHERE ${which}),
    named AS MATERIALIZED (${SPEAKERS_OF_VOICES}),
    again AS (
      SELECT DISTINCT ON (w.kind, w.subject_id, w.prediction_id) w.kind, w.subject_id, w.prediction_id,
        a.published_on AS said_on, o.certainty_words
      FROM wanted w JOIN prediction p ON p.id = w.prediction_id
        JOIN named ON named.kind = w.kind AND named.subject_id = w.subject_id
        JOIN occurrence o ON o.claim_id = p.claim_id AND o.speaker_id = named.speaker_id AND o.created_at < ${ledger.end}
        JOIN article a ON a.id = o.article_id AND a.published_on IS NOT NULL
      WHERE NOT EXISTS (SELECT FROM named own
        WHERE own.kind = w.kind AND own.subject_id = w.subject_id AND own.speaker_id = p.speaker_id)
      ORDER BY w.kind, w.subject_id, w.prediction_id, a.published_on, o.id
    )
    SELECT w.kind, w.subject_id::text AS subject_id, w.prediction_id::text AS prediction_id,
      again.prediction_id IS NOT NULL AS is_repeated, again.said_on, again.certainty_words
    FROM wanted w LEFT JOIN again USING (kind, subject_id, prediction_id)`)
  for (const [, members] of [...bySubject(rows)].sort(([a], [b]) => (a < b ? -1 : 1))) {
    const [first] = members
    if (first === undefined) continue
    const said = new Map(members.map((one) => [one.prediction_id, one]))
    yield { subject: { kind: first.kind, id: first.subject_id }, record: await recordFrom(ledger, said, from) }
  }
}

function bySubject(rows: readonly Row[]): Map<string, Row[]> {
  const groups = new Map<string, Row[]>()
  for (const row of rows) {
    const key = subjectKey({ kind: row.kind, id: row.subject_id })
    const group = groups.get(key)
    if (group) group.push(row)
    else groups.set(key, [row])
  }
  return groups
}

/** The speakers whose words are those of a voice; what a publisher says itself or reports is nobody's repetition. */
const SPEAKERS_OF_VOICES = Prisma.sql`
  SELECT 'speaker' AS kind, coalesce(merged_into_id, id) AS subject_id, id AS speaker_id FROM speaker WHERE kind <> 'unnamed'
  UNION ALL
  SELECT 'unnamed', coalesce(u.merged_into_id, u.id), s.id FROM speaker s JOIN publisher u ON u.id = s.publisher_id
  WHERE s.kind = 'unnamed'`
