export type FeedPiece = {
  title: string
  address: string
  day?: string
  excerpt?: string
  source?: string
  key?: string
}

const text = (words: string): string => words.replaceAll('&', '&amp;').replaceAll('<', '&lt;')

/** An RSS 2.0 feed. */
export const rssFeed = (title: string, items: readonly FeedPiece[]): string =>
  `<?xml version="1.0" encoding="utf-8"?><rss version="2.0"><channel><title>${text(title)}</title>
  <link>https://courier.example/</link><description>News</description>${items
    .map(
      (item) => `<item><title>${text(item.title)}</title><link>${text(item.address)}</link>
      <guid isPermaLink="false">${text(item.key ?? item.address)}</guid>
      ${item.day ? `<pubDate>${new Date(`${item.day}T08:00:00Z`).toUTCString()}</pubDate>` : ''}
      ${item.source ? `<source url="https://x.example/feed">${text(item.source)}</source>` : ''}
      <description>${text(item.excerpt ?? '')}</description></item>`,
    )
    .join('')}</channel></rss>`
