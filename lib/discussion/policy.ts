import { type Actor, isEditor, isStaff } from '@/lib/core/context'

/** Everyone signed in may read and write comments; they are never public. */
export const canComment = (actor: Actor): boolean => actor.kind === 'user' && isStaff(actor)
export const canReadComments = (actor: Actor): boolean => isStaff(actor)
/** One's own, and an editor any. */
export const canHideComment = (actor: Actor, comment: { authorId: string }): boolean =>
  actor.kind === 'user' && (isEditor(actor) || (isStaff(actor) && comment.authorId === actor.id))
