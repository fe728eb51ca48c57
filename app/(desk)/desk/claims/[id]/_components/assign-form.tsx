'use client'

import { ActionForm, SubmitButton } from '@/app/_ui/action-form'
import { Select } from '@/app/_ui/controls'
import { Field } from '@/app/_ui/field'
import { assignClaimAction } from '../actions'

/** One form for both ways, so that one answer stands at a time. */
export function AssignForm({
  claimId,
  assigneeId,
  people,
  isMine,
}: {
  claimId: string
  assigneeId: string
  people: { id: string; name: string }[]
  isMine: boolean
}) {
  return (
    <ActionForm action={assignClaimAction} id="assign-claim" className="gap-3">
      <input type="hidden" name="claimId" value={claimId} />
      {/* whom this person saw there, so that two who assign at once do not undo each other unseen */}
      <input type="hidden" name="before" value={assigneeId} />
      <div className="flex flex-wrap items-end gap-2">
        <Field name="assigneeId" label="Person" labelHidden className="min-w-40 flex-1">
          <Select defaultValue={assigneeId}>
            <option value="">Nobody</option>
            {people.map(({ id, name }) => (
              <option key={id} value={id}>
                {name}
              </option>
            ))}
          </Select>
        </Field>
        <SubmitButton variant="secondary">Assign</SubmitButton>
        <SubmitButton variant="quiet" name="take" value={isMine ? 'nobody' : 'me'}>
          {isMine ? 'Give it back' : 'Take it'}
        </SubmitButton>
      </div>
    </ActionForm>
  )
}
