'use client'

import { Shortcut } from '@/app/_parts/keys/shortcut'
import { ActionForm, SubmitButton } from '@/app/_ui/action-form'
import { RadioGroup } from '@/app/_ui/choices'
import { Input } from '@/app/_ui/controls'
import { Field } from '@/app/_ui/field'
import { REJECT_REASONS } from '@/lib/claims/rules/terms'
import { linkAction, mergeAction, rejectAction, reopenAction } from '../actions'
import { useAfterDecision } from './use-after-decision'

/** Each form goes on to the next undecided candidate once it worked. */
export function RejectForm({ candidateId, next }: { candidateId: string; next: string }) {
  const goOn = useAfterDecision(next)
  return (
    <ActionForm action={rejectAction} id="reject" onResult={goOn} className="gap-4" data-panel-form="reject">
      <input type="hidden" name="candidateId" value={candidateId} />
      <RadioGroup
        name="reason"
        legend="Why is this not a claim to check?"
        options={Object.entries(REJECT_REASONS).map(([value, label]) => ({ value, label }))}
        defaultValue="unimportant"
      />
      <Field name="note" label="In a few words" hint="Needed for “Another reason”." required={false}>
        <Input autoComplete="off" />
      </Field>
      <div>
        <SubmitButton variant="danger" data-first>
          Reject
        </SubmitButton>
      </div>
    </ActionForm>
  )
}

export function SameClaimForm({
  candidateId,
  claimId,
  shortForm,
  next,
}: {
  candidateId: string
  claimId: string
  shortForm: string
  next: string
}) {
  const goOn = useAfterDecision(next)
  return (
    <ActionForm action={mergeAction} id={`same-${claimId}`} onResult={goOn} className="gap-2" data-panel-form="merge">
      <input type="hidden" name="candidateId" value={candidateId} />
      <input type="hidden" name="claimId" value={claimId} />
      <div>
        <SubmitButton variant="secondary" size="small" aria-label={`Same claim: ${shortForm}`} data-first>
          Same claim
        </SubmitButton>
      </div>
    </ActionForm>
  )
}

/** The claim that a copy of the story made of the very same words: one key. */
export function CopyForm({
  candidateId,
  claimId,
  shortForm,
  next,
}: {
  candidateId: string
  claimId: string
  shortForm: string
  next: string
}) {
  const goOn = useAfterDecision(next)
  return (
    <ActionForm
      action={mergeAction}
      id={`copy-${candidateId}`}
      onResult={goOn}
      className="gap-2 bg-accent-wash p-3"
      data-copy={candidateId}
    >
      <input type="hidden" name="candidateId" value={candidateId} />
      <input type="hidden" name="claimId" value={claimId} />
      <p className="text-13">
        Copy of the same story, where it is the claim <span className="statement text-15">{shortForm}</span>
      </p>
      <div>
        <SubmitButton variant="secondary" size="small">
          Same claim as there <Shortcut id="candidate-copy" />
        </SubmitButton>
      </div>
    </ActionForm>
  )
}

export function ReopenForm({ candidateId }: { candidateId: string }) {
  return (
    <ActionForm action={reopenAction} id={`reopen-${candidateId}`} className="gap-2" data-reopen={candidateId}>
      <input type="hidden" name="candidateId" value={candidateId} />
      <div>
        <SubmitButton variant="secondary" size="small">
          Undo this decision <Shortcut id="candidate-undo" />
        </SubmitButton>
      </div>
    </ActionForm>
  )
}

export function LinkForm({ fromClaimId, toClaimId, kind }: { fromClaimId: string; toClaimId: string; kind: string }) {
  return (
    <ActionForm action={linkAction} id={`link-${fromClaimId}-${toClaimId}`} className="gap-2">
      <input type="hidden" name="fromClaimId" value={fromClaimId} />
      <input type="hidden" name="toClaimId" value={toClaimId} />
      <input type="hidden" name="kind" value={kind} />
      <div>
        <SubmitButton variant="secondary" size="small">
          Link: {kind}
        </SubmitButton>
      </div>
    </ActionForm>
  )
}
