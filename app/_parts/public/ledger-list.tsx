import type { ReactNode } from 'react'
import { WindowText } from '@/app/_ui/days'
import type { Day } from '@/lib/core/days'
import { formatDay, type Window } from '@/lib/core/windows'
import type { BarResolution } from '../window-bar/geometry'
import { ResolutionBadge } from '../window-bar/resolution-badge'
import { WindowBar } from '../window-bar/window-bar'

/** A prediction as the ledger lists it. */
export type LedgerEntry = {
  claimId: string
  path: string
  shortForm: string
  speaker: { name: string; slug: string | null } | null
  saidOn: Day | null
  window: Window | null
  windowWords: string | null
  graceDays: number
  certainty: number | null
  resolution: BarResolution
  outcome: Window | null
  dueText: string | null
}

/** Predictions in a column: the statement, who said it when, its window drawn, and what came of it. */
export function LedgerList({
  rows,
  today,
  hasSpeaker = true,
}: {
  rows: LedgerEntry[]
  today: Day
  hasSpeaker?: boolean
}) {
  return (
    <ol className="divide-y divide-rule border-rule border-y">
      {rows.map((row) => (
        <li
          key={row.claimId}
          className="grid gap-x-8 gap-y-2 py-4 sm:grid-cols-[minmax(0,1fr)_minmax(0,15rem)] sm:items-center"
        >
          <div className="min-w-0">
            <a href={row.path} className="statement link-quiet text-17">
              {row.shortForm}
            </a>
            <p className="mt-0.5 text-13 text-ink-soft">{hasSpeaker ? <Said row={row} /> : <SaidOn row={row} />}</p>
          </div>
          <div className="min-w-0">
            <Drawn row={row} today={today} />
            <p className="flex flex-wrap items-baseline justify-between gap-x-3 text-13">
              {row.resolution === 'open' ? (
                <span className="text-ink-soft">{row.dueText ?? 'Open'}</span>
              ) : (
                <ResolutionBadge kind={row.resolution} />
              )}
              {row.window ? <WindowText window={row.window} className="text-ink-soft" /> : null}
            </p>
          </div>
        </li>
      ))}
    </ol>
  )
}

function Said({ row }: { row: LedgerEntry }): ReactNode {
  if (row.speaker === null) return <SaidOn row={row} />
  const { name, slug } = row.speaker
  return (
    <>
      {slug === null ? name : <a href={`/speakers/${slug}`}>{name}</a>}
      {row.saidOn ? `, ${formatDay(row.saidOn)}` : ''}
    </>
  )
}

const SaidOn = ({ row }: { row: LedgerEntry }): ReactNode => (row.saidOn ? `Said ${formatDay(row.saidOn)}` : '')

function Drawn({ row, today }: { row: LedgerEntry; today: Day }) {
  if (row.saidOn === null) return null
  const { claimId, saidOn, window, graceDays, certainty, resolution, outcome } = row
  return (
    <WindowBar
      size="row"
      today={today}
      predictions={[{ id: claimId, saidOn, window, graceDays, certainty, resolution, outcome }]}
    />
  )
}
