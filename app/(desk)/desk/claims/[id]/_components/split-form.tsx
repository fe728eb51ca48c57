'use client'

import { ActionForm, SubmitButton } from '@/app/_ui/action-form'
import { Checkbox, Fieldset } from '@/app/_ui/choices'
import { splitClaimAction } from '../actions'
import { ClaimWords } from './claim-words'

type Place = { id: string; quote: string; where: string }

/** Some of the places say something else: which, and what the new claim says. */
export function SplitForm({
  claim,
  places,
}: {
  claim: { id: string; statement: string; shortForm: string; kind: string }
  places: Place[]
}) {
  return (
    <ActionForm action={splitClaimAction} id="split-form" className="gap-4">
      <input type="hidden" name="claimId" value={claim.id} />
      <Fieldset
        name="occurrenceIds"
        legend="Places that go into the new claim"
        hint="At least one stays here. Evidence and verdict stay here too."
      >
        {places.map(({ id, quote, where }) => (
          <Checkbox
            key={id}
            id={`split-${id}`}
            name="occurrenceIds[]"
            value={id}
            label={<span className="font-serif">{quote}</span>}
            hint={where}
          />
        ))}
      </Fieldset>
      <ClaimWords claim={claim} statementLabel="Statement of the new claim" shortFormLabel="Its short form" />
      <div>
        <SubmitButton variant="secondary">Split off</SubmitButton>
      </div>
    </ActionForm>
  )
}
