'use client'

import type { ReactNode } from 'react'
import { CharacterCount } from './character-count'
import { cx } from './classes'
import { errorClasses, hintClasses, labelClasses } from './control-styles'
import { FieldProvider, fieldId, keptText, useForm } from './form-context'

type FieldProps = {
  name: string
  label: ReactNode
  hint?: ReactNode
  /** Overrides the message that the action gave for this field. */
  error?: string
  /** Shown as a count under the control; longer text is let in and refused with words, never cut off while typing. */
  max?: number
  required?: boolean
  /** Says "(optional)" after the label of a field that is not required; not where a whole form of such fields says so once. */
  optionalWords?: boolean
  /** Keeps the label for screen readers only, where the place makes it plain (a search box). */
  labelHidden?: boolean
  className?: string
  children: ReactNode
}

/** Label, hint, error and count around one control (Input, Textarea, Select), which takes name, id and state from here. */
export function Field({
  name,
  label,
  hint,
  error,
  max,
  required = true,
  optionalWords = true,
  labelHidden,
  className,
  children,
}: FieldProps) {
  const { prefix, result } = useForm()
  const id = fieldId(prefix, name)
  const message = error ?? (result.status === 'error' ? result.fields[name] : undefined)
  const described = [hint && `${id}-hint`, max && `${id}-count`, message && `${id}-error`].filter(Boolean).join(' ')
  const kept = keptText(result, name)

  return (
    <div
      className={cx('flex flex-col gap-1', message && 'border-l-4 border-rating-false pl-3', className)}
      data-field={name}
    >
      <label htmlFor={id} className={cx(labelClasses, labelHidden && 'sr-only')}>
        {label}
        {required || !optionalWords ? null : <span className="font-normal text-ink-soft"> (optional)</span>}
      </label>
      {hint ? (
        <div id={`${id}-hint`} className={hintClasses}>
          {hint}
        </div>
      ) : null}
      {message ? <FieldError id={`${id}-error`}>{message}</FieldError> : null}
      <FieldProvider
        value={{ id, name, describedBy: described || undefined, invalid: Boolean(message), required, kept }}
      >
        {children}
      </FieldProvider>
      {max ? <CharacterCount id={`${id}-count`} controlId={id} max={max} /> : null}
    </div>
  )
}

export function FieldError({ id, children }: { id: string; children: ReactNode }) {
  return (
    <p id={id} className={errorClasses}>
      <span className="sr-only">Error: </span>
      {children}
    </p>
  )
}
