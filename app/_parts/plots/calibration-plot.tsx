import { cx } from '../../_ui/classes'
import {
  type CalibrationColumn,
  type CalibrationDrawing,
  type CalibrationMark,
  type CalibrationSize,
  drawCalibration,
  fittingSize,
  SMALL,
  WIDE,
} from './calibration-layout'
import { calibrationFinding } from './calibration-words'
import { pixel } from './places'

/**
 * How often what was said with a phrase held up (dot, with its 95 % interval), beside what its words promise (the dashed line)
 * and what luck alone would leave of that (the pale band). Two drawings, of which one shows: words and dots keep their size on a
 * phone.
 */
export function CalibrationPlot({ marks, minimumN }: { marks: readonly CalibrationMark[]; minimumN: number }) {
  const words = calibrationFinding(marks, minimumN)
  return (
    <>
      <Drawing marks={marks} size={fittingSize(marks, SMALL)} words={words} className="max-w-104 sm:hidden" />
      <Drawing marks={marks} size={fittingSize(marks, WIDE)} words={words} className="max-sm:hidden" />
    </>
  )
}

function Drawing({
  marks,
  size,
  words,
  className,
}: {
  marks: readonly CalibrationMark[]
  size: CalibrationSize
  words: string
  className: string
}) {
  const drawn = drawCalibration(marks, size)
  const floor = size.height - size.bottom
  return (
    <svg
      viewBox={`0 0 ${size.width} ${size.height}`}
      role="img"
      aria-label={words}
      className={cx('block h-auto w-full overflow-visible font-sans text-13', className)}
      data-plot="calibration"
    >
      <Axes drawn={drawn} size={size} floor={floor} />
      <line
        x1={pixel(drawn.diagonal.x1)}
        y1={pixel(drawn.diagonal.y1)}
        x2={pixel(drawn.diagonal.x2)}
        y2={pixel(drawn.diagonal.y2)}
        className="stroke-line"
        strokeDasharray="5 4"
      />
      {drawn.columns.map((column) => (
        <Band key={column.key} column={column} width={drawn.columnWidth} floor={floor} />
      ))}
      {drawn.columns.map((column) => (
        <Dot key={column.key} column={column} />
      ))}
      {drawn.labels.map((label) => (
        <text
          key={label.key}
          x={pixel(label.x)}
          y={pixel(label.y)}
          textAnchor={label.anchor}
          className="fill-ink stroke-paper"
          strokeWidth="4"
          strokeLinejoin="round"
          paintOrder="stroke"
        >
          {label.text}
        </text>
      ))}
      <Hollow drawn={drawn} floor={floor} />
    </svg>
  )
}

function Axes({ drawn, size, floor }: { drawn: CalibrationDrawing; size: CalibrationSize; floor: number }) {
  const right = size.width - size.right
  return (
    <g>
      <text x="0" y="12" className="fill-ink-soft">
        held up
      </text>
      {drawn.yTicks.map(({ y, label }) => (
        <g key={label}>
          <line x1={size.left} x2={right} y1={pixel(y)} y2={pixel(y)} className="stroke-rule" />
          <text x={size.left - 8} y={pixel(y) + 4} textAnchor="end" className="fill-ink-faint tabular-nums">
            {label}
          </text>
        </g>
      ))}
      <line x1={size.left} x2={right} y1={floor} y2={floor} className="stroke-line" />
      {drawn.xTicks.map(({ x, label }, index) => (
        <g key={label}>
          <line x1={pixel(x)} x2={pixel(x)} y1={floor} y2={floor + 16} className="stroke-rule" />
          <text
            x={pixel(x)}
            y={floor + 31}
            textAnchor={index === drawn.xTicks.length - 1 ? 'end' : 'middle'}
            className="fill-ink-faint tabular-nums"
          >
            {label}
          </text>
        </g>
      ))}
      <text x={right} y={floor + 49} textAnchor="end" className="fill-ink-soft">
        what the words stand for
      </text>
    </g>
  )
}

/** The band of luck, the promise within it, and a thread from where the column stands to where its probability lies. */
function Band({ column, width, floor }: { column: CalibrationColumn; width: number; floor: number }) {
  const { x, axisX, bandTop, bandBottom, expectedY } = column
  const half = width / 2
  return (
    <g>
      <polyline
        points={`${pixel(x)},${floor} ${pixel(x)},${floor + 4} ${pixel(axisX)},${floor + 14}`}
        className="fill-none stroke-line"
      />
      <rect
        x={pixel(x - half)}
        y={pixel(bandTop)}
        width={width}
        height={pixel(Math.max(2, bandBottom - bandTop))}
        rx="1"
        className="fill-ink-soft"
        fillOpacity="0.16"
      />
      <line
        x1={pixel(x - half)}
        x2={pixel(x + half)}
        y1={pixel(expectedY)}
        y2={pixel(expectedY)}
        className="stroke-ink"
        strokeWidth="1.5"
      />
    </g>
  )
}

/** Inside its band a disc; outside a diamond, so that it is told without the colour. */
function Dot({ column: { x, y, intervalTop, intervalBottom, radius, isOutside } }: { column: CalibrationColumn }) {
  const r = pixel(radius * (isOutside ? 1.35 : 1))
  return (
    <g className={isOutside ? 'text-rating-false' : 'text-accent'}>
      <line
        x1={pixel(x)}
        x2={pixel(x)}
        y1={pixel(intervalTop)}
        y2={pixel(intervalBottom)}
        stroke="currentColor"
        strokeWidth="1.5"
      />
      {isOutside ? (
        <path
          d={`M${pixel(x)} ${pixel(y - r)}l${r} ${r}l${-r} ${r}l${-r} ${-r}z`}
          fill="currentColor"
          className="stroke-paper"
          strokeWidth="1.5"
        />
      ) : (
        <circle cx={pixel(x)} cy={pixel(y)} r={r} fill="currentColor" className="stroke-paper" strokeWidth="1.5" />
      )}
    </g>
  )
}

function Hollow({ drawn, floor }: { drawn: CalibrationDrawing; floor: number }) {
  if (drawn.hollow.length === 0) return null
  const y = floor + 80
  return (
    <g>
      <text x="0" y={y} className="fill-ink-faint">
        no share, n =
      </text>
      {drawn.hollow.map(({ x, label }) => (
        <g key={x}>
          <circle cx={pixel(x)} cy={y - 19} r="3.5" className="fill-none stroke-ink-faint" strokeWidth="1.25" />
          <text x={pixel(x)} y={y} textAnchor="middle" className="fill-ink-faint tabular-nums">
            {label}
          </text>
        </g>
      ))}
    </g>
  )
}
