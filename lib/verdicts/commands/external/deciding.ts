import { recordEvent } from '@/lib/audit/commands'
import type { Context } from '@/lib/core/context'
import { AppError } from '@/lib/core/errors'
import { inTransaction, lockRow, type Tx } from '@/lib/platform/db'
import { externalEvents } from '../../events'
import { canDecideExternal, canHideExternal } from '../../policy'
import { earlierAmong } from '../../queries/external/earlier'
import { countingOf, familyOf } from '../../queries/external/family'
import { DecideMatchInput, HideExternalInput, ShowExternalInput } from '../../schema/external'

/**
 * Says whether an external verdict is about a claim: readers see it there only when it is the same. Said again it changes
 * nothing; `undo` takes back what was said. What was said of claims merged into it is replaced too. Throws FORBIDDEN, NOT_FOUND, and MOVE_REFUSED for a claim that was merged.
 */
export async function decideMatch(ctx: Context, input: DecideMatchInput): Promise<void> {
  const { externalVerdictId, claimId, move } = DecideMatchInput.parse(input)
  if (!canDecideExternal(ctx.actor)) throw new AppError('FORBIDDEN')
  await inTransaction(async (tx) => {
    const isThere = (await lockRow(tx, 'claim', claimId)) && (await lockRow(tx, 'external_verdict', externalVerdictId))
    if (!isThere) throw new AppError('NOT_FOUND')
    const claim = await tx.claim.findUniqueOrThrow({ where: { id: claimId } })
    const verdict = await tx.externalVerdict.findUniqueOrThrow({ where: { id: externalVerdictId } })
    const key = { externalVerdictId_claimId: { externalVerdictId, claimId } }
    // What was said of claims that were merged into this one counts here, and goes with what is said now.
    const ofFamily = { externalVerdictId, claimId: { in: await familyOf(tx, claimId) } }
    const before = countingOf(await tx.externalMatch.findMany({ where: ofFamily }), claimId)
    const isSame = move === 'undo' ? null : move === 'same'
    if ((before?.isSame ?? null) === isSame) return
    if (claim.state === 'merged' && isSame !== null)
      throw new AppError('MOVE_REFUSED', { text: 'The claim was merged into another one. Decide it there.' })
    if (isSame === true && verdict.hiddenAt !== null)
      throw new AppError('MOVE_REFUSED', { text: 'This verdict is hidden. Show it again first.' })
    if (isSame === true && (await earlierAmong(tx, [externalVerdictId])).size > 0)
      throw new AppError('MOVE_REFUSED', { text: 'Their desk has changed this rating since. Decide the newer one.' })
    const isPublic = claim.firstPublishedAt !== null && (isSame === true || before?.isSame === true)
    const said = { externalVerdictId, publisherName: verdict.publisherName, ratingText: verdict.ratingText }
    if (isSame === null) {
      await tx.externalMatch.deleteMany({ where: ofFamily })
      const payload = { ...said, wasSame: before?.isSame === true }
      await recordEvent(tx, ctx, externalEvents, { type: 'external.taken_back', entityId: claimId, payload, isPublic })
      return
    }
    const decided = { isSame, decidedById: ctx.actor.id, decidedAt: ctx.now }
    await tx.externalMatch.deleteMany({ where: { AND: [ofFamily, { claimId: { not: claimId } }] } })
    await tx.externalMatch.upsert({
      where: key,
      create: { externalVerdictId, claimId, ...decided },
      update: decided,
    })
    // Not the same any more: readers saw it until now.
    if (before?.isSame === true)
      await recordEvent(tx, ctx, externalEvents, {
        type: 'external.taken_back',
        entityId: claimId,
        payload: { ...said, wasSame: true },
        isPublic,
      })
    const type = isSame ? 'external.confirmed' : 'external.refused'
    await recordEvent(tx, ctx, externalEvents, { type, entityId: claimId, payload: said, isPublic })
  })
}

/** Takes an external verdict out of lists, proposals and readers' pages, with a reason. Throws FORBIDDEN, NOT_FOUND, MOVE_REFUSED. */
export async function hideExternal(ctx: Context, input: HideExternalInput): Promise<void> {
  const { externalVerdictId, reason } = HideExternalInput.parse(input)
  await inTransaction(async (tx) => {
    const { publisherName, isPublic } = await lockedVerdict(tx, ctx, externalVerdictId, false)
    await tx.externalVerdict.update({
      where: { id: externalVerdictId },
      data: { hiddenAt: ctx.now, hiddenById: ctx.actor.id, hiddenReason: reason },
    })
    const entityId = externalVerdictId
    await recordEvent(tx, ctx, externalEvents, { type: 'external.reason_given', entityId, payload: { reason } })
    await recordEvent(tx, ctx, externalEvents, {
      type: 'external.hidden',
      entityId,
      payload: { publisherName },
      isPublic,
    })
  })
}

/** Brings a hidden one back, also where it was confirmed. Throws FORBIDDEN, NOT_FOUND, MOVE_REFUSED. */
export async function showExternal(ctx: Context, input: ShowExternalInput): Promise<void> {
  const { externalVerdictId } = ShowExternalInput.parse(input)
  await inTransaction(async (tx) => {
    const { publisherName, isPublic } = await lockedVerdict(tx, ctx, externalVerdictId, true)
    await tx.externalVerdict.update({
      where: { id: externalVerdictId },
      data: { hiddenAt: null, hiddenById: null, hiddenReason: null },
    })
    const entityId = externalVerdictId
    await recordEvent(tx, ctx, externalEvents, {
      type: 'external.shown',
      entityId,
      payload: { publisherName },
      isPublic,
    })
  })
}

async function lockedVerdict(
  tx: Tx,
  ctx: Context,
  id: string,
  isHidden: boolean,
): Promise<{ publisherName: string; isPublic: boolean }> {
  if (!canHideExternal(ctx.actor)) throw new AppError('FORBIDDEN')
  if (!(await lockRow(tx, 'external_verdict', id))) throw new AppError('NOT_FOUND')
  const verdict = await tx.externalVerdict.findUniqueOrThrow({ where: { id } })
  if ((verdict.hiddenAt !== null) !== isHidden)
    throw new AppError('MOVE_REFUSED', { text: isHidden ? 'It is not hidden.' : 'It is hidden already.' })
  const where = { externalVerdictId: id, isSame: true, claim: { firstPublishedAt: { not: null } } }
  return { publisherName: verdict.publisherName, isPublic: (await tx.externalMatch.count({ where })) > 0 }
}
