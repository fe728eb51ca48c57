import type { Day } from '@/lib/core/days'
import { AppError } from '@/lib/core/errors'
import { db } from '@/lib/platform/db'
import { recordOf } from '@/lib/predictions/queries/records'
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

/** Throws NOT_FOUND for whom nothing public is of. */
export async function requireDataSubject(kind: DataKind, asked: string, today: Day): Promise<DataSubject> {
  const slug = await slugInForce(kind, asked)
  const filter: LedgerFilter = { view: 'all', [DATA_KINDS[kind]]: slug }
  const name = (await namesOfFilter(filter, today))[DATA_KINDS[kind]]
  if (!name) throw new AppError('NOT_FOUND')
  return { slug, name, filter, records: await recordsOf(kind, slug, today) }
}

async function slugInForce(kind: DataKind, slug: string): Promise<string> {
  if (kind !== 'speakers' && kind !== 'publishers') return slug
  const select = { slug: true, mergedInto: { select: { slug: true } } } as const
  const row =
    kind === 'speakers'
      ? await db().speaker.findUnique({ where: { slug }, select })
      : await db().publisher.findUnique({ where: { slug }, select })
  return row?.mergedInto?.slug ?? slug
}

async function recordsOf(kind: DataKind, slug: string, today: Day): Promise<Record<string, TrackRecord>> {
  if (kind === 'phrases') {
    const words = await wordsOfPhrase(slug)
    return words ? { record: await recordOf({ kind: 'phrase', words }, today) } : {}
  }
  if (kind === 'topics') {
    const topic = await topicOf(slug)
    return topic ? { record: await recordOf({ kind: 'topic', id: topic.id }, today) } : {}
  }
  const id = kind === 'speakers' ? await speakerIdOf(slug) : await publisherIdOf(slug)
  if (id === null) return {}
  if (kind === 'speakers') return { record: await recordOf({ kind: 'speaker', id }, today) }
  const [ownVoice, unnamed] = await Promise.all([
    recordOf({ kind: 'own_voice', id }, today),
    recordOf({ kind: 'unnamed', id }, today),
  ])
  return { ownVoice, unnamed }
}
