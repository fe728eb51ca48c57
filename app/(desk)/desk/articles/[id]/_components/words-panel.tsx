'use client'

import { useCallback, useEffect, useRef } from 'react'
import { ActionForm, SubmitButton } from '@/app/_ui/action-form'
import { Button } from '@/app/_ui/button'
import { Select } from '@/app/_ui/controls'
import { Field } from '@/app/_ui/field'
import { Kbd } from '@/app/_ui/page-parts'
import { CLAIM_KINDS } from '@/lib/claims/rules/terms'
import { inQuotes } from '@/lib/core/quotes'
import type { ActionResult } from '@/lib/core/results'
import type { Span } from '@/lib/core/text'
import { adjustAction, markAction } from '../actions'

type Marked = ActionResult<{ candidateId: string }>

/** The words being chosen, and what becomes of them: a claim of their own, or the words of `candidateId` from now on. */
export function WordsPanel({
  snapshotId,
  span,
  quote,
  candidateId,
  onMove,
  onDone,
  onCancel,
}: {
  snapshotId: string
  span: Span
  quote: string
  candidateId: string | null
  onMove: (end: 'start' | 'end', by: 1 | -1) => void
  onDone: (result: Marked, isAdjusted: boolean) => void
  onCancel: () => void
}) {
  const isAdjusted = candidateId !== null
  const panel = useRef<HTMLElement>(null)
  const latest = useRef(onDone)
  useEffect(() => {
    latest.current = onDone
  })
  const done = useCallback((result: Marked) => latest.current(result, isAdjusted), [isAdjusted])
  // opened by a key or a button, the form takes over; by the mouse, the selection stays with the person
  useEffect(() => {
    if (window.getSelection()?.isCollapsed !== false && !document.activeElement?.hasAttribute('data-grip'))
      panel.current?.querySelector<HTMLElement>('button[type="submit"]')?.focus({ preventScroll: true })
  }, [])
  const label = isAdjusted ? 'Other words for this claim' : 'A claim from words'
  return (
    <section
      ref={panel}
      aria-label={label}
      className="z-20 flex shrink-0 flex-col gap-3 rounded-m border border-accent bg-raised p-4 shadow-lift max-lg:fixed max-lg:inset-x-2 max-lg:bottom-2 max-lg:max-h-[45vh] max-lg:overflow-y-auto lg:sticky lg:top-2"
    >
      <p className="text-13 text-ink-soft">
        {label}. Drag the grips in the text, or <Kbd>←</Kbd> <Kbd>→</Kbd> for the end and <Kbd>Shift</Kbd> with them for
        the beginning.
      </p>
      <p className="statement text-15">{inQuotes(quote)}</p>
      <div className="flex flex-wrap gap-x-6 gap-y-2 text-13">
        <Ends label="Beginning" onMove={(by) => onMove('start', by)} />
        <Ends label="End" onMove={(by) => onMove('end', by)} />
      </div>
      <ActionForm
        action={isAdjusted ? adjustAction : markAction}
        id={isAdjusted ? 'adjust-words' : 'mark-words'}
        onResult={done}
        className="gap-3"
      >
        <input type="hidden" name="snapshotId" value={snapshotId} />
        <input type="hidden" name="start" value={span.start} />
        <input type="hidden" name="end" value={span.end} />
        <input type="hidden" name="quote" value={quote} />
        {isAdjusted ? <input type="hidden" name="candidateId" value={candidateId} /> : null}
        <div className="flex flex-wrap items-end gap-3">
          {isAdjusted ? null : (
            <Field name="kind" label="Kind">
              <Select defaultValue="event" className="w-40">
                {CLAIM_KINDS.map((kind) => (
                  <option key={kind} value={kind}>
                    {kind.charAt(0).toUpperCase() + kind.slice(1)}
                  </option>
                ))}
              </Select>
            </Field>
          )}
          <SubmitButton>{isAdjusted ? 'Use these words' : 'Mark these words'}</SubmitButton>
          <Button variant="quiet" onClick={onCancel}>
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
