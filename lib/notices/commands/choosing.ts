import { setPreference } from '@/lib/accounts/commands/preferences'
import { listActiveIn } from '@/lib/accounts/queries'
import { type Context, contextOf } from '@/lib/core/context'
import { AppError } from '@/lib/core/errors'
import { db } from '@/lib/platform/db'
import { readUnsubscribeToken } from '../rules/unsubscribing'
import type { DigestChoice } from '../schema'

/** Sets the hour of the own digest, or none, and which predictions it tells of. Throws NOT_SIGNED_IN. */
export async function chooseDigest(ctx: Context, { hour, predictions }: DigestChoice): Promise<void> {
  await setPreference(ctx, 'digest_predictions', predictions)
  // The hour last: when it was chosen decides whether today's digest still comes.
  await setPreference(ctx, 'digest', hour)
}

/**
 * Switches off the digest of whoever holds the token from its mail, signed in or not; twice is as once. `key`: the
 * installation's secret. Throws NOT_FOUND for a token that was not made here, and for who works here no more.
 */
export async function switchDigestOff(ctx: Context, token: string, key: string): Promise<void> {
  const userId = readUnsubscribeToken(key, token)
  const [person] = userId === null ? [] : await listActiveIn(db(), [userId])
  if (person === undefined)
    throw new AppError('NOT_FOUND', {
      text: 'This link is not complete. Copy the whole of it from the mail, or choose at your account.',
    })
  await setPreference(contextOf(person.actor, ctx.now, ctx.requestId), 'digest', 'off')
}
