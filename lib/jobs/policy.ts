import { type Actor, isAdmin, isStaff } from '@/lib/core/context'

/** The queue: what runs, waits and failed, and the processes that work. */
export const canReadJobs = (actor: Actor): boolean => isAdmin(actor)
/** Start a failed job again, or throw it away. */
export const canManageJobs = (actor: Actor): boolean => isAdmin(actor)

export const canReadRun = (actor: Actor): boolean => isStaff(actor)
/** Cancel and resume: admins, and whoever started it. */
export const canSteerRun = (actor: Actor, run: { startedById: string | null }): boolean =>
  isAdmin(actor) || (actor.kind === 'user' && actor.id === run.startedById)
