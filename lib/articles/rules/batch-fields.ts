/** The fields of an article that a row of a table can give. `html`: a whole page, read in place of a text. */
export const BATCH_FIELDS = ['text', 'html', 'url', 'title', 'publisher', 'byline', 'publishedOn'] as const
export type BatchField = (typeof BATCH_FIELDS)[number]
