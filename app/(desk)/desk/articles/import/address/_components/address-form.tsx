'use client'

import { useEffect, useState } from 'react'
import { ActionForm, SubmitButton } from '@/app/_ui/action-form'
import { Button } from '@/app/_ui/button'
import { Input } from '@/app/_ui/controls'
import { Field } from '@/app/_ui/field'
import { keptText, useForm } from '@/app/_ui/form-context'
import { Notice } from '@/app/_ui/notice'
import { readPageAction } from '../actions'

/** Asks for the address of a page; while it is fetched, tells how long and can be stopped. */
export function AddressForm({ address }: { address?: string }) {
  return (
    <ActionForm action={readPageAction} id="address" className="max-w-page">
      <Field
        name="address"
        label="Address of the page"
        hint="The page is fetched once, at most 30 seconds. What robots.txt forbids is not fetched."
      >
        <Input type="url" inputMode="url" autoComplete="off" defaultValue={address} className="max-w-measure" />
      </Field>
      <PasteInstead />
      <FetchRow />
    </ActionForm>
  )
}

/** The way on where a page cannot be fetched; the address goes along. */
function PasteInstead() {
  const { result, pending } = useForm()
  if (pending || result.status !== 'error' || result.code !== 'NOT_FETCHED' || isStopped(result.details)) return null
  const address = keptText(result, 'address') ?? ''
  return (
    <Notice kind="info" title="The text can be pasted instead">
      Open the page in your browser and copy its text.{' '}
      <a href={`/desk/articles/import?url=${encodeURIComponent(address)}`}>Paste the text of this address</a>
    </Notice>
  )
}

const isStopped = (details: unknown): boolean =>
  typeof details === 'object' && details !== null && 'reason' in details && details.reason === 'stopped'

const randomId = (): string =>
  [...crypto.getRandomValues(new Uint8Array(16))].map((byte) => byte.toString(16).padStart(2, '0')).join('')

function FetchRow() {
  const { pending } = useForm()
  const [fetchId, setFetchId] = useState('')
  const [seconds, setSeconds] = useState(0)
  useEffect(() => setFetchId(randomId()), [])
  useEffect(() => {
    if (!pending) return
    setSeconds(0)
    const clock = setInterval(() => setSeconds((before) => before + 1), 1000)
    return () => clearInterval(clock)
  }, [pending])
  const stop = () => fetch(`/desk/articles/import/address/stop?fetchId=${fetchId}`, { method: 'POST' })
  return (
    <div className="flex flex-wrap items-center gap-3">
      <input type="hidden" name="fetchId" value={fetchId} />
      <SubmitButton pendingText="Fetching …">Fetch and read the page</SubmitButton>
      {pending ? <Button onClick={stop}>Stop</Button> : null}
      <p role="status" className="text-13 text-ink-soft">
        {pending ? 'The page is being fetched and read.' : ''}
      </p>
      {pending ? (
        <p aria-hidden="true" className="text-13 text-ink-soft tabular-nums">
          {seconds} of at most 30 seconds
        </p>
      ) : null}
    </div>
  )
}
