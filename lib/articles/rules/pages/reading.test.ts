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

const page = (inBody: string, head = ''): string =>
  `<html lang="en"><head><title>Swing bridge reopens</title>${head}</head><body>${inBody}</body></html>`
const linked = (node: object): string => `<script type="application/ld+json">${JSON.stringify(node)}</script>`

describe('what is no body', () => {
  const within = (piece: string) =>
    read({
      html: page(
        `<article><h1>Swing bridge reopens</h1>${PARAGRAPHS.map((text) => `<p>${text}</p>`).join(piece)}</article>`,
      ),
    })

  test.each([
    [
      'a caption',
      '<figure><img src="a.jpg"><figcaption>The bridge in March, seen from the old harbour office.</figcaption></figure>',
      'caption',
    ],
    [
      'a caption in a span',
      '<div><img src="a.jpg"><span class="news-caption">The bridge, seen from the harbour.</span></div>',
      'caption',
    ],
    [
      'a pull quote',
      '<div class="pull-quote">A third of that sum was paid by the fishing cooperative.</div>',
      'pull quote',
    ],
    [
      'a list of links',
      '<ul><li><a href="/1">Storm breaks the swing bridge</a></li><li><a href="/2">Ferry prices rise again</a></li></ul>',
      'links',
    ],
    ['a line that is a link', '<p><a href="/1">Storm breaks the swing bridge of Harrow Bay</a></p>', 'links'],
    ['a pointer to more', '<p>See also: the storm that broke it</p>', 'related articles'],
    [
      'a newsletter box',
      '<div class="signup-box newsletter"><p>Every morning the news of the bay.</p></div>',
      'newsletter or promotion',
    ],
    ['an advertisement', '<p>Advertisement</p>', 'advertisement'],
    ['a share bar', '<div class="social-bar"><span>Post</span><span>Send</span></div>', 'share buttons'],
    ['a disclosure', '<p>We may earn a commission when you buy through links on this page.</p>', 'advertisement'],
    ['what readers do not see', '<p style="display: none">Text for machines that nobody reads here.</p>', 'hidden'],
    ['a picture’s credit', '<p>Photo: Bay Courier / M. Lind</p>', 'caption'],
  ])('%s is cut, with the reason', (_, piece, reason) => {
    const reading = within(piece)
    expect(reading.body).toBe(body)
    expect(reading.cut.map((cut) => cut.reason)).toContain(reason)
  })

  test.each([
    ['a byline before the text', '<p>By Ines Falk</p><p>5 March 2024, 10:31</p>', ''],
    ['an author box after it', '', '<p>Ines Falk is a reporter at the harbour desk of the Bay Courier.</p>'],
    ['an invitation after it', '', '<p>Follow us on Twitter and Facebook, or subscribe to our newsletter.</p>'],
    ['who contributed', '', '<p>Marta Lind contributed to this report.</p>'],
    ['a heading without text', '', '<h3>Comments</h3>'],
    ['comments', '', `<div id="comments"><p>${PARAGRAPHS[0]}</p><p>${PARAGRAPHS[1]}</p></div>`],
  ])('%s goes', (_, before, after) => {
    const html = page(
      `<h1>Swing bridge reopens</h1><div>${before}${paragraphs}${after}</div>`,
      '<meta name="author" content="Ines Falk">',
    )
    expect(read({ html }).body).toBe(body)
  })
})

describe('what is body', () => {
  test.each([
    ['a subheading with text', `<h2>What it cost</h2><p>${PARAGRAPHS[1]}</p>`, 'What it cost'],
    [
      'a list',
      `<ul><li>Ferries until May.</li><li>Buses until June.</li></ul><p>${PARAGRAPHS[1]}</p>`,
      'Buses until June.',
    ],
    [
      'a table of figures',
      `<table><tr><td>2023</td><td>4.2 million</td></tr></table><p>${PARAGRAPHS[1]}</p>`,
      '2023 4.2 million',
    ],
    ['a quotation', `<blockquote>We paid what we could.</blockquote><p>${PARAGRAPHS[1]}</p>`, 'We paid what we could.'],
    [
      'a sentence that is a link',
      `<p><a href="/report">The council published the whole report on the bridge and its price on its own pages on Wednesday evening, and on paper.</a></p><p>${PARAGRAPHS[1]}</p>`,
      'The council published the whole report',
    ],
  ])('%s stays', (_, piece, words) => {
    expect(read({ html: page(`<article><h1>Swing bridge</h1>${paragraphs}${piece}</article>`) }).body).toContain(words)
  })

  test('sections whose names sound like asides are the article when they hold all of it', () => {
    const sections = PARAGRAPHS.map((text, i) => `<div id="toc-title-${i}"><p>${text}</p></div>`).join('')
    expect(read({ html: page(`<main>${sections}</main>`) }).body).toBe(body)
  })

  test('of several articles on a page it is the one with the title', () => {
    const others = Array.from(
      { length: 3 },
      (_, i) =>
        `<article><h2>Other ${i}</h2><p>Nothing about bridges is told here, but ${i} things about the price of bread in the bay.</p></article>`,
    )
    const html = page(
      `<article><h1>Swing bridge reopens</h1>${paragraphs}${paragraphs.replaceAll('council', 'board')}</article>${others.join('')}`,
    )
    expect(read({ html }).body).not.toContain('price of bread')
  })

  test('comes from linked data where the page shows another text', () => {
    const html = page(
      `<div>${'<p>Please allow cookies so that we can show you this page. Without them nothing can be shown to you here.</p>'.repeat(4)}</div>`,
      linked({ '@type': 'NewsArticle', articleBody: PARAGRAPHS.join('\n') }),
    )
    expect(read({ html }).body).toBe(body)
  })

  test('of a page without an article is what is there, with a doubt', () => {
    const reading = read({ html: page('<h1>Not found</h1><p>There is nothing here.</p>') })
    expect(reading.body).toContain('There is nothing here.')
    expect(reading.doubt).toMatch(/hardly any running text/)
  })
})

describe('what a page says of itself', () => {
  test('its publisher, authors, language and address', () => {
    const node = {
      '@type': 'NewsArticle',
      headline: 'Swing bridge reopens',
      author: [{ name: 'Ines Falk' }, { name: 'Marta Lind' }],
      publisher: { '@type': 'Organization', name: 'Bay Courier' },
    }
    const head = `${linked(node)}<link rel="canonical" href="/2024/bridge">`
    expect(read({ html: page(paragraphs, head), url: 'https://courier.example/2024/bridge?x=1' })).toMatchObject({
      publisher: 'Bay Courier',
      author: 'Ines Falk, Marta Lind',
      language: 'en',
      canonicalUrl: 'https://courier.example/2024/bridge',
      title: 'Swing bridge reopens',
    })
  })

  test('a byline is a name, without the day beside it', () => {
    expect(
      read({ html: page(`<h1>Bridge</h1><p class="byline">By Ines Falk, 5 March 2024, 10:31</p>${paragraphs}`) })
        .author,
    ).toBe('Ines Falk')
  })

  test('whether it is free to read', () => {
    const sold = linked({ '@type': 'NewsArticle', isAccessibleForFree: 'False' })
    expect(read({ html: page(paragraphs, sold) })).toMatchObject({
      isFree: false,
      doubt: expect.stringMatching(/not free/),
    })
    expect(read({ html: page(paragraphs) }).isFree).toBeNull()
  })

  test('the fact-checks in its linked data', () => {
    const review = {
      '@type': 'ClaimReview',
      claimReviewed: 'The bridge cost nothing',
      reviewRating: { alternateName: 'False' },
    }
    expect(read({ html: page(paragraphs, linked({ '@graph': [review] })) }).claimReviews).toEqual([review])
  })
})

describe('the day, told in other ways,', () => {
  const dayOf = (inBody: string, head = '', lang = 'en') =>
    read({
      html: page(`<h1>Swing bridge reopens</h1>${inBody}<div>${paragraphs}</div>`, head).replace(
        'lang="en"',
        `lang="${lang}"`,
      ),
    }).publishedOn

  test.each([
    ['a time element', '<time datetime="2024-03-05T10:00">today</time>', 'en'],
    ['microdata', '<span itemprop="datePublished" content="2024-03-05">Tuesday</span>', 'en'],
    ['a line under the title', '<p>Published on March 5, 2024</p>', 'en'],
    ['seconds since 1970', '<abbr class="published" title="1709632800">x</abbr>', 'en'],
    ['Spanish', '<p class="fecha">5 de marzo de 2024</p>', 'es'],
    ['German', '<p class="datum">5. März 2024, 10:31 Uhr</p>', 'de'],
    ['French', '<p>Publié le 5 mars 2024 à 10h31</p>', 'fr'],
    ['Russian', '<p class="date">5 марта 2024</p>', 'ru'],
    ['Indonesian', '<p class="date">Selasa, 5 Maret 2024</p>', 'id'],
    ['Japanese', '<p class="date">2024年3月5日</p>', 'ja'],
    ['day first outside of English', '<p class="date">05/03/2024</p>', 'pt'],
    ['day first where the locale says so', '<p class="date">05/03/2024</p>', 'en-GB'],
    ['month first where the locale says so', '<p class="date">03/05/2024</p>', 'en-US'],
  ])('is read: %s', (_, piece, lang) => {
    expect(dayOf(piece, '', lang)).toBe('2024-03-05')
  })

  test('is the publication’s, not the update’s', () => {
    expect(dayOf('<p>Updated March 9, 2024</p><p>Published March 5, 2024</p>')).toBe('2024-03-05')
    expect(
      dayOf('', '<meta property="article:modified_time" content="2024-03-09"><meta name="pubdate" content="20240305">'),
    ).toBe('2024-03-05')
  })

  test('is not taken from a copyright line, nor from a date that reads both ways', () => {
    expect(dayOf('<p>© 1 January 2020 Bay Courier</p>')).toBeNull()
    expect(dayOf('<p class="date">03/05/2024</p>')).toBeNull()
  })
})
