'use client'

import { useEffect, useState } from 'react'

const listeners = new Set<(text: string) => void>()

/** Tells screen readers, in passing, what an action did; what is seen on the page already says it to the eye. */
export function announce(text: string): void {
  for (const listener of listeners) listener(text)
}

/** The live region of `announce`. It is there from the start: a region that appears with its text is not read out. */
export function Announcer() {
  const [said, setSaid] = useState({ text: '', turn: 0 })
  useEffect(() => {
    const listener = (text: string) => setSaid(({ turn }) => ({ text, turn: turn + 1 }))
    listeners.add(listener)
    return () => {
      listeners.delete(listener)
    }
  }, [])
  return (
    <div role="status" aria-live="polite" className="sr-only" data-announcer>
      {/* the same words once more are a new element, so that they are read once more */}
      <span key={said.turn}>{said.text}</span>
    </div>
  )
}
