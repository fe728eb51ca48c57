import { type Actor, isAdmin, isEditor, isStaff } from '@/lib/core/context'

/** Drafts and their history are read at the desk only. */
export const canReadVerdictDesk = (actor: Actor): boolean => isStaff(actor)

/** What other desks ruled is read at the desk; readers see what an editor confirmed. */
export const canReadExternal = (actor: Actor): boolean => isStaff(actor)
/** Bringing in is the admins' work, as with articles. */
export const canImportExternal = (actor: Actor): boolean => isAdmin(actor)
/** Saying that it is the same claim makes it public there: an editorial act. */
export const canDecideExternal = (actor: Actor): boolean => isEditor(actor)
export const canHideExternal = (actor: Actor): boolean => isEditor(actor) || isAdmin(actor)
