import { describe, expect, test } from 'vitest'
import { rssFeed } from '@/lib/testing/feeds'
import { feedLinksOf, feedsOfOpml } from './feed-links'
import { type FeedReading, readFeed } from './feeds'
import { moveFor, nextDue, retryAfterMs } from './watching'

const AT = 'https://courier.example/feed'
function read(text: string): FeedReading {
  const reading = readFeed(text, AT)
  if ('problem' in reading) throw new Error(reading.problem)
  return reading
}
const problemOf = (text: string): string => {
  const reading = readFeed(text, AT)
  return 'problem' in reading ? reading.problem : 'none'
}

const ENTRY = {
  address: 'https://courier.example/ferry',
  title: 'A new ferry',
  publishedAt: '2025-10-02T08:00:00.000Z',
}
const RDF = `<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/"
  xmlns:dc="http://purl.org/dc/elements/1.1/"><channel rdf:about="x"><title>Courier</title>
  <link>https://courier.example/</link></channel><item rdf:about="https://courier.example/ferry">
  <title>A new ferry</title><link>https://courier.example/ferry</link><dc:date>2025-10-02T08:00:00Z</dc:date></item></rdf:RDF>`

describe('a feed is read', () => {
  test.each([
    ['RSS', rssFeed('Courier', [{ title: 'A new ferry', address: '/ferry', day: '2025-10-02' }])],
    [
      'Atom',
      `<feed xmlns="http://www.w3.org/2005/Atom"><title type="html">Courier</title><link href="https://courier.example/"/>
       <entry><id>tag:1</id><title>A &lt;b&gt;new&lt;/b&gt; ferry</title><link rel="enclosure" href="/film.mp4"/>
       <link rel="alternate" href="/ferry"/><updated>2026-01-01T00:00:00Z</updated>
       <published>2025-10-02T10:00:00+02:00</published></entry></feed>`,
    ],
    ['RDF', RDF],
    [
      'JSON Feed',
      JSON.stringify({
        version: 'https://jsonfeed.org/version/1.1',
        title: 'Courier',
        home_page_url: 'https://courier.example/',
        items: [{ id: '1', url: '/ferry', title: 'A new ferry', date_published: '2025-10-02T08:00:00Z' }],
      }),
    ],
  ])('%s', (_format, text) => {
    const { title, siteAddress, entries } = read(text)
    expect({ title, siteAddress }).toEqual({ title: 'Courier', siteAddress: 'https://courier.example/' })
    expect(entries).toHaveLength(1)
    expect(entries[0]).toMatchObject(ENTRY)
  })

  test('with keys that the database can hold, and that stay apart however long they are', () => {
    const long = 'ж'.repeat(900)
    const ids = ['a\u0000b\ud800', `${long}1`, `${long}2`, '\u0001', 'x'.repeat(1000)]
    const items = ids.map((id, i) => ({ id, url: `/a${i}`, title: 'T' }))
    const text = JSON.stringify({ version: 'https://jsonfeed.org/version/1.1', title: 'C', items })
    const keys = read(text).entries.map(({ key }) => key)
    expect(keys[0]).toBe('ab\ufffd')
    expect(keys[1]).toMatch(/^sha256:[0-9a-f]{64}$/)
    expect(keys[3]).toBe('https://courier.example/a3')
    expect(keys[4]).toBe('x'.repeat(1000))
    expect(new Set(keys).size).toBe(5)
  })

  test('with no half characters where a title is cut from the excerpt', () => {
    const excerpt = `${'x'.repeat(109)}😀 is how it went.`
    const [entry] = read(rssFeed('C', [{ title: '', address: '/a', excerpt }])).entries
    expect(entry?.title).toBe(`${'x'.repeat(109)}\ufffd`)
  })

  test('with excerpts and titles as plain text, at most as long as is shown', () => {
    const excerpt = `<p>Nine&nbsp;ferries <script>alert(1)</script>run.</p><p>${'So it goes. '.repeat(100)}</p>`
    const [entry] = read(rssFeed('C', [{ title: 'Ham & eggs', address: '/a', excerpt }])).entries
    expect(entry?.title).toBe('Ham & eggs')
    expect(entry?.excerpt).toMatch(/^Nine ferries run\. So it goes\..*…$/)
    expect(entry?.excerpt.length).toBeLessThanOrEqual(400)
  })

  test('without what has no address, repeats itself, or leads into a program', () => {
    const { entries } = read(
      rssFeed('C', [
        { title: 'one', address: '/one', key: 'k' },
        { title: 'one again', address: '/one-b', key: 'k' },
        { title: 'script', address: 'javascript:alert(1)' },
        { title: 'two', address: '/two' },
      ]),
    )
    expect(entries.map(({ title }) => title)).toEqual(['one', 'two'])
  })

  test('of 5 MB within two seconds, the newest 300', () => {
    const many = Array.from({ length: 20_000 }, (_, i) => ({ title: `n ${i}`, address: `/n${i}` }))
    const feed = rssFeed('C', many)
    const before = process.cpuUsage()
    expect(read(feed).entries).toHaveLength(300)
    expect(process.cpuUsage(before).user / 1e6).toBeLessThan(2)
  })
})

describe('no feed is', () => {
  test.each([
    [
      'one that declares entities',
      '<!DOCTYPE r [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;&a;">]><rss version="2.0"><channel><title>&b;</title></channel></rss>',
      'entities',
    ],
    ['a page', '<!doctype html><html><body>Hello</body></html>', 'no feed'],
    ['an empty text', '', 'no feed'],
    ['JSON of another shape', '{"items": 3}', 'no feed'],
    ['one 50,000 deep', `<rss version="2.0"><channel>${'<a>'.repeat(50_000)}</channel></rss>`, 'no feed'],
    ['half of one', rssFeed('C', [{ title: 'x', address: '/x' }]).slice(0, 80), 'no feed'],
  ])('%s', (_what, text, words) => {
    expect(problemOf(text)).toContain(words)
  })
})

test('a page tells its feeds, each once and with its whole address', () => {
  const html = `<html><head><link rel="alternate" type="application/rss+xml" title="News &amp; more" href="/feed">
    <link rel="alternate" type="application/atom+xml" href="https://courier.example/atom">
    <link rel="alternate" type="application/rss+xml" href="/feed"><link rel="alternate" hreflang="de" href="/de">
    <link rel="alternate" type="application/rss+xml" href="javascript:x"></head></html>`
  expect(feedLinksOf(html, 'https://courier.example/front')).toEqual([
    { address: 'https://courier.example/feed', title: 'News & more' },
    { address: 'https://courier.example/atom', title: null },
  ])
})

describe('an OPML file', () => {
  const opml = (body: string) => `<?xml version="1.0"?><opml version="2.0"><head/><body>${body}</body></opml>`

  test('lists feeds, also in folders', () => {
    const body = `<outline text="News"><outline text="Courier" type="rss" xmlUrl="https://courier.example/feed"/>
      <outline text="Deeper"><outline title="Gazette" text="g" xmlUrl="https://gazette.example/feed"/></outline></outline>`
    expect(feedsOfOpml(opml(body))).toEqual([
      { address: 'https://courier.example/feed', title: 'Courier' },
      { address: 'https://gazette.example/feed', title: 'Gazette' },
    ])
  })

  test.each([
    ['no OPML', '<rss/>'],
    ['lists no feeds', opml('<outline text="empty"/>')],
    ['entities', '<!DOCTYPE o [<!ENTITY a "b">]><opml/>'],
    ['more than 500', opml('<outline text="a" xmlUrl="https://courier.example/f"/>'.repeat(501))],
  ])('is told when it is not right: %s', (words, text) => {
    const feeds = feedsOfOpml(text)
    expect('problem' in feeds ? feeds.problem : 'none').toContain(words)
  })
})

describe('what becomes of an item', () => {
  const entry = {
    address: 'https://news.courier.example/a',
    title: 'Airport fees',
    excerpt: 'Ferry',
    source: 'The Courier',
  }
  const rules = { words: [], publishers: [], matching: 'import', others: 'pass' } as const
  test.each([
    ['import', {}],
    ['import', { words: ['FERRY'] }],
    ['pass', { words: ['port'] }],
    ['import', { words: ['port', 'airport fees'] }],
    ['import', { publishers: ['courier.example'] }],
    ['import', { publishers: ['the courier'] }],
    ['pass', { publishers: ['ourier.example'] }],
    ['pass', { words: ['ferry'], publishers: ['gazette.example'] }],
    ['inbox', { words: ['boat'], others: 'inbox' }],
  ] as const)('%s by %j', (move, more) => {
    expect(moveFor(entry, { ...rules, ...more })).toBe(move)
  })
})

describe('the next fetch is', () => {
  const now = new Date('2025-11-20T09:00:00Z')
  const minutes = (options: Omit<Parameters<typeof nextDue>[1], 'intervalMinutes'> & { intervalMinutes?: number }) =>
    (nextDue(now, { intervalMinutes: 60, ...options }).getTime() - now.getTime()) / 60_000

  test('after the interval, twice as long after each failure, at most a day', () => {
    expect([0, 1, 2, 3, 9, 1000].map((failures) => minutes({ failures }))).toEqual([60, 120, 240, 480, 1440, 1440])
  })

  test('never sooner than a long interval, and as late as the server asks, at most a day', () => {
    expect(minutes({ failures: 3, intervalMinutes: 10_080 })).toBe(10_080)
    expect(minutes({ failures: 1, retryAfterMs: 3 * 3_600_000 })).toBe(180)
    expect(minutes({ failures: 1, retryAfterMs: 1e12 })).toBe(1440)
  })
})

test.each([
  ['120', 120_000],
  ['Thu, 20 Nov 2025 12:00:00 GMT', 3 * 3_600_000],
  ['Thu, 20 Nov 2025 08:00:00 GMT', 0],
  ['-5', 0],
  ['soon', 0],
  [undefined, 0],
])('a server that says "retry after %s" asks for %i ms', (said, ms) => {
  expect(retryAfterMs(said, new Date('2025-11-20T09:00:00Z'))).toBe(ms)
})
