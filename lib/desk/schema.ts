import { z } from 'zod'
import { addressProblem } from '@/lib/core/addresses'
import { type Given, optional } from '@/lib/core/fields'
import { Id } from '@/lib/core/ids'
import { textField } from '@/lib/core/text-field'
import { SUGGESTION_LIMITS, SUGGESTION_REASONS, type SuggestionReason } from './rules/suggesting'

export const SUGGESTION_STATES = ['received', 'looked_at', 'taken_up', 'declined', 'spam'] as const
export type SuggestionState = (typeof SUGGESTION_STATES)[number]

const REASONS = Object.keys(SUGGESTION_REASONS) as [SuggestionReason, ...SuggestionReason[]]

/**
 * What the form sends. `homepage` is a field that people do not see: whoever fills it in is a program. `ticket` says when the
 * form was opened (rules/tickets).
 */
export const SuggestInput = z.object({
  claimText: textField(SUGGESTION_LIMITS.claim, { min: 10, label: 'What was claimed' }),
  url: optional(
    z
      .string()
      .trim()
      .max(SUGGESTION_LIMITS.address, {
        error: `The address may have at most ${SUGGESTION_LIMITS.address} characters.`,
      })
      .superRefine((text, context) => {
        const problem = addressProblem(text)
        if (problem) context.addIssue({ code: 'custom', message: problem })
      }),
  ),
  saidBy: optional(textField(SUGGESTION_LIMITS.saidBy, { label: 'Who said it' })),
  why: optional(textField(SUGGESTION_LIMITS.why, { label: 'Why it matters' })),
  contact: optional(textField(SUGGESTION_LIMITS.contact, { label: 'How we can reach you' })),
  homepage: z.string().max(0, { error: 'Leave this field empty. It is there to catch programs.' }).optional(),
  ticket: z.string({ error: 'The form is incomplete. Open the page again.' }).max(200),
})
export type SuggestInput = Given<typeof SuggestInput>
export type Suggested = Omit<z.output<typeof SuggestInput>, 'homepage' | 'ticket'>

const moved = { suggestionId: Id, revision: z.coerce.number().int().min(1) }
export const SuggestionInput = z.object(moved)
export type SuggestionInput = z.input<typeof SuggestionInput>
export const TakeUpInput = z.object({ ...moved, claimId: z.uuid({ error: 'Choose the claim that it became.' }) })
export type TakeUpInput = z.input<typeof TakeUpInput>
export const DeclineInput = z.object({
  ...moved,
  reason: z.enum(REASONS, { error: 'Choose a reason. Whoever suggested it will read it.' }),
  note: optional(textField(1000, { label: 'The note' })),
})
export type DeclineInput = Pick<z.input<typeof DeclineInput>, 'suggestionId' | 'revision' | 'reason'> & {
  note?: string | null
}
export const ForgetContactPayload = z.object({ suggestionId: Id })
