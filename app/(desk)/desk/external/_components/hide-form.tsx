'use client'

import { ActionForm, SubmitButton } from '@/app/_ui/action-form'
import { Textarea } from '@/app/_ui/controls'
import { Field } from '@/app/_ui/field'
import { hideExternalAction, showExternalAction } from '../actions'

/** Takes it out of lists, proposals and readers' pages, or brings it back. */
export function HideForm({ id, isHidden }: { id: string; isHidden: boolean }) {
  return (
    <ActionForm
      key={String(isHidden)}
      action={isHidden ? showExternalAction : hideExternalAction}
      id="hide"
      className="max-w-page border-rule border-t pt-6"
    >
      <input type="hidden" name="externalVerdictId" value={id} />
      {isHidden ? null : (
        <Field
          name="reason"
          label="Why it should be hidden"
          hint="For the desk. It is then proposed nowhere, and readers do not see it; it can be brought back."
          max={500}
        >
          <Textarea rows={2} grow className="max-w-measure" />
        </Field>
      )}
      <div>
        <SubmitButton variant="secondary">{isHidden ? 'Show it again' : 'Hide it'}</SubmitButton>
      </div>
    </ActionForm>
  )
}
