import type { Context } from '@/lib/core/context'
import { AppError } from '@/lib/core/errors'
import { newId } from '@/lib/core/ids'
import type { Tx } from '@/lib/platform/db'
import { Prisma } from '@/lib/platform/generated/client'
import { signatureOf } from '../rules/matching-signature'
import { freeSlug, slugBase } from '../rules/slugs'
import type { ClaimKind } from '../schema'
import { recordClaimEvent } from './recording'

/** A free slug for a claim or speaker. Two people who make the same one at once wait for each other. */
export async function freeSlugIn(tx: Tx, table: 'claim' | 'speaker', words: string, id: string): Promise<string> {
  const base = slugBase(words, table)
  await tx.$executeRaw(Prisma.sql`SELECT pg_advisory_xact_lock(hashtext(${`${table}:${base}`}))`)
  const wanted = [base, ...Array.from({ length: 8 }, (_, index) => `${base}-${index + 2}`)]
  const taken =
    table === 'claim'
      ? await tx.claim.findMany({ where: { slug: { in: wanted } }, select: { slug: true } })
      : await tx.speaker.findMany({ where: { slug: { in: wanted } }, select: { slug: true } })
  return freeSlug(base, new Set(taken.map((row) => row.slug)), id)
}

export type NewClaim = {
  statement: string
  shortForm: string
  kind: ClaimKind
  speakerId: string | null
  candidateId: string | null
}

/** A new accepted claim with its slug and signature, and its first event. The caller has checked who may. */
export async function makeClaimIn(tx: Tx, ctx: Context, claim: NewClaim): Promise<{ id: string; slug: string }> {
  const id = newId()
  const slug = await freeSlugIn(tx, 'claim', claim.shortForm, id)
  const { candidateId, ...content } = claim
  await tx.claim.create({
    data: {
      id,
      slug,
      ...content,
      signature: signatureOf(claim.statement, claim.kind),
      createdById: ctx.actor.id,
      createdAt: ctx.now,
    },
  })
  await recordClaimEvent(tx, ctx, { type: 'claim.accepted', entityId: id, payload: claim })
  return { id, slug }
}

export type CandidateRow = Prisma.CandidateGetPayload<{ include: { quantities: true; occurrence: true } }>

/**
 * Puts the candidate's place under a claim. A candidate that was decided, reopened and is decided again keeps its one
 * occurrence (occurrences are never deleted): it moves to the claim.
 */
export async function placeOccurrenceIn(
  tx: Tx,
  ctx: Context,
  candidate: CandidateRow,
  claimId: string,
  speakerId: string | null,
): Promise<string> {
  const existing = candidate.occurrence
  if (existing) {
    await tx.occurrence.update({ where: { id: existing.id }, data: { claimId, speakerId } })
    if (existing.claimId !== claimId) {
      await recordClaimEvent(tx, ctx, {
        type: 'claim.occurrence_left',
        entityId: existing.claimId,
        payload: { occurrenceId: existing.id, toClaimId: claimId },
      })
    }
  }
  const occurrenceId = existing?.id ?? (await createOccurrence(tx, ctx, candidate, claimId, speakerId))
  await recordClaimEvent(tx, ctx, {
    type: 'claim.occurrence_added',
    entityId: claimId,
    payload: { occurrenceId, articleId: candidate.articleId },
  })
  return occurrenceId
}

async function createOccurrence(
  tx: Tx,
  ctx: Context,
  candidate: CandidateRow,
  claimId: string,
  speakerId: string | null,
): Promise<string> {
  const { articleId, snapshotId, start, end, quote, prefix, suffix } = candidate
  const { speakerText, relayText, certaintyWords, isNegated, rules } = candidate
  const id = newId()
  await tx.occurrence.create({
    data: {
      ...{ id, claimId, candidateId: candidate.id, articleId, snapshotId, start, end, quote, prefix, suffix },
      ...{ speakerId, speakerText, relayText, certaintyWords, isNegated, rules },
      isOwnVoice: speakerText === null && speakerId === null,
      createdById: ctx.actor.id,
      createdAt: ctx.now,
    },
  })
  return id
}

/** Copies the candidate's numbers to the claim: as extracted stays with the candidate, as reviewed with the claim. */
export async function copyQuantitiesIn(tx: Tx, candidate: CandidateRow, claimId: string): Promise<void> {
  if (candidate.quantities.length === 0) return
  await tx.quantity.createMany({
    data: candidate.quantities.map((quantity) => ({ ...quantity, id: newId(), candidateId: null, claimId })),
  })
}

/** The candidate, locked by the caller before. Throws NOT_FOUND. */
export async function requireCandidateIn(tx: Tx, id: string): Promise<CandidateRow> {
  const candidate = await tx.candidate.findUnique({ where: { id }, include: { quantities: true, occurrence: true } })
  if (candidate === null)
    throw new AppError('NOT_FOUND', {
      text: 'This candidate is not there any more: the article was read again. Reload the page; nothing was changed.',
    })
  return candidate
}
