'use client'

import { useState } from 'react'
import { Button } from '@/app/_ui/button'
import { Fieldset } from '@/app/_ui/choices'
import { Input, Textarea } from '@/app/_ui/controls'
import { Field } from '@/app/_ui/field'
import type { OutcomeSourceInput } from '@/lib/predictions/schema'

const MOST = 20

/** What the outcome rests on, one group each; an empty group is not stored. Without JavaScript one spare group is shown. */
export function SourceFields({ sources }: { sources: OutcomeSourceInput[] }) {
  const [count, setCount] = useState(Math.max(1, sources.length))
  return (
    <Fieldset
      legend="Sources"
      name="sources"
      hint="At least one before it is submitted. A source that is emptied is removed."
    >
      <div className="flex flex-col gap-6">
        {Array.from({ length: count }, (_, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: the groups are only added to, and their names are their positions
          <Source key={index} index={index} source={sources[index]} />
        ))}
        {count < MOST ? (
          <div>
            <Button size="small" onClick={() => setCount(count + 1)}>
              Add another source
            </Button>
          </div>
        ) : null}
      </div>
    </Fieldset>
  )
}

function Source({ index, source }: { index: number; source: OutcomeSourceInput | undefined }) {
  const name = (field: string) => `sources.${index}.${field}`
  return (
    <div className="flex flex-col gap-4 border-rule border-l-2 pl-4">
      <p className="label-caps">Source {index + 1}</p>
      <Field name={name('url')} label="Address" required={false} hint="https://…; none for a letter or a call">
        <Input type="url" inputMode="url" autoComplete="off" defaultValue={source?.url ?? undefined} />
      </Field>
      <Field name={name('title')} label="Title">
        <Input defaultValue={source?.title} autoComplete="off" />
      </Field>
      <div className="grid gap-4 sm:grid-cols-2">
        <Field name={name('publisherName')} label="Publisher" required={false}>
          <Input defaultValue={source?.publisherName ?? undefined} autoComplete="off" />
        </Field>
        <Field name={name('publishedOn')} label="Published on" required={false}>
          <Input type="date" defaultValue={source?.publishedOn ?? undefined} className="w-44" />
        </Field>
      </div>
      <Field name={name('excerpt')} label="Excerpt" hint="The words that show it" max={2000}>
        <Textarea rows={2} grow defaultValue={source?.excerpt} />
      </Field>
    </div>
  )
}
