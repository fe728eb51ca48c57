import type { ReactNode } from 'react'
import { IntervalBar } from '@/app/_parts/record/interval-bar'
import { type AgreementFigures, type Kappa, LEAST_RATED } from '@/lib/verdicts/rules/agreement'
import { decimal } from './figure-words'

/** The figures of one pair, or of all: each with its n and interval, or the plain word that there are too few. */
export function Figures({
  figures: { n, percent, kappa, ordered },
  isMany,
}: {
  figures: AgreementFigures
  isMany: boolean
}) {
  if (percent === null) {
    return (
      <p>
        Too few: {n === 1 ? '1 claim was' : `${n} claims were`} rated blind, and below {LEAST_RATED} no figure is shown.
      </p>
    )
  }
  return (
    <div className="flex flex-col gap-4">
      <div className="grid gap-x-12 gap-y-8 md:grid-cols-3">
        <IntervalBar rate={percent.value} low={percent.low} high={percent.high} n={n} label="agree" />
        <KappaFigure kappa={kappa} n={n} label="Cohen’s κ">
          Everybody gave one and the same rating, so there is nothing that chance could be told from.
        </KappaFigure>
        <KappaFigure kappa={ordered.kappa} n={ordered.n} label="weighted κ">
          {ordered.n < LEAST_RATED
            ? `Too few: both ratings carry a number in ${ordered.n} of ${n}.`
            : 'Everybody gave one and the same number, so there is nothing that chance could be told from.'}
        </KappaFigure>
      </div>
      {isMany ? (
        <p className="max-w-measure text-13 text-ink-soft">
          Over several pairs of people these tell of the desk, first against second rating; κ proper is that of one
          pair.
        </p>
      ) : null}
    </div>
  )
}

type KappaProps = { kappa: Kappa | null; n: number; label: string; children: ReactNode }

/** A kappa on its axis from -1 to 1: 0 is what chance alone would give. The words stand where there is none. */
function KappaFigure({ kappa, n, label, children }: KappaProps) {
  if (kappa === null) {
    return (
      <div>
        <p className="statement text-21 text-ink-soft">No {label}</p>
        <p className="text-13 text-ink-soft">{children}</p>
      </div>
    )
  }
  const { value, interval } = kappa
  return (
    <div className="flex flex-col gap-1" data-kappa>
      <p className="flex flex-wrap items-baseline gap-x-3">
        <span className="statement font-semibold text-21 tabular-nums">{decimal(value)}</span>
        <span>
          {label} <span className="text-ink-soft">of n = {n}</span>
        </span>
        <span className="text-13 text-ink-soft tabular-nums">
          {interval
            ? `95 % interval ${decimal(interval.low)} to ${decimal(interval.high)}`
            : 'no interval: no spread to tell it from'}
        </span>
      </p>
      <KappaAxis value={value} interval={interval} />
    </div>
  )
}

const at = (value: number): string => `${((Math.min(1, Math.max(-1, value)) + 1) / 2) * 100}%`

const KappaAxis = ({ value, interval }: Pick<Kappa, 'value' | 'interval'>) => (
  <svg width="100%" height="32" aria-hidden="true" className="block overflow-visible text-13">
    {[-1, -0.5, 0, 0.5, 1].map((tick) => (
      <line
        key={tick}
        x1={at(tick)}
        x2={at(tick)}
        y1="3"
        y2="15"
        className={tick === 0 ? 'stroke-ink' : 'stroke-rule'}
      />
    ))}
    <line x1="0" x2="100%" y1="9" y2="9" className="stroke-line" />
    {interval ? (
      <rect
        x={at(interval.low)}
        width={`${((interval.high - interval.low) / 2) * 100}%`}
        y="5"
        height="8"
        rx="1"
        className="fill-accent stroke-accent"
        fillOpacity="0.22"
      />
    ) : null}
    <circle cx={at(value)} cy="9" r="5.5" className="fill-accent stroke-paper" strokeWidth="1.5" />
    {(
      [
        [-1, '−1', 'start'],
        [0, '0, chance', 'middle'],
        [1, '1', 'end'],
      ] as const
    ).map(([tick, words, anchor]) => (
      <text key={tick} x={at(tick)} y="30" textAnchor={anchor} className="fill-ink-faint tabular-nums">
        {words}
      </text>
    ))}
  </svg>
)
