import { recordEvent } from '@/lib/audit/commands'
import type { Context } from '@/lib/core/context'
import { AppError } from '@/lib/core/errors'
import { db, inTransaction, lockRow } from '@/lib/platform/db'
import { countAttempt, forgiveAttempts } from '@/lib/platform/limits'
import { hashPassword, isPasswordRight } from '@/lib/platform/passwords'
import { assertPassword, endSessionsIn } from '../commands'
import { accountEvents } from '../events'
import { PASSWORD_LIMIT, waitWords } from '../rules'
import { ChangePasswordInput } from '../schema'

/**
 * Changes the own password and ends all other sessions (`sessionId` stays); tells how many. Throws BAD_INPUT at
 * `currentPassword` or `newPassword`, TOO_MANY_ATTEMPTS: tries are counted, so that a borrowed screen is no place to guess.
 */
export async function changePassword(
  ctx: Context,
  input: ChangePasswordInput,
  sessionId: string,
): Promise<{ sessionsEnded: number }> {
  const { currentPassword, newPassword } = ChangePasswordInput.parse(input)
  const userId = ctx.actor.kind === 'user' ? ctx.actor.id : null
  if (userId === null) throw new AppError('NOT_SIGNED_IN')
  const { retryAfterMs } = await countAttempt(PASSWORD_LIMIT, userId)
  if (retryAfterMs !== null)
    throw new AppError('TOO_MANY_ATTEMPTS', {
      text: `Too many wrong passwords. Nothing was changed; try again ${waitWords(retryAfterMs)}.`,
    })
  const user = await db().user.findUniqueOrThrow({ where: { id: userId } })
  if (!(await isPasswordRight(user.passwordHash, currentPassword)))
    throw new AppError('BAD_INPUT', { fields: { currentPassword: 'This is not your present password.' } })
  assertPassword(newPassword, [user.name, user.email], 'newPassword')
  const passwordHash = await hashPassword(newPassword)
  const sessionsEnded = await inTransaction(async (tx) => {
    await lockRow(tx, 'app_user', userId)
    const { count } = await tx.user.updateMany({
      where: { id: userId, passwordHash: user.passwordHash, disabledAt: null },
      data: { passwordHash },
    })
    if (count === 0)
      throw new AppError('STALE', { text: 'Your password was changed elsewhere meanwhile. Sign in again.' })
    await recordEvent(tx, ctx, accountEvents, {
      type: 'user.password_changed',
      entityId: userId,
      payload: { by: 'owner' },
    })
    return endSessionsIn(tx, ctx, { userId, reason: 'password_changed', exceptId: sessionId })
  })
  await forgiveAttempts(PASSWORD_LIMIT, userId)
  return { sessionsEnded }
}
