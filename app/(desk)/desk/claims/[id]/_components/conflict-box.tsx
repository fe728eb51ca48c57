'use client'

import dynamic from 'next/dynamic'
import type { ReactNode, Ref } from 'react'
import { Timestamp } from '@/app/_ui/timestamp'
import type { ComparedProps } from './compared-props'

// What compares two texts comes when there are two.
export const ComparedField = dynamic<ComparedProps>(() => import('./compared').then((part) => part.ComparedField), {
  loading: () => <p className="text-ink-soft">Comparing …</p>,
})

type Told = { revision: number; by: string | null; at: string | null }

/** The frame around the fields of a conflict: who saved what when. */
export function ConflictBox({
  told,
  zone,
  ref,
  children,
}: {
  told: Told
  zone: string
  ref?: Ref<HTMLElement>
  children: ReactNode
}) {
  return (
    <section
      ref={ref}
      tabIndex={-1}
      aria-label="The two texts compared"
      data-conflict
      className="flex flex-col gap-5 border-rating-half border-y-2 bg-sunk px-4 py-4 focus:outline-none"
    >
      <h3 className="font-semibold text-17">Two texts</h3>
      <p>
        {told.by ?? 'Somebody'} saved revision {told.revision}
        {told.at ? (
          <>
            {' '}
            (<Timestamp at={told.at} zone={zone} />)
          </>
        ) : null}{' '}
        while you were writing. Your text still stands in the fields below. Choose for each field, or edit it, and save
        again. Until then both are kept.
      </p>
      {children}
    </section>
  )
}
