import type { Day } from '@/lib/core/days'
import { type Db, db } from '@/lib/platform/db'
import { Prisma } from '@/lib/platform/generated/client'
import { requireSettings } from '@/lib/settings/queries'
import { certaintyEntryOf } from '@/lib/settings/rules'
import { closesOn } from '../rules/resolution'
import { type ScoredPrediction, type TrackRecord, trackRecordOf } from '../rules/scoring'
import type { ResolutionKind } from '../schema'

/**
 * Track records from the opened predictions and the resolutions that were in force at the end of the as-of day, in the
 * newsroom's zone. They read nothing that is not public, so they ask for no actor. Hidden and merged claims count nowhere.
 */

type Row = {
  id: string
  due_to: Day | null
  grace_days: number
  kind: ResolutionKind | null
  outcome_id: string | null
  certainty_words: string | null
}

async function scoredRows(subject: Prisma.Sql, asOfOn: Day, zone: string, from: Db): Promise<Row[]> {
  const end = Prisma.sql`((${asOfOn}::date + 1)::timestamp AT TIME ZONE ${zone})`
  return from.$queryRaw<Row[]>(Prisma.sql`
    SELECT p.id::text AS id, p.due_to, p.grace_days, r.kind::text AS kind, r.outcome_id::text AS outcome_id, p.certainty_words
    FROM prediction p JOIN claim c ON c.id = p.claim_id AND c.state NOT IN ('merged', 'hidden')
    LEFT JOIN LATERAL (
      SELECT kind, outcome_id FROM resolution WHERE prediction_id = p.id AND created_at < ${end}
      ORDER BY created_at DESC, id DESC LIMIT 1
    ) r ON true
    WHERE p.frozen_at < ${end} AND ${subject}
    ORDER BY p.id`)
}

const toScored = (row: Row): ScoredPrediction => ({
  predictionId: row.id,
  closesOn: row.due_to === null ? null : closesOn({ dueTo: row.due_to, graceDays: row.grace_days }),
  resolution: row.kind === 'open' ? null : row.kind,
  outcomeId: row.outcome_id,
})

async function recordOf(subject: Prisma.Sql, asOfOn: Day, from: Db): Promise<TrackRecord> {
  const { zone, minimumN, maxUnresolved } = await requireSettings(from)
  const rows = await scoredRows(subject, asOfOn, zone, from)
  return trackRecordOf(rows.map(toScored), asOfOn, { minimumN, maxUnresolved })
}

/** All opened predictions of the newsroom: "held up so far". */
export const trackRecordOfAll = (asOfOn: Day, from: Db = db()): Promise<TrackRecord> =>
  recordOf(Prisma.sql`true`, asOfOn, from)

/** What a named speaker predicted, in whichever article; each prediction once. Speakers merged into it count with it. */
export function trackRecordOfSpeaker(speakerId: string, asOfOn: Day, from: Db = db()): Promise<TrackRecord> {
  const own = Prisma.sql`(SELECT id FROM speaker WHERE id = ${speakerId}::uuid OR merged_into_id = ${speakerId}::uuid)`
  const said = Prisma.sql`(p.speaker_id IN ${own} OR EXISTS (
    SELECT 1 FROM occurrence o WHERE o.claim_id = p.claim_id AND o.speaker_id IN ${own}))`
  return recordOf(said, asOfOn, from)
}

/** A publisher answers for its own voice and for its unnamed sources, never for the named people it reports. */
export type PublisherRecord = { ownVoice: TrackRecord; unnamed: TrackRecord }

/**
 * Own voice: predictions without a speaker that it made first, so that a syndicated copy counts once, for whoever published it
 * first. Unnamed: predictions of unnamed groups ("diplomatic sources") that it quoted.
 */
export async function trackRecordOfPublisher(
  publisherId: string,
  asOfOn: Day,
  from: Db = db(),
): Promise<PublisherRecord> {
  const own = Prisma.sql`(SELECT id FROM publisher WHERE id = ${publisherId}::uuid OR merged_into_id = ${publisherId}::uuid)`
  const unnamed = Prisma.sql`p.speaker_id IN (SELECT id FROM speaker WHERE kind = 'unnamed' AND publisher_id IN ${own})`
  const ownVoice = Prisma.sql`p.speaker_id IS NULL AND (
    SELECT o.is_own_voice AND a.publisher_id IN ${own} FROM occurrence o JOIN article a ON a.id = o.article_id
    WHERE o.claim_id = p.claim_id ORDER BY a.published_on NULLS LAST, o.id LIMIT 1)`
  return { ownVoice: await recordOf(ownVoice, asOfOn, from), unnamed: await recordOf(unnamed, asOfOn, from) }
}

/** How often what is said with a phrase came true, beside the probability that stands for it. */
export type PhraseRecord = { words: string; probability: number; record: TrackRecord }

/** The record of each phrase of the certainty table in force, in the table's order. Unlisted words fall under none. */
export async function trackRecordsOfPhrases(asOfOn: Day, from: Db = db()): Promise<PhraseRecord[]> {
  const { zone, certaintyTable, minimumN, maxUnresolved } = await requireSettings(from)
  const rows = await scoredRows(Prisma.sql`p.certainty_words IS NOT NULL`, asOfOn, zone, from)
  const byPhrase = new Map<string, ScoredPrediction[]>()
  for (const row of rows) {
    const words = certaintyEntryOf(certaintyTable, row.certainty_words)?.words
    if (words !== undefined) byPhrase.set(words, [...(byPhrase.get(words) ?? []), toScored(row)])
  }
  return certaintyTable.map(({ words, probability }) => ({
    words,
    probability,
    record: trackRecordOf(byPhrase.get(words) ?? [], asOfOn, { minimumN, maxUnresolved }),
  }))
}

/** One phrase's record; null for words that are not in the table. */
export async function trackRecordOfPhrase(words: string, asOfOn: Day, from: Db = db()): Promise<PhraseRecord | null> {
  const records = await trackRecordsOfPhrases(asOfOn, from)
  return records.find((record) => record.words === words.toLowerCase()) ?? null
}
