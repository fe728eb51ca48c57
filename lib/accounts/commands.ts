import { recordEvent } from '@/lib/audit/commands'
import { type Context, contextOf, type Role } from '@/lib/core/context'
import { AppError } from '@/lib/core/errors'
import { newId } from '@/lib/core/ids'
import { type Db, db, inTransaction, isUniqueViolation, lockRow, type Tx } from '@/lib/platform/db'
import { Prisma } from '@/lib/platform/generated/client'
import { type Attempt, countAttempt, forgetOldAttempts, forgiveAttempts, giveBackAttempt } from '@/lib/platform/limits'
import { log } from '@/lib/platform/log'
import { hashPassword, isPasswordRight } from '@/lib/platform/passwords'
import { accountEvents, type EndReason } from './events'
import { canCreateUser, canEndSessionOf } from './policy'
import {
  ACCOUNT_LIMIT,
  ADDRESS_LIMIT,
  isSeenDue,
  LINK_LIMIT,
  passwordProblem,
  SESSION_LIFE_MS,
  waitWords,
} from './rules'
import { CreateUserInput, EndSessionInput, type Origin, SignInInput } from './schema'

/** The one answer to a wrong password, an unknown address, a disabled person and an invitation not yet accepted. */
const REFUSED = 'The e-mail address and the password do not belong together. Check both and try again.'

const USER = { id: true, name: true, roles: true, passwordHash: true, disabledAt: true } as const

/**
 * Checks e-mail and password and starts a session. Tries are counted before they are checked, per account and per address.
 * Throws NOT_SIGNED_IN (one text, about one time, whatever was wrong) and TOO_MANY_ATTEMPTS (says when to try again).
 */
export async function authenticate(ctx: Context, input: SignInInput, origin: Origin): Promise<StartedSession> {
  const parsed = SignInInput.parse(input)
  const email = parsed.email.toLowerCase()
  await countTries(ctx, email, origin)
  const user = await db().user.findUnique({ where: { email }, select: USER })
  const isRight = await isPasswordRight(user?.passwordHash ?? null, parsed.password)
  if (user === null || !isRight || user.disabledAt !== null) throw new AppError('NOT_SIGNED_IN', { text: REFUSED })
  const started = await inTransaction(async (tx) => {
    await lockRow(tx, 'app_user', user.id)
    // Read again under the lock: disabling and a changed password end all sessions, also one that begins meanwhile.
    const current = await tx.user.findUniqueOrThrow({ where: { id: user.id }, select: USER })
    if (current.disabledAt !== null || current.passwordHash !== user.passwordHash)
      throw new AppError('NOT_SIGNED_IN', { text: REFUSED })
    return startSessionIn(tx, ctx, current, origin)
  })
  await forgiveAttempts(ACCOUNT_LIMIT, email)
  if (origin.address !== null) await giveBackAttempt(ADDRESS_LIMIT, origin.address)
  await forgetOldAttempts(ctx.now)
  return started
}

async function countTries(ctx: Context, email: string, origin: Origin): Promise<void> {
  const attempts = [
    await countAttempt(ACCOUNT_LIMIT, email),
    ...(origin.address === null ? [] : [await countAttempt(ADDRESS_LIMIT, origin.address)]),
  ]
  refuseWhileShut(ctx, attempts, 'to sign in')
}

/** Counts a try to use a link or to open the newsroom, for its address. Throws TOO_MANY_ATTEMPTS. */
export async function countLinkTry(ctx: Context, origin: Origin): Promise<void> {
  if (origin.address === null) return
  refuseWhileShut(ctx, [await countAttempt(LINK_LIMIT, origin.address)], 'from your network')
}

/** After a link that opened: a newsroom whose people join from one address never shuts it. */
export async function forgiveLinkTry({ address }: Origin): Promise<void> {
  if (address !== null) await giveBackAttempt(LINK_LIMIT, address)
}

function refuseWhileShut(ctx: Context, attempts: Attempt[], what: string): void {
  const waitMs = Math.max(...attempts.map((attempt) => attempt.retryAfterMs ?? 0))
  if (waitMs === 0) return
  log().warn({ requestId: ctx.requestId, waitMs }, `too many attempts ${what}`)
  throw new AppError('TOO_MANY_ATTEMPTS', {
    text: `Too many attempts ${what}. Nothing was checked; try again ${waitWords(waitMs)}.`,
    details: { retryAt: new Date(ctx.now.getTime() + waitMs) },
  })
}

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

export type CreatedUser = { id: string; name: string; email: string; roles: Role[] }

/**
 * An account with a password straight away: the command line, the seeds, the first run. Throws ALREADY_EXISTS at `email`,
 * BAD_INPUT at `password`.
 */
export async function createUser(ctx: Context, input: CreateUserInput): Promise<CreatedUser> {
  if (!canCreateUser(ctx.actor)) throw new AppError('FORBIDDEN')
  const prepared = await prepareUser(input)
  try {
    return await inTransaction((tx) => insertUserIn(tx, ctx, prepared))
  } catch (error) {
    if (isUniqueViolation(error)) throw emailTaken()
    throw error
  }
}

type PreparedUser = CreatedUser & { passwordHash: string }

async function prepareUser(input: CreateUserInput): Promise<PreparedUser> {
  const { password, ...user } = CreateUserInput.parse(input)
  assertPassword(password, [user.name, user.email], 'password')
  return { ...user, id: newId(), passwordHash: await hashPassword(password) }
}

async function insertUserIn(tx: Tx, ctx: Context, user: PreparedUser): Promise<CreatedUser> {
  const { id, name, email, roles } = user
  await tx.user.create({ data: { ...user, createdAt: ctx.now } })
  await recordEvent(tx, ctx, accountEvents, { type: 'user.created', entityId: id, payload: { email, name, roles } })
  return { id, name, email, roles }
}

/**
 * Checks and hashes, outside of the transaction that `insertFirstAdminIn` belongs to. Throws BAD_INPUT at `password`, and
 * MOVE_REFUSED where there are people already, before the work of hashing.
 */
export async function prepareFirstAdmin(input: Omit<CreateUserInput, 'roles'>): Promise<PreparedUser> {
  await refuseWithPeople(db())
  return prepareUser({ ...input, roles: ['reviewer', 'editor', 'admin'] })
}

async function refuseWithPeople(from: Db): Promise<void> {
  if ((await from.user.findFirst({ select: { id: true } })) === null) return
  throw new AppError('MOVE_REFUSED', { text: 'This newsroom has people already. Sign in, or ask for an invitation.' })
}

/** The first admin of an empty newsroom, with all roles. Anyone may, once: MOVE_REFUSED as soon as there is an account. */
export async function insertFirstAdminIn(tx: Tx, ctx: Context, user: PreparedUser): Promise<CreatedUser> {
  await lockAdmins(tx)
  await refuseWithPeople(tx)
  return insertUserIn(tx, asUser(ctx, user), user)
}

/** All who decide who is an admin take one turn after the other, so that two admins cannot remove each other at once. */
export const lockAdmins = (tx: Tx): Promise<unknown> =>
  tx.$executeRaw(Prisma.sql`SELECT pg_advisory_xact_lock(hashtext('accounts.admins'))`)

export const emailTaken = (): AppError =>
  new AppError('ALREADY_EXISTS', {
    text: 'Somebody with this e-mail address is here already. Nothing was changed.',
    fields: { email: 'This address belongs to an account or an open invitation; make a new link for it in the list.' },
  })

/** Refuses a password that is guessed first, at the form's field. */
export function assertPassword(password: string, known: string[], field: string): void {
  const problem = passwordProblem(password, known)
  if (problem) throw new AppError('BAD_INPUT', { fields: { [field]: problem } })
}
