import type { RunState } from './schema'

/** Whether nothing more comes of it unless somebody resumes it. */
export const isOver = (state: RunState): boolean => state !== 'running' && state !== 'cancelling'

/** One waiting job a run: whoever asks for another replaces it. */
export const runKey = (runId: string): string => `run:${runId}`
