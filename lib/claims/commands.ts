import type { Context } from '@/lib/core/context'
import { AppError } from '@/lib/core/errors'
import { newId } from '@/lib/core/ids'
import { assertRevision } from '@/lib/core/revisions'
import { inTransaction, lockRow, type Tx } from '@/lib/platform/db'
import type { Claim } from '@/lib/platform/generated/client'
import { dropSettledDifferencesIn } from './commands/differences'
import { freeSlugIn } from './commands/making'
import { holdSpeakers, passOn } from './commands/misattribution'
import { recordClaimEvent } from './commands/recording'
import { canEditClaim } from './policy'
import { signatureOf } from './rules/matching-signature'
import { slugBase } from './rules/slugs'
import { claimStateAfter, isClosed } from './rules/states'
import { type ClaimState, LinkClaimsInput, SetQuantitiesInput, UnlinkClaimsInput, UpdateClaimInput } from './schema'

/**
 * What the floors above use in their own transactions, and the edits of one claim. Triage, merging, speakers and extraction
 * have files of their own in commands/.
 */

/**
 * Moves a claim on its way (accepted, in_review, submitted, back). A published or withdrawn claim stays as it is while a new
 * version is written. The caller has checked who may. Throws MOVE_REFUSED for merged and hidden claims.
 */
export async function setClaimStateIn(tx: Tx, ctx: Context, claimId: string, state: ClaimState): Promise<void> {
  await setClaimPublicationIn(tx, ctx, claimId, { state })
}

/**
 * Sets a claim's state and, where given, its verdict in force (null takes it away). The first 'published' freezes slug,
 * kind, statement and short form (trigger). The caller has checked who may. Throws MOVE_REFUSED.
 */
export async function setClaimPublicationIn(
  tx: Tx,
  ctx: Context,
  claimId: string,
  next: { state: ClaimState; currentVerdictId?: string | null },
): Promise<void> {
  const claim = await lockedClaim(tx, claimId)
  const state = claimStateAfter(claim.state, next.state)
  if (state === null)
    throw new AppError('MOVE_REFUSED', {
      text: `The claim is ${claim.state.replace('_', ' ')}: it cannot become ${next.state.replace('_', ' ')}. Nothing was changed.`,
    })
  const isFirstTime = state === 'published' && claim.firstPublishedAt === null
  const hasNewVerdict = next.currentVerdictId !== undefined && next.currentVerdictId !== claim.currentVerdictId
  if (state === claim.state && !hasNewVerdict && !isFirstTime) return
  await tx.claim.update({
    where: { id: claimId },
    data: { state, currentVerdictId: next.currentVerdictId, firstPublishedAt: isFirstTime ? ctx.now : undefined },
  })
  await recordClaimEvent(tx, ctx, {
    type: 'claim.state_set',
    entityId: claimId,
    payload: { from: claim.state, to: state },
  })
}

/** What two people compare in a conflict. */
export type ClaimText = { statement: string; shortForm: string; kind: string; speakerId: string | null }

/**
 * Statement, short form, kind, speaker. Throws STALE with the other's text in `details.theirs`. Once published, statement,
 * short form and kind stay as readers quote them, and the speaker changes only by a correction (see verdicts), which a second
 * person approves. A new speaker is a correction of the one before: the claim's places that name that one follow.
 */
export const updateClaim = (ctx: Context, input: UpdateClaimInput): Promise<{ revision: number; slug: string }> =>
  inTransaction(async (tx) => {
    const saved = await updateClaimIn(tx, ctx, input)
    await dropSettledDifferencesIn(tx, input.id)
    return saved
  })

export async function updateClaimIn(
  tx: Tx,
  ctx: Context,
  given: UpdateClaimInput,
): Promise<{ revision: number; slug: string }> {
  const input = UpdateClaimInput.parse(given)
  const held = await holdSpeakers(tx, ctx, input)
  const claim = await editableClaim(tx, ctx, input.id, input.revision)
  // A merge of speakers came between the two looks: what was chosen may mean somebody else now.
  if (held.before !== claim.speakerId) throw new AppError('STALE')
  const { statement, shortForm, kind } = input
  const speakerId = held.after
  const hasNewText = statement !== claim.statement || shortForm !== claim.shortForm || kind !== claim.kind
  if (hasNewText && claim.firstPublishedAt !== null)
    throw new AppError('MOVE_REFUSED', {
      text: 'This claim is published: its statement, short form and kind stay as readers quote them. Nothing was changed. Publish a correction, or split an occurrence into a new claim.',
    })
  if (speakerId !== claim.speakerId) refusePublishedSpeaker(claim)
  if (!hasNewText && speakerId === claim.speakerId) return { revision: claim.revision, slug: claim.slug }
  const slug = await slugAfter(tx, claim, shortForm)
  const saved = await tx.claim.update({
    where: { id: claim.id },
    data: {
      ...{ statement, shortForm, kind, speakerId, slug },
      signature: hasNewText ? signatureOf(statement, kind) : undefined,
      revision: { increment: 1 },
    },
  })
  if (hasNewText)
    await recordClaimEvent(tx, ctx, {
      type: 'claim.updated',
      entityId: claim.id,
      payload: { before: textOf(claim), after: textOf(saved) },
    })
  if (speakerId !== claim.speakerId) await passOn(tx, ctx, claim, speakerId)
  return { revision: saved.revision, slug }
}

/** Who said it stands on the public page: nobody changes that alone. An opened prediction counts for whom it was opened. */
function refusePublishedSpeaker({ kind, firstPublishedAt }: Claim): void {
  if (firstPublishedAt === null) return
  if (kind === 'prediction')
    throw new AppError('MOVE_REFUSED', {
      text: 'This prediction is opened: it stays with the speaker it was opened for. Nothing was changed. If a spelling means somebody else, an editor splits it off on the page of speakers.',
      fields: { speakerId: 'The speaker of an opened prediction stays.' },
    })
  throw new AppError('MOVE_REFUSED', {
    text: 'This claim is published: who made it changes only with a correction that a second person approves. Nothing was changed. Start a correction and name the speaker in its form.',
    fields: { speakerId: 'Name the speaker in a correction of the verdict.' },
  })
}

/** The address follows the short form until somebody outside may know it. */
async function slugAfter(tx: Tx, claim: Claim, shortForm: string): Promise<string> {
  const isSameBase = slugBase(shortForm, 'claim') === slugBase(claim.shortForm, 'claim')
  if (claim.firstPublishedAt !== null || isSameBase) return claim.slug
  return freeSlugIn(tx, 'claim', shortForm, claim.id)
}

const textOf = ({ statement, shortForm, kind }: Claim) => ({ statement, shortForm, kind })

/**
 * The claim's numbers as reviewed, in the order given: rows with an id change, others are added, those left out go. One that
 * evidence compares with cannot go.
 */
export const setQuantities = (ctx: Context, input: SetQuantitiesInput): Promise<{ revision: number }> =>
  inTransaction(async (tx) => {
    const saved = await setQuantitiesIn(tx, ctx, input)
    await dropSettledDifferencesIn(tx, input.claimId)
    return saved
  })

export async function setQuantitiesIn(tx: Tx, ctx: Context, given: SetQuantitiesInput): Promise<{ revision: number }> {
  const input = SetQuantitiesInput.parse(given)
  const claim = await editableClaim(tx, ctx, input.claimId, input.revision)
  const before = await tx.quantity.findMany({
    where: { claimId: claim.id },
    include: { _count: { select: { evidence: true } } },
  })
  const kept = new Set(input.quantities.flatMap((quantity) => quantity.id ?? []))
  const leaving = before.filter((row) => !kept.has(row.id))
  const used = leaving.find((row) => row._count.evidence > 0)
  if (used)
    throw new AppError('MOVE_REFUSED', {
      text: `Evidence is compared with “${used.text}”. Remove that comparison first; nothing was changed.`,
    })
  await tx.quantity.deleteMany({ where: { id: { in: leaving.map((row) => row.id) } } })
  let added = 0
  for (const [position, { id, ...quantity }] of input.quantities.entries()) {
    if (id !== undefined && !before.some((row) => row.id === id))
      throw new AppError('BAD_INPUT', {
        fields: { [`quantities.${position}.text`]: 'This figure belongs to another claim.' },
      })
    if (id) await tx.quantity.update({ where: { id }, data: { ...quantity, position } })
    else await tx.quantity.create({ data: { ...quantity, id: newId(), claimId: claim.id, position } })
    if (!id) added++
  }
  const saved = await tx.claim.update({ where: { id: claim.id }, data: { revision: { increment: 1 } } })
  await recordClaimEvent(tx, ctx, {
    type: 'claim.quantities_set',
    entityId: claim.id,
    payload: { kept: input.quantities.length - added, added, removed: leaving.length },
  })
  return { revision: saved.revision }
}

/** Says how one claim stands to another ("from narrows to"). Throws ALREADY_EXISTS. */
export const linkClaims = (ctx: Context, input: LinkClaimsInput): Promise<{ linkId: string }> =>
  inTransaction((tx) => linkClaimsIn(tx, ctx, input))

export async function linkClaimsIn(tx: Tx, ctx: Context, given: LinkClaimsInput): Promise<{ linkId: string }> {
  const input = LinkClaimsInput.parse(given)
  const ends = [input.fromClaimId, input.toClaimId].sort()
  for (const id of ends) await lockRow(tx, 'claim', id)
  if (!canEditClaim(ctx.actor)) throw new AppError('FORBIDDEN')
  const claims = await tx.claim.findMany({ where: { id: { in: ends } }, select: { state: true, kind: true } })
  if (claims.length < 2) throw new AppError('NOT_FOUND')
  if (claims.some(({ state }) => state === 'merged' || state === 'hidden'))
    throw new AppError('MOVE_REFUSED', { text: 'One of the two claims was merged or hidden. Nothing was changed.' })
  const isAboutWindows = input.kind === 'narrows' || input.kind === 'moves'
  if (isAboutWindows && claims.some(({ kind }) => kind !== 'prediction'))
    throw new AppError('BAD_INPUT', { fields: { kind: 'Only predictions narrow or move each other.' } })
  const known = await tx.claimLink.findFirst({
    where: isAboutWindows
      ? { fromClaimId: { in: ends }, toClaimId: { in: ends }, kind: { in: ['narrows', 'moves'] } }
      : input,
  })
  if (known) throw new AppError('ALREADY_EXISTS', { text: 'These two claims are linked already. Nothing was changed.' })
  const linkId = newId()
  await tx.claimLink.create({ data: { id: linkId, ...input, createdById: ctx.actor.id, createdAt: ctx.now } })
  const { fromClaimId, toClaimId, kind } = input
  await recordClaimEvent(tx, ctx, {
    type: 'claim.linked',
    entityId: fromClaimId,
    payload: { linkId, toClaimId, kind },
  })
  return { linkId }
}

export async function unlinkClaims(ctx: Context, given: UnlinkClaimsInput): Promise<void> {
  const { linkId } = UnlinkClaimsInput.parse(given)
  await inTransaction(async (tx) => {
    if (!canEditClaim(ctx.actor)) throw new AppError('FORBIDDEN')
    const link = await tx.claimLink.findUnique({ where: { id: linkId } })
    if (link === null) throw new AppError('NOT_FOUND', { text: 'This link was taken away already.' })
    await lockRow(tx, 'claim', link.fromClaimId)
    const { count } = await tx.claimLink.deleteMany({ where: { id: linkId } })
    if (count === 0) throw new AppError('NOT_FOUND', { text: 'This link was taken away already.' })
    await recordClaimEvent(tx, ctx, {
      type: 'claim.unlinked',
      entityId: link.fromClaimId,
      payload: { linkId, toClaimId: link.toClaimId, kind: link.kind },
    })
  })
}

async function lockedClaim(tx: Tx, id: string): Promise<Claim> {
  if (!(await lockRow(tx, 'claim', id))) throw new AppError('NOT_FOUND')
  return tx.claim.findUniqueOrThrow({ where: { id } })
}

/** Locked, allowed, neither merged nor hidden, and not saved by somebody else since. */
async function editableClaim(tx: Tx, ctx: Context, id: string, revision: number): Promise<Claim> {
  const claim = await lockedClaim(tx, id)
  if (!canEditClaim(ctx.actor)) throw new AppError('FORBIDDEN')
  if (isClosed(claim.state))
    throw new AppError('MOVE_REFUSED', { text: `This claim was ${claim.state}. Nothing was changed.` })
  const { statement, shortForm, kind, speakerId } = claim
  assertRevision(claim.revision, revision, { statement, shortForm, kind, speakerId } satisfies ClaimText)
  return claim
}
