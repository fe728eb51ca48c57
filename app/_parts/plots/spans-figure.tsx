import type { ReactNode } from 'react'
import type { TrackRecord } from '@/lib/predictions/rules/scoring/record'
import { ledgerPath } from '@/lib/publishing/rules/ledger-filter'
import type { LedgerFilter } from '@/lib/publishing/schema'
import { PlotFigure } from './figure'
import { PlotTable } from './plot-table'
import { type SpanRow, spanWords } from './spans'
import { SpansPlot } from './spans-plot'

/** How far ahead was predicted, and how late came what came late. Nothing where nothing was counted. */
export function SpansFigure({
  record,
  filter,
  title,
}: {
  record: TrackRecord
  filter: Partial<LedgerFilter>
  title?: ReactNode
}) {
  const { lead, lateness, predictions, counts } = record
  if (lead === null) return null
  const rows: (SpanRow & { filter: Partial<LedgerFilter> | null })[] = [
    {
      key: 'lead',
      label: 'Said so many days before the window closed',
      span: lead,
      filter: lead.n === predictions ? { standing: 'counted' } : null,
    },
  ]
  if (lateness)
    rows.push({
      key: 'late',
      label: 'Came so many days after it',
      span: lateness,
      filter: lateness.n === counts.late ? { standing: 'counted', resolution: 'late' } : null,
    })
  const late = lateness ? ` Late by: ${spanWords(lateness)}.` : ''
  return (
    <PlotFigure
      title={title}
      finding={`From saying to the end of the window: ${spanWords(lead)}.${late}`}
      reading="The bar is the middle half, the mark the middle one. Days are counted to the last day of the window."
      table={
        <PlotTable
          caption="Days from saying to the end of the window, and from there to what came late"
          head={['Days', 'Middle', 'Middle half', 'Predictions']}
          rows={rows.map(({ key, label, span, filter: list }) => ({
            key,
            cells: [
              label,
              Math.round(span.median),
              `${Math.round(span.low)}–${Math.round(span.high)}`,
              list ? (
                <a key="list" href={ledgerPath({ ...filter, ...list })}>
                  {span.n}
                </a>
              ) : (
                span.n
              ),
            ],
          }))}
        />
      }
    >
      <SpansPlot rows={rows} />
    </PlotFigure>
  )
}
