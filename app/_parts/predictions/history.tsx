import { Timestamp } from '@/app/_ui/timestamp'
import { inQuotes } from '@/lib/core/quotes'
import { eventWords } from '@/lib/predictions/present'

export type HistoryEvent = { id: string; type: string; actorName: string; occurredAt: Date; payload: unknown }

/** Who did what when, newest first. */
export function History({ events, zone }: { events: readonly HistoryEvent[]; zone: string }) {
  return (
    <ol className="flex flex-col gap-3 text-15">
      {events.toReversed().map((event) => {
        const { did, reason } = eventWords(event)
        return (
          <li key={event.id} className="border-rule border-l-2 pl-3">
            <p>
              <span className="font-medium">{event.actorName}</span> {did}
            </p>
            {reason ? <p className="text-ink-soft">{inQuotes(reason)}</p> : null}
            <p className="text-13 text-ink-faint">
              <Timestamp at={event.occurredAt.toISOString()} zone={zone} />
            </p>
          </li>
        )
      })}
    </ol>
  )
}
