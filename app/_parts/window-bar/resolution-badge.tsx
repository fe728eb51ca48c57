import { RESOLUTION_WORDS } from '@/lib/predictions/present'
import { cx } from '../../_ui/classes'
import type { BarResolution } from './geometry'
import { OutcomeDot } from './outcome-dot'

const SHAPES = {
  came_true: 'filled',
  early: 'hollow',
  late: 'hollow',
  partly: 'half',
  did_not_happen: 'cross',
} as const
const hasShape = (kind: BarResolution): kind is keyof typeof SHAPES => kind in SHAPES

const TONES: Partial<Record<BarResolution, string>> = {
  came_true: 'text-rating-true',
  did_not_happen: 'text-rating-false',
  open: 'text-accent',
  too_vague: 'text-rating-none',
  void: 'text-rating-none',
}

/** How a prediction ended, with the same mark as on its window bar. */
export function ResolutionBadge({ kind, className }: { kind: BarResolution; className?: string }) {
  return (
    <span
      className={cx('inline-flex items-center gap-2 font-semibold', toneOf(kind), className)}
      data-resolution={kind}
    >
      <Mark kind={kind} size={16} />
      {RESOLUTION_WORDS[kind]}
    </span>
  )
}

/** The same, large: the headline of how a prediction stands. */
export function OutcomeMark({ kind }: { kind: BarResolution }) {
  return (
    <p className={cx('statement flex items-center gap-3 font-semibold text-28', toneOf(kind))} data-resolution={kind}>
      <Mark kind={kind} size={28} />
      {RESOLUTION_WORDS[kind]}
    </p>
  )
}

const toneOf = (kind: BarResolution): string => TONES[kind] ?? 'text-rating-half'

function Mark({ kind, size }: { kind: BarResolution; size: number }) {
  return (
    <svg width={size} height={size} viewBox="0 0 16 16" className="shrink-0" aria-hidden="true">
      {hasShape(kind) ? (
        <OutcomeDot shape={SHAPES[kind]} resolution={kind} x={8} y={8} />
      ) : (
        <rect
          x="1.5"
          y="5"
          width="13"
          height="6"
          rx="1"
          fill={kind === 'open' ? 'currentColor' : 'none'}
          fillOpacity="0.4"
          stroke="currentColor"
          strokeDasharray={kind === 'open' ? undefined : '3 2'}
        />
      )}
    </svg>
  )
}
