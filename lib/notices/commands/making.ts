import { listActiveIn } from '@/lib/accounts/queries'
import type { StoredEvent } from '@/lib/audit/events'
import { getEvent } from '@/lib/audit/queries'
import type { Context } from '@/lib/core/context'
import { AppError } from '@/lib/core/errors'
import { newId } from '@/lib/core/ids'
import { type Db, db } from '@/lib/platform/db'
import { canBeTold, canMakeNotices } from '../policy'
import { aboutBulk, bulkCause, bulkOf } from '../queries/assigned'
import { ENDS_WAITING, listNews } from '../queries/news'
import { briefly, isNews, KEPT_MS, type News, tellOnce } from '../rules/news'
import { type NoticeKind, REMINDER_KINDS } from '../schema'

/** What a notice is told for, when, and by whose doing: nobody's of a clock's. */
export type Told = { cause: string; byName: string | null; createdAt: Date; actorId: string | null }

/** Tells whom an event concerns. Run twice it tells once. Throws FORBIDDEN unless a process calls. */
export async function makeNotices(ctx: Context, eventId: string): Promise<void> {
  assertProcess(ctx)
  const event = await getEvent(eventId)
  if (event === null || !isNews(event.occurredAt, ctx.now)) return
  await endWaiting(ctx, event)
  await takeBackBulk(event)
  await tellIn(db(), await listNews(ctx, event), {
    cause: `event:${event.id}`,
    byName: event.actorId === null ? null : event.actorName,
    createdAt: event.occurredAt,
    actorId: event.actorId,
  })
}

function assertProcess(ctx: Context): void {
  if (!canMakeNotices(ctx.actor)) throw new AppError('FORBIDDEN')
}

/** Nobody else need look: one of those who could approve it has decided, or it was taken back. What is resolved is due no more. */
async function endWaiting(ctx: Context, { type, entityId, occurredAt, payload }: StoredEvent): Promise<void> {
  const subjectType = ENDS_WAITING[type]
  const subjectId = subjectType === 'prediction' ? claimIn(payload) : entityId
  if (subjectType === undefined || subjectId === null) return
  const kind: NoticeKind[] = type === 'prediction.resolved' ? ['approval', ...REMINDER_KINDS] : ['approval']
  // what is saved and handed over in one request waits from that moment on
  const until = type.endsWith('.saved') ? { lt: occurredAt } : { lte: occurredAt }
  await db().notice.updateMany({
    where: { kind: { in: kind }, subjectType, subjectId, readAt: null, createdAt: until },
    data: { readAt: ctx.now },
  })
}

/** Of claims that were assigned together and taken back again nobody is told, but of those that could not be taken back. */
async function takeBackBulk({ type, payload }: StoredEvent): Promise<void> {
  const undone = type === 'claim.assigned' ? bulkOf(payload) : null
  if (!undone?.isUndo) return
  const unread = await db().notice.findMany({ where: { cause: bulkCause(undone, false), readAt: null } })
  for (const { id, userId } of unread) {
    const still = await aboutBulk(undone.id, userId)
    if (still) await db().notice.updateMany({ where: { id, readAt: null }, data: still })
    else await db().notice.deleteMany({ where: { id, readAt: null } })
  }
}

const claimIn = (payload: unknown): string | null =>
  typeof payload === 'object' && payload !== null && 'claimId' in payload && typeof payload.claimId === 'string'
    ? payload.claimId
    : null

/** Tells each of those who work here and may see it, once per cause. Who calls has checked who may tell. */
export async function tellIn(
  to: Db,
  news: readonly News[],
  { cause, byName, createdAt, actorId }: Told,
): Promise<void> {
  const once = tellOnce(news, actorId)
  if (once.length === 0) return
  const people = await listActiveIn(
    to,
    once.map(({ userId }) => userId),
  )
  const rows = once.flatMap(({ words = null, cause: shared, ...one }) => {
    const person = people.find(({ actor }) => actor.id === one.userId)
    return person && canBeTold(person.actor, one.kind)
      ? [{ ...one, id: newId(), words, cause: shared ?? cause, byName, createdAt }]
      : []
  })
  await to.notice.createMany({ data: rows, skipDuplicates: true })
}

/** Tells who started a run that it could not go on. */
export async function noticeFailedRun(ctx: Context, runId: string): Promise<void> {
  assertProcess(ctx)
  const run = await db().run.findUnique({ where: { id: runId } })
  if (run?.state !== 'failed' || run.startedById === null || run.finishedAt === null) return
  await tellIn(
    db(),
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
