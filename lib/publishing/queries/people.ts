import type { Day } from '@/lib/core/days'
import { db } from '@/lib/platform/db'
import { Prisma } from '@/lib/platform/generated/client'
import { recordOf } from '@/lib/predictions/queries/records'
import { endOfDay, saidBy, speakerWithMerged } from '@/lib/predictions/queries/subjects'
import type { TrackRecord } from '@/lib/predictions/rules/scoring/record'
import { requireSettings } from '@/lib/settings/queries'
import { Slug } from '../schema'
import { type Destination, listVerdictCards, PUBLIC_CLAIM, type VerdictCard } from './claims'
import { listLedger, listSpeakerPredictions } from './ledger'
import type { LedgerRow } from './ledger-rows'

/** A named speaker with something public. */
export type SpeakerRow = {
  name: string
  slug: string
  description: string | null
  verdicts: number
  predictions: number
}

const PAGE = 50

/**
 * Named speakers with a verdict in force or an opened prediction, by slug; `after` is the slug of the last one seen. The counts
 * are what their pages list.
 */
export async function listPublicSpeakers(
  today: Day,
  after = '',
): Promise<{ speakers: SpeakerRow[]; next: string | null }> {
  const rows = await publicSpeakers(today, Prisma.sql`s.slug > ${after}`, PAGE + 1)
  const shown = rows.slice(0, PAGE)
  return { speakers: shown, next: rows.length > PAGE ? (shown.at(-1)?.slug ?? null) : null }
}

/** Named speakers `s` with a verdict in force or an opened prediction, of those that `which` takes. */
async function publicSpeakers(today: Day, which: Prisma.Sql, limit: number): Promise<SpeakerRow[]> {
  const { zone } = await requireSettings()
  const own = speakerWithMerged(Prisma.sql`s.id`)
  return db().$queryRaw<SpeakerRow[]>(Prisma.sql`
    SELECT s.name, s.slug, s.description, ruled.n AS verdicts, said.n AS predictions
    FROM speaker s
    CROSS JOIN LATERAL (
      SELECT count(*)::int AS n FROM claim c
      WHERE c.speaker_id IN ${own} AND c.state NOT IN ('merged', 'hidden') AND c.current_verdict_id IS NOT NULL
    ) ruled
    CROSS JOIN LATERAL (SELECT count(*)::int AS n FROM ${saidBy(own, endOfDay(today, zone))} x) said
    WHERE s.kind <> 'unnamed' AND s.merged_into_id IS NULL AND ${which} AND ruled.n + said.n > 0
    ORDER BY s.slug LIMIT ${limit}`)
}

/** The name of a speaker with something public, merges followed; null for everybody else whom the desk knows. */
export async function nameOfPublicSpeaker(slug: string, today: Day): Promise<string | null> {
  const which = Prisma.sql`s.id = (SELECT coalesce(one.merged_into_id, one.id) FROM speaker one WHERE one.slug = ${slug})`
  return (await publicSpeakers(today, which, 1))[0]?.name ?? null
}

export type SpeakerPage = {
  speaker: { name: string; slug: string; kind: 'person' | 'organisation'; description: string | null; sameAs: string[] }
  aliases: string[]
  record: TrackRecord
  predictions: LedgerRow[]
  verdicts: VerdictCard[]
}

/** The public page of a named speaker. A merged one has moved; one without anything public is nothing. */
export async function getSpeakerPage(slug: string, today: Day): Promise<Destination<SpeakerPage>> {
  if (!Slug.safeParse(slug).success) return { is: 'nothing' }
  const row = await db().speaker.findUnique({
    where: { slug },
    include: {
      mergedInto: { select: { slug: true } },
      merged: { select: { id: true }, take: 100 },
      aliases: { where: { confirmedAt: { not: null } }, select: { alias: true }, orderBy: { alias: 'asc' }, take: 20 },
    },
  })
  if (row === null || row.kind === 'unnamed') return { is: 'nothing' }
  if (row.mergedInto) return { is: 'moved', path: `/speakers/${row.mergedInto.slug}` }
  const ids = [row.id, ...row.merged.map((merged) => merged.id)]
  const [record, predictions, { cards }] = await Promise.all([
    recordOf({ kind: 'speaker', id: row.id }, today),
    listSpeakerPredictions(row.id, today),
    listVerdictCards({ speakerIds: ids }),
  ])
  if (predictions.length === 0 && cards.length === 0) return { is: 'nothing' }
  const { name, kind, description, sameAs } = row
  return {
    is: 'page',
    page: {
      speaker: { name, slug, kind, description, sameAs },
      aliases: row.aliases.map(({ alias }) => alias),
      record,
      predictions,
      verdicts: cards,
    },
  }
}

export type PublisherPage = {
  publisher: { name: string; slug: string; domain: string | null; country: string | null }
  /** A publisher answers for its own voice and for its unnamed sources, never for the named people it reports. */
  record: { ownVoice: TrackRecord; unnamed: TrackRecord }
  predictions: LedgerRow[]
}

/** The public page of a publisher: its own voice, and its unnamed sources, which count under it. */
export async function getPublisherPage(slug: string, today: Day): Promise<Destination<PublisherPage>> {
  if (!Slug.safeParse(slug).success) return { is: 'nothing' }
  const row = await db().publisher.findUnique({ where: { slug }, include: { mergedInto: { select: { slug: true } } } })
  if (row === null) return { is: 'nothing' }
  if (row.mergedInto) return { is: 'moved', path: `/publishers/${row.mergedInto.slug}` }
  if (!(await isPublicPublisher(row.id))) return { is: 'nothing' }
  const [ownVoice, unnamed, { rows }] = await Promise.all([
    recordOf({ kind: 'own_voice', id: row.id }, today),
    recordOf({ kind: 'unnamed', id: row.id }, today),
    listLedger({ view: 'all', publisher: slug }, today),
  ])
  const { name, domain, country } = row
  return {
    is: 'page',
    page: { publisher: { name, slug, domain, country }, record: { ownVoice, unnamed }, predictions: rows },
  }
}

/** Whether something public was said in it. */
export const isPublicPublisher = async (publisherId: string): Promise<boolean> =>
  (await db().occurrence.findFirst({
    where: { article: { publisherId }, claim: PUBLIC_CLAIM },
    select: { id: true },
  })) !== null

/** Publishers in which something public was said, by name; at most 200. */
export async function listPublicPublishers(): Promise<{ name: string; slug: string; domain: string | null }[]> {
  return db().publisher.findMany({
    where: {
      mergedIntoId: null,
      articles: { some: { hiddenAt: null, occurrences: { some: { claim: PUBLIC_CLAIM } } } },
    },
    orderBy: { slug: 'asc' },
    take: 200,
    select: { name: true, slug: true, domain: true },
  })
}
