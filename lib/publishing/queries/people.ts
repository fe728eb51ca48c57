import type { Day } from '@/lib/core/days'
import { type Db, db } from '@/lib/platform/db'
import { Prisma } from '@/lib/platform/generated/client'
import { membersFrom } from '@/lib/predictions/queries/members'
import { endOfDay, speakerWithMerged } from '@/lib/predictions/queries/subjects'
import { requireSettings } from '@/lib/settings/queries'
import { type LedgerFilter, Slug } from '../schema'
import { type Destination, listVerdictCards, PUBLIC_CLAIM, type VerdictCard } from './claims'
import { listLedger } from './ledger'
import type { LedgerRow } from './ledger-rows'
import { countPredictions, figuresOf, type SubjectFigures } from './subject-figures'

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
async function publicSpeakers(today: Day, which: Prisma.Sql, limit: number, from: Db = db()): Promise<SpeakerRow[]> {
  const { zone } = await requireSettings(from)
  const members = await membersFrom(endOfDay(today, zone), from)
  return from.$queryRaw<SpeakerRow[]>(Prisma.sql`
    WITH said AS (SELECT subject_id, count(*)::int AS n FROM ${members} m WHERE kind = 'speaker' GROUP BY subject_id)
    SELECT s.name, s.slug, s.description, ruled.n AS verdicts, coalesce(said.n, 0) AS predictions
    FROM speaker s LEFT JOIN said ON said.subject_id = s.id
    CROSS JOIN LATERAL (
      SELECT count(*)::int AS n FROM claim c
      WHERE c.speaker_id IN ${speakerWithMerged(Prisma.sql`s.id`)}
        AND c.state NOT IN ('merged', 'hidden') AND c.current_verdict_id IS NOT NULL
    ) ruled
    WHERE s.kind <> 'unnamed' AND s.merged_into_id IS NULL AND ${which} AND ruled.n + coalesce(said.n, 0) > 0
    ORDER BY s.slug LIMIT ${limit}`)
}

/** The name of a speaker with something public, merges followed; null for everybody else whom the desk knows. */
export async function nameOfPublicSpeaker(slug: string, today: Day, from: Db = db()): Promise<string | null> {
  const which = Prisma.sql`s.id = (SELECT coalesce(one.merged_into_id, one.id) FROM speaker one WHERE one.slug = ${slug})`
  return (await publicSpeakers(today, which, 1, from))[0]?.name ?? null
}

export type SpeakerPage = {
  speaker: { name: string; slug: string; kind: 'person' | 'organisation'; description: string | null; sameAs: string[] }
  aliases: string[]
  figures: SubjectFigures
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
  if (row.mergedInto) {
    const { slug: owner } = row.mergedInto
    // an address would tell the name of somebody who is not public
    return (await nameOfPublicSpeaker(owner, today)) ? { is: 'moved', path: `/speakers/${owner}` } : { is: 'nothing' }
  }
  const ids = [row.id, ...row.merged.map((merged) => merged.id)]
  const [figures, { cards }] = await Promise.all([
    figuresOf({ kind: 'speaker', id: row.id }, { speaker: slug }, today),
    listVerdictCards({ speakerIds: ids }),
  ])
  if (figures.predictions.length === 0 && cards.length === 0) return { is: 'nothing' }
  const { name, kind, description, sameAs } = row
  return {
    is: 'page',
    page: {
      speaker: { name, slug, kind, description, sameAs },
      aliases: row.aliases.map(({ alias }) => alias),
      figures,
      verdicts: cards,
    },
  }
}

/** A publisher answers for its own voice and for its unnamed sources, never for the named people whom it reports. */
export type PublisherPage = {
  publisher: { name: string; slug: string; domain: string | null; country: string | null }
  ownVoice: SubjectFigures
  unnamed: SubjectFigures
  reported: { filter: Partial<LedgerFilter>; count: number; predictions: LedgerRow[] }
}

/** The public page of a publisher: its own voice, its unnamed sources, which count under it, and apart whom it reports. */
export async function getPublisherPage(slug: string, today: Day): Promise<Destination<PublisherPage>> {
  if (!Slug.safeParse(slug).success) return { is: 'nothing' }
  const row = await db().publisher.findUnique({
    where: { slug },
    include: { mergedInto: { select: { id: true, slug: true } } },
  })
  if (row === null) return { is: 'nothing' }
  // an address would tell the name of one that is not public
  if (!(await isPublicPublisher(row.mergedInto?.id ?? row.id))) return { is: 'nothing' }
  if (row.mergedInto) return { is: 'moved', path: `/publishers/${row.mergedInto.slug}` }
  const { id, name, domain, country } = row
  const filter = { publisher: slug, voice: 'reported' } as const
  const [ownVoice, unnamed, count, { rows }] = await Promise.all([
    figuresOf({ kind: 'own_voice', id }, { publisher: slug, voice: 'own' }, today),
    figuresOf({ kind: 'unnamed', id }, { publisher: slug, voice: 'unnamed' }, today),
    countPredictions({ kind: 'reported', id }, today),
    listLedger({ view: 'all', ...filter }, today),
  ])
  return {
    is: 'page',
    page: {
      publisher: { name, slug, domain, country },
      ...{ ownVoice, unnamed, reported: { filter, count, predictions: rows } },
    },
  }
}

/** A publisher's articles, and those of publishers merged into it. */
const printedBy = (publisherId: string) =>
  ({ publisher: { OR: [{ id: publisherId }, { mergedIntoId: publisherId }] } }) satisfies Prisma.ArticleWhereInput

/** Whether something public was said in it. */
export const isPublicPublisher = async (publisherId: string, from: Db = db()): Promise<boolean> =>
  (await from.occurrence.findFirst({
    where: { article: printedBy(publisherId), claim: PUBLIC_CLAIM },
    select: { id: true },
  })) !== null

export type PublisherRow = { name: string; slug: string; domain: string | null; country: string | null }

/**
 * Publishers in which something public was said, also where the article is hidden: each has a page and a record. By slug;
 * `after` is the slug of the last one seen.
 */
export async function listPublicPublishers(after = ''): Promise<{ publishers: PublisherRow[]; next: string | null }> {
  const articles = { some: { occurrences: { some: { claim: PUBLIC_CLAIM } } } }
  const rows = await db().publisher.findMany({
    where: { mergedIntoId: null, slug: { gt: after }, OR: [{ articles }, { merged: { some: { articles } } }] },
    orderBy: { slug: 'asc' },
    take: PAGE + 1,
    select: { name: true, slug: true, domain: true, country: true },
  })
  const shown = rows.slice(0, PAGE)
  return { publishers: shown, next: rows.length > PAGE ? (shown.at(-1)?.slug ?? null) : null }
}
