/** Characters that a reply may have. */
export const MAX_REPLY = 2000
