'use client'

import type { ReactNode } from 'react'
import { ActionForm, type FormAction } from '@/app/_ui/action-form'
import { CopyField } from '@/app/_ui/copy-field'
import { useForm } from '@/app/_ui/form-context'
import { Notice } from '@/app/_ui/notice'

export type ShownCalendar = { name: string; url: string }

/** A form whose answer is a secret address, shown this once above its fields. It also shows without JavaScript. */
export const AddressForm = ({
  action,
  id,
  children,
}: {
  action: FormAction<ShownCalendar>
  id: string
  children: ReactNode
}) => (
  <ActionForm action={action} id={id} resetOnSuccess className="gap-4">
    <NewAddress />
    {children}
  </ActionForm>
)

function NewAddress() {
  const { result } = useForm()
  if (result.status !== 'ok') return null
  const { name, url } = result.value as ShownCalendar
  return (
    <Notice kind="success" title={`The address of “${name}”`}>
      <p>
        Give it to your calendar program as a calendar to subscribe to. It is <strong>shown only now</strong>: whoever
        has it reads these predictions without signing in.
      </p>
      <CopyField label="The address" value={url} copyWords="Copy the address" copied="The address is copied." />
      <p className="mt-2">
        <a href={url.replace(/^https?:/, 'webcal:')}>Open it in the calendar program of this device</a>
      </p>
    </Notice>
  )
}
