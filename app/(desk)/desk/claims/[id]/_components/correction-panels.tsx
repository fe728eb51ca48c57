import { OwnWork } from '@/app/_parts/desk/own-work'
import { Notice } from '@/app/_ui/notice'
import { Timestamp } from '@/app/_ui/timestamp'
import type { MoveView, Workspace } from '@/lib/verdicts/queries/workspace'
import { approveWithdrawalAction, dropWithdrawalAction, proposeWithdrawalAction } from '../actions'
import { CorrectForm } from './correct-form'
import { MoveForm } from './move-forms'
import { Folded } from './section'

export function CorrectPanel({ claimId, move }: { claimId: string; move: MoveView }) {
  if (!move.isAllowed) return <p className="text-13 text-ink-soft">To correct it: {move.reason}</p>
  return (
    <Folded label="Correct it">
      <CorrectForm claimId={claimId} />
    </Folded>
  )
}

export function ProposeWithdrawalPanel({ claimId, move }: { claimId: string; move: MoveView }) {
  if (!move.isAllowed) return null
  return (
    <Folded label="Withdraw it">
      <MoveForm
        action={proposeWithdrawalAction}
        hidden={{ claimId }}
        label="Propose the withdrawal"
        variant="danger"
        text={{
          name: 'note',
          label: 'Public note on the withdrawal',
          hint: 'Why the verdict no longer stands. Another editor decides; until then readers see no change.',
          max: 1000,
        }}
      />
    </Folded>
  )
}

/** A proposed withdrawal: its note, and the second person's decision. */
export function WithdrawalPanel({
  withdrawal,
  moves,
  zone,
}: {
  withdrawal: NonNullable<Workspace['withdrawal']>
  moves: Workspace['moves']
  zone: string
}) {
  const hidden = { correctionId: withdrawal.id }
  const { approve_withdrawal: approve, drop_withdrawal: drop } = moves
  return (
    <section aria-label="Proposed withdrawal" className="flex flex-col gap-4">
      <Notice kind="warn" title={`${withdrawal.by} proposes to withdraw the verdict`}>
        <p>{withdrawal.note}</p>
        <p className="text-13 text-ink-soft">
          <Timestamp at={withdrawal.at} zone={zone} />
        </p>
      </Notice>
      {approve.isAllowed && approve.isSolo ? <OwnWork /> : null}
      {approve.isAllowed ? (
        <MoveForm action={approveWithdrawalAction} hidden={hidden} label="Withdraw the verdict" variant="danger" />
      ) : (
        <p data-refusal>{approve.reason}</p>
      )}
      {drop.isAllowed ? <MoveForm action={dropWithdrawalAction} hidden={hidden} label="Drop the proposal" /> : null}
    </section>
  )
}
