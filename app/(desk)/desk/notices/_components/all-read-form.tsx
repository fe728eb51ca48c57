'use client'

import { ActionForm, SubmitButton } from '@/app/_ui/action-form'
import { markAllReadAction } from '../actions'

/** `upTo`: the newest notice on the page; what came since stays unread. */
export const AllReadForm = ({ upTo }: { upTo: string }) => (
  <ActionForm action={markAllReadAction} id="all-read" className="gap-2">
    <input type="hidden" name="upTo" value={upTo} />
    <SubmitButton variant="secondary">Mark all as read</SubmitButton>
  </ActionForm>
)
