import type { ReactNode } from 'react'
import { WindowText } from '@/app/_ui/days'
import type { Day } from '@/lib/core/days'
import { formatDay, type Window } from '@/lib/core/windows'
import { cx } from '../../_ui/classes'
import { type Axis, type BarPrediction, type BarResolution, listAxis } from '../window-bar/geometry'
import { ResolutionBadge } from '../window-bar/resolution-badge'
import { AxisHead, WindowBar } from '../window-bar/window-bar'
import { SpeakerName } from './speaker-name'

/** A prediction as the ledger lists it. */
export type LedgerEntry = {
  claimId: string
  path: string
  shortForm: string
  speaker: { name: string; slug: string | null } | null
  /** Who printed it, where it has no speaker. */
  publisher: { name: string; slug: string; isOwnVoice: boolean } | null
  saidOn: Day | null
  window: Window | null
  windowWords: string | null
  graceDays: number
  certainty: number | null
  resolution: BarResolution
  outcome: Window | null
  dueText: string | null
}

/**
 * `wide`: three columns, all windows on one axis, so that they can be compared; `column`: two, each window for itself;
 * `margin`: one. On a phone all are one column.
 */
export type LedgerLayout = 'wide' | 'column' | 'margin'

const GRIDS: Record<LedgerLayout, string> = {
  wide: 'sm:grid-cols-[minmax(0,1fr)_minmax(0,15rem)] lg:grid-cols-[minmax(0,1fr)_24rem_11rem] sm:items-center',
  column: 'sm:grid-cols-[minmax(0,1fr)_minmax(0,15rem)] sm:items-center',
  margin: '',
}

/** Predictions in a column: the statement, who said it when, its window drawn, and what came of it. */
export function LedgerList({
  rows,
  today,
  hasSpeaker = true,
  layout = 'column',
}: {
  rows: LedgerEntry[]
  today: Day
  hasSpeaker?: boolean
  layout?: LedgerLayout
}) {
  const axis = layout === 'wide' ? listAxis(rows.flatMap(drawnOf), today) : undefined
  return (
    <div>
      {axis ? (
        <div className={cx('hidden gap-x-8 lg:grid', GRIDS.wide)} aria-hidden="true">
          <div className="col-start-2">
            <AxisHead axis={axis} today={today} />
          </div>
        </div>
      ) : null}
      <ol className={cx('divide-y divide-rule border-rule border-b', axis ? 'border-t lg:border-line' : 'border-t')}>
        {rows.map((row) => (
          <LedgerItem key={row.claimId} row={row} today={today} {...{ hasSpeaker, layout, axis }} />
        ))}
      </ol>
    </div>
  )
}

type ItemProps = { row: LedgerEntry; today: Day; hasSpeaker?: boolean; layout?: LedgerLayout; axis?: Axis }

/** One prediction; stands alone in lists of several kinds, as in the results of a search. */
export function LedgerItem({ row, today, hasSpeaker = true, layout = 'column', axis }: ItemProps) {
  const drawn = drawnOf(row)
  return (
    <li className={cx('grid gap-x-8 gap-y-2 py-4', GRIDS[layout])}>
      <div className="min-w-0">
        <a href={row.path} className={cx('statement link-quiet', layout === 'margin' ? 'text-15' : 'text-17')}>
          {row.shortForm}
        </a>
        <p className="mt-0.5 text-13 text-ink-soft">{hasSpeaker ? <Said row={row} /> : <SaidOn row={row} />}</p>
      </div>
      <div className={cx('min-w-0', axis && 'sm:max-lg:row-span-2')}>
        <WindowBarOf drawn={drawn} today={today} axis={axis} />
        {axis ? null : <Fate row={row} className="flex flex-wrap items-baseline justify-between gap-x-3" />}
      </div>
      {axis ? <Fate row={row} className="flex items-baseline justify-between gap-x-3 lg:flex-col" /> : null}
    </li>
  )
}

function Fate({ row, className }: { row: LedgerEntry; className: string }) {
  return (
    <p className={cx('text-13', className)}>
      {row.resolution === 'open' ? (
        <span className="text-ink-soft first-letter:uppercase">{row.dueText ?? 'Open'}</span>
      ) : (
        <ResolutionBadge kind={row.resolution} />
      )}
      {row.window ? <WindowText window={row.window} className="text-ink-soft" /> : null}
    </p>
  )
}

function Said({ row }: { row: LedgerEntry }): ReactNode {
  const { speaker, publisher, saidOn } = row
  if (speaker === null && publisher === null) return <SaidOn row={row} />
  return (
    <>
      {speaker ? <SpeakerName speaker={speaker} /> : null}
      {speaker === null && publisher ? (
        <>
          {publisher.isOwnVoice ? '' : 'In '}
          <a href={`/publishers/${publisher.slug}`}>{publisher.name}</a>
        </>
      ) : null}
      {saidOn ? `, ${formatDay(saidOn)}` : ''}
    </>
  )
}

const SaidOn = ({ row }: { row: LedgerEntry }): ReactNode => (row.saidOn ? `Said ${formatDay(row.saidOn)}` : '')

/** None where the day on which it was said is not known: nothing can be drawn then. */
export function drawnOf(row: LedgerEntry): BarPrediction[] {
  const { claimId, saidOn, window, graceDays, certainty, resolution, outcome } = row
  return saidOn === null ? [] : [{ id: claimId, saidOn, window, graceDays, certainty, resolution, outcome }]
}

function WindowBarOf({ drawn, today, axis }: { drawn: BarPrediction[]; today: Day; axis: Axis | undefined }) {
  return drawn.length > 0 ? <WindowBar size="row" today={today} predictions={drawn} axis={axis} /> : null
}
