import { inQuotes } from '@/lib/core/quotes'
import { WITHHELD_WORDS } from '@/lib/predictions/present/records'
import type { CalibrationBin } from '@/lib/predictions/rules/scoring/calibration'
import { phraseSlug } from '@/lib/predictions/rules/subjects'
import { ledgerPath } from '@/lib/publishing/rules/ledger-filter'
import { isOutsideBand, isShown, markKey } from './calibration-layout'
import { percent, percentRange } from './places'
import { RateStrip } from './rate-strip'

/**
 * Phrases with something counted, one row each, from the surest to the least sure: what it stands for, what was seen with its
 * interval, both drawn and in figures. The table is the picture.
 */
export function PhraseStrips({ bins, minimumN }: { bins: readonly CalibrationBin[]; minimumN: number }) {
  const rows = bins.filter(({ n }) => n > 0).sort((a, b) => b.probability - a.probability || b.n - a.n)
  return (
    <div className="flex flex-col gap-2">
      <Legend />
      <table className="w-full border-collapse text-15">
        <caption className="sr-only">
          What each phrase stands for, and how often what was said with it held up, from at least {minimumN} outcomes
        </caption>
        <thead className="max-sm:sr-only">
          <tr className="border-ink border-b text-13">
            <th scope="col" className="py-2 pr-4 text-left font-semibold">
              Words
            </th>
            <th scope="col" className="w-[38%] px-2 py-2 font-semibold">
              <ScaleHead />
            </th>
            <th scope="col" className={NUMBER}>
              Stand for
            </th>
            <th scope="col" className={NUMBER}>
              Held up
            </th>
            <th scope="col" className={NUMBER}>
              n
            </th>
            <th scope="col" className={NUMBER}>
              Predictions
            </th>
          </tr>
        </thead>
        <tbody>
          {rows.map((bin) => (
            <Row key={markKey(bin)} bin={bin} />
          ))}
        </tbody>
      </table>
    </div>
  )
}

const NUMBER = 'py-2 pl-4 text-right font-semibold'
const CELL = 'whitespace-nowrap py-1 pl-4 text-right tabular-nums max-sm:p-0 max-sm:text-left max-sm:text-13'

function Row({ bin }: { bin: CalibrationBin }) {
  const slug = phraseSlug(bin.words)
  const isOutside = isShown(bin) && isOutsideBand(bin)
  return (
    <tr className="border-rule border-b max-sm:flex max-sm:flex-wrap max-sm:items-baseline max-sm:gap-x-3 max-sm:py-2.5">
      <th scope="row" className="py-1 pr-4 text-left font-normal max-sm:w-full max-sm:p-0">
        <a href={`/phrases/${slug}`} className="statement link-quiet text-17">
          {inQuotes(bin.words)}
        </a>
      </th>
      <td className="px-2 py-1 align-middle max-sm:w-full max-sm:px-1.5">
        <RateStrip
          share={bin.share}
          interval={bin.interval}
          expected={bin.probability}
          band={bin.band}
          isOutside={isOutside}
        />
      </td>
      <td className={CELL}>
        <span className="text-ink-soft sm:hidden" aria-hidden="true">
          {bin.isInForce ? 'stands for' : 'stood for'}{' '}
        </span>
        {percent(bin.probability)}
        {bin.isInForce ? null : <span className="text-13 text-ink-soft max-sm:sr-only"> before</span>}
      </td>
      <td className={CELL}>
        {isShown(bin) ? (
          <>
            <span className="text-ink-soft sm:hidden" aria-hidden="true">
              held up{' '}
            </span>
            {percent(bin.share)} <span className="text-13 text-ink-soft">({percentRange(bin.interval)})</span>
            {isOutside ? (
              <span className="sr-only">
                , {bin.share < bin.probability ? 'less' : 'more'} often than luck explains
              </span>
            ) : null}
          </>
        ) : (
          <span className="text-ink-soft">{WITHHELD_WORDS[bin.withheld ?? 'nothing_closed']}</span>
        )}
      </td>
      <td className={CELL}>
        <span className="text-ink-soft sm:hidden" aria-hidden="true">
          n ={' '}
        </span>
        {bin.isWhole && bin.n === bin.predictions ? (
          <a href={ledgerPath({ phrase: slug, standing: 'counted' })} className="inline-block py-1">
            {bin.n.toLocaleString('en')}
          </a>
        ) : (
          bin.n.toLocaleString('en')
        )}
      </td>
      <td className={CELL}>
        {bin.isWhole ? (
          <a href={ledgerPath({ phrase: slug, standing: 'counted' })} className="inline-block py-1">
            <Predictions count={bin.predictions} />
          </a>
        ) : (
          <Predictions count={bin.predictions} />
        )}
      </td>
    </tr>
  )
}

const Predictions = ({ count }: { count: number }) => (
  <>
    {count.toLocaleString('en')}
    <span className="sm:sr-only"> {count === 1 ? 'prediction' : 'predictions'}</span>
  </>
)

/** The other phrases of the table, by what they stand for: none of their predictions counts, whatever they stood for before. */
export function UncountedPhrases({ bins }: { bins: readonly CalibrationBin[] }) {
  const uncounted = uncountedOf(bins)
  const probabilities = [...new Set(uncounted.map(({ probability }) => probability))].sort((a, b) => b - a)
  return (
    <dl className="divide-y divide-rule border-rule border-y text-15">
      {probabilities.map((probability) => (
        <div key={probability} className="flex gap-x-4 py-1.5">
          <dt className="w-12 shrink-0 text-right text-ink-soft tabular-nums">
            <span className="sr-only">Stand for </span>
            {percent(probability)}
          </dt>
          <dd className="flex flex-wrap gap-x-4">
            {uncounted
              .filter((bin) => bin.probability === probability)
              .map(({ words }) => (
                <a key={words} href={`/phrases/${phraseSlug(words)}`} className="statement link-quiet">
                  {inQuotes(words)}
                </a>
              ))}
          </dd>
        </div>
      ))}
    </dl>
  )
}

/** Phrases as they stand in the table, of which nothing is counted. */
export function uncountedOf(bins: readonly CalibrationBin[]): CalibrationBin[] {
  const used = new Set(bins.filter(({ n }) => n > 0).map(({ words }) => words))
  return bins.filter(({ words, isInForce }) => isInForce && !used.has(words))
}

/** The scale over the drawings; what it says is in the cells. */
const ScaleHead = () => (
  <>
    <span className="flex justify-between text-13 text-ink-faint tabular-nums" aria-hidden="true">
      <span>never</span>
      <span>half</span>
      <span>always</span>
    </span>
    <span className="sr-only">Drawn</span>
  </>
)

/** What the marks of a row mean; the figures stand in the cells. */
const Legend = () => (
  <p className="flex flex-wrap items-center gap-x-5 gap-y-1 text-13 text-ink-soft" aria-hidden="true">
    <span className="inline-flex items-center gap-1.5">
      <svg width="10" height="16" aria-hidden="true">
        <line x1="5" x2="5" y1="1" y2="15" className="stroke-ink" strokeWidth="1.5" />
      </svg>
      what the words stand for
    </span>
    <span className="inline-flex items-center gap-1.5">
      <svg width="34" height="16" className="text-accent" aria-hidden="true">
        <line x1="1" x2="33" y1="8" y2="8" stroke="currentColor" strokeWidth="2" />
        <circle cx="17" cy="8" r="5" fill="currentColor" className="stroke-paper" strokeWidth="1.5" />
      </svg>
      held up, with its 95 % interval
    </span>
    <span className="inline-flex items-center gap-1.5">
      <svg width="28" height="16" aria-hidden="true">
        <rect y="2" width="28" height="12" className="fill-ink-soft" fillOpacity="0.14" />
      </svg>
      what luck alone leaves
    </span>
    <span className="inline-flex items-center gap-1.5">
      <svg width="14" height="16" className="text-rating-false" aria-hidden="true">
        <path d="M7 1.5 13 8 7 14.5 1 8z" fill="currentColor" />
      </svg>
      more or less often than luck explains
    </span>
  </p>
)
