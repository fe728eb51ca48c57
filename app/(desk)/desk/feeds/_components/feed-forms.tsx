'use client'

import { ActionForm, SubmitButton } from '@/app/_ui/action-form'
import { Input } from '@/app/_ui/controls'
import { Field } from '@/app/_ui/field'
import { editFeedAction, fetchFeedAction, pauseFeedAction } from '../actions'
import { type Treatment, TreatmentFields } from './treatment-fields'

/** Fetch now, pause, or watch again. */
export function FeedMoves({ feedId, isPaused }: { feedId: string; isPaused: boolean }) {
  return (
    <div className="flex flex-wrap gap-3">
      <ActionForm action={fetchFeedAction} id="fetch-feed">
        <input type="hidden" name="feedId" value={feedId} />
        <SubmitButton variant="secondary">{isPaused ? 'Watch it again' : 'Fetch it now'}</SubmitButton>
      </ActionForm>
      {isPaused ? null : (
        <ActionForm action={pauseFeedAction} id="pause-feed">
          <input type="hidden" name="feedId" value={feedId} />
          <SubmitButton variant="secondary">Stop watching</SubmitButton>
        </ActionForm>
      )}
    </div>
  )
}

export function EditFeedForm({
  feedId,
  revision,
  title,
  treatment,
}: {
  feedId: string
  revision: number
  title: string
  treatment: Treatment
}) {
  return (
    <ActionForm action={editFeedAction} id="edit-feed" className="max-w-page">
      <input type="hidden" name="feedId" value={feedId} />
      <input type="hidden" name="revision" value={revision} />
      <Field name="title" label="Title">
        <Input defaultValue={title} autoComplete="off" className="max-w-measure" />
      </Field>
      <TreatmentFields treatment={treatment} />
      <div>
        <SubmitButton>Save</SubmitButton>
      </div>
    </ActionForm>
  )
}
