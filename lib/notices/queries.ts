import type { Context } from '@/lib/core/context'
import { AppError } from '@/lib/core/errors'
import { Id } from '@/lib/core/ids'
import { db } from '@/lib/platform/db'
import type { Notice, Prisma } from '@/lib/platform/generated/client'
import { canReadNotices, kindsFor } from './policy'
import { noticePath, noticeWords } from './present/notice'
import type { NoticeKind } from './schema'

/** The bell counts no further: "9+". */
const COUNT_BOUND = 10
const PAGE = 30

export type NoticeItem = {
  id: string
  kind: NoticeKind
  /** What happened: "Ben Okafor sent your verdict back". */
  words: string
  /** What it is about, as it is called now; null where it has no name. */
  title: string | null
  /** A reason, or the beginning of a comment. */
  detail: string | null
  path: string
  createdAt: string
  isRead: boolean
}

/** Own notices about what this person may (still) see; those of hidden comments are gone with them. */
function ownWhere(ctx: Context): Prisma.NoticeWhereInput {
  const { actor } = ctx
  if (!canReadNotices(actor) || actor.id === null) throw new AppError('NOT_FOUND')
  return {
    userId: actor.id,
    kind: { in: kindsFor(actor) },
    OR: [{ commentId: null }, { comment: { hiddenAt: null } }],
  }
}

/** How many are unread, for the bell: at most nine, and whether there are more. */
export async function countUnread(ctx: Context): Promise<{ n: number; isMore: boolean }> {
  const n = await db().notice.count({ where: { ...ownWhere(ctx), readAt: null }, take: COUNT_BOUND })
  return { n: Math.min(n, COUNT_BOUND - 1), isMore: n >= COUNT_BOUND }
}

/** Own notices, the newest first, 30 a page; `next` is the `before` of the following one. Throws NOT_FOUND. */
export async function listNotices(
  ctx: Context,
  { before, isUnread = false }: { before?: string; isUnread?: boolean } = {},
): Promise<{ notices: NoticeItem[]; next: string | null }> {
  const rows = await db().notice.findMany({
    where: {
      ...ownWhere(ctx),
      readAt: isUnread ? null : undefined,
      id: before === undefined ? undefined : { lt: before },
    },
    orderBy: { id: 'desc' },
    take: PAGE + 1,
  })
  const shown = rows.slice(0, PAGE)
  return { notices: await toItems(shown), next: rows.length > PAGE ? (shown.at(-1)?.id ?? null) : null }
}

/** Unread mentions, the newest first, at most ten. */
export async function listUnreadMentions(ctx: Context): Promise<NoticeItem[]> {
  const where = { ...ownWhere(ctx), kind: 'mentioned', readAt: null } satisfies Prisma.NoticeWhereInput
  return toItems(await db().notice.findMany({ where, orderBy: { id: 'desc' }, take: COUNT_BOUND }))
}

/** One of the own notices. Throws NOT_FOUND, also for another person's. */
export async function requireOwnNotice(ctx: Context, id: string): Promise<NoticeItem> {
  const where = ownWhere(ctx)
  const row = Id.safeParse(id).success ? await db().notice.findFirst({ where: { ...where, id } }) : null
  const item = row && (await toItems([row]))[0]
  if (!item) throw new AppError('NOT_FOUND')
  return item
}

/** Names are read as they are now: four look-ups for a whole page. */
async function toItems(rows: readonly Notice[]): Promise<NoticeItem[]> {
  const idsOf = (...types: Notice['subjectType'][]) => ({
    id: { in: rows.filter(({ subjectType }) => types.includes(subjectType)).map(({ subjectId }) => subjectId) },
  })
  const [claims, articles, outcomes, runs] = await Promise.all([
    db().claim.findMany({ where: idsOf('claim', 'prediction'), select: { id: true, shortForm: true } }),
    db().article.findMany({ where: idsOf('article'), select: { id: true, title: true } }),
    db().outcome.findMany({ where: idsOf('outcome'), select: { id: true, statement: true } }),
    db().run.findMany({ where: idsOf('run'), select: { id: true, label: true, kind: true } }),
  ])
  const names = new Map([
    ...claims.map(({ id, shortForm }) => [id, shortForm] as const),
    ...articles.map(({ id, title }) => [id, title] as const),
    ...outcomes.map(({ id, statement }) => [id, statement] as const),
    ...runs.map(({ id, label }) => [id, label] as const),
  ])
  return rows.map((row) => ({
    id: row.id,
    kind: row.kind,
    words: noticeWords(row.kind, row.subjectType, row.byName),
    title: names.get(row.subjectId) ?? null,
    detail: row.words,
    path: noticePath(row, runs.find(({ id }) => id === row.subjectId)?.kind ?? null),
    createdAt: row.createdAt.toISOString(),
    isRead: row.readAt !== null,
  }))
}
