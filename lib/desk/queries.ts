import { type Actor, type Context, isStaff } from '@/lib/core/context'
import { addDays, type Day, dayInZone } from '@/lib/core/days'
import { AppError } from '@/lib/core/errors'
import { db } from '@/lib/platform/db'
import type { Prisma } from '@/lib/platform/generated/client'
import {
  type ApprovableJudgement,
  type ApprovableOpening,
  type ApprovableOutcome,
  listApprovableJudgements,
  listApprovableOpenings,
  listApprovableOutcomes,
} from '@/lib/predictions/queries/approvals'
import { DUE_SOON_DAYS } from '@/lib/predictions/rules/watch'
import { requireSettings } from '@/lib/settings/queries'
import { type ApprovableVerdict, listApprovableVerdicts } from '@/lib/verdicts/queries/approvals'
import { countInbox, type InboxCandidate, listInbox } from './queries/inbox'
import { countPredictionQueues } from './queries/prediction-queue'
import { bounded, type Count } from './rules/counting'

/** Counts at the desk stop here ("99+"): an exact count of a long queue helps nobody and costs a scan. */
const COUNT_BOUND = 100
const LIST_BOUND = 6

const asCount = (n: number): Count => bounded(n, COUNT_BOUND - 1)

/** What one person sees first: what waits, and what waits for them. */
export type DeskHome = {
  today: Day
  newCandidates: Count
  topCandidates: InboxCandidate[]
  articlesWithoutDay: Count
  verdictsToApprove: ApprovableVerdict[]
  predictionsToApprove: ApprovableOpening[]
  judgementsToApprove: ApprovableJudgement[]
  outcomesToApprove: ApprovableOutcome[]
  /** How many of all of these wait. */
  approvals: Count
  ownSentBack: VerdictItem[]
  ownDrafts: VerdictItem[]
  /** Assigned to this person, with no open version that they began themselves. */
  ownAssigned: { id: string; shortForm: string }[]
  predictionsToOpen: Count
  predictionsDue: PredictionItem[]
  predictionsOverdue: Count
}

const VERDICT = {
  id: true,
  rating: true,
  sentBackReason: true,
  claim: { select: { id: true, shortForm: true } },
} satisfies Prisma.VerdictSelect
export type VerdictItem = Prisma.VerdictGetPayload<{ select: typeof VERDICT }>

const PREDICTION = {
  id: true,
  dueFrom: true,
  dueTo: true,
  graceDays: true,
  saidOn: true,
  certainty: true,
  claim: { select: { id: true, shortForm: true } },
  speaker: { select: { name: true } },
} satisfies Prisma.PredictionSelect
type PredictionRow = Prisma.PredictionGetPayload<{ select: typeof PREDICTION }>
export type PredictionItem = Omit<PredictionRow, 'certainty'> & { certainty: number | null }
const toItem = (row: PredictionRow): PredictionItem => ({ ...row, certainty: row.certainty?.toNumber() ?? null })

/** The first page of the desk, for the actor. Throws NOT_FOUND for readers. */
export async function getDeskHome(ctx: Context): Promise<DeskHome> {
  if (!isStaff(ctx.actor)) throw new AppError('NOT_FOUND')
  const settings = await requireSettings()
  const today = dayInZone(ctx.now, settings.zone)
  const [inbox, approvals, own, predictions] = await Promise.all([
    readInbox(ctx),
    readApprovals(ctx),
    readOwnVerdicts(ctx.actor),
    readPredictions(ctx, today),
  ])
  return { today, ...inbox, ...approvals, ...own, ...predictions }
}

async function readInbox(ctx: Context) {
  const [newCandidates, { candidates }, withoutDay] = await Promise.all([
    countInbox(ctx),
    listInbox(ctx, { limit: LIST_BOUND }),
    db().article.count({ where: { publishedOn: null, hiddenAt: null }, take: COUNT_BOUND }),
  ])
  return { newCandidates, topCandidates: candidates, articlesWithoutDay: asCount(withoutDay) }
}

/** Decided by the rules that the approvals themselves ask; the few that are shown, and how many there are. */
async function readApprovals(ctx: Context) {
  const [verdicts, openings, judgements, outcomes] = await Promise.all([
    listApprovableVerdicts(ctx),
    listApprovableOpenings(ctx),
    listApprovableJudgements(ctx),
    listApprovableOutcomes(ctx),
  ])
  return {
    verdictsToApprove: verdicts.slice(0, LIST_BOUND),
    predictionsToApprove: openings.slice(0, LIST_BOUND),
    judgementsToApprove: judgements.slice(0, LIST_BOUND),
    outcomesToApprove: outcomes.slice(0, LIST_BOUND),
    approvals: asCount(verdicts.length + openings.length + judgements.length + outcomes.length),
  }
}

async function readOwnVerdicts(actor: Actor) {
  if (!actor.id) return { ownSentBack: [], ownDrafts: [], ownAssigned: [] }
  const own = { state: 'draft', authorId: actor.id } satisfies Prisma.VerdictWhereInput
  const page = { orderBy: { id: 'desc' as const }, take: LIST_BOUND, select: VERDICT }
  const [ownSentBack, ownDrafts, ownAssigned] = await Promise.all([
    db().verdict.findMany({ where: { ...own, sentBackAt: { not: null } }, ...page }),
    db().verdict.findMany({ where: { ...own, sentBackAt: null }, ...page }),
    db().claim.findMany({
      where: {
        assigneeId: actor.id,
        state: { in: ['accepted', 'in_review'] },
        verdicts: { none: { state: 'draft', authorId: actor.id } },
      },
      orderBy: { id: 'desc' },
      take: LIST_BOUND,
      select: { id: true, shortForm: true },
    }),
  ])
  return { ownSentBack, ownDrafts, ownAssigned }
}

async function readPredictions(ctx: Context, today: Day) {
  const open = {
    ...{ state: 'opened', currentResolutionId: null },
    claim: { state: { notIn: ['merged', 'hidden'] } },
  } satisfies Prisma.PredictionWhereInput
  const [predictionsDue, counts] = await Promise.all([
    db().prediction.findMany({
      where: { ...open, dueTo: { lte: addDays(today, DUE_SOON_DAYS) } },
      orderBy: [{ dueTo: 'asc' }, { id: 'asc' }],
      take: LIST_BOUND,
      select: PREDICTION,
    }),
    countPredictionQueues(ctx, ['overdue', 'to_open']),
  ])
  return {
    predictionsDue: predictionsDue.map(toItem),
    predictionsOverdue: counts.overdue,
    predictionsToOpen: counts.to_open,
  }
}
