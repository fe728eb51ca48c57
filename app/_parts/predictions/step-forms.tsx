'use client'

import type { ReactNode } from 'react'
import { ActionForm, type FormAction, SubmitButton } from '@/app/_ui/action-form'
import type { ButtonProps } from '@/app/_ui/button'
import { Textarea } from '@/app/_ui/controls'
import { Field } from '@/app/_ui/field'
import { FoldedForm } from '@/app/_ui/folded-form'

type StepProps<T> = {
  id: string
  action: FormAction<T>
  /** Hidden fields: what is acted on, and at which revision. */
  hidden: Readonly<Record<string, string | number | undefined>>
  button: string
  variant?: ButtonProps['variant']
}

const Hidden = ({ values }: { values: StepProps<unknown>['hidden'] }) =>
  Object.entries(values).map(([name, value]) =>
    value === undefined ? null : <input key={name} type="hidden" name={name} value={value} />,
  )

/** One button that takes a step. */
export function StepButton<T>({ id, action, hidden, button, variant = 'primary' }: StepProps<T>) {
  return (
    <ActionForm action={action} id={id} className="gap-3">
      <Hidden values={hidden} />
      <div>
        <SubmitButton variant={variant}>{button}</SubmitButton>
      </div>
    </ActionForm>
  )
}

/** A step that needs words; folded away until it is wanted. */
export function StepWithText<T>({
  id,
  action,
  hidden,
  button,
  variant = 'secondary',
  opener,
  field = 'reason',
  label,
  hint,
  max = 600,
  children,
}: StepProps<T> & {
  opener: string
  field?: string
  label: string
  hint?: string
  max?: number
  children?: ReactNode
}) {
  return (
    <ActionForm action={action} id={id} className="max-w-measure gap-3" resetOnSuccess>
      <Hidden values={hidden} />
      <FoldedForm label={opener}>
        {children}
        <Field name={field} label={label} hint={hint} max={max}>
          <Textarea rows={3} grow />
        </Field>
        <div>
          <SubmitButton variant={variant}>{button}</SubmitButton>
        </div>
      </FoldedForm>
    </ActionForm>
  )
}
