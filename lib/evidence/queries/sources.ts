import { canonicalAddress } from '@/lib/core/addresses'
import type { Context } from '@/lib/core/context'
import { AppError } from '@/lib/core/errors'
import { db } from '@/lib/platform/db'
import { Prisma } from '@/lib/platform/generated/client'
import { configuredArchive } from '@/lib/platform/web-archive'
import { canReadEvidence } from '../policy'
import type { SourceAlert } from '../schema'
import { CITED_NOW } from './cited-by'

const PAGE = 30
const FOUND = 8

const hitSelect = {
  id: true,
  url: true,
  title: true,
  publisherName: true,
  kind: true,
  publishedOn: true,
  retrievedOn: true,
  archiveUrl: true,
  watch: { select: { alert: true, lastCheckedAt: true, lastProblem: true, currentCopyId: true } },
  _count: {
    select: {
      evidence: { where: CITED_NOW.evidence },
      outcomeSources: { where: CITED_NOW.outcomes },
      judgementSources: { where: CITED_NOW.judgements },
    },
  },
} satisfies Prisma.SourceSelect

type Row = Prisma.SourceGetPayload<{ select: typeof hitSelect }>
/** A source as lists show it; `copyId` is what it said last, `citedBy` how often claims, outcomes and judgements cite it. */
export type SourceHit = Omit<Row, 'watch' | '_count'> & {
  copyId: string | null
  alert: SourceAlert | null
  lastCheckedAt: Date | null
  lastProblem: string | null
  citedBy: number
}

const toHit = ({ watch, _count, ...row }: Row): SourceHit => ({
  ...row,
  copyId: watch?.currentCopyId ?? null,
  alert: watch?.alert ?? null,
  lastCheckedAt: watch?.lastCheckedAt ?? null,
  lastProblem: watch?.lastProblem ?? null,
  citedBy: _count.evidence + _count.outcomeSources + _count.judgementSources,
})

const assertReader = (ctx: Context): void => {
  if (!canReadEvidence(ctx.actor)) throw new AppError('NOT_FOUND')
}

/** Known sources by their address, or with all the words in title, publisher or address; the newest first, at most eight. */
export async function findSources(ctx: Context, words: string): Promise<SourceHit[]> {
  assertReader(ctx)
  return hitsOf(await idsFor(words, null, FOUND))
}

/** A known source. Throws NOT_FOUND. */
export async function requireSourceHit(ctx: Context, id: string): Promise<SourceHit> {
  assertReader(ctx)
  const [source] = await hitsOf([id])
  if (source === undefined) throw new AppError('NOT_FOUND')
  return source
}

/** All sources, or those with the words, the newest first, 30 at a time; `before` is the id of the last one seen. */
export async function listSources(
  ctx: Context,
  { words, before }: { words: string; before?: string },
): Promise<{ sources: SourceHit[]; older: string | null }> {
  assertReader(ctx)
  const ids = await idsFor(words, before ?? null, PAGE + 1)
  const sources = await hitsOf(ids.slice(0, PAGE))
  return { sources, older: ids.length > PAGE ? (sources.at(-1)?.id ?? null) : null }
}

async function hitsOf(ids: string[]): Promise<SourceHit[]> {
  const rows = await db().source.findMany({ where: { id: { in: ids } }, orderBy: { id: 'desc' }, select: hitSelect })
  return rows.map(toHit)
}

async function idsFor(words: string, before: string | null, limit: number): Promise<string[]> {
  const url = canonicalAddress(words)
  const query = queryOf(words)
  const wanted =
    url !== null
      ? Prisma.sql`url = ${url}`
      : query === null
        ? Prisma.sql`true`
        : Prisma.sql`to_tsvector('simple', title || ' ' || coalesce(publisher_name, '') || ' ' || coalesce(url, '')) @@ to_tsquery('simple', ${query})`
  const rows = await db().$queryRaw<{ id: string }[]>(Prisma.sql`
    SELECT id FROM source WHERE ${wanted} AND ${before === null ? Prisma.sql`true` : Prisma.sql`id < ${before}::uuid`}
    ORDER BY id DESC LIMIT ${limit}`)
  return rows.map(({ id }) => id)
}

/** The words as a query of PostgreSQL, each as the beginning of a word; null where there are none. */
function queryOf(words: string): string | null {
  const found =
    words
      .toLowerCase()
      .match(/[\p{L}\p{N}]+/gu)
      ?.slice(0, 12) ?? []
  return found.length === 0 ? null : found.map((word) => `${word}:*`).join(' & ')
}

/** A source that the desk should look at: what it was alerted to, and which claims cite it. */
export type SourceAlertItem = {
  sourceId: string
  title: string
  url: string | null
  alert: SourceAlert
  alertedAt: Date
  lastProblem: string | null
  claims: { id: string; statement: string; isPublished: boolean }[]
}

const ALERT_CLAIMS = 5

/** Sources that changed or cannot be reached, the newest alert first; settled ones are left out. At most 50. */
export async function listSourceAlerts(ctx: Context): Promise<SourceAlertItem[]> {
  assertReader(ctx)
  const rows = await db().sourceWatch.findMany({
    where: { alertedAt: { not: null } },
    orderBy: [{ alertedAt: 'desc' }, { sourceId: 'desc' }],
    take: 50,
    select: {
      alert: true,
      alertedAt: true,
      lastProblem: true,
      source: {
        select: {
          id: true,
          title: true,
          url: true,
          evidence: {
            where: { removedAt: null },
            distinct: ['claimId'],
            take: ALERT_CLAIMS,
            orderBy: { id: 'asc' },
            select: { claim: { select: { id: true, statement: true, firstPublishedAt: true } } },
          },
        },
      },
    },
  })
  return rows.flatMap(({ alert, alertedAt, lastProblem, source }) =>
    alert && alertedAt
      ? [
          {
            sourceId: source.id,
            title: source.title,
            url: source.url,
            alert,
            alertedAt,
            lastProblem,
            claims: source.evidence.map(({ claim: { id, statement, firstPublishedAt } }) => ({
              id,
              statement,
              isPublished: firstPublishedAt !== null,
            })),
          },
        ]
      : [],
  )
}

/** How many sources wait to be looked at; counts to 100 and no further. */
export async function countSourceAlerts(ctx: Context): Promise<number> {
  assertReader(ctx)
  return db().sourceWatch.count({ where: { alertedAt: { not: null } }, take: 100 })
}

/** Whether a web archive is configured that can be asked to keep sources. */
export const hasWebArchive = (): boolean => configuredArchive() !== null
