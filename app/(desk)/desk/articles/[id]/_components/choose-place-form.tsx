'use client'

import { ActionForm, SubmitButton } from '@/app/_ui/action-form'
import { RadioGroup } from '@/app/_ui/choices'
import { choosePlaceAction } from '../actions'

/** Which of several places is meant, told by the words around each; or none of them. */
export function ChoosePlaceForm({
  candidateId,
  snapshotId,
  quote,
  places,
}: {
  candidateId: string
  snapshotId: string
  quote: string
  places: { start: number; prefix: string; suffix: string }[]
}) {
  const words = quote.length > 60 ? `${quote.slice(0, 28).trimEnd()} … ${quote.slice(-28).trimStart()}` : quote
  return (
    <ActionForm action={choosePlaceAction} id={`place-${candidateId}`} className="gap-3">
      <input type="hidden" name="candidateId" value={candidateId} />
      <input type="hidden" name="snapshotId" value={snapshotId} />
      <RadioGroup
        name="start"
        legend="Where is it meant?"
        options={[
          ...places.map(({ start, prefix, suffix }, index) => ({
            value: String(start),
            label: `${index + 1}: … ${prefix.replace(/\s+/g, ' ')}${words}${suffix.replace(/\s+/g, ' ')} …`,
          })),
          { value: 'none', label: 'Nowhere: it is no longer said' },
        ]}
      />
      <div>
        <SubmitButton variant="secondary" size="small">
          Keep this place
        </SubmitButton>
      </div>
    </ActionForm>
  )
}
