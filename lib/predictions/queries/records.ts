import type { Day } from '@/lib/core/days'
import { type Db, db } from '@/lib/platform/db'
import { Prisma } from '@/lib/platform/generated/client'
import { requireSettings } from '@/lib/settings/queries'
import { certaintyEntryOf } from '@/lib/settings/rules'
import { closesOn } from '../rules/resolution'
import { type ScoredPrediction, type TrackRecord, trackRecordOf } from '../rules/scoring'
import type { ResolutionKind } from '../schema'
import { endOfDay, publisherWithMerged, saidBy, speakerWithMerged, unnamedGroupsOf } from './subjects'

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

/** A condition on the prediction `p`, as known at an instant. */
type Subject = (end: Prisma.Sql) => Prisma.Sql

async function scoredRows(subject: Subject, asOfOn: Day, zone: string, from: Db): Promise<Row[]> {
  const end = endOfDay(asOfOn, zone)
  return from.$queryRaw<Row[]>(Prisma.sql`
    SELECT p.id::text AS id, p.due_to, p.grace_days, r.kind::text AS kind, r.outcome_id::text AS outcome_id, p.certainty_words
    FROM prediction p JOIN claim c ON c.id = p.claim_id AND c.state NOT IN ('merged', 'hidden')
    LEFT JOIN LATERAL (
      SELECT kind, outcome_id FROM resolution WHERE prediction_id = p.id AND created_at < ${end}
      ORDER BY created_at DESC, id DESC LIMIT 1
    ) r ON true
    WHERE p.frozen_at < ${end} AND ${subject(end)} AND NOT ${isCopied(end)}
    ORDER BY p.id`)
}

/**
 * Whether prediction `p` says in a copy what another opened prediction says, in the very same words and by the same speaker,
 * in an earlier publication of the same story: it counts once, as that one. Unnamed sources of two publishers are the same
 * ones in a copy.
 */
const isCopied = (end: Prisma.Sql): Prisma.Sql => Prisma.sql`EXISTS (
  SELECT 1 FROM occurrence o
    JOIN article a ON a.id = o.article_id
    JOIN story_article here ON here.article_id = o.article_id
    JOIN story_article there ON there.story_id = here.story_id AND there.article_id <> here.article_id
    JOIN article fa ON fa.id = there.article_id
      AND (coalesce(fa.published_on, '9999'), fa.id) < (coalesce(a.published_on, '9999'), a.id)
    JOIN occurrence fo ON fo.article_id = fa.id AND fo.quote = o.quote
    JOIN claim fc ON fc.id = fo.claim_id AND fc.state NOT IN ('merged', 'hidden')
    JOIN prediction fp ON fp.claim_id = fc.id AND fp.id <> p.id AND fp.frozen_at < ${end}
    LEFT JOIN speaker fs ON fs.id = fp.speaker_id
    LEFT JOIN speaker ps ON ps.id = p.speaker_id
  WHERE o.claim_id = p.claim_id
    AND (fp.speaker_id IS NOT DISTINCT FROM p.speaker_id OR (fs.kind = 'unnamed' AND ps.kind = 'unnamed')))`

const toScored = (row: Row): ScoredPrediction => ({
  predictionId: row.id,
  closesOn: row.due_to === null ? null : closesOn({ dueTo: row.due_to, graceDays: row.grace_days }),
  resolution: row.kind === 'open' ? null : row.kind,
  outcomeId: row.outcome_id,
})

async function recordOf(subject: Subject, asOfOn: Day, from: Db): Promise<TrackRecord> {
  const { zone, minimumN, maxUnresolved } = await requireSettings(from)
  const rows = await scoredRows(subject, asOfOn, zone, from)
  return trackRecordOf(rows.map(toScored), asOfOn, { minimumN, maxUnresolved })
}

/** All opened predictions of the newsroom: "held up so far". */
export const trackRecordOfAll = (asOfOn: Day, from: Db = db()): Promise<TrackRecord> =>
  recordOf(() => Prisma.sql`true`, asOfOn, from)

const isSaidBy =
  (speakers: Prisma.Sql): Subject =>
  (end) =>
    Prisma.sql`p.id IN (SELECT prediction_id FROM ${saidBy(speakers, end)} said)`

/** What a named speaker predicted, in whichever article; each prediction once. Speakers merged into it count with it. */
export const trackRecordOfSpeaker = (speakerId: string, asOfOn: Day, from: Db = db()): Promise<TrackRecord> =>
  recordOf(isSaidBy(speakerWithMerged(Prisma.sql`${speakerId}::uuid`)), asOfOn, from)

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
  const ownVoice: Subject = () => Prisma.sql`p.speaker_id IS NULL AND (
    SELECT o.speaker_id IS NULL AND o.speaker_text IS NULL AND a.publisher_id IN ${publisherWithMerged(publisherId)}
    FROM occurrence o JOIN article a ON a.id = o.article_id
    WHERE o.claim_id = p.claim_id ORDER BY a.published_on NULLS LAST, o.id LIMIT 1)`
  return {
    ownVoice: await recordOf(ownVoice, asOfOn, from),
    unnamed: await recordOf(isSaidBy(unnamedGroupsOf(publisherId)), asOfOn, from),
  }
}

/** How often what is said with a phrase came true, beside the probability that stands for it. */
export type PhraseRecord = { words: string; probability: number; record: TrackRecord }

/** The record of each phrase of the certainty table in force, in the table's order. Unlisted words fall under none. */
export async function trackRecordsOfPhrases(asOfOn: Day, from: Db = db()): Promise<PhraseRecord[]> {
  const { zone, certaintyTable, minimumN, maxUnresolved } = await requireSettings(from)
  const rows = await scoredRows(() => Prisma.sql`p.certainty_words IS NOT NULL`, asOfOn, zone, from)
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
