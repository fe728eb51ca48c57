import { z } from 'zod'

/** The name of a job's handler: lower case with underscores, a verb first. */
export const JobName = z.string().regex(/^[a-z]+(_[a-z]+)*$/)

/**
 * A job to be queued. `key` makes it one of its kind: a waiting job with the same key is replaced, not doubled. `keepsTurn`: it
 * runs when the replaced one would have, so that it can wait for more of its kind and is never put off by them.
 */
export type NewJob = {
  name: string
  payload: Record<string, unknown>
  key?: string
  keepsTurn?: boolean
  runAt?: Date
  /** Tries before it counts as failed for good; each waits exponentially longer. */
  maxAttempts?: number
}

/** The payload of a run's job, whose name is the run's kind. */
export const RunPayload = z.object({ runId: z.uuid() })
export const RunInput = z.object({ runId: z.uuid() })
export type RunInput = z.infer<typeof RunInput>

export const RUN_STATES = ['running', 'cancelling', 'cancelled', 'finished', 'failed'] as const
export type RunState = (typeof RUN_STATES)[number]

/** How far a run is, as pages and their event streams tell it: plain JSON, instants as ISO text. */
export type RunProgress = {
  id: string
  kind: string
  label: string
  /** Pieces in all; null as long as nobody knows. */
  total: number | null
  done: number
  refused: number
  state: RunState
  note: string | null
  startedBy: string | null
  startedAt: string
  finishedAt: string | null
  /** Whether whoever asks may cancel and resume it. */
  maySteer: boolean
}

/** Jobs that failed for good: one by its number in the queue, or all of a name. */
export const FailedJobs = z.union([
  z.object({ jobId: z.string().regex(/^[1-9]\d{0,17}$/) }),
  z.object({ name: JobName }),
])
export type FailedJobs = z.infer<typeof FailedJobs>
