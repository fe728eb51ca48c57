'use client'

import { ActionForm, SubmitButton } from '@/app/_ui/action-form'
import { rereadAction } from '../actions'

export function RereadForm() {
  return (
    <ActionForm action={rereadAction} id="reread" className="gap-2">
      <div>
        <SubmitButton size="small">Read them again</SubmitButton>
      </div>
    </ActionForm>
  )
}
