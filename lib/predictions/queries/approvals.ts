import type { Actor, Context } from '@/lib/core/context'
import { AppError } from '@/lib/core/errors'
import { db } from '@/lib/platform/db'
import type { Prisma } from '@/lib/platform/generated/client'
import { requireSettings } from '@/lib/settings/queries'
import { canReadPredictions } from '../policy'
import type { ResolutionKind } from '../schema'
import { listWritersOfClaims } from './ground'
import { approvalPermission, judgementPermission, openingApproval, type Permission } from './permissions'

/**
 * What one person may approve now, the longest waiting first. Who is a second person is asked of the same rule as the
 * approvals themselves; what changed since it was handed over is still offered, because an editor has to send it back.
 */

/** What waits for a second person at once; a desk with more has other troubles than this list's end. */
const WAITING_BOUND = 500
const NAME = { select: { name: true } } as const
const CLAIM = { select: { id: true, shortForm: true } } as const
const OF_OPEN_CLAIM = { state: { notIn: ['merged', 'hidden'] } } satisfies Prisma.ClaimWhereInput
const SAVES = { distinct: ['savedById'], select: { savedById: true } } satisfies Prisma.PredictionSaveFindManyArgs &
  Prisma.OutcomeSaveFindManyArgs

type Claim = { id: string; shortForm: string }
export type ApprovableOpening = { id: string; claim: Claim; isTooVague: boolean; byName: string }
export type ApprovableJudgement = { id: string; claim: Claim; kind: ResolutionKind; byName: string }
export type ApprovableOutcome = { id: string; statement: string; byName: string }

async function isSoloDesk(ctx: Context): Promise<boolean> {
  if (!canReadPredictions(ctx.actor)) throw new AppError('NOT_FOUND')
  return (await requireSettings()).isSolo
}

/** Predictions that are proposed for opening, or as too vague. */
export async function listApprovableOpenings(ctx: Context): Promise<ApprovableOpening[]> {
  const isSolo = await isSoloDesk(ctx)
  return (await loadOpenings())
    .filter(({ row, writerIds }) => openingApproval(ctx, row, writerIds, isSolo).allowed)
    .map(({ row: { id, claim, vagueReason, proposedBy } }) => ({
      ...{ id, claim, isTooVague: vagueReason !== null, byName: proposedBy?.name ?? '' },
    }))
}

/** Who of these people may approve an opening, by the same rule. */
export async function listOpeningApprovers(people: readonly Context[], id: string): Promise<Actor[]> {
  const [[opening], { isSolo }] = await Promise.all([loadOpenings(id), requireSettings()])
  return opening === undefined
    ? []
    : actorsOf(people, (ctx) => openingApproval(ctx, opening.row, opening.writerIds, isSolo))
}

async function loadOpenings(only?: string) {
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
  return rows.map((row) => ({ row, writerIds: writers.get(row.claim.id) ?? [] }))
}

/** Judgements without an outcome: void, too vague after all. */
export async function listApprovableJudgements(ctx: Context): Promise<ApprovableJudgement[]> {
  const isSolo = await isSoloDesk(ctx)
  return (await loadJudgements())
    .filter(({ authorId }) => judgementPermission(ctx, authorId, isSolo).allowed)
    .map(({ id, kind, author, prediction }) => ({ id, kind, claim: prediction.claim, byName: author.name }))
}

/** Who of these people may approve a judgement, by the same rule. */
export async function listJudgementApprovers(people: readonly Context[], id: string): Promise<Actor[]> {
  const [[judgement], { isSolo }] = await Promise.all([loadJudgements(id), requireSettings()])
  return judgement === undefined ? [] : actorsOf(people, (ctx) => judgementPermission(ctx, judgement.authorId, isSolo))
}

const loadJudgements = (only?: string) =>
  db().judgement.findMany({
    where: { id: only, resolutionId: null, refusedAt: null, prediction: { claim: OF_OPEN_CLAIM } },
    orderBy: { id: 'asc' },
    take: WAITING_BOUND,
    select: { id: true, kind: true, authorId: true, author: NAME, prediction: { select: { claim: CLAIM } } },
  })

export async function listApprovableOutcomes(ctx: Context): Promise<ApprovableOutcome[]> {
  const isSolo = await isSoloDesk(ctx)
  return (await loadOutcomes())
    .filter((row) => approvalPermission(ctx, row, isSolo).allowed)
    .map(({ id, statement, submittedBy }) => ({ id, statement, byName: submittedBy?.name ?? '' }))
}

/** Who of these people may approve an outcome, by the same rule. */
export async function listOutcomeApprovers(people: readonly Context[], id: string): Promise<Actor[]> {
  const [[outcome], { isSolo }] = await Promise.all([loadOutcomes(id), requireSettings()])
  return outcome === undefined ? [] : actorsOf(people, (ctx) => approvalPermission(ctx, outcome, isSolo))
}

const loadOutcomes = (only?: string) =>
  db().outcome.findMany({
    where: { id: only, state: 'submitted' },
    orderBy: [{ submittedAt: 'asc' }, { id: 'asc' }],
    take: WAITING_BOUND,
    select: {
      ...{ id: true, statement: true, authorId: true, revision: true, submittedById: true, submittedRevision: true },
      ...{ submittedBy: NAME, saves: SAVES },
    },
  })

const actorsOf = (people: readonly Context[], permission: (ctx: Context) => Permission): Actor[] =>
  people.filter((ctx) => permission(ctx).allowed).map(({ actor }) => actor)
