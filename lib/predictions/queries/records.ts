import type { Day } from '@/lib/core/days'
import { type Db, db } from '@/lib/platform/db'
import { Prisma } from '@/lib/platform/generated/client'
import { getCertaintyTables, requireSettingsAsOf } from '@/lib/settings/queries'
import { certaintyEntryOf, certaintyOf } from '@/lib/settings/rules'
import type { CertaintyTable, Settings } from '@/lib/settings/schema'
import { closesOn } from '../rules/resolution'
import type { ScoredPrediction } from '../rules/scoring/clusters'
import { SCORING_VERSION, type TrackRecord, trackRecordOf } from '../rules/scoring/record'
import { type LedgerSubject, subjectKey } from '../rules/subjects'
import type { ResolutionKind } from '../schema'
import { endOfDay, memberOf, speakerWithMerged, unnamedGroupsOf } from './subjects'

/**
 * Track records from the opened predictions and the resolutions that were in force at the end of the as-of day, in the
 * newsroom's zone and by the settings of that day. They read nothing that is not public, so they ask for no actor. What was
 * hidden, linked or merged since counts as it stands now; `recomputeLedger` takes that back, too.
 */

type Row = {
  id: string
  said_on: Day | null
  due_to: Day | null
  grace_days: number
  opened_on: Day
  certainty: number | null
  is_repeated: boolean
  setting_id: string
  certainty_words: string | null
  kind: ResolutionKind | null
  outcome_id: string | null
  first_on: Day | null
}

/** Members first, then what became of each: else the planner looks up what became of all. `own` joins what they said themselves. */
const scoredRows = (
  isMember: Prisma.Sql,
  end: Prisma.Sql,
  zone: string,
  from: Db,
  own = NOT_REPEATED,
): Promise<Row[]> =>
  from.$queryRaw<Row[]>(Prisma.sql`
    WITH member AS MATERIALIZED (
      SELECT id, claim_id, speaker_id, said_on, due_to, grace_days, certainty, certainty_words, setting_id, frozen_at
      FROM prediction p WHERE ${isMember}
    )
    SELECT p.id::text AS id, coalesce(own.said_on, p.said_on) AS said_on, p.due_to, p.grace_days,
      (p.frozen_at AT TIME ZONE ${zone})::date::text AS opened_on,
      p.certainty::float8 AS certainty, own.said_on IS NOT NULL AS is_repeated, p.setting_id::text AS setting_id,
      CASE WHEN own.said_on IS NULL THEN p.certainty_words ELSE own.certainty_words END AS certainty_words,
      r.kind::text AS kind, r.outcome_id::text AS outcome_id, happened.first_on
    FROM member p
    LEFT JOIN LATERAL (
      SELECT kind, outcome_id FROM resolution WHERE prediction_id = p.id AND created_at < ${end}
      ORDER BY created_at DESC, id DESC LIMIT 1
    ) r ON true
    LEFT JOIN outcome happened ON happened.id = r.outcome_id
    LEFT JOIN LATERAL (${own}) own ON true`)

const NOT_REPEATED = Prisma.sql`SELECT NULL AS said_on, NULL AS certainty_words`

/**
 * Where some of these speakers said first what was opened for somebody else: the unit of a record is a prediction by a speaker,
 * with that speaker's own words and day.
 */
const repeatedBy = (speakers: Prisma.Sql, end: Prisma.Sql): Prisma.Sql => Prisma.sql`
  SELECT a.published_on AS said_on, o.certainty_words FROM occurrence o JOIN article a ON a.id = o.article_id
  WHERE NOT coalesce(p.speaker_id IN ${speakers}, false) AND o.claim_id = p.claim_id AND o.speaker_id IN ${speakers}
    AND o.created_at < ${end} AND a.published_on IS NOT NULL
  ORDER BY a.published_on, o.id LIMIT 1`

/** Who speaks for a subject; none but speakers and unnamed sources say anything again. */
function speakersOf(subject: LedgerSubject): Prisma.Sql | undefined {
  if (subject.kind === 'speaker') return speakerWithMerged(Prisma.sql`${subject.id}::uuid`)
  return subject.kind === 'unnamed' ? unnamedGroupsOf(subject.id) : undefined
}

function repeatedBySubject(subject: LedgerSubject, end: Prisma.Sql): Prisma.Sql | undefined {
  const speakers = speakersOf(subject)
  return speakers && repeatedBy(speakers, end)
}

/** The certainty table of the as-of day, by which predictions fall under phrases, and of each version that any was opened under. */
type Tables = { inForce: CertaintyTable; openedUnder: ReadonlyMap<string, CertaintyTable> }

/** What these rows are scored as. */
async function scoredOf(rows: readonly Row[], inForce: CertaintyTable, from: Db): Promise<ScoredPrediction[]> {
  const versions = new Set(rows.flatMap((row) => (row.is_repeated ? [row.setting_id] : [])))
  const tables = { inForce, openedUnder: await getCertaintyTables([...versions], from) }
  return rows.map((row) => toScored(row, tables))
}

const toScored = (row: Row, { inForce, openedUnder }: Tables): ScoredPrediction => ({
  predictionId: row.id,
  saidOn: row.said_on,
  dueTo: row.due_to,
  closesOn: row.due_to === null ? null : closesOn({ dueTo: row.due_to, graceDays: row.grace_days }),
  openedOn: row.opened_on,
  // what was frozen is of the one for whom it was opened; who repeats it in other words promised by the same table
  probability: row.is_repeated
    ? certaintyOf(openedUnder.get(row.setting_id) ?? inForce, row.certainty_words)
    : row.certainty,
  phrase: certaintyEntryOf(inForce, row.certainty_words)?.words ?? null,
  resolution: row.kind === 'open' ? null : row.kind,
  outcomeId: row.outcome_id,
  outcomeFirstOn: row.first_on,
})

/** The track record of a subject as of the end of a day of the newsroom. */
export async function recordOf(subject: LedgerSubject, asOfOn: Day, from: Db = db()): Promise<TrackRecord> {
  const settings = await requireSettingsAsOf(asOfOn, from)
  const end = endOfDay(asOfOn, settings.zone)
  const isMember = await memberOf(subject, end, from)
  const rows = await scoredRows(isMember, end, settings.zone, from, repeatedBySubject(subject, end))
  return trackRecordOf(await scoredOf(rows, settings.certaintyTable, from), asOfOn, settings)
}

/**
 * What was opened for somebody else and said again by this speaker or these unnamed sources, each in their own words: as their
 * record has it. Nothing of other subjects.
 */
export async function listSaidAgain(subject: LedgerSubject, asOfOn: Day, from: Db = db()): Promise<ScoredPrediction[]> {
  const settings = await requireSettingsAsOf(asOfOn, from)
  const end = endOfDay(asOfOn, settings.zone)
  const speakers = speakersOf(subject)
  if (speakers === undefined) return []
  // what was opened for the subject itself, mostly nearly all of it, need not be looked through
  const isOthers = Prisma.sql`(${await memberOf(subject, end, from)}) AND NOT coalesce(p.speaker_id IN ${speakers}, false)`
  const rows = await scoredRows(isOthers, end, settings.zone, from, repeatedBy(speakers, end))
  return scoredOf(
    rows.filter((row) => row.is_repeated),
    settings.certaintyTable,
    from,
  )
}

/** How often what is said with a phrase held up, beside the probability that stands for it. Unlisted words fall under none. */
export type PhraseRecord = { words: string; probability: number; record: TrackRecord }

/** All opened predictions as of a day, once, by their ids. */
export type Ledger = { asOfOn: Day; settings: Settings; end: Prisma.Sql; rows: ReadonlyMap<string, Row> }

export async function readLedger(asOfOn: Day, from: Db = db()): Promise<Ledger> {
  const settings = await requireSettingsAsOf(asOfOn, from)
  const end = endOfDay(asOfOn, settings.zone)
  const rows = await scoredRows(await memberOf({ kind: 'all' }, end, from), end, settings.zone, from)
  return { asOfOn, settings, end, rows: new Map(rows.map((row) => [row.id, row])) }
}

/** Where the subject repeated a prediction: its own day and words. */
export type SaidAgain = Pick<Row, 'is_repeated' | 'said_on' | 'certainty_words'>

/** The record of these predictions of the ledger, each as the subject said it. */
export async function recordFrom(
  { asOfOn, settings, rows }: Ledger,
  said: ReadonlyMap<string, SaidAgain>,
  from: Db,
): Promise<TrackRecord> {
  const own = [...said].flatMap(([id, { is_repeated, said_on, certainty_words }]) => {
    const row = rows.get(id)
    return row === undefined ? [] : [is_repeated ? { ...row, is_repeated, said_on, certainty_words } : row]
  })
  return trackRecordOf(await scoredOf(own, settings.certaintyTable, from), asOfOn, settings)
}

/** The record of all, of each phrase of the table in its order, and of each topic that has an opened prediction. */
export type SpanningRecords = { all: TrackRecord; phrases: PhraseRecord[]; topics: Map<string, TrackRecord> }

/** What spans the ledger, from one reading of it. */
export async function spanningRecords(asOfOn: Day, from: Db = db()): Promise<SpanningRecords> {
  const { settings, rows } = await readLedger(asOfOn, from)
  const all = await scoredOf([...rows.values()], settings.certaintyTable, from)
  const topicsOf = await from.$queryRaw<{ topic_id: string; ids: string[] }[]>`
    SELECT ct.topic_id::text AS topic_id, array_agg(p.id::text) AS ids
    FROM claim_topic ct JOIN prediction p ON p.claim_id = ct.claim_id AND p.frozen_at IS NOT NULL
    GROUP BY ct.topic_id ORDER BY ct.topic_id`
  const byId = new Map(all.map((one) => [one.predictionId, one]))
  const record = (list: readonly ScoredPrediction[]) => trackRecordOf(list, asOfOn, settings)
  return {
    all: record(all),
    phrases: settings.certaintyTable.map(({ words, probability }) => ({
      ...{ words, probability },
      record: record(all.filter(({ phrase }) => phrase === words)),
    })),
    topics: new Map(topicsOf.map(({ topic_id, ids }) => [topic_id, record(ids.flatMap((id) => byId.get(id) ?? []))])),
  }
}

/** The record as it was computed ahead, if it is of this day and of what is public now; else computed. For "today". */
export async function storedRecordOf(subject: LedgerSubject, asOfOn: Day, from: Db = db()): Promise<TrackRecord> {
  const [stored] = await storedRecords([subject], asOfOn, from)
  return stored ?? recordOf(subject, asOfOn, from)
}

/** For each subject the record that was computed ahead; null where it is of another day, edition or way of scoring. */
export async function storedRecords(
  subjects: readonly LedgerSubject[],
  asOfOn: Day,
  from: Db = db(),
): Promise<(TrackRecord | null)[]> {
  const keys = subjects.map(subjectKey)
  const rows = await from.$queryRaw<{ key: string; figures: TrackRecord }[]>(Prisma.sql`
    SELECT t.subject_key AS key, t.figures FROM track_record t
    JOIN edition e ON e.id = 1 AND e.version = t.edition_version
    WHERE t.subject_key = ANY(${keys}::text[]) AND t.as_of_on = ${asOfOn} AND t.scoring_version = ${SCORING_VERSION}`)
  const byKey = new Map(rows.map(({ key, figures }) => [key, figures]))
  return keys.map((key) => byKey.get(key) ?? null)
}
