'use client'

import { useSyncExternalStore } from 'react'
import { Select } from '@/app/_ui/controls'

const never = () => () => {}
const browserZone = () => Intl.DateTimeFormat().resolvedOptions().timeZone

/** All zones, with the browser's chosen at first; without JavaScript the server's. */
export function ZoneSelect({ zones, serverZone }: { zones: string[]; serverZone: string }) {
  const here = useSyncExternalStore(never, browserZone, () => serverZone)
  const known = zones.includes(here) ? here : serverZone
  return (
    <Select key={known} defaultValue={known}>
      {zones.map((zone) => (
        <option key={zone} value={zone}>
          {zone.replaceAll('_', ' ')}
        </option>
      ))}
    </Select>
  )
}
