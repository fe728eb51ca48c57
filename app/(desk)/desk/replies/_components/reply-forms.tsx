'use client'

import { useEffect, useRef } from 'react'
import { StepWithText } from '@/app/_parts/predictions/step-forms'
import { ReplyCard } from '@/app/_parts/public/reply-card'
import { ActionForm, SubmitButton } from '@/app/_ui/action-form'
import { Input, Textarea } from '@/app/_ui/controls'
import { Field } from '@/app/_ui/field'
import { Folded } from '@/app/_ui/folded'
import { useForm } from '@/app/_ui/form-context'
import { Notice } from '@/app/_ui/notice'
import { MAX_REPLY } from '@/lib/claims/rules/replies'
import { addReplyAction, withdrawReplyAction } from '../actions'
import type { ReplyAnswer, TypedReply } from '../answers'

type Of = { speakerId: string } | { claimId: string }

/** Adds a reply to the page of a speaker or of a claim: shown as readers will see it first, as it is public at once. */
export const AddReplyForm = ({ of, today, newId }: { of: Of; today: string; newId: string }) => (
  <ActionForm action={addReplyAction} id="reply" className="max-w-measure gap-4">
    {Object.entries(of).map(([name, value]) => (
      <input key={name} type="hidden" name={name} value={value} />
    ))}
    <ReplyBody today={today} newId={newId} />
  </ActionForm>
)

function ReplyBody({ today, newId }: { today: string; newId: string }) {
  const { result } = useForm()
  const place = useRef<HTMLDivElement>(null)
  const answer = result.status === 'ok' ? (result.value as ReplyAnswer) : null
  // what had the focus went away with its button
  useEffect(() => {
    if (answer) place.current?.focus()
  }, [answer])
  const typed = answer?.kind === 'typed' ? answer.typed : null
  return (
    <div ref={place} tabIndex={-1} className="flex flex-col gap-4">
      {answer?.kind === 'added' ? <Notice kind="success">Added. Readers see it now.</Notice> : null}
      {answer?.kind === 'shown' ? (
        <Preview typed={answer.typed} />
      ) : (
        <Folded
          label={answer?.kind === 'added' ? 'Add another reply' : 'Add a reply'}
          open={typed !== null || result.status === 'error'}
        >
          {/* Remounted with each answer and by nothing else: what was added leaves the fields, what is typed never does. */}
          <ReplyFields key={turnOf(answer)} typed={typed} today={today} newId={newId} />
        </Folded>
      )}
    </div>
  )
}

/** Each answer is a turn of its own. */
const turnOf = (answer: ReplyAnswer | null): string =>
  answer === null ? 'first' : `${answer.kind} ${answer.kind === 'added' ? answer.id : answer.typed.id}`

const ReplyFields = ({ typed, today, newId }: { typed: TypedReply | null; today: string; newId: string }) => (
  <div className="flex flex-col gap-4">
    <input type="hidden" name="id" value={typed?.id ?? newId} />
    <Field name="byName" label="Whose reply it is" hint="As they want to be named, with their office" max={200}>
      <Input autoComplete="off" defaultValue={typed?.byName} />
    </Field>
    <Field name="receivedOn" label="Received on">
      <Input type="date" defaultValue={typed?.receivedOn ?? today} className="w-44" />
    </Field>
    <Field name="body" label="The reply" hint="In their words, not in ours" max={MAX_REPLY}>
      <Textarea rows={5} grow defaultValue={typed?.body} />
    </Field>
    <Field name="url" label="Link" required={false} hint="Where the whole of it is published">
      <Input type="url" inputMode="url" autoComplete="off" placeholder="https://" defaultValue={typed?.url ?? ''} />
    </Field>
    <div>
      <SubmitButton name="move" value="look" variant="secondary">
        Show it as readers will see it
      </SubmitButton>
    </div>
  </div>
)

/** The last look before it is public for good. */
function Preview({ typed }: { typed: TypedReply }) {
  const { id, byName, receivedOn, body, url } = typed
  return (
    <div className="flex flex-col gap-4">
      {Object.entries(typed).map(([name, value]) =>
        value === null ? null : <input key={name} type="hidden" name={name} value={value} />,
      )}
      <h3 className="font-semibold text-17">As readers will see it</h3>
      <ReplyCard reply={{ id: id ?? '', byName, receivedOn, text: body, url, withdrawn: null }} withdrawnOn={null} />
      <p className="text-ink-soft">
        It is public at once and never changed. Afterwards it can only be withdrawn, and readers are told that it was.
      </p>
      <div className="flex flex-wrap gap-3">
        <SubmitButton name="move" value="publish">
          Publish the reply
        </SubmitButton>
        <SubmitButton name="move" value="change" variant="secondary">
          Change it
        </SubmitButton>
      </div>
    </div>
  )
}

export const WithdrawReplyForm = ({ id, byName }: { id: string; byName: string }) => (
  <StepWithText
    id={`withdraw-${id}`}
    action={withdrawReplyAction}
    hidden={{ id }}
    opener={`Withdraw the reply of ${byName}`}
    label="Why it is withdrawn"
    hint="Readers see that a reply was withdrawn, and this reason"
    max={300}
    button="Withdraw"
    variant="danger"
  />
)
