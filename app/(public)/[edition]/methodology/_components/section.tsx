import type { ReactNode } from 'react'

/** A part of the methodology, with an anchor that other pages point to. */
export function Section({ id, title, children }: { id: string; title: string; children: ReactNode }) {
  return (
    <section aria-labelledby={id} className="mt-12 flex flex-col gap-4">
      <h2 id={id} className="statement font-semibold text-21">
        {title}
      </h2>
      {children}
    </section>
  )
}
