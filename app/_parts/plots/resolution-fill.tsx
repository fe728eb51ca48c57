import type { ResolutionKind } from '@/lib/predictions/schema'

/**
 * How an area that stands for a resolution is filled: in the tone of its mark, and by a pattern of its own, so that columns are
 * read without colour. Solid came true, level stripes in part, slanted one way early and the other late, crossed did not happen,
 * pale open, an outline void, dots too vague.
 */
const TONES: Record<ResolutionKind, string> = {
  came_true: 'text-rating-true',
  partly: 'text-rating-half',
  early: 'text-rating-half',
  late: 'text-rating-half',
  did_not_happen: 'text-rating-false',
  open: 'text-accent',
  void: 'text-rating-none',
  too_vague: 'text-rating-none',
}

const STROKES: Partial<Record<ResolutionKind, string>> = {
  partly: 'M0 1.5h6M0 4.5h6',
  early: 'M0 0l6 6M-3 3l6 6M3-3l6 6',
  late: 'M0 6l6-6M-3 3l6-6M3 9l6-6',
  did_not_happen: 'M0 0l6 6M0 6l6-6M-3 3l6 6M3-3l6 6M-3 3l6-6M3 9l6-6',
  too_vague: 'M1 1.5h1.5M4 4.5h1.5',
}

/** The patterns, once per picture; `id` tells those of one picture from another's. */
export function ResolutionPatterns({ id, kinds }: { id: string; kinds: readonly ResolutionKind[] }) {
  return (
    <defs>
      {kinds.map((kind) =>
        STROKES[kind] ? (
          <pattern key={kind} id={`${id}-${kind}`} width="6" height="6" patternUnits="userSpaceOnUse">
            <rect width="6" height="6" className="fill-paper" />
            <g className={TONES[kind]}>
              <rect width="6" height="6" fill="currentColor" fillOpacity="0.12" />
              <path d={STROKES[kind]} stroke="currentColor" strokeWidth="1.4" fill="none" />
            </g>
          </pattern>
        ) : null,
      )}
    </defs>
  )
}

type Area = { x: number | string; y: number; width: number | string; height: number }

export function ResolutionArea({ id, kind, ...area }: Area & { id: string; kind: ResolutionKind }) {
  return (
    <rect
      {...area}
      className={TONES[kind]}
      stroke="currentColor"
      strokeWidth="1"
      strokeDasharray={kind === 'void' ? '3 2' : undefined}
      fill={kind === 'void' ? 'var(--color-paper)' : STROKES[kind] ? `url(#${id}-${kind})` : 'currentColor'}
      fillOpacity={kind === 'open' ? 0.15 : 1}
    />
  )
}

/** The same as a sample before its word. */
export function ResolutionSample({ id, kind }: { id: string; kind: ResolutionKind }) {
  return (
    <svg width="14" height="14" className="shrink-0" aria-hidden="true">
      <ResolutionArea id={id} kind={kind} x={1} y={1} width={12} height={12} />
    </svg>
  )
}
