'use client'

import { type FormEvent, type ReactNode, useActionState, useEffect, useRef } from 'react'
import { Shortcut } from '@/app/_parts/keys/shortcut'
import { Button } from '@/app/_ui/button'
import { Input } from '@/app/_ui/controls'
import { ErrorSummary } from '@/app/_ui/error-summary'
import { Field } from '@/app/_ui/field'
import { FormProvider, fieldId } from '@/app/_ui/form-context'
import { REJECT_REASONS } from '@/lib/claims/rules/terms'
import type { RejectReason } from '@/lib/claims/schema'
import { type ActionResult, IDLE } from '@/lib/core/results'
import type { KeyActionId } from '@/lib/desk/rules/key-actions'
import { AcceptFields } from '../../articles/[id]/_components/accept-form'
import { acceptAction, rejectAction } from '../../articles/[id]/actions'
import type { InboxRow } from '../rows'
import type { Fields, Refusal } from './use-inbox'

type Action = (previous: ActionResult<unknown>, data: FormData) => Promise<ActionResult<unknown>>

/**
 * A form of triage: with JavaScript handed over to the page, which goes on at once and comes back here if it was refused, with
 * what was typed; without, posted to the action.
 */
export function TriageForm({
  id,
  move,
  action,
  refusal,
  onSend,
  children,
}: {
  id: string
  move: 'accept' | 'merge' | 'reject'
  action: Action
  refusal?: Refusal
  onSend: (fields: Fields) => void
  children: ReactNode
}) {
  const [answer, dispatch] = useActionState<ActionResult<unknown>, FormData>(action, IDLE)
  const result = refusal ?? answer
  const summary = useRef<HTMLDivElement>(null)
  useEffect(() => {
    if (result.status === 'error') summary.current?.focus()
  }, [result])
  const send = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const given = new FormData(event.currentTarget, (event.nativeEvent as SubmitEvent).submitter)
    onSend([...given].flatMap(([name, value]): Fields => (typeof value === 'string' ? [[name, value]] : [])))
  }
  return (
    <FormProvider value={{ prefix: id, result, pending: false }}>
      <form id={id} action={dispatch} noValidate onSubmit={send} className="flex flex-col gap-4" data-panel-form={move}>
        {result.status === 'error' ? (
          <ErrorSummary
            ref={summary}
            text={result.text}
            errors={Object.entries(result.fields).map(([name, text]) => ({ href: `#${fieldId(id, name)}`, text }))}
          />
        ) : null}
        {children}
      </form>
    </FormProvider>
  )
}

type FormProps = { row: InboxRow; refusal?: Refusal; onSend: (fields: Fields) => void }

export function AcceptTriage({ row, refusal, onSend }: FormProps) {
  return (
    <TriageForm id="accept" move="accept" action={acceptAction as Action} refusal={refusal} onSend={onSend}>
      <AcceptFields defaults={row.accept} />
      <div>
        <Button type="submit" variant="primary" data-first>
          Accept as a new claim
        </Button>
      </div>
    </TriageForm>
  )
}

const REASONS = Object.entries(REJECT_REASONS) as [RejectReason, string][]

/** A button for each reason: one press, or its number, rejects. */
export function RejectTriage({ row, refusal, onSend }: FormProps) {
  return (
    <TriageForm id="reject" move="reject" action={rejectAction as Action} refusal={refusal} onSend={onSend}>
      <input type="hidden" name="candidateId" value={row.id} />
      <fieldset>
        <legend className="mb-2 font-medium text-15">Why is this not a claim to check?</legend>
        <ul className="flex flex-col gap-1">
          {REASONS.filter(([reason]) => reason !== 'other').map(([reason, words], index) => (
            <li key={reason}>
              <Button
                type="submit"
                name="reason"
                value={reason}
                data-first={index === 0 || undefined}
                data-pick={index + 1}
                className="h-auto min-h-9 w-full justify-between whitespace-normal py-1 text-left font-normal"
              >
                {words}
                <Shortcut id={`pick-${index + 1}` as KeyActionId} />
              </Button>
            </li>
          ))}
        </ul>
      </fieldset>
      <Field name="note" label="Or in a few words" required={false}>
        <Input autoComplete="off" data-pick={REASONS.length} />
      </Field>
      <div>
        <Button type="submit" name="reason" value="other" variant="danger">
          Reject for this reason
        </Button>
      </div>
    </TriageForm>
  )
}
