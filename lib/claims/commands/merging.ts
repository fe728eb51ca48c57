import { getLastEvent } from '@/lib/audit/queries'
import type { Context } from '@/lib/core/context'
import { AppError } from '@/lib/core/errors'
import { inTransaction, lockRow, type Tx } from '@/lib/platform/db'
import type { Claim } from '@/lib/platform/generated/client'
import { claimEvents } from '../events'
import { DECIDED_PLACE } from '../queries/standing'
import type { Refusal } from '../rules/moves'
import { hideRefusal, mergeRefusal, splitRefusal, unhideRefusal, unmergeRefusal } from '../rules/refusals'
import { HideClaimInput, MergeClaimsInput, SplitClaimInput, UnhideClaimInput, UnmergeClaimsInput } from '../schema'
import { copyQuantitiesIn, makeClaimIn } from './making'
import { recordClaimEvent } from './recording'

const factsOf = (claim: Claim) => ({ ...claim, isPublished: claim.firstPublishedAt !== null })

function assertNot(refusal: Refusal | null): void {
  if (refusal) throw new AppError(refusal.code, { text: `${refusal.text} Nothing was changed.` })
}

/**
 * Two claims are one: the occurrences move to `into`, the other keeps its page as a redirect. The event holds what moved, so
 * that the undo restores exactly that. Evidence, verdicts and quantities stay with the merged claim.
 */
export async function mergeClaims(ctx: Context, given: MergeClaimsInput): Promise<{ moved: number }> {
  const input = MergeClaimsInput.parse(given)
  return inTransaction(async (tx) => {
    const { from, into } = await lockBoth(tx, input.fromClaimId, input.intoClaimId)
    assertNot(mergeRefusal(ctx.actor, factsOf(from), factsOf(into)))
    const rows = await tx.occurrence.findMany({ where: { claimId: from.id }, select: { id: true } })
    const occurrenceIds = rows.map((row) => row.id)
    await tx.occurrence.updateMany({ where: { claimId: from.id }, data: { claimId: into.id } })
    await tx.claim.update({
      where: { id: from.id },
      data: { state: 'merged', mergedIntoId: into.id, revision: { increment: 1 } },
    })
    await recordClaimEvent(tx, ctx, {
      type: 'claim.merged',
      entityId: from.id,
      payload: { intoClaimId: into.id, stateBefore: from.state, occurrenceIds },
    })
    await recordClaimEvent(tx, ctx, {
      type: 'claim.absorbed',
      entityId: into.id,
      payload: { fromClaimId: from.id, occurrences: occurrenceIds.length },
    })
    return { moved: occurrenceIds.length }
  })
}

/** Takes a merge back: those occurrences that it moved and that are still there return, the state is what it was. */
export async function unmergeClaims(ctx: Context, given: UnmergeClaimsInput): Promise<{ moved: number }> {
  const input = UnmergeClaimsInput.parse(given)
  return inTransaction(async (tx) => {
    const merged = await tx.claim.findUnique({ where: { id: input.claimId }, select: { mergedIntoId: true } })
    if (merged === null) throw new AppError('NOT_FOUND')
    if (merged.mergedIntoId === null) return refuseUnmerging(tx, ctx, input.claimId)
    const { from, into } = await lockBoth(tx, input.claimId, merged.mergedIntoId)
    assertNot(unmergeRefusal(ctx.actor, factsOf(from), factsOf(into)))
    if (from.mergedIntoId !== into.id) throw new AppError('STALE')
    const event = await getLastEvent(tx, 'claim', from.id, 'claim.merged')
    const { stateBefore, occurrenceIds } = claimEvents['claim.merged'].payload.parse(event?.payload)
    const { count } = await tx.occurrence.updateMany({
      where: { id: { in: occurrenceIds }, claimId: into.id },
      data: { claimId: from.id },
    })
    await tx.claim.update({
      where: { id: from.id },
      data: { state: stateBefore, mergedIntoId: null, revision: { increment: 1 } },
    })
    for (const entityId of [from.id, into.id]) {
      const payload = { fromClaimId: from.id, occurrences: count }
      await recordClaimEvent(tx, ctx, { type: 'claim.unmerged', entityId, payload })
    }
    return { moved: count }
  })
}

/** One that is not merged: told by the table, so that who may not undo merges learns nothing. */
async function refuseUnmerging(tx: Tx, ctx: Context, claimId: string): Promise<never> {
  assertNot(unmergeRefusal(ctx.actor, factsOf(await lockOne(tx, claimId)), null))
  throw new AppError('STALE')
}

/**
 * Some of the places where a claim is made say something else: they become a claim of their own, with the speaker and the
 * figures of the first of them. The claim keeps at least one. Merging the new one back is the undo.
 */
export const splitClaim = (ctx: Context, input: SplitClaimInput): Promise<{ claimId: string; slug: string }> =>
  inTransaction((tx) => splitClaimIn(tx, ctx, input))

export async function splitClaimIn(
  tx: Tx,
  ctx: Context,
  given: SplitClaimInput,
): Promise<{ claimId: string; slug: string }> {
  const { claimId, occurrenceIds, ...content } = SplitClaimInput.parse(given)
  const claim = await lockOne(tx, claimId)
  const total = await tx.occurrence.count({ where: { claimId } })
  const leaving = await tx.occurrence.findMany({
    where: { id: { in: occurrenceIds }, claimId },
    orderBy: { id: 'asc' },
    include: { candidate: { include: { quantities: true, occurrence: true } } },
  })
  assertNot(splitRefusal(ctx.actor, factsOf(claim), { total, moving: leaving.length }))
  const [first] = leaving
  if (first === undefined || leaving.length < new Set(occurrenceIds).size) throw new AppError('STALE', { text: LEFT })
  const { speakerId, candidateId, candidate } = first
  const made = await makeClaimIn(tx, ctx, { ...content, speakerId, candidateId })
  if (candidate) await copyQuantitiesIn(tx, candidate, made.id)
  for (const { id: occurrenceId, articleId } of leaving) {
    await tx.occurrence.update({ where: { id: occurrenceId }, data: { claimId: made.id } })
    await recordClaimEvent(tx, ctx, {
      type: 'claim.occurrence_left',
      entityId: claimId,
      payload: { occurrenceId, toClaimId: made.id },
    })
    await recordClaimEvent(tx, ctx, {
      type: 'claim.occurrence_added',
      entityId: made.id,
      payload: { occurrenceId, articleId },
    })
  }
  return { claimId: made.id, slug: made.slug }
}

const LEFT =
  'Somebody moved one of these places to another claim after you opened this page. Nothing was changed; reload it and choose again.'

/** How the desk deletes: out of every list, kept with the reason. Throws MOVE_REFUSED once the claim was published. */
export async function hideClaim(ctx: Context, given: HideClaimInput): Promise<void> {
  const input = HideClaimInput.parse(given)
  await inTransaction(async (tx) => {
    const claim = await lockOne(tx, input.claimId)
    assertNot(hideRefusal(ctx.actor, factsOf(claim)))
    await tx.claim.update({
      where: { id: claim.id },
      data: { state: 'hidden', hiddenReason: input.reason, revision: { increment: 1 } },
    })
    await recordClaimEvent(tx, ctx, {
      type: 'claim.hidden',
      entityId: claim.id,
      payload: { reason: input.reason, stateBefore: claim.state },
    })
  })
}

/** Brings a hidden claim back to the state it had. One without any occurrence stays hidden: nothing makes it any more. */
export async function unhideClaim(ctx: Context, given: UnhideClaimInput): Promise<void> {
  const input = UnhideClaimInput.parse(given)
  await inTransaction(async (tx) => {
    const claim = await lockOne(tx, input.claimId)
    const decided = await tx.occurrence.count({ where: { claimId: claim.id, ...DECIDED_PLACE } })
    assertNot(unhideRefusal(ctx.actor, factsOf(claim), decided))
    const event = await getLastEvent(tx, 'claim', claim.id, 'claim.hidden')
    const { stateBefore } = claimEvents['claim.hidden'].payload.parse(event?.payload)
    await tx.claim.update({
      where: { id: claim.id },
      data: { state: stateBefore, hiddenReason: null, revision: { increment: 1 } },
    })
    await recordClaimEvent(tx, ctx, {
      type: 'claim.unhidden',
      entityId: claim.id,
      payload: { to: stateBefore },
    })
  })
}

async function lockOne(tx: Tx, id: string): Promise<Claim> {
  if (!(await lockRow(tx, 'claim', id))) throw new AppError('NOT_FOUND')
  return tx.claim.findUniqueOrThrow({ where: { id } })
}

/** In the order of their ids, so that two people who merge crosswise do not wait for each other. */
async function lockBoth(tx: Tx, fromId: string, intoId: string): Promise<{ from: Claim; into: Claim }> {
  for (const id of [fromId, intoId].sort()) {
    if (!(await lockRow(tx, 'claim', id))) throw new AppError('NOT_FOUND')
  }
  const [from, into] = [
    await tx.claim.findUniqueOrThrow({ where: { id: fromId } }),
    await tx.claim.findUniqueOrThrow({ where: { id: intoId } }),
  ]
  return { from, into }
}
