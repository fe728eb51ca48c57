import { recordEvent } from '@/lib/audit/commands'
import { setClaimPublicationIn, setClaimStateIn } from '@/lib/claims/commands'
import { setApprovedSpeakerIn } from '@/lib/claims/commands/misattribution'
import type { Context } from '@/lib/core/context'
import { AppError } from '@/lib/core/errors'
import type { Given } from '@/lib/core/fields'
import { inTransaction, type Tx } from '@/lib/platform/db'
import { verdictEvents } from '../events'
import { SendBackVerdict, VerdictRevision } from '../schema'
import { digestOfSubject, freezeIn } from './freezing'
import { holdNewSpeaker } from './new-speaker'
import { startRechecksIn } from './rechecks'
import { lockVersion, type OpenVersion, requireMoveOf, requireRevision } from './standing'
import { NOT_SUBMITTED, openVersionOf, requireUserId } from './versions'

/**
 * Publishes the exact revision that was submitted, frozen with its evidence and occurrences, and makes it the claim's verdict
 * in force; a new speaker that it holds is the claim's from then on. Throws SAME_PERSON for everyone who had a hand in it (unless the desk has one person), STALE when another
 * revision waits, MOVE_REFUSED when statement, figures or evidence changed since it was submitted.
 */
export async function approveVerdict(ctx: Context, given: Given<typeof VerdictRevision>): Promise<{ ordinal: number }> {
  const { id, revision } = VerdictRevision.parse(given)
  return inTransaction(async (tx) => {
    const held = await holdNewSpeaker(tx, ctx, id)
    const standing = await lockVersion(tx, ctx, id)
    const { isSolo } = requireMoveOf(ctx, standing, 'approve')
    const version = openVersionOf(standing)
    await requireExact(tx, version, revision)
    const { claimId, ordinal } = version
    if (held) await setApprovedSpeakerIn(tx, ctx, claimId, held)
    const frozen = await freezeIn(tx, ctx, version, { settings: standing.settings, isSolo })
    const approval = {
      approverId: requireUserId(ctx),
      publishedAt: ctx.now,
      soloSettingId: isSolo ? standing.settings.id : null,
    }
    await tx.verdict.update({ where: { id }, data: { state: 'published', frozen, ...approval } })
    const correction = frozen.correction && version.correction
    if (correction)
      await tx.correction.update({ where: { id: correction.id }, data: { state: 'published', ...approval } })
    await setClaimPublicationIn(tx, ctx, claimId, { state: 'published', currentVerdictId: id })
    await startRechecksIn(tx, ctx, standing, { id, claimId, ordinal, recheckOn: frozen.recheckOn })
    await recordEvent(tx, ctx, verdictEvents, {
      type: 'verdict.published',
      entityId: claimId,
      payload: {
        ...{ verdictId: id, ordinal, revision, isSolo },
        rating: frozen.rating.key,
        correctionLevel: frozen.correction?.level ?? null,
      },
    })
    return { ordinal }
  })
}

/** Sends the exact revision back to its author with a reason, and nothing of it changes. */
export async function sendBackVerdict(ctx: Context, given: Given<typeof SendBackVerdict>): Promise<void> {
  const { id, revision, reason } = SendBackVerdict.parse(given)
  await inTransaction(async (tx) => {
    const standing = await lockVersion(tx, ctx, id)
    requireMoveOf(ctx, standing, 'send_back')
    const version = openVersionOf(standing)
    requireRevision(version, revision)
    await tx.verdict.update({
      where: { id },
      data: { ...NOT_SUBMITTED, sentBackById: requireUserId(ctx), sentBackAt: ctx.now, sentBackReason: reason },
    })
    await setClaimStateIn(tx, ctx, version.claimId, 'in_review')
    await recordEvent(tx, ctx, verdictEvents, {
      type: 'verdict.sent_back',
      entityId: version.claimId,
      payload: { verdictId: id, ordinal: version.ordinal, revision, reason },
    })
  })
}

async function requireExact(tx: Tx, version: OpenVersion, revision: number): Promise<void> {
  requireRevision(version, revision)
  if (version.submittedDigest === (await digestOfSubject(tx, version.claimId))) return
  throw new AppError('MOVE_REFUSED', {
    text: 'The statement, its speaker, its figures or a source changed after this was submitted. Nothing was published: send it back, so that it is submitted again as it stands now.',
  })
}
