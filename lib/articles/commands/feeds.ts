import { recordEvent } from '@/lib/audit/commands'
import type { Context } from '@/lib/core/context'
import { AppError, isAppError } from '@/lib/core/errors'
import { newId } from '@/lib/core/ids'
import { assertRevision } from '@/lib/core/revisions'
import { enqueueJob } from '@/lib/jobs/commands'
import { inTransaction, lockRow, type Tx } from '@/lib/platform/db'
import type { Feed } from '@/lib/platform/generated/client'
import { articleEvents } from '../events'
import { canWatchFeeds } from '../policy'
import { feedsOfOpml } from '../rules/feed-links'
import {
  AddFeedInput,
  EditFeedInput,
  FeedInput,
  type FetchFeedPayload,
  ImportOpmlInput,
  type OpmlRow,
} from '../schema/feeds'
import { lockWords } from './locks'

/** A feed whose job was given up would never be looked at again; what is wrong with the feed itself is no failure. */
const TRIES = 100

/** Queues the fetch of a feed for its due time; a waiting one for another time is replaced. */
export async function queueFetch(tx: Tx, feedId: string, dueAt: Date): Promise<void> {
  const payload: FetchFeedPayload = { feedId, dueAt: dueAt.toISOString() }
  await enqueueJob(tx, { name: 'fetch_feed', payload, key: `fetch_feed:${feedId}`, runAt: dueAt, maxAttempts: TRIES })
}

/** Begins to watch a feed; it is fetched at once. ALREADY_EXISTS (at `address`) where it is watched already. */
export async function addFeed(ctx: Context, input: AddFeedInput): Promise<{ feedId: string }> {
  if (!canWatchFeeds(ctx.actor)) throw new AppError('FORBIDDEN')
  const { address, title, ...given } = AddFeedInput.parse(input)
  return inTransaction(async (tx) => {
    await lockWords(tx, [`feed:${address}`])
    if (await tx.feed.findUnique({ where: { address }, select: { id: true } }))
      throw new AppError('ALREADY_EXISTS', { fields: { address: 'This feed is watched already.' } })
    const feedId = newId()
    const feed = { ...given, address, title: title ?? new URL(address).hostname }
    await tx.feed.create({
      data: { ...feed, id: feedId, nextFetchAt: ctx.now, addedById: ctx.actor.id, addedAt: ctx.now },
    })
    await recordEvent(tx, ctx, articleEvents, {
      type: 'feed.added',
      entityId: feedId,
      payload: { address, title: feed.title },
    })
    await queueFetch(tx, feedId, ctx.now)
    return { feedId }
  })
}

type Treatment = Pick<Feed, 'title' | 'publisher' | 'intervalMinutes' | 'words' | 'publishers' | 'matching' | 'others'>
const treatmentOf = (feed: Treatment): Treatment => {
  const { title, publisher, intervalMinutes, words, publishers, matching, others } = feed
  return { title, publisher, intervalMinutes, words, publishers, matching, others }
}

/** Changes name, interval and rules; a changed interval counts from now. STALE when somebody saved since `revision`. */
export async function editFeed(ctx: Context, input: EditFeedInput): Promise<{ revision: number }> {
  const { feedId, revision, ...after } = EditFeedInput.parse(input)
  return inTransaction(async (tx) => {
    const feed = await lockedFeed(tx, ctx, feedId)
    assertRevision(feed.revision, revision, treatmentOf(feed))
    const isRescheduled = feed.nextFetchAt !== null && feed.intervalMinutes !== after.intervalMinutes
    const nextFetchAt = isRescheduled ? new Date(ctx.now.getTime() + after.intervalMinutes * 60_000) : feed.nextFetchAt
    await tx.feed.update({ where: { id: feedId }, data: { ...after, nextFetchAt, revision: revision + 1 } })
    if (isRescheduled && nextFetchAt) await queueFetch(tx, feedId, nextFetchAt)
    await recordEvent(tx, ctx, articleEvents, {
      type: 'feed.edited',
      entityId: feedId,
      payload: { before: treatmentOf(feed), after: treatmentOf(after) },
    })
    return { revision: revision + 1 }
  })
}

/** Stops fetching a feed; what it brought stays. Nothing happens where it is paused already. */
export const pauseFeed = (ctx: Context, input: FeedInput): Promise<void> =>
  inTransaction(async (tx) => {
    const feed = await lockedFeed(tx, ctx, FeedInput.parse(input).feedId)
    if (feed.nextFetchAt === null) return
    await tx.feed.update({ where: { id: feed.id }, data: { nextFetchAt: null } })
    await recordEvent(tx, ctx, articleEvents, { type: 'feed.paused', entityId: feed.id, payload: {} })
  })

/** Fetches a feed now, and from then on by its interval; a paused one is watched again. */
export const fetchFeedNow = (ctx: Context, input: FeedInput): Promise<void> =>
  inTransaction(async (tx) => {
    const feed = await lockedFeed(tx, ctx, FeedInput.parse(input).feedId)
    await tx.feed.update({ where: { id: feed.id }, data: { nextFetchAt: ctx.now } })
    await queueFetch(tx, feed.id, ctx.now)
    if (feed.nextFetchAt === null)
      await recordEvent(tx, ctx, articleEvents, { type: 'feed.resumed', entityId: feed.id, payload: {} })
  })

/** Locks a feed; throws NOT_FOUND, or FORBIDDEN for whoever may not watch feeds. */
async function lockedFeed(tx: Tx, ctx: Context, feedId: string): Promise<Feed> {
  if (!canWatchFeeds(ctx.actor)) throw new AppError('FORBIDDEN')
  if (!(await lockRow(tx, 'feed', feedId))) throw new AppError('NOT_FOUND')
  return tx.feed.findUniqueOrThrow({ where: { id: feedId } })
}

/**
 * Begins to watch all feeds of an OPML file, all treated alike; what is wrong with one does not keep the others out.
 * BAD_INPUT (at `file`) where it is no such file.
 */
export async function importOpml(ctx: Context, input: ImportOpmlInput): Promise<OpmlRow[]> {
  if (!canWatchFeeds(ctx.actor)) throw new AppError('FORBIDDEN')
  const { text, ...treatment } = ImportOpmlInput.parse(input)
  const feeds = feedsOfOpml(text)
  if ('problem' in feeds) throw new AppError('BAD_INPUT', { fields: { file: feeds.problem } })
  const rows: OpmlRow[] = []
  for (const { address, title } of feeds) rows.push(await addOne(ctx, { ...treatment, address, title }))
  return rows
}

async function addOne(ctx: Context, feed: AddFeedInput & { title: string | null }): Promise<OpmlRow> {
  const { address, title } = feed
  const parsed = AddFeedInput.safeParse(feed)
  if (!parsed.success) {
    const words = parsed.error.issues[0]?.message ?? 'It cannot be watched.'
    return { address, title, outcome: 'refused', words }
  }
  try {
    await addFeed(ctx, feed)
    return { address, title, outcome: 'added' }
  } catch (error) {
    if (isAppError(error, 'ALREADY_EXISTS')) return { address, title, outcome: 'known' }
    throw error
  }
}
