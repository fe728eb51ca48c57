export const REMARK_MAX = 1000

/** The fields that a remark can be about, in the order in which they are shown. */
export const REMARK_FIELDS = [
  'rating',
  'summary',
  'rationale',
  'searchDescription',
  'wasCommentAsked',
  'commentRequests',
  'noCommentReason',
  'asOfOn',
  'recheckOn',
  'correctionLevel',
  'correctionNote',
  'newSpeaker',
] as const
export type RemarkField = (typeof REMARK_FIELDS)[number]

/** The fields whose words can be quoted; of the others a remark is about the whole. */
export const QUOTABLE_FIELDS: readonly RemarkField[] = [
  'summary',
  'rationale',
  'searchDescription',
  'noCommentReason',
  'correctionNote',
]
