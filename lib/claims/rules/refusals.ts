import type { Actor } from '@/lib/core/context'
import type { ErrorCode } from '@/lib/core/errors'
import { canHideClaim, canMergeClaim } from '../policy'
import { type ClaimFacts, hideProblem, isClosed, mergeProblem } from './states'

/**
 * Why a person may not do something with a whole claim, in words for that person; null when they may. The commands throw it,
 * the workspace shows it beforehand: one decision, so that no button promises what the command refuses.
 */
export type Refusal = { code: ErrorCode; text: string }

const forbidden = (text: string): Refusal => ({ code: 'FORBIDDEN', text })
const refused = (text: string): Refusal => ({ code: 'MOVE_REFUSED', text })

/** Those who may neither merge nor split anything, and those who may not touch what readers saw. */
const mergeRole = (actor: Actor, isPublished: boolean): Refusal | null => {
  if (canMergeClaim(actor, { isPublished })) return null
  return forbidden(
    isPublished
      ? 'Readers have seen it already, so this takes an editor.'
      : 'Merging and splitting claims takes a reviewer or an editor.',
  )
}

export function mergeRefusal(actor: Actor, from: ClaimFacts, into: ClaimFacts): Refusal | null {
  const problem = mergeProblem(from, into)
  return mergeRole(actor, from.isPublished || into.isPublished) ?? (problem === null ? null : refused(problem))
}

export function unmergeRefusal(actor: Actor, from: ClaimFacts, into: ClaimFacts): Refusal | null {
  const role = mergeRole(actor, from.isPublished || into.isPublished)
  if (role) return role
  return into.state === 'merged' ? refused('The other claim was merged on into a third. Undo that merge first.') : null
}

/** `total` places where the claim is made, of which `moving` are to go. */
export function splitRefusal(
  actor: Actor,
  claim: ClaimFacts,
  { total, moving }: { total: number; moving: number },
): Refusal | null {
  const role = mergeRole(actor, claim.isPublished)
  if (role) return role
  if (isClosed(claim.state)) return refused(`This claim was ${claim.state}.`)
  if (total < 2) return refused('It is the only place where this claim is made. Edit the claim instead.')
  return moving < total ? null : refused('The claim has to keep at least one of the places where it is made.')
}

export function hideRefusal(actor: Actor, claim: ClaimFacts): Refusal | null {
  if (!canHideClaim(actor)) return forbidden('Hiding a claim takes an editor.')
  const problem = hideProblem(claim)
  return problem === null ? null : refused(problem)
}

/** `decided`: places whose candidates are still decided to make this claim. */
export function unhideRefusal(actor: Actor, claim: ClaimFacts, decided: number): Refusal | null {
  if (!canHideClaim(actor)) return forbidden('Bringing a claim back takes an editor.')
  if (claim.state !== 'hidden') return refused('This claim is not hidden.')
  if (decided > 0) return null
  return refused('Its occurrences wait for a decision again. Accept the candidate in its article instead.')
}
