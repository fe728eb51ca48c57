import type { BarResolution, OutcomeMark } from './geometry'

/** Came true green, what came otherwise ochre, what did not come brick; the shape says it without the colour. */
const TONES: Partial<Record<BarResolution, string>> = {
  came_true: 'text-rating-true',
  did_not_happen: 'text-rating-false',
}

export function OutcomeDot({
  shape,
  resolution,
  x,
  y,
}: {
  shape: OutcomeMark['shape']
  resolution: BarResolution
  x: number | string
  y: number
}) {
  return (
    <svg x={x} y={y} overflow="visible" className={TONES[resolution] ?? 'text-rating-half'} aria-hidden="true">
      {shape === 'cross' ? (
        <>
          <path d="M-5-5 5 5M5-5-5 5" className="stroke-paper" strokeWidth="5" />
          <path d="M-4.5-4.5 4.5 4.5M4.5-4.5-4.5 4.5" stroke="currentColor" strokeWidth="2.25" strokeLinecap="round" />
        </>
      ) : (
        <>
          <circle r="6.5" className="fill-paper" />
          <circle
            r="4.75"
            fill={shape === 'filled' ? 'currentColor' : 'var(--color-paper)'}
            stroke="currentColor"
            strokeWidth="2"
          />
          {shape === 'half' ? <path d="M0-4.75a4.75 4.75 0 0 1 0 9.5z" fill="currentColor" /> : null}
        </>
      )}
    </svg>
  )
}
