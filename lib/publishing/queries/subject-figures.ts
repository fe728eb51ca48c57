import type { Day } from '@/lib/core/days'
import { db } from '@/lib/platform/db'
import { Prisma } from '@/lib/platform/generated/client'
import { storedRecordOf } from '@/lib/predictions/queries/records'
import { endOfDay, memberOf } from '@/lib/predictions/queries/subjects'
import type { TrackRecord } from '@/lib/predictions/rules/scoring/record'
import type { LedgerSubject } from '@/lib/predictions/rules/subjects'
import type { ResolutionKind } from '@/lib/predictions/schema'
import { requireSettings } from '@/lib/settings/queries'
import type { LedgerFilter } from '../schema'
import { listLedger } from './ledger'
import type { LedgerRow } from './ledger-rows'

/** So many predictions of a resolution whose window with its grace closes in a month (its first day); null: without a window. */
export type MonthCount = { month: Day | null; kind: ResolutionKind; count: number }

/** What a page of a speaker, publisher, topic or phrase shows of its predictions. */
export type SubjectFigures = {
  record: TrackRecord
  months: MonthCount[]
  /** The filter of the ledger that lists exactly these predictions. */
  filter: Partial<LedgerFilter>
  /** The first page of that list, latest window first. */
  predictions: LedgerRow[]
}

/** All figures of a subject as of a day. `filter` is the ledger's for the same subject. */
export async function figuresOf(
  subject: LedgerSubject,
  filter: Partial<LedgerFilter>,
  today: Day,
): Promise<SubjectFigures> {
  const [record, months, { rows }] = await Promise.all([
    storedRecordOf(subject, today),
    countMonths(subject, today),
    listLedger({ view: 'all', ...filter }, today),
  ])
  return { record, months, filter, predictions: rows }
}

/** How the predictions of a subject stand on a newsroom's present day, by the month in which their windows close with their grace. */
export async function countMonths(subject: LedgerSubject, today: Day): Promise<MonthCount[]> {
  const { zone } = await requireSettings()
  return db().$queryRaw<MonthCount[]>(Prisma.sql`
    WITH member AS MATERIALIZED (
      SELECT p.due_to, p.grace_days, p.current_resolution_id FROM prediction p WHERE ${await memberOf(subject, endOfDay(today, zone))}
    )
    SELECT to_char(prediction_closes_on(p.due_to, p.grace_days), 'YYYY-MM-01') AS month, coalesce(r.kind, 'open')::text AS kind, count(*)::int AS count
    FROM member p LEFT JOIN resolution r ON r.id = p.current_resolution_id
    GROUP BY 1, 2 ORDER BY 1, 2`)
}

/** How many predictions a subject has by the end of a day: as many as the ledger lists of it. */
export async function countPredictions(subject: LedgerSubject, asOfOn: Day): Promise<number> {
  const { zone } = await requireSettings()
  const [row] = await db().$queryRaw<{ n: number }[]>(Prisma.sql`
    SELECT count(*)::int AS n FROM prediction p WHERE ${await memberOf(subject, endOfDay(asOfOn, zone))}`)
  return row?.n ?? 0
}
