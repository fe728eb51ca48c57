'use client'

import { ActionForm, SubmitButton } from '@/app/_ui/action-form'
import { Select } from '@/app/_ui/controls'
import { Field } from '@/app/_ui/field'
import { linkClaimsAction, unlinkClaimsAction } from '../actions'

const ALWAYS = [
  ['contradicts', 'contradicts it'],
  ['repeats', 'repeats it'],
  ['updates', 'updates it'],
] as const
const OF_PREDICTIONS = [
  ['narrows', 'narrows its window'],
  ['moves', 'moves its window'],
] as const

/** Links two claims: in the way that was proposed, or in one of those that fit the two. */
export function LinkForm({
  fromClaimId,
  toClaimId,
  kind,
  isPrediction = false,
  label,
}: {
  fromClaimId: string
  toClaimId: string
  kind?: string
  isPrediction?: boolean
  label: string
}) {
  const kinds = isPrediction ? [...OF_PREDICTIONS, ...ALWAYS] : ALWAYS
  return (
    <ActionForm action={linkClaimsAction} className="gap-2">
      <input type="hidden" name="fromClaimId" value={fromClaimId} />
      <input type="hidden" name="toClaimId" value={toClaimId} />
      <div className="flex flex-wrap items-end gap-2">
        {kind ? (
          <input type="hidden" name="kind" value={kind} />
        ) : (
          <Field name="kind" label="This claim" labelHidden>
            <Select>
              {kinds.map(([value, words]) => (
                <option key={value} value={value}>
                  {words}
                </option>
              ))}
            </Select>
          </Field>
        )}
        <SubmitButton variant="secondary" size="small" aria-label={`Link: ${label}`}>
          Link
        </SubmitButton>
      </div>
    </ActionForm>
  )
}

export function UnlinkForm({ linkId, label }: { linkId: string; label: string }) {
  return (
    <ActionForm action={unlinkClaimsAction} className="gap-2">
      <input type="hidden" name="linkId" value={linkId} />
      <SubmitButton variant="quiet" size="small" aria-label={`Unlink: ${label}`}>
        Unlink
      </SubmitButton>
    </ActionForm>
  )
}
