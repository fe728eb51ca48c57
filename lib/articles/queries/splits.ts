import type { Context } from '@/lib/core/context'
import { AppError } from '@/lib/core/errors'
import { type Db, db } from '@/lib/platform/db'
import { SplitPayload, SplitUndonePayload } from '../events'
import { canReadArticles } from '../policy'

/** Splits of a publisher as its history tells them. */

const SPLIT = 'publisher.split'
const UNDONE = 'publisher.split_undone'
const BOUND = 100

/** The ids of the splits that were undone, among those of a publisher. */
async function undoneOf(from: Db, publisherId: string): Promise<Set<string>> {
  const rows = await from.auditEvent.findMany({
    where: { entityType: 'publisher', entityId: publisherId, type: UNDONE },
    orderBy: { entitySeq: 'desc' },
    take: BOUND,
    include: { payload: true },
  })
  return new Set(
    rows.flatMap(({ payload }) => {
      const read = SplitUndonePayload.safeParse(payload?.payload)
      return read.success ? [read.data.splitId] : []
    }),
  )
}

/** A split of this publisher, as its undo reads it; null when there is none of that id, or its payload was redacted. */
export async function findSplitIn(
  from: Db,
  publisherId: string,
  splitId: string,
): Promise<{ toId: string; articleIds: string[]; isUndone: boolean } | null> {
  const ofPublisher = { entityType: 'publisher', entityId: publisherId }
  const row = await from.auditEvent.findFirst({
    where: { id: splitId, ...ofPublisher, type: SPLIT },
    include: { payload: true },
  })
  const read = SplitPayload.safeParse(row?.payload?.payload)
  if (!read.success) return null
  const undone = await from.auditEvent.findFirst({
    where: { ...ofPublisher, type: UNDONE, payload: { payload: { path: ['splitId'], equals: splitId } } },
    select: { id: true },
  })
  return { ...read.data, isUndone: undone !== null }
}

export type StandingSplit = {
  splitId: string
  at: Date
  by: string
  articles: number
  into: { id: string; name: string }
}

/** The splits of a publisher that were not undone, newest first, among its latest hundred. */
export async function listStandingSplits(ctx: Context, publisherId: string): Promise<StandingSplit[]> {
  if (!canReadArticles(ctx.actor)) throw new AppError('NOT_FOUND')
  const rows = await db().auditEvent.findMany({
    where: { entityType: 'publisher', entityId: publisherId, type: SPLIT },
    orderBy: { entitySeq: 'desc' },
    take: BOUND,
    include: { payload: true },
  })
  const undone = await undoneOf(db(), publisherId)
  const standing = rows.flatMap(({ id, occurredAt, actorName, payload }) => {
    const read = SplitPayload.safeParse(payload?.payload)
    return read.success && !undone.has(id) ? [{ id, occurredAt, actorName, ...read.data }] : []
  })
  const targets = await db().publisher.findMany({
    where: { id: { in: standing.map(({ toId }) => toId) } },
    select: { id: true, name: true },
  })
  const byId = new Map(targets.map((target) => [target.id, target]))
  return standing.flatMap(({ id, occurredAt, actorName, toId, articleIds }) => {
    const into = byId.get(toId)
    return into ? [{ splitId: id, at: occurredAt, by: actorName, articles: articleIds.length, into }] : []
  })
}

export type SplitPreview = {
  articles: { id: string; title: string; publishedOn: string | null; url: string | null }[]
  /** Places in them where claims were made, and those among them that quote unnamed sources. */
  places: number
  unnamed: number
}

/** What splitting these articles off would move. Those that are not with the publisher (any more) are left out. */
export async function previewSplit(ctx: Context, publisherId: string, articleIds: string[]): Promise<SplitPreview> {
  if (!canReadArticles(ctx.actor)) throw new AppError('NOT_FOUND')
  const articles = await db().article.findMany({
    where: { id: { in: articleIds }, publisherId },
    orderBy: { id: 'desc' },
    select: { id: true, title: true, publishedOn: true, url: true },
  })
  const where = { articleId: { in: articles.map(({ id }) => id) } }
  const [places, unnamed] = await Promise.all([
    db().occurrence.count({ where }),
    db().occurrence.count({ where: { ...where, speaker: { kind: 'unnamed' } } }),
  ])
  return { articles, places, unnamed }
}
