'use client'

import { ActionForm, SubmitButton } from '@/app/_ui/action-form'
import { Input, Select } from '@/app/_ui/controls'
import { Field } from '@/app/_ui/field'
import { splitPublisherAction, undoSplitAction } from '../actions'

type Props = { publisherId: string; articleIds: string[]; others: { id: string; name: string }[]; words: string }

/** Whose the chosen articles are: by the name of a new or a known publisher, or one in the list. */
export function SplitForm({ publisherId, articleIds, others, words }: Props) {
  return (
    <ActionForm action={splitPublisherAction} id="split-publisher">
      <input type="hidden" name="publisherId" value={publisherId} />
      {articleIds.map((id) => (
        <input key={id} type="hidden" name="articleIds[]" value={id} />
      ))}
      <Field
        name="name"
        label="Name of the other publisher"
        required={false}
        hint="One that the desk knows is taken as that one. A new one begins with the same country and time zone; its own page changes them."
      >
        <Input autoComplete="off" />
      </Field>
      {others.length > 0 ? (
        <Field name="intoId" label="Or one that is in the list" required={false}>
          <Select defaultValue="">
            <option value="">The one named above</option>
            {others.map((other) => (
              <option key={other.id} value={other.id}>
                {other.name}
              </option>
            ))}
          </Select>
        </Field>
      ) : null}
      <Field name="reason" label="Reason" hint="Stays in the history, for example: two papers of one name.">
        <Input autoComplete="off" />
      </Field>
      <div>
        <SubmitButton variant="danger">{words}</SubmitButton>
      </div>
    </ActionForm>
  )
}

/** `label` tells the screen reader which of several splits it is. */
export function UndoSplitForm(props: { publisherId: string; splitId: string; label: string }) {
  const { publisherId, splitId, label } = props
  return (
    <ActionForm action={undoSplitAction} id={`undo-split-${splitId}`} className="gap-3">
      <input type="hidden" name="publisherId" value={publisherId} />
      <input type="hidden" name="splitId" value={splitId} />
      <div>
        <SubmitButton variant="secondary" size="small" aria-label={label}>
          Undo this split
        </SubmitButton>
      </div>
    </ActionForm>
  )
}
