import { z } from 'zod'
import { optional } from '@/lib/core/fields'
import { Id } from '@/lib/core/ids'
import { textField } from '@/lib/core/text-field'
import { REMARK_FIELDS, REMARK_MAX } from '../rules/remark-fields'
import { VerdictRevision } from '../schema'

export const QUOTE_MAX = 1000

export const RemarkField = z.enum(REMARK_FIELDS, { error: 'Choose what the remark is about.' })

const remark = (label: string) => textField(REMARK_MAX, { label })

/**
 * On the exact revision that waits. `quote` as it stands in the field, character for character; left out for the field as a
 * whole. `start` says which place is meant where the words stand there more than once.
 */
export const AddRemark = VerdictRevision.extend({
  field: RemarkField,
  // Not trimmed: a selection may begin or end with a space, and its place counts.
  quote: optional(z.string().max(QUOTE_MAX, { error: `Quote at most ${QUOTE_MAX} characters.` })),
  start: optional(z.coerce.number<number | string>().int().min(0)),
  body: remark('The remark'),
})
export type AddRemark = z.infer<typeof AddRemark>

export const ReplyToRemark = z.object({ remarkId: Id, body: remark('The reply') })
/** Dealt with, or opened again; what was done about it can be told. */
export const MoveRemark = z.object({ remarkId: Id, body: optional(remark('The note')) })

/** `rating`: a key of the scale that the verdict is made on. */
export const GiveSecondRating = VerdictRevision.extend({
  rating: z.string({ error: 'Choose a rating.' }).min(1, { error: 'Choose a rating.' }).max(60),
  note: optional(remark('The note')),
})
export type GiveSecondRating = z.infer<typeof GiveSecondRating>

export const LookAtVerdict = z.object({ id: Id })
