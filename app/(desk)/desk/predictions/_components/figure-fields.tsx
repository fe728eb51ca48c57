'use client'

import { Input, Select } from '@/app/_ui/controls'
import { setControl } from '@/app/_ui/controls-by-name'
import { Field } from '@/app/_ui/field'
import { Folded } from '@/app/_ui/folded'
import { COMPARATOR_WORDS } from '@/lib/predictions/present'
import { COMPARATORS } from '@/lib/predictions/rules/choices'
import type { FigureReading } from '@/lib/predictions/rules/figures'
import type { PredictionContent } from '@/lib/predictions/schema'

type FigureFieldsProps = {
  content: PredictionContent
  /** What the claim's figures would take, when there is more than one to choose from. */
  readings: FigureReading[]
  /** The claim's words that the fields were filled in from; null when a person wrote them. */
  readFrom: string | null
}

/** Only for predictions with a figure; folded away otherwise. */
export function FigureFields({ content, readings, readFrom }: FigureFieldsProps) {
  return (
    <Folded label="It predicts a figure" open={content.comparator !== null || readings.length > 0}>
      <div className="flex flex-col gap-4">
        <p className="text-15 text-ink-soft">
          {readFrom === null
            ? 'With a figure it comes true only by the value that the outcome gives.'
            : `Read from “${readFrom}”. Empty these fields when the figure is not what has to come about.`}{' '}
          A value counts as of the last day that it is of; one that misses it decides as the value of the window’s last
          day.
        </p>
        {readings.length > 0 ? <Readings readings={readings} /> : null}
        <div className="grid gap-6 sm:grid-cols-2">
          <Field name="comparator" label="The figure will be" required={false}>
            <Select defaultValue={content.comparator ?? ''}>
              <option value="">No comparison</option>
              {COMPARATORS.map((comparator) => (
                <option key={comparator} value={comparator}>
                  {COMPARATOR_WORDS[comparator]}
                </option>
              ))}
            </Select>
          </Field>
          <Field name="targetValue" label="Value" required={false} hint="In digits, for example 3.3">
            <Input inputMode="decimal" defaultValue={content.targetValue ?? undefined} />
          </Field>
          <Field name="targetUnit" label="Unit" required={false} hint="percent, USD, people">
            <Input defaultValue={content.targetUnit ?? undefined} />
          </Field>
          <Field name="tolerance" label="Tolerance" required={false} hint="How far off still counts, in the same unit">
            <Input inputMode="decimal" defaultValue={content.tolerance ?? undefined} />
          </Field>
        </div>
      </div>
    </Folded>
  )
}

/** One click fills the fields in; without JavaScript what is chosen goes along, and stands where the fields are empty. */
function Readings({ readings }: { readings: FigureReading[] }) {
  return (
    <fieldset className="flex flex-col gap-2 border-rule border-l-2 pl-3" data-figure-readings>
      <legend className="float-left mb-1 text-13 text-ink-soft">The claim has more than one figure. Take</legend>
      {readings.map(({ typed, words, target }) => (
        <label key={typed} className="clear-both flex w-fit items-center gap-3 text-15">
          <input
            type="radio"
            name="figureReading"
            value={typed}
            onChange={(event) => {
              const { form } = event.currentTarget
              if (form === null) return
              for (const [name, value] of Object.entries(target)) setControl(form, name, value ?? '')
            }}
            className="tick size-5 shrink-0 rounded-full"
          />
          {words}
        </label>
      ))}
    </fieldset>
  )
}
