'use client'

import { type DragEvent, type ReactNode, useRef, useState } from 'react'
import { cx } from '@/app/_ui/classes'

/** A frame into which files can be dropped; they go to the file field in it. The field itself works without it. */
export function DropZone({ children }: { children: ReactNode }) {
  const frame = useRef<HTMLFieldSetElement>(null)
  const [isOver, setIsOver] = useState(false)

  function drop(event: DragEvent) {
    event.preventDefault()
    setIsOver(false)
    const field = frame.current?.querySelector<HTMLInputElement>('input[type=file]')
    if (!field || event.dataTransfer.files.length === 0) return
    field.files = event.dataTransfer.files
    field.focus()
  }

  return (
    <fieldset
      ref={frame}
      onDragOver={(event) => {
        event.preventDefault()
        setIsOver(true)
      }}
      onDragLeave={() => setIsOver(false)}
      onDrop={drop}
      data-over={isOver || undefined}
      className={cx(
        'max-w-measure rounded-m border border-line border-dashed p-4 transition-colors',
        isOver && 'border-accent bg-accent-wash',
      )}
    >
      <legend className="sr-only">Choose files, or drop them here</legend>
      {children}
      <p aria-hidden="true" className="mt-2 text-13 text-ink-soft">
        Files can also be dropped here.
      </p>
    </fieldset>
  )
}
