'use client'

import { SubmitButton } from '@/app/_ui/action-form'
import { Input, Select } from '@/app/_ui/controls'
import { Field } from '@/app/_ui/field'
import { makeCalendarAction } from '../actions'
import { AddressForm } from './new-address'

type Filter = Partial<Record<'words' | 'speaker' | 'publisher' | 'topic' | 'whose', string>>
type Choice = readonly [value: string, words: string]

/** A new calendar, with the filters that the list had. */
export const NewCalendar = ({
  filter,
  publishers,
  topics,
}: {
  filter: Filter
  publishers: readonly Choice[]
  topics: readonly Choice[]
}) => (
  <AddressForm action={makeCalendarAction} id="new-calendar">
    <Field name="name" label="Name" hint="Shown in the calendar program">
      <Input autoComplete="off" />
    </Field>
    <Field name="whose" label="Whose" required={false}>
      <Choices
        any="Everybody’s"
        choices={[['mine', 'Those that I wrote, opened or take care of']]}
        value={filter.whose}
      />
    </Field>
    <Field name="speaker" label="Speaker" required={false} hint="A name, or a part of it">
      <Input autoComplete="off" defaultValue={filter.speaker} />
    </Field>
    <Field name="publisher" label="Publisher" required={false}>
      <Choices any="Every publisher" choices={publishers} value={filter.publisher} />
    </Field>
    <Field name="topic" label="Topic" required={false}>
      <Choices any="Every topic" choices={topics} value={filter.topic} />
    </Field>
    <Field name="words" label="Words" required={false} hint="Of the statement">
      <Input autoComplete="off" defaultValue={filter.words} />
    </Field>
    <SubmitButton className="self-start">Make the calendar</SubmitButton>
  </AddressForm>
)

const Choices = ({ any, choices, value }: { any: string; choices: readonly Choice[]; value: string | undefined }) => (
  <Select defaultValue={value ?? ''}>
    <option value="">{any}</option>
    {choices.map(([one, words]) => (
      <option key={one} value={one}>
        {words}
      </option>
    ))}
  </Select>
)
