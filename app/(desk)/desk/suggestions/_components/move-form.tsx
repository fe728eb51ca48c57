'use client'

import { ActionForm, type FormAction, SubmitButton } from '@/app/_ui/action-form'
import type { ButtonProps } from '@/app/_ui/button'

type Props = {
  id: string
  action: FormAction<undefined>
  hidden: Readonly<Record<string, string | number>>
  label: string
  about?: string
  variant?: ButtonProps['variant']
}

/** One decision as a button. */
export function MoveForm({ id, action, hidden, label, about, variant = 'secondary' }: Props) {
  return (
    <ActionForm action={action} id={id} className="gap-2">
      {Object.entries(hidden).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <div>
        <SubmitButton variant={variant} size="small" aria-label={about ? `${label}: ${about}` : undefined}>
          {label}
        </SubmitButton>
      </div>
    </ActionForm>
  )
}
