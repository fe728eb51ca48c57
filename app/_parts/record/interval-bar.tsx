import { cx } from '../../_ui/classes'

const percent = (n: number): string => `${Math.round(n * 100)} %`
const place = (n: number): string => `${Math.round(Math.min(1, Math.max(0, n)) * 1000) / 10}%`

/** A share with its 95 % interval and what it is counted over, all 0..1; the interval is always drawn with the point. */
export function IntervalBar({
  rate,
  low,
  high,
  n,
  label = 'held up',
  base,
  href,
  className,
}: {
  rate: number
  low: number
  high: number
  n: number
  label?: string
  /** A rate to compare with, e.g. that of everyone else. */
  base?: { rate: number; label: string }
  /** The list of the n. */
  href?: string
  className?: string
}) {
  const words = `${percent(rate)} ${label}, 95 % interval ${percent(low)} to ${percent(high)}, n = ${n}`
  return (
    <div className={cx('flex flex-col gap-1', className)} data-interval>
      <p className="flex flex-wrap items-baseline gap-x-3">
        <span className="statement font-semibold text-21">{percent(rate)}</span>
        <span>
          {label}{' '}
          <span className="text-ink-soft">
            of{' '}
            {href ? (
              <a href={href} className="-my-1 inline-block py-1">
                n = {n}
              </a>
            ) : (
              `n = ${n}`
            )}
          </span>
        </span>
        <span className="text-13 text-ink-soft tabular-nums">
          95 % interval {Math.round(low * 100)}–{percent(high)}
        </span>
      </p>
      <svg width="100%" height="32" role="img" aria-label={words} className="block overflow-visible text-13">
        {[0, 0.25, 0.5, 0.75, 1].map((at) => (
          <line key={at} x1={place(at)} x2={place(at)} y1="3" y2="15" className="stroke-rule" />
        ))}
        <line x1="0" x2="100%" y1="9" y2="9" className="stroke-line" />
        <rect
          x={place(low)}
          width={place(high - low)}
          y="5"
          height="8"
          rx="1"
          className="fill-accent stroke-accent"
          fillOpacity="0.22"
        />
        {base ? (
          <line
            x1={place(base.rate)}
            x2={place(base.rate)}
            y1="1"
            y2="17"
            className="stroke-ink"
            strokeDasharray="2 2"
          />
        ) : null}
        <circle cx={place(rate)} cy="9" r="5.5" className="fill-accent stroke-paper" strokeWidth="1.5" />
        {[0, 0.5, 1].map((at) => (
          <text
            key={at}
            x={place(at)}
            y="30"
            textAnchor={at === 0 ? 'start' : at === 1 ? 'end' : 'middle'}
            className="fill-ink-faint tabular-nums"
          >
            {percent(at)}
          </text>
        ))}
      </svg>
      {base ? (
        <p className="text-13 text-ink-soft">
          Dashed line: {base.label}, {percent(base.rate)}
        </p>
      ) : null}
    </div>
  )
}
