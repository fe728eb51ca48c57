import type { Context } from '@/lib/core/context'
import { AppError } from '@/lib/core/errors'
import { db } from '@/lib/platform/db'
import { canHideComment, canReadComments } from './policy'
import type { SubjectType } from './schema'

export type CommentItem = {
  id: string
  /** Null once hidden: that it was there stays visible, what it said does not. */
  body: string | null
  authorName: string
  createdAt: string
  canHide: boolean
}

const PAGE = 50

/** The newest 50 comments on a subject before `before` (an id), oldest first. */
export async function listComments(
  ctx: Context,
  { subjectType, subjectId, before }: { subjectType: SubjectType; subjectId: string; before?: string },
): Promise<{ comments: CommentItem[]; hasEarlier: boolean }> {
  if (!canReadComments(ctx.actor)) throw new AppError('NOT_FOUND')
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
    },
  })
  const comments = rows.slice(0, PAGE).map((row) => ({
    id: row.id,
    body: row.hiddenAt === null ? row.body : null,
    authorName: row.author.name,
    createdAt: row.createdAt.toISOString(),
    canHide: row.hiddenAt === null && canHideComment(ctx.actor, row),
  }))
  return { comments: comments.reverse(), hasEarlier: rows.length > PAGE }
}
