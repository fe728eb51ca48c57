'use client'

import { ActionForm, SubmitButton } from '@/app/_ui/action-form'
import { Input, Select } from '@/app/_ui/controls'
import { Field } from '@/app/_ui/field'
import type { WorkspaceClaim } from '@/lib/verdicts/queries/workspace'
import { setTopicsAction, updateClaimAction } from '../actions'
import { ClaimWords } from './claim-words'
import { Conflict } from './conflict'
import { OpenedRevision } from './opened-revision'

const LABELS = { statement: 'Statement', shortForm: 'Short form', kind: 'Kind', speakerId: 'Speaker' }

/** Statement, short form, kind and speaker, until the claim is published. */
export function StatementForm({
  claim,
  speakers,
  zone,
}: {
  claim: WorkspaceClaim
  speakers: { id: string; name: string }[]
  zone: string
}) {
  const words = (field: string, value: string) =>
    field === 'speakerId' ? (speakers.find(({ id }) => id === value)?.name ?? 'The publisher itself') : value
  return (
    <ActionForm action={updateClaimAction} id="claim-form" className="gap-4">
      <input type="hidden" name="id" value={claim.id} />
      <OpenedRevision revision={claim.revision} />
      <Conflict labels={LABELS} words={words} zone={zone} />
      <ClaimWords claim={claim} />
      <Field
        name="speakerId"
        label="Speaker"
        required={false}
        hint="A change corrects who said it: places put down to the present speaker go to the new one, places put down to others stay."
      >
        <Select defaultValue={claim.speaker?.id ?? ''}>
          <option value="">The publisher itself</option>
          {speakers.map(({ id, name }) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
        </Select>
      </Field>
      <div>
        <SubmitButton variant="secondary">Save the claim</SubmitButton>
      </div>
    </ActionForm>
  )
}

export function TopicsForm({ claimId, topics }: { claimId: string; topics: string[] }) {
  return (
    <ActionForm action={setTopicsAction} id="topics-form" className="gap-3">
      <input type="hidden" name="claimId" value={claimId} />
      <Field name="topics" label="Topics" labelHidden hint="Separated by commas, at most ten." required={false}>
        <Input defaultValue={topics.join(', ')} />
      </Field>
      <div>
        <SubmitButton variant="secondary" size="small">
          Save topics
        </SubmitButton>
      </div>
    </ActionForm>
  )
}
