import Link from 'next/link'
import { Timeline, type TimelineEntry } from '@/app/_parts/record/timeline'
import { DayText } from '@/app/_ui/days'
import { Folded } from '@/app/_ui/folded'
import { Timestamp } from '@/app/_ui/timestamp'
import type { HistoryDay, HistoryEntry } from '@/lib/verdicts/present/timeline'

type Props = { claimId: string; days: readonly HistoryDay[]; zone: string }

/** Who did what, when; the newest first, by day. Saves in a row are one step, the single ones folded below it. */
export function History({ claimId, days, zone }: Props) {
  return (
    <div className="flex flex-col gap-6">
      {days.map(({ on, entries }) => (
        <section key={entries[0]?.id ?? on} aria-label={`What happened on ${on}`} className="flex flex-col gap-3">
          <h3 className="font-medium text-13 text-ink-soft">
            <DayText day={on} />
          </h3>
          <Timeline label={`Steps of ${on}`} entries={entries.map((entry) => lineOf(entry, claimId, zone))} />
        </section>
      ))}
    </div>
  )
}

function lineOf(entry: HistoryEntry, claimId: string, zone: string): TimelineEntry {
  const { id, by, what, at, isMain, folded } = entry
  return {
    ...{ id, isMain },
    what: (
      <>
        <span className="font-medium">{by}</span> {what}
      </>
    ),
    when: <Timestamp at={at.toISOString()} zone={zone} />,
    detail:
      entry.detail || entry.compare || folded.length > 0 ? (
        <>
          {entry.detail ? <p className="whitespace-pre-line break-words">{entry.detail}</p> : null}
          {entry.compare ? (
            <p className="text-13">
              <Link href={compareHref(claimId, entry.compare)} aria-label={`What changed: ${by} ${what}`}>
                What changed
              </Link>
            </p>
          ) : null}
          {folded.length > 0 ? (
            <Folded label={`The ${folded.length} saves`}>
              <Timeline label="Single saves" entries={folded.map((one) => lineOf(one, claimId, zone))} />
            </Folded>
          ) : null}
        </>
      ) : undefined,
  }
}

/** The address of a comparison: it names both states, so that it can be shared. */
export const compareHref = (claimId: string, { from, to }: { from: string; to: string }): string =>
  `/desk/claims/${claimId}/compare?${new URLSearchParams({ from, to })}`
