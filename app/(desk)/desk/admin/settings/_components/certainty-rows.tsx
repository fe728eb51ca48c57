'use client'

import { Input, Textarea } from '@/app/_ui/controls'
import { Field } from '@/app/_ui/field'
import type { CertaintyGroup } from '../form'
import { labelsOnce, Rows } from './rows'

export function CertaintyRows({ groups }: { groups: CertaintyGroup[] }) {
  return (
    <Rows<{ probability: number | ''; phrases: string }>
      initial={groups}
      blank={{ probability: '', phrases: '' }}
      addLabel="Add a probability"
      nameOf={(group, index) => (group.probability === '' ? `row ${index + 1}` : String(group.probability))}
    >
      {(group, index) => (
        <div className={`grid gap-3 sm:grid-cols-[6rem_minmax(0,1fr)] ${labelsOnce(index)}`}>
          {/* Keeps an empty row in its place, so that its errors stand beside it. */}
          <input type="hidden" name={`certaintyTable.${index}.row`} value={index} />
          <Field name={`certaintyTable.${index}.probability`} label="0 to 1">
            <Input inputMode="decimal" defaultValue={group.probability} className="text-right tabular-nums" />
          </Field>
          <Field name={`certaintyTable.${index}.phrases`} label="Phrases">
            <Textarea rows={1} grow className="min-h-10 py-1.5" defaultValue={group.phrases} />
          </Field>
        </div>
      )}
    </Rows>
  )
}
