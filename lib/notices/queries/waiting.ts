import type { Context } from '@/lib/core/context'
import { type Day, dayInZone } from '@/lib/core/days'
import { formatDay } from '@/lib/core/windows'
import { db } from '@/lib/platform/db'
import type { Prisma } from '@/lib/platform/generated/client'
import {
  listApprovableJudgements,
  listApprovableOpenings,
  listApprovableOutcomes,
} from '@/lib/predictions/queries/approvals'
import { listApprovableVerdicts } from '@/lib/verdicts/queries/approvals'
import { listUnreadMentions } from '../queries'
import { COUNT_BOUND, queue, type WaitingItem, type WaitingQueue } from '../rules/waiting'
import { listWatched } from './watched'

/** What waits for the actor, by queue, the most pressing first; queues in which nothing waits are left out. */
export async function listWaiting(ctx: Context, zone: string): Promise<WaitingQueue[]> {
  const today = dayInZone(ctx.now, zone)
  const [sentBack, approvals, mentions, own, rechecks, predictions] = await Promise.all([
    readSentBack(ctx),
    readApprovals(ctx),
    readMentions(ctx),
    readOwn(ctx),
    readRechecks(ctx, today),
    listWatched(ctx, today),
  ])
  const queues = [
    queue('Sent back to you', '/desk/claims?view=sent-back', sentBack),
    queue('Waiting for your approval', '/desk/claims?view=waiting', approvals),
    queue('You were mentioned', '/desk/notices?view=unread', mentions),
    ...predictions.slice(0, 2),
    queue('To be checked again', '/desk/claims?view=recheck', rechecks),
    queue('Your work', '/desk/claims?view=mine', own),
    ...predictions.slice(2),
  ]
  return queues.filter(({ count }) => count > 0)
}

const onClaim = (claim: { id: string; shortForm: string }, why: string | null, part = ''): WaitingItem => ({
  ...{ title: claim.shortForm, why, path: `/desk/claims/${claim.id}${part}` },
})
const onPrediction = (claim: { id: string; shortForm: string }, why: string | null): WaitingItem => ({
  ...{ title: claim.shortForm, why, path: `/desk/predictions/${claim.id}` },
})
const CLAIM = { select: { id: true, shortForm: true } } as const
const OPEN_CLAIM = { state: { notIn: ['merged', 'hidden'] } } satisfies Prisma.ClaimWhereInput
const NEWEST = { orderBy: { id: 'desc' }, take: COUNT_BOUND } as const

async function readSentBack({ actor }: Context): Promise<WaitingItem[]> {
  if (actor.id === null) return []
  const [verdicts, predictions, outcomes] = await Promise.all([
    db().verdict.findMany({
      where: { state: 'draft', authorId: actor.id, sentBackAt: { not: null } },
      ...NEWEST,
      select: { sentBackReason: true, claim: CLAIM },
    }),
    db().prediction.findMany({
      where: { state: 'draft', authorId: actor.id, sentBackById: { not: null }, claim: OPEN_CLAIM },
      ...NEWEST,
      select: { sentBackReason: true, claim: CLAIM },
    }),
    db().outcome.findMany({
      where: { state: 'draft', authorId: actor.id, sentBackById: { not: null } },
      ...NEWEST,
      select: { id: true, statement: true, sentBackReason: true },
    }),
  ])
  return [
    ...verdicts.map(({ claim, sentBackReason }) => onClaim(claim, sentBackReason, '#verdict')),
    ...predictions.map(({ claim, sentBackReason }) => onPrediction(claim, sentBackReason)),
    ...outcomes.map(({ id, statement, sentBackReason: why }) => ({
      ...{ title: statement, why, path: `/desk/outcomes/${id}` },
    })),
  ]
}

async function readApprovals(ctx: Context): Promise<WaitingItem[]> {
  const [verdicts, openings, judgements, outcomes] = await Promise.all([
    listApprovableVerdicts(ctx),
    listApprovableOpenings(ctx),
    listApprovableJudgements(ctx),
    listApprovableOutcomes(ctx),
  ])
  return [
    ...verdicts.map(({ claim, what, byName }) => onClaim(claim, `${VERDICTS[what]}, by ${byName}`, '#verdict')),
    ...openings.map(({ claim, byName }) => onPrediction(claim, `Prediction, by ${byName}`)),
    ...judgements.map(({ claim, byName }) => onPrediction(claim, `Resolution, by ${byName}`)),
    ...outcomes.map(({ id, statement, byName }) => ({
      ...{ title: statement, why: `Outcome, by ${byName}`, path: `/desk/outcomes/${id}` },
    })),
  ]
}

const VERDICTS = { verdict: 'Verdict', correction: 'Correction', withdrawal: 'Withdrawal' } as const

async function readMentions(ctx: Context): Promise<WaitingItem[]> {
  const mentions = await listUnreadMentions(ctx)
  return mentions.map(({ title, words, detail, path }) => ({ title: title ?? words, why: detail, path }))
}

/** Assigned, or a draft of one's own that nobody sent back. */
async function readOwn({ actor }: Context): Promise<WaitingItem[]> {
  if (actor.id === null) return []
  const drafted = { state: 'draft', authorId: actor.id } satisfies Prisma.VerdictWhereInput
  const [drafts, assigned] = await Promise.all([
    db().verdict.findMany({ where: { ...drafted, sentBackAt: null }, ...NEWEST, select: { claim: CLAIM } }),
    db().claim.findMany({
      where: { assigneeId: actor.id, state: { in: ['accepted', 'in_review'] }, verdicts: { none: drafted } },
      ...NEWEST,
      select: CLAIM.select,
    }),
  ])
  return [
    ...drafts.map(({ claim }) => onClaim(claim, 'Draft')),
    ...assigned.map((claim) => onClaim(claim, 'Assigned to you')),
  ]
}

/** Verdicts in force that this person wrote, or whose claim they take care of, whose day of another look has come. */
async function readRechecks({ actor }: Context, today: Day): Promise<WaitingItem[]> {
  if (actor.id === null) return []
  const rows = await db().recheck.findMany({
    where: {
      ...{
        state: 'open',
        dueOn: { lte: today },
        claim: { verdicts: { none: { state: { in: ['draft', 'submitted'] } } } },
      },
      OR: [{ claim: { assigneeId: actor.id } }, { verdict: { authorId: actor.id } }],
    },
    orderBy: [{ dueOn: 'asc' }, { claimId: 'asc' }],
    take: COUNT_BOUND,
    select: { dueOn: true, claim: CLAIM },
  })
  return rows.map(({ claim, dueOn }) => onClaim(claim, `Planned for ${formatDay(dueOn)}`, '#verdict'))
}
