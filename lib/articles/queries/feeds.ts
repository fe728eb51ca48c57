import type { Context } from '@/lib/core/context'
import { AppError } from '@/lib/core/errors'
import { db } from '@/lib/platform/db'
import type { Prisma } from '@/lib/platform/generated/client'
import { canWatchFeeds } from '../policy'

function assertWatcher(ctx: Context): void {
  if (!canWatchFeeds(ctx.actor)) throw new AppError('FORBIDDEN')
}

/** What waits for a decision. */
const WAITING = { in: ['inbox', 'failed'] } satisfies Prisma.EnumFeedItemStateFilter<'FeedItem'>
const MOST_FEEDS = 1000
const PAGE = 50

const FEED_FIELDS = {
  id: true,
  title: true,
  address: true,
  siteAddress: true,
  publisher: true,
  intervalMinutes: true,
  words: true,
  publishers: true,
  matching: true,
  others: true,
  nextFetchAt: true,
  lastFetchedAt: true,
  lastResult: true,
  lastNew: true,
  lastProblem: true,
  failures: true,
  revision: true,
  _count: { select: { items: { where: { state: WAITING } } } },
} satisfies Prisma.FeedSelect
type FeedRow = Prisma.FeedGetPayload<{ select: typeof FEED_FIELDS }>

/** A feed with how it is doing. `waiting`: items in the inbox. */
export type FeedView = Omit<FeedRow, '_count'> & { waiting: number }
const toView = ({ _count, ...feed }: FeedRow): FeedView => ({ ...feed, waiting: _count.items })

/** All feeds by title, at most 1,000. */
export async function listFeeds(ctx: Context): Promise<FeedView[]> {
  assertWatcher(ctx)
  const feeds = await db().feed.findMany({
    orderBy: [{ title: 'asc' }, { id: 'asc' }],
    take: MOST_FEEDS,
    select: FEED_FIELDS,
  })
  return feeds.map(toView)
}

/** A feed, or null. */
export async function getFeed(ctx: Context, id: string): Promise<FeedView | null> {
  assertWatcher(ctx)
  const feed = await db().feed.findUnique({ where: { id }, select: FEED_FIELDS })
  return feed && toView(feed)
}

const ITEM_FIELDS = {
  id: true,
  address: true,
  title: true,
  source: true,
  excerpt: true,
  publishedAt: true,
  seenAt: true,
  state: true,
  problem: true,
  article: { select: { id: true, title: true } },
  feed: { select: { id: true, title: true } },
} satisfies Prisma.FeedItemSelect
export type FeedItemView = Prisma.FeedItemGetPayload<{ select: typeof ITEM_FIELDS }>

/** Items, the last seen first. `before`: the id of the last one seen; `next`: the `before` of the following page. */
export type ItemPage = { items: FeedItemView[]; next: string | null }

async function itemsWhere(where: Prisma.FeedItemWhereInput, before?: string): Promise<ItemPage> {
  const rows = await db().feedItem.findMany({
    where: { ...where, ...(before ? { id: { lt: before } } : {}) },
    orderBy: { id: 'desc' },
    take: PAGE + 1,
    select: ITEM_FIELDS,
  })
  const items = rows.slice(0, PAGE)
  return { items, next: rows.length > PAGE ? (items.at(-1)?.id ?? null) : null }
}

/** What waits to be imported or dismissed, of all feeds or one. */
export async function listInbox(ctx: Context, filter: { feedId?: string; before?: string } = {}): Promise<ItemPage> {
  assertWatcher(ctx)
  return itemsWhere({ state: WAITING, ...(filter.feedId ? { feedId: filter.feedId } : {}) }, filter.before)
}

/** What a feed has brought, whatever became of it. */
export async function listItems(ctx: Context, feedId: string, before?: string): Promise<ItemPage> {
  assertWatcher(ctx)
  return itemsWhere({ feedId }, before)
}

/** How many items wait; for the desk's menu. */
export const countInbox = (): Promise<number> => db().feedItem.count({ where: { state: WAITING } })
