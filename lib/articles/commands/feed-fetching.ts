import type { Context } from '@/lib/core/context'
import { AppError } from '@/lib/core/errors'
import { newId } from '@/lib/core/ids'
import { enqueueJob } from '@/lib/jobs/commands'
import { db, inTransaction, lockRow, type Tx } from '@/lib/platform/db'
import type { Feed } from '@/lib/platform/generated/client'
import { FetchError } from '@/lib/platform/safe-fetch/refusals'
import type { Fetched } from '@/lib/platform/safe-fetch/request'
import { safeFetch } from '@/lib/platform/safe-fetch/safe-fetch'
import { FEED_TYPES, mediaTypeOf, PAGE_TYPES } from '@/lib/platform/safe-fetch/types-of-content'
import { canWatchFeeds } from '../policy'
import { readFeedApart } from '../queries/reading'
import type { FeedLink } from '../rules/feed-links'
import type { FeedEntry, FeedReading } from '../rules/feeds'
import { statusProblem } from '../rules/fetched'
import { moveFor, nextDue, retryAfterMs } from '../rules/watching'
import type { FetchFeedPayload } from '../schema/feeds'
import { FindFeedsInput } from '../schema/feeds'
import { queueFetch } from './feeds'

/** Feeds are smaller than pages: more would cost seconds to parse. In bytes. */
const LIMITS = { bytes: 5_000_000 }
const ACCEPT = 'application/rss+xml, application/atom+xml, application/feed+json, application/xml;q=0.9, */*;q=0.5'

const ask = (address: string, headers: Record<string, string>, signal?: AbortSignal): Promise<Fetched> =>
  safeFetch(address, {
    types: FEED_TYPES,
    headers: { accept: ACCEPT, ...headers },
    limits: LIMITS,
    respectRobots: true,
    ...(signal ? { signal } : {}),
  })

const readingOf = ({ bytes, headers, url }: Fetched) =>
  readFeedApart({ bytes, contentType: headers['content-type'] ?? null, url })

/** A feed that was found. `isRead`: it was fetched and is one; else only linked to. */
export type FoundFeed = FeedLink & { siteAddress: string | null; isRead: boolean }

/**
 * The feed at an address, or those that the page there links to (not fetched yet). Throws BAD_INPUT
 * (at `address`) where there is neither, NOT_FETCHED where nothing came.
 */
export async function findFeeds(ctx: Context, input: FindFeedsInput, stop?: AbortSignal): Promise<FoundFeed[]> {
  if (!canWatchFeeds(ctx.actor)) throw new AppError('FORBIDDEN')
  const { address } = FindFeedsInput.parse(input)
  const answer = await ask(address, {}, stop)
  const problem = statusProblem(answer.status)
  if (problem) throw new AppError('NOT_FETCHED', { text: problem })
  const reading = await readingOf(answer)
  if (!('problem' in reading)) {
    return [{ address, title: reading.title, siteAddress: reading.siteAddress, isRead: true }]
  }
  const links = reading.links.filter((link) => link.address !== address)
  if (links.length === 0) {
    const isPage = PAGE_TYPES.some((type) => type === mediaTypeOf(answer.headers['content-type']))
    throw new AppError('BAD_INPUT', { fields: { address: isPage ? 'The page links to no feed.' : reading.problem } })
  }
  return links.map((link) => ({ ...link, siteAddress: answer.url, isRead: false }))
}

/** What a fetch brought. `retryAfterMs`: how long the server asks to be left alone. */
type Brought =
  | { result: 'unchanged' }
  | { result: 'found'; reading: FeedReading; etag: string | null; lastModified: string | null }
  | { result: 'failed'; problem: string; retryAfterMs: number }

/**
 * Fetches a feed for one due time and stores what is new; does nothing where that time is no longer the feed's, because
 * another run stored it or somebody paused it. A fetch that fails is stored as such, with a longer pause; only a stop is
 * thrown, so that the queue tries again.
 */
export async function fetchFeed(ctx: Context, { feedId, dueAt }: FetchFeedPayload, stop: AbortSignal): Promise<void> {
  const feed = await db().feed.findUnique({ where: { id: feedId } })
  if (!feed || feed.nextFetchAt?.toISOString() !== dueAt) return
  const brought = await bring(ctx, feed, stop)
  await inTransaction((tx) => store(tx, ctx, { feedId, dueAt }, brought))
}

async function bring(ctx: Context, feed: Feed, stop: AbortSignal): Promise<Brought> {
  try {
    const answer = await ask(feed.address, conditionsOf(feed), stop)
    if (answer.status === 304) return { result: 'unchanged' }
    const problem = statusProblem(answer.status)
    if (problem) return failed(problem, retryAfterMs(answer.headers['retry-after'], ctx.now))
    const reading = await readingOf(answer)
    if ('problem' in reading) return failed(reading.problem)
    const { etag = null, 'last-modified': lastModified = null } = answer.headers
    return { result: 'found', reading, etag, lastModified }
  } catch (error) {
    if (!(error instanceof FetchError) || error.reason === 'stopped') throw error
    return failed(error.text)
  }
}

const conditionsOf = ({ etag, lastModified }: Feed): Record<string, string> => ({
  ...(etag ? { 'if-none-match': etag } : {}),
  ...(lastModified ? { 'if-modified-since': lastModified } : {}),
})

const failed = (problem: string, askedMs = 0): Brought => ({ result: 'failed', problem, retryAfterMs: askedMs })

async function store(tx: Tx, ctx: Context, { feedId, dueAt }: FetchFeedPayload, brought: Brought): Promise<void> {
  await lockRow(tx, 'feed', feedId)
  const feed = await tx.feed.findUniqueOrThrow({ where: { id: feedId } })
  if (feed.nextFetchAt?.toISOString() !== dueAt) return
  const lastNew = brought.result === 'found' ? await storeNew(tx, ctx, feed, brought.reading.entries) : 0
  const failures = brought.result === 'failed' ? feed.failures + 1 : 0
  const askedMs = brought.result === 'failed' ? brought.retryAfterMs : 0
  const nextFetchAt = nextDue(ctx.now, { intervalMinutes: feed.intervalMinutes, failures, retryAfterMs: askedMs })
  await tx.feed.update({
    where: { id: feedId },
    data: {
      nextFetchAt,
      failures,
      lastNew,
      lastFetchedAt: ctx.now,
      lastResult: brought.result,
      lastProblem: brought.result === 'failed' ? brought.problem : null,
      ...(brought.result === 'found' ? { etag: brought.etag, lastModified: brought.lastModified } : {}),
    },
  })
  await queueFetch(tx, feedId, nextFetchAt)
}

/** Stores the items that the feed did not hold before, oldest first; answers how many. */
async function storeNew(tx: Tx, ctx: Context, feed: Feed, entries: readonly FeedEntry[]): Promise<number> {
  const itemKeys = entries.map(({ key }) => key)
  const known = await tx.feedItem.findMany({
    where: { feedId: feed.id, itemKey: { in: itemKeys } },
    select: { itemKey: true },
  })
  const knownKeys = new Set(known.map(({ itemKey }) => itemKey))
  const fresh = entries.filter(({ key }) => !knownKeys.has(key)).toReversed()
  const rows = fresh.map(({ key, publishedAt, ...entry }) => ({
    ...entry,
    id: newId(),
    feedId: feed.id,
    itemKey: key,
    publishedAt: publishedAt === null ? null : new Date(publishedAt),
    seenAt: ctx.now,
    state: STATES[moveFor(entry, rulesOf(feed))],
  }))
  await tx.feedItem.createMany({ data: rows })
  for (const { id, state } of rows) if (state === 'queued') await queueImport(tx, id)
  return rows.length
}

const STATES = { import: 'queued', inbox: 'inbox', pass: 'passed' } as const

const rulesOf = ({ words, publishers, matching, others }: Feed) => ({
  words,
  publishers,
  // What a constraint of the table holds, told to the compiler.
  matching: matching === 'import' ? ('import' as const) : ('inbox' as const),
  others: others === 'inbox' ? ('inbox' as const) : ('pass' as const),
})

/** Queues the import of an item. */
export const queueImport = (tx: Tx, itemId: string): Promise<void> =>
  enqueueJob(tx, { name: 'import_feed_item', payload: { itemId }, key: `import_feed_item:${itemId}` })
