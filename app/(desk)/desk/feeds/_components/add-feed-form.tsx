'use client'

import { ActionForm, SubmitButton } from '@/app/_ui/action-form'
import { RadioGroup } from '@/app/_ui/choices'
import { Input } from '@/app/_ui/controls'
import { Field } from '@/app/_ui/field'
import { useForm } from '@/app/_ui/form-context'
import { addFeedAction } from '../actions'
import type { AddAnswer } from '../answers'
import { TreatmentFields, USUAL } from './treatment-fields'

export function AddFeedForm() {
  return (
    <ActionForm<AddAnswer> action={addFeedAction} id="add-feed" className="max-w-page">
      <AddFields />
    </ActionForm>
  )
}

function AddFields() {
  const { result } = useForm()
  const answer = result.status === 'ok' ? (result.value as AddAnswer) : null
  return (
    <>
      <Field
        key={answer ? 'found' : 'first'}
        name="address"
        label="Address of the feed, or of a page that links to it"
        hint="It is fetched now, so that you see whether it can be read."
      >
        <Input
          type="url"
          inputMode="url"
          autoComplete="off"
          defaultValue={answer?.typed.address}
          className="max-w-measure"
        />
      </Field>
      {answer ? (
        <RadioGroup
          name="chosen"
          legend="This page links to several feeds"
          hint="Choose the one to watch."
          defaultValue={answer.feeds[0]?.address}
          options={answer.feeds.map(({ address, title }) => ({
            value: address,
            label: title ?? address,
            hint: address,
          }))}
        />
      ) : null}
      <TreatmentFields key={answer ? 'treated' : 'usual'} treatment={answer?.typed ?? USUAL} />
      <div>
        <SubmitButton pendingText="Fetching …">Watch this feed</SubmitButton>
      </div>
    </>
  )
}
