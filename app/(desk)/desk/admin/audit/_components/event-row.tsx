import { Cell, Row } from '@/app/_ui/table'
import { Timestamp } from '@/app/_ui/timestamp'
import type { StoredEvent } from '@/lib/audit/events'
import { addressOf } from '../search'
import { doneWords, entityWords, type Names, pageOf, reasonWords, subjectWords } from './sentences'

type Numbered = StoredEvent & { seq: bigint }

/** One event as a sentence, with the stored row on demand. */
export function EventRow({ event, names, zone }: { event: Numbered; names: Names; zone: string }) {
  const page = pageOf(event)
  const subject = subjectWords(event, names)
  const reason = reasonWords(event)
  const words = doneWords(event, names)
  const when = <Timestamp at={event.occurredAt.toISOString()} zone={zone} />
  return (
    <Row>
      <Cell className="whitespace-nowrap align-top text-ink-soft max-sm:hidden">{when}</Cell>
      <Cell className="w-full align-top max-sm:pl-0">
        <p>
          <span className="font-medium">{event.actorName}</span> {page ? <a href={page}>{words}</a> : words}
        </p>
        {subject ? <p className="statement text-ink-soft">{subject}</p> : null}
        {reason ? <p className="text-ink-soft">Because: {reason}</p> : null}
        <p className="text-13 text-ink-soft sm:hidden">{when}</p>
        <StoredRow event={event} />
      </Cell>
    </Row>
  )
}

function StoredRow({ event }: { event: Numbered }) {
  const { payload, ...row } = event
  const history = addressOf({}, { entity: `${event.entityType}:${event.entityId}` })
  return (
    <details className="text-13">
      <summary className="w-fit cursor-pointer text-ink-soft hover:text-ink">
        {event.type}
        <span className="sr-only"> as stored, number {String(event.seq)}</span>
      </summary>
      <pre className="mt-2 whitespace-pre-wrap break-all bg-sunk p-3 font-mono text-13">
        {JSON.stringify({ ...row, seq: String(row.seq), payload }, null, 2)}
      </pre>
      <a href={history} className="mt-2 inline-block">
        The whole history of this {entityWords(event.entityType)}
      </a>
    </details>
  )
}
