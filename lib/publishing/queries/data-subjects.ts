import type { Day } from '@/lib/core/days'
import { AppError } from '@/lib/core/errors'
import { type Db, db } from '@/lib/platform/db'
import { storedRecordOf } from '@/lib/predictions/queries/records'
import type { TrackRecord } from '@/lib/predictions/rules/scoring/record'
import type { LedgerFilter } from '../schema'
import { namesOfFilter } from './filter-names'
import { publisherIdOf, speakerIdOf, topicOf, wordsOfPhrase } from './ledger-subjects'

/** What has a file of its own, by the first part of its address. */
export const DATA_KINDS = { speakers: 'speaker', publishers: 'publisher', topics: 'topic', phrases: 'phrase' } as const
export type DataKind = keyof typeof DATA_KINDS

/** The subject of a file: its name, its rows' filter and its records by what they are of. */
export type DataSubject = {
  /** The slug in force: another than was asked for where it was merged. */
  slug: string
  name: string
  filter: LedgerFilter
  records: Record<string, TrackRecord>
}

/** In the kinds of addresses, not in what every object has. */
export const isDataKind = (kind: string): kind is DataKind => Object.hasOwn(DATA_KINDS, kind)

/** Throws NOT_FOUND for whom nothing public is of. */
export async function requireDataSubject(kind: DataKind, asked: string, today: Day, from: Db): Promise<DataSubject> {
  const slug = await slugInForce(kind, asked, from)
  const filter: LedgerFilter = { view: 'all', [DATA_KINDS[kind]]: slug }
  const name = await nameOf(kind, filter, today, from)
  if (!name) throw new AppError('NOT_FOUND')
  return { slug, name, filter, records: await recordsOf(kind, slug, today, from) }
}

const nameOf = async (kind: DataKind, filter: LedgerFilter, today: Day, from: Db) =>
  (await namesOfFilter(filter, today, from))[DATA_KINDS[kind]]

export const isPublicSubject = async (kind: DataKind, slug: string, today: Day): Promise<boolean> =>
  Boolean(await nameOf(kind, { view: 'all', [DATA_KINDS[kind]]: slug }, today, db()))

/** The slug in force: another than was asked for where it was merged. */
export async function slugInForce(kind: DataKind, slug: string, from: Db = db()): Promise<string> {
  if (kind !== 'speakers' && kind !== 'publishers') return slug
  const select = { slug: true, mergedInto: { select: { slug: true } } } as const
  const row =
    kind === 'speakers'
      ? await from.speaker.findUnique({ where: { slug }, select })
      : await from.publisher.findUnique({ where: { slug }, select })
  return row?.mergedInto?.slug ?? slug
}

async function recordsOf(kind: DataKind, slug: string, today: Day, from: Db): Promise<Record<string, TrackRecord>> {
  if (kind === 'phrases') {
    const words = await wordsOfPhrase(slug, from)
    return words ? { record: await storedRecordOf({ kind: 'phrase', words }, today, from) } : {}
  }
  if (kind === 'topics') {
    const topic = await topicOf(slug, from)
    return topic ? { record: await storedRecordOf({ kind: 'topic', id: topic.id }, today, from) } : {}
  }
  const id = kind === 'speakers' ? await speakerIdOf(slug, from) : await publisherIdOf(slug, from)
  if (id === null) return {}
  if (kind === 'speakers') return { record: await storedRecordOf({ kind: 'speaker', id }, today, from) }
  return {
    ownVoice: await storedRecordOf({ kind: 'own_voice', id }, today, from),
    unnamed: await storedRecordOf({ kind: 'unnamed', id }, today, from),
  }
}
