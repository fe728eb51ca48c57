/** The way from an empty newsroom to its first published verdict, told from what is there: nothing of it is stored. */

export const START_STEPS = [
  'newsroom',
  'scale',
  'person',
  'article',
  'claim',
  'evidence',
  'verdict',
  'approval',
] as const
export type StartStep = (typeof START_STEPS)[number]

/** What an empty newsroom has so far. */
export type StartFacts = {
  /** The scale was changed, or somebody said that it may stay as it is. */
  isScaleChosen: boolean
  /** Somebody else has an account or an invitation, or the desk is one person's. */
  hasSecondPerson: boolean
  articleId: string | null
  claimId: string | null
  hasEvidence: boolean
  /** It was submitted, whether or not it was approved since. */
  isSubmitted: boolean
  isPublished: boolean
}

export type Start = { done: readonly StartStep[]; current: StartStep | null }

/**
 * Which steps are done, and which comes next: the first that is not. What comes later proves what came before (who has a
 * claim had an article), but nobody is asked to skip scale and people: these stay open until they are done.
 */
export function startOf(facts: StartFacts): Start {
  const isDone: Readonly<Record<StartStep, boolean>> = {
    newsroom: true,
    scale: facts.isScaleChosen || facts.isPublished,
    person: facts.hasSecondPerson || facts.isPublished,
    article: facts.articleId !== null,
    claim: facts.claimId !== null,
    evidence: facts.hasEvidence || facts.isSubmitted,
    verdict: facts.isSubmitted || facts.isPublished,
    approval: facts.isPublished,
  }
  return {
    done: START_STEPS.filter((step) => isDone[step]),
    current: START_STEPS.find((step) => !isDone[step]) ?? null,
  }
}

/** Where a step is done. */
export function placeOfStep(step: StartStep, { articleId, claimId }: StartFacts): string {
  const partOfClaim = (part: string) => (claimId === null ? '/desk/claims' : `/desk/claims/${claimId}#${part}`)
  switch (step) {
    case 'newsroom':
      return '/desk/admin/settings'
    case 'scale':
      return '/desk/start#scale'
    case 'person':
      return '/desk/admin/people/invite?as=editor'
    case 'article':
      return '/desk/articles/import'
    case 'claim':
      return articleId === null ? '/desk/articles' : `/desk/articles/${articleId}`
    case 'evidence':
      return partOfClaim('evidence')
    case 'verdict':
    case 'approval':
      return partOfClaim('verdict')
  }
}
