'use client'

import { ActionForm, SubmitButton } from '@/app/_ui/action-form'
import { decideMatchAction } from '../actions'

export function ConfirmForm(given: { externalVerdictId: string; claimId: string; about: string }) {
  const { externalVerdictId, claimId, about } = given
  return (
    <ActionForm action={decideMatchAction} id={`same-${claimId}`} className="gap-2">
      <input type="hidden" name="externalVerdictId" value={externalVerdictId} />
      <input type="hidden" name="claimId" value={claimId} />
      <input type="hidden" name="move" value="same" />
      <div>
        <SubmitButton variant="secondary" size="small" aria-label={`It is the same claim: ${about}`}>
          It is the same claim
        </SubmitButton>
      </div>
    </ActionForm>
  )
}
