import type { ReactNode } from 'react'

/** Something that is seldom needed, folded; the browser's own, so it also opens without JavaScript. */
export function Folded({ label, open, children }: { label: ReactNode; open?: boolean; children: ReactNode }) {
  return (
    <details open={open}>
      <summary className="flex min-h-9 w-fit cursor-pointer list-none items-center gap-2 font-medium text-15 text-accent [&::-webkit-details-marker]:hidden">
        <svg viewBox="0 0 6 10" className="h-2.5 [details[open]>summary_&]:rotate-90" fill="none" aria-hidden="true">
          <path d="m1 1 4 4-4 4" stroke="currentColor" strokeWidth="1.5" />
        </svg>
        {label}
      </summary>
      <div className="pt-3">{children}</div>
    </details>
  )
}
