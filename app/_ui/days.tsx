import type { Day } from '@/lib/core/days'
import { formatDay, formatWindow, type Window } from '@/lib/core/windows'

/** A day as people write it: "22 Oct 2025". A day has no zone, so it reads the same everywhere. */
export function DayText({ day, className }: { day: Day; className?: string }) {
  return (
    <time dateTime={day} className={className}>
      {formatDay(day)}
    </time>
  )
}

/** A window in its shortest true words, with the exact days on hover and for screen readers. */
export function WindowText({ window, className }: { window: Window; className?: string }) {
  const short = formatWindow(window)
  const exact =
    window.from === window.to ? formatDay(window.from) : `${formatDay(window.from)} to ${formatDay(window.to)}`
  return (
    <span className={className} title={exact}>
      <span aria-hidden="true" className="tabular-nums">
        {short}
      </span>
      <span className="sr-only">{exact}</span>
    </span>
  )
}
