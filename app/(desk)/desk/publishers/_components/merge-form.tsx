'use client'

import { ActionForm, SubmitButton } from '@/app/_ui/action-form'
import { Input, Select } from '@/app/_ui/controls'
import { Field } from '@/app/_ui/field'
import { mergePublishersAction, undoMergeAction } from '../actions'

export function MergeForm({ publisherId, others }: { publisherId: string; others: { id: string; name: string }[] }) {
  return (
    <ActionForm action={mergePublishersAction} id="merge-publisher">
      <input type="hidden" name="publisherId" value={publisherId} />
      <Field name="intoId" label="Into">
        <Select defaultValue="">
          <option value="" disabled>
            Choose a publisher
          </option>
          {others.map((other) => (
            <option key={other.id} value={other.id}>
              {other.name}
            </option>
          ))}
        </Select>
      </Field>
      <Field name="reason" label="Reason" hint="Stays in the history, for example: renamed in 2024.">
        <Input autoComplete="off" />
      </Field>
      <div>
        <SubmitButton variant="danger">Merge</SubmitButton>
      </div>
    </ActionForm>
  )
}

export function UndoMergeForm({ publisherId }: { publisherId: string }) {
  return (
    <ActionForm action={undoMergeAction} id="undo-merge" className="mt-3 gap-3">
      <input type="hidden" name="publisherId" value={publisherId} />
      <div>
        <SubmitButton variant="secondary" size="small">
          Undo this merge
        </SubmitButton>
      </div>
    </ActionForm>
  )
}
