import type { ReactNode } from 'react'
import { cx } from './classes'

const KINDS = {
  info: { word: 'Note', tone: 'border-accent', ink: 'text-accent', shape: <path d="M8 7v5M8 4.2v.6" /> },
  warn: {
    word: 'Take care',
    tone: 'border-rating-half',
    ink: 'text-rating-half',
    shape: <path d="M8 6v4M8 11.8v.2" />,
  },
  success: {
    word: 'Done',
    tone: 'border-rating-true',
    ink: 'text-rating-true',
    shape: <path d="m4.6 8.4 2.3 2.3 4.5-5" />,
  },
  danger: {
    word: 'Problem',
    tone: 'border-rating-false',
    ink: 'text-rating-false',
    shape: <path d="m5.2 5.2 5.6 5.6m0-5.6-5.6 5.6" />,
  },
} as const

/** A word and a shape as well as a colour. `live` announces it (success and danger do so by themselves). */
export function Notice({
  kind = 'info',
  title,
  live,
  className,
  children,
}: {
  kind?: keyof typeof KINDS
  title?: ReactNode
  live?: boolean
  className?: string
  children: ReactNode
}) {
  const { word, tone, ink, shape } = KINDS[kind]
  const announced = live ?? (kind === 'success' || kind === 'danger')
  return (
    <div
      role={announced ? (kind === 'danger' ? 'alert' : 'status') : undefined}
      className={cx('flex gap-3 border-l-4 bg-sunk py-3 pr-4 pl-3', tone, className)}
    >
      <svg
        viewBox="0 0 16 16"
        className={cx('mt-1 size-4 shrink-0', ink)}
        fill="none"
        stroke="currentColor"
        strokeWidth="1.6"
        strokeLinecap="round"
        aria-hidden="true"
      >
        {kind === 'warn' ? <path d="M8 1.2 15.2 14H.8z" strokeLinejoin="round" /> : <circle cx="8" cy="8" r="7.2" />}
        {shape}
      </svg>
      <div className="min-w-0">
        <p className={cx('font-semibold', ink)}>{title ?? word}</p>
        <div className="text-ink">{children}</div>
      </div>
    </div>
  )
}
