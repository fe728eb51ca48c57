'use client'

import { MentionTextarea } from '@/app/_parts/discussion/mention-textarea'
import { ActionForm, SubmitButton } from '@/app/_ui/action-form'
import { Field } from '@/app/_ui/field'
import { addCommentAction, hideCommentAction } from '../actions'

export function CommentForm({ claimId, people }: { claimId: string; people: string[] }) {
  return (
    <ActionForm action={addCommentAction} id="comment-form" resetOnSuccess className="gap-3">
      <input type="hidden" name="subjectType" value="claim" />
      <input type="hidden" name="subjectId" value={claimId} />
      <Field name="body" label="Comment" hint="Only the desk reads it. @ and a name tells that person." max={2000}>
        <MentionTextarea people={people} rows={2} grow />
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
