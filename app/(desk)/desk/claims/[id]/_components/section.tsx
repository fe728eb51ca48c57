import type { ReactNode } from 'react'
import { cx } from '@/app/_ui/classes'

/** One of the parts of the workspace, with a heading to jump to. */
export function Section({
  id,
  title,
  count,
  className,
  children,
}: {
  id: string
  title: string
  count?: number
  className?: string
  children: ReactNode
}) {
  return (
    <section aria-labelledby={`${id}-title`} id={id} className={cx('flex min-w-0 flex-col gap-5', className)}>
      <h2 id={`${id}-title`} className="flex items-baseline gap-2 border-ink border-b-2 pb-1 font-semibold text-17">
        {title}
        {count ? <span className="font-normal text-15 text-ink-soft tabular-nums">{count}</span> : null}
      </h2>
      {children}
    </section>
  )
}

/** A part within a part. */
export function Part({
  id,
  title,
  aside,
  children,
}: {
  id?: string
  title: string
  aside?: ReactNode
  children: ReactNode
}) {
  return (
    <div id={id} className="flex scroll-mt-20 flex-col gap-3">
      <div className="flex items-baseline justify-between gap-4">
        <h3 className="font-semibold text-15">{title}</h3>
        {aside}
      </div>
      {children}
    </div>
  )
}

/** What is not there yet, in one quiet line. */
export const Nothing = ({ children }: { children: ReactNode }) => <p className="text-ink-soft">{children}</p>
