'use client'

import { type KeyboardEvent, useEffect, useRef } from 'react'
import { Button } from '@/app/_ui/button'
import type { Cited } from './verdict-texts'

/** The claim's evidence to choose from, by the numbers that readers will see. */
export function Evidences({
  evidence,
  onChoose,
  onClose,
}: {
  evidence: Cited[]
  onChoose: (id: string, number: number) => void
  onClose: () => void
}) {
  const list = useRef<HTMLFieldSetElement>(null)
  useEffect(() => list.current?.querySelector('button')?.focus(), [])
  const close = (event: KeyboardEvent) => {
    if (event.key !== 'Escape') return
    event.preventDefault()
    onClose()
  }
  return (
    <fieldset ref={list} className="border-rule border-l-2 py-1 pl-3" onKeyDown={close}>
      <legend className="sr-only">Evidence to cite</legend>
      {evidence.length === 0 ? (
        <p className="text-15 text-ink-soft">
          No evidence yet. <a href="#evidence">Add a piece first</a>; it can be cited then.
        </p>
      ) : (
        <ol className="flex flex-col gap-1">
          {evidence.map(({ id, stance, title }, index) => (
            <li key={id}>
              <Button
                variant="quiet"
                size="small"
                className="h-auto min-h-8 whitespace-normal py-1 text-left"
                onClick={() => onChoose(id, index + 1)}
              >
                [{index + 1}] {title} ({stance})
              </Button>
            </li>
          ))}
        </ol>
      )}
    </fieldset>
  )
}
