'use server'

import { addReply, withdrawReply } from '@/lib/claims/commands/replies'
import { AddReply, WithdrawReply } from '@/lib/claims/schema/replies'
import { action } from '@/lib/web/action'

export const addReplyAction = action(AddReply, addReply, { message: 'Added. Readers see it now.' })

export const withdrawReplyAction = action(WithdrawReply, withdrawReply, {
  message: 'Withdrawn. Readers see that it was, and why.',
})
