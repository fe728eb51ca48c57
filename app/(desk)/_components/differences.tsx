import type { DecidedDifference, ReadingDifference } from '@/lib/claims/queries/differences'
import { KeepForm, TakeOverForm } from './difference-forms'
import { differenceRows, differenceWords, isChangedInClaim } from './difference-rows'
import { LastDecided } from './last-decided'

/** What newer rules read in a decided place, beside what was decided; nothing changes until a person says so. */
export function Differences({
  differences,
  decided,
  mayDecide,
}: {
  differences: readonly ReadingDifference[]
  /** What was last decided about an earlier one. */
  decided: DecidedDifference | null
  mayDecide: boolean
}) {
  return (
    <>
      {differences.map((difference) => (
        <Difference key={difference.id} difference={difference} mayDecide={mayDecide} />
      ))}
      <LastDecided id={decided?.id ?? null} isAlone={differences.length === 0}>
        {decided ? (
          <p className="text-13 text-ink-soft">
            {decided.byName}{' '}
            {decided.state === 'kept'
              ? 'kept what was decided, against newer rules.'
              : 'took over what newer rules read.'}
          </p>
        ) : null}
      </LastDecided>
    </>
  )
}

function Difference({ difference, mayDecide }: { difference: ReadingDifference; mayDecide: boolean }) {
  const { id, claim } = difference
  return (
    <section
      aria-labelledby={`difference-${id}`}
      className="flex max-w-2xl flex-col gap-3 border-accent border-l-4 bg-sunk py-3 pr-4 pl-3 text-15"
      data-difference={id}
    >
      <h3 id={`difference-${id}`} className="font-semibold text-accent">
        {difference.isByOtherRules ? 'Newer rules read this differently' : 'Read with what is known now, this differs'}
      </h3>
      {difference.fields.length > 0 ? (
        <dl className="flex flex-col gap-3">
          {differenceRows(difference).map(({ field, label, was, now }) => (
            <div key={field} className="flex flex-col gap-1">
              <dt className="label-caps">{label}</dt>
              <dd className="grid grid-cols-[5.5rem_minmax(0,1fr)] gap-x-2">
                <span className="text-13 text-ink-soft leading-6">As decided</span>
                <span className="break-words">{was}</span>
              </dd>
              <dd className="grid grid-cols-[5.5rem_minmax(0,1fr)] gap-x-2">
                <span className="text-13 text-ink-soft leading-6">Read now</span>
                <span className="break-words font-medium">{now}</span>
              </dd>
            </div>
          ))}
        </dl>
      ) : null}
      <p className="text-13 text-ink-soft">
        {differenceWords(difference)}{' '}
        {mayDecide && claim && isChangedInClaim(difference) ? (
          <a href={`/desk/claims/${claim.id}#claim`}>Go to the claim</a>
        ) : null}
      </p>
      {mayDecide ? (
        <div className="flex flex-wrap items-start gap-2">
          {difference.takeable.length > 0 ? <TakeOverForm id={id} claim={claim} /> : null}
          <KeepForm differenceId={id} />
        </div>
      ) : null}
    </section>
  )
}
