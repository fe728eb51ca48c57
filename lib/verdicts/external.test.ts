import { describe, expect, test } from 'vitest'
import { readExternal } from './rules/external/reading'
import type { ExternalItem } from './schema/external'

const read = (text: string, more: { address?: string; publisher?: string } = {}) =>
  readExternal({ text, address: more.address ?? null, publisher: more.publisher ?? null })

function rowsOf(text: string, more: { address?: string; publisher?: string } = {}) {
  const reading = read(text, more)
  if ('problem' in reading) throw new Error(reading.problem)
  return reading
}
function onlyItem(text: string, more: { address?: string; publisher?: string } = {}): ExternalItem {
  const { rows } = rowsOf(text, more)
  const [row] = rows
  if (rows.length !== 1 || row === undefined || 'problem' in row) throw new Error(JSON.stringify(rows))
  return row.item
}
const problemsOf = (text: string, more = {}) =>
  rowsOf(text, more).rows.map((row) => ('problem' in row ? row.problem : null))

const REVIEW = {
  '@context': 'https://schema.org',
  '@type': 'ClaimReview',
  url: 'https://checks.example/bridge?utm_source=feed#top',
  datePublished: '2025-10-09T22:30:00+02:00',
  author: { '@type': 'Organization', name: 'Harbor Checks', url: 'https://www.checks.example/' },
  claimReviewed: 'The bridge of Ostnes cost  nothing',
  itemReviewed: {
    '@type': 'Claim',
    author: { '@type': 'Person', name: 'Desmond Pike' },
    datePublished: '2025-10-02',
  },
  reviewRating: { '@type': 'Rating', ratingValue: '1', bestRating: 5, worstRating: 1, alternateName: 'Wrong' },
  headline: 'No, the bridge was not free',
  inLanguage: 'en',
}
const ITEM = {
  publisherName: 'Harbor Checks',
  publisherSite: 'checks.example',
  claimText: 'The bridge of Ostnes cost nothing',
  claimant: 'Desmond Pike',
  claimedOn: '2025-10-02',
  ratingText: 'Wrong',
  ratingValue: 1,
  bestRating: 5,
  worstRating: 1,
  title: 'No, the bridge was not free',
  reviewUrl: 'https://checks.example/bridge',
  reviewedOn: '2025-10-09',
  language: 'en',
}
const page = (...data: unknown[]) =>
  `<!doctype html><title>x</title>${data.map((one) => `<script type="application/ld+json">${JSON.stringify(one)}</script>`).join('')}<p>Text`
const json = JSON.stringify

describe('ClaimReview of a page', () => {
  test('is read with rating, claimant and days', () => {
    expect(rowsOf(page(REVIEW)).format).toBe('page')
    expect(onlyItem(page(REVIEW))).toEqual(ITEM)
  })

  test.each([
    ['in a graph', { '@graph': [{ '@type': 'WebPage' }, REVIEW] }],
    ['in a list', [REVIEW]],
    ['with its type as an address', { ...REVIEW, '@type': 'http://schema.org/ClaimReview' }],
    ['with several types', { ...REVIEW, '@type': ['Review', 'ClaimReview'] }],
  ])('is found %s', (_, data) => {
    expect(onlyItem(page(data))).toEqual(ITEM)
  })

  test.each<[string, Record<string, unknown>, Partial<ExternalItem>]>([
    ['an address of its page only', { url: '/bridge' }, { reviewUrl: 'https://checks.example/bridge' }],
    ['no address', { url: undefined }, { reviewUrl: 'https://checks.example/found' }],
    [
      'a publisher instead of an author',
      { author: undefined, publisher: 'Quay Check' },
      { publisherName: 'Quay Check' },
    ],
    ['a list of authors', { author: [{ name: 'A' }, { name: 'B' }] }, { publisherName: 'A' }],
    ['a rating in figures only', { reviewRating: { ratingValue: 2, bestRating: 7 } }, { ratingText: '2 of 7' }],
    [
      'a rating whose value is words',
      { reviewRating: { ratingValue: 'low', name: 'Low' } },
      { ratingValue: null, ratingText: 'Low' },
    ],
    ['an impossible day', { datePublished: '2025-02-30' }, { reviewedOn: null }],
    [
      'a claim within what was reviewed',
      { claimReviewed: undefined, itemReviewed: { name: 'It was free' } },
      { claimText: 'It was free' },
    ],
  ])('understands %s', (_, change, expected) => {
    expect(onlyItem(page({ ...REVIEW, ...change }), { address: 'https://checks.example/found' })).toMatchObject(
      expected,
    )
  })

  test.each<[string, Record<string, unknown>, string]>([
    ['a script as its address', { url: 'javascript:alert(1)' }, 'Only addresses that begin with http'],
    ['a password in its address', { url: 'https://a:b@checks.example/' }, 'user name or password'],
    ['no address anywhere', { url: undefined }, 'It names no address of the review.'],
    ['no rating', { reviewRating: null }, 'It has no rating in words.'],
    ['no claim', { claimReviewed: '', itemReviewed: 7 }, 'It does not say which claim was checked.'],
    ['nobody who ruled', { author: { '@type': 'Organization' } }, 'It does not say who ruled.'],
    ['an endless claim', { claimReviewed: 'free '.repeat(2000) }, 'The claim may have at most 4000 characters.'],
    ['a claim that hides its direction', { claimReviewed: 'The \u202e bridge' }, 'direction overrides'],
    ['NUL bytes', { claimReviewed: 'The \0 bridge' }, 'NUL'],
  ])('refuses %s with the reason', (_, change, problem) => {
    expect(problemsOf(`[${json({ ...REVIEW, ...change })}]`)).toEqual([expect.stringContaining(problem)])
  })

  test('takes nothing from what a prototype or a wrong type would give', () => {
    const text = `[{"@type":"ClaimReview","__proto__":${json(REVIEW)},"constructor":{"name":"x"},"author":[[[[[["a"]]]]]]}]`
    expect(problemsOf(text)).toEqual([expect.stringContaining('It does not say which claim was checked.')])
    expect(({} as Record<string, unknown>).claimReviewed).toBeUndefined()
  })

  test('says so where a page has none', () => {
    expect(read('<p>Nothing here')).toMatchObject({ problem: expect.stringContaining('no ClaimReview in JSON-LD') })
    expect(read('<div>'.repeat(50_000))).toHaveProperty('problem')
  })
})

describe('a feed', () => {
  test('gives each ClaimReview of its elements, and tells elements without one', () => {
    const feed = {
      '@type': 'DataFeed',
      dataFeedElement: [
        { '@type': 'DataFeedItem', item: [REVIEW, { ...REVIEW, claimReviewed: 'It was painted twice' }] },
        { '@type': 'DataFeedItem', url: 'https://checks.example/third', item: { ...REVIEW, url: null } },
        { '@type': 'DataFeedItem', item: null },
        7,
      ],
    }
    const { rows, format } = rowsOf(json(feed))
    expect(format).toBe('feed')
    expect(rows.map((row) => ('item' in row ? row.item.reviewUrl : row.problem))).toEqual([
      'https://checks.example/bridge',
      'https://checks.example/bridge',
      'https://checks.example/third',
      'It holds no ClaimReview.',
      'It holds no ClaimReview.',
    ])
  })

  test('may be a list of ClaimReviews, or one alone', () => {
    expect(onlyItem(json([REVIEW]))).toEqual(ITEM)
    expect(onlyItem(`\uFEFF ${json(REVIEW)}`)).toEqual(ITEM)
  })

  test('with an element nested without end tells that element', () => {
    const depth = 100_000
    const deep = `${'{"item":'.repeat(depth)}1${'}'.repeat(depth)}`
    expect(problemsOf(`{"dataFeedElement":[${deep}]}`)).toEqual(['It holds no ClaimReview.'])
  })

  test('nested without end is no feed', () => {
    const deep = `${'{"item":'.repeat(5000)}1${'}'.repeat(5000)}`
    expect(read(deep)).toMatchObject({ problem: expect.stringContaining('neither ClaimReviews') })
  })
})

describe('an answer of Fact Check Tools', () => {
  const answer = {
    claims: [
      {
        text: 'The bridge of Ostnes cost nothing',
        claimant: 'Desmond Pike',
        claimDate: '2025-10-02T00:00:00Z',
        claimReview: [
          {
            publisher: { name: 'Harbor Checks', site: 'checks.example' },
            url: 'https://checks.example/bridge',
            title: 'No, the bridge was not free',
            reviewDate: '2025-10-09T12:00:00Z',
            textualRating: 'Wrong',
            languageCode: 'en',
          },
          { publisher: { site: 'quay.example' }, url: 'https://quay.example/b', textualRating: 'Half wrong' },
        ],
      },
      { text: 'Nobody looked' },
    ],
    nextPageToken: 'abc',
  }
  test('gives a row for each review, and says where there is more', () => {
    const { rows, format, note } = rowsOf(json(answer))
    expect(format).toBe('fact_check_tools')
    expect(rows[0]).toEqual({ item: { ...ITEM, ratingValue: null, bestRating: null, worstRating: null } })
    expect(rows[1]).toMatchObject({
      item: { publisherName: 'quay.example', ratingText: 'Half wrong', reviewedOn: null },
    })
    expect(rows[2]).toMatchObject({ problem: 'Nobody has reviewed this claim.' })
    expect(note).toContain('further pages')
  })

  test.each(['[{}]', '[null]', '[[null]]', '["x", 4]', '[{"claimReview": "x"}]', '[{"claimReview": [null]}]'])(
    'with %s in it is refused row by row',
    (claims) => {
      const problems = problemsOf(`{"claims": ${claims}}`)
      expect(problems.length).toBeGreaterThan(0)
      expect(problems).not.toContain(null)
    },
  )
})

describe('an export of Check', () => {
  const HEAD = 'Claim,Item page URL,Status,Created by,Submitted at,Report Published at,Number of media,Tags'
  test('of its list is read, and rows that nobody has ruled on are told', () => {
    const csv = `${HEAD}
"The bridge, ""free"" of cost",https://checkmedia.org/harbor-desk/project/3/media/12,False,Ann,2025-10-02 09:00,2025-10-09 11:00,2,bridge
It is red,https://checkmedia.org/harbor-desk/project/3/media/13,In Progress,Ann,2025-10-02 09:00,,1,`
    const { rows, format } = rowsOf(csv)
    expect(format).toBe('check_csv')
    expect(rows[0]).toMatchObject({
      item: {
        claimText: 'The bridge, "free" of cost',
        publisherName: 'harbor-desk',
        publisherSite: null,
        ratingText: 'False',
        reviewedOn: '2025-10-09',
      },
    })
    expect(rows[1]).toMatchObject({ problem: 'Nobody has ruled on it yet (In Progress).' })
  })

  test('of its shared feed is read, also with semicolons', () => {
    const csv = `Fact-check title;Fact-check summary;Fact-check URL;Tags;Workspace;Updated at;Rating
The bridge was not free;It cost 7 million;https://checks.example/b;;Harbor Desk;2025-10-09;False`
    expect(onlyItem(csv)).toMatchObject({ claimText: 'The bridge was not free', publisherName: 'Harbor Desk' })
  })

  test('without a workspace is by whom the person says, else by the site of the review', () => {
    const csv = 'Claim,Rating,URL\nIt is red,True,https://www.checks.example/r'
    expect(onlyItem(csv, { publisher: 'Harbor Desk' }).publisherName).toBe('Harbor Desk')
    expect(onlyItem(csv).publisherName).toBe('checks.example')
  })

  test('keeps a formula as the text that it is', () => {
    const csv = 'Claim,Rating,URL\n"=HYPERLINK(""https://x.example"")",+True,https://checks.example/r'
    expect(onlyItem(csv)).toMatchObject({ claimText: '=HYPERLINK("https://x.example")', ratingText: '+True' })
  })

  test.each([
    ['no such columns', 'a,b\n1,2', 'no column is called'],
    ['a quotation mark that is not closed', 'Claim,Rating\n"x,y', 'A quotation mark is not closed'],
    ['a plain text', 'The bridge was free, they say.', 'no column is called'],
    ['half a JSON', '{"claims": [', 'cannot be read as such'],
    ['another JSON', '{"a": 1}', 'neither ClaimReviews'],
    ['nothing', '', 'no column is called'],
  ])('with %s is refused in words', (_, text, problem) => {
    expect(read(text)).toMatchObject({ problem: expect.stringContaining(problem) })
  })
})
