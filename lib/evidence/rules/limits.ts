/** Characters of one excerpt, at most. */
export const MAX_EXCERPT = 1500
