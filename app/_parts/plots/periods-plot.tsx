import { counted } from '@/lib/core/counts'
import type { Day } from '@/lib/core/days'
import { RESOLUTION_WORDS } from '@/lib/predictions/present'
import type { ResolutionKind } from '@/lib/predictions/schema'
import { COUNTED, type DatedCount, drawPeriods, OUT, type Period, type PeriodsDrawing } from './periods'
import { periodsFinding } from './periods-words'
import { along, pixel } from './places'
import { ResolutionArea, ResolutionPatterns, ResolutionSample } from './resolution-fill'

const HEIGHT = 150
const TOP = 18

/**
 * When the windows of a subject's predictions closed, or will, and how each ended: a stacked column for each month, quarter or
 * year. Below the line stands what never counts. Places are percentages, so it fits any width.
 */
export function PeriodsPlot({ id, rows, today }: { id: string; rows: readonly DatedCount[]; today: Day }) {
  const drawn = drawPeriods(rows, today)
  const kinds = [...COUNTED, ...OUT].filter((kind) => rows.some((row) => row.kind === kind))
  const unit = HEIGHT / drawn.high
  const line = TOP + HEIGHT
  const floor = line + drawn.low * unit
  return (
    <div className="flex flex-col gap-3">
      <Key id={id} kinds={kinds} rows={rows} />
      <div className="pl-8">
        <svg
          width="100%"
          height={pixel(floor + 26)}
          role="img"
          aria-label={periodsFinding(drawn)}
          className="block overflow-visible font-sans text-13"
          data-plot="periods"
        >
          <ResolutionPatterns id={id} kinds={kinds} />
          {drawn.yTicks.map((tick) => (
            <g key={tick}>
              <line
                x1="0"
                x2="100%"
                y1={pixel(line - tick * unit)}
                y2={pixel(line - tick * unit)}
                className="stroke-rule"
              />
              <text x="-8" y={pixel(line - tick * unit) + 4} textAnchor="end" className="fill-ink-faint tabular-nums">
                {tick}
              </text>
            </g>
          ))}
          {drawn.periods.map((period) => (
            <Column key={period.label} id={id} period={period} unit={unit} line={line} />
          ))}
          <line x1="0" x2="100%" y1={line} y2={line} className="stroke-line" />
          <TimeAxis drawn={drawn} floor={floor} />
        </svg>
      </div>
    </div>
  )
}

function Column({ id, period, unit, line }: { id: string; period: Period; unit: number; line: number }) {
  const x = along(period.at + period.width * 0.1)
  const width = along(period.width * 0.8)
  return (
    <g>
      {period.above.map(({ kind, from, to }) => (
        <ResolutionArea
          key={kind}
          {...{ id, kind, x, width }}
          y={pixel(line - to * unit)}
          height={pixel((to - from) * unit)}
        />
      ))}
      {period.below.map(({ kind, from, to }) => (
        <ResolutionArea
          key={kind}
          {...{ id, kind, x, width }}
          y={pixel(line + from * unit)}
          height={pixel((to - from) * unit)}
        />
      ))}
    </g>
  )
}

function TimeAxis({ drawn, floor }: { drawn: PeriodsDrawing; floor: number }) {
  return (
    <g>
      {drawn.ticks.map(({ at, label }) => (
        <g key={label}>
          <line x1={along(at)} x2={along(at)} y1={pixel(floor)} y2={pixel(floor) + 6} className="stroke-line" />
          <text x={along(at)} dx="3" y={pixel(floor) + 18} className="fill-ink-faint tabular-nums">
            {label}
          </text>
        </g>
      ))}
      {drawn.today === null ? null : (
        <>
          <line
            x1={along(drawn.today)}
            x2={along(drawn.today)}
            y1={TOP - 4}
            y2={pixel(floor)}
            className="stroke-accent"
            strokeDasharray="2 2"
          />
          <text
            x={along(drawn.today)}
            y={TOP - 8}
            textAnchor={drawn.today > 0.9 ? 'end' : drawn.today < 0.1 ? 'start' : 'middle'}
            className="fill-accent font-medium"
          >
            today
          </text>
        </>
      )}
    </g>
  )
}

/** What the fillings mean, and how many of each. */
function Key({ id, kinds, rows }: { id: string; kinds: readonly ResolutionKind[]; rows: readonly DatedCount[] }) {
  const total = (kind: ResolutionKind) =>
    rows.filter((row) => row.kind === kind).reduce((sum, { count }) => sum + count, 0)
  return (
    <ul
      className="flex flex-wrap gap-x-5 gap-y-1 text-13"
      aria-label={`What the fillings mean, of ${counted(
        rows.reduce((sum, { count }) => sum + count, 0),
        'prediction',
      )}`}
    >
      {kinds.map((kind) => (
        <li key={kind} className="inline-flex items-center gap-1.5">
          <ResolutionSample id={id} kind={kind} />
          {RESOLUTION_WORDS[kind]} <span className="text-ink-soft tabular-nums">{total(kind)}</span>
        </li>
      ))}
    </ul>
  )
}
