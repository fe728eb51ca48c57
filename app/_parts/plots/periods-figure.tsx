import type { ReactNode } from 'react'
import type { Day } from '@/lib/core/days'
import { RESOLUTION_WORDS } from '@/lib/predictions/present'
import type { ResolutionKind } from '@/lib/predictions/schema'
import type { LedgerRow } from '@/lib/publishing/queries/ledger-rows'
import type { MonthCount } from '@/lib/publishing/queries/subject-figures'
import { closesText } from '@/lib/publishing/rules/closes'
import { ledgerPath } from '@/lib/publishing/rules/ledger-filter'
import type { LedgerFilter } from '@/lib/publishing/schema'
import { drawnOf } from '../public/ledger-list'
import { WindowBar } from '../window-bar/window-bar'
import { PlotFigure } from './figure'
import { COUNTED, drawPeriods, hasMonth, OUT, type Period } from './periods'
import { PeriodsPlot } from './periods-plot'
import { periodsFinding } from './periods-words'
import { PlotTable } from './plot-table'

/** Up to so many predictions are drawn one by one. */
const FEW = 12

type Props = {
  /** Tells its fillings from those of other pictures on the page. */
  id: string
  months: readonly MonthCount[]
  /** The predictions themselves, where they are few. */
  predictions: readonly LedgerRow[]
  filter: Partial<LedgerFilter>
  today: Day
  title?: ReactNode
  data?: ReactNode
}

/** A subject's predictions over time: each from saying to window to outcome while they are few, else by when windows close. */
export function PeriodsFigure({ id, months, predictions, filter, today, title, data }: Props) {
  const dated = months.filter(hasMonth)
  const total = months.reduce((sum, { count }) => sum + count, 0)
  if (dated.length === 0) return null
  const drawn = drawPeriods(dated, today)
  const isFew = total <= FEW && predictions.length === total
  const undated = total - dated.reduce((sum, { count }) => sum + count, 0)
  return (
    <PlotFigure
      title={title}
      finding={`${periodsFinding(drawn)}${undated > 0 ? ` ${undated} without a window.` : ''}`}
      reading={isFew ? READING_FEW : READING_MANY}
      table={<PeriodsTable months={months} filter={filter} today={today} />}
      data={data}
    >
      {isFew ? (
        <WindowBar predictions={byWindow(predictions)} today={today} size="card" />
      ) : (
        <PeriodsPlot id={id} rows={dated} today={today} />
      )}
    </PlotFigure>
  )
}

const READING_FEW =
  'A row each: the tick is when it was said, the bar its window (the fuller, the surer the words), the mark what came of it, the dotted line today. The record above counts each once its window is over.'
const READING_MANY =
  'A column holds what closes in it; the record above counts each once its window is over. Below the line: never counted.'

const byWindow = (rows: readonly LedgerRow[]) =>
  rows.flatMap((row) => drawnOf(row)).sort((a, b) => ((a.window?.to ?? a.saidOn) < (b.window?.to ?? b.saidOn) ? -1 : 1))

function PeriodsTable({
  months,
  filter,
  today,
}: {
  months: readonly MonthCount[]
  filter: Partial<LedgerFilter>
  today: Day
}) {
  const { periods } = drawPeriods(months.filter(hasMonth), today)
  const kinds = [...COUNTED, ...OUT].filter((kind) => months.some((one) => one.kind === kind))
  const countOf = (kind: string, which: readonly MonthCount[]) =>
    which.filter((one) => one.kind === kind).reduce((sum, { count }) => sum + count, 0)
  const undated = months.filter((one) => !hasMonth(one))
  const cells = (closes: string, count: (kind: ResolutionKind) => number) =>
    kinds.map((kind) => {
      const n = count(kind)
      const list = { ...filter, resolution: kind, closes }
      return n === 0 ? '·' : <CountLink key={kind} filter={list} count={n} />
    })
  return (
    <PlotTable
      caption="Predictions by when their window closes and how they ended"
      head={['Window closes', ...kinds.map((kind) => RESOLUTION_WORDS[kind])]}
      rows={[
        ...periods
          .filter(({ total }) => total > 0)
          .map((period) => ({
            key: period.label,
            cells: [period.label, ...cells(closesOfPeriod(period), (kind) => period.counts[kind] ?? 0)],
          })),
        ...(undated.length === 0
          ? []
          : [{ key: '', cells: ['No window', ...cells('never', (kind) => countOf(kind, undated))] }]),
      ]}
      foot={[
        'All',
        ...kinds.map((kind) => (
          <CountLink key={kind} filter={{ ...filter, resolution: kind }} count={countOf(kind, months)} />
        )),
      ]}
    />
  )
}

const closesOfPeriod = ({ window, isOpenEnded }: Period): string =>
  closesText({ from: window.from, to: isOpenEnded ? null : window.to })

/** A figure of the table, with the way to the list that it counts. */
const CountLink = ({ filter, count }: { filter: Partial<LedgerFilter>; count: number }) => (
  <a href={ledgerPath(filter)} className="-my-1 inline-block min-w-6 py-1 text-right">
    {count.toLocaleString('en')}
  </a>
)
