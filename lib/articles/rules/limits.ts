/** Limits that people are told about: characters as JavaScript counts, bytes of an uploaded file. */
export const MAX_TEXT = 2_000_000
export const MAX_FILE_BYTES = 25_000_000
export const MAX_FILES = 50
export const MAX_TITLE = 300
/** Rows of one table of articles. */
export const MAX_BATCH_ROWS = 1_000_000
/** Bytes of such a table, brought in through the browser. */
export const MAX_BATCH_BYTES = 1_000_000_000
/** Minutes between two fetches of a feed that the desk offers; any from 5 to 10,080 is kept. */
export const INTERVALS = [15, 30, 60, 180, 720, 1440] as const
