import { along, pixel } from './places'
import { drawSpans, type SpanRow, spanWords } from './spans'

const ROW = 46

/** Lengths in days, one row each on one axis: the middle half as a bar, the median as a mark, said beside it in words. */
export function SpansPlot({ rows }: { rows: readonly SpanRow[] }) {
  const drawn = drawSpans(rows)
  const floor = rows.length * ROW
  return (
    <svg
      width="100%"
      height={floor + 24}
      role="img"
      aria-label={rows.map(({ label, span }) => `${label}: ${spanWords(span)}.`).join(' ')}
      className="block overflow-visible font-sans text-13"
      data-plot="spans"
    >
      {drawn.ticks.map(({ at, label }) => (
        <g key={label}>
          <line x1={along(at)} x2={along(at)} y1="20" y2={floor + 4} className="stroke-rule" />
          <text
            x={along(at)}
            y={floor + 19}
            textAnchor={at === 0 ? 'start' : at === 1 ? 'end' : 'middle'}
            className="fill-ink-faint tabular-nums"
          >
            {label}
          </text>
        </g>
      ))}
      {drawn.rows.map(({ key, low, median, high }, index) => {
        const y = index * ROW + 30
        return (
          <g key={key}>
            <text x="0" y={y - 16} className="fill-ink stroke-paper" strokeWidth="4" paintOrder="stroke">
              {rows[index]?.label}
            </text>
            <line x1="0" x2="100%" y1={y} y2={y} className="stroke-line" />
            <rect
              x={along(low)}
              width={along(Math.max(0.004, high - low))}
              y={pixel(y - 5)}
              height="10"
              rx="1"
              className="fill-accent stroke-accent"
              fillOpacity="0.22"
            />
            <line
              x1={along(median)}
              x2={along(median)}
              y1={y - 8}
              y2={y + 8}
              className="stroke-accent"
              strokeWidth="3"
            />
          </g>
        )
      })}
    </svg>
  )
}
