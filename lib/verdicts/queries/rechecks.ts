import type { Context } from '@/lib/core/context'
import { type Day, dayInZone } from '@/lib/core/days'
import { AppError } from '@/lib/core/errors'
import { db } from '@/lib/platform/db'
import type { Prisma } from '@/lib/platform/generated/client'
import { requireSettings } from '@/lib/settings/queries'
import { canReadVerdictDesk } from '../policy'

/**
 * The claims whose phase is `recheck_due` on that day: a day that stands is always of the verdict in force, and none is being
 * corrected or withdrawn. Read along the index (state, dueOn, claimId).
 */
const dueOn = (today: Day) =>
  ({
    state: 'open',
    dueOn: { lte: today },
    claim: {
      verdicts: { none: { state: { in: ['draft', 'submitted'] } } },
      corrections: { none: { level: 'withdrawal', state: 'proposed' } },
    },
  }) satisfies Prisma.RecheckWhereInput

export type DueRecheck = { claimId: string; shortForm: string; assigneeId: string | null; dueOn: Day }

/** A row of the list, by which the next page begins. */
export type RecheckKey = { dueOn: Day; claimId: string }

/** Published verdicts that are due to be checked again today or since, the longest due first; at most 100 a page. */
export async function listDueRechecks(
  ctx: Context,
  { after, assigneeId, limit = 30 }: { after?: RecheckKey; assigneeId?: string; limit?: number } = {},
): Promise<DueRecheck[]> {
  const due = dueOn(await requireToday(ctx))
  const rows = await db().recheck.findMany({
    where: {
      ...due,
      claim: { ...due.claim, assigneeId },
      OR: after && [{ dueOn: { gt: after.dueOn } }, { dueOn: after.dueOn, claimId: { gt: after.claimId } }],
    },
    orderBy: [{ dueOn: 'asc' }, { claimId: 'asc' }],
    take: Math.min(limit, 100),
    select: { claimId: true, dueOn: true, claim: { select: { shortForm: true, assigneeId: true } } },
  })
  return rows.map(({ claim, ...row }) => ({ ...row, ...claim }))
}

/** How many are due, counted up to `bound`. */
export async function countDueRechecks(ctx: Context, bound = 1000): Promise<number> {
  const where = dueOn(await requireToday(ctx))
  const rows = await db().recheck.findMany({ where, take: bound, select: { id: true } })
  return rows.length
}

async function requireToday(ctx: Context): Promise<Day> {
  if (!canReadVerdictDesk(ctx.actor)) throw new AppError('NOT_FOUND')
  return dayInZone(ctx.now, (await requireSettings()).zone)
}

/** What readers are told of the verdict in force: when it was last looked at since it was published, and when it will be. */
export type Rechecks = { lastAt: string | null; nextOn: Day | null }

/** Both null for a claim without a verdict in force. */
export async function getRechecks(claimId: string): Promise<Rechecks> {
  const rows = await db().recheck.findMany({
    where: { claimId, state: { not: 'dropped' }, verdict: { currentOf: { isNot: null } } },
    orderBy: [{ state: 'asc' }, { closedAt: 'desc' }],
    select: { state: true, dueOn: true, closedAt: true },
    take: 2,
  })
  const [open, done] = [rows.find(({ state }) => state === 'open'), rows.find(({ state }) => state === 'done')]
  return { lastAt: done?.closedAt?.toISOString() ?? null, nextOn: open?.dueOn ?? null }
}
