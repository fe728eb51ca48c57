/** Characters of one excerpt, at most. */
export const MAX_EXCERPT = 1500
/** Characters of a publisher's name, as of an article's. */
export const MAX_PUBLISHER_NAME = 200
