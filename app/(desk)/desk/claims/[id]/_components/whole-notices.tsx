import Link from 'next/link'
import { Notice } from '@/app/_ui/notice'
import type { ClaimStanding } from '@/lib/claims/queries/standing'
import type { WorkspaceClaim } from '@/lib/verdicts/queries/workspace'
import { unhideClaimAction, unmergeClaimsAction } from '../actions'
import { Arrival } from './arrival'
import type { Done } from './done'
import { MoveForm } from './move-forms'

type Props = { claim: WorkspaceClaim; standing: ClaimStanding; done: Done | undefined; otherId: string | undefined }

/** That the claim is merged or hidden, with the way back; and what was done a moment ago. */
export function WholeNotices({ claim, standing, done, otherId }: Props) {
  if (claim.mergedInto) return <Merged claimId={claim.id} into={claim.mergedInto} refusal={standing.unmerge} />
  if (claim.state === 'hidden') {
    const hidden = <Hidden claim={claim} refusal={standing.unhide} />
    return done === 'hidden' ? <Arrival key="hidden">{hidden}</Arrival> : hidden
  }
  const notice = doneNotice({ claim, standing, done, otherId })
  return notice ? <Arrival key={`${done}-${otherId}`}>{notice}</Arrival> : null
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

function doneNotice({ claim, standing, done, otherId }: Props) {
  if (done === 'unmerged')
    return (
      <Notice kind="success" live={false} title="The merge is undone">
        Its places are back, and it stands as it did before.
      </Notice>
    )
  if (done === 'unhidden')
    return (
      <Notice kind="success" live={false} title="The claim is back">
        It stands as it did before it was hidden.
      </Notice>
    )
  if (done === 'split' && otherId !== undefined)
    return (
      <Notice kind="success" live={false} title="A claim of its own now">
        Split off from <Link href={`/desk/claims/${otherId}`}>the claim before</Link>. If that was a mistake,{' '}
        <Link href={`/desk/claims/${claim.id}?into=${otherId}#same`}>merge it back</Link>.
      </Notice>
    )
  const other = done === 'absorbed' ? standing.absorbed.find(({ id }) => id === otherId) : undefined
  return other ? (
    <Notice kind="success" live={false} title="Merged">
      <p className="mb-3">
        <Link href={`/desk/claims/${other.id}`}>{other.statement}</Link> is now this claim.
      </p>
      {other.unmerge === null ? (
        <MoveForm action={unmergeClaimsAction} hidden={{ claimId: other.id }} label="Undo the merge" size="small" />
      ) : null}
    </Notice>
  ) : null
}
