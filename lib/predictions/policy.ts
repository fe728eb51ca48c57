import { type Actor, isAdmin, isEditor, isReviewer, isStaff } from '@/lib/core/context'

/** Reading predictions and outcomes at the desk, opened or not. */
export const canReadPredictions = (actor: Actor): boolean => isStaff(actor)
/** Writing and proposing predictions; recording and submitting outcomes; proposing void or too vague. */
export const canWritePredictions = (actor: Actor): boolean => isReviewer(actor)
/** Opening and clarifying predictions, approving outcomes and judgements, sending back. That it is a second person is decided by the rules. */
export const canApprovePredictions = (actor: Actor): boolean => isEditor(actor)
/** Looking through articles for news of predictions: the work of processes, and an admin may start it. */
export const canFindNews = (actor: Actor): boolean => actor.kind === 'system' || isAdmin(actor)
/** Taking back what was approved, with a reason. */
export const canUndoResolutions = (actor: Actor): boolean => isEditor(actor)
/** Records are computed ahead by the worker. */
export const canScoreLedger = (actor: Actor): boolean => actor.kind === 'system'
