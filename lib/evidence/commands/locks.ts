import type { Context } from '@/lib/core/context'
import { AppError } from '@/lib/core/errors'
import { lockRow, type Tx } from '@/lib/platform/db'
import type { Evidence, Source } from '@/lib/platform/generated/client'
import { canEditEvidence } from '../policy'

/**
 * Locks the claim and makes sure that its evidence may change: not of a merged or hidden claim, and not while a verdict
 * waits for approval, because the approver decides on the evidence that was submitted.
 */
export async function openClaim(tx: Tx, ctx: Context, claimId: string): Promise<void> {
  if (!(await lockRow(tx, 'claim', claimId))) throw new AppError('NOT_FOUND')
  if (!canEditEvidence(ctx.actor)) throw new AppError('FORBIDDEN')
  const claim = await tx.claim.findUniqueOrThrow({ where: { id: claimId }, select: { state: true } })
  if (claim.state === 'merged' || claim.state === 'hidden') {
    throw new AppError('MOVE_REFUSED', { text: `This claim is ${claim.state}: its evidence stays as it is.` })
  }
  await refuseWhileSubmitted(tx, { id: claimId })
}

type Claims = { id: string } | { evidence: object }

export const citing = (sourceId: string): Claims => ({ evidence: { some: { sourceId, removedAt: null } } })

export const isSubmitted = async (tx: Tx, claim: Claims): Promise<boolean> =>
  (await tx.verdict.findFirst({ where: { state: 'submitted', claim }, select: { id: true } })) !== null

export async function refuseWhileSubmitted(tx: Tx, claim: Claims): Promise<void> {
  if (!(await isSubmitted(tx, claim))) return
  throw new AppError('MOVE_REFUSED', {
    text: 'A verdict that rests on this waits for approval. Take it back first; then the evidence can change. What you typed is kept.',
  })
}

/** The piece of evidence, with its claim locked and open for changes as `openClaim` says. */
export async function openEvidence(tx: Tx, ctx: Context, id: string): Promise<Evidence & { source: Source }> {
  const found = await tx.evidence.findUnique({ where: { id }, select: { claimId: true } })
  if (found === null) throw new AppError('NOT_FOUND')
  await openClaim(tx, ctx, found.claimId)
  const evidence = await tx.evidence.findUniqueOrThrow({ where: { id }, include: { source: true } })
  if (evidence.removedAt !== null) {
    throw new AppError('MOVE_REFUSED', {
      text: 'This piece of evidence was removed in the meantime. Nothing was changed.',
    })
  }
  return evidence
}
