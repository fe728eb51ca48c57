import { Notice } from '@/app/_ui/notice'
import type { Day } from '@/lib/core/days'
import { formatDay } from '@/lib/core/windows'

/** On top of a page whose verdict was withdrawn. */
export function WithdrawnNotice({ on, note }: { on: Day | null; note: string | null }) {
  return (
    <Notice kind="warn" title={on ? `Withdrawn ${formatDay(on)}` : 'Withdrawn'}>
      {note ? `${note} ` : ''}There is no verdict in force. What was published stays readable below.
    </Notice>
  )
}

/** On top of a page whose verdict was another one before; `from` and `to` are the ratings' words. */
export function VerdictChangedNotice({ on, from, to }: { on: Day; from?: string; to?: string }) {
  return (
    <Notice kind="warn" title={`Corrected ${formatDay(on)}`}>
      {from && to && from !== to ? `The verdict changed from “${from}” to “${to}”. ` : 'The verdict changed. '}
      <a href="#corrections">What was wrong</a>
    </Notice>
  )
}
