import { type Actor, isEditor, isReviewer, isStaff } from '@/lib/core/context'

/** Reviewers and editors write and submit; verdicts are made by people, never by a process. */
export const canWriteVerdict = (actor: Actor): boolean => actor.kind === 'user' && isReviewer(actor)
/** Editors approve, send back, correct and withdraw. */
export const canApproveVerdict = (actor: Actor): boolean => actor.kind === 'user' && isEditor(actor)
/** Drafts and their history are read at the desk only. */
export const canReadVerdictDesk = (actor: Actor): boolean => isStaff(actor)
