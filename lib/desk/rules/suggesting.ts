/** Why a suggestion is not taken up, in words for whoever made it. */
export const SUGGESTION_REASONS = {
  no_fact: 'It is an opinion, or a question of taste or faith, which cannot be checked.',
  too_unclear: 'We could not tell what exactly was claimed, or where.',
  already_checked: 'It was checked already.',
  not_checkable: 'There is no evidence that anybody could look up.',
  not_ours: 'It is not what this newsroom checks.',
} as const
export type SuggestionReason = keyof typeof SUGGESTION_REASONS

/** Characters of each field, as people are told. */
export const SUGGESTION_LIMITS = { claim: 1000, address: 2000, saidBy: 200, why: 1000, contact: 200 } as const
