import type { Context } from '@/lib/core/context'
import { AppError } from '@/lib/core/errors'
import { db } from '@/lib/platform/db'
import type { Prisma } from '@/lib/platform/generated/client'
import { requireSettings } from '@/lib/settings/queries'
import { canReadPredictions } from '../policy'
import type { ResolutionKind } from '../schema'
import { listWritersOfClaims } from './ground'
import { approvalPermission, judgementPermission, openingApproval } from './permissions'

/**
 * What one person may approve now, the longest waiting first. Who is a second person is asked of the same rule as the
 * approvals themselves; what changed since it was handed over is still offered, because an editor has to send it back. `only`:
 * the id of the one that is asked about.
 */

/** What waits for a second person at once; a desk with more has other troubles than this list's end. */
const WAITING_BOUND = 500
const NAME = { select: { name: true } } as const
const CLAIM = { select: { id: true, shortForm: true } } as const
const OF_OPEN_CLAIM = { state: { notIn: ['merged', 'hidden'] } } satisfies Prisma.ClaimWhereInput
const SAVES = { select: { savedById: true } } as const

type Claim = { id: string; shortForm: string }
export type ApprovableOpening = { id: string; claim: Claim; isTooVague: boolean; byName: string }
export type ApprovableJudgement = { id: string; claim: Claim; kind: ResolutionKind; byName: string }
export type ApprovableOutcome = { id: string; statement: string; byName: string }

async function isSoloDesk(ctx: Context): Promise<boolean> {
  if (!canReadPredictions(ctx.actor)) throw new AppError('NOT_FOUND')
  return (await requireSettings()).isSolo
}

/** Predictions that are proposed for opening, or as too vague. */
export async function listApprovableOpenings(ctx: Context, only?: string): Promise<ApprovableOpening[]> {
  const isSolo = await isSoloDesk(ctx)
  const rows = await db().prediction.findMany({
    where: { id: only, state: 'proposed', claim: OF_OPEN_CLAIM },
    orderBy: [{ proposedAt: 'asc' }, { id: 'asc' }],
    take: WAITING_BOUND,
    select: {
      ...{ id: true, authorId: true, revision: true, proposedById: true, proposedRevision: true, vagueReason: true },
      ...{ claim: CLAIM, proposedBy: NAME, saves: SAVES },
    },
  })
  const writers = await listWritersOfClaims(
    db(),
    rows.map(({ claim }) => claim.id),
  )
  return rows
    .filter((row) => openingApproval(ctx, row, writers.get(row.claim.id) ?? [], isSolo).allowed)
    .map(({ id, claim, vagueReason, proposedBy }) => ({
      ...{ id, claim, isTooVague: vagueReason !== null, byName: proposedBy?.name ?? '' },
    }))
}

/** Judgements without an outcome: void, too vague after all. */
export async function listApprovableJudgements(ctx: Context, only?: string): Promise<ApprovableJudgement[]> {
  const isSolo = await isSoloDesk(ctx)
  const rows = await db().judgement.findMany({
    where: { id: only, resolutionId: null, refusedAt: null, prediction: { claim: OF_OPEN_CLAIM } },
    orderBy: { id: 'asc' },
    take: WAITING_BOUND,
    select: { id: true, kind: true, authorId: true, author: NAME, prediction: { select: { claim: CLAIM } } },
  })
  return rows
    .filter(({ authorId }) => judgementPermission(ctx, authorId, isSolo).allowed)
    .map(({ id, kind, author, prediction }) => ({ id, kind, claim: prediction.claim, byName: author.name }))
}

export async function listApprovableOutcomes(ctx: Context, only?: string): Promise<ApprovableOutcome[]> {
  const isSolo = await isSoloDesk(ctx)
  const rows = await db().outcome.findMany({
    where: { id: only, state: 'submitted' },
    orderBy: [{ submittedAt: 'asc' }, { id: 'asc' }],
    take: WAITING_BOUND,
    select: {
      ...{ id: true, statement: true, authorId: true, revision: true, submittedById: true, submittedRevision: true },
      ...{ submittedBy: NAME, saves: SAVES },
    },
  })
  return rows
    .filter((row) => approvalPermission(ctx, row, isSolo).allowed)
    .map(({ id, statement, submittedBy }) => ({ id, statement, byName: submittedBy?.name ?? '' }))
}
