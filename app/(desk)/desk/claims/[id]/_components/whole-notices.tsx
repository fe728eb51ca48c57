import Link from 'next/link'
import type { ReactNode } from 'react'
import { Notice } from '@/app/_ui/notice'
import type { ClaimStanding } from '@/lib/claims/queries/standing'
import type { WorkspaceClaim } from '@/lib/verdicts/queries/workspace'
import { DoneNotice, FocusOnShow } from '../../../_components/done-notice'
import { unhideClaimAction, unmergeClaimsAction } from '../actions'
import type { Done } from './done'
import { MoveForm } from './move-forms'

type Props = {
  claim: WorkspaceClaim
  standing: ClaimStanding
  /** As the history bears out. */
  done: Done | undefined
  otherId: string | undefined
  requestId: string
}

/** That the claim is merged or hidden, with the way back; and what was done a moment ago. */
export function WholeNotices(props: Props) {
  const { claim, standing, done, requestId } = props
  if (claim.mergedInto) return <Merged claimId={claim.id} into={claim.mergedInto} refusal={standing.unmerge} />
  if (claim.state === 'hidden') {
    const hidden = <Hidden claim={claim} refusal={standing.unhide} />
    return done === 'hidden' ? <FocusOnShow key={requestId}>{hidden}</FocusOnShow> : hidden
  }
  const words = doneWords(props)
  return words ? (
    <DoneNotice key={requestId} without={`/desk/claims/${claim.id}`}>
      {words}
    </DoneNotice>
  ) : null
}

function Merged({
  claimId,
  into,
  refusal,
}: {
  claimId: string
  into: { id: string; statement: string }
  refusal: string | null
}) {
  return (
    <Notice title="Merged">
      <p className="mb-3">
        This claim was merged into <Link href={`/desk/claims/${into.id}`}>{into.statement}</Link>
      </p>
      {refusal === null ? (
        <MoveForm action={unmergeClaimsAction} hidden={{ claimId }} label="Undo this merge" size="small" />
      ) : (
        <p className="text-13 text-ink-soft">To undo: {refusal}</p>
      )}
    </Notice>
  )
}

function Hidden({ claim, refusal }: { claim: WorkspaceClaim; refusal: string | null }) {
  return (
    <Notice title="Hidden">
      <p className="mb-3">{claim.hiddenReason}</p>
      {refusal === null ? (
        <MoveForm action={unhideClaimAction} hidden={{ claimId: claim.id }} label="Bring it back" size="small" />
      ) : (
        <p className="text-13 text-ink-soft">{refusal}</p>
      )}
    </Notice>
  )
}

/** What was done a moment ago; null when nothing was. */
function doneWords({ claim, standing, done, otherId }: Props): ReactNode {
  if (done === 'unmerged') return 'The merge is undone: its places are back, and it stands as it did before.'
  if (done === 'unhidden') return 'The claim is back: it stands as it did before it was hidden.'
  if (done === 'split')
    return (
      <>
        A claim of its own now, split off from <Link href={`/desk/claims/${otherId}`}>the claim before</Link>. If that
        was a mistake, <Link href={`/desk/claims/${claim.id}?into=${otherId}#same`}>merge it back</Link>.
      </>
    )
  const other = done === 'absorbed' ? standing.absorbed.find(({ id }) => id === otherId) : undefined
  return other ? (
    <>
      <p className="mb-3">
        Merged: <Link href={`/desk/claims/${other.id}`}>{other.statement}</Link> is now this claim.
      </p>
      {other.unmerge === null ? (
        <MoveForm action={unmergeClaimsAction} hidden={{ claimId: other.id }} label="Undo the merge" size="small" />
      ) : null}
    </>
  ) : null
}
