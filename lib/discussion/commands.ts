import type { z } from 'zod'
import { listDeskPeopleIn } from '@/lib/accounts/queries'
import { recordEvent } from '@/lib/audit/commands'
import type { Context } from '@/lib/core/context'
import { AppError } from '@/lib/core/errors'
import { newId } from '@/lib/core/ids'
import { inTransaction, type Tx } from '@/lib/platform/db'
import { discussionEvents } from './events'
import { canComment, canHideComment } from './policy'
import { findMentions } from './rules'
import { AddComment, HideComment, SubjectType } from './schema'

/**
 * Adds a comment of the desk to a subject, with whom it names as the desk's people are called now. Throws FORBIDDEN, and
 * NOT_FOUND when there is no such subject.
 */
export async function addComment(ctx: Context, given: z.input<typeof AddComment>): Promise<{ id: string }> {
  const { subjectType, subjectId, body } = AddComment.parse(given)
  return inTransaction(async (tx) => {
    const { actor } = ctx
    if (!canComment(actor) || actor.kind !== 'user') throw new AppError('FORBIDDEN')
    if (!(await hasSubject(tx, subjectType, subjectId))) throw new AppError('NOT_FOUND')
    const id = newId()
    await tx.comment.create({ data: { id, subjectType, subjectId, body, authorId: actor.id, createdAt: ctx.now } })
    const mentions = body.includes('@') ? findMentions(body, await listDeskPeopleIn(tx)) : []
    await tx.commentMention.createMany({ data: mentions.map((mention) => ({ ...mention, commentId: id })) })
    await recordEvent(tx, ctx, discussionEvents, {
      type: 'comment.added',
      entityId: id,
      payload: { subjectType, subjectId, body },
    })
    return { id }
  })
}

/** Hides a comment: its author, or an editor. That there was one stays visible. Hiding twice changes nothing. */
export async function hideComment(ctx: Context, given: z.input<typeof HideComment>): Promise<void> {
  const { id } = HideComment.parse(given)
  await inTransaction(async (tx) => {
    const comment = await tx.comment.findUnique({ where: { id } })
    if (comment === null) throw new AppError('NOT_FOUND')
    if (!canHideComment(ctx.actor, comment)) throw new AppError('FORBIDDEN')
    const { count } = await tx.comment.updateMany({ where: { id, hiddenAt: null }, data: { hiddenAt: ctx.now } })
    if (count === 0) return
    await recordEvent(tx, ctx, discussionEvents, {
      type: 'comment.hidden',
      entityId: id,
      payload: { subjectType: SubjectType.parse(comment.subjectType), subjectId: comment.subjectId },
    })
  })
}

/** A comment names its subject by type and id, so no foreign key makes sure that it is there. */
async function hasSubject(tx: Tx, type: SubjectType, id: string): Promise<boolean> {
  const find = { where: { id }, select: { id: true } }
  const found = {
    claim: () => tx.claim.findUnique(find),
    article: () => tx.article.findUnique(find),
    prediction: () => tx.prediction.findUnique(find),
    outcome: () => tx.outcome.findUnique(find),
  }
  return (await found[type]()) !== null
}
