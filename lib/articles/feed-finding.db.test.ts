import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { contextOf, systemActor } from '@/lib/core/context'
import { isAppError } from '@/lib/core/errors'
import { disconnect } from '@/lib/platform/db'
import { rssFeed } from '@/lib/testing/feeds'
import { type LocalSite, startLocalSite } from '@/lib/testing/local-site'
import { newsPage } from '@/lib/testing/pages'
import { findFeeds } from './commands/feed-fetching'
import { addFeed, importOpml } from './commands/feeds'
import { listFeeds } from './queries/feeds'

const ctx = contextOf(systemActor('test'), new Date('2025-11-20T09:00:00Z'))

let site: LocalSite
let n = 0
beforeAll(async () => {
  process.env.FETCH_ALLOW = '127.0.0.1:*'
  site = await startLocalSite()
})
afterAll(async () => {
  await site.stop()
  await disconnect()
})

/** The address of an empty feed that no other test has. */
const serve = () => site.put(`/feed-${++n}`, { type: 'application/rss+xml', body: rssFeed('Quays', []) })
const pathOf = (address: string): string => new URL(address).pathname

describe('finding feeds', () => {
  test('an address of a feed is that feed; of a page, those that it links to', async () => {
    const address = serve()
    expect(await findFeeds(ctx, { address })).toMatchObject([{ address, title: 'Quays', isRead: true }])
    const link = (href: string) => `<link rel="alternate" type="application/rss+xml" title="All" href="${href}">`
    const front = site.put('/front', { body: newsPage({ head: link(pathOf(address)) }) })
    expect(await findFeeds(ctx, { address: front })).toMatchObject([{ address, title: 'All', isRead: false }])
    const bare = site.put('/bare', { body: newsPage() })
    const refused = await findFeeds(ctx, { address: bare }).catch((error: unknown) => error)
    expect(isAppError(refused) && refused.fields.address).toContain('links to no feed')
  })

  test('an OPML file adds what is new and says what became of the rest', async () => {
    const known = serve()
    await addFeed(ctx, { address: known })
    const fresh = `${site.origin}/other`
    const outline = (address: string) => `<outline text="f" type="rss" xmlUrl="${address}"/>`
    const text = `<opml version="2.0"><body>${[known, fresh, 'ftp://courier.example/f'].map(outline).join('')}</body></opml>`
    const rows = await importOpml(ctx, { text, intervalMinutes: 180 })
    expect(rows.map(({ outcome }) => outcome)).toEqual(['known', 'added', 'refused'])
    expect((await listFeeds(ctx)).find(({ address }) => address === fresh)).toMatchObject({ intervalMinutes: 180 })
    await expect(importOpml(ctx, { text: 'words' })).rejects.toMatchObject({
      fields: { file: expect.stringContaining('no OPML') },
    })
  })
})
