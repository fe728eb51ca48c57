'use client'

import { type InputHTMLAttributes, type ReactNode, useId } from 'react'
import { cx } from './classes'
import { hintClasses } from './control-styles'
import { FieldError } from './field'
import { fieldId, keptText, keptTick, useForm } from './form-context'

type CheckboxProps = Omit<InputHTMLAttributes<HTMLInputElement>, 'type'> & { label: ReactNode; hint?: ReactNode }

export function Checkbox({ label, hint, className, ...rest }: CheckboxProps) {
  const own = useId()
  const { prefix, result } = useForm()
  const id = rest.id ?? (rest.name ? fieldId(prefix, rest.name) : own)
  const message = result.status === 'error' && rest.name ? result.fields[rest.name] : undefined
  const described = [hint && `${id}-hint`, message && `${id}-error`].filter(Boolean).join(' ')
  const wasTicked = rest.name ? keptTick(result, rest.name, String(rest.value ?? 'on')) : undefined
  return (
    <div className={cx('flex flex-col gap-1', message && 'border-l-4 border-rating-false pl-3', className)}>
      {message ? <FieldError id={`${id}-error`}>{message}</FieldError> : null}
      <div className="flex items-start gap-3">
        <input
          {...rest}
          defaultChecked={rest.checked === undefined ? (wasTicked ?? rest.defaultChecked) : undefined}
          id={id}
          type="checkbox"
          aria-describedby={described || undefined}
          aria-invalid={message ? true : undefined}
          className="tick mt-0.5 size-5 shrink-0 rounded-s"
        />
        <label htmlFor={id} className="text-15">
          {label}
          {hint ? (
            <span id={`${id}-hint`} className={cx(hintClasses, 'block')}>
              {hint}
            </span>
          ) : null}
        </label>
      </div>
    </div>
  )
}

/** A group of controls under one legend, with its own hint and error; `name` is what the summary's link points to. */
export function Fieldset({
  legend,
  hint,
  error,
  name,
  className,
  children,
}: {
  legend: ReactNode
  hint?: ReactNode
  error?: string
  name?: string
  className?: string
  children: ReactNode
}) {
  const own = useId()
  const { prefix, result } = useForm()
  const id = name ? fieldId(prefix, name) : own
  const message = error ?? (result.status === 'error' && name ? result.fields[name] : undefined)
  const described = [hint && `${id}-hint`, message && `${id}-error`].filter(Boolean).join(' ')
  return (
    <fieldset
      id={id}
      tabIndex={-1}
      aria-describedby={described || undefined}
      className={cx('min-w-0 focus:outline-none', message && 'border-l-4 border-rating-false pl-3', className)}
    >
      <legend className="mb-1 font-medium text-15">{legend}</legend>
      {hint ? (
        <p id={`${id}-hint`} className={cx(hintClasses, 'mb-2')}>
          {hint}
        </p>
      ) : null}
      {message ? <FieldError id={`${id}-error`}>{message}</FieldError> : null}
      <div className="flex flex-col gap-2">{children}</div>
    </fieldset>
  )
}

export type RadioOption = { value: string; label: ReactNode; hint?: ReactNode; disabled?: boolean }

/** One of several, all visible. Native radios: arrow keys, form data and no-JavaScript work by themselves. */
export function RadioGroup({
  name,
  legend,
  hint,
  error,
  options,
  defaultValue,
  inline = false,
}: {
  name: string
  legend: ReactNode
  hint?: ReactNode
  error?: string
  options: RadioOption[]
  defaultValue?: string
  inline?: boolean
}) {
  const own = useId()
  const { result } = useForm()
  const chosen = keptText(result, name) ?? defaultValue
  return (
    <Fieldset legend={legend} hint={hint} error={error} name={name}>
      <div className={inline ? 'flex flex-wrap gap-x-6 gap-y-2' : 'flex flex-col gap-2'}>
        {options.map((option) => (
          <div key={option.value} className="flex items-start gap-3">
            <input
              type="radio"
              id={`${own}-${option.value}`}
              name={name}
              value={option.value}
              defaultChecked={option.value === chosen}
              disabled={option.disabled}
              aria-describedby={option.hint ? `${own}-${option.value}-hint` : undefined}
              className="tick mt-0.5 size-5 shrink-0 rounded-full"
            />
            <label htmlFor={`${own}-${option.value}`} className="text-15">
              {option.label}
              {option.hint ? (
                <span id={`${own}-${option.value}-hint`} className={cx(hintClasses, 'block')}>
                  {option.hint}
                </span>
              ) : null}
            </label>
          </div>
        ))}
      </div>
    </Fieldset>
  )
}
