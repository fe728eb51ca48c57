import { recordEvent } from '@/lib/audit/commands'
import { type Context, contextOf } from '@/lib/core/context'
import { AppError } from '@/lib/core/errors'
import { newId } from '@/lib/core/ids'
import { db, inTransaction, type Tx } from '@/lib/platform/db'
import { accountEvents, type EndReason } from '../events'
import { canEndSessionOf } from '../policy'
import { isSeenDue, SESSION_LIFE_MS } from '../rules'
import { EndSessionInput, type Origin } from '../schema'

/** What the cookie carries: the session's id, checked at each request, and until when. */
export type StartedSession = { sessionId: string; userId: string; expiresAt: Date }

type Starter = { id: string; name: string; roles: Context['actor']['roles'] }

/** The context of a person who just proved who they are. */
export const asUser = (ctx: Context, user: Starter): Context =>
  contextOf({ kind: 'user', id: user.id, name: user.name, roles: user.roles }, ctx.now, ctx.requestId)

/** Starts a session for a person whose password or link was checked just before, in the same transaction. */
export async function startSessionIn(tx: Tx, ctx: Context, user: Starter, origin: Origin): Promise<StartedSession> {
  const session = {
    id: newId(),
    userId: user.id,
    createdAt: ctx.now,
    lastSeenAt: ctx.now,
    expiresAt: new Date(ctx.now.getTime() + SESSION_LIFE_MS),
    address: origin.address?.slice(0, 60) ?? null,
    userAgent: origin.userAgent?.slice(0, 300) ?? null,
  }
  await tx.session.create({ data: session })
  await recordEvent(tx, asUser(ctx, user), accountEvents, {
    type: 'session.started',
    entityId: user.id,
    payload: { sessionId: session.id },
  })
  return { sessionId: session.id, userId: user.id, expiresAt: session.expiresAt }
}

/** Ends all open sessions of a person, but for `exceptId`; tells how many. */
export async function endSessionsIn(
  tx: Tx,
  ctx: Context,
  { userId, reason, exceptId }: { userId: string; reason: EndReason; exceptId?: string },
): Promise<number> {
  const open = await tx.session.updateManyAndReturn({
    where: { userId, endedAt: null, expiresAt: { gt: ctx.now }, id: exceptId ? { not: exceptId } : undefined },
    data: { endedAt: ctx.now },
    select: { id: true },
  })
  const sessionIds = open.map((session) => session.id)
  if (sessionIds.length === 0) return 0
  await recordEvent(tx, ctx, accountEvents, {
    type: 'session.ended',
    entityId: userId,
    payload: { sessionIds, reason },
  })
  return sessionIds.length
}

/** Ends one session, the own or, for admins, another's. One that has ended already stays so. Throws NOT_FOUND. */
export async function endSession(ctx: Context, input: { sessionId: string }, reason?: EndReason): Promise<void> {
  const { sessionId } = EndSessionInput.parse(input)
  await inTransaction(async (tx) => {
    const session = await tx.session.findUnique({ where: { id: sessionId }, select: { userId: true } })
    if (session === null || !canEndSessionOf(ctx.actor, session.userId)) throw new AppError('NOT_FOUND')
    const { count } = await tx.session.updateMany({
      where: { id: sessionId, endedAt: null },
      data: { endedAt: ctx.now },
    })
    if (count === 0) return
    const isOwn = ctx.actor.id === session.userId
    await recordEvent(tx, ctx, accountEvents, {
      type: 'session.ended',
      entityId: session.userId,
      payload: { sessionIds: [sessionId], reason: reason ?? (isOwn ? 'ended_by_owner' : 'ended_by_admin') },
    })
  })
}

/** Ends all own sessions but the given one; tells how many. */
export async function endOtherSessions(ctx: Context, input: { sessionId: string }): Promise<number> {
  const { sessionId } = EndSessionInput.parse(input)
  const userId = ctx.actor.kind === 'user' ? ctx.actor.id : null
  if (userId === null) throw new AppError('NOT_SIGNED_IN')
  return inTransaction((tx) => endSessionsIn(tx, ctx, { userId, reason: 'ended_by_owner', exceptId: sessionId }))
}

/** Notes that a session is in use, at most once a minute: most requests write nothing. No event: it changes nothing. */
export async function noteSeen(session: { id: string; lastSeenAt: Date }, now: Date): Promise<void> {
  if (!isSeenDue(session.lastSeenAt, now)) return
  await db().session.updateMany({
    where: { id: session.id, endedAt: null, lastSeenAt: { lt: now } },
    data: { lastSeenAt: now },
  })
}
