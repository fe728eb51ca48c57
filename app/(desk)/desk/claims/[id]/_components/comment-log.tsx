'use client'

import { useEffect, useRef, useState } from 'react'
import { Button } from '@/app/_ui/button'
import { Fieldset } from '@/app/_ui/choices'
import { Input, Select, Textarea } from '@/app/_ui/controls'
import { controlText } from '@/app/_ui/controls-by-name'
import { Field } from '@/app/_ui/field'
import type { CommentRequest } from '@/lib/verdicts/schema/comments'
import { LABELS, requestsOf, WAYS } from './verdict-texts'

const NAME = 'commentRequests'
const EMPTY: CommentRequest = { askedOn: null, whom: '', way: null, answer: null }
const PARTS = ['askedOn', 'whom', 'way', 'answer'] as const

/**
 * The log of requests for comment: a row each. Its rows are plain controls, so that it works without a script; with one
 * they also stand together in one hidden control that is never sent, as drafts and conflicts know every field.
 */
export function CommentLog({ json }: { json: string }) {
  const [rows, setRows] = useState(() => rowsOf(requestsOf(json)))
  const nextId = useRef(rows.length)
  const whole = useRef<HTMLInputElement>(null)
  const box = useRef<HTMLDivElement>(null)

  useEffect(() => {
    const control = whole.current
    if (!control) return
    // Only what is set from outside is heard here: typing changes the value without telling.
    const set = (event: Event) => {
      if (event.target !== control) return
      setRows(rowsOf(requestsOf(control.value), nextId.current))
      nextId.current += 20
    }
    control.addEventListener('input', set)
    return () => control.removeEventListener('input', set)
  }, [])

  const gather = () => {
    const form = box.current?.closest('form')
    if (form && whole.current) whole.current.value = jsonOf(form, rows.length)
  }
  useEffect(gather, [rows])

  const tell = () => whole.current?.form?.dispatchEvent(new Event('input', { bubbles: true }))
  const add = () => {
    setRows([...rows, { id: nextId.current++, request: EMPTY }])
    setTimeout(tell)
  }
  const remove = (index: number) => {
    setRows(rows.filter((_, place) => place !== index))
    box.current?.focus()
    setTimeout(tell)
  }

  return (
    <Fieldset
      legend={LABELS.commentRequests}
      name={NAME}
      hint="Readers see them: name the office, not a private person."
    >
      <input type="hidden" ref={whole} name={NAME} defaultValue={json} disabled />
      <div ref={box} tabIndex={-1} onInput={gather} className="flex flex-col gap-4 focus:outline-none">
        {rows.map(({ id, request }, index) => (
          <RequestRow
            key={id}
            index={index}
            request={request}
            onRemove={rows.length > 1 ? () => remove(index) : undefined}
          />
        ))}
        <Button size="small" onClick={add} className="self-start noscript:hidden">
          Add another request
        </Button>
      </div>
    </Fieldset>
  )
}

type Row = { id: number; request: CommentRequest }

const rowsOf = (requests: CommentRequest[], from = 0): Row[] =>
  (requests.length > 0 ? requests : [EMPTY]).map((request, index) => ({ id: from + index, request }))

/** What the rows hold; empty while nothing is filled in. */
function jsonOf(form: HTMLFormElement, count: number): string {
  const rows = Array.from({ length: count }, (_, index) =>
    Object.fromEntries(PARTS.map((part) => [part, controlText(form, `${NAME}.${index}.${part}`)])),
  )
  const requests = requestsOf(JSON.stringify(rows))
  return requests.length > 0 ? JSON.stringify(requests) : ''
}

function RequestRow({ index, request, onRemove }: { index: number; request: CommentRequest; onRemove?: () => void }) {
  const name = `${NAME}.${index}`
  return (
    <fieldset className="flex min-w-0 flex-col gap-3 border-rule border-l-2 pl-4">
      <legend className="sr-only">Request {index + 1}</legend>
      <div className="grid gap-3 sm:grid-cols-2">
        <Field name={`${name}.askedOn`} label="Asked on">
          <Input type="date" defaultValue={request.askedOn ?? undefined} />
        </Field>
        <Field name={`${name}.way`} label="By which way">
          <Select defaultValue={request.way ?? ''}>
            <option value="">Choose</option>
            {Object.entries(WAYS).map(([value, label]) => (
              <option key={value} value={value}>
                {label}
              </option>
            ))}
          </Select>
        </Field>
      </div>
      <Field name={`${name}.whom`} label="Who was asked">
        <Input defaultValue={request.whom} />
      </Field>
      <Field name={`${name}.answer`} label="What came" hint="The answer, or that none came until when.">
        <Textarea rows={2} grow defaultValue={request.answer ?? undefined} />
      </Field>
      {onRemove ? (
        <Button
          variant="quiet"
          size="small"
          className="self-start noscript:hidden"
          aria-label={`Remove request ${index + 1}`}
          onClick={onRemove}
        >
          Remove
        </Button>
      ) : null}
    </fieldset>
  )
}
