import { createHash } from 'node:crypto'
import { verifyLedger } from '@/lib/audit/queries'
import { db, disconnect } from '@/lib/platform/db'

/**
 * What an import left in the database at DATABASE_URL, without ids and instants, so that two databases can be compared. Prints
 * one JSON object; `articles` and `candidates` are digests of all rows in order.
 */
const sorted = (rows: unknown[]): string[] => rows.map((row) => JSON.stringify(row)).sort()
const digest = (lines: string[]): string => createHash('sha256').update(lines.join('\n')).digest('hex')

const QUANTITY = { text: true, start: true, end: true, value: true, unit: true, modifier: true } as const

const articles = sorted(
  await db().article.findMany({
    select: {
      ...{ title: true, byline: true, url: true, fingerprint: true, publishedOn: true, revision: true },
      publisher: { select: { name: true, revision: true } },
      snapshots: {
        orderBy: { ordinal: 'asc' },
        select: { ordinal: true, rawHash: true, bodyHash: true, reading: { select: { publishedOn: true } } },
      },
      currentSnapshot: { select: { bodyHash: true } },
    },
  }),
)
const candidates = sorted(
  await db().candidate.findMany({
    select: {
      ...{ origin: true, start: true, end: true, quote: true, kind: true, state: true, speakerText: true },
      ...{ dueFrom: true, dueTo: true, certaintyWords: true, checkWorthiness: true },
      quantities: { orderBy: { position: 'asc' }, select: QUANTITY },
      snapshot: { select: { bodyHash: true } },
    },
  }),
)
const runs = await db().run.findMany({
  orderBy: { id: 'asc' },
  select: {
    ...{ kind: true, state: true, total: true, done: true, refused: true },
    batch: {
      select: {
        ...{ created: true, newVersions: true, unchanged: true },
        problems: { orderBy: { row: 'asc' }, select: { row: true, reason: true } },
      },
    },
  },
})
const events = await db().auditEvent.groupBy({ by: ['type'], _count: true, orderBy: { type: 'asc' } })
const [jobs] = await db().$queryRaw<{ left: number; failed: number }[]>`
  SELECT count(*)::int AS left, count(*) FILTER (WHERE attempts >= max_attempts)::int AS failed FROM graphile_worker.jobs`
const ledger = await verifyLedger()

console.log(
  JSON.stringify({
    articles: { count: articles.length, twice: articles.length - new Set(articles).size, digest: digest(articles) },
    half: await db().article.count({
      where: { OR: [{ currentSnapshotId: null }, { snapshots: { some: { reading: null } } }] },
    }),
    candidates: { count: candidates.length, digest: digest(candidates) },
    runs,
    events: Object.fromEntries(events.map(({ type, _count }) => [type, _count])),
    jobs,
    broken: ledger.broken,
  }),
)
await disconnect()
