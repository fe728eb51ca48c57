'use client'

import { SubmitButton } from '@/app/_ui/action-form'
import { useForm } from '@/app/_ui/form-context'

/** The form is long: what happened is also said here, where the eyes are. Screen readers hear the notice above the form. */
export function SaveRow() {
  const { result, pending } = useForm()
  return (
    <div className="flex flex-wrap items-center gap-4">
      <SubmitButton>Save the settings</SubmitButton>
      {result.status === 'ok' && !pending ? (
        <span aria-hidden="true" className="font-medium text-rating-true">
          {result.message}
        </span>
      ) : null}
    </div>
  )
}
