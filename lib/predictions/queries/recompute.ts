import type { Day } from '@/lib/core/days'
import { type Db, db } from '@/lib/platform/db'
import { Prisma } from '@/lib/platform/generated/client'
import { requireSettingsAsOf } from '@/lib/settings/queries'
import type { TrackRecord } from '../rules/scoring/record'
import { type LedgerSubject, subjectKey } from '../rules/subjects'
import { spanningRecords } from './records'
import { rewindLedger } from './rewinding'
import { endOfDay } from './subjects'
import { ALL_VOICES, recordsOfVoices } from './voices'

/** Every record that pages show, of one subject each. `slug` is where its page stands; null for all, and for phrases. */
export type SubjectRecord = { key: string; slug: string | null; record: TrackRecord }

/** A snapshot must outlast the records of a large ledger. */
const LONGEST_MS = 60 * 60_000

/**
 * Hands over the record of every subject that had an opened prediction on a day, by its key: all, phrases, topics, speakers, and
 * of publishers their own voice, their unnamed sources and what they reported. As it was known at the end of that day, whatever
 * was found, moved or merged since (see `rewindLedger`), and from one snapshot of the database, whatever is written meanwhile.
 */
export async function recomputeLedger(asOfOn: Day, each: (record: SubjectRecord) => Promise<void>): Promise<void> {
  await db().$transaction(
    async (tx) => {
      const { zone } = await requireSettingsAsOf(asOfOn, tx)
      await rewindLedger(tx, endOfDay(asOfOn, zone))
      const slugs = await slugsById(tx)
      const spanning = await listSpanning(asOfOn, slugs, tx)
      for await (const { subject, record } of recordsOfVoices(asOfOn, ALL_VOICES, tx)) {
        const key = subjectKey(subject)
        for (const one of takeBefore(spanning, key)) await each(one)
        await each({ key, slug: slugs.get(subject.id) ?? null, record })
      }
      for (const one of spanning) await each(one)
    },
    { isolationLevel: 'RepeatableRead', timeout: LONGEST_MS, maxWait: 10_000 },
  )
}

/** What spans the ledger, by its keys. */
async function listSpanning(asOfOn: Day, slugs: ReadonlyMap<string, string>, tx: Db): Promise<SubjectRecord[]> {
  const { all, phrases, topics } = await spanningRecords(asOfOn, tx)
  const records: [LedgerSubject, TrackRecord][] = [
    [{ kind: 'all' }, all],
    ...phrases.map(({ words, record }): [LedgerSubject, TrackRecord] => [{ kind: 'phrase', words }, record]),
    ...[...topics].map(([id, record]): [LedgerSubject, TrackRecord] => [{ kind: 'topic', id }, record]),
  ]
  return records
    .filter(([, record]) => record.shares.opened > 0)
    .map(([subject, record]) => ({
      key: subjectKey(subject),
      slug: subject.kind === 'topic' ? (slugs.get(subject.id) ?? null) : null,
      record,
    }))
    .sort((a, b) => (a.key < b.key ? -1 : 1))
}

/** Takes from a sorted list what stands before a key. */
function takeBefore(list: SubjectRecord[], key: string): SubjectRecord[] {
  const next = list.findIndex((one) => one.key > key)
  return list.splice(0, next === -1 ? list.length : next)
}

async function slugsById(tx: Db): Promise<Map<string, string>> {
  const rows = await tx.$queryRaw<{ id: string; slug: string }[]>(Prisma.sql`
    SELECT id::text AS id, slug FROM speaker UNION ALL SELECT id::text, slug FROM publisher
    UNION ALL SELECT id::text, slug FROM topic`)
  return new Map(rows.map(({ id, slug }) => [id, slug]))
}
