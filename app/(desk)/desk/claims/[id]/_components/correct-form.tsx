'use client'

import { ActionForm, SubmitButton } from '@/app/_ui/action-form'
import { RadioGroup } from '@/app/_ui/choices'
import { Textarea } from '@/app/_ui/controls'
import { Field } from '@/app/_ui/field'
import { proposeWithdrawalAction, startCorrectionAction } from '../actions'
import type { CorrectionSigns } from './correction-preview'
import { LivePreview } from './live-preview'
import { LEVELS } from './verdict-texts'

type Props = { claimId: string; signs: CorrectionSigns }

/** Begins a correction: readers keep seeing the version in force until another editor approved the new one. */
export function CorrectForm({ claimId, signs }: Props) {
  return (
    <ActionForm action={startCorrectionAction} id="correct-form" className="gap-4">
      <input type="hidden" name="claimId" value={claimId} />
      <LivePreview signs={signs}>
        <RadioGroup
          name="level"
          legend="Kind of correction"
          options={LEVELS.map(([value, label]) => ({ value, label }))}
        />
        <Field
          name="note"
          label="Public note on the correction"
          hint="What was wrong and what is right now."
          max={1000}
        >
          <Textarea rows={3} grow />
        </Field>
      </LivePreview>
      <div>
        <SubmitButton>Begin the correction</SubmitButton>
      </div>
    </ActionForm>
  )
}

/** Proposes the withdrawal: another editor decides. */
export function WithdrawForm({ claimId, signs }: Props) {
  return (
    <ActionForm action={proposeWithdrawalAction} id="withdraw-form" className="gap-4">
      <input type="hidden" name="claimId" value={claimId} />
      <LivePreview level="withdrawal" signs={signs}>
        <Field
          name="note"
          label="Public note on the withdrawal"
          hint="Why the verdict no longer stands. Another editor decides; until then readers see no change."
          max={1000}
        >
          <Textarea rows={3} grow />
        </Field>
      </LivePreview>
      <div>
        <SubmitButton variant="danger">Propose the withdrawal</SubmitButton>
      </div>
    </ActionForm>
  )
}
