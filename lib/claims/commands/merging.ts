import { getLastEvent } from '@/lib/audit/queries'
import type { Context } from '@/lib/core/context'
import { AppError } from '@/lib/core/errors'
import { inTransaction, lockRow, type Tx } from '@/lib/platform/db'
import type { Claim } from '@/lib/platform/generated/client'
import { claimEvents } from '../events'
import { canHideClaim, canMergeClaim } from '../policy'
import { hideProblem, mergeProblem } from '../rules/states'
import { HideClaimInput, MergeClaimsInput, SplitOccurrenceInput, UnhideClaimInput, UnmergeClaimsInput } from '../schema'
import { makeClaimIn } from './making'
import { recordClaimEvent } from './recording'

const factsOf = (claim: Claim) => ({ ...claim, isPublished: claim.firstPublishedAt !== null })

/**
 * Two claims are one: the occurrences move to `into`, the other keeps its page as a redirect. The event holds what moved, so
 * that the undo restores exactly that. Evidence, verdicts and quantities stay with the merged claim.
 */
export async function mergeClaims(ctx: Context, given: MergeClaimsInput): Promise<{ moved: number }> {
  const input = MergeClaimsInput.parse(given)
  return inTransaction(async (tx) => {
    const { from, into } = await lockBoth(tx, input.fromClaimId, input.intoClaimId)
    const isPublished = from.firstPublishedAt !== null || into.firstPublishedAt !== null
    if (!canMergeClaim(ctx.actor, { isPublished })) throw new AppError('FORBIDDEN')
    const problem = mergeProblem(factsOf(from), factsOf(into))
    if (problem) throw new AppError('MOVE_REFUSED', { text: `${problem} Nothing was changed.` })
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
    if (!merged?.mergedIntoId)
      throw new AppError('MOVE_REFUSED', { text: 'This claim is not merged into another one.' })
    const { from, into } = await lockBoth(tx, input.claimId, merged.mergedIntoId)
    const isPublished = from.firstPublishedAt !== null || into.firstPublishedAt !== null
    if (!canMergeClaim(ctx.actor, { isPublished })) throw new AppError('FORBIDDEN')
    if (from.mergedIntoId !== into.id) throw new AppError('STALE')
    if (into.state === 'merged')
      throw new AppError('MOVE_REFUSED', { text: 'The other claim was merged on into a third. Undo that merge first.' })
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

/** An occurrence says something else than its claim: it becomes a claim of its own. The claim keeps at least one. */
export async function splitOccurrence(
  ctx: Context,
  given: SplitOccurrenceInput,
): Promise<{ claimId: string; slug: string }> {
  const input = SplitOccurrenceInput.parse(given)
  return inTransaction(async (tx) => {
    const found = await tx.occurrence.findUnique({ where: { id: input.occurrenceId }, select: { claimId: true } })
    if (found === null) throw new AppError('NOT_FOUND')
    await lockRow(tx, 'claim', found.claimId)
    const occurrence = await tx.occurrence.findUniqueOrThrow({
      where: { id: input.occurrenceId },
      include: { claim: { include: { _count: { select: { occurrences: true } } } } },
    })
    if (occurrence.claimId !== found.claimId) throw new AppError('STALE')
    if (!canMergeClaim(ctx.actor, { isPublished: occurrence.claim.firstPublishedAt !== null }))
      throw new AppError('FORBIDDEN')
    if (occurrence.claim._count.occurrences < 2)
      throw new AppError('MOVE_REFUSED', {
        text: 'It is the only place where this claim is made. Edit the claim instead; nothing was changed.',
      })
    const { statement, shortForm, kind } = input
    const claim = await makeClaimIn(tx, ctx, {
      ...{ statement, shortForm, kind },
      speakerId: occurrence.speakerId,
      candidateId: occurrence.candidateId,
    })
    await tx.occurrence.update({ where: { id: occurrence.id }, data: { claimId: claim.id } })
    await recordClaimEvent(tx, ctx, {
      type: 'claim.occurrence_left',
      entityId: occurrence.claimId,
      payload: { occurrenceId: occurrence.id, toClaimId: claim.id },
    })
    await recordClaimEvent(tx, ctx, {
      type: 'claim.occurrence_added',
      entityId: claim.id,
      payload: { occurrenceId: occurrence.id, articleId: occurrence.articleId },
    })
    return { claimId: claim.id, slug: claim.slug }
  })
}

/** How the desk deletes: out of every list, kept with the reason. Throws MOVE_REFUSED once the claim was published. */
export async function hideClaim(ctx: Context, given: HideClaimInput): Promise<void> {
  const input = HideClaimInput.parse(given)
  await inTransaction(async (tx) => {
    const claim = await lockOne(tx, input.claimId)
    if (!canHideClaim(ctx.actor)) throw new AppError('FORBIDDEN')
    const problem = hideProblem(factsOf(claim))
    if (problem) throw new AppError('MOVE_REFUSED', { text: `${problem} Nothing was changed.` })
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
    if (!canHideClaim(ctx.actor)) throw new AppError('FORBIDDEN')
    if (claim.state !== 'hidden') throw new AppError('MOVE_REFUSED', { text: 'This claim is not hidden.' })
    const decided = await tx.occurrence.count({
      where: {
        claimId: claim.id,
        OR: [{ candidateId: null }, { candidate: { state: { in: ['accepted', 'merged'] } } }],
      },
    })
    if (decided === 0)
      throw new AppError('MOVE_REFUSED', {
        text: 'Its occurrences wait for a decision again. Accept the candidate in its article instead.',
      })
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
