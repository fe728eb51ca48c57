import type { Actor } from '@/lib/core/context'
import { canMergeClaim } from '../policy'
import { askRow, CLAIM_TABLE, type ClaimMove, findRow, type Refusal } from './moves'
import { type ClaimFacts, hideProblem, mergeProblem } from './states'

/**
 * Why a person may not do something with a whole claim: what the table of moves says, then what the row needs. The words for a
 * missing row are those of the rule that knows why.
 */

const refused = (text: string): Refusal => ({ code: 'MOVE_REFUSED', text })

const NAMES: Partial<Record<ClaimMove, string>> = { hide: 'Hiding a claim', unhide: 'Bringing a claim back' }

/** An accepted claim is merged, split and hidden alike, whoever it is assigned to. */
const asked = (actor: Actor, move: ClaimMove, { state }: ClaimFacts, why: string | null): Refusal | null =>
  askRow(findRow(CLAIM_TABLE, state, move), actor, why ?? `This claim is ${state.replace('_', ' ')}.`, NAMES[move])
    .refusal

/** What readers saw is an editor's to touch. */
const editorWherePublic = (actor: Actor, isPublished: boolean): Refusal | null =>
  canMergeClaim(actor, { isPublished })
    ? null
    : {
        code: 'FORBIDDEN',
        text: isPublished
          ? 'Readers have seen it already, so this takes an editor.'
          : 'Merging and splitting claims takes a reviewer or an editor.',
      }

export function mergeRefusal(actor: Actor, from: ClaimFacts, into: ClaimFacts): Refusal | null {
  const problem = mergeProblem(from, into)
  const role = editorWherePublic(actor, from.isPublished || into.isPublished)
  return role ?? asked(actor, 'merge', from, problem) ?? (problem === null ? null : refused(problem))
}

/** `into`: null where it is merged into none. */
export function unmergeRefusal(actor: Actor, from: ClaimFacts, into: ClaimFacts | null): Refusal | null {
  const role = into && editorWherePublic(actor, from.isPublished || into.isPublished)
  const told = role ?? asked(actor, 'unmerge', from, 'This claim is not merged into another one.')
  if (told) return told
  return into?.state === 'merged' ? refused('The other claim was merged on into a third. Undo that merge first.') : null
}

/** `total` places where the claim is made, of which `moving` are to go. */
export function splitRefusal(
  actor: Actor,
  claim: ClaimFacts,
  { total, moving }: { total: number; moving: number },
): Refusal | null {
  const role = editorWherePublic(actor, claim.isPublished)
  const told = role ?? asked(actor, 'split', claim, `This claim was ${claim.state}.`)
  if (told) return told
  if (total < 2) return refused('It is the only place where this claim is made. Edit the claim instead.')
  return moving < total ? null : refused('The claim has to keep at least one of the places where it is made.')
}

export function hideRefusal(actor: Actor, claim: ClaimFacts): Refusal | null {
  const problem = hideProblem(claim)
  return asked(actor, 'hide', claim, problem) ?? (problem === null ? null : refused(problem))
}

/** `decided`: places whose candidates are still decided to make this claim. */
export function unhideRefusal(actor: Actor, claim: ClaimFacts, decided: number): Refusal | null {
  const told = asked(actor, 'unhide', claim, 'This claim is not hidden.')
  if (told || decided > 0) return told
  return refused('Its occurrences wait for a decision again. Accept the candidate in its article instead.')
}
