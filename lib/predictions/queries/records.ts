import type { Day } from '@/lib/core/days'
import { type Db, db } from '@/lib/platform/db'
import { Prisma } from '@/lib/platform/generated/client'
import { requireSettingsAsOf } from '@/lib/settings/queries'
import { certaintyEntryOf } from '@/lib/settings/rules'
import type { CertaintyTable } from '@/lib/settings/schema'
import { closesOn } from '../rules/resolution'
import type { ScoredPrediction } from '../rules/scoring/clusters'
import { type TrackRecord, trackRecordOf } from '../rules/scoring/record'
import type { LedgerSubject } from '../rules/subjects'
import type { ResolutionKind } from '../schema'
import { endOfDay, memberOf } from './subjects'

/**
 * Track records from the opened predictions and the resolutions that were in force at the end of the as-of day, in the
 * newsroom's zone and by the settings of that day. They read nothing that is not public, so they ask for no actor. What was
 * hidden or merged since counts as it stands now.
 */

type Row = {
  id: string
  said_on: Day | null
  due_to: Day | null
  grace_days: number
  certainty: number | null
  certainty_words: string | null
  kind: ResolutionKind | null
  outcome_id: string | null
  first_on: Day | null
}

/** Members first, then what became of each: else the planner looks up what became of all. */
const scoredRows = (isMember: Prisma.Sql, end: Prisma.Sql, from: Db): Promise<Row[]> =>
  from.$queryRaw<Row[]>(Prisma.sql`
    WITH member AS MATERIALIZED (
      SELECT id, said_on, due_to, grace_days, certainty, certainty_words FROM prediction p WHERE ${isMember}
    )
    SELECT p.id::text AS id, p.said_on, p.due_to, p.grace_days, p.certainty::float8 AS certainty, p.certainty_words,
      r.kind::text AS kind, r.outcome_id::text AS outcome_id, happened.first_on
    FROM member p
    LEFT JOIN LATERAL (
      SELECT kind, outcome_id FROM resolution WHERE prediction_id = p.id AND created_at < ${end}
      ORDER BY created_at DESC, id DESC LIMIT 1
    ) r ON true
    LEFT JOIN outcome happened ON happened.id = r.outcome_id`)

const toScored = (row: Row, table: CertaintyTable): ScoredPrediction => ({
  predictionId: row.id,
  saidOn: row.said_on,
  dueTo: row.due_to,
  closesOn: row.due_to === null ? null : closesOn({ dueTo: row.due_to, graceDays: row.grace_days }),
  probability: row.certainty,
  phrase: certaintyEntryOf(table, row.certainty_words)?.words ?? null,
  resolution: row.kind === 'open' ? null : row.kind,
  outcomeId: row.outcome_id,
  outcomeFirstOn: row.first_on,
})

/** The track record of a subject as of the end of a day of the newsroom. */
export async function recordOf(subject: LedgerSubject, asOfOn: Day, from: Db = db()): Promise<TrackRecord> {
  const settings = await requireSettingsAsOf(asOfOn, from)
  const end = endOfDay(asOfOn, settings.zone)
  const rows = await scoredRows(await memberOf(subject, end, from), end, from)
  return trackRecordOf(
    rows.map((row) => toScored(row, settings.certaintyTable)),
    asOfOn,
    settings,
  )
}

/** How often what is said with a phrase came true, beside the probability that stands for it. */
export type PhraseRecord = { words: string; probability: number; record: TrackRecord }

/** The record of each phrase of the certainty table in force, in the table's order. Unlisted words fall under none. */
export async function recordsOfPhrases(asOfOn: Day, from: Db = db()): Promise<PhraseRecord[]> {
  const settings = await requireSettingsAsOf(asOfOn, from)
  const end = endOfDay(asOfOn, settings.zone)
  const isMember = Prisma.sql`${await memberOf({ kind: 'all' }, end, from)} AND p.certainty_words IS NOT NULL`
  const all = (await scoredRows(isMember, end, from)).map((row) => toScored(row, settings.certaintyTable))
  return settings.certaintyTable.map(({ words, probability }) => {
    const own = all.filter(({ phrase }) => phrase === words)
    return { words, probability, record: trackRecordOf(own, asOfOn, settings) }
  })
}
