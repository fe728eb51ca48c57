import { describe, expect, test } from 'vitest'
import { type PageInput, type PageReading, readPage } from './reading'

/** Reads a page that must not be refused. */
function read(page: PageInput): PageReading {
  const reading = readPage(page)
  if ('problem' in reading) throw new Error(reading.problem)
  return reading
}

const PARAGRAPHS = [
  'The council of Harrow Bay voted on Tuesday to reopen the old swing bridge, which has been shut since the storm of last winter.',
  'Repairs cost 4.2 million crowns, said the harbour master Ines Falk, and a third of that sum was paid by the fishing cooperative.',
  'Ferries will go on running until the end of the season, so that nobody has to change their way to work overnight.',
]
const paragraphs = PARAGRAPHS.map((text) => `<p>${text}</p>`).join('\n')
const body = PARAGRAPHS.join('\n\n')

describe('the body of a page', () => {
  test('is the running text, without title, navigation, boxes and footer', () => {
    const { body: found, title } = read({
      html: `<html><head><title>Swing bridge reopens | Bay Courier</title><meta property="og:site_name" content="Bay Courier"></head>
        <body><nav><a href="/">Home</a> <a href="/sport">Sport</a></nav>
        <article><h1>Swing bridge reopens</h1><div class="share-bar"><a href="#">Tweet this</a></div>
        <div class="content">${paragraphs}
        <div class="newsletter-signup"><p>Every morning the five stories that matter in the bay, in your inbox before breakfast.</p></div>
        <p>Read more: <a href="/x">What the storm broke</a></p></div></article>
        <section id="comments"><p>I have crossed that bridge every single day for thirty years and I am glad to see it again.</p></section>
        <footer>© 2024 Bay Courier. All rights reserved.</footer></body></html>`,
    })
    expect(found).toBe(body)
    expect(title).toBe('Swing bridge reopens')
  })

  test('says what was left out within the article and why', () => {
    const { cut } = read({
      html: `<body><div><h1>Bridge</h1>${paragraphs}<p>Advertisement</p>${paragraphs}</div></body>`,
    })
    expect(cut).toContainEqual({ text: 'Advertisement', reason: 'advertisement' })
  })
})

describe('the day of a page', () => {
  const dayOf = (head: string, more: Partial<PageInput> = {}, inBody = '') =>
    read({
      html: `<html lang="en"><head>${head}</head><body><h1>Bridge</h1>${inBody}${paragraphs}</body></html>`,
      ...more,
    })

  test.each([
    [
      'linked data',
      '<script type="application/ld+json">{"@type":"NewsArticle","datePublished":"2024-03-05T08:00:00+01:00"}</script>',
    ],
    [
      'linked data in a graph',
      '<script type="application/ld+json">{"@graph":[{"@type":"WebSite"},{"@type":["Article"],"datePublished":"2024-03-05"}]}</script>',
    ],
    [
      'linked data with a comma too many and a line end in a text',
      '<script type="application/ld+json">{"@type":"Article","headline":"a\nb","datePublished":"2024-03-05",}</script>',
    ],
    ['a meta tag', '<meta property="article:published_time" content="2024-03-05T08:00:00+00:00">'],
  ])('is read from %s', (_, head) => {
    expect(dayOf(head).publishedOn).toBe('2024-03-05')
  })

  test('is read from the address', () => {
    expect(dayOf('', { url: 'https://courier.example/2024/03/05/bridge' }).publishedOn).toBe('2024-03-05')
  })

  test('is the day that readers saw when a time in UTC names the day after', () => {
    const head = '<meta property="article:published_time" content="2024-03-06T02:30:00Z">'
    expect(dayOf(head, {}, '<p class="date">March 5, 2024</p>').publishedOn).toBe('2024-03-05')
  })

  test('is not later than the day on which the page was read', () => {
    expect(dayOf('<meta name="pubdate" content="2031-01-01">', { latestOn: '2025-01-01' }).publishedOn).toBeNull()
  })
})

describe('pages made to break readers', () => {
  test('deep nesting is refused in words', () => {
    expect(readPage({ html: '<div>'.repeat(50_000) })).toEqual({ problem: expect.stringContaining('nested deeper') })
  })
})
