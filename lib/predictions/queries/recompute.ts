import type { Day } from '@/lib/core/days'
import { type Db, db } from '@/lib/platform/db'
import type { TrackRecord } from '../rules/scoring/record'
import { type LedgerSubject, subjectKey } from '../rules/subjects'
import { recordOf, spanningRecords } from './records'

/** Every record that pages show, of one subject each. `slug` is where its page stands; null for all, and for phrases. */
export type SubjectRecord = { key: string; slug: string | null; record: TrackRecord }

/** A snapshot must outlast the records of a large ledger. */
const LONGEST_MS = 60 * 60_000

/**
 * Hands over the record of every subject that has an opened prediction on a day, by its key: all, phrases, topics, speakers,
 * and of publishers their own voice, their unnamed sources and what they reported. From one snapshot of the database, whatever
 * is written meanwhile; one record at a time is held.
 */
export async function recomputeLedger(asOfOn: Day, each: (record: SubjectRecord) => Promise<void>): Promise<void> {
  await db().$transaction(
    async (tx) => {
      const { all, phrases, topics } = await spanningRecords(asOfOn, tx)
      const spanning = new Map<string, TrackRecord>([
        ['all', all],
        ...phrases.map(({ words, record }): [string, TrackRecord] => [subjectKey({ kind: 'phrase', words }), record]),
        ...[...topics].map(([id, record]): [string, TrackRecord] => [subjectKey({ kind: 'topic', id }), record]),
      ])
      const subjects: Listed[] = [
        { subject: { kind: 'all' }, slug: null },
        ...phrases.map(({ words }): Listed => ({ subject: { kind: 'phrase', words }, slug: null })),
        ...(await listSubjects(tx)),
      ]
      const keyed = subjects.map((one) => ({ ...one, key: subjectKey(one.subject) }))
      for (const { key, slug, subject } of keyed.sort((a, b) => (a.key < b.key ? -1 : 1))) {
        const record = spanning.get(key) ?? (await recordOf(subject, asOfOn, tx))
        if (record.shares.opened > 0) await each({ key, slug, record })
      }
    },
    { isolationLevel: 'RepeatableRead', timeout: LONGEST_MS, maxWait: 10_000 },
  )
}

type Listed = { subject: LedgerSubject; slug: string | null }

/** Those with an address: named speakers, publishers in their three voices, topics. Merged ones count under their new name. */
async function listSubjects(tx: Db): Promise<Listed[]> {
  const select = { id: true, slug: true } as const
  const speakers = await tx.speaker.findMany({ where: { kind: { not: 'unnamed' }, mergedIntoId: null }, select })
  const publishers = await tx.publisher.findMany({ where: { mergedIntoId: null }, select })
  const topics = await tx.topic.findMany({ select })
  const of =
    (kind: 'speaker' | 'own_voice' | 'unnamed' | 'reported' | 'topic') =>
    ({ id, slug }: { id: string; slug: string }): Listed => ({ subject: { kind, id }, slug })
  return [
    ...speakers.map(of('speaker')),
    ...publishers.flatMap((one) => [of('own_voice')(one), of('unnamed')(one), of('reported')(one)]),
    ...topics.map(of('topic')),
  ]
}
