import type { ReactNode } from 'react'
import { cx } from './classes'

const TONES = {
  plain: 'border-rule text-ink-soft',
  accent: 'border-accent text-accent',
  good: 'border-rating-true text-rating-true',
  watch: 'border-rating-half text-rating-half',
  bad: 'border-rating-false text-rating-false',
} as const

export type TagTone = keyof typeof TONES

/** One or two words about a thing's state or kind; the word carries the meaning, the colour only helps. */
export function Tag({
  tone = 'plain',
  className,
  children,
}: {
  tone?: TagTone
  className?: string
  children: ReactNode
}) {
  return (
    <span
      className={cx(
        'inline-flex items-center gap-1.5 rounded-s border px-1.5 font-medium text-13 whitespace-nowrap',
        TONES[tone],
        className,
      )}
    >
      {children}
    </span>
  )
}
