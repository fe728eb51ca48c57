import type { ReactNode } from 'react'
import type { FrozenVerdict } from '@/lib/verdicts/schema'
import { Seal, sealToneClass } from '../seal/seal'
import { sealOf } from './verdict-list'

/** The verdict itself: the seal, its word, what the word means on the scale it was made on, and the summary. */
export function VerdictBand({
  rating,
  summary,
  children,
}: {
  rating: FrozenVerdict['rating']
  summary: string
  /** Who published it when, or where it leads. */
  children?: ReactNode
}) {
  const seal = sealOf(rating)
  return (
    <div
      className="grid grid-cols-[auto_minmax(0,1fr)] items-center gap-x-5 gap-y-4 sm:gap-x-7"
      data-rating={rating.key}
    >
      <Seal rating={seal} size={96} className="sm:row-span-2 sm:self-start" />
      <div>
        <p className={`statement font-semibold text-28 ${sealToneClass(seal)}`}>{rating.label}</p>
        <p className="max-w-[44ch] text-15 text-ink-soft">{rating.meaning}</p>
      </div>
      <div className="col-span-2 flex flex-col gap-3 sm:col-span-1 sm:col-start-2">
        <p className="font-serif text-21 lining-nums">{summary}</p>
        {children}
      </div>
    </div>
  )
}
