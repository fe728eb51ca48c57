'use client'

import { ActionForm, SubmitButton } from '@/app/_ui/action-form'
import { Input } from '@/app/_ui/controls'
import { Field } from '@/app/_ui/field'
import { createPublisherAction, editPublisherAction } from '../actions'

type Publisher = {
  id: string
  revision: number
  name: string
  domain: string | null
  country: string | null
  zone: string | null
}

export function AddPublisher() {
  return (
    <ActionForm action={createPublisherAction} id="add-publisher" resetOnSuccess>
      <PublisherFields />
      <div>
        <SubmitButton>Add publisher</SubmitButton>
      </div>
    </ActionForm>
  )
}

export function EditPublisher({ publisher }: { publisher: Publisher }) {
  return (
    <ActionForm action={editPublisherAction} id="edit-publisher">
      <input type="hidden" name="publisherId" value={publisher.id} />
      <input type="hidden" name="revision" value={publisher.revision} />
      <PublisherFields publisher={publisher} />
      <div>
        <SubmitButton>Save</SubmitButton>
      </div>
    </ActionForm>
  )
}

function PublisherFields({ publisher }: { publisher?: Publisher }) {
  return (
    <>
      <Field name="name" label="Name">
        <Input defaultValue={publisher?.name} autoComplete="off" />
      </Field>
      <Field name="domain" label="Domain" required={false} hint="Without https://, for example courier.example">
        <Input defaultValue={publisher?.domain ?? undefined} autoComplete="off" />
      </Field>
      <div className="grid gap-6 sm:grid-cols-2">
        <Field
          name="country"
          label="Country"
          required={false}
          hint="Two letters, for example JP. Decides how 03/04/2025 is read and what “$” means."
        >
          <Input defaultValue={publisher?.country ?? undefined} autoComplete="off" className="w-24" />
        </Field>
        <Field name="zone" label="Time zone" required={false} hint="For example Asia/Tokyo">
          <Input defaultValue={publisher?.zone ?? undefined} autoComplete="off" />
        </Field>
      </div>
    </>
  )
}
