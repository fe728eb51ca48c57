import { z } from 'zod'
import { dayInZone } from '@/lib/core/days'
import type { FrozenVerdict } from '@/lib/verdicts/schema'

const Url = z.url({ protocol: /^https?$/ })

/**
 * schema.org ClaimReview as Google's fact-check results require it (claimReviewed, reviewRating with alternateName, url,
 * author; https://developers.google.com/search/docs/appearance/structured-data/factcheck). A rating without a number carries
 * its name only: pending or unverifiable claims never have a numeric rating.
 */
export const ClaimReview = z.object({
  '@context': z.literal('https://schema.org'),
  '@type': z.literal('ClaimReview'),
  url: Url,
  datePublished: z.iso.date(),
  claimReviewed: z.string().min(1).max(75),
  author: z.object({ '@type': z.literal('Organization'), name: z.string().min(1), url: Url }),
  reviewRating: z.object({
    '@type': z.literal('Rating'),
    alternateName: z.string().min(1),
    ratingValue: z.number().optional(),
    bestRating: z.number().optional(),
    worstRating: z.number().optional(),
  }),
  itemReviewed: z.object({
    '@type': z.literal('Claim'),
    author: z.object({
      '@type': z.enum(['Person', 'Organization']),
      name: z.string().min(1),
      sameAs: z.array(Url).optional(),
    }),
    datePublished: z.iso.date().optional(),
    appearance: z
      .array(
        z.object({
          '@type': z.literal('NewsArticle'),
          headline: z.string(),
          url: Url,
          datePublished: z.iso.date().optional(),
        }),
      )
      .optional(),
  }),
})
export type ClaimReview = z.infer<typeof ClaimReview>

type ClaimAuthor = ClaimReview['itemReviewed']['author']

/**
 * Who made the claim: the speaker; for an unnamed group the publisher whose sources they are; where the publisher spoke
 * itself, that publisher.
 */
function claimAuthor({ speaker, occurrences, newsroomName }: FrozenVerdict): ClaimAuthor {
  if (speaker && speaker.kind !== 'unnamed') {
    const sameAs = speaker.sameAs.filter((link) => Url.safeParse(link).success)
    return {
      '@type': speaker.kind === 'person' ? 'Person' : 'Organization',
      name: speaker.name,
      ...(sameAs.length > 0 ? { sameAs } : {}),
    }
  }
  const publisher = speaker?.publisher ?? occurrences[0]?.article.publisher
  return { '@type': 'Organization', name: publisher?.name ?? newsroomName }
}

type Place = { pageUrl: string; siteUrl: string; zone: string }

/**
 * The ClaimReview of a verdict. `pageUrl` is the absolute address of its page, `siteUrl` of the newsroom's site; `zone` the
 * newsroom's, whose day of publication it names, as the page does.
 */
export function claimReviewOf(verdict: FrozenVerdict, { pageUrl, siteUrl, zone }: Place): ClaimReview {
  const { rating, occurrences } = verdict
  const number = rating.value === null || rating.best === null || rating.worst === null ? null : rating
  const appearance = occurrences.flatMap(({ article }) =>
    article.url === null
      ? []
      : [
          {
            '@type': 'NewsArticle' as const,
            headline: article.title,
            url: article.url,
            ...(article.publishedOn ? { datePublished: article.publishedOn } : {}),
          },
        ],
  )
  const firstOn = occurrences.flatMap(({ article }) => article.publishedOn ?? []).sort()[0]
  return ClaimReview.parse({
    '@context': 'https://schema.org',
    '@type': 'ClaimReview',
    url: pageUrl,
    datePublished: dayInZone(new Date(verdict.publishedAt), zone),
    claimReviewed: verdict.claim.shortForm,
    author: { '@type': 'Organization', name: verdict.newsroomName, url: siteUrl },
    reviewRating: {
      '@type': 'Rating',
      alternateName: rating.label,
      ...(number ? { ratingValue: number.value, bestRating: number.best, worstRating: number.worst } : {}),
    },
    itemReviewed: {
      '@type': 'Claim',
      author: claimAuthor(verdict),
      ...(firstOn ? { datePublished: firstOn } : {}),
      ...(appearance.length > 0 ? { appearance } : {}),
    },
  })
}

/** JSON for a script element: a closing tag inside a string cannot end it. */
export const jsonForScript = (value: unknown): string => JSON.stringify(value).replaceAll('<', '\\u003c')

const QUOTE_MAX = 320

/** A quote as a reader's page shows it: whole up to 320 characters, else cut at a word, the cut marked. */
export function shortQuote(quote: string): string {
  if (quote.length <= QUOTE_MAX) return quote
  const cut = quote.lastIndexOf(' ', QUOTE_MAX)
  return `${quote.slice(0, cut > 0 ? cut : QUOTE_MAX)} …`
}
