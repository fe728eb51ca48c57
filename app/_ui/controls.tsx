'use client'

import type { InputHTMLAttributes, SelectHTMLAttributes, TextareaHTMLAttributes } from 'react'
import { cx } from './classes'
import { inputClasses, selectClasses, textareaClasses } from './control-styles'
import { useField } from './form-context'

/** Attributes that every control takes from its Field; what was typed before an error comes back as the default. */
function useControl(props: { id?: string; name?: string; defaultValue?: unknown; required?: boolean }) {
  const field = useField()
  const typed = field?.kept ?? props.defaultValue
  return {
    id: props.id ?? field?.id,
    name: props.name ?? field?.name,
    'aria-describedby': field?.describedBy,
    'aria-invalid': field?.invalid || undefined,
    'aria-required': field?.required || undefined,
    defaultValue: typeof typed === 'string' || typeof typed === 'number' ? typed : undefined,
  }
}

/** A one-line control. Passwords are never given back after an error. */
export function Input({ className, defaultValue, ...rest }: InputHTMLAttributes<HTMLInputElement>) {
  const control = useControl({ ...rest, defaultValue })
  const secret = rest.type === 'password' || rest.type === 'file'
  return (
    <input
      {...rest}
      {...control}
      defaultValue={secret ? undefined : control.defaultValue}
      className={cx(inputClasses, rest.type === 'file' && 'py-1.5 file:mr-3 file:font-medium', className)}
    />
  )
}

type TextareaProps = TextareaHTMLAttributes<HTMLTextAreaElement> & {
  /** Grows with its text where the browser can (field-sizing), else scrolls. */
  grow?: boolean
}

export function Textarea({ className, defaultValue, grow = false, ...rest }: TextareaProps) {
  const control = useControl({ ...rest, defaultValue })
  return (
    <textarea
      {...rest}
      {...control}
      className={cx(textareaClasses, grow && 'max-h-[70vh] field-sizing-content', className)}
    />
  )
}

/** The browser's own select: works on every phone, without JavaScript, with every screen reader. */
export function Select({ className, defaultValue, children, ...rest }: SelectHTMLAttributes<HTMLSelectElement>) {
  const control = useControl({ ...rest, defaultValue })
  return (
    <select key={control.defaultValue} {...rest} {...control} className={cx(selectClasses, className)}>
      {children}
    </select>
  )
}
