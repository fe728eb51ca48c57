import type { RunState } from './schema'

/** Whether nothing more comes of it unless somebody resumes it. */
export const isOver = (state: RunState): boolean => state !== 'running' && state !== 'cancelling'

/** One waiting job a run: whoever asks for another replaces it. */
export const runKey = (runId: string): string => `run:${runId}`

/** After so long without a heartbeat a worker's process counts as gone. Several heartbeats, so that one may be late. */
export const LOST_AFTER_MS = 15_000
/** Each process tells that it lives, and looks for jobs of those that do not. */
export const HEARTBEAT_MS = 3000
/** What stands in place of an error when the process ended before the job did. */
export const LOST = 'WORKER_LOST'
/** What begins the error of a job that took too long. */
export const TOO_LONG = 'JOB_TOO_LONG'
