import { type Actor, isAdmin, isEditor, isReviewer, isStaff } from '@/lib/core/context'

/** Drafts and their history are read at the desk only. */
export const canReadVerdictDesk = (actor: Actor): boolean => isStaff(actor)

/** Replies to a remark are open to all who work at verdicts. */
export const canReplyToRemark = (actor: Actor): boolean => actor.kind === 'user' && isReviewer(actor)
/** Who wrote the verdict says what was done about a remark; who made the remark may take it off the list as well. */
export const canDealWithRemark = (actor: Actor, remark: { authorId: string; writers: readonly string[] }): boolean =>
  canReplyToRemark(actor) && actor.id !== null && (remark.authorId === actor.id || remark.writers.includes(actor.id))
/** And any editor may say that it is not settled yet. */
export const canReopenRemark = (actor: Actor, remark: { authorId: string; writers: readonly string[] }): boolean =>
  canDealWithRemark(actor, remark) || (actor.kind === 'user' && isEditor(actor))

/** How far people agree is told to who runs the place: figures about persons are nobody else's. */
export const canReadAgreement = (actor: Actor): boolean => isAdmin(actor)

/** What is typed into the editor is kept for those who may save it. */
export const canWriteVerdict = (actor: Actor): boolean => actor.kind === 'user' && isReviewer(actor)

/** What other desks ruled is read at the desk; readers see what an editor confirmed. */
export const canReadExternal = (actor: Actor): boolean => isStaff(actor)
/** Bringing in is the admins' work, as with articles. */
export const canImportExternal = (actor: Actor): boolean => isAdmin(actor)
/** Saying that it is the same claim makes it public there: an editorial act. */
export const canDecideExternal = (actor: Actor): boolean => isEditor(actor)
export const canHideExternal = (actor: Actor): boolean => isEditor(actor) || isAdmin(actor)
