'use server'

import { z } from 'zod'
import { addReply, checkReply, withdrawReply } from '@/lib/claims/commands/replies'
import { AddReply, WithdrawReply } from '@/lib/claims/schema/replies'
import { action } from '@/lib/web/action'
import type { ReplyAnswer } from './answers'

const ReplyForm = z.looseObject({ move: z.enum(['look', 'change', 'publish']).default('look') })

/** What is public at once and never changed is looked at before: the form's moves show it, go back to its fields, and add it. */
export const addReplyAction = action(ReplyForm, async (ctx, { move, ...form }): Promise<ReplyAnswer> => {
  const given = AddReply.parse(form)
  if (move === 'publish') {
    await addReply(ctx, given)
    return { kind: 'added', id: given.id }
  }
  const { id, byName, receivedOn, body, url } = await checkReply(ctx, given)
  return { kind: move === 'look' ? 'shown' : 'typed', typed: { id, byName, receivedOn, body, url } }
})

export const withdrawReplyAction = action(WithdrawReply, withdrawReply, {
  message: 'Withdrawn. Readers see that it was, and why.',
})
