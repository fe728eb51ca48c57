import { OwnWork } from '@/app/_parts/desk/own-work'
import type { OpenVersionView, Workspace } from '@/lib/verdicts/queries/workspace'
import { approveVerdictAction, sendBackVerdictAction } from '../actions'
import { MoveForm } from './move-forms'
import { Folded } from './section'

/** The second person's decision on the exact revision, or why this person is not the one. */
export function ApprovePanel({
  version,
  moves,
  evidenceCount,
}: {
  version: OpenVersionView
  moves: Workspace['moves']
  evidenceCount: number
}) {
  const { id, revision } = version
  const { approve, send_back: sendBack } = moves
  return (
    <section aria-label="Decision" className="flex flex-col gap-4 border-accent border-l-4 bg-accent-wash px-4 py-4">
      {approve.isAllowed ? (
        <>
          <p>
            Approving publishes revision {revision} with the statement, the figures and the evidence (
            {evidenceCount === 1 ? '1 piece' : `${evidenceCount} pieces`}) as they stand here. It cannot be changed
            afterwards, only corrected.
          </p>
          {approve.isSolo ? <OwnWork /> : null}
          <MoveForm
            action={approveVerdictAction}
            hidden={{ id, revision }}
            label={`Approve and publish revision ${revision}`}
            variant="primary"
          />
        </>
      ) : (
        <p data-refusal>{approve.reason}</p>
      )}
      {sendBack.isAllowed ? (
        <Folded label="Send it back">
          <MoveForm
            action={sendBackVerdictAction}
            hidden={{ id, revision }}
            label="Send it back"
            text={{ name: 'reason', label: 'What is to be changed', hint: 'Its writer sees this.', max: 1000 }}
          />
        </Folded>
      ) : null}
    </section>
  )
}
