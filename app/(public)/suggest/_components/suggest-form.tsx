'use client'

import { ActionForm, SubmitButton } from '@/app/_ui/action-form'
import { Input, Textarea } from '@/app/_ui/controls'
import { Field } from '@/app/_ui/field'
import { SUGGESTION_LIMITS } from '@/lib/desk/rules/suggesting'
import { suggestAction } from '../actions'

/** Works without JavaScript; nothing that was typed is lost when something is wrong. */
export function SuggestForm({ ticket }: { ticket: string }) {
  return (
    <ActionForm action={suggestAction} id="suggest">
      <input type="hidden" name="ticket" value={ticket} />
      <Field
        name="claimText"
        label="What was claimed?"
        hint="As near to the words as you can: a figure, a prediction, something that is said to have happened."
        max={SUGGESTION_LIMITS.claim}
      >
        <Textarea rows={4} grow />
      </Field>
      <Field
        name="url"
        label="Where?"
        required={false}
        hint="The address of the article, the post or the broadcast, for example https://courier.example/story."
      >
        <Input type="url" inputMode="url" autoComplete="off" />
      </Field>
      <Field name="saidBy" label="Who said it?" required={false}>
        <Input autoComplete="off" maxLength={SUGGESTION_LIMITS.saidBy} />
      </Field>
      <Field name="why" label="Why does it matter?" required={false} max={SUGGESTION_LIMITS.why}>
        <Textarea rows={3} grow />
      </Field>
      <Field
        name="contact"
        label="How can we reach you if we have a question?"
        required={false}
        hint="An e-mail address or a telephone number. Only our staff see it, and it is deleted after 90 days."
      >
        <Input autoComplete="email" maxLength={SUGGESTION_LIMITS.contact} />
      </Field>
      {/* People neither see nor reach it; programs that fill in every field give themselves away. */}
      <div aria-hidden="true" className="absolute -left-[9999px] h-px w-px overflow-hidden">
        <label htmlFor="suggest-homepage">Leave this field empty</label>
        <input id="suggest-homepage" name="homepage" type="text" tabIndex={-1} autoComplete="off" />
      </div>
      <p className="text-15 text-ink-soft">
        We read every suggestion, and check those that say something checkable and matter to many. What you write about
        the claim is kept; the network address it was sent from is not.
      </p>
      <div>
        <SubmitButton pendingText="Sending …">Send the suggestion</SubmitButton>
      </div>
    </ActionForm>
  )
}
