import { z } from 'zod'
import { addressProblem, canonicalAddress } from '@/lib/core/addresses'
import { DaySchema } from '@/lib/core/day-schema'
import { optional } from '@/lib/core/fields'
import { Id } from '@/lib/core/ids'
import { textField } from '@/lib/core/text-field'
import { MAX_REPLY } from '../rules/replies'

const Address = z
  .string()
  .max(2000, { error: 'An address may have at most 2000 characters.' })
  .transform((text, context) => {
    const address = canonicalAddress(text)
    if (address !== null) return address
    context.addIssue({ code: 'custom', message: addressProblem(text) ?? 'This is not a web address.' })
    return z.NEVER
  })

/** A reply of whoever is spoken of, to a speaker's page or to that of one claim. `id`: made by whoever asks, so that the same form sent twice adds one. */
export const AddReply = z
  .object({
    id: optional(Id),
    speakerId: optional(Id),
    claimId: optional(Id),
    byName: textField(200, { label: 'The name' }),
    receivedOn: DaySchema,
    body: textField(MAX_REPLY, { label: 'The reply' }),
    url: optional(Address),
  })
  .refine(({ speakerId, claimId }) => (speakerId === null) !== (claimId === null), {
    error: 'A reply belongs to one page.',
  })

export const WithdrawReply = z.object({ id: Id, reason: textField(300, { label: 'The reason' }) })
