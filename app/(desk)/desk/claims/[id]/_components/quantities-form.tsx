'use client'

import { useState } from 'react'
import { ActionForm, SubmitButton } from '@/app/_ui/action-form'
import { Button } from '@/app/_ui/button'
import { Input, Select } from '@/app/_ui/controls'
import { Field } from '@/app/_ui/field'
import type { WorkspaceQuantity } from '@/lib/verdicts/queries/workspace'
import { setQuantitiesAction } from '../actions'
import { ModifierOptions } from './modifier-options'

type Props = { claimId: string; revision: number; quantities: WorkspaceQuantity[] }

/** The claim's figures as reviewed. A row whose words and numbers are emptied is taken away when saved. */
export function QuantitiesForm({ claimId, revision, quantities }: Props) {
  const [added, setAdded] = useState(1)
  const rows = [...quantities, ...Array.from({ length: added }, () => null)]
  return (
    <ActionForm action={setQuantitiesAction} id="figures-form" className="gap-4">
      <input type="hidden" name="claimId" value={claimId} />
      <input type="hidden" name="revision" value={revision} />
      {rows.map((quantity, index) => (
        // Rows are only ever added at the end.
        <QuantityRow key={quantity?.id ?? `new-${index}`} quantity={quantity} index={index} />
      ))}
      <p className="text-13 text-ink-soft">To take a figure away, empty its words and its numbers.</p>
      <div className="flex flex-wrap gap-3">
        <SubmitButton variant="secondary" size="small">
          Save the figures
        </SubmitButton>
        <Button variant="quiet" size="small" onClick={() => setAdded(added + 1)}>
          One more row
        </Button>
      </div>
    </ActionForm>
  )
}

function QuantityRow({ quantity, index }: { quantity: WorkspaceQuantity | null; index: number }) {
  const name = (field: string) => `quantities.${index}.${field}`
  return (
    <fieldset className="grid grid-cols-2 gap-3 border-rule border-l-2 pl-3">
      <legend className="mb-1 font-medium text-13 text-ink-soft">
        {quantity ? `Figure ${index + 1}` : 'New figure'}
      </legend>
      {quantity ? <input type="hidden" name={name('id')} value={quantity.id} /> : null}
      {quantity?.change ? <input type="hidden" name={name('change')} value={quantity.change} /> : null}
      <Field name={name('text')} label="In words" required={false} className="col-span-2">
        <Input defaultValue={quantity?.text} />
      </Field>
      <Field name={name('value')} label="Number" required={false}>
        <Input defaultValue={quantity?.value ?? undefined} inputMode="decimal" />
      </Field>
      <Field name={name('unit')} label="Unit" required={false}>
        <Input defaultValue={quantity?.unit} />
      </Field>
      <Field name={name('low')} label="Range from" required={false}>
        <Input defaultValue={quantity?.low ?? undefined} inputMode="decimal" />
      </Field>
      <Field name={name('high')} label="Range to" required={false}>
        <Input defaultValue={quantity?.high ?? undefined} inputMode="decimal" />
      </Field>
      <Field name={name('modifier')} label="How exact">
        <Select defaultValue={quantity?.modifier ?? 'exact'}>
          <ModifierOptions />
        </Select>
      </Field>
      <Field name={name('asOfOn')} label="As of" required={false}>
        <Input type="date" defaultValue={quantity?.asOfOn ?? undefined} />
      </Field>
      <Field name={name('countOf')} label="What it counts" required={false} className="col-span-2">
        <Input defaultValue={quantity?.countOf ?? undefined} />
      </Field>
    </fieldset>
  )
}
