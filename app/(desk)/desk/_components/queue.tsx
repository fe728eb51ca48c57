import type { ReactNode } from 'react'

/** One queue on the desk's first page: what it is, how many wait, the next few, and the way to all of them. */
export function Queue({
  id,
  title,
  count,
  href,
  more,
  empty,
  children,
}: {
  id: string
  title: string
  count?: string
  href?: string
  /** Words of the way to the whole queue. */
  more?: string
  /** Shown when nothing waits. */
  empty: string
  children: ReactNode[]
}) {
  return (
    <section aria-labelledby={id} className="border-rule border-t pt-4">
      <header className="flex items-baseline justify-between gap-4">
        <h2 id={id} className="font-semibold text-17">
          {title}
          {count ? <span className="tabular-nums ml-2 font-normal text-15 text-ink-soft">{count}</span> : null}
        </h2>
        {href && more && children.length > 0 ? (
          <a href={href} className="shrink-0 text-15">
            {more}
          </a>
        ) : null}
      </header>
      {children.length > 0 ? (
        <ul className="mt-2 divide-y divide-rule">{children}</ul>
      ) : (
        <p className="mt-2 text-15 text-ink-soft">{empty}</p>
      )}
    </section>
  )
}

/** One row of a queue: the whole of it leads to the thing. */
export function QueueItem({ href, over, children }: { href: string; over?: ReactNode; children: ReactNode }) {
  return (
    <li>
      <a href={href} className="group block py-2.5 text-ink no-underline">
        {over ? <span className="flex flex-wrap items-baseline gap-x-2 text-13 text-ink-soft">{over}</span> : null}
        <span className="statement block text-17 group-hover:underline">{children}</span>
      </a>
    </li>
  )
}
