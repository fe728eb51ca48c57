'use client'

import { ActionForm, SubmitButton } from '@/app/_ui/action-form'
import { Input, Select, Textarea } from '@/app/_ui/controls'
import { Field } from '@/app/_ui/field'
import { QUOTABLE_FIELDS, REMARK_MAX, type RemarkField } from '@/lib/verdicts/rules/remark-fields'
import { addRemarkAction, dealWithRemarkAction, reopenRemarkAction, replyToRemarkAction } from '../actions'
import { FoldedFields } from './folded-fields'
import { REMARK_FIELD_WORDS } from './remark-words'

type About = { remarkId: string; number: number }

export function DealWithForm({ remarkId, number }: About) {
  return (
    <ActionForm action={dealWithRemarkAction} className="gap-2">
      <input type="hidden" name="remarkId" value={remarkId} />
      <SubmitButton size="small" variant="secondary" aria-label={`Dealt with: remark ${number}`}>
        Dealt with
      </SubmitButton>
    </ActionForm>
  )
}

export function ReopenForm({ remarkId, number }: About) {
  return (
    <ActionForm action={reopenRemarkAction} className="gap-2">
      <input type="hidden" name="remarkId" value={remarkId} />
      <SubmitButton size="small" variant="secondary" aria-label={`Open again: remark ${number}`}>
        Open again
      </SubmitButton>
    </ActionForm>
  )
}

export function ReplyForm({ remarkId, number }: About) {
  return (
    <ActionForm action={replyToRemarkAction} id={`reply-${remarkId}`} resetOnSuccess className="gap-2">
      <input type="hidden" name="remarkId" value={remarkId} />
      <FoldedFields label="Reply">
        <Field name="body" label={`Reply to remark ${number}`} max={REMARK_MAX}>
          <Textarea rows={2} grow />
        </Field>
        <div>
          <SubmitButton size="small" variant="secondary">
            Send the reply
          </SubmitButton>
        </div>
      </FoldedFields>
    </ActionForm>
  )
}

export const REMARK_FORM = 'remark-form'

/** A remark by form alone: the field, the words copied from it, and what there is to say. Selecting fills it in. */
export function AddRemarkForm({
  id,
  revision,
  fields,
}: {
  id: string
  revision: number
  fields: readonly RemarkField[]
}) {
  const quotable = fields.filter((field) => QUOTABLE_FIELDS.includes(field))
  return (
    <ActionForm action={addRemarkAction} id={REMARK_FORM} resetOnSuccess className="gap-4">
      <input type="hidden" name="id" value={id} />
      <input type="hidden" name="revision" value={revision} />
      <Input type="hidden" name="start" />
      <FoldedFields label="Make a remark">
        <Field name="field" label="What it is about">
          <Select defaultValue="summary">
            {fields.map((field) => (
              <option key={field} value={field}>
                {REMARK_FIELD_WORDS[field]}
              </option>
            ))}
          </Select>
        </Field>
        <Field
          name="quote"
          label="Words of it"
          required={false}
          hint={`Select them in the text above, or copy them here exactly (${quotable
            .map((field) => REMARK_FIELD_WORDS[field].toLowerCase())
            .join(', ')}). Left empty, the remark is on the whole of it.`}
        >
          <Textarea rows={2} grow className="font-serif" />
        </Field>
        <Field name="body" label="Remark" hint="The desk reads it, beside the text." max={REMARK_MAX}>
          <Textarea rows={3} grow />
        </Field>
        <div>
          <SubmitButton variant="secondary">Add the remark</SubmitButton>
        </div>
      </FoldedFields>
    </ActionForm>
  )
}
