import { type Actor, isReviewer, isStaff } from '@/lib/core/context'

/** Reviewers and editors gather evidence, on any claim. */
export const canEditEvidence = (actor: Actor): boolean => isReviewer(actor)
/** The desk reads it; readers see what a verdict froze. */
export const canReadEvidence = (actor: Actor): boolean => isStaff(actor)
/** Looking after what the queue lost and what nobody cites is the clock's. */
export const canSweepSources = (actor: Actor): boolean => actor.kind === 'system'
