import { type Actor, isAdmin } from '@/lib/core/context'

/** Admins change the settings; everybody may read those in force (the methodology page prints them). */
export const canChangeSettings = (actor: Actor): boolean => isAdmin(actor)
/** For the seeds, which set up the demo desk. People open a newsroom by its first run. */
export const canCreateSettings = (actor: Actor): boolean => actor.kind === 'system' && isAdmin(actor)
