import type { Day } from '@/lib/core/days'
import { db } from '@/lib/platform/db'
import { Prisma } from '@/lib/platform/generated/client'
import { listSaidAgain } from '@/lib/predictions/queries/records'
import { endOfDay, memberOf, publisherWithMerged } from '@/lib/predictions/queries/subjects'
import type { ScoredPrediction } from '@/lib/predictions/rules/scoring/clusters'
import { type LedgerSubject, phraseSlug } from '@/lib/predictions/rules/subjects'
import { requireSettings } from '@/lib/settings/queries'
import { isOfCertainty } from '../rules/certainties'
import type { LedgerFilter } from '../schema'
import { certaintySql, openedLateSql } from './ledger-sql'

const NOTHING = Prisma.sql`false`

const VOICES = { own: 'own_voice', unnamed: 'unnamed', reported: 'reported' } as const

/**
 * The conditions of whom and what a filter is about: those of their records, so that a list has what a record counts. A
 * standing is one in some record, so it takes the copies of one story once, as records do. An unknown one has no predictions.
 */
export async function aboutSql(filter: LedgerFilter, today: Day): Promise<Prisma.Sql[]> {
  const { zone } = await requireSettings()
  const end = endOfDay(today, zone)
  const subjects = await subjectsOf(filter)
  const words = filter.phrase ? await wordsOfPhrase(filter.phrase) : null
  if (filter.standing !== undefined && subjects.length === 0 && filter.phrase === undefined)
    subjects.push({ kind: 'all' })
  const members = subjects.map((subject) => (subject === null ? NOTHING : memberOf(subject, end)))
  const said = await saidAgain(filter, subjects, today)
  return [
    ...(await Promise.all([...members, ...(await printedIn(filter))])),
    ...(filter.phrase ? [words === null ? NOTHING : await saidWith(words, end, said)] : []),
    ...(filter.certainty ? [saidSurely(filter.certainty, said)] : []),
    ...(filter.opened ? [openedLateSql(zone)] : []),
  ]
}

/** What the one whom a list is about said again in own words; read only where the list is narrowed by words. */
async function saidAgain(
  { phrase, certainty }: LedgerFilter,
  subjects: readonly (LedgerSubject | null)[],
  today: Day,
): Promise<ScoredPrediction[]> {
  if (phrase === undefined && certainty === undefined) return []
  const said = subjects.map((subject) => (subject === null ? [] : listSaidAgain(subject, today)))
  return (await Promise.all(said)).flat()
}

const saidWith = async (words: string, end: Prisma.Sql, said: readonly ScoredPrediction[]): Promise<Prisma.Sql> =>
  inOwnWords(await memberOf({ kind: 'phrase', words }, end), said, ({ phrase }) => phrase === words)

const saidSurely = (certainty: NonNullable<LedgerFilter['certainty']>, said: readonly ScoredPrediction[]): Prisma.Sql =>
  inOwnWords(certaintySql(certainty), said, ({ probability }) => isOfCertainty(certainty, probability))

/** A condition on the words of a prediction; of what was said again it is asked of the words in which it was. */
function inOwnWords(
  isSo: Prisma.Sql,
  said: readonly ScoredPrediction[],
  fits: (one: ScoredPrediction) => boolean,
): Prisma.Sql {
  if (said.length === 0) return isSo
  const idsOf = (list: readonly ScoredPrediction[]) => list.map(({ predictionId }) => predictionId)
  return Prisma.sql`CASE WHEN p.id = ANY(${idsOf(said)}::uuid[]) THEN p.id = ANY(${idsOf(said.filter(fits))}::uuid[])
    ELSE ${isSo} END`
}

/** Null in place of whom nobody knows. */
async function subjectsOf({ speaker, publisher, voice, topic }: LedgerFilter): Promise<(LedgerSubject | null)[]> {
  return Promise.all([
    ...(speaker ? [speakerIdOf(speaker).then((id) => id && ({ kind: 'speaker', id } as const))] : []),
    ...(publisher && voice
      ? [publisherIdOf(publisher).then((id) => id && ({ kind: VOICES[voice], id } as const))]
      : []),
    ...(topic ? [topicOf(topic).then((row) => row && ({ kind: 'topic', id: row.id } as const))] : []),
  ]).then((subjects) => subjects.map((subject) => subject || null))
}

/** All that stands in a publisher's pages, whoever said it; not a record, so each copy stands for itself. */
async function printedIn({ publisher, voice }: LedgerFilter): Promise<Prisma.Sql[]> {
  if (publisher === undefined || voice !== undefined) return []
  const id = await publisherIdOf(publisher)
  if (id === null) return [NOTHING]
  return [
    Prisma.sql`p.claim_id IN (SELECT o.claim_id FROM article a JOIN occurrence o ON o.article_id = a.id
      WHERE a.hidden_at IS NULL AND a.publisher_id IN ${publisherWithMerged(id)})`,
  ]
}

const INTO = { id: true, mergedIntoId: true } as const

export async function speakerIdOf(slug: string): Promise<string | null> {
  const row = await db().speaker.findUnique({ where: { slug }, select: INTO })
  return row && (row.mergedIntoId ?? row.id)
}

export async function publisherIdOf(slug: string): Promise<string | null> {
  const row = await db().publisher.findUnique({ where: { slug }, select: INTO })
  return row && (row.mergedIntoId ?? row.id)
}

export const topicOf = (slug: string) => db().topic.findUnique({ where: { slug }, select: { id: true, name: true } })

/** The words of a phrase of the certainty table in force, by the slug of its address. */
export async function wordsOfPhrase(slug: string): Promise<string | null> {
  const { certaintyTable } = await requireSettings()
  return certaintyTable.find(({ words }) => phraseSlug(words) === slug)?.words ?? null
}
