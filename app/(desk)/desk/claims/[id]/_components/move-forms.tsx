'use client'

import { ActionForm, type FormAction, SubmitButton } from '@/app/_ui/action-form'
import type { ButtonProps } from '@/app/_ui/button'
import { Textarea } from '@/app/_ui/controls'
import { Field } from '@/app/_ui/field'
import { FoldedFields } from './folded-fields'

type Props<T> = {
  id?: string
  action: FormAction<T>
  /** What travels with the move: ids, the exact revision. */
  hidden: Readonly<Record<string, string | number>>
  label: string
  variant?: ButtonProps['variant']
  size?: ButtonProps['size']
  /** Says which one it is about, where a page has several of these buttons. */
  about?: string
  /** Keeps text and button folded under this label until they are wanted. */
  folded?: string
  /** A text that the move needs. */
  text?: { name: string; label: string; hint?: string; max: number }
}

/** One move as a button, with the text that it needs. */
export function MoveForm<T>({ id, action, hidden, label, variant = 'secondary', size, about, text, folded }: Props<T>) {
  const fields = (
    <>
      {text ? (
        <Field name={text.name} label={text.label} hint={text.hint} max={text.max}>
          <Textarea rows={3} grow />
        </Field>
      ) : null}
      <div>
        <SubmitButton variant={variant} size={size} aria-label={about ? `${label}: ${about}` : undefined}>
          {label}
        </SubmitButton>
      </div>
    </>
  )
  return (
    <ActionForm action={action} id={id} className="gap-3">
      {Object.entries(hidden).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      {folded ? <FoldedFields label={folded}>{fields}</FoldedFields> : fields}
    </ActionForm>
  )
}
