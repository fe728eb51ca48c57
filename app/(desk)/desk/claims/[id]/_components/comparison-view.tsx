import type { Comparison, Figure } from '@/lib/evidence/rules'
import { conversionWords, drawingOf, type Stretch } from '@/lib/evidence/rules/drawing'

const OUTCOMES = { within: 'Fits.', outside: 'Does not fit.', unlike: 'Not compared.' }

/** What two figures suggest: the sentence, how the found one was converted, and a small drawing. It never decides. */
export function ComparisonView({
  claimed,
  found,
  comparison,
}: {
  claimed: Figure
  found: Figure
  comparison: Comparison
}) {
  const conversion = conversionWords(claimed, found)
  return (
    <div className="flex flex-col gap-2 border-rule border-l-2 pl-4 text-13" data-comparison={comparison.outcome}>
      <ComparisonDrawing claimed={claimed} found={found} isWithin={comparison.outcome === 'within'} />
      <p>
        <span className="font-semibold">{OUTCOMES[comparison.outcome]} </span>
        {comparison.sentence}
        {conversion ? <span data-conversion> {conversion}.</span> : null}{' '}
        <span className="text-ink-soft">A suggestion; people decide.</span>
      </p>
    </div>
  )
}

const percent = (share: number): string => `${Math.round(share * 1000) / 10}%`

/** Two rows on one axis: the claimed figure with what still fits it, and the found one. The sentence below says the same. */
function ComparisonDrawing({ claimed, found, isWithin }: { claimed: Figure; found: Figure; isWithin: boolean }) {
  const drawing = drawingOf(claimed, found, isWithin)
  if (drawing === null) return null
  return (
    <div className="grid grid-cols-[auto_1fr] items-center gap-x-3" aria-hidden="true">
      <span className="text-ink-soft">Claimed</span>
      <Row stretch={drawing.claimed} band={drawing.accepted} />
      <span className="text-ink-soft">Found</span>
      <Row stretch={drawing.found} isFound isWithin={isWithin} />
    </div>
  )
}

function Row({
  stretch,
  band,
  isFound = false,
  isWithin = true,
}: {
  stretch: Stretch
  band?: Stretch
  isFound?: boolean
  isWithin?: boolean
}) {
  const isPoint = stretch.to - stretch.from < 0.005
  const tone = isFound ? (isWithin ? 'fill-rating-true' : 'fill-rating-false') : 'fill-ink'
  return (
    <svg width="100%" height="18" className="block overflow-visible" focusable="false">
      <title>{isFound ? 'found' : 'claimed'}</title>
      <line x1="0" x2="100%" y1="9" y2="9" className="stroke-rule" />
      {band ? <Bar stretch={band} height={14} className="fill-accent" opacity={0.16} /> : null}
      {isPoint ? (
        isFound ? (
          <circle cx={percent(stretch.from)} cy="9" r="4.5" className={`${tone} stroke-paper`} strokeWidth="1.5" />
        ) : (
          <line
            x1={percent(stretch.from)}
            x2={percent(stretch.from)}
            y1="1"
            y2="17"
            className="stroke-ink"
            strokeWidth="2"
          />
        )
      ) : (
        <Bar stretch={stretch} height={6} className={tone} opacity={0.85} />
      )}
    </svg>
  )
}

function Bar({
  stretch,
  height,
  className,
  opacity,
}: {
  stretch: Stretch
  height: number
  className: string
  opacity: number
}) {
  const [from, to] = [stretch.goesOnLow ? 0 : stretch.from, stretch.goesOnHigh ? 1 : stretch.to]
  return (
    <rect
      x={percent(from)}
      width={percent(Math.max(to - from, 0.004))}
      y={9 - height / 2}
      height={height}
      rx="1"
      className={className}
      fillOpacity={opacity}
    />
  )
}
