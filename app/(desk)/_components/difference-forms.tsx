'use client'

import { ActionForm, SubmitButton } from '@/app/_ui/action-form'
import type { ReadingDifference } from '@/lib/claims/queries/differences'
import { keepDecidedAction, takeOverAction } from '../actions'

/** The revisions that the person saw go along: what somebody else saved meanwhile is never written over. */
export function TakeOverForm({ id, claim }: Pick<ReadingDifference, 'id' | 'claim'>) {
  return (
    <ActionForm action={takeOverAction} id={`take-over-${id}`} className="gap-2">
      <input type="hidden" name="differenceId" value={id} />
      {claim ? <input type="hidden" name="revision" value={claim.revision} /> : null}
      {claim?.predictionRevision ? (
        <input type="hidden" name="predictionRevision" value={claim.predictionRevision} />
      ) : null}
      <div>
        <SubmitButton size="small">Take over</SubmitButton>
      </div>
    </ActionForm>
  )
}

export function KeepForm({ differenceId }: { differenceId: string }) {
  return (
    <ActionForm action={keepDecidedAction} id={`keep-${differenceId}`} className="gap-2">
      <input type="hidden" name="differenceId" value={differenceId} />
      <div>
        <SubmitButton variant="secondary" size="small">
          Keep as decided
        </SubmitButton>
      </div>
    </ActionForm>
  )
}
