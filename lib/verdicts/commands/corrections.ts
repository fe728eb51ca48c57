import { recordEvent } from '@/lib/audit/commands'
import { setClaimPublicationIn } from '@/lib/claims/commands'
import type { Context } from '@/lib/core/context'
import { AppError } from '@/lib/core/errors'
import type { Given } from '@/lib/core/fields'
import { newId } from '@/lib/core/ids'
import { inTransaction, type Tx } from '@/lib/platform/db'
import type { Correction } from '@/lib/platform/generated/client'
import { verdictEvents } from '../events'
import { contentOf } from '../present'
import { DecideWithdrawal, ProposeWithdrawal, StartCorrection } from '../schema'
import { dropRecheckIn } from './rechecks'
import { lockStanding, requireMoveOf, requireReviewing, type Standing } from './standing'
import { createVersionIn, requireUserId } from './versions'

/** Begins a correction of the verdict in force: a draft that starts as its copy, with a level and a public note. */
export async function startCorrection(ctx: Context, given: Given<typeof StartCorrection>): Promise<{ id: string }> {
  const { claimId, level, note } = StartCorrection.parse(given)
  return inTransaction(async (tx) => {
    const standing = await lockStanding(tx, claimId)
    requireMoveOf(ctx, standing, 'correct')
    const previous = await inForce(tx, standing)
    const content = {
      ...contentOf({ ...previous, correction: { level, note } }),
      recheckOn: null,
      checks: [],
      newSpeaker: null,
    }
    const version = await createVersionIn(tx, ctx, standing, { ordinal: previous.ordinal + 1, content })
    const correction = await tx.correction.create({
      data: {
        ...{ id: newId(), claimId, level, note, previousVerdictId: previous.id, verdictId: version.id },
        ...{ authorId: requireUserId(ctx), createdAt: ctx.now },
      },
    })
    await recordEvent(tx, ctx, verdictEvents, {
      type: 'verdict.correction_started',
      entityId: claimId,
      payload: { verdictId: version.id, ordinal: version.ordinal, correctionId: correction.id, level, note },
    })
    return { id: version.id }
  })
}

/** Proposes to withdraw the verdict in force, with the note that readers will see. Readers see no change yet. */
export async function proposeWithdrawal(
  ctx: Context,
  given: Given<typeof ProposeWithdrawal>,
): Promise<{ correctionId: string }> {
  const { claimId, note } = ProposeWithdrawal.parse(given)
  return inTransaction(async (tx) => {
    const standing = await lockStanding(tx, claimId)
    requireMoveOf(ctx, standing, 'propose_withdrawal')
    const previous = await inForce(tx, standing)
    const correctionId = newId()
    await tx.correction.create({
      data: {
        ...{ id: correctionId, claimId, level: 'withdrawal', note, previousVerdictId: previous.id },
        ...{ authorId: requireUserId(ctx), createdAt: ctx.now },
      },
    })
    await recordEvent(tx, ctx, verdictEvents, {
      type: 'verdict.withdrawal_proposed',
      entityId: claimId,
      payload: { verdictId: previous.id, ordinal: previous.ordinal, correctionId, note },
    })
    return { correctionId }
  })
}

/**
 * Withdraws the verdict in force; its text stays readable with the note. An opened prediction stays in the ledger: only its
 * verdict goes. A correction that was being written goes on as a new verdict.
 */
export async function approveWithdrawal(ctx: Context, given: Given<typeof DecideWithdrawal>): Promise<void> {
  const { correctionId } = DecideWithdrawal.parse(given)
  await inTransaction(async (tx) => {
    const { standing, withdrawal } = await lockWithdrawal(tx, ctx, correctionId)
    const { isSolo } = requireMoveOf(ctx, standing, 'approve_withdrawal')
    const { claim, settings, version } = standing
    const previous = await inForce(tx, standing)
    const soloSettingId = isSolo ? settings.id : null
    await tx.correction.update({
      where: { id: withdrawal.id },
      data: { state: 'published', approverId: requireUserId(ctx), publishedAt: ctx.now, soloSettingId },
    })
    if (version?.correction)
      await tx.correction.update({ where: { id: version.correction.id }, data: { state: 'dropped' } })
    const state = claim.prediction?.frozenAt ? 'published' : 'withdrawn'
    await setClaimPublicationIn(tx, ctx, claim.id, { state, currentVerdictId: null })
    await dropRecheckIn(tx, ctx, standing)
    const { note } = withdrawal
    await recordEvent(tx, ctx, verdictEvents, {
      type: 'verdict.withdrawn',
      entityId: claim.id,
      payload: { verdictId: previous.id, ordinal: previous.ordinal, correctionId, note, isSolo },
    })
  })
}

/** Drops a proposed withdrawal: the verdict stays in force. */
export async function dropWithdrawal(ctx: Context, given: Given<typeof DecideWithdrawal>): Promise<void> {
  const { correctionId } = DecideWithdrawal.parse(given)
  await inTransaction(async (tx) => {
    const { standing, withdrawal } = await lockWithdrawal(tx, ctx, correctionId)
    requireMoveOf(ctx, standing, 'drop_withdrawal')
    const { id: verdictId, ordinal } = await inForce(tx, standing)
    await tx.correction.update({ where: { id: correctionId }, data: { state: 'dropped' } })
    await recordEvent(tx, ctx, verdictEvents, {
      type: 'verdict.withdrawal_dropped',
      entityId: withdrawal.claimId,
      payload: { verdictId, ordinal, correctionId, note: withdrawal.note },
    })
  })
}

/** The proposed withdrawal and its claim, locked. One that was decided meanwhile is none, so its moves are refused. */
async function lockWithdrawal(
  tx: Tx,
  ctx: Context,
  correctionId: string,
): Promise<{ standing: Standing; withdrawal: Correction }> {
  requireReviewing(ctx)
  const found = await tx.correction.findUnique({ where: { id: correctionId } })
  if (found === null || found.level !== 'withdrawal') throw new AppError('NOT_FOUND')
  const standing = await lockStanding(tx, found.claimId)
  if (standing.withdrawal?.id !== correctionId) {
    throw new AppError('MOVE_REFUSED', { text: 'This withdrawal was decided already. Nothing was changed.' })
  }
  return { standing, withdrawal: standing.withdrawal }
}

/** The verdict in force, which the table of moves has made sure of. */
async function inForce(tx: Tx, { claim }: Standing) {
  if (claim.currentVerdictId === null) throw new AppError('MOVE_REFUSED')
  return tx.verdict.findUniqueOrThrow({ where: { id: claim.currentVerdictId } })
}
