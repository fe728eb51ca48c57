/** A page as newspapers make them: navigation, a box and a footer around an article, and linked data that describes it. */
export function newsPage({
  title = 'Ferry line to Skarsund carries more people',
  publisher = 'Harbour Gazette',
  byline = 'Mira Tolland',
  day = '2025-10-02',
  canonical,
  paragraphs = PARAGRAPHS,
  isFree,
  head = '',
}: {
  title?: string
  publisher?: string
  byline?: string
  day?: string | null
  canonical?: string
  paragraphs?: readonly string[]
  isFree?: boolean
  head?: string
} = {}): string {
  const data = {
    '@context': 'https://schema.org',
    '@type': 'NewsArticle',
    headline: title,
    ...(day ? { datePublished: `${day}T08:00:00Z` } : {}),
    author: { '@type': 'Person', name: byline },
    publisher: { '@type': 'Organization', name: publisher },
    ...(isFree === undefined ? {} : { isAccessibleForFree: isFree }),
  }
  return `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>${title} | ${publisher}</title>
    ${canonical ? `<link rel="canonical" href="${canonical}">` : ''}${head}
    <script type="application/ld+json">${JSON.stringify(data)}</script></head>
    <body><nav><a href="/">Home</a> <a href="/sport">Sport</a> <a href="/weather">Weather</a></nav>
    <main><article><h1>${title}</h1>${paragraphs.map((text) => `<p>${text}</p>`).join('')}
    <aside class="newsletter"><p>Our morning letter brings the harbour to your inbox. Sign up now.</p></aside></article></main>
    <footer>© ${publisher}. All rights reserved.</footer></body></html>`
}

export const PARAGRAPHS = [
  'The ferry line to Skarsund carried 41,200 people in the past year, the transport board said on Thursday, a third more than in the year before.',
  'A second ship is to be bought for 12 million crowns, and the line will run every half hour from the spring of 2027, said the board’s head, Olav Brenner.',
  'Residents of the outer islands had asked for more departures since the bridge at Lund was closed to lorries.',
]
