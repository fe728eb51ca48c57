'use client'

import { ActionForm, SubmitButton } from '@/app/_ui/action-form'
import { Textarea } from '@/app/_ui/controls'
import { Field } from '@/app/_ui/field'
import { addCommentAction, hideCommentAction } from '../actions'

export function CommentForm({ claimId }: { claimId: string }) {
  return (
    <ActionForm action={addCommentAction} id="comment-form" resetOnSuccess className="gap-3">
      <input type="hidden" name="subjectType" value="claim" />
      <input type="hidden" name="subjectId" value={claimId} />
      <Field name="body" label="Comment" hint="Only the desk reads it." max={2000}>
        <Textarea rows={2} grow />
      </Field>
      <div>
        <SubmitButton variant="secondary" size="small">
          Add the comment
        </SubmitButton>
      </div>
    </ActionForm>
  )
}

export function HideCommentForm({ id }: { id: string }) {
  return (
    <ActionForm action={hideCommentAction} className="gap-2">
      <input type="hidden" name="id" value={id} />
      <SubmitButton variant="quiet" size="small">
        Hide
      </SubmitButton>
    </ActionForm>
  )
}
