'use client'

import { Seal } from '@/app/_parts/seal/seal'
import { ActionForm, SubmitButton } from '@/app/_ui/action-form'
import { RadioGroup } from '@/app/_ui/choices'
import { Textarea } from '@/app/_ui/controls'
import { Field } from '@/app/_ui/field'
import type { RatingScale } from '@/lib/settings/schema'
import { REMARK_MAX } from '@/lib/verdicts/rules/remark-fields'
import { giveSecondRatingAction } from '../actions'

/** The rating of who is to approve, with the written criteria at hand. It is given once. */
export function SecondRatingForm({ id, revision, scale }: { id: string; revision: number; scale: RatingScale }) {
  return (
    <ActionForm action={giveSecondRatingAction} id="second-rating-form" className="gap-5">
      <input type="hidden" name="id" value={id} />
      <input type="hidden" name="revision" value={revision} />
      <RadioGroup
        name="rating"
        legend="Your rating"
        options={scale.map((rating) => ({
          value: rating.key,
          label: (
            <span className="inline-flex items-center gap-2 font-medium">
              <Seal rating={rating} size={20} />
              {rating.label}
            </span>
          ),
          hint: rating.meaning,
        }))}
      />
      <Field name="note" label="Why" required={false} hint="Shown to the desk beside the rating." max={REMARK_MAX}>
        <Textarea rows={2} grow />
      </Field>
      <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
        <SubmitButton>Give my rating</SubmitButton>
        <span className="text-13 text-ink-soft">It stays as you give it.</span>
      </div>
    </ActionForm>
  )
}
