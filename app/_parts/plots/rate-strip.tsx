import type { Interval } from '@/lib/core/intervals'
import { along } from './places'

/**
 * One row of a table: where a rate lies between never and always, with its interval; the tick is what the words promise, the
 * pale band what luck would leave of it. The row's cells say in words and figures what was seen and whether luck explains it, so the
 * drawing is not read out; the band's ends stand in the table of the calibration picture.
 */
export function RateStrip({
  share,
  interval,
  expected,
  band,
  isOutside = false,
}: {
  share: number | null
  interval: Interval | null
  expected: number
  band: Interval
  isOutside?: boolean
}) {
  return (
    <svg width="100%" height="24" className="block min-w-24 overflow-visible" aria-hidden="true" data-plot="strip">
      {[0, 0.5, 1].map((at) => (
        <line key={at} x1={along(at)} x2={along(at)} y1="4" y2="20" className="stroke-rule" />
      ))}
      <line x1="0" x2="100%" y1="12" y2="12" className="stroke-line" />
      {share === null ? null : (
        <rect
          x={along(band.low)}
          width={along(band.high - band.low)}
          y="5"
          height="14"
          className="fill-ink-soft"
          fillOpacity="0.14"
        />
      )}
      <line x1={along(expected)} x2={along(expected)} y1="3" y2="21" className="stroke-ink" strokeWidth="1.5" />
      {share === null || interval === null ? null : (
        <g className={isOutside ? 'text-rating-false' : 'text-accent'}>
          <line
            x1={along(interval.low)}
            x2={along(interval.high)}
            y1="12"
            y2="12"
            stroke="currentColor"
            strokeWidth="2"
          />
          <svg x={along(share)} y="12" overflow="visible" aria-hidden="true">
            {isOutside ? (
              <path d="M0-6.5 6.5 0 0 6.5-6.5 0z" fill="currentColor" className="stroke-paper" strokeWidth="1.5" />
            ) : (
              <circle r="5" fill="currentColor" className="stroke-paper" strokeWidth="1.5" />
            )}
          </svg>
        </g>
      )}
    </svg>
  )
}
