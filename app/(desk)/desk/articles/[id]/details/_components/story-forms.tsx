'use client'

import { ActionForm, SubmitButton } from '@/app/_ui/action-form'
import { Input } from '@/app/_ui/controls'
import { Field } from '@/app/_ui/field'
import { joinStoryAction, leaveStoryAction } from '../../../actions'

export function LeaveStoryForm({ articleId }: { articleId: string }) {
  return (
    <ActionForm action={leaveStoryAction} id="leave-story">
      <input type="hidden" name="articleId" value={articleId} />
      <Field name="reason" label="Why is it not a copy?" hint="Stays in the history. It is not linked with them again.">
        <Input autoComplete="off" />
      </Field>
      <div>
        <SubmitButton variant="secondary">Take it out</SubmitButton>
      </div>
    </ActionForm>
  )
}

export function JoinStoryForm({ articleId }: { articleId: string }) {
  return (
    <ActionForm action={joinStoryAction} id="join-story">
      <input type="hidden" name="articleId" value={articleId} />
      <Field name="other" label="Address of the other article" hint="Here at the desk, or at its publisher.">
        <Input autoComplete="off" inputMode="url" />
      </Field>
      <div>
        <SubmitButton variant="secondary">Link as one story</SubmitButton>
      </div>
    </ActionForm>
  )
}
