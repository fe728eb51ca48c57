'use client'

import { PresentNames } from './present-names'
import { usePresence } from './use-presence'

/** On the page of a thing: says that somebody is here, and who else is. `names`: who was when the page was made. */
export function HereNow({ id, names }: { id: string; names: readonly string[] }) {
  const people = usePresence(id, [id])
  const heard = Object.keys(people).length > 0 ? (people[id] ?? []) : names
  return (
    <div aria-live="polite">
      <PresentNames names={heard} />
    </div>
  )
}
