/** A correction's level as readers are told it. */
export const LEVEL_WORDS = {
  verdict_changing: 'The verdict changed',
  factual: 'A fact is corrected',
  update: 'Updated with what is new',
  minor: 'A minor correction',
  withdrawal: 'The verdict is withdrawn',
} as const
