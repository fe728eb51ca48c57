import type { Context } from '@/lib/core/context'
import { AppError } from '@/lib/core/errors'
import { db, inTransaction, lockRow } from '@/lib/platform/db'
import { countAttempt, forgetOldAttempts, forgiveAttempts } from '@/lib/platform/limits'
import { log } from '@/lib/platform/log'
import { isPasswordRight } from '@/lib/platform/passwords'
import { ACCOUNT_LIMIT, ADDRESS_LIMIT, waitWords } from '../rules'
import { type Origin, SignInInput } from '../schema'
import { type StartedSession, startSessionIn } from './sessions'

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
  await forgetOldAttempts(ctx.now)
  return started
}

async function countTries(ctx: Context, email: string, origin: Origin): Promise<void> {
  const attempts = [
    await countAttempt(ACCOUNT_LIMIT, email),
    ...(origin.address === null ? [] : [await countAttempt(ADDRESS_LIMIT, origin.address)]),
  ]
  const waitMs = Math.max(...attempts.map((attempt) => attempt.retryAfterMs ?? 0))
  if (waitMs === 0) return
  log.warn({ requestId: ctx.requestId, waitMs }, 'sign-in refused: too many attempts')
  throw new AppError('TOO_MANY_ATTEMPTS', {
    text: `Too many attempts to sign in. Nothing was checked; try again ${waitWords(waitMs)}.`,
    details: { retryAt: new Date(ctx.now.getTime() + waitMs) },
  })
}
