import Link from 'next/link'
import { OwnWork } from '@/app/_parts/desk/own-work'
import { ApprovalPanel } from '@/app/_parts/predictions/approval-panel'
import { StepButton, StepWithText } from '@/app/_parts/predictions/step-forms'
import { ResolutionBadge } from '@/app/_parts/window-bar/resolution-badge'
import { LinkButton } from '@/app/_ui/button'
import { Notice } from '@/app/_ui/notice'
import { Timestamp } from '@/app/_ui/timestamp'
import { inQuotes } from '@/lib/core/quotes'
import { RESOLUTION_WORDS } from '@/lib/predictions/present'
import type { PredictionWorkspace, StoredPrediction } from '@/lib/predictions/queries/workspace'
import {
  addClarificationAction,
  approveJudgementAction,
  approveOpeningAction,
  refuseJudgementAction,
  sendBackPredictionAction,
  undoResolutionAction,
} from '../actions'
import { Cited } from './cited'
import { JudgementForm } from './judgement-form'

type Props = { claimId: string; prediction: StoredPrediction; may: PredictionWorkspace['may']; zone: string }

/** The second person's decision on what was proposed. */
export function DecisionPanel({ claimId, prediction, may, isTooVague, zone }: Props & { isTooVague: boolean }) {
  return (
    <ApprovalPanel
      title={isTooVague ? 'Proposed as too vague' : 'Proposed for opening'}
      hidden={{ claimId, id: prediction.id, revision: prediction.revision }}
      may={may}
      approve={{ action: approveOpeningAction, button: isTooVague ? 'Mark as too vague' : 'Open it' }}
      sendBack={sendBackPredictionAction}
    >
      By {prediction.proposedByName}
      {prediction.proposedAt ? (
        <>
          {' '}
          on <Timestamp at={prediction.proposedAt.toISOString()} zone={zone} />
        </>
      ) : null}
      .{' '}
      {isTooVague
        ? 'Approving marks it so, for good.'
        : 'Approving freezes it and makes it public; criteria and window never change after that.'}
    </ApprovalPanel>
  )
}

/** How it stands: open and watched, or resolved by whom and by which rule. */
export function Standing({
  claimId,
  prediction,
  may,
  zone,
  conditionWords,
}: Props & { conditionWords: string | null }) {
  const { current, judgement } = prediction
  return (
    <section aria-labelledby="standing-title" className="flex flex-col gap-4">
      <h2 id="standing-title" className="statement font-semibold text-21">
        Resolution
      </h2>
      {current ? (
        <div className="flex flex-col gap-2">
          <ResolutionBadge kind={current.kind} className="text-17" />
          <p>{current.reason}</p>
          <Cited sources={current.sources} />
          <p className="text-13 text-ink-soft">
            Recorded by {current.authorName}, approved by {current.approverName}
            {current.isSolo ? ' (one-person desk)' : ''}, <Timestamp at={current.createdAt.toISOString()} zone={zone} />
          </p>
          {current.outcomeId ? (
            <p>
              <Link href={`/desk/outcomes/${current.outcomeId}`}>The outcome that resolved it</Link>
            </p>
          ) : null}
        </div>
      ) : (
        <OpenStanding prediction={prediction} mayRecord={may.judge} />
      )}
      {judgement ? <JudgementPanel claimId={claimId} prediction={prediction} may={may} zone={zone} /> : null}
      {may.judge ? (
        <JudgementForm claimId={claimId} predictionId={prediction.id} conditionWords={conditionWords} />
      ) : null}
      {may.undo && current?.outcomeId === null ? (
        <StepWithText
          id="undo-resolution"
          action={undoResolutionAction}
          hidden={{ claimId, predictionId: prediction.id }}
          opener="Undo this resolution"
          label="Why it is undone"
          button="Undo"
          variant="danger"
        />
      ) : null}
    </section>
  )
}

function OpenStanding({ prediction, mayRecord }: { prediction: StoredPrediction; mayRecord: boolean }) {
  return (
    <div className="flex flex-col gap-3">
      <p>Open{prediction.dueText ? <span className="text-ink-soft">, {prediction.dueText}</span> : null}.</p>
      {prediction.waitingOutcomes.map((outcome) => (
        <p key={outcome.id}>
          On the list of an outcome that is not approved yet:{' '}
          <Link href={`/desk/outcomes/${outcome.id}`}>{outcome.statement}</Link>
        </p>
      ))}
      {mayRecord ? (
        <div>
          {/* what is begun is gone on with, not begun again */}
          <LinkButton
            href={`/desk/outcomes/new?prediction=${prediction.id}`}
            variant={prediction.waitingOutcomes.length > 0 ? 'secondary' : 'primary'}
          >
            Record what happened
          </LinkButton>
        </div>
      ) : null}
    </div>
  )
}

function JudgementPanel({ claimId, prediction, may, zone }: Props) {
  const { judgement } = prediction
  if (judgement === null) return null
  return (
    <Notice kind="warn" title={`Proposed: ${RESOLUTION_WORDS[judgement.kind].toLowerCase()}`}>
      <div className="flex flex-col gap-3">
        <p>{inQuotes(judgement.reason)}</p>
        <Cited sources={judgement.sources} />
        <p className="text-13 text-ink-soft">
          {judgement.authorName}, <Timestamp at={judgement.createdAt.toISOString()} zone={zone} />
        </p>
        {may.approveJudgement.usesSolo ? <OwnWork /> : null}
        {may.approveJudgement.allowed ? (
          <StepButton
            id="approve-judgement"
            action={approveJudgementAction}
            hidden={{ claimId, judgementId: judgement.id }}
            button="Approve"
          />
        ) : (
          <p data-why-not>{may.approveJudgement.why}</p>
        )}
        {may.refuseJudgement ? (
          <StepWithText
            id="refuse-judgement"
            action={refuseJudgementAction}
            hidden={{ claimId, judgementId: judgement.id }}
            opener="Refuse it"
            label="The reason"
            button="Refuse"
          />
        ) : null}
      </div>
    </Notice>
  )
}

/** Dated explanations; what is frozen stays as it is. */
export function Clarifications({ prediction, may, zone }: Omit<Props, 'claimId'>) {
  if (prediction.clarifications.length === 0 && !may.clarify) return null
  return (
    <section aria-labelledby="clarifications-title" className="flex flex-col gap-4">
      <h2 id="clarifications-title" className="statement font-semibold text-21">
        Clarifications
      </h2>
      {prediction.clarifications.length > 0 ? (
        <ol className="flex flex-col gap-3">
          {prediction.clarifications.map((entry) => (
            <li key={entry.id} className="border-rule border-l-2 pl-3">
              <p className="whitespace-pre-wrap">{entry.text}</p>
              <p className="text-13 text-ink-soft">
                {entry.authorName}, <Timestamp at={entry.createdAt.toISOString()} zone={zone} />
              </p>
            </li>
          ))}
        </ol>
      ) : null}
      {may.clarify ? (
        <StepWithText
          id="clarify"
          action={addClarificationAction}
          hidden={{ predictionId: prediction.id }}
          opener="Add a clarification"
          field="text"
          label="Clarification"
          hint="Dated and public at once. It explains the criteria and never changes them."
          max={2000}
          button="Add"
        />
      ) : null}
    </section>
  )
}
