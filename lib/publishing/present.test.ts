import { describe, expect, test } from 'vitest'
import { newId } from '@/lib/core/ids'
import { DEFAULT_SCALE } from '@/lib/settings/rules'
import type { FrozenVerdict } from '@/lib/verdicts/schema'
import { ClaimReview, claimReviewOf, jsonForScript, shortQuote } from './present'

const frozen = (change: Partial<FrozenVerdict> = {}): FrozenVerdict => ({
  format: 1,
  ordinal: 1,
  newsroomName: 'The Test Desk',
  claim: {
    id: newId(),
    slug: 'berths',
    kind: 'statistic',
    statement: 'The harbour has 12,000 berths.',
    shortForm: 'The harbour has 12,000 berths',
    topics: [],
  },
  speaker: {
    id: newId(),
    slug: 'ilse-tarn',
    name: 'Ilse Tarn',
    kind: 'person',
    description: null,
    sameAs: ['https://people.example/ilse-tarn', 'not an address'],
    publisher: null,
  },
  rating: { key: 'false', label: 'False', meaning: 'Not so.', value: 1, best: 5, worst: 1 },
  summary: 'The register has fewer.',
  rationale: 'See the register.',
  searchDescription: null,
  comment: { wasAsked: false, askedOn: null, answer: null, requests: [], reasonNotAsked: 'It is a register.' },
  asOfOn: '2025-10-20',
  recheckOn: null,
  evidence: [],
  occurrences: [
    {
      id: newId(),
      quote: 'We have 12,000 berths',
      speakerText: 'the mayor',
      relayText: null,
      isOwnVoice: false,
      certaintyWords: null,
      article: {
        id: newId(),
        title: 'Jubilee',
        url: 'https://quay.example/1',
        publishedOn: '2025-10-01',
        publisher: { id: newId(), slug: 'quay-daily', name: 'Quay Daily' },
      },
    },
  ],
  quantities: [],
  correction: null,
  authorName: 'Ada Marsh',
  approverName: 'Ben Okafor',
  isSolo: false,
  publishedAt: '2025-10-22T08:00:00.000Z',
  ...change,
})

const SITE = 'https://facts.example'
const reviewOf = (verdict: FrozenVerdict) =>
  claimReviewOf(verdict, { pageUrl: `${SITE}/claims/${verdict.claim.slug}`, siteUrl: SITE, zone: 'Europe/Vienna' })

describe('ClaimReview', () => {
  test.each(DEFAULT_SCALE.map((rating) => [rating.label, rating] as const))('is valid for %s', (_, rating) => {
    const isNumeric = rating.value !== null
    const review = reviewOf(frozen({ rating: { ...rating, best: isNumeric ? 5 : null, worst: isNumeric ? 1 : null } }))
    expect(ClaimReview.safeParse(review).success).toBe(true)
    expect(review.reviewRating.alternateName).toBe(rating.label)
    expect(review.reviewRating.ratingValue).toBe(rating.value ?? undefined)
    expect('bestRating' in review.reviewRating).toBe(isNumeric)
  })

  test('names the speaker, with the links that are addresses', () => {
    expect(reviewOf(frozen()).itemReviewed.author).toEqual({
      '@type': 'Person',
      name: 'Ilse Tarn',
      sameAs: ['https://people.example/ilse-tarn'],
    })
  })

  const unnamed = { id: newId(), slug: 'u', name: 'Unnamed', kind: 'unnamed' as const, description: null, sameAs: [] }
  test.each([
    ['the publisher’s own voice', null, 'Quay Daily'],
    [
      'an unnamed source the publisher whose source it is, also where another one repeated it first',
      { ...unnamed, publisher: { id: newId(), slug: 'pier-post', name: 'Pier Post' } },
      'Pier Post',
    ],
    ['an unnamed source frozen without its publisher the first one', { ...unnamed, publisher: null }, 'Quay Daily'],
  ])('names for %s', (_, speaker, name) => {
    expect(reviewOf(frozen({ speaker })).itemReviewed.author).toEqual({ '@type': 'Organization', name })
  })

  test('is dated by the newsroom’s day, not by the one in Greenwich', () => {
    expect(reviewOf(frozen({ publishedAt: '2025-10-22T22:30:00.000Z' })).datePublished).toBe('2025-10-23')
  })

  test('says when and where it was first said, and leaves out articles without an address', () => {
    const [said] = frozen().occurrences
    if (said === undefined) throw new Error('no occurrence')
    const later = { ...said, article: { ...said.article, url: null, publishedOn: '2025-10-05' } }
    const { itemReviewed } = reviewOf(frozen({ occurrences: [later, said] }))
    expect(itemReviewed.datePublished).toBe('2025-10-01')
    expect(itemReviewed.appearance).toEqual([
      { '@type': 'NewsArticle', headline: 'Jubilee', url: 'https://quay.example/1', datePublished: '2025-10-01' },
    ])
  })
})

test('no string in the data can end the script element', () => {
  const json = jsonForScript({ name: '</script><script>alert(1)</script><!--' })
  expect(json).not.toContain('<')
  expect(JSON.parse(json)).toEqual({ name: '</script><script>alert(1)</script><!--' })
})

describe('a quote for readers', () => {
  test('stands whole while it is short', () => {
    expect(shortQuote('a few words')).toBe('a few words')
    expect(shortQuote('x'.repeat(320))).toBe('x'.repeat(320))
  })
  test('is cut at a word, and says so', () => {
    const long = `${'word '.repeat(100)}end`
    const cut = shortQuote(long)
    expect(cut.endsWith('word …')).toBe(true)
    expect(long.startsWith(cut.slice(0, -2))).toBe(true)
    expect(cut.length).toBeLessThanOrEqual(322)
  })
  test('without a space is cut all the same', () => {
    expect(shortQuote('x'.repeat(500))).toBe(`${'x'.repeat(320)} …`)
  })
})
