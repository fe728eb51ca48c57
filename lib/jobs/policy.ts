import { type Actor, isAdmin, isStaff } from '@/lib/core/context'

/** The queue: what runs, waits and failed, and the processes that work. */
export const canReadJobs = (actor: Actor): boolean => isAdmin(actor)
/** Start a failed job again, or throw it away. */
export const canManageJobs = (actor: Actor): boolean => isAdmin(actor)

export const canReadRun = (actor: Actor): boolean => isStaff(actor)
/** Cancel and resume. Every run imports, which is for admins: to have started one is no claim once that role is gone. */
export const canSteerRun = (actor: Actor): boolean => isAdmin(actor)
