import { ApprovalPanel } from '@/app/_parts/predictions/approval-panel'
import { StepWithText } from '@/app/_parts/predictions/step-forms'
import { LinkButton } from '@/app/_ui/button'
import { Notice } from '@/app/_ui/notice'
import { Timestamp } from '@/app/_ui/timestamp'
import type { OutcomeView } from '@/lib/predictions/queries/outcomes'
import { approveOutcomeAction, sendBackOutcomeAction, undoOutcomeAction } from '../actions'

/** What can be decided now, and by whom; first on the page because it is why people come. */
export function Decision({ outcome }: { outcome: OutcomeView }) {
  if (outcome.state === 'submitted') return <Approval outcome={outcome} />
  if (outcome.dropped)
    return (
      <Notice title={`Dropped by ${outcome.dropped.byName}`}>
        <p>{outcome.dropped.reason}</p>
        <p className="text-13 text-ink-soft">
          <Timestamp at={outcome.dropped.at.toISOString()} zone={outcome.zone} />
        </p>
      </Notice>
    )
  if (outcome.state !== 'draft') return <Decided outcome={outcome} />
  return outcome.sentBack ? (
    <Notice kind="warn" title={`Sent back by ${outcome.sentBack.byName}`}>
      {outcome.sentBack.reason}
    </Notice>
  ) : null
}

const Approval = ({ outcome: { id, revision, submitted, may } }: { outcome: OutcomeView }) => (
  <ApprovalPanel
    title="Submitted for approval"
    hidden={{ id, revision }}
    may={may}
    approve={{ action: approveOutcomeAction, button: 'Approve and resolve' }}
    sendBack={sendBackOutcomeAction}
  >
    By {submitted?.byName}. Approving resolves all of its predictions and makes that public.
  </ApprovalPanel>
)

function Decided({ outcome: { id, approved, undone, may, zone } }: { outcome: OutcomeView }) {
  return (
    <section aria-label="Decision" className="flex flex-col gap-3">
      {approved ? (
        <p>
          Approved by {approved.byName}
          {approved.isSolo ? ' (one-person desk)' : ''}, <Timestamp at={approved.at.toISOString()} zone={zone} />
        </p>
      ) : null}
      {undone ? (
        <Notice kind="warn" title={`Undone by ${undone.byName}`}>
          <p className="mb-3">{undone.reason}</p>
          <LinkButton href={`/desk/outcomes/new?from=${id}`}>Record it again</LinkButton>
        </Notice>
      ) : null}
      {may.undo ? (
        <StepWithText
          id="undo"
          action={undoOutcomeAction}
          hidden={{ id }}
          opener="Undo this outcome"
          label="Why it is undone"
          hint="For readers too. Every prediction that it resolved is open again."
          button="Undo"
          variant="danger"
        />
      ) : null}
    </section>
  )
}
