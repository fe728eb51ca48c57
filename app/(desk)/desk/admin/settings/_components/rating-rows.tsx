'use client'

import { Seal } from '@/app/_parts/seal/seal'
import { Input } from '@/app/_ui/controls'
import { Field } from '@/app/_ui/field'
import type { Rating } from '@/lib/settings/schema'
import { labelsOnce, Rows } from './rows'

const BLANK: Rating = { key: 'new', label: '', value: null, meaning: '' }

export function RatingRows({ scale }: { scale: Rating[] }) {
  return (
    <Rows
      initial={scale}
      blank={BLANK}
      addLabel="Add a rating"
      isOrdered
      nameOf={(rating, index) => rating.label || `row ${index + 1}`}
    >
      {(rating, index) => <RatingFields rating={rating} index={index} />}
    </Rows>
  )
}

function RatingFields({ rating, index }: { rating: Rating; index: number }) {
  const name = `ratingScale.${index}`
  return (
    <div className={`grid gap-3 sm:grid-cols-[1.25rem_minmax(0,11rem)_9rem_minmax(0,1fr)] ${labelsOnce(index)}`}>
      <input type="hidden" name={`${name}.key`} value={rating.key} />
      <span className="pb-2.5 max-sm:hidden sm:self-end">
        {rating.key === 'new' ? null : <Seal rating={rating} size={20} />}
      </span>
      <Field name={`${name}.label`} label="Name">
        <Input defaultValue={rating.label} />
      </Field>
      <Field name={`${name}.value`} label="1 to 5" required={false}>
        <Input inputMode="decimal" defaultValue={rating.value ?? ''} className="text-right tabular-nums" />
      </Field>
      <Field name={`${name}.meaning`} label="What it means">
        <Input defaultValue={rating.meaning} />
      </Field>
    </div>
  )
}
