'use client'

import { ActionForm, SubmitButton } from '@/app/_ui/action-form'
import { Input } from '@/app/_ui/controls'
import { Field } from '@/app/_ui/field'
import { hideArticleAction, showArticleAction } from '../../../actions'

export function HideForm({ articleId, isHidden }: { articleId: string; isHidden: boolean }) {
  return (
    <ActionForm key={String(isHidden)} action={isHidden ? showArticleAction : hideArticleAction} id="hide-article">
      <input type="hidden" name="articleId" value={articleId} />
      <Field name="reason" label="Reason" hint="Stays in the history.">
        <Input autoComplete="off" />
      </Field>
      <div>
        <SubmitButton variant={isHidden ? 'secondary' : 'danger'}>
          {isHidden ? 'Bring it back' : 'Hide it'}
        </SubmitButton>
      </div>
    </ActionForm>
  )
}
