'use client'

import { Input } from '@/app/_ui/controls'
import { Field } from '@/app/_ui/field'
import type { Checklist } from '@/lib/settings/schema'
import { labelsOnce, Rows } from './rows'

const BLANK: Checklist[number] = { key: 'new', label: '' }

export function ChecklistRows({ checklist }: { checklist: Checklist }) {
  return (
    <Rows
      initial={checklist}
      blank={BLANK}
      addLabel="Add an item"
      isOrdered
      nameOf={(item, index) => item.label || `row ${index + 1}`}
    >
      {(item, index) => (
        <div className={labelsOnce(index)}>
          <input type="hidden" name={`checklist.${index}.key`} value={item.key} />
          <Field name={`checklist.${index}.label`} label="What is to be ticked">
            <Input defaultValue={item.label} />
          </Field>
        </div>
      )}
    </Rows>
  )
}
