'use client'

import { ActionForm, SubmitButton } from '@/app/_ui/action-form'
import { Select } from '@/app/_ui/controls'
import { Field } from '@/app/_ui/field'
import { chooseDigestAction } from '../actions'

const HOURS = Array.from({ length: 24 }, (_, hour) => hour)

export const DigestForm = ({ hour, zone }: { hour: number | 'off'; zone: string }) => (
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
    <SubmitButton className="self-start">Save the hour</SubmitButton>
  </ActionForm>
)
