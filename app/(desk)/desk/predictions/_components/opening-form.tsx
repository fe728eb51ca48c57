'use client'

import { Revision } from '@/app/_parts/predictions/revision'
import { ActionForm, SubmitButton } from '@/app/_ui/action-form'
import { RadioGroup } from '@/app/_ui/choices'
import { Input, Textarea } from '@/app/_ui/controls'
import { Field } from '@/app/_ui/field'
import { formatWindow } from '@/lib/core/windows'
import type { FigureReading } from '@/lib/predictions/rules/figures'
import type { PredictionContent } from '@/lib/predictions/schema'
import type { CertaintyTable } from '@/lib/settings/schema'
import { savePredictionAction } from '../actions'
import { CertaintyFields } from './certainty-fields'
import { FigureFields } from './figure-fields'
import { WindowFields, type WindowReading } from './window-field'

export type OpeningFormProps = {
  claimId: string
  revision: number | null
  content: PredictionContent
  certainty: number | null
  certaintyTable: CertaintyTable
  alternatives: { from: string; to: string }[]
  figures: FigureReading[]
  figureReadFrom: string | null
  today: string
  /** A save takes a proposal back, and that is said. */
  isProposed: boolean
}

const LABELS = {
  saidOn: 'Said on',
  window: 'Window',
  windowWords: 'Where it comes from',
  graceDays: 'Days of grace',
  criteria: 'Criteria',
  certaintyWords: 'Certainty words',
  isNegated: 'Will not happen',
  conditionWords: 'Condition',
  targetValue: 'Value',
  vagueReason: 'Too vague because',
}

/** The window that stands in the form and what its words may mean instead, as the field takes them; one alone is no choice. */
function readingsOf(window: PredictionContent['window'], others: OpeningFormProps['alternatives']): WindowReading[] {
  if (others.length === 0) return []
  return (window ? [window, ...others] : others).map((one) => ({ typed: typedOf(one), words: formatWindow(one) }))
}

const typedOf = ({ from, to }: { from: string; to: string }): string => `${from} to ${to}`

/** Everything that opening freezes, written by one person. */
export function OpeningForm(props: OpeningFormProps) {
  const { claimId, revision, content, certainty, certaintyTable, alternatives, today, isProposed } = props
  const { figures, figureReadFrom } = props
  const typedWindow = content.window ? typedOf(content.window) : ''
  return (
    <ActionForm action={savePredictionAction} id="opening">
      <input type="hidden" name="claimId" value={claimId} />
      <Revision revision={revision} labels={LABELS} />
      <WindowFields
        saidOn={content.saidOn}
        window={typedWindow}
        words={content.windowWords}
        basis={content.windowBasis}
        graceDays={content.graceDays}
        certainty={certainty}
        today={today}
        readings={readingsOf(content.window, alternatives)}
      />
      <Field
        name="criteria"
        label="Criteria"
        hint="What has to be seen, where, for it to have come true; and what does not count"
        max={2000}
      >
        <Textarea rows={4} grow defaultValue={content.criteria} />
      </Field>
      <CertaintyFields words={content.certaintyWords} isNegated={content.isNegated} table={certaintyTable} />
      <Field
        name="conditionWords"
        label="Condition"
        required={false}
        hint="“If the treaty is signed”: when the condition fails, the prediction is void"
        max={300}
      >
        <Input defaultValue={content.conditionWords ?? undefined} />
      </Field>
      <FigureFields content={content} readings={figures} readFrom={figureReadFrom} />
      <CheckableFields vagueReason={content.vagueReason} />
      <div className="flex flex-wrap items-center gap-3 border-rule border-t pt-6">
        <SubmitButton name="intent" value="propose">
          Save and propose
        </SubmitButton>
        <SubmitButton name="intent" value="save" variant="secondary">
          Save draft
        </SubmitButton>
        {isProposed ? <p className="text-13 text-ink-soft">Saving takes the proposal back.</p> : null}
      </div>
    </ActionForm>
  )
}

/** The other way out; its reason shows once it is chosen, also without JavaScript. */
function CheckableFields({ vagueReason }: { vagueReason: string | null }) {
  return (
    <div className="group/checkable flex flex-col gap-4">
      <RadioGroup
        name="decision"
        legend="Can it be checked?"
        defaultValue={vagueReason === null ? 'open' : 'too_vague'}
        options={[
          { value: 'open', label: 'Yes: open it with this window and these criteria' },
          {
            value: 'too_vague',
            label: 'No: it is too vague',
            hint: 'Shown with the reason; it never counts as wrong.',
          },
        ]}
      />
      <Field
        name="vagueReason"
        label="Why it is too vague"
        max={600}
        className="hidden group-has-[input:not([value=open]):checked]/checkable:flex"
      >
        <Textarea rows={2} grow defaultValue={vagueReason ?? undefined} />
      </Field>
    </div>
  )
}
