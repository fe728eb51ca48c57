'use client'

import { usePathname } from 'next/navigation'
import { type ReactNode, useEffect, useRef } from 'react'
import { cx } from '../../_ui/classes'

/** A disclosure that also opens without JavaScript; with it, it closes on Escape, outside, and when a page is reached. */
export function DeskMenu({ label, className, children }: { label: string; className?: string; children: ReactNode }) {
  const pathname = usePathname()
  const box = useRef<HTMLDetailsElement>(null)

  useEffect(() => {
    const close = (event: Event) => {
      const open = box.current
      if (!open?.open || (event instanceof PointerEvent && open.contains(event.target as Node))) return
      if (event instanceof KeyboardEvent && event.key !== 'Escape') return
      open.open = false
      if (event instanceof KeyboardEvent) open.querySelector('summary')?.focus()
    }
    document.addEventListener('pointerdown', close)
    document.addEventListener('keydown', close)
    return () => {
      document.removeEventListener('pointerdown', close)
      document.removeEventListener('keydown', close)
    }
  }, [])

  return (
    <details key={pathname} ref={box} className={cx('group relative', className)}>
      <summary className="flex h-9 max-w-48 cursor-pointer list-none items-center gap-2 rounded-m px-2 text-15 hover:bg-sunk [&::-webkit-details-marker]:hidden">
        <span className="truncate">{label}</span>
        <svg viewBox="0 0 10 6" className="w-2.5 shrink-0 group-open:rotate-180" fill="none" aria-hidden="true">
          <path d="m1 1 4 4 4-4" stroke="currentColor" strokeWidth="1.5" />
        </svg>
      </summary>
      <div className="absolute top-full right-0 z-40 mt-1 w-64 max-w-[calc(100vw-2rem)] rounded-m border border-rule bg-raised p-1 shadow-lift">
        {children}
      </div>
    </details>
  )
}
