/** Characters that a reply may have. */
export const MAX_REPLY = 2000
/** A page shows all of its replies, so that none goes unseen: more than these are taken by nobody. */
export const MOST_REPLIES = 200
