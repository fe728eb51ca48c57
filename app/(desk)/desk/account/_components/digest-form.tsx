'use client'

import { ActionForm, SubmitButton } from '@/app/_ui/action-form'
import { Select } from '@/app/_ui/controls'
import { Field } from '@/app/_ui/field'
import type { DigestChoice } from '@/lib/notices/schema'
import { chooseDigestAction } from '../actions'

const HOURS = Array.from({ length: 24 }, (_, hour) => hour)

export const DigestForm = ({
  choice: { hour, predictions },
  zone,
  mayWatch,
}: {
  choice: DigestChoice
  zone: string
  /** Whether this person works at predictions, so that the digest tells of them. */
  mayWatch: boolean
}) => (
  <ActionForm action={chooseDigestAction} id="choose-digest" className="max-w-104">
    <Field
      name="hour"
      label="Sent at"
      hint={`In the newsroom’s zone, ${zone}. On days when nothing waits there is none.`}
    >
      <Select defaultValue={String(hour)}>
        <option value="off">Never</option>
        {HOURS.map((one) => (
          <option key={one} value={one}>
            {String(one).padStart(2, '0')}:00
          </option>
        ))}
      </Select>
    </Field>
    {mayWatch ? (
      <Field
        name="predictions"
        label="Predictions in it"
        hint="Overdue, due, due soon, and those that wait for criteria"
      >
        <Select defaultValue={predictions}>
          <option value="mine">Those that I wrote, opened or take care of</option>
          <option value="all">All of the newsroom</option>
          <option value="none">None</option>
        </Select>
      </Field>
    ) : null}
    <SubmitButton className="self-start">Save the digest</SubmitButton>
  </ActionForm>
)
