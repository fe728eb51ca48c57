import { type Actor, isAdmin, isEditor, isReviewer, isStaff } from '@/lib/core/context'

/** Reading candidates, claims and speakers at the desk. */
export const canReadDesk = (actor: Actor): boolean => isStaff(actor)
/** Accept, merge, reject, reopen a candidate; mark one by hand. */
export const canTriage = (actor: Actor): boolean => isReviewer(actor)
/** Statement, short form, kind, speaker, quantities, topics and links of a claim. */
export const canEditClaim = (actor: Actor): boolean => isReviewer(actor)
/** Merging, splitting; what readers saw already takes an editor. */
export const canMergeClaim = (actor: Actor, claim: { isPublished: boolean }): boolean =>
  claim.isPublished ? isEditor(actor) : isReviewer(actor)
/** Confirming aliases, editing, merging, splitting: who is who concerns every record. */
export const canKeepSpeakers = (actor: Actor): boolean => isEditor(actor)
/** Adding and withdrawing replies of those who are spoken of: an editor answers for what readers see. */
export const canKeepReplies = (actor: Actor): boolean => isEditor(actor)
/** Extraction runs as a named process; an admin may start it again. */
export const canExtract = (actor: Actor): boolean => actor.kind === 'system' || isStaff(actor)
/** Unnamed groups follow their articles by themselves: what moved an article was somebody's decision before. */
export const canRegroupUnnamed = (actor: Actor): boolean => actor.kind === 'system' || isEditor(actor)
/** Having all that older rules read be read again: the work of whoever runs the place, and of its processes. */
export const canReread = (actor: Actor): boolean => isAdmin(actor)
