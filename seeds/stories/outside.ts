import { suggestClaim } from '@/lib/desk/commands/suggestions'
import { issueTicket } from '@/lib/desk/rules/tickets'
import { lookAtBytes } from '@/lib/verdicts/commands/external/looking'
import { storeImport } from '@/lib/verdicts/commands/external/storing'
import { later, type Step, type Story } from '../step'

const review = (
  slug: string,
  claimReviewed: string,
  rating: [words: string, value: number],
  datePublished: string,
) => ({
  '@context': 'https://schema.org',
  '@type': 'ClaimReview',
  url: `https://coastcheck.example/checks/${slug}`,
  author: { '@type': 'Organization', name: 'Coast Check', url: 'https://coastcheck.example' },
  claimReviewed,
  reviewRating: { alternateName: rating[0], ratingValue: rating[1], bestRating: 5, worstRating: 1 },
  datePublished,
})

/** What came from outside: another desk's verdicts, brought in by an admin, and claims that readers suggested. */
export const outsideStory: Story = ({ at, ago }) => [
  {
    key: 'external:coast-check',
    at: at(6, '10:20'),
    by: 'tamsin',
    run: async (ctx) => {
      const reviews = [
        review('tram', 'The tram extension to the shipyards is 4.2 kilometers long', ['Nearly right', 4], ago(9)),
        review(
          'water',
          'Port Aldis charges the highest price for water of the ten largest cities',
          ['Wrong', 1],
          ago(12),
        ),
        review('lighthouse', 'The lighthouse of Osmere is the oldest on the coast', ['Unproven', 3], ago(20)),
      ]
      const feed = { '@type': 'DataFeed', dataFeedElement: reviews.map((item) => ({ '@type': 'DataFeedItem', item })) }
      const bytes = new TextEncoder().encode(JSON.stringify(feed))
      return storeImport(ctx, await lookAtBytes(ctx, { label: 'coast-check-feed.json', bytes }))
    },
  },
  suggestion('ferries', at(4, '08:40'), {
    claimText: 'The harbour company said that its ferries run on shore power alone while they lie in Port Aldis.',
    url: 'https://harborcourier.example/2026/ferries-shore-power',
    saidBy: 'The harbour company',
    why: 'People at the quay complain of soot every morning.',
  }),
  suggestion('trees', at(2, '11:05'), {
    claimText:
      'The mayor told us on the market that Aldermoor planted more trees last year than in the ten years before.',
  }),
]

/** The key signs the form and makes the link of its status page, which nobody needs in the demo. */
const suggestion = (
  name: string,
  sentAt: Date,
  given: { claimText: string; url?: string; saidBy?: string; why?: string },
): Step => ({
  key: `suggestion:${name}`,
  at: sentAt,
  by: 'set-up',
  run: (ctx) => {
    const key = `demo:${name}`
    return suggestClaim(ctx, { ...given, ticket: issueTicket(key, later(sentAt, -5)) }, { key, address: null })
  },
})
