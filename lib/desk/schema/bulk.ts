import { z } from 'zod'
import { RejectReason } from '@/lib/claims/schema'
import { TopicName } from '@/lib/claims/schema/topics'
import { optional } from '@/lib/core/fields'
import { Id } from '@/lib/core/ids'
import { textField } from '@/lib/core/text-field'

export const MOST_AT_ONCE = 100
const ids = (what: string) =>
  z
    .array(Id, { error: `Choose at least one ${what}.` })
    .min(1, { error: `Choose at least one ${what}.` })
    .max(MOST_AT_ONCE, { error: `At most ${MOST_AT_ONCE} at once.` })
    .transform((all) => [...new Set(all)].sort())

export const RejectMany = z
  .object({
    ids: ids('candidate'),
    reason: RejectReason,
    note: textField(500, { min: 0, label: 'The note' }).default(''),
  })
  .refine((input) => input.reason !== 'other' || input.note !== '', {
    path: ['note'],
    error: 'Write the reason in a few words.',
  })
export type RejectMany = z.input<typeof RejectMany>

/** Null gives them back. */
export const AssignMany = z.object({ ids: ids('claim'), assigneeId: optional(Id) })
export type AssignMany = { ids: string[]; assigneeId: string | null }
export const AddTopicToMany = z.object({ ids: ids('claim'), topic: TopicName })
export type AddTopicToMany = z.input<typeof AddTopicToMany>
/** A form with several moves says which by its button. */
export const ChangeMany = z.discriminatedUnion('move', [
  AssignMany.extend({ move: z.literal('assign') }),
  AddTopicToMany.extend({ move: z.literal('topic') }),
])
export type ChangeMany = z.output<typeof ChangeMany>
export const UndoBulk = z.object({ bulkId: Id })
export type UndoBulk = z.input<typeof UndoBulk>

/** Of what was moved: `before` is whom it was assigned to. */
export const BulkDone = z.array(z.object({ id: Id, before: Id.nullable() }))
export type BulkDone = z.infer<typeof BulkDone>
/** Of what was not: its words, and why. */
export const BulkRefused = z.array(z.object({ id: Id, words: z.string(), reason: z.string() }))
export type BulkRefused = z.infer<typeof BulkRefused>

/** `bulkId` undoes it as one; null when nothing was done. What was refused stays as it was, each with its reason. */
export type BulkAnswer = { bulkId: string | null; done: string[]; refused: BulkRefused }
