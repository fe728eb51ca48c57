import { recordEvent } from '@/lib/audit/commands'
import type { Context, Role } from '@/lib/core/context'
import { AppError } from '@/lib/core/errors'
import { inTransaction, lockRow, type Tx } from '@/lib/platform/db'
import type { User } from '@/lib/platform/generated/client'
import { endSessionsIn, lockAdmins } from '../commands'
import { accountEvents } from '../events'
import { canDisable, canEnable, canSetRoles } from '../policy'
import { SetRolesInput, UserIdInput } from '../schema'
import { shutLinksIn } from './links'

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
