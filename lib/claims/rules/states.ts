import type { ClaimState } from '../schema'

/** The column behind the table of moves: what the verdict's moves may write into a claim's state. Merging and hiding write it themselves. */
export const CLAIM_STATE_MOVES: Readonly<Record<ClaimState, readonly ClaimState[]>> = {
  accepted: ['in_review', 'submitted', 'published'],
  in_review: ['accepted', 'submitted', 'published'],
  submitted: ['accepted', 'in_review', 'published'],
  published: ['published', 'withdrawn'],
  withdrawn: ['published'],
  merged: [],
  hidden: [],
}

/** Out of the way: nothing is done with it before it is brought back. */
export const isClosed = (state: ClaimState): boolean => state === 'merged' || state === 'hidden'

const WORK_STATES: readonly ClaimState[] = ['accepted', 'in_review', 'submitted']

/**
 * The state after a wish, null when it is refused. What readers see (published, withdrawn) stays as it is while a new
 * version is being written.
 */
export function claimStateAfter(current: ClaimState, wanted: ClaimState): ClaimState | null {
  if (current === wanted) return current
  const isPublic = current === 'published' || current === 'withdrawn'
  if (isPublic && WORK_STATES.includes(wanted)) return current
  return CLAIM_STATE_MOVES[current].includes(wanted) ? wanted : null
}

/** What a move of a whole claim is decided by. */
export type ClaimFacts = { state: ClaimState; kind: string; isPublished: boolean }

/** Why one claim cannot be merged into another, in words; null when it can. */
export function mergeProblem(from: ClaimFacts, into: ClaimFacts): string | null {
  if (from.state === 'merged') return 'It is merged already. Undo that merge first.'
  if (from.state === 'hidden' || into.state === 'hidden') return 'One of the two is hidden. Bring it back first.'
  if (into.state === 'merged') return 'The other claim was merged into a third: choose that one.'
  if (from.state === 'submitted') return 'Its verdict waits for approval. Take the submission back first.'
  if (from.kind === 'prediction' && from.isPublished)
    return 'It is an opened prediction: it stays in the ledger. Link the two instead.'
  if (from.isPublished && !into.isPublished)
    return 'It is published and the other one is not: merge the unpublished one into the published one.'
  if (from.isPublished && from.state !== 'withdrawn')
    return 'Its verdict is published, and nobody takes that away alone. Propose its withdrawal; once that is approved, merge.'
  return null
}

/** Why a claim cannot be hidden, in words; null when it can. What readers saw stays: it takes two people to withdraw it. */
export function hideProblem(claim: ClaimFacts): string | null {
  if (claim.state === 'hidden' || claim.state === 'merged') return `This claim is ${claim.state} already.`
  if (!claim.isPublished) return null
  if (claim.kind === 'prediction')
    return 'It is an opened prediction: it stays in the ledger. If it cannot be judged, record that it is void.'
  if (claim.state === 'withdrawn') return 'Its verdict is withdrawn already, and its page stays to say so.'
  return 'Its verdict is published, and nobody takes that away alone. Propose its withdrawal instead.'
}

/** Why the decision on a candidate cannot be taken back; null when it can. */
export function reopenProblem(claim: ClaimFacts | null): string | null {
  if (claim === null || claim.state === 'hidden') return null
  if (claim.state === 'submitted') return 'The verdict on its claim waits for approval. Take the submission back first.'
  if (claim.isPublished)
    return 'Its claim is published. Split the occurrence off instead, or propose the withdrawal of its verdict.'
  return null
}
