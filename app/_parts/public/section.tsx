import type { ReactNode } from 'react'
import { cx } from '../../_ui/classes'

/** A part of a reader's page under its own heading. In the margin the heading is smaller. */
export function Section({
  id,
  title,
  isMargin = false,
  className,
  children,
}: {
  id: string
  title: ReactNode
  isMargin?: boolean
  className?: string
  children: ReactNode
}) {
  return (
    <section aria-labelledby={id} className={cx('flex flex-col', isMargin ? 'gap-3' : 'gap-4', className)}>
      <h2
        id={id}
        className={
          isMargin
            ? 'border-ink border-t pt-2 font-semibold text-15'
            : 'statement border-ink border-t pt-3 font-semibold text-21'
        }
      >
        {title}
      </h2>
      {children}
    </section>
  )
}
