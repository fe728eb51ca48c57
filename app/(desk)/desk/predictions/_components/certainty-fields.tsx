'use client'

import { useState } from 'react'
import { Checkbox } from '@/app/_ui/choices'
import { Input } from '@/app/_ui/controls'
import { Field } from '@/app/_ui/field'
import { certaintyEntryOf } from '@/lib/settings/rules'
import type { CertaintyTable } from '@/lib/settings/schema'

/** The speaker's certainty words and the probability that stands for them in the table in force. */
export function CertaintyFields({
  words,
  isNegated,
  table,
}: {
  words: string | null
  isNegated: boolean
  table: CertaintyTable
}) {
  const [typed, setTyped] = useState(words ?? '')
  const entry = certaintyEntryOf(table, typed.trim() === '' ? null : typed)
  return (
    <>
      <Field
        name="certaintyWords"
        label="Certainty words"
        required={false}
        hint="As said: “is expected to”, “may”, “will”. The longest listed phrase in them counts."
      >
        <Input
          defaultValue={words ?? undefined}
          autoComplete="off"
          className="max-w-96"
          onChange={(event) => setTyped(event.currentTarget.value)}
        />
      </Field>
      <output className="-mt-4 text-15 text-ink-soft" data-certainty>
        {entry ? (
          <>
            “{entry.words}” stands for{' '}
            <span className="font-medium text-ink tabular-nums">{entry.probability.toFixed(2)}</span>
          </>
        ) : typed.trim() === '' ? (
          'Without words it has no probability and stays out of calibration.'
        ) : (
          'These words are not in the certainty table: no probability, so it stays out of calibration.'
        )}
      </output>
      <Checkbox
        name="isNegated"
        value="yes"
        defaultChecked={isNegated}
        label="It says that something will not happen"
        hint="“Will not commit”: it comes true when the window passes without it, and the probability is for that."
      />
    </>
  )
}
