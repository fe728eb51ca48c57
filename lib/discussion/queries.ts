import { listDeskPeopleIn } from '@/lib/accounts/queries'
import type { Context } from '@/lib/core/context'
import { AppError } from '@/lib/core/errors'
import { db } from '@/lib/platform/db'
import { canHideComment, canReadComments } from './policy'
import { type Segment, segmentsOf } from './rules'
import { SubjectType } from './schema'

export type CommentItem = {
  id: string
  /** Null once hidden: that it was there stays visible, what it said does not. */
  body: string | null
  /** The same, cut where it names people of the desk. */
  parts: CommentPart[]
  authorName: string
  createdAt: string
  canHide: boolean
}

export type CommentPart = { text: string; names: 'nobody' | 'you' | 'colleague' }

const PAGE = 50

/** The newest 50 comments on a subject before `before` (an id), oldest first; and whom a new one can name. */
export async function listComments(
  ctx: Context,
  { subjectType, subjectId, before }: { subjectType: SubjectType; subjectId: string; before?: string },
): Promise<{ comments: CommentItem[]; hasEarlier: boolean; people: string[] }> {
  if (!canReadComments(ctx.actor)) throw new AppError('NOT_FOUND')
  const people = await listDeskPeopleIn(db())
  const rows = await db().comment.findMany({
    where: { subjectType, subjectId, id: before === undefined ? undefined : { lt: before } },
    orderBy: { id: 'desc' },
    take: PAGE + 1,
    select: {
      id: true,
      body: true,
      authorId: true,
      createdAt: true,
      hiddenAt: true,
      author: { select: { name: true } },
      mentions: { select: { start: true, end: true, userId: true }, orderBy: { start: 'asc' } },
    },
  })
  const comments = rows.slice(0, PAGE).map((row) => ({
    id: row.id,
    body: row.hiddenAt === null ? row.body : null,
    parts: row.hiddenAt === null ? segmentsOf(row.body, row.mentions).map((one) => toPart(ctx, one)) : [],
    authorName: row.author.name,
    createdAt: row.createdAt.toISOString(),
    canHide: row.hiddenAt === null && canHideComment(ctx.actor, row),
  }))
  const names = people.map(({ name }) => name)
  return { comments: comments.reverse(), hasEarlier: rows.length > PAGE, people: names }
}

const toPart = (ctx: Context, { text, userId }: Segment): CommentPart => ({
  text,
  names: userId === null ? 'nobody' : userId === ctx.actor.id ? 'you' : 'colleague',
})

/** Whom a comment names, for whoever tells them; nobody once it is hidden. */
export async function getMentioned(
  commentId: string,
): Promise<{ subjectType: SubjectType; subjectId: string; body: string; userIds: string[] } | null> {
  const comment = await db().comment.findFirst({
    where: { id: commentId, hiddenAt: null },
    select: { subjectType: true, subjectId: true, body: true, mentions: { select: { userId: true } } },
  })
  if (comment === null) return null
  const { subjectType, mentions, ...rest } = comment
  return {
    ...rest,
    subjectType: SubjectType.parse(subjectType),
    userIds: [...new Set(mentions.map(({ userId }) => userId))],
  }
}
