import type { SuggestionState } from '../schema'

export type SuggestionMove = 'look' | 'take_up' | 'decline' | 'spam' | 'put_back'

/** From a state by a move to a state; every other move is refused. Contact data that spam lost does not come back. */
export const SUGGESTION_MOVES: Readonly<Record<SuggestionState, Partial<Record<SuggestionMove, SuggestionState>>>> = {
  received: { look: 'looked_at', take_up: 'taken_up', decline: 'declined', spam: 'spam' },
  looked_at: { take_up: 'taken_up', decline: 'declined', spam: 'spam', put_back: 'received' },
  taken_up: { put_back: 'looked_at' },
  declined: { put_back: 'looked_at' },
  spam: { put_back: 'received' },
}

/** Days after which nobody knows any more how to reach whoever suggested it. */
export const CONTACT_DAYS = 90
export const forgetContactAt = (receivedAt: Date): Date => new Date(receivedAt.getTime() + CONTACT_DAYS * 86_400_000)
/** What was received then or earlier is due now. */
export const toForgetBefore = (now: Date): Date => new Date(now.getTime() - CONTACT_DAYS * 86_400_000)
