'use client'

import { StepWithText } from '@/app/_parts/predictions/step-forms'
import { ActionForm, SubmitButton } from '@/app/_ui/action-form'
import { Input, Textarea } from '@/app/_ui/controls'
import { Field } from '@/app/_ui/field'
import { Folded } from '@/app/_ui/folded'
import { MAX_REPLY } from '@/lib/claims/rules/replies'
import { addReplyAction, withdrawReplyAction } from '../actions'

/** Adds a reply to the page of a speaker or of a claim; public at once. */
export function AddReplyForm({ of, today }: { of: { speakerId: string } | { claimId: string }; today: string }) {
  return (
    <Folded label="Add a reply">
      <ActionForm action={addReplyAction} id="reply" className="gap-4" resetOnSuccess>
        {Object.entries(of).map(([name, value]) => (
          <input key={name} type="hidden" name={name} value={value} />
        ))}
        <Field name="byName" label="Whose reply it is" hint="As they want to be named, with their office" max={200}>
          <Input autoComplete="off" />
        </Field>
        <Field name="receivedOn" label="Received on">
          <Input type="date" defaultValue={today} className="w-44" />
        </Field>
        <Field
          name="body"
          label="The reply"
          hint="In their words. Public at once; it is never changed, only withdrawn."
          max={MAX_REPLY}
        >
          <Textarea rows={5} grow />
        </Field>
        <Field name="url" label="Link" required={false} hint="Where the whole of it is published">
          <Input type="url" inputMode="url" autoComplete="off" placeholder="https://" />
        </Field>
        <div>
          <SubmitButton variant="secondary">Add the reply</SubmitButton>
        </div>
      </ActionForm>
    </Folded>
  )
}

export const WithdrawReplyForm = ({ id, byName }: { id: string; byName: string }) => (
  <StepWithText
    id={`withdraw-${id}`}
    action={withdrawReplyAction}
    hidden={{ id }}
    opener={`Withdraw the reply of ${byName}`}
    label="Why it is withdrawn"
    hint="Readers see that a reply was withdrawn, and this reason"
    max={300}
    button="Withdraw"
    variant="danger"
  />
)
