import type { ExternalRow } from '../../schema/external'
import { addressOf, type Draft, dayOf, excerptOf, fieldOf, isNode, numberOf, rowOf, siteOf, textOf } from './items'

/** schema.org ClaimReview, alone, in lists, in graphs and in feeds of them (DataFeed, as Data Commons publishes). */

const MAX_NESTING = 8
/** Fields that hold the reviews of what they are in. */
const HOLDERS = ['@graph', 'item', 'itemListElement', 'claimReview', 'review', 'mainEntity', 'dataFeedElement'] as const

const isClaimReview = (value: unknown): boolean =>
  [fieldOf(value, '@type')].flat().some((type) => typeof type === 'string' && /(?:^|[/:])ClaimReview$/.test(type))

/** All ClaimReviews in a value, in order. */
export function claimReviewsIn(value: unknown, nesting = 0): unknown[] {
  if (nesting > MAX_NESTING) return []
  if (Array.isArray(value)) return value.flatMap((part) => claimReviewsIn(part, nesting + 1))
  if (!isNode(value)) return []
  if (isClaimReview(value)) return [value]
  return HOLDERS.flatMap((holder) => claimReviewsIn(fieldOf(value, holder), nesting + 1))
}

/** The rows of a feed: an element without a ClaimReview is told. */
export function feedRows(feed: unknown, base: string | null): ExternalRow[] {
  const elements = fieldOf(feed, 'dataFeedElement') ?? feed
  return [elements].flat().flatMap((element): ExternalRow[] => {
    const reviews = claimReviewsIn(element)
    if (reviews.length === 0) return [{ problem: 'It holds no ClaimReview.', excerpt: excerptOf(element) }]
    return reviews.map((review) => claimReviewRow(review, addressOf(fieldOf(element, 'url'), base) ?? base))
  })
}

/**
 * One ClaimReview as a row. `base`: the address of the page or of the feed's element, for a review that does not give its own.
 * Fields: schema.org/ClaimReview and Google's "Fact Check (ClaimReview) structured data".
 */
export function claimReviewRow(review: unknown, base: string | null): ExternalRow {
  const reviewer = fieldOf(review, 'author') ?? fieldOf(review, 'publisher')
  const reviewUrl =
    addressOf(fieldOf(review, 'url'), base) ??
    addressOf(fieldOf(fieldOf(review, 'mainEntityOfPage'), '@id') ?? fieldOf(review, 'mainEntityOfPage'), base) ??
    base
  const reviewed = [fieldOf(review, 'itemReviewed')].flat()[0]
  const draft: Draft = {
    publisherName: textOf(reviewer) ?? textOf(fieldOf(review, 'publisher')),
    publisherSite: siteOf(fieldOf([reviewer].flat()[0], 'url')) ?? siteOf(reviewUrl),
    claimText: textOf(fieldOf(review, 'claimReviewed')) ?? claimOf(reviewed),
    claimant: textOf(fieldOf(reviewed, 'author')),
    claimedOn: dayOf(fieldOf(reviewed, 'datePublished')),
    ...ratingOf([fieldOf(review, 'reviewRating')].flat()[0]),
    title: textOf(fieldOf(review, 'headline') ?? fieldOf(review, 'name')),
    reviewUrl,
    reviewedOn: dayOf(fieldOf(review, 'datePublished')),
    language: textOf(fieldOf(review, 'inLanguage')),
  }
  return rowOf(draft, review)
}

/** A Claim says what was claimed; a CreativeWork's name is only its headline, which is better than nothing. */
const claimOf = (reviewed: unknown): string | null =>
  textOf(fieldOf(reviewed, 'text')) ??
  (typeof fieldOf(reviewed, 'name') === 'string' ? textOf(fieldOf(reviewed, 'name')) : null)

function ratingOf(rating: unknown): Draft {
  const [ratingValue, bestRating, worstRating] = ['ratingValue', 'bestRating', 'worstRating'].map((name) =>
    numberOf(fieldOf(rating, name)),
  ) as [number | null, number | null, number | null]
  const words =
    textOf(fieldOf(rating, 'alternateName')) ??
    textOf(fieldOf(rating, 'name')) ??
    textOf(fieldOf(rating, 'ratingExplanation'))
  const scale = ratingValue !== null && bestRating !== null ? `${ratingValue} of ${bestRating}` : null
  return { ratingText: words ?? scale, ratingValue, bestRating, worstRating }
}
