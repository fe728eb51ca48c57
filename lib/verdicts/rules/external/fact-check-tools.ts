import type { ExternalRow } from '../../schema/external'
import { dayOf, excerptOf, fieldOf, rowOf, siteOf, textOf } from './items'

/** Whether a JSON is an answer of Google's Fact Check Tools API, `claims:search`. */
export const isFactCheckTools = (json: unknown): boolean => Array.isArray(fieldOf(json, 'claims'))

/**
 * The rows of such an answer: one for each review of each claim.
 * Fields: developers.google.com/fact-check/tools/api/reference/rest/v1alpha1/claims
 */
export function factCheckToolsRows(json: unknown): ExternalRow[] {
  return [fieldOf(json, 'claims')].flat().flatMap((claim): ExternalRow[] => {
    const reviews = [fieldOf(claim, 'claimReview') ?? []].flat()
    if (reviews.length === 0) return [{ problem: 'Nobody has reviewed this claim.', excerpt: excerptOf(claim) }]
    return reviews.map((review) => {
      const publisher = fieldOf(review, 'publisher')
      const publisherSite = siteOf(fieldOf(publisher, 'site')) ?? siteOf(fieldOf(review, 'url'))
      return rowOf(
        {
          publisherName: textOf(fieldOf(publisher, 'name')) ?? publisherSite,
          publisherSite,
          claimText: textOf(fieldOf(claim, 'text')),
          claimant: textOf(fieldOf(claim, 'claimant')),
          claimedOn: dayOf(fieldOf(claim, 'claimDate')),
          ratingText: textOf(fieldOf(review, 'textualRating')),
          title: textOf(fieldOf(review, 'title')),
          reviewUrl: textOf(fieldOf(review, 'url')),
          reviewedOn: dayOf(fieldOf(review, 'reviewDate')),
          language: textOf(fieldOf(review, 'languageCode')),
        },
        claim,
      )
    })
  })
}
