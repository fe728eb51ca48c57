/** Kinds, limits and reasons by themselves: forms in the browser take them from here, without what checks them. */
export const CLAIM_KINDS = ['statistic', 'prediction', 'event', 'statement'] as const

/** ClaimReview's `claimReviewed`: what search engines show of a claim. */
export const SHORT_FORM_MAX = 75
export const STATEMENT_MAX = 600

/** Why a candidate is no claim to check: the list that triage counts by, in the order it is offered. */
export const REJECT_REASONS = {
  opinion: 'Opinion or evaluation',
  vague: 'Too vague to check',
  not_a_claim: 'Not a claim (heading, question, advertising)',
  wrong_span: 'The words are marked wrongly',
  repeated: 'Already marked elsewhere in this article',
  unimportant: 'Not worth checking',
  other: 'Another reason',
} as const
