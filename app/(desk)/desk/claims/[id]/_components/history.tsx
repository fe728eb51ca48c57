import { Timeline } from '@/app/_parts/record/timeline'
import { Timestamp } from '@/app/_ui/timestamp'
import type { StoredEvent } from '@/lib/audit/events'
import { historyStep } from '@/lib/verdicts/present/history'

/** Who did what, when; the newest first. */
export function History({ events, zone }: { events: StoredEvent[]; zone: string }) {
  const entries = events
    .map((event) => ({ event, step: historyStep(event) }))
    .reverse()
    .flatMap(({ event, step }) =>
      step === null
        ? []
        : [
            {
              id: event.id,
              what: (
                <>
                  <span className="font-medium">{event.actorName}</span> {step.what}
                </>
              ),
              when: <Timestamp at={event.occurredAt.toISOString()} zone={zone} />,
              detail: step.detail,
              isMain: step.isMain,
            },
          ],
    )
  return <Timeline label="History of the claim" entries={entries} />
}
