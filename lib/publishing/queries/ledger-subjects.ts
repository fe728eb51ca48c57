import type { Day } from '@/lib/core/days'
import { type Db, db } from '@/lib/platform/db'
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
export async function aboutSql(filter: LedgerFilter, today: Day, from: Db = db()): Promise<Prisma.Sql[]> {
  const { zone } = await requireSettings(from)
  const end = endOfDay(today, zone)
  const subjects = await subjectsOf(filter, from)
  const words = filter.phrase ? await wordsOfPhrase(filter.phrase, from) : null
  if (filter.standing !== undefined && subjects.length === 0 && filter.phrase === undefined)
    subjects.push({ kind: 'all' })
  // one after the other: a transaction has one connection
  const members: Prisma.Sql[] = []
  for (const subject of subjects) members.push(subject === null ? NOTHING : await memberOf(subject, end, from))
  const said = await saidAgain(filter, subjects, today, from)
  return [
    ...members,
    ...(await printedIn(filter, from)),
    ...(filter.phrase ? [words === null ? NOTHING : await saidWith(words, end, said, from)] : []),
    ...(filter.certainty ? [saidSurely(filter.certainty, said)] : []),
    ...(filter.opened ? [openedLateSql(zone)] : []),
  ]
}

/** What the one whom a list is about said again in own words; read only where the list is narrowed by words. */
async function saidAgain(
  { phrase, certainty }: LedgerFilter,
  subjects: readonly (LedgerSubject | null)[],
  today: Day,
  from: Db,
): Promise<ScoredPrediction[]> {
  if (phrase === undefined && certainty === undefined) return []
  const said: ScoredPrediction[] = []
  for (const subject of subjects) said.push(...(subject === null ? [] : await listSaidAgain(subject, today, from)))
  return said
}

const saidWith = async (
  words: string,
  end: Prisma.Sql,
  said: readonly ScoredPrediction[],
  from: Db,
): Promise<Prisma.Sql> =>
  inOwnWords(await memberOf({ kind: 'phrase', words }, end, from), said, ({ phrase }) => phrase === words)

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
async function subjectsOf(
  { speaker, publisher, voice, topic }: LedgerFilter,
  from: Db,
): Promise<(LedgerSubject | null)[]> {
  const found: (LedgerSubject | null)[] = []
  const add = (subject: LedgerSubject | null | '') => found.push(subject || null)
  if (speaker) add(await speakerIdOf(speaker, from).then((id) => id && { kind: 'speaker', id }))
  if (publisher && voice) add(await publisherIdOf(publisher, from).then((id) => id && { kind: VOICES[voice], id }))
  if (topic) add(await topicOf(topic, from).then((row) => row && { kind: 'topic', id: row.id }))
  return found
}

/**
 * All that stands in a publisher's pages, whoever said it; not a record, so each copy stands for itself. Also what stood in an
 * article that is hidden: the records of the publisher count it, and a row has none of the article's text.
 */
async function printedIn({ publisher, voice }: LedgerFilter, from: Db): Promise<Prisma.Sql[]> {
  if (publisher === undefined || voice !== undefined) return []
  const id = await publisherIdOf(publisher, from)
  if (id === null) return [NOTHING]
  return [
    Prisma.sql`p.claim_id IN (SELECT o.claim_id FROM article a JOIN occurrence o ON o.article_id = a.id
      WHERE a.publisher_id IN ${publisherWithMerged(id)})`,
  ]
}

const INTO = { id: true, mergedIntoId: true } as const

export async function speakerIdOf(slug: string, from: Db = db()): Promise<string | null> {
  const row = await from.speaker.findUnique({ where: { slug }, select: INTO })
  return row && (row.mergedIntoId ?? row.id)
}

export async function publisherIdOf(slug: string, from: Db = db()): Promise<string | null> {
  const row = await from.publisher.findUnique({ where: { slug }, select: INTO })
  return row && (row.mergedIntoId ?? row.id)
}

export const topicOf = (slug: string, from: Db = db()) =>
  from.topic.findUnique({ where: { slug }, select: { id: true, name: true } })

/** The words of a phrase of the certainty table in force, by the slug of its address. */
export async function wordsOfPhrase(slug: string, from: Db = db()): Promise<string | null> {
  const { certaintyTable } = await requireSettings(from)
  return certaintyTable.find(({ words }) => phraseSlug(words) === slug)?.words ?? null
}
