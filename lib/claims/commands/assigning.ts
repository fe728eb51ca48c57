import { getColleagueIn } from '@/lib/accounts/queries'
import type { Context } from '@/lib/core/context'
import { AppError } from '@/lib/core/errors'
import { inTransaction, lockRow, type Tx } from '@/lib/platform/db'
import type { PartOfBulk } from '../events'
import { askRow, CLAIM_TABLE, claimPhaseOf, findRow } from '../rules/moves'
import { AssignClaimInput } from '../schema'
import { recordClaimEvent } from './recording'

/**
 * Says who takes care of a claim: a person of the desk, or nobody. The claim's text and revision stay, so nobody's open form
 * goes stale. `before` is whom the caller saw there: throws STALE when somebody else assigned it meanwhile, MOVE_REFUSED for
 * a merged or hidden claim, BAD_INPUT for a person who cannot work on claims (any more). Assigned as it is already: nothing.
 */
export const assignClaim = (ctx: Context, input: AssignClaimInput): Promise<{ assigneeName: string | null }> =>
  inTransaction((tx) => assignClaimIn(tx, ctx, input))

/** `bulk`: the move of many that it is part of, or its undoing. */
export async function assignClaimIn(
  tx: Tx,
  ctx: Context,
  given: AssignClaimInput,
  bulk: PartOfBulk | null = null,
): Promise<{ assigneeName: string | null }> {
  const { claimId, assigneeId, before } = AssignClaimInput.parse(given)
  if (!(await lockRow(tx, 'claim', claimId))) throw new AppError('NOT_FOUND')
  const claim = await tx.claim.findUniqueOrThrow({
    where: { id: claimId },
    select: { state: true, assigneeId: true, assignee: { select: { name: true } } },
  })
  const row = findRow(CLAIM_TABLE, claimPhaseOf(claim), assigneeId === null ? 'give_back' : 'assign')
  const { refusal } = askRow(row, ctx.actor, `This claim was ${claim.state}.`)
  if (refusal) throw new AppError(refusal.code, { text: `${refusal.text} Nothing was changed.` })
  if (claim.assigneeId === assigneeId) return { assigneeName: claim.assignee?.name ?? null }
  if (claim.assigneeId !== before) throw new AppError('STALE', { text: takenWords(claim.assignee?.name ?? null) })
  const person = assigneeId === null ? null : await getColleagueIn(tx, assigneeId)
  if (assigneeId !== null && person === null)
    throw new AppError('BAD_INPUT', { fields: { assigneeId: 'Choose a reviewer or an editor of this desk.' } })
  await tx.claim.update({ where: { id: claimId }, data: { assigneeId } })
  await recordClaimEvent(tx, ctx, {
    type: 'claim.assigned',
    entityId: claimId,
    payload: { before: claim.assigneeId, after: assigneeId, name: person?.name ?? null, bulk },
  })
  return { assigneeName: person?.name ?? null }
}

const takenWords = (name: string | null): string =>
  name === null
    ? 'Somebody gave this claim back after you opened the page. Nothing was changed; reload it and assign again.'
    : `Meanwhile this claim was assigned to ${name}. Nothing was changed; reload the page to see it.`
