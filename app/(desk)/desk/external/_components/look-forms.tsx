'use client'

import { ActionForm, SubmitButton } from '@/app/_ui/action-form'
import { Input, Textarea } from '@/app/_ui/controls'
import { Field } from '@/app/_ui/field'
import { lookAtAddressAction, lookAtFileAction, lookAtPasteAction } from '../actions'

/** The three ways to bring in what other desks ruled; each leads to a look at what would be stored. */
export function AddressForm() {
  return (
    <ActionForm action={lookAtAddressAction} id="address" className="max-w-page">
      <Field
        name="address"
        label="Address of the fact-check, or of a feed"
        hint="It is fetched once, at most 30 seconds. What robots.txt forbids is not fetched."
      >
        <Input type="url" inputMode="url" autoComplete="off" className="max-w-measure" />
      </Field>
      <div>
        <SubmitButton pendingText="Fetching …">Fetch it and take a look</SubmitButton>
      </div>
    </ActionForm>
  )
}

export function FileForm() {
  return (
    <ActionForm action={lookAtFileAction} id="file" className="max-w-page">
      <Field name="file" label="File" hint="JSON, CSV or HTML, at most 25 MB. What a file is, is told by its content.">
        <Input
          type="file"
          accept=".json,.jsonld,.csv,.html,.htm,application/json,text/csv,text/html"
          className="max-w-measure"
        />
      </Field>
      <PublisherField />
      <div>
        <SubmitButton variant="secondary" pendingText="Reading …">
          Take a look at the file
        </SubmitButton>
      </div>
    </ActionForm>
  )
}

export function PasteForm() {
  return (
    <ActionForm action={lookAtPasteAction} id="paste" className="max-w-page">
      <Field name="text" label="What you copied" hint="The same formats: JSON, CSV, or the source of a page.">
        <Textarea rows={6} spellCheck={false} className="max-w-measure font-mono text-13" />
      </Field>
      <PublisherField />
      <div>
        <SubmitButton variant="secondary" pendingText="Reading …">
          Take a look at the text
        </SubmitButton>
      </div>
    </ActionForm>
  )
}

function PublisherField() {
  return (
    <Field
      name="publisher"
      label="Whose fact-checks they are"
      required={false}
      hint="Only for a CSV without a column for it."
    >
      <Input autoComplete="off" className="max-w-measure" />
    </Field>
  )
}
