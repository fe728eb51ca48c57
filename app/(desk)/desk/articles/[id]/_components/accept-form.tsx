'use client'

import { useState } from 'react'
import { ActionForm, SubmitButton } from '@/app/_ui/action-form'
import { Button } from '@/app/_ui/button'
import { Input, Select, Textarea } from '@/app/_ui/controls'
import { Field } from '@/app/_ui/field'
import { CLAIM_KINDS, SHORT_FORM_MAX, STATEMENT_MAX } from '@/lib/claims/rules/terms'
import { pointersIn, shortForms } from '@/lib/claims/rules/wording'
import type { ClaimKind } from '@/lib/claims/schema'
import { acceptAction } from '../actions'
import { SpeakerFields, type SpeakerOption } from './speaker-fields'
import { useAfterDecision } from './use-after-decision'

export type AcceptDefaults = {
  candidateId: string
  statement: string
  shortForm: string
  kind: ClaimKind
  speaker: string
  newName: string
  newKind: 'person' | 'organisation'
  speakers: SpeakerOption[]
}

/** A new claim from a candidate, prefilled; what only a person can know (pronouns, "here") is asked for beside the field. */
export function AcceptForm({ defaults, next }: { defaults: AcceptDefaults; next: string }) {
  const goOn = useAfterDecision(next)
  return (
    <ActionForm action={acceptAction} id="accept" onResult={goOn} className="gap-4" data-panel-form="accept">
      <AcceptFields defaults={defaults} />
      <div>
        <SubmitButton data-first>Accept as a new claim</SubmitButton>
      </div>
    </ActionForm>
  )
}

/** The fields of an acceptance, for the form around them. */
export function AcceptFields({ defaults }: { defaults: AcceptDefaults }) {
  return (
    <>
      <input type="hidden" name="candidateId" value={defaults.candidateId} />
      <WordingFields statement={defaults.statement} shortForm={defaults.shortForm} />
      <Field name="kind" label="Kind">
        <Select defaultValue={defaults.kind} className="w-48">
          {CLAIM_KINDS.map((kind) => (
            <option key={kind} value={kind}>
              {kind.charAt(0).toUpperCase() + kind.slice(1)}
            </option>
          ))}
        </Select>
      </Field>
      <SpeakerFields
        options={defaults.speakers}
        chosen={defaults.speaker}
        newName={defaults.newName}
        newKind={defaults.newKind}
      />
    </>
  )
}

/** Statement and short form of a new claim, prefilled. */
export function WordingFields({ statement: first, shortForm }: { statement: string; shortForm: string }) {
  const [statement, setStatement] = useState(first)
  const pointers = pointersIn(statement)
  return (
    <>
      <Field
        name="statement"
        label="Statement"
        max={STATEMENT_MAX}
        hint={
          pointers.length > 0
            ? `It has to stand alone. Say who or what is meant by ${pointers.map((word) => `“${word}”`).join(', ')}.`
            : 'It has to stand alone: who, what, when.'
        }
      >
        <Textarea
          grow
          defaultValue={first}
          onChange={(event) => setStatement(event.target.value)}
          className="font-serif"
        />
      </Field>
      <ShortForm statement={statement} first={shortForm} />
    </>
  )
}

/** At most 75 characters, with shorter wordings of the statement to press. */
function ShortForm({ statement, first }: { statement: string; first: string }) {
  const [fill, setFill] = useState(first)
  const offers = shortForms(statement).filter((text) => text !== fill)
  return (
    <div className="flex flex-col gap-2">
      <Field
        name="shortForm"
        label="Short form"
        max={SHORT_FORM_MAX}
        hint="What search engines show. The claim alone, without a rating."
      >
        <Input key={fill} defaultValue={fill} autoComplete="off" className="font-serif" />
      </Field>
      {offers.length > 0 ? (
        <div className="flex flex-wrap items-center gap-x-2 gap-y-1 text-13 text-ink-soft">
          <span>Or:</span>
          {offers.map((text) => (
            <Button
              key={text}
              variant="quiet"
              size="small"
              className="h-auto whitespace-normal py-1 text-left"
              onClick={() => setFill(text)}
            >
              {text}
            </Button>
          ))}
        </div>
      ) : null}
    </div>
  )
}
