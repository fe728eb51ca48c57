'use client'

import { RadioGroup } from '@/app/_ui/choices'
import { Input } from '@/app/_ui/controls'
import { Field } from '@/app/_ui/field'

type SourceDetails = Partial<
  Record<'title' | 'publisherName' | 'kind' | 'publishedOn' | 'retrievedOn' | 'archiveUrl', string | null>
>

export function SourceFields({ source }: { source: SourceDetails }) {
  return (
    <>
      <Field name="title" label="Title">
        <Input defaultValue={source.title ?? undefined} />
      </Field>
      <Field name="publisherName" label="Publisher" required={false}>
        <Input defaultValue={source.publisherName ?? undefined} />
      </Field>
      <RadioGroup
        name="kind"
        legend="Kind of source"
        inline
        defaultValue={source.kind ?? undefined}
        options={[
          { value: 'primary', label: 'Primary' },
          { value: 'secondary', label: 'Secondary' },
        ]}
      />
      <div className="grid gap-4 sm:grid-cols-2">
        <Field name="publishedOn" label="Published on" required={false}>
          <Input type="date" defaultValue={source.publishedOn ?? undefined} />
        </Field>
        <Field name="retrievedOn" label="Retrieved on">
          <Input type="date" defaultValue={source.retrievedOn ?? undefined} />
        </Field>
      </div>
      <Field name="archiveUrl" label="Archive copy" hint="The address of a copy in a web archive." required={false}>
        <Input type="url" inputMode="url" placeholder="https://" defaultValue={source.archiveUrl ?? undefined} />
      </Field>
    </>
  )
}

const PLACE = ['copyId', 'excerptStart', 'excerptEnd'] as const

/**
 * Where a selected excerpt stands, which the copy's pane fills in. Text fields out of sight: what is put into one of
 * type hidden is lost when React renders it again.
 */
export function PlaceFields({ copyId = '' }: { copyId?: string }) {
  return PLACE.map((name) => <input key={name} name={name} hidden defaultValue={name === 'copyId' ? copyId : ''} />)
}
