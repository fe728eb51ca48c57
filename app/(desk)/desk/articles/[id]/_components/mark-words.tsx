'use client'

import { useRouter } from 'next/navigation'
import { useCallback, useEffect, useState } from 'react'
import { useKeyActions } from '@/app/_parts/keys/keys-context'
import { Shortcut } from '@/app/_parts/keys/shortcut'
import { ActionForm, SubmitButton } from '@/app/_ui/action-form'
import { Button } from '@/app/_ui/button'
import { Select } from '@/app/_ui/controls'
import { Field } from '@/app/_ui/field'
import { Kbd } from '@/app/_ui/page-parts'
import { CLAIM_KINDS } from '@/lib/claims/schema'
import { inQuotes } from '@/lib/core/quotes'
import type { ActionResult } from '@/lib/core/results'
import type { Span } from '@/lib/core/text'
import { markAction } from '../actions'
import { selectedSpan, selectSpan } from './text-selection'
import { moveEnd, toWords } from './word-span'

type Marked = ActionResult<{ candidateId: string }>

/**
 * A claim by hand: select words with the mouse or a finger, or press C (or the button) and widen the first words of the lit
 * claim's sentence word by word. `text` is the part on the page; `offset` is where it begins in the whole text.
 */
export function MarkWords({
  snapshotId,
  text,
  offset,
  address,
}: {
  snapshotId: string
  text: string
  offset: number
  address: string
}) {
  const router = useRouter()
  const [span, setSpan] = useState<Span | null>(null)

  const take = useCallback(
    (next: Span | null) => {
      const words = next && toWords(text, next)
      setSpan(words)
      if (words) selectSpan(words)
    },
    [text],
  )

  useEffect(() => {
    const onSelected = () => {
      const selected = selectedSpan()
      if (selected) setSpan(toWords(text, selected))
    }
    const onEscape = (event: KeyboardEvent) => {
      const target = event.target instanceof HTMLElement ? event.target : null
      if (event.key === 'Escape' && !target?.closest('input, textarea, select')) setSpan(null)
    }
    document.addEventListener('pointerup', onSelected)
    document.addEventListener('keydown', onEscape)
    return () => {
      document.removeEventListener('pointerup', onSelected)
      document.removeEventListener('keydown', onEscape)
    }
  }, [text])
  const begin = () => take(selectedSpan() ?? beginning(text))
  useKeyActions({ 'text-mark': begin })

  const done = useCallback(
    (result: Marked) => {
      const known = result.status === 'error' && result.code === 'ALREADY_EXISTS' ? knownId(result.details) : null
      const id = result.status === 'ok' ? result.value.candidateId : known
      if (id === null) return
      setSpan(null)
      router.push(`${address}${address.includes('?') ? '&' : '?'}${new URLSearchParams({ c: id, do: 'accept' })}`, {
        scroll: false,
      })
    },
    [address, router],
  )

  if (span === null)
    return (
      <div>
        <Button variant="quiet" size="small" onClick={begin}>
          Make a claim from words … <Shortcut id="text-mark" />
        </Button>
      </div>
    )
  const change = (end: 'start' | 'end', by: 1 | -1) => take(moveEnd(text, span, end, by))
  return (
    <section
      aria-label="A claim from words"
      className="sticky top-2 z-20 flex shrink-0 flex-col gap-3 rounded-m border border-accent bg-raised p-4 shadow-lift"
    >
      <p className="statement text-15" aria-live="polite">
        {inQuotes(text.slice(span.start, span.end))}
      </p>
      <div className="flex flex-wrap gap-x-6 gap-y-2 text-13">
        <Ends label="Beginning" onMove={(by) => change('start', by)} />
        <Ends label="End" onMove={(by) => change('end', by)} />
      </div>
      <ActionForm action={markAction} id="mark-words" onResult={done} className="gap-3">
        <input type="hidden" name="snapshotId" value={snapshotId} />
        <input type="hidden" name="start" value={span.start + offset} />
        <input type="hidden" name="end" value={span.end + offset} />
        <input type="hidden" name="quote" value={text.slice(span.start, span.end)} />
        <div className="flex flex-wrap items-end gap-3">
          <Field name="kind" label="Kind">
            <Select defaultValue="event" className="w-40">
              {CLAIM_KINDS.map((kind) => (
                <option key={kind} value={kind}>
                  {kind.charAt(0).toUpperCase() + kind.slice(1)}
                </option>
              ))}
            </Select>
          </Field>
          <SubmitButton>Mark these words</SubmitButton>
          <Button variant="quiet" onClick={() => setSpan(null)}>
            Cancel <Kbd>Esc</Kbd>
          </Button>
        </div>
      </ActionForm>
    </section>
  )
}

function Ends({ label, onMove }: { label: string; onMove: (by: 1 | -1) => void }) {
  return (
    <fieldset className="flex items-center gap-1">
      <legend className="sr-only">{label} of the words</legend>
      <span className="mr-1 text-ink-soft" aria-hidden="true">
        {label}
      </span>
      <Button size="small" aria-label={`${label}: one word back`} onClick={() => onMove(-1)}>
        ←
      </Button>
      <Button size="small" aria-label={`${label}: one word on`} onClick={() => onMove(1)}>
        →
      </Button>
    </fieldset>
  )
}

/** Where marking by keyboard begins: the words of the lit claim, else the first of the text. */
function beginning(text: string): Span {
  const lit = document.querySelector<HTMLElement>('[data-mark][data-lit] [data-start]')
  const start = Number(lit?.dataset.start ?? 0)
  return { start, end: Math.min(text.length, start + (lit?.textContent?.length ?? 60)) }
}

const knownId = (details: unknown): string | null =>
  typeof details === 'object' && details !== null && 'candidateId' in details ? String(details.candidateId) : null
