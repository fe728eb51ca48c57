import { DayText } from '@/app/_ui/days'
import { Folded } from '@/app/_ui/folded'
import { Notice } from '@/app/_ui/notice'
import { Timestamp } from '@/app/_ui/timestamp'
import type { Workspace } from '@/lib/verdicts/queries/workspace'
import { MarkRechecked, PlanRecheck } from './recheck-forms'

/** When the verdict in force was last looked at, when it is to be again, and what this person may say about it. */
export function RecheckPanel({ workspace }: { workspace: Workspace }) {
  const { claim, phase, recheck, moves, zone } = workspace
  if (claim.currentVerdictId === null) return null
  const ids = { claimId: claim.id, verdictId: claim.currentVerdictId }
  const isDue = phase === 'recheck_due'
  return (
    <section aria-label="Checking again" className="flex flex-col gap-3">
      {isDue && recheck.dueOn ? (
        <Notice kind="warn" title="Due to be checked again">
          Since <DayText day={recheck.dueOn} />. Look at what it rests on: either it still stands, or it is corrected.
        </Notice>
      ) : (
        <p className="text-13 text-ink-soft">
          {recheck.dueOn ? (
            <>
              To be checked again on <DayText day={recheck.dueOn} />.
            </>
          ) : (
            'No day is set to check it again.'
          )}
        </p>
      )}
      {recheck.last ? (
        <p className="text-13 text-ink-soft">
          Checked again by {recheck.last.by} <Timestamp at={recheck.last.at} zone={zone} />: {recheck.last.note}
        </p>
      ) : null}
      {moves.mark_rechecked.isAllowed ? (
        <Folded label="Mark it as checked again" open={isDue}>
          <MarkRechecked {...ids} />
        </Folded>
      ) : null}
      {moves.plan_recheck.isAllowed ? (
        <Folded label={recheck.dueOn ? 'Change the day' : 'Set a day to check it again'}>
          <PlanRecheck {...ids} dueOn={isDue ? null : recheck.dueOn} />
        </Folded>
      ) : null}
    </section>
  )
}
