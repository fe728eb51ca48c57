'use client'

import type { ReactNode } from 'react'
import { RadioGroup } from '@/app/_ui/choices'
import { Input, Select, Textarea } from '@/app/_ui/controls'
import { Field } from '@/app/_ui/field'
import { Folded } from '@/app/_ui/folded'
import { MAX_EXCERPT } from '@/lib/evidence/rules/limits'
import { type ClaimedFigure, ComparisonPreview } from './comparison-preview'
import { ModifierOptions } from './modifier-options'

type Figures = { figures: ClaimedFigure[] }

/** What stands in the fields at first; numbers as text. */
export type ExcerptDefaults = Partial<
  Record<
    | 'excerpt'
    | 'stance'
    | 'note'
    | 'quantityId'
    | 'foundText'
    | 'foundValue'
    | 'foundLow'
    | 'foundHigh'
    | 'foundUnit'
    | 'foundModifier'
    | 'foundAsOfOn',
    string
  >
>

/** `figureButton`: has the figure read from the excerpt. */
export function ExcerptFields({
  figures,
  item = {},
  pane,
  figureButton,
}: Figures & { item?: ExcerptDefaults; pane?: ReactNode; figureButton?: ReactNode }) {
  return (
    <>
      {pane}
      <Field name="excerpt" label="Excerpt" hint="The words of the source, as they stand there." max={MAX_EXCERPT}>
        <Textarea rows={3} grow defaultValue={item.excerpt} className="font-serif text-17" />
      </Field>
      <RadioGroup
        name="stance"
        legend="How it stands to the claim"
        inline
        defaultValue={item.stance}
        options={[
          { value: 'supports', label: 'Supports' },
          { value: 'refutes', label: 'Refutes' },
          { value: 'context', label: 'Context' },
        ]}
      />
      <Field name="note" label="Why it counts" max={600}>
        <Textarea rows={2} grow defaultValue={item.note} />
      </Field>
      <Folded label="Figure found in the source" open={Boolean(item.foundText)}>
        <FoundFields figures={figures} item={item} figureButton={figureButton} />
      </Folded>
    </>
  )
}

function FoundFields({ figures, item, figureButton }: Figures & { item: ExcerptDefaults; figureButton?: ReactNode }) {
  const [first] = figures
  return (
    <div className="flex flex-col gap-4">
      {figureButton}
      <Field name="foundText" label="Figure, as the source states it" required={false}>
        <Input defaultValue={item.foundText} placeholder="$14.9 billion" />
      </Field>
      <div className="grid grid-cols-2 gap-4">
        <Field name="foundValue" label="As a number" required={false}>
          <Input inputMode="decimal" defaultValue={item.foundValue} placeholder="14900000000" />
        </Field>
        <Field name="foundUnit" label="Unit" required={false}>
          <Input defaultValue={item.foundUnit ?? first?.unit} />
        </Field>
        <Field name="foundLow" label="Range from" required={false}>
          <Input inputMode="decimal" defaultValue={item.foundLow} />
        </Field>
        <Field name="foundHigh" label="Range to" required={false}>
          <Input inputMode="decimal" defaultValue={item.foundHigh} />
        </Field>
        <Field name="foundModifier" label="How exact">
          <Select defaultValue={item.foundModifier ?? 'exact'}>
            <ModifierOptions />
          </Select>
        </Field>
        <Field name="foundAsOfOn" label="As of" required={false}>
          <Input type="date" defaultValue={item.foundAsOfOn} />
        </Field>
      </div>
      {figures.length > 0 ? (
        <>
          <Field name="quantityId" label="Compare with the claimed figure" required={false}>
            <Select defaultValue={item.quantityId ?? ''}>
              <option value="">Do not compare</option>
              {figures.map(({ id, text, unit }) => (
                <option key={id} value={id}>
                  {text} {unit && !text.includes(unit) ? `(${unit})` : ''}
                </option>
              ))}
            </Select>
          </Field>
          <ComparisonPreview figures={figures} />
        </>
      ) : null}
    </div>
  )
}
