import { recordEvent } from '@/lib/audit/commands'
import type { Context } from '@/lib/core/context'
import { AppError } from '@/lib/core/errors'
import type { Given } from '@/lib/core/fields'
import { newId } from '@/lib/core/ids'
import { db, inTransaction, type Tx } from '@/lib/platform/db'
import { requireSettingsById } from '@/lib/settings/queries'
import { verdictEvents } from '../events'
import { canReadVerdictDesk } from '../policy'
import { listHiddenClaims } from '../queries/blinding'
import { notBlindBecause, type SaveKey } from '../rules/blinding'
import { firstRaterOf } from '../rules/second-rating'
import { GiveSecondRating, LookAtVerdict } from '../schema/second-person'
import { lockVersion, type OpenVersion, requireMoveOf, requireRevision } from './standing'
import { openVersionOf, requireUserId } from './versions'

/**
 * Gives the rating of who is to approve, before the first is shown to them, or marked as not blind. It is kept beside the
 * first as it stands now and never changes the verdict. Throws MOVE_REFUSED where the desk asks for none or one was given
 * already, STALE when another revision waits, BAD_INPUT at `rating` for one that is not in the verdict's scale.
 */
export async function giveSecondRating(
  ctx: Context,
  given: Given<typeof GiveSecondRating>,
): Promise<{ isBlind: boolean; agrees: boolean }> {
  const { id, revision, rating, note } = GiveSecondRating.parse(given)
  return inTransaction(async (tx) => {
    const standing = await lockVersion(tx, ctx, id)
    const { blind } = standing
    const raterId = requireUserId(ctx)
    // Who may not approve is not the second person: the table of moves knows, but for the rating that it waits for.
    requireMoveOf(ctx, { ...standing, blind: { ...blind, raters: new Set([...blind.raters, raterId]) } }, 'approve')
    if (!blind.isAsked) throw refused('This desk asks for no second rating of this verdict.')
    if (blind.raters.has(raterId))
      throw refused('You rated this verdict already; a second rating stays as it was given.')
    const version = openVersionOf(standing)
    requireRevision(version, revision)
    const { ratingScale } = await requireSettingsById(version.settingId, tx)
    if (!ratingScale.some(({ key }) => key === rating))
      throw new AppError('BAD_INPUT', { fields: { rating: 'This rating is not in the scale of this verdict.' } })
    const because = notBlindBecause(raterId, blind)
    const first = await firstRating(tx, version)
    const secondRatingId = newId()
    await tx.secondRating.create({
      data: {
        ...{ id: secondRatingId, verdictId: id, revision, raterId, rating, note, ...first },
        ...{ settingId: version.settingId, notBlindBecause: because, givenAt: ctx.now },
      },
    })
    const isBlind = because === null
    await recordEvent(tx, ctx, verdictEvents, {
      type: 'verdict.rated_again',
      entityId: version.claimId,
      payload: { verdictId: id, ordinal: version.ordinal, revision, secondRatingId, isBlind },
    })
    return { isBlind, agrees: rating === first.firstRating }
  })
}

const refused = (text: string): AppError => new AppError('MOVE_REFUSED', { text: `${text} Nothing was changed.` })

async function firstRating(
  tx: Tx,
  { id, rating }: OpenVersion,
): Promise<{ firstRating: string; firstRaterId: string }> {
  const saves = await tx.verdictSave.findMany({
    where: { verdictId: id },
    orderBy: { revision: 'asc' },
    select: { savedById: true, content: true },
  })
  const firstRaterId = firstRaterOf(rating, saves)
  if (rating === null || firstRaterId === null) throw new AppError('MOVE_REFUSED')
  return { firstRating: rating, firstRaterId }
}

/** Has a text shown that is kept from this person: whatever they rate from then on is not blind. */
export async function lookAtVerdict(ctx: Context, given: Given<typeof LookAtVerdict>): Promise<void> {
  const { id } = LookAtVerdict.parse(given)
  await inTransaction(async (tx) => {
    const standing = await lockVersion(tx, ctx, id)
    const { claimId, ordinal, revision } = openVersionOf(standing)
    const userId = requireUserId(ctx)
    if (notBlindBecause(userId, standing.blind) !== null) return
    await tx.verdictLook.create({ data: { verdictId: id, revision, userId, lookedAt: ctx.now } })
    await recordEvent(tx, ctx, verdictEvents, {
      type: 'verdict.looked',
      entityId: claimId,
      payload: { verdictId: id, ordinal, revision },
    })
  })
}

/**
 * Keeps that a claim's open version is shown to this person now, once per revision; nothing where it is hidden from them. To be
 * called before a page shows it, so that nobody who read a draft counts as blind later, whatever the settings said then.
 */
export async function keepLook(ctx: Context, claimId: string): Promise<void> {
  const version = await db().verdict.findFirst({
    where: { claimId, state: { in: ['draft', 'submitted'] } },
    select: { id: true, revision: true },
  })
  if (version) await keepLooksAt(ctx, claimId, [{ verdictId: version.id, revision: version.revision }])
}

/**
 * The same of any saves of a claim, dropped ones too: whoever compares them, or reads why they were sent back or dropped, knows
 * them. What was published, or is no save of this claim, is passed over.
 */
export async function keepLooksAt(ctx: Context, claimId: string, shown: readonly SaveKey[]): Promise<void> {
  const { actor } = ctx
  if (shown.length === 0 || actor.kind !== 'user' || !canReadVerdictDesk(actor)) return
  const saves = await db().verdictSave.findMany({
    where: { OR: [...shown], verdict: { claimId, state: { not: 'published' } } },
    select: { verdictId: true, revision: true },
  })
  if (saves.length === 0 || (await listHiddenClaims(ctx, [claimId])).has(claimId)) return
  const looks = saves.map((save) => ({ ...save, userId: actor.id, lookedAt: ctx.now }))
  await db().verdictLook.createMany({ data: looks, skipDuplicates: true })
}
