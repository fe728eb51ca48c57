import { RESOLUTION_WORDS } from '../present'
import type { WithheldReason } from '../rules/scoring/clusters'
import type { ResolutionKind } from '../schema'

/** Words on track records, the same on every page. */

/** In the place of a rate in a table. */
export const WITHHELD_WORDS: Record<WithheldReason, string> = {
  nothing_closed: 'none closed',
  none_settled: 'none settled',
  below_minimum: 'too few',
  too_many_unresolved: 'too many unresolved',
}

/** Whether the newsroom counts more as held up than what came true. */
export const holdsMore = (heldUp: readonly ResolutionKind[]): boolean => heldUp.some((kind) => kind !== 'came_true')

/** "came true", "came true, came late or came true in part": the resolutions that count as held up. */
export function heldUpWords(heldUp: readonly ResolutionKind[]): string {
  const words = heldUp.map((kind) => RESOLUTION_WORDS[kind].toLowerCase())
  return words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} or ${words.at(-1)}`
}
