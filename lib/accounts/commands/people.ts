import { recordEvent } from '@/lib/audit/commands'
import type { Context, Role } from '@/lib/core/context'
import { AppError } from '@/lib/core/errors'
import { newId } from '@/lib/core/ids'
import { inTransaction, isUniqueViolation, lockRow, type Tx } from '@/lib/platform/db'
import { Prisma, type User } from '@/lib/platform/generated/client'
import { hashPassword } from '@/lib/platform/passwords'
import { accountEvents } from '../events'
import { canCreateUser, canDisable, canEnable, canSetRoles } from '../policy'
import { CreateUserInput, SetRolesInput, UserIdInput } from '../schema'
import { assertPassword, emailTaken, shutLinksIn } from './links'
import { endSessionsIn } from './sessions'

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

/** All who decide who is an admin take one turn after the other, so that two admins cannot remove each other at once. */
const lockAdmins = (tx: Tx): Promise<unknown> =>
  tx.$executeRaw(Prisma.sql`SELECT pg_advisory_xact_lock(hashtext('accounts.admins'))`)

/** Checks and hashes, outside of the transaction that `insertFirstAdminIn` belongs to. Throws BAD_INPUT at `password`. */
export async function prepareFirstAdmin(input: Omit<CreateUserInput, 'roles'>): Promise<PreparedUser> {
  return prepareUser({ ...input, roles: ['reviewer', 'editor', 'admin'] })
}

/** The first admin of an empty newsroom, with all roles. Anyone may, once: MOVE_REFUSED as soon as there is an account. */
export async function insertFirstAdminIn(tx: Tx, ctx: Context, user: PreparedUser): Promise<CreatedUser> {
  await lockAdmins(tx)
  if ((await tx.user.findFirst({ select: { id: true } })) !== null)
    throw new AppError('MOVE_REFUSED', { text: 'This newsroom has people already. Sign in, or ask for an invitation.' })
  return insertUserIn(tx, ctx, user)
}

async function lockUser(tx: Tx, userId: string, isAllowed: boolean): Promise<User> {
  const isThere = await lockRow(tx, 'app_user', userId)
  if (!isAllowed) throw new AppError('FORBIDDEN')
  if (!isThere) throw new AppError('NOT_FOUND')
  return tx.user.findUniqueOrThrow({ where: { id: userId } })
}

/** Throws when this person is the only one left who may run the place. Needs the admins' lock. */
async function assertOtherAdminIn(tx: Tx, user: User): Promise<void> {
  if (!user.roles.includes('admin') || user.disabledAt !== null) return
  const other = await tx.user.findFirst({
    where: { id: { not: user.id }, roles: { has: 'admin' }, disabledAt: null, passwordHash: { not: null } },
    select: { id: true },
  })
  if (other === null)
    throw new AppError('MOVE_REFUSED', {
      text: `${user.name} is the last admin. Make somebody else an admin first; nothing was changed.`,
    })
}

/** Sets a person's roles; the next request of the person already goes by them. */
export async function setRoles(ctx: Context, input: { userId: string; roles: readonly Role[] }): Promise<void> {
  const { userId, roles } = SetRolesInput.parse(input)
  await inTransaction(async (tx) => {
    await lockAdmins(tx)
    const user = await lockUser(tx, userId, canSetRoles(ctx.actor))
    const isSame = user.roles.length === roles.length && roles.every((role) => user.roles.includes(role))
    if (isSame) return
    if (!roles.includes('admin')) await assertOtherAdminIn(tx, user)
    await tx.user.update({ where: { id: userId }, data: { roles } })
    await recordEvent(tx, ctx, accountEvents, {
      type: 'user.roles_changed',
      entityId: userId,
      payload: { before: user.roles, after: roles },
    })
  })
}

/** Shuts a person out at the next request: sessions and links end. Name and history stay. */
export async function disableUser(ctx: Context, input: { userId: string }): Promise<void> {
  const { userId } = UserIdInput.parse(input)
  await inTransaction(async (tx) => {
    await lockAdmins(tx)
    const user = await lockUser(tx, userId, canDisable(ctx.actor))
    if (user.disabledAt !== null) return
    await assertOtherAdminIn(tx, user)
    await tx.user.update({ where: { id: userId }, data: { disabledAt: ctx.now } })
    await shutLinksIn(tx, ctx, userId)
    await recordEvent(tx, ctx, accountEvents, { type: 'user.disabled', entityId: userId, payload: {} })
    await endSessionsIn(tx, ctx, { userId, reason: 'disabled' })
  })
}

/** Lets a person sign in again, with the old password. */
export async function enableUser(ctx: Context, input: { userId: string }): Promise<void> {
  const { userId } = UserIdInput.parse(input)
  await inTransaction(async (tx) => {
    const user = await lockUser(tx, userId, canEnable(ctx.actor))
    if (user.disabledAt === null) return
    await tx.user.update({ where: { id: userId }, data: { disabledAt: null } })
    await recordEvent(tx, ctx, accountEvents, { type: 'user.enabled', entityId: userId, payload: {} })
  })
}
