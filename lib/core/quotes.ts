const OPENS_QUOTED = /^["“”„«]/

/** Whether words begin with a quotation mark of their own: around those no second pair is put. */
export const isQuoted = (words: string): boolean => OPENS_QUOTED.test(words)

/** Somebody's words between quotation marks, unless they brought their own. */
export const inQuotes = (words: string): string => (isQuoted(words) ? words : `“${words}”`)
