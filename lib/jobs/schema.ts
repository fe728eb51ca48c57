import { z } from 'zod'

/** The name of a job's handler: lower case with underscores, a verb first. */
export const JobName = z.string().regex(/^[a-z]+(_[a-z]+)*$/)

/** A job to be queued. `key` makes it one of its kind: a waiting job with the same key is replaced, not doubled. */
export type NewJob = {
  name: string
  payload: Record<string, unknown>
  key?: string
  runAt?: Date
  /** Tries before it counts as failed for good; each waits exponentially longer. */
  maxAttempts?: number
}
