import type { ReactNode } from 'react'
import { isQuoted } from '@/lib/core/quotes'
import { cx } from '../../_ui/classes'

/** Somebody's words, as they stand in the source, and where that is. `quote` comes without quotation marks. */
export function Excerpt({
  quote,
  source,
  href,
  meta,
  over,
  className,
}: {
  quote: string
  /** Who said or printed it. */
  source: ReactNode
  href?: string
  /** Days, kind of source, archive copy. */
  meta?: ReactNode
  /** Stands above: the stance. */
  over?: ReactNode
  className?: string
}) {
  // words that begin with a quotation mark of their own get no second one
  const hasOwn = isQuoted(quote)
  return (
    <figure className={cx('border-line border-l-2 pl-4', className)}>
      {over ? <div className="mb-1">{over}</div> : null}
      <blockquote cite={href} className="font-serif text-17 lining-nums">
        {hasOwn ? null : (
          <span aria-hidden="true" className="-ml-[0.45em]">
            “
          </span>
        )}
        {quote}
        {hasOwn ? null : <span aria-hidden="true">”</span>}
      </blockquote>
      <figcaption className="mt-1 flex flex-wrap items-center gap-x-3 text-13 text-ink-soft">
        {href ? (
          <a href={href} rel="external noopener" className="inline-flex min-h-6 items-center font-medium">
            {source}
          </a>
        ) : (
          <span className="font-medium text-ink">{source}</span>
        )}
        {meta ? <span>{meta}</span> : null}
      </figcaption>
    </figure>
  )
}
