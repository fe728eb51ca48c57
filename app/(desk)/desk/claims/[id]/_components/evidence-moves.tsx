'use client'

import { ActionForm, SubmitButton } from '@/app/_ui/action-form'
import { Input } from '@/app/_ui/controls'
import { Field } from '@/app/_ui/field'
import { moveEvidenceAction, removeEvidenceAction } from '../actions'

type MoveProps = { id: string; label: string; isFirst: boolean; isLast: boolean }

export function MoveForms({ id, label, isFirst, isLast }: MoveProps) {
  if (isFirst && isLast) return null
  return (
    <ActionForm action={moveEvidenceAction} className="flex-row flex-wrap gap-3">
      <input type="hidden" name="id" value={id} />
      {isFirst ? null : (
        <SubmitButton variant="quiet" size="small" name="direction" value="up" aria-label={`Move up: ${label}`}>
          Move up
        </SubmitButton>
      )}
      {isLast ? null : (
        <SubmitButton variant="quiet" size="small" name="direction" value="down" aria-label={`Move down: ${label}`}>
          Move down
        </SubmitButton>
      )}
    </ActionForm>
  )
}

export function RemoveForm({ id }: { id: string }) {
  return (
    <ActionForm action={removeEvidenceAction} className="gap-3">
      <input type="hidden" name="id" value={id} />
      <Field name="reason" label="Why it goes" hint="It stays in the history, with this reason." max={300}>
        <Input />
      </Field>
      <div>
        <SubmitButton variant="danger" size="small">
          Remove the evidence
        </SubmitButton>
      </div>
    </ActionForm>
  )
}
