'use client'

import { ActionForm, SubmitButton } from '@/app/_ui/action-form'
import { Fieldset, RadioGroup } from '@/app/_ui/choices'
import { Input, Textarea } from '@/app/_ui/controls'
import { Field } from '@/app/_ui/field'
import { FoldedForm } from '@/app/_ui/folded-form'
import { inQuotes } from '@/lib/core/quotes'
import { proposeJudgementAction } from '../actions'

/** Void or too vague, without an outcome; of a conditional one with its condition's words and where it is read that it failed. */
export function JudgementForm({
  claimId,
  predictionId,
  conditionWords,
}: {
  claimId: string
  predictionId: string
  conditionWords: string | null
}) {
  return (
    <ActionForm action={proposeJudgementAction} id="judge" className="max-w-measure gap-3" resetOnSuccess>
      <input type="hidden" name="claimId" value={claimId} />
      <input type="hidden" name="predictionId" value={predictionId} />
      <FoldedForm
        label={
          conditionWords === null ? 'Void or too vague after all' : 'Its condition failed, or it is too vague after all'
        }
      >
        <RadioGroup
          name="kind"
          legend="Propose it as"
          defaultValue="void"
          options={[
            { value: 'void', label: 'Void', hint: 'Its condition failed, or what it is about ceased to exist.' },
            { value: 'too_vague', label: 'Too vague', hint: 'Its criteria turned out to decide nothing.' },
          ]}
        />
        <Field
          name="reason"
          label="The reason"
          hint="For readers too: which condition failed, or why nobody can tell"
          max={600}
        >
          <Textarea
            rows={3}
            grow
            defaultValue={
              conditionWords === null
                ? undefined
                : `It was said under the condition ${inQuotes(conditionWords)}, which failed: `
            }
          />
        </Field>
        <SourceFields />
        <div>
          <SubmitButton variant="secondary">Propose</SubmitButton>
        </div>
      </FoldedForm>
    </ActionForm>
  )
}

const SourceFields = () => (
  <Fieldset
    legend="Where that is read"
    name="sources"
    hint="Shown to readers beside the reason, with at least its title and the words that show it. Leave all empty when there is none."
  >
    <div className="flex flex-col gap-4">
      <Field name="sources.0.url" label="Address" required={false} hint="https://…; none for a letter or a call">
        <Input type="url" inputMode="url" autoComplete="off" />
      </Field>
      <Field name="sources.0.title" label="Title" required={false}>
        <Input autoComplete="off" />
      </Field>
      <div className="grid gap-4 sm:grid-cols-2">
        <Field name="sources.0.publisherName" label="Publisher" required={false}>
          <Input autoComplete="off" />
        </Field>
        <Field name="sources.0.publishedOn" label="Published on" required={false}>
          <Input type="date" className="w-44" />
        </Field>
      </div>
      <Field name="sources.0.excerpt" label="Excerpt" required={false} hint="The words that show it" max={2000}>
        <Textarea rows={2} grow />
      </Field>
    </div>
  </Fieldset>
)
