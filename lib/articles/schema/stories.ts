import { z } from 'zod'
import { Id } from '@/lib/core/ids'
import { textField } from '@/lib/core/text-field'

export const LeaveStoryInput = z.object({ articleId: Id, reason: textField(500, { label: 'The reason' }) })
export type LeaveStoryInput = z.input<typeof LeaveStoryInput>

/** `other`: the address of the other article, here at the desk or at its publisher; or its id. */
export const JoinStoryInput = z.object({
  articleId: Id,
  other: textField(2000, { label: 'The address of the other article' }),
})
export type JoinStoryInput = z.input<typeof JoinStoryInput>
