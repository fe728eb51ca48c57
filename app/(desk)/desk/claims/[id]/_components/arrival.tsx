'use client'

import { type ReactNode, useEffect, useRef } from 'react'

/** What has just happened, at the top of the page that it led to: takes the focus, so that it is read out and seen. */
export function Arrival({ children }: { children: ReactNode }) {
  const place = useRef<HTMLDivElement>(null)
  useEffect(() => place.current?.focus(), [])
  return (
    <div ref={place} tabIndex={-1} className="focus:outline-none">
      {children}
    </div>
  )
}
