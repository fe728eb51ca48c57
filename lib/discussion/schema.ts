import { z } from 'zod'
import { Id } from '@/lib/core/ids'
import { textField } from '@/lib/core/text-field'

/** What the desk may comment on. */
export const SubjectType = z.enum(['claim', 'article', 'prediction', 'outcome'])
export type SubjectType = z.infer<typeof SubjectType>

export const COMMENT_MAX = 2000

export const AddComment = z.object({
  subjectType: SubjectType,
  subjectId: Id,
  body: textField(COMMENT_MAX, { label: 'The comment' }),
})

export const HideComment = z.object({ id: Id })
