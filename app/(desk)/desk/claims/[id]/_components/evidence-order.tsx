'use client'

import { lazy, Suspense, useEffect, useRef, useState } from 'react'
import type { OrderProps } from './evidence-sortable'

/** Dragging is loaded when somebody unfolds it. */
const Sortable = lazy(() => import('./evidence-sortable'))

/** The evidence as a short list that is put in order by dragging or by keyboard; the buttons at each piece do without it. */
export function EvidenceOrder(props: OrderProps) {
  const place = useRef<HTMLDivElement>(null)
  const [isOpen, setIsOpen] = useState(false)
  useEffect(() => {
    const folded = place.current?.closest('details')
    const look = () => setIsOpen((before) => before || folded?.open === true)
    look()
    folded?.addEventListener('toggle', look)
    return () => folded?.removeEventListener('toggle', look)
  }, [])
  return (
    <div ref={place}>
      {isOpen ? (
        <Suspense fallback={<p className="text-13 text-ink-soft">Loading …</p>}>
          <Sortable {...props} />
        </Suspense>
      ) : (
        <p className="text-13 text-ink-soft">Use “Move up” and “Move down” at each piece of evidence.</p>
      )}
    </div>
  )
}
