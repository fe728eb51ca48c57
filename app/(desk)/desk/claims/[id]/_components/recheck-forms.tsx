'use client'

import { ActionForm, SubmitButton } from '@/app/_ui/action-form'
import { Input, Textarea } from '@/app/_ui/controls'
import { Field } from '@/app/_ui/field'
import type { Day } from '@/lib/core/days'
import { markRecheckedAction, planRecheckAction } from '../actions'

type Props = { claimId: string; verdictId: string }

function Ids({ claimId, verdictId }: Props) {
  return (
    <>
      <input type="hidden" name="claimId" value={claimId} />
      <input type="hidden" name="verdictId" value={verdictId} />
    </>
  )
}

/** It was looked at again and still stands. */
export function MarkRechecked(props: Props) {
  return (
    <ActionForm action={markRecheckedAction} id="recheck-form" className="gap-4">
      <Ids {...props} />
      <Field
        name="note"
        label="Why it still stands"
        hint="What was looked at, and what it says now. For the desk; readers are told the day."
        max={1000}
      >
        <Textarea rows={3} grow />
      </Field>
      <Field name="nextOn" label="Check again on" hint="Leave it empty where nothing more can change." required={false}>
        <Input type="date" />
      </Field>
      <div>
        <SubmitButton>It still stands</SubmitButton>
      </div>
    </ActionForm>
  )
}

/** Another day for the next look. */
export function PlanRecheck({ dueOn, ...props }: Props & { dueOn: Day | null }) {
  return (
    <ActionForm action={planRecheckAction} id="plan-recheck-form" className="gap-4">
      <Ids {...props} />
      <Field name="dueOn" label="Day to check it again" hint="On this day it comes to the queue of what is due.">
        <Input type="date" defaultValue={dueOn ?? undefined} />
      </Field>
      <div>
        <SubmitButton variant="secondary">Set the day</SubmitButton>
      </div>
    </ActionForm>
  )
}
