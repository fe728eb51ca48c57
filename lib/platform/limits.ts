import { createHash } from 'node:crypto'
import { RateLimiterPostgres, RateLimiterRes } from 'rate-limiter-flexible'
import { pool } from './db'

/** So many tries within so many seconds; one more, and the key is shut for `blockSeconds`. */
export type Limit = { name: string; tries: number; withinSeconds: number; blockSeconds: number }

/** `retryAfterMs`: how long the key stays shut; null when the try may go on. */
export type Attempt = { retryAfterMs: number | null }

const limiterOf = ({ name, tries, withinSeconds, blockSeconds }: Limit): RateLimiterPostgres =>
  new RateLimiterPostgres({
    storeClient: pool(),
    tableName: 'attempt_limit',
    // A migration made it: the app's role may not make tables.
    tableCreated: true,
    // Its own timer would outlive the pool; rows that ran out are removed by `forgetOldAttempts`.
    clearExpiredByTimeout: false,
    keyPrefix: name,
    points: tries,
    duration: withinSeconds,
    blockDuration: blockSeconds,
  })

/** What is counted is a person or an address: only its digest is stored. */
const keyOf = (subject: string): string => createHash('sha256').update(subject).digest('base64url')

/** Counts one try, before it is known whether it succeeds, so that tries at once cannot slip through. */
export async function countAttempt(limit: Limit, subject: string): Promise<Attempt> {
  try {
    await limiterOf(limit).consume(keyOf(subject))
    return { retryAfterMs: null }
  } catch (refusal) {
    if (refusal instanceof RateLimiterRes) return { retryAfterMs: refusal.msBeforeNext }
    throw refusal
  }
}

/** After a success: the count starts anew. */
export async function forgiveAttempts(limit: Limit, subject: string): Promise<void> {
  await limiterOf(limit).delete(keyOf(subject))
}

/** After a success where others may have failed meanwhile: only this one try is not counted. */
export async function giveBackAttempt(limit: Limit, subject: string): Promise<void> {
  await limiterOf(limit).reward(keyOf(subject))
}

/** Removes counts that ran out more than an hour ago. */
export async function forgetOldAttempts(now: Date): Promise<void> {
  await pool().query('DELETE FROM attempt_limit WHERE expire < $1', [now.getTime() - 3_600_000])
}
