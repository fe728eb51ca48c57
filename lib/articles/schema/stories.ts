import { z } from 'zod'
import { Id } from '@/lib/core/ids'
import { textField } from '@/lib/core/text'

export const LeaveStoryInput = z.object({ articleId: Id, reason: textField(500, { label: 'The reason' }) })
export type LeaveStoryInput = z.input<typeof LeaveStoryInput>

export const JoinStoryInput = z
  .object({ articleId: Id, otherId: z.uuid({ error: 'Choose the other article.' }) })
  .refine(({ articleId, otherId }) => articleId !== otherId, {
    path: ['otherId'],
    error: 'Choose another article than this one.',
  })
export type JoinStoryInput = z.input<typeof JoinStoryInput>
