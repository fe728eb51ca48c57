import type { ReactNode } from 'react'
import { formatDay } from '@/lib/core/windows'

/** What another desk ruled, as it is told beside a claim. */
export type RulingView = {
  publisherName: string
  claimText: string
  claimant: string | null
  ratingText: string
  reviewUrl: string
  reviewedOn: string | null
}

/**
 * Another desk's verdict, in its own words: never with our seal, so that nobody takes it for ours. `children`: what can be done
 * about it.
 */
export function Ruling({ ruling, children }: { ruling: RulingView; children?: ReactNode }) {
  const { publisherName, claimText, claimant, ratingText, reviewUrl, reviewedOn } = ruling
  return (
    <div className="flex min-w-0 flex-col gap-1 text-15" data-ruling>
      <p>
        <span className="font-semibold">{publisherName}</span> ruled <span className="font-medium">“{ratingText}”</span>
        {reviewedOn ? <span className="text-ink-soft"> on {formatDay(reviewedOn)}</span> : null}
      </p>
      <p className="break-words font-serif text-ink-soft">
        On: {claimText}
        {claimant ? ` (${claimant})` : ''}
      </p>
      <p className="text-13">
        <OutsideLink href={reviewUrl} about={`${publisherName}, ${claimText}`}>
          Read it at {new URL(reviewUrl).hostname.replace(/^www\./, '')}
        </OutsideLink>
      </p>
      {children}
    </div>
  )
}

/** Leads away in a new tab, says so, and lends the place no weight at search engines. */
export function OutsideLink({ href, about, children }: { href: string; about?: string; children: ReactNode }) {
  return (
    <a href={href} target="_blank" rel="nofollow noopener noreferrer" className="break-words">
      {children}
      {about ? <span className="sr-only">: {about}</span> : null}
      <span className="text-ink-soft"> (new tab)</span>
    </a>
  )
}
