import { z } from 'zod'
import { DaySchema } from '@/lib/core/day-schema'
import { optional } from '@/lib/core/fields'
import { textField } from '@/lib/core/text-field'

/** By which way somebody was asked for comment. */
export const COMMENT_WAYS = ['email', 'phone', 'letter', 'message', 'in_person', 'other'] as const
export type CommentWay = (typeof COMMENT_WAYS)[number]

/** One request for comment, as far as a draft has it: when, whom, by which way, and what came. */
export const CommentRequest = z.object({
  askedOn: optional(DaySchema),
  whom: textField(200, { min: 0, label: 'Who was asked' }).default(''),
  way: optional(z.enum(COMMENT_WAYS, { error: 'Choose a way of the list.' })),
  answer: optional(textField(2000, { label: 'The answer' })),
})
export type CommentRequest = z.infer<typeof CommentRequest>

export const EMPTY_REQUEST: CommentRequest = { askedOn: null, whom: '', way: null, answer: null }

const isEmptyRequest = ({ askedOn, whom, way, answer }: CommentRequest): boolean =>
  whom === '' && askedOn === null && way === null && answer === null

/** The log of requests in order, at most 20. A form sends rows, or all of them as JSON; rows that were left empty are none. */
export const CommentRequests = z.preprocess(
  (value) => (typeof value === 'string' ? listOf(value) : (value ?? [])),
  z
    .array(CommentRequest)
    .max(20, { error: 'At most 20 requests for comment.' })
    .transform((requests) => requests.filter((request) => !isEmptyRequest(request))),
)

function listOf(json: string): unknown {
  try {
    return JSON.parse(json)
  } catch {
    return json
  }
}
