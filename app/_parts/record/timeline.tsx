import type { ReactNode } from 'react'
import { cx } from '../../_ui/classes'

/** One thing that happened: who did what (`what` says it in words), when (a Timestamp or a DayText), and more below. */
export type TimelineEntry = { id: string; what: ReactNode; when: ReactNode; detail?: ReactNode; isMain?: boolean }

/** Who did what, when; the newest first or last, as given. Main steps have a filled point. */
export function Timeline({
  entries,
  label,
  className,
}: {
  entries: TimelineEntry[]
  label: string
  className?: string
}) {
  return (
    <ol aria-label={label} className={cx('flex flex-col', className)}>
      {entries.map((entry) => (
        <li key={entry.id} className="group relative pb-5 pl-6 last:pb-0">
          <span
            aria-hidden="true"
            className="absolute top-4 bottom-[-0.5rem] left-[5px] w-px bg-rule group-last:hidden"
          />
          <span
            aria-hidden="true"
            className={cx(
              'absolute top-[7px] left-0 size-[11px] rounded-full border-2',
              entry.isMain ? 'border-accent bg-accent' : 'border-line bg-paper',
            )}
          />
          <div className="flex flex-wrap items-baseline justify-between gap-x-4">
            <p className="min-w-0">{entry.what}</p>
            <p className="text-13 text-ink-faint">{entry.when}</p>
          </div>
          {entry.detail ? <div className="mt-1 text-ink-soft">{entry.detail}</div> : null}
        </li>
      ))}
    </ol>
  )
}
