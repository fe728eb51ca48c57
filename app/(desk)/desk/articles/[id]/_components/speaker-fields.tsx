'use client'

import { useState } from 'react'
import { Input, Select } from '@/app/_ui/controls'
import { Field } from '@/app/_ui/field'

export type SpeakerOption = { value: string; label: string }

/** Who makes the claim: proposals with their reasons first, then the publisher, its unnamed sources, somebody new. */
export function SpeakerFields({
  options,
  chosen,
  newName,
  newKind,
}: {
  options: SpeakerOption[]
  chosen: string
  newName: string
  newKind: 'person' | 'organisation'
}) {
  const [is, setIs] = useState(chosen)
  return (
    <>
      <Field name="speaker.is" label="Speaker">
        <Select defaultValue={chosen} onChange={(event) => setIs(event.target.value)}>
          {options.map((option) => (
            <option key={option.value} value={option.value}>
              {option.label}
            </option>
          ))}
        </Select>
      </Field>
      <div className={is === 'new' ? 'flex flex-wrap gap-4' : 'hidden'}>
        <Field
          name="speaker.name"
          label="Name of the speaker"
          hint="Without titles. A name that is known already gives that speaker."
          required={false}
          className="min-w-0 flex-1 basis-56"
        >
          <Input defaultValue={newName} autoComplete="off" />
        </Field>
        <Field name="speaker.kind" label="What it is">
          <Select defaultValue={newKind} className="w-44">
            <option value="person">A person</option>
            <option value="organisation">An organisation</option>
          </Select>
        </Field>
      </div>
    </>
  )
}
