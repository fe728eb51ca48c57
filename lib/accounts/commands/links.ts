import { randomBytes } from 'node:crypto'
import { recordEvent } from '@/lib/audit/commands'
import type { Context } from '@/lib/core/context'
import { AppError } from '@/lib/core/errors'
import { newId } from '@/lib/core/ids'
import { db, inTransaction, isUniqueViolation, lockRow, type Tx } from '@/lib/platform/db'
import type { AccessTokenKind } from '@/lib/platform/generated/client'
import { hashPassword } from '@/lib/platform/passwords'
import {
  assertPassword,
  asUser,
  countLinkTry,
  emailTaken,
  endSessionsIn,
  forgiveLinkTry,
  type StartedSession,
  startSessionIn,
} from '../commands'
import { accountEvents } from '../events'
import { canInvite, canMakeLink } from '../policy'
import { hashToken, isLinkOpen, LINK_LIFE_MS } from '../rules'
import { AcceptInviteInput, InviteInput, type Origin, ResetPasswordInput, UserIdInput } from '../schema'

/** A link to hand over; its token is shown once and nowhere stored. */
export type NewLink = { userId: string; name: string; kind: AccessTokenKind; token: string; expiresAt: Date }

const LINK_GONE = 'This link was used already, or it ran out. Ask whoever sent it for a new one; nothing was changed.'

/** Makes a link and shuts the person's older ones, so that only the last one handed over opens. */
async function makeLinkIn(
  tx: Tx,
  ctx: Context,
  user: { id: string; name: string },
  kind: AccessTokenKind,
): Promise<NewLink> {
  const token = randomBytes(32).toString('base64url')
  const expiresAt = new Date(ctx.now.getTime() + LINK_LIFE_MS[kind])
  await shutLinksIn(tx, ctx, user.id)
  await tx.accessToken.create({
    data: {
      id: newId(),
      kind,
      tokenHash: hashToken(token),
      userId: user.id,
      createdById: ctx.actor.id,
      createdAt: ctx.now,
      expiresAt,
    },
  })
  await recordEvent(tx, ctx, accountEvents, {
    type: 'user.link_made',
    entityId: user.id,
    payload: { kind, expiresAt: expiresAt.toISOString() },
  })
  return { userId: user.id, name: user.name, kind, token, expiresAt }
}

/** Lets a person's open links run out now. */
export async function shutLinksIn(tx: Tx, ctx: Context, userId: string): Promise<void> {
  await tx.accessToken.updateMany({
    where: { userId, usedAt: null, expiresAt: { gt: ctx.now } },
    data: { expiresAt: ctx.now },
  })
}

/** Invites a colleague: an account without a password, and a link (seven days) that sets one. */
export async function inviteUser(ctx: Context, input: InviteInput): Promise<NewLink> {
  if (!canInvite(ctx.actor)) throw new AppError('FORBIDDEN')
  const { email, roles, name = email.split('@')[0] ?? email } = InviteInput.parse(input)
  const user = { id: newId(), email, name, roles, createdAt: ctx.now }
  try {
    return await inTransaction(async (tx) => {
      await tx.user.create({ data: user })
      await recordEvent(tx, ctx, accountEvents, {
        type: 'user.invited',
        entityId: user.id,
        payload: { email, name, roles },
      })
      return makeLinkIn(tx, ctx, user, 'invite')
    })
  } catch (error) {
    if (isUniqueViolation(error)) throw emailTaken()
    throw error
  }
}

/** A new link for a person: to set a new password (one day), or, when the invitation was never accepted, to accept it. */
export async function createResetLink(ctx: Context, input: { userId: string }): Promise<NewLink> {
  const { userId } = UserIdInput.parse(input)
  return inTransaction(async (tx) => {
    const isThere = await lockRow(tx, 'app_user', userId)
    if (!canMakeLink(ctx.actor)) throw new AppError('FORBIDDEN')
    if (!isThere) throw new AppError('NOT_FOUND')
    const user = await tx.user.findUniqueOrThrow({ where: { id: userId } })
    if (user.disabledAt !== null)
      throw new AppError('MOVE_REFUSED', { text: `${user.name} is disabled. Enable the account first.` })
    return makeLinkIn(tx, ctx, user, user.passwordHash === null ? 'invite' : 'reset')
  })
}

/**
 * Before a password is hashed, which is slow on purpose: counts the try for its address, and looks whether the link opens at
 * all, so that strangers cannot keep the server busy. Throws TOO_MANY_ATTEMPTS and NOT_FOUND. `spendLinkIn` decides.
 */
async function assertLinkOpens(ctx: Context, token: string, kind: AccessTokenKind, origin: Origin): Promise<void> {
  await countLinkTry(ctx, origin)
  const link = await db().accessToken.findUnique({
    where: { tokenHash: hashToken(token) },
    select: { kind: true, usedAt: true, expiresAt: true, user: { select: { disabledAt: true } } },
  })
  if (link === null || link.kind !== kind || !isLinkOpen(link, ctx.now) || link.user.disabledAt !== null)
    throw new AppError('NOT_FOUND', { text: LINK_GONE })
}

type LinkUser = { id: string; name: string; email: string; roles: Context['actor']['roles'] }

/** Uses a link up, under the lock of its person. Throws NOT_FOUND with one text, whatever is wrong with it. */
async function spendLinkIn(tx: Tx, ctx: Context, token: string, kind: AccessTokenKind): Promise<LinkUser> {
  const gone = new AppError('NOT_FOUND', { text: LINK_GONE })
  const tokenHash = hashToken(token)
  const found = await tx.accessToken.findUnique({ where: { tokenHash }, select: { userId: true } })
  if (found === null) throw gone
  await lockRow(tx, 'app_user', found.userId)
  const link = await tx.accessToken.findUniqueOrThrow({ where: { tokenHash }, include: { user: true } })
  if (link.kind !== kind || !isLinkOpen(link, ctx.now) || link.user.disabledAt !== null) throw gone
  await tx.accessToken.update({ where: { tokenHash }, data: { usedAt: ctx.now } })
  return link.user
}

/** Accepts an invitation: sets name and password, and signs in. Throws NOT_FOUND for a spent link, BAD_INPUT at `password`. */
export async function acceptInvite(ctx: Context, input: AcceptInviteInput, origin: Origin): Promise<StartedSession> {
  const { token, name, password } = AcceptInviteInput.parse(input)
  await assertLinkOpens(ctx, token, 'invite', origin)
  const passwordHash = await hashPassword(password)
  const started = await inTransaction(async (tx) => {
    const invited = await spendLinkIn(tx, ctx, token, 'invite')
    assertPassword(password, [name, invited.email], 'password')
    const user = await tx.user.update({ where: { id: invited.id }, data: { name, passwordHash } })
    await recordEvent(tx, asUser(ctx, user), accountEvents, {
      type: 'user.joined',
      entityId: user.id,
      payload: { name },
    })
    return startSessionIn(tx, ctx, user, origin)
  })
  await forgiveLinkTry(origin)
  return started
}

/** Sets a new password by a reset link, ends all sessions, and signs in. Throws as acceptInvite does. */
export async function resetPassword(ctx: Context, input: ResetPasswordInput, origin: Origin): Promise<StartedSession> {
  const { token, password } = ResetPasswordInput.parse(input)
  await assertLinkOpens(ctx, token, 'reset', origin)
  const passwordHash = await hashPassword(password)
  const started = await inTransaction(async (tx) => {
    const user = await spendLinkIn(tx, ctx, token, 'reset')
    assertPassword(password, [user.name, user.email], 'password')
    await tx.user.update({ where: { id: user.id }, data: { passwordHash } })
    const own = asUser(ctx, user)
    await recordEvent(tx, own, accountEvents, {
      type: 'user.password_changed',
      entityId: user.id,
      payload: { by: 'link' },
    })
    await endSessionsIn(tx, own, { userId: user.id, reason: 'password_changed' })
    return startSessionIn(tx, ctx, user, origin)
  })
  await forgiveLinkTry(origin)
  return started
}
