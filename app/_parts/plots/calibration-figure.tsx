import type { ReactNode } from 'react'
import { inQuotes } from '@/lib/core/quotes'
import { WITHHELD_WORDS } from '@/lib/predictions/present/records'
import type { CalibrationBin } from '@/lib/predictions/rules/scoring/calibration'
import { phraseSlug } from '@/lib/predictions/rules/subjects'
import { ledgerPath } from '@/lib/publishing/rules/ledger-filter'
import type { LedgerFilter } from '@/lib/publishing/schema'
import { isShown, markKey } from './calibration-layout'
import { CalibrationPlot } from './calibration-plot'
import { calibrationFinding } from './calibration-words'
import { PlotFigure } from './figure'
import { percent, percentRange } from './places'
import { PlotTable } from './plot-table'

/** Calibration by certainty words, with its finding, how to read it, and its figures. Nothing where no phrase was counted. */
export function CalibrationFigure({
  bins,
  minimumN,
  filter,
  title,
  data,
}: {
  bins: readonly CalibrationBin[]
  minimumN: number
  filter: Partial<LedgerFilter>
  title?: ReactNode
  data?: ReactNode
}) {
  const used = bins.filter(({ n }) => n > 0)
  if (used.length === 0) return null
  const isDrawn = used.some(isShown)
  return (
    <PlotFigure
      title={title}
      finding={calibrationFinding(used, minimumN)}
      reading={isDrawn ? READING : undefined}
      table={<CalibrationTable bins={used} filter={filter} />}
      data={data}
    >
      {isDrawn ? <CalibrationPlot marks={used} minimumN={minimumN} /> : null}
    </PlotFigure>
  )
}

const READING =
  'Dot: the share that held up, with its 95 % interval; the more outcomes, the larger. Tick and dashed line: what the words stand for. Grey: where luck alone would leave that share, 95 times of 100. A diamond lies outside of it; of twenty phrases that keep their promise, luck alone makes up to one a diamond.'

function CalibrationTable({ bins, filter }: { bins: readonly CalibrationBin[]; filter: Partial<LedgerFilter> }) {
  // n is of outcomes: where several predictions had one, the list is as long as the next figure
  const listed = (bin: CalibrationBin, count: number) =>
    bin.isWhole && count === bin.predictions ? (
      <a key="list" href={ledgerPath({ ...filter, phrase: phraseSlug(bin.words), standing: 'counted' })}>
        {count.toLocaleString('en')}
      </a>
    ) : (
      count.toLocaleString('en')
    )
  return (
    <PlotTable
      caption="What words stand for, and how often what was said with them held up"
      head={['Words', 'Stand for', 'Held up', '95 % interval', 'By luck alone', 'n', 'Predictions']}
      rows={bins.map((bin) => ({
        key: markKey(bin),
        cells: [
          <a key="words" href={`/phrases/${phraseSlug(bin.words)}`}>
            {inQuotes(bin.words)}
          </a>,
          `${percent(bin.probability)}${bin.isInForce ? '' : ' (before)'}`,
          isShown(bin) ? percent(bin.share) : WITHHELD_WORDS[bin.withheld ?? 'nothing_closed'],
          bin.interval === null ? '' : percentRange(bin.interval),
          percentRange(bin.band),
          listed(bin, bin.n),
          listed(bin, bin.predictions),
        ],
      }))}
    />
  )
}
