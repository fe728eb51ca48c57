import type { KeyTarget } from '@/app/_parts/keys/key-targets'
import type { KeyActionId } from '@/lib/desk/rules/key-actions'
import type { Workspace } from '@/lib/verdicts/queries/workspace'
import type { Move } from '@/lib/verdicts/rules/move-table'

type Targets = Partial<Record<KeyActionId, KeyTarget>>

/** Parts of the page: there whatever may be done. */
const PARTS: Targets = {
  'claim-statement': { focus: '#claim' },
  'claim-evidence': { focus: '#evidence' },
  'claim-verdict': { focus: '#verdict' },
  'claim-discussion': { focus: '#discussion' },
  'claim-comment': { focus: '#discussion textarea' },
  'claim-history': { focus: '#history' },
}

/**
 * The moves by what their key does. Only what changes nothing that anybody wrote is pressed at once; for the others the key
 * leads to the form or the button, and the person goes on as with the mouse.
 */
const MOVES: readonly [Move, KeyActionId, KeyTarget][] = [
  ['start', 'claim-start', { press: '#start-verdict button' }],
  ['submit', 'claim-submit', { open: '#verdict-form [data-submit]' }],
  ['drop', 'claim-drop', { open: '#drop-verdict' }],
  ['take_back', 'claim-take-back', { open: '#take-back' }],
  ['approve', 'claim-approve', { open: '#approve-verdict' }],
  ['approve_withdrawal', 'claim-approve', { open: '#approve-withdrawal' }],
  ['send_back', 'claim-send-back', { open: '#send-back' }],
  ['drop_withdrawal', 'claim-send-back', { open: '#send-back' }],
  ['correct', 'claim-correct', { open: '#correct-form' }],
  ['propose_withdrawal', 'claim-withdraw', { open: '#withdraw-form' }],
  ['mark_rechecked', 'claim-recheck', { open: '#recheck-form' }],
  ['plan_recheck', 'claim-plan-recheck', { open: '#plan-recheck-form' }],
]

/** What keys and palette reach on the page of a claim: its parts, and the moves that this person may make now. */
export function claimKeys({ moves }: Pick<Workspace, 'moves'>, mayAssign: boolean): Targets {
  const allowed = MOVES.filter(([move]) => moves[move].isAllowed).map(([, id, target]) => [id, target] as const)
  return {
    ...PARTS,
    ...(mayAssign ? { 'claim-take': { press: '#assign-claim button[name=take]' } } : {}),
    ...Object.fromEntries(allowed),
  }
}
