import type { z } from 'zod'
import type { Context } from '@/lib/core/context'
import { dayInZone } from '@/lib/core/days'
import { AppError } from '@/lib/core/errors'
import type { Given } from '@/lib/core/fields'
import { newId } from '@/lib/core/ids'
import { inTransaction, lockRow, type Tx } from '@/lib/platform/db'
import { requireSettings } from '@/lib/settings/queries'
import { canKeepReplies } from '../policy'
import { MOST_REPLIES } from '../rules/replies'
import { AddReply, WithdrawReply } from '../schema/replies'
import { lockOwner, recordClaimEvent, recordSpeakerEvent } from './recording'

export type ReplyToAdd = z.output<typeof AddReply>

/** Whether a reply could be added, as it would stand there; nothing is stored. Throws as `addReply`. */
export async function checkReply(ctx: Context, given: Given<typeof AddReply>): Promise<ReplyToAdd> {
  const reply = AddReply.parse(given)
  await inTransaction((tx) => requireAddable(tx, ctx, reply))
  return reply
}

/**
 * Adds what somebody replied (right of reply) to a speaker or to one claim: in their words, public at once, and never changed.
 * The same `id` again adds nothing. Throws NOT_FOUND, FORBIDDEN, MOVE_REFUSED for what has no public page of its own, or whose
 * page has as many as it may.
 */
export async function addReply(ctx: Context, given: Given<typeof AddReply>): Promise<{ id: string }> {
  const parsed = AddReply.parse(given)
  const { id: asked, speakerId, claimId, ...reply } = parsed
  const id = asked ?? newId()
  return inTransaction(async (tx) => {
    const addedById = await requireAddable(tx, ctx, parsed)
    if (await isAdded(tx, { id, speakerId, claimId, ...reply })) return { id }
    await tx.reply.create({ data: { id, speakerId, claimId, ...reply, addedById, addedAt: ctx.now } })
    const payload = { replyId: id, byName: reply.byName, receivedOn: reply.receivedOn }
    if (claimId !== null) await recordClaimEvent(tx, ctx, { type: 'claim.reply_added', entityId: claimId, payload })
    if (speakerId !== null)
      await recordSpeakerEvent(tx, ctx, { type: 'speaker.reply_added', entityId: speakerId, payload })
    return { id }
  })
}

/** Takes a reply off the public pages, with a reason that readers see in its place; its words stay at the desk. */
export async function withdrawReply(ctx: Context, given: Given<typeof WithdrawReply>): Promise<void> {
  const { id, reason } = WithdrawReply.parse(given)
  await inTransaction(async (tx) => {
    if (!(await lockRow(tx, 'reply', id))) throw new AppError('NOT_FOUND')
    const withdrawnById = keeperOf(ctx)
    const { claimId, speakerId, withdrawnAt, byName } = await tx.reply.findUniqueOrThrow({ where: { id } })
    if (withdrawnAt !== null)
      throw new AppError('MOVE_REFUSED', { text: 'It was withdrawn in the meantime. Nothing was changed.' })
    await tx.reply.update({ where: { id }, data: { withdrawnById, withdrawnAt: ctx.now, withdrawnReason: reason } })
    const payload = { replyId: id, byName, reason }
    if (claimId !== null) await recordClaimEvent(tx, ctx, { type: 'claim.reply_withdrawn', entityId: claimId, payload })
    if (speakerId !== null)
      await recordSpeakerEvent(
        tx,
        ctx,
        { type: 'speaker.reply_withdrawn', entityId: speakerId, payload },
        // readers see it on the page of whom the speaker was merged into
        [speakerId, await lockOwner(tx, speakerId)],
      )
  })
}

/** The subject locked, so that two of the same form wait for each other. */
async function requireAddable(
  tx: Tx,
  ctx: Context,
  { id, speakerId, claimId, receivedOn }: ReplyToAdd,
): Promise<string> {
  if (speakerId !== null) await openSpeaker(tx, speakerId)
  if (claimId !== null) await openClaim(tx, claimId)
  const keeper = keeperOf(ctx)
  const { zone } = await requireSettings(tx)
  if (receivedOn > dayInZone(ctx.now, zone))
    throw new AppError('BAD_INPUT', { fields: { receivedOn: 'That day has not come yet.' } })
  const others = await tx.reply.count({ where: { speakerId, claimId, ...(id ? { id: { not: id } } : {}) } })
  if (others >= MOST_REPLIES)
    throw new AppError('MOVE_REFUSED', {
      text: `This page has ${MOST_REPLIES} replies, and shows no more. Nothing was stored.`,
    })
  return keeper
}

/** Whether this very reply was added before; another one under its id is refused. */
async function isAdded(tx: Tx, reply: Omit<ReplyToAdd, 'id'> & { id: string }): Promise<boolean> {
  const { id, speakerId, claimId, byName, receivedOn, body, url } = reply
  if ((await tx.reply.count({ where: { id } })) === 0) return false
  if ((await tx.reply.count({ where: { id, speakerId, claimId, byName, receivedOn, body, url } })) > 0) return true
  throw new AppError('ALREADY_EXISTS', {
    text: 'This form was sent before, with other words. Open the page anew to add another reply; nothing was stored.',
  })
}

/** The person who keeps replies. Throws FORBIDDEN. */
function keeperOf({ actor }: Context): string {
  if (actor.kind !== 'user' || !canKeepReplies(actor)) throw new AppError('FORBIDDEN')
  return actor.id
}

async function openSpeaker(tx: Tx, id: string): Promise<void> {
  if (!(await lockRow(tx, 'speaker', id))) throw new AppError('NOT_FOUND')
  const { kind, mergedIntoId } = await tx.speaker.findUniqueOrThrow({ where: { id } })
  if (kind === 'unnamed' || mergedIntoId !== null)
    throw new AppError('MOVE_REFUSED', { text: 'This speaker has no public page of its own. Nothing was stored.' })
}

async function openClaim(tx: Tx, id: string): Promise<void> {
  if (!(await lockRow(tx, 'claim', id))) throw new AppError('NOT_FOUND')
  const { state, firstPublishedAt } = await tx.claim.findUniqueOrThrow({ where: { id } })
  if (firstPublishedAt === null || state === 'merged' || state === 'hidden')
    throw new AppError('MOVE_REFUSED', { text: 'Readers have no page of this claim. Nothing was stored.' })
}
