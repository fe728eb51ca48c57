/** The rating that stands on a described search instead of evidence: every scale has it. */
export const UNVERIFIABLE = 'unverifiable'

/** Ratings that do not say how true a claim is, so that a number would claim what nobody found out. */
export const NUMBERLESS: readonly string[] = [UNVERIFIABLE, 'needs-context', 'outdated']
