import { AppError } from './errors'

/** Throws STALE when somebody saved since the caller read. `theirs` travels to the caller for the conflict view. */
export function assertRevision(current: number, expected: number, theirs?: unknown): void {
  if (current !== expected) throw new AppError('STALE', { details: { revision: current, theirs } })
}
