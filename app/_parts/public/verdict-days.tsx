import { DayText } from '@/app/_ui/days'
import { dayInZone } from '@/lib/core/days'
import type { Rechecks } from '@/lib/verdicts/queries/rechecks'
import type { FrozenVerdict } from '@/lib/verdicts/schema'

/**
 * Who stands behind a version, and the days that matter for it. `rechecks`: of the version in force, as it is now; an earlier
 * one shows the day that it was published with.
 */
export function VerdictDays({
  verdict,
  zone,
  rechecks,
}: {
  verdict: FrozenVerdict
  zone: string
  rechecks?: Rechecks
}) {
  const { asOfOn, publishedAt, authorName, approverName, claim } = verdict
  const recheckOn = rechecks ? rechecks.nextOn : verdict.recheckOn
  const checkedAt = rechecks?.lastAt
  const items = [
    { term: 'What was known as of', value: <DayText day={asOfOn} /> },
    { term: 'Published', value: <DayText day={dayInZone(new Date(publishedAt), zone)} /> },
    { term: 'Written by', value: authorName },
    { term: 'Approved by', value: approverName },
    ...(checkedAt ? [{ term: 'Checked again', value: <DayText day={dayInZone(new Date(checkedAt), zone)} /> }] : []),
    ...(recheckOn ? [{ term: 'To be checked again', value: <DayText day={recheckOn} /> }] : []),
    ...(claim.topics.length > 0 ? [{ term: 'Topics', value: claim.topics.map(({ name }) => name).join(', ') }] : []),
  ]
  return (
    <dl className="grid grid-cols-[auto_minmax(0,1fr)] gap-x-6 gap-y-1.5 text-13">
      {items.map(({ term, value }) => (
        <div key={term} className="col-span-2 grid grid-cols-subgrid">
          <dt className="text-ink-soft">{term}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  )
}
