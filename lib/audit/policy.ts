import { type Actor, isAdmin, isStaff } from '@/lib/core/context'

/** The whole log, of every entity. */
export const canReadAuditLog = (actor: Actor): boolean => isAdmin(actor)
/** The history of one entity at the desk. */
export const canReadHistory = (actor: Actor): boolean => isStaff(actor)
