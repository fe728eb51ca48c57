import type { Day } from '@/lib/core/days'
import { cx } from '../../_ui/classes'
import {
  type Axis,
  anchorAt,
  axisOf,
  type BarPrediction,
  type DrawnRow,
  drawRow,
  labelsThatFit,
  placeOf,
  ticksOf,
} from './geometry'
import { OutcomeDot } from './outcome-dot'
import { describeRow } from './words'

/** `row`: 24 px in a table, no axis. `card`: with an axis. `full`: a labelled row each, today named. */
export type WindowBarSize = 'row' | 'card' | 'full'

const LAYOUT = {
  row: { row: 24, bar: 8, above: 0, axis: 0, ticks: 0, least: 0 },
  card: { row: 24, bar: 10, above: 4, axis: 24, ticks: 5, least: 340 },
  full: { row: 52, bar: 18, above: 20, axis: 28, ticks: 8, least: 560 },
} as const
// `least`: as narrow as it gets where the screen is not a phone's; a phone's leaves this much
const PHONE_PX = 288

const share = (n: number): string => `${Math.round(n * 10_000) / 100}%`

/**
 * Predictions on one time axis, drawn on the server. All x positions are percentages, so the drawing fits any width
 * without scaling its strokes and words. Several rows (linked predictions) share the axis, so narrowing is seen at once.
 */
export function WindowBar({
  predictions,
  today,
  size = 'card',
  axis: given,
  className,
}: {
  predictions: BarPrediction[]
  today: Day
  size?: WindowBarSize
  /** Of a list whose rows are drawn apart: what lies outside of it is cut off. */
  axis?: Axis
  className?: string
}) {
  const axis = given ?? axisOf(predictions, today)
  const layout = LAYOUT[size]
  const bottom = layout.above + predictions.length * layout.row
  const now = placeOf(axis, today)
  const middleOf = (index: number) => layout.above + index * layout.row + (size === 'full' ? 34 : layout.row / 2)
  return (
    <svg
      width="100%"
      height={bottom + layout.axis}
      role="img"
      aria-label={predictions.map((row) => describeRow(row, today)).join(' ')}
      className={cx('block min-w-30 font-sans text-13', given ? 'overflow-hidden' : 'overflow-visible', className)}
      data-window-bar
    >
      {size === 'row' ? null : (
        <AxisLine axis={axis} y={bottom} top={layout.above} most={layout.ticks} least={layout.least} now={now} />
      )}
      {now >= 0 && now <= 1 ? (
        <Today at={now} top={size === 'full' ? 14 : 0} bottom={bottom} named={size === 'full'} />
      ) : null}
      {size === 'full'
        ? predictions.map((row, index) =>
            row.label ? (
              <RowLabel
                key={row.id}
                drawn={drawRow(row, axis)}
                y={middleOf(index) - layout.bar / 2 - 6}
                text={row.label}
              />
            ) : null,
          )
        : null}
      {predictions.map((row, index) => (
        <BarRow
          key={row.id}
          drawn={drawRow(row, axis)}
          y={middleOf(index)}
          height={layout.bar}
          resolution={row.resolution ?? 'open'}
        />
      ))}
    </svg>
  )
}

function Today({ at, top, bottom, named }: { at: number; top: number; bottom: number; named: boolean }) {
  return (
    <>
      <line x1={share(at)} x2={share(at)} y1={top} y2={bottom} className="stroke-accent" strokeDasharray="2 2" />
      {named ? (
        <text x={share(at)} y={10} textAnchor={anchorAt(at)} className="fill-accent font-medium">
          today
        </text>
      ) : null}
    </>
  )
}

/** As wide as the column of a list. */
const HEAD_PX = 384

/** The scale over a list whose rows share an axis. */
export function AxisHead({ axis, today, most = 6 }: { axis: Axis; today: Day; most?: number }) {
  const now = placeOf(axis, today)
  const ticks = ticksOf(axis, most)
  const fitting = labelsThatFit(ticks, HEAD_PX)
  return (
    <svg width="100%" height="38" className="block overflow-visible text-13" aria-hidden="true">
      {ticks.map((tick, index) => (
        <g key={tick.label + tick.at}>
          {fitting[index] ? (
            <text x={share(tick.at)} y={27} textAnchor={anchorAt(tick.at)} className="fill-ink-faint tabular-nums">
              {tick.label}
            </text>
          ) : null}
          <line x1={share(tick.at)} x2={share(tick.at)} y1={32} y2={38} className="stroke-line" />
        </g>
      ))}
      {now >= 0 && now <= 1 ? <Today at={now} top={32} bottom={38} named /> : null}
    </svg>
  )
}

type AxisLineProps = { axis: Axis; y: number; top: number; most: number; least: number; now: number }

function AxisLine({ axis, y, top, most, least, now }: AxisLineProps) {
  const ticks = ticksOf(axis, most)
  const [wide, narrow] = [labelsThatFit(ticks, least), labelsThatFit(ticks, PHONE_PX)]
  return (
    <g>
      {ticks.map((tick, index) => (
        // where labels would touch one gives way; its grid line stays
        <g key={tick.label + tick.at}>
          <line x1={share(tick.at)} x2={share(tick.at)} y1={top} y2={y + 4} className="stroke-rule" />
          <text
            x={share(tick.at)}
            y={y + 18}
            textAnchor={anchorAt(tick.at)}
            className={cx(
              'fill-ink-faint tabular-nums',
              !narrow[index] && 'max-sm:hidden',
              !wide[index] && 'sm:hidden',
            )}
          >
            {tick.label}
          </text>
        </g>
      ))}
      <line x1="0" x2="100%" y1={y} y2={y} className="stroke-line" />
      {now > 1 ? null : <line x1={share(now)} x2={share(now)} y1={y} y2={y + 4} className="stroke-accent" />}
    </g>
  )
}

type BarRowProps = {
  drawn: DrawnRow
  y: number
  height: number
  resolution: NonNullable<BarPrediction['resolution']>
}

function BarRow({ drawn, y, height, resolution }: BarRowProps) {
  const { said, bar, grace, openFrom, outcome } = drawn
  const lineEnd = bar ? bar.at : 1
  return (
    <g>
      <line
        x1={share(said)}
        x2={share(Math.max(said, lineEnd))}
        y1={y}
        y2={y}
        className="stroke-line"
        strokeDasharray={openFrom === null ? undefined : '6 4'}
      />
      {openFrom === null ? null : (
        <svg x="100%" y={y} overflow="visible" aria-hidden="true">
          <path d="M-6 -4 0 0-6 4" className="fill-none stroke-line" strokeWidth="1.5" />
        </svg>
      )}
      <line
        x1={share(said)}
        x2={share(said)}
        y1={y - height / 2 - 2}
        y2={y + height / 2 + 2}
        className="stroke-ink"
        strokeWidth="1.5"
      />
      {grace ? (
        <rect
          x={share(grace.at)}
          width={share(grace.width)}
          y={y - height / 2 + 2}
          height={height - 4}
          className="fill-none stroke-line"
          strokeDasharray="2 2"
        />
      ) : null}
      {bar ? (
        <rect
          x={share(bar.at)}
          width={share(bar.width)}
          y={y - height / 2}
          height={height}
          rx="1"
          className={bar.isCounted ? 'fill-accent stroke-accent' : 'fill-none stroke-ink-faint'}
          fillOpacity={bar.opacity}
          strokeDasharray={bar.isCounted ? undefined : '3 3'}
        />
      ) : null}
      {outcome ? <OutcomeDot shape={outcome.shape} resolution={resolution} x={share(outcome.at)} y={y} /> : null}
    </g>
  )
}

/** Over the bar where there is room to its right, else ending with the bar; over all lines too, today's among them. */
function RowLabel({ drawn, y, text }: { drawn: DrawnRow; y: number; text: string }) {
  const from = drawn.bar?.at ?? drawn.said
  const fromStart = from < 0.55
  const at = fromStart || !drawn.bar ? from : drawn.bar.at + drawn.bar.width
  return (
    <text
      x={share(at)}
      y={y}
      textAnchor={fromStart ? 'start' : 'end'}
      // lines behind it stop short of the words
      className="fill-ink-soft stroke-[5px] stroke-paper [paint-order:stroke]"
    >
      {text}
    </text>
  )
}
