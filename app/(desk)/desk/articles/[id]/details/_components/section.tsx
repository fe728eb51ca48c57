import type { ReactNode } from 'react'

export function Section({
  id,
  title,
  lead,
  children,
}: {
  id: string
  title: string
  lead?: string
  children: ReactNode
}) {
  return (
    <section aria-labelledby={`${id}-title`} className="flex max-w-measure flex-col gap-4">
      <h2 id={`${id}-title`} className="statement font-semibold text-21">
        {title}
      </h2>
      {lead ? <p className="text-ink-soft">{lead}</p> : null}
      {children}
    </section>
  )
}
