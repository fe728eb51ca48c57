import type { Context } from '@/lib/core/context'
import { AppError } from '@/lib/core/errors'
import type { Tx } from '@/lib/platform/db'
import type { Claim, Prisma } from '@/lib/platform/generated/client'
import { canEditClaim } from '../policy'
import { recordClaimEvent } from './recording'
import { requireSpeakerIn } from './speaker-choice'
import { unnamedGroupAtIn } from './unnamed-groups'

/** A claim was put down to the wrong speaker: who takes its place, and what goes along. */

/** Whom a claim names, and whom it is to name. */
export type SpeakersHeld = { before: string | null; after: string | null }

/**
 * The speaker that a claim names and the one that it is to name, merges followed, both held until the transaction ends and in
 * the order in which a merge takes them. To be called before the claim is locked: a merge holds speakers first, then claims.
 */
export async function holdSpeakers(
  tx: Tx,
  ctx: Context,
  input: { id: string; speakerId: string | null },
): Promise<SpeakersHeld> {
  if (!canEditClaim(ctx.actor)) throw new AppError('FORBIDDEN')
  const claim = await tx.claim.findUnique({ where: { id: input.id }, select: { speakerId: true } })
  const before = claim?.speakerId ?? null
  if (before === input.speakerId) return { before, after: before }
  const found = new Map<string, string>()
  for (const id of [before, input.speakerId].filter((one) => one !== null).sort())
    found.set(id, await requireSpeakerIn(tx, id))
  return { before, after: input.speakerId && (found.get(input.speakerId) ?? input.speakerId) }
}

/**
 * Gives a published claim the speaker that a second person approves, with its places. The caller has locked the claim, after
 * the speakers. Throws STALE where a merge of speakers came between.
 */
export async function setApprovedSpeakerIn(
  tx: Tx,
  ctx: Context,
  claimId: string,
  { before, after }: SpeakersHeld,
): Promise<void> {
  const claim = await tx.claim.findUniqueOrThrow({ where: { id: claimId } })
  if (claim.speakerId !== before) throw new AppError('STALE')
  if (before === after) return
  await tx.claim.update({ where: { id: claimId }, data: { speakerId: after, revision: { increment: 1 } } })
  await passOn(tx, ctx, claim, after)
}

/** The claim's places follow it to the new speaker, and its history tells which. */
export async function passOn(tx: Tx, ctx: Context, claim: Claim, after: string | null): Promise<void> {
  const occurrenceIds = await moveOccurrences(tx, ctx, claim, after)
  await recordClaimEvent(tx, ctx, {
    type: 'claim.speaker_set',
    entityId: claim.id,
    payload: { before: claim.speakerId, after, occurrenceIds },
  })
}

/**
 * The claim's places that name its speaker before this change are the new one's, so that the mistake counts for nobody's
 * record; places that name others stay, and so do those where a publisher speaks itself. An unnamed group is that of each
 * place's own publisher. Gives what moved.
 */
async function moveOccurrences(
  tx: Tx,
  ctx: Context,
  { id: claimId, speakerId: before }: Claim,
  after: string | null,
): Promise<string[]> {
  const rows = await tx.occurrence.findMany({
    where: { claimId, ...(await namedLike(tx, before)) },
    orderBy: { id: 'asc' },
    select: { id: true, articleId: true },
  })
  const isGroup = after !== null && (await isUnnamed(tx, after))
  for (const { id, articleId } of rows) {
    const speakerId = isGroup ? await unnamedGroupAtIn(tx, ctx, articleId) : after
    await tx.occurrence.update({ where: { id }, data: { speakerId } })
  }
  return rows.map(({ id }) => id)
}

/** An unnamed group stands for that of every publisher: the claim's places in other papers name theirs. */
async function namedLike(tx: Tx, speakerId: string | null): Promise<Prisma.OccurrenceWhereInput> {
  if (speakerId === null) return { speakerId, isOwnVoice: false }
  return (await isUnnamed(tx, speakerId)) ? { speaker: { kind: 'unnamed' } } : { speakerId }
}

async function isUnnamed(tx: Tx, id: string): Promise<boolean> {
  const { kind } = await tx.speaker.findUniqueOrThrow({ where: { id }, select: { kind: true } })
  return kind === 'unnamed'
}
