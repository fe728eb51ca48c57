'use client'

import { RadioGroup } from '@/app/_ui/choices'
import { Input, Select } from '@/app/_ui/controls'
import { Field } from '@/app/_ui/field'
import { intervalOptions } from './intervals'

export type Treatment = {
  publisher: string | null
  intervalMinutes: number
  words: string[]
  publishers: string[]
  matching: 'import' | 'inbox'
  others: 'inbox' | 'pass'
}

/** How often a feed is fetched, and what becomes of what it brings. */
export function TreatmentFields({ treatment }: { treatment: Treatment }) {
  return (
    <>
      <div className="grid items-start gap-6 sm:grid-cols-2">
        <Field name="intervalMinutes" label="How often" hint="A feed that fails is asked more seldom.">
          <Select defaultValue={String(treatment.intervalMinutes)}>
            {intervalOptions(treatment.intervalMinutes).map(({ minutes, words }) => (
              <option key={minutes} value={minutes}>
                {words}
              </option>
            ))}
          </Select>
        </Field>
        <Field
          name="publisher"
          label="Publisher of all its articles"
          required={false}
          hint="Read from each page where it is left out."
        >
          <Input defaultValue={treatment.publisher ?? ''} autoComplete="off" />
        </Field>
        <Field
          name="words"
          label="Words"
          required={false}
          hint="An item matches when its title or summary has one of them. Commas between."
        >
          <Input defaultValue={treatment.words.join(', ')} autoComplete="off" />
        </Field>
        <Field
          name="publishers"
          label="Only from"
          required={false}
          hint="Domains or names, for feeds that gather others’ items. Commas between."
        >
          <Input defaultValue={treatment.publishers.join(', ')} autoComplete="off" />
        </Field>
      </div>
      <RadioGroup
        name="matching"
        legend="New items that match"
        hint="Without words and publishers every item matches."
        defaultValue={treatment.matching}
        options={[
          { value: 'inbox', label: 'wait in the inbox until somebody imports or dismisses them' },
          { value: 'import', label: 'are imported' },
        ]}
      />
      <RadioGroup
        name="others"
        legend="New items that do not match"
        defaultValue={treatment.others}
        options={[
          { value: 'pass', label: 'are passed over' },
          { value: 'inbox', label: 'wait in the inbox' },
        ]}
      />
    </>
  )
}

export const USUAL: Treatment = {
  publisher: null,
  intervalMinutes: 60,
  words: [],
  publishers: [],
  matching: 'inbox',
  others: 'pass',
}
