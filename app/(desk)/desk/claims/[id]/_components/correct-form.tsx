'use client'

import { ActionForm, SubmitButton } from '@/app/_ui/action-form'
import { RadioGroup } from '@/app/_ui/choices'
import { Textarea } from '@/app/_ui/controls'
import { Field } from '@/app/_ui/field'
import { startCorrectionAction } from '../actions'
import { LEVELS } from './verdict-fields'

/** Begins a correction: readers keep seeing the version in force until another editor approved the new one. */
export function CorrectForm({ claimId }: { claimId: string }) {
  return (
    <ActionForm action={startCorrectionAction} id="correct-form" className="gap-4">
      <input type="hidden" name="claimId" value={claimId} />
      <RadioGroup
        name="level"
        legend="Kind of correction"
        options={LEVELS.map(([value, label]) => ({ value, label }))}
      />
      <Field name="note" label="Public note on the correction" hint="What was wrong and what is right now." max={1000}>
        <Textarea rows={3} grow />
      </Field>
      <div>
        <SubmitButton>Begin the correction</SubmitButton>
      </div>
    </ActionForm>
  )
}
