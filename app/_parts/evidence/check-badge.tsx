import type { ReactNode } from 'react'
import { cx } from '@/app/_ui/classes'
import { DayText } from '@/app/_ui/days'
import type { BadgeState } from '@/lib/evidence/rules/checking'

const LOOKS: Record<BadgeState, { word: string; tone: string; mark: ReactNode }> = {
  verified: {
    word: 'Verified',
    tone: 'border-rating-true text-rating-true',
    mark: <path d="m4.5 8.2 2.4 2.4 4.6-5" />,
  },
  changed: {
    word: 'Changed since',
    tone: 'border-rating-false text-rating-false',
    mark: <path d="M8 4v5M8 11.6v.4" />,
  },
  unreachable: {
    word: 'Unreachable',
    tone: 'border-rating-half text-rating-half',
    mark: <path d="m5 11 6-6" />,
  },
  not_checked: { word: 'Not checked', tone: 'border-rule text-ink-soft', mark: <path d="M5 8h6" /> },
}

/** Whether an excerpt still stands in its source: word, shape and day; `why` says more. */
export function CheckBadge({ state, day, why }: { state: BadgeState; day: string | null; why: string | null }) {
  const { word, tone, mark } = LOOKS[state]
  return (
    <span
      className={cx(
        'inline-flex items-center gap-1.5 rounded-s border px-1.5 font-medium text-13 whitespace-nowrap',
        tone,
      )}
      title={why ?? undefined}
      data-badge={state}
    >
      <svg
        viewBox="0 0 16 16"
        className="size-3.5 shrink-0"
        fill="none"
        stroke="currentColor"
        strokeWidth="1.75"
        strokeLinecap="round"
        strokeLinejoin="round"
        aria-hidden="true"
      >
        <circle cx="8" cy="8" r="6.5" strokeDasharray={state === 'not_checked' ? '2.2 2' : undefined} />
        {mark}
      </svg>
      {word}
      {day ? (
        <span className="font-normal">
          <DayText day={day} />
        </span>
      ) : null}
      {why ? <span className="sr-only">. {why}</span> : null}
    </span>
  )
}
