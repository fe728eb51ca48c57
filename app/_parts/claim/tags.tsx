import type { ReactNode } from 'react'
import { cx } from '../../_ui/classes'
import { Tag, type TagTone } from '../../_ui/tag'
import { type ClaimKind, kindLine } from './kinds'

/** The kind in a word, under the same line as in the reader. */
export function KindTag({ kind, className }: { kind: ClaimKind; className?: string }) {
  return (
    <span
      className={cx(
        'text-13 text-ink-soft decoration-ink-faint underline-offset-[0.25em] whitespace-nowrap first-letter:uppercase',
        kindLine(kind),
        className,
      )}
      data-kind={kind}
    >
      {kind}
    </span>
  )
}

export type Stance = 'supports' | 'refutes' | 'context'

const STANCES: Record<Stance, { word: string; tone: string; mark: ReactNode }> = {
  supports: { word: 'Supports', tone: 'text-rating-true', mark: <path d="m3 8.5 3.2 3.2L13 4.8" /> },
  refutes: { word: 'Refutes', tone: 'text-rating-false', mark: <path d="m4 4 8 8m0-8-8 8" /> },
  context: { word: 'Context', tone: 'text-ink-soft', mark: <path d="M3 5h10M3 8h10M3 11h6" /> },
}

/** Which way a piece of evidence points: word and shape. */
export function StanceTag({ stance, className }: { stance: Stance; className?: string }) {
  const { word, tone, mark } = STANCES[stance]
  return (
    <span
      className={cx('inline-flex items-center gap-1.5 font-semibold text-13', tone, className)}
      data-stance={stance}
    >
      <svg
        viewBox="0 0 16 16"
        className="size-3.5 shrink-0"
        fill="none"
        stroke="currentColor"
        strokeWidth="2"
        strokeLinecap="round"
        strokeLinejoin="round"
        aria-hidden="true"
      >
        {mark}
      </svg>
      {word}
    </span>
  )
}

/** Every state of a thing at the desk -> its word and its tone; one table, so that a state reads the same everywhere. */
const STATES = {
  new: ['New', 'accent'],
  accepted: ['Accepted', 'plain'],
  in_review: ['In review', 'accent'],
  draft: ['Draft', 'plain'],
  proposed: ['Proposed', 'watch'],
  submitted: ['Submitted', 'watch'],
  approved: ['Approved', 'good'],
  published: ['Published', 'good'],
  opened: ['Opened', 'good'],
  withdrawn: ['Withdrawn', 'bad'],
  rejected: ['Rejected', 'bad'],
  dropped: ['Dropped', 'plain'],
  undone: ['Undone', 'bad'],
  too_vague: ['Too vague', 'plain'],
  merged: ['Merged', 'plain'],
  hidden: ['Hidden', 'plain'],
} as const satisfies Record<string, readonly [string, TagTone]>

export type DeskState = keyof typeof STATES

export function StateTag({ state, className }: { state: DeskState; className?: string }) {
  const [word, tone] = STATES[state]
  return (
    <Tag tone={tone} className={className}>
      <span data-state={state}>{word}</span>
    </Tag>
  )
}
