import { createHmac, timingSafeEqual } from 'node:crypto'
import { Id } from '@/lib/core/ids'

const sign = (key: string, userId: string): string =>
  createHmac('sha256', key).update(`digest-off\n${userId}`).digest('base64url')

/**
 * What a link carries that switches a person's digest off without signing in: "user.signature". It does nothing else, so it
 * never runs out: it stands in every mail that was sent. `key`: the installation's secret.
 */
export const unsubscribeToken = (key: string, userId: string): string => `${userId}.${sign(key, userId)}`

/** Whose digest it is; null for a token that we did not make. */
export function readUnsubscribeToken(key: string, token: string): string | null {
  const [, userId = '', signature = ''] = /^([0-9a-f-]{36})\.([\w-]{43})$/.exec(token) ?? []
  if (!Id.safeParse(userId).success) return null
  const right = sign(key, userId)
  return timingSafeEqual(Buffer.from(signature), Buffer.from(right)) ? userId : null
}
