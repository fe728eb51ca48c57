import { counted } from '@/lib/core/counts'
import { formatDay } from '@/lib/core/windows'
import type { TrackRecord } from '@/lib/predictions/rules/scoring/record'
import { IntervalBar } from '../record/interval-bar'
import { ResolutionBadge } from '../window-bar/resolution-badge'

const KINDS = ['came_true', 'early', 'late', 'partly', 'did_not_happen', 'void', 'too_vague'] as const

/** Why no rate is shown, in words; null where one is. */
function withheldWords({ withheld, n, unresolved, minimumN, maxUnresolved }: TrackRecord): string | null {
  switch (withheld) {
    case null:
      return null
    case 'nothing_closed':
      return 'No window has closed yet, so there is nothing to count.'
    case 'below_minimum':
      return `${counted(n, 'outcome')} so far: too few for a rate, which is shown from ${minimumN}.`
    case 'too_many_unresolved':
      return `${counted(unresolved, 'window')} closed without a resolution, more than ${Math.round(maxUnresolved * 100)} % of all: no rate until they are settled.`
  }
}

/**
 * A track record, told honestly: the rate with its interval where it may be shown, else why not; always the counts, what is
 * closed but unresolved, and the as-of day.
 */
export function RecordPanel({ record, title }: { record: TrackRecord; title?: string }) {
  const words = withheldWords(record)
  const counts = KINDS.filter((kind) => record.counts[kind] > 0)
  return (
    <div className="flex flex-col gap-4">
      {title ? <h3 className="label-caps">{title}</h3> : null}
      {record.rate ? (
        <IntervalBar rate={record.rate.value} low={record.rate.low} high={record.rate.high} n={record.n} />
      ) : (
        <p className="text-15 text-ink-soft">{words}</p>
      )}
      {counts.length > 0 ? (
        <dl className="divide-y divide-rule border-rule border-y text-15">
          {counts.map((kind) => (
            <div key={kind} className="flex items-baseline justify-between gap-4 py-1.5">
              <dt>
                <ResolutionBadge kind={kind} />
              </dt>
              <dd className="tabular-nums">{record.counts[kind]}</dd>
            </div>
          ))}
        </dl>
      ) : null}
      <p className="text-13 text-ink-soft">
        {counted(record.unresolved, 'window')} closed but unresolved · {record.stillOpen} still open · as of{' '}
        {formatDay(record.asOfOn)}
      </p>
    </div>
  )
}
