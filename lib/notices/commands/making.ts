import { listActiveIn } from '@/lib/accounts/queries'
import type { StoredEvent } from '@/lib/audit/events'
import { getEvent } from '@/lib/audit/queries'
import type { Context } from '@/lib/core/context'
import { dayInZone } from '@/lib/core/days'
import { AppError } from '@/lib/core/errors'
import { newId } from '@/lib/core/ids'
import { db } from '@/lib/platform/db'
import { requireSettings } from '@/lib/settings/queries'
import { canBeTold, canMakeNotices } from '../policy'
import { ENDS_WAITING, listNews } from '../queries/news'
import { briefly, isNews, KEPT_MS, type News, tellOnce } from '../rules/news'

type Told = { cause: string; byName: string | null; createdAt: Date; actorId: string | null }

/** Tells whom an event concerns. Run twice it tells once. Throws FORBIDDEN unless a process calls. */
export async function makeNotices(ctx: Context, eventId: string): Promise<void> {
  assertProcess(ctx)
  const event = await getEvent(eventId)
  if (event === null || !isNews(event.occurredAt, ctx.now)) return
  await endWaiting(ctx, event)
  await tell(await listNews(ctx, event), {
    cause: `event:${event.id}`,
    byName: event.actorId === null ? null : event.actorName,
    createdAt: event.occurredAt,
    actorId: event.actorId,
  })
}

function assertProcess(ctx: Context): void {
  if (!canMakeNotices(ctx.actor)) throw new AppError('FORBIDDEN')
}

/** Nobody else need look: one of those who could approve it has decided, or it was taken back. */
async function endWaiting(ctx: Context, { type, entityId, occurredAt, payload }: StoredEvent): Promise<void> {
  const subjectType = ENDS_WAITING[type]
  const subjectId = subjectType === 'prediction' ? claimIn(payload) : entityId
  if (subjectType === undefined || subjectId === null) return
  await db().notice.updateMany({
    where: { kind: 'approval', subjectType, subjectId, readAt: null, createdAt: { lte: occurredAt } },
    data: { readAt: ctx.now },
  })
}

const claimIn = (payload: unknown): string | null =>
  typeof payload === 'object' && payload !== null && 'claimId' in payload && typeof payload.claimId === 'string'
    ? payload.claimId
    : null

async function tell(news: readonly News[], { cause, byName, createdAt, actorId }: Told): Promise<void> {
  const once = tellOnce(news, actorId)
  if (once.length === 0) return
  const people = await listActiveIn(
    db(),
    once.map(({ userId }) => userId),
  )
  const rows = once.flatMap(({ words = null, ...one }) => {
    const person = people.find(({ actor }) => actor.id === one.userId)
    return person && canBeTold(person.actor, one.kind) ? [{ ...one, id: newId(), words, cause, byName, createdAt }] : []
  })
  await db().notice.createMany({ data: rows, skipDuplicates: true })
}

const DUE_BOUND = 1000
/** A prediction that fell due while no worker ran is told of late; one of long ago is in the queue of the overdue. */
const DUE_DAYS_MS = 7 * 24 * 3_600_000

/** Tells who wrote a prediction, and who takes care of its claim, on the day its window ends. Each window is told of once. */
export async function noticeDuePredictions(ctx: Context): Promise<void> {
  assertProcess(ctx)
  const { zone } = await requireSettings()
  const today = dayInZone(ctx.now, zone)
  const due = await db().prediction.findMany({
    where: {
      state: 'opened',
      currentResolutionId: null,
      dueTo: { lte: today, gte: dayInZone(new Date(ctx.now.getTime() - DUE_DAYS_MS), zone) },
      claim: { state: { notIn: ['merged', 'hidden'] } },
    },
    take: DUE_BOUND,
    select: { id: true, dueTo: true, authorId: true, claim: { select: { id: true, assigneeId: true } } },
  })
  for (const { id, dueTo, authorId, claim } of due) {
    const about = { kind: 'due', subjectType: 'prediction', subjectId: claim.id } as const
    const news = [authorId, claim.assigneeId].flatMap((userId) => (userId === null ? [] : [{ userId, ...about }]))
    await tell(news, { cause: `due:${id}:${dueTo}`, byName: null, createdAt: ctx.now, actorId: null })
  }
}

/** Tells who started a run that it could not go on. */
export async function noticeFailedRun(ctx: Context, runId: string): Promise<void> {
  assertProcess(ctx)
  const run = await db().run.findUnique({ where: { id: runId } })
  if (run?.state !== 'failed' || run.startedById === null || run.finishedAt === null) return
  await tell(
    [
      {
        ...{ userId: run.startedById, kind: 'import_failed', subjectType: 'run', subjectId: runId },
        words: run.note && briefly(run.note),
      },
    ],
    {
      ...{ cause: `run:${runId}:${run.finishedAt.getTime()}`, byName: null, createdAt: run.finishedAt, actorId: null },
    },
  )
}

/** Deletes what was read 90 days ago: the events tell what happened. Unread ones stay. */
export async function forgetReadNotices(ctx: Context): Promise<void> {
  assertProcess(ctx)
  await db().notice.deleteMany({ where: { readAt: { lt: new Date(ctx.now.getTime() - KEPT_MS) } } })
}
