'use client'

import { ActionForm, SubmitButton } from '@/app/_ui/action-form'
import { RadioGroup } from '@/app/_ui/choices'
import { Textarea } from '@/app/_ui/controls'
import { Field } from '@/app/_ui/field'
import { SUGGESTION_REASONS } from '@/lib/desk/rules/suggesting'
import { declineSuggestionAction } from '../actions'

/** The reason and the note are what whoever suggested it will read. */
export function DeclineForm({ suggestionId, revision }: { suggestionId: string; revision: number }) {
  return (
    <ActionForm action={declineSuggestionAction} id="decline" className="gap-4">
      <input type="hidden" name="suggestionId" value={suggestionId} />
      <input type="hidden" name="revision" value={revision} />
      <RadioGroup
        name="reason"
        legend="Why is it not taken up?"
        hint="In these words it is told to whoever suggested it."
        options={Object.entries(SUGGESTION_REASONS).map(([value, label]) => ({ value, label }))}
      />
      <Field name="note" label="A note to them" required={false} max={1000}>
        <Textarea rows={3} grow className="max-w-measure" />
      </Field>
      <div>
        <SubmitButton variant="secondary">Do not take it up</SubmitButton>
      </div>
    </ActionForm>
  )
}
