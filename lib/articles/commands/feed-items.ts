import { ZodError, z } from 'zod'
import { recordEvent } from '@/lib/audit/commands'
import type { Context } from '@/lib/core/context'
import { dayInZone } from '@/lib/core/days'
import { AppError, isAppError } from '@/lib/core/errors'
import { db, inTransaction, lockRow, type Tx } from '@/lib/platform/db'
import { Prisma } from '@/lib/platform/generated/client'
import { FetchError, type FetchReason } from '@/lib/platform/safe-fetch/refusals'
import { getSettings } from '@/lib/settings/queries'
import { articleEvents } from '../events'
import { canWatchFeeds } from '../policy'
import { mayPass } from '../rules/fetched'
import { DecideItemsInput } from '../schema/feeds'
import { queueImport } from './feed-fetching'
import { fetchPage, importPage } from './pages'

/** What may still be decided; an item that is queued or imported is past it. */
const OPEN = { import: ['inbox', 'failed', 'passed', 'dismissed'], dismiss: ['inbox', 'failed'] } as const

/** Imports or dismisses items of the inbox. Those that are past it are left alone; answers how many were changed. */
export async function decideItems(ctx: Context, input: DecideItemsInput): Promise<{ changed: number }> {
  if (!canWatchFeeds(ctx.actor)) throw new AppError('FORBIDDEN')
  const { itemIds, move } = DecideItemsInput.parse(input)
  return inTransaction(async (tx) => {
    for (const id of itemIds) await lockRow(tx, 'feed_item', id)
    const items = await tx.feedItem.findMany({
      where: { id: { in: itemIds }, state: { in: [...OPEN[move]] } },
      select: { id: true, feedId: true },
      orderBy: { id: 'asc' },
    })
    await tx.feedItem.updateMany({
      where: { id: { in: items.map(({ id }) => id) } },
      data: {
        state: move === 'import' ? 'queued' : 'dismissed',
        problem: null,
        decidedById: ctx.actor.id,
        decidedAt: ctx.now,
      },
    })
    if (move === 'import') for (const { id } of items) await queueImport(tx, id)
    await recordDecision(tx, ctx, move, items)
    return { changed: items.length }
  })
}

/** One event for each feed, in one order, so that two decisions do not wait for each other in a circle. */
async function recordDecision(
  tx: Tx,
  ctx: Context,
  move: 'import' | 'dismiss',
  items: readonly { id: string; feedId: string }[],
): Promise<void> {
  const type = move === 'import' ? 'feed.items_chosen' : 'feed.items_dismissed'
  for (const feedId of [...new Set(items.map((item) => item.feedId))].sort()) {
    const itemIds = items.filter((item) => item.feedId === feedId).map(({ id }) => id)
    await recordEvent(tx, ctx, articleEvents, { type, entityId: feedId, payload: { itemIds } })
  }
}

/**
 * Imports a queued item, or one that failed and whose job was started again: fetches its page, and takes the feed's day
 * where the page has none. A page that cannot be had is noted with the reason, to be decided in the inbox. Thrown, so that
 * the queue tries again, are a stop, faults, and, except at the last try, what may pass.
 */
export async function importFeedItem(
  ctx: Context,
  itemId: string,
  stop: AbortSignal,
  isLastTry = false,
): Promise<void> {
  const item = await db().feedItem.findUnique({
    where: { id: itemId },
    select: { state: true, address: true, publishedAt: true, feed: { select: { publisher: true } } },
  })
  if (item?.state !== 'queued' && item?.state !== 'failed') return
  try {
    const { rawPageId } = await fetchPage(ctx, { address: item.address }, stop)
    const publisher = item.feed.publisher
    const { articleId } = await importPage(
      ctx,
      { rawPageId, ...(publisher ? { publisher } : {}) },
      item.publishedAt && dayInZone(item.publishedAt, (await getSettings())?.zone ?? 'UTC'),
    )
    await settle(itemId, { state: 'imported', articleId })
  } catch (error) {
    const problem = wordsFor(error)
    if (problem === null || (!isLastTry && isPassing(error))) throw error
    await settle(itemId, { state: 'failed', problem })
  }
}

/** A refusal in words for the inbox; null for a stop and for faults. */
function wordsFor(error: unknown): string | null {
  if (error instanceof ZodError) return error.issues.map(({ message }) => message).join(' ')
  if (!isAppError(error) || (error instanceof FetchError && error.reason === 'stopped')) return null
  return Object.values(error.fields).join(' ') || error.text
}

const PASSING: ReadonlySet<string> = new Set<FetchReason>(['unreachable', 'first-byte', 'total', 'broken'])
const Details = z.object({ reason: z.string(), status: z.number() }).partial().catch({})

/** Whether the page may well be had later: what the fetch, or the site with its status, says. */
function isPassing(error: unknown): boolean {
  if (!isAppError(error, 'NOT_FETCHED')) return false
  const { reason = '', status = 0 } = Details.parse(error.details)
  return PASSING.has(reason) || mayPass(status)
}

const BROKE_OFF = 'Its import broke off, and nothing was stored. Import it again.'

/** Items that are queued but whose job was discarded or used up its tries come back to the inbox: nobody else would tell. */
export async function failStrandedItems(): Promise<void> {
  await db().$executeRaw(Prisma.sql`
    UPDATE feed_item SET state = 'failed', problem = ${BROKE_OFF}
    WHERE state = 'queued' AND NOT EXISTS (
      SELECT 1 FROM graphile_worker._private_jobs AS job
      WHERE job.key = 'import_feed_item:' || feed_item.id
        AND (job.attempts < job.max_attempts OR job.locked_at IS NOT NULL))`)
}

const settle = (
  itemId: string,
  data: { state: 'imported'; articleId: string } | { state: 'failed'; problem: string },
): Promise<unknown> => db().feedItem.updateMany({ where: { id: itemId, state: { in: ['queued', 'failed'] } }, data })
