import { OwnWork } from '@/app/_parts/desk/own-work'
import { Folded } from '@/app/_ui/folded'
import { Notice } from '@/app/_ui/notice'
import { Timestamp } from '@/app/_ui/timestamp'
import type { MoveView, Workspace } from '@/lib/verdicts/queries/workspace'
import { approveWithdrawalAction, dropWithdrawalAction } from '../actions'
import { CorrectForm, WithdrawForm } from './correct-form'
import { CorrectionPreview, type CorrectionSigns } from './correction-preview'
import { MoveForm } from './move-forms'

type PanelProps = { claimId: string; move: MoveView; signs: CorrectionSigns }

export function CorrectPanel({ claimId, move, signs }: PanelProps) {
  if (!move.isAllowed) return <p className="text-13 text-ink-soft">Correcting it: {move.reason}</p>
  return (
    <Folded label="Correct it">
      <CorrectForm claimId={claimId} signs={signs} />
    </Folded>
  )
}

export function ProposeWithdrawalPanel({ claimId, move, signs }: PanelProps) {
  if (!move.isAllowed) return null
  return (
    <Folded label="Withdraw it">
      <WithdrawForm claimId={claimId} signs={signs} />
    </Folded>
  )
}

/** A proposed withdrawal: its note, and the second person's decision. */
export function WithdrawalPanel({
  withdrawal,
  moves,
  zone,
  signs,
}: {
  withdrawal: NonNullable<Workspace['withdrawal']>
  moves: Workspace['moves']
  zone: string
  signs: CorrectionSigns
}) {
  const hidden = { correctionId: withdrawal.id }
  const { approve_withdrawal: approve, drop_withdrawal: drop } = moves
  return (
    <section aria-label="Proposed withdrawal" className="flex flex-col gap-4">
      <Notice kind="warn" title={`${withdrawal.by} proposes to withdraw the verdict`}>
        <p className="text-13 text-ink-soft">
          <Timestamp at={withdrawal.at} zone={zone} />
        </p>
      </Notice>
      <CorrectionPreview level="withdrawal" note={withdrawal.note} signs={{ ...signs, authorName: withdrawal.by }} />
      {approve.isAllowed && approve.isSolo ? <OwnWork /> : null}
      {approve.isAllowed ? (
        <MoveForm
          id="approve-withdrawal"
          action={approveWithdrawalAction}
          hidden={hidden}
          label="Withdraw the verdict"
          variant="danger"
        />
      ) : (
        <p data-refusal>{approve.reason}</p>
      )}
      {drop.isAllowed ? (
        <MoveForm id="send-back" action={dropWithdrawalAction} hidden={hidden} label="Drop the proposal" />
      ) : null}
    </section>
  )
}
