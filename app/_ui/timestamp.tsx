'use client'

import { useSyncExternalStore } from 'react'
import { formatInstant } from './instants'

const never = () => () => {}
const readersZone = () => Intl.DateTimeFormat().resolvedOptions().timeZone

/** An instant: the server writes it in the newsroom's zone (and says which), the browser then in the reader's own. */
export function Timestamp({ at, zone, className }: { at: string; zone: string; className?: string }) {
  const here = useSyncExternalStore<string | null>(never, readersZone, () => null)
  return (
    <time dateTime={at} title={formatInstant(at, here ?? zone, true)} className={className}>
      {here ? formatInstant(at, here) : formatInstant(at, zone, true)}
    </time>
  )
}
