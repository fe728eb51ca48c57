import { expect, type Page } from '@playwright/test'
import { rssFeed } from '../../lib/testing/feeds'
import { newsPage, PARAGRAPHS } from '../../lib/testing/pages'
import { expectAccessible } from '../axe'
import { problems } from '../forms'
import { test } from '../local-site'
import { signInAs } from '../personas'

const freshName = (): string => `Ostnes ${Date.now().toString(36)}`

/** Opens a page again and again until the worker has done what is waited for. */
async function expectInTime(page: Page, path: string, words: string | RegExp): Promise<void> {
  await expect(async () => {
    await page.goto(path)
    await expect(page.getByRole('main')).toContainText(words, { timeout: 500 })
  }).toPass({ timeout: 30_000 })
}

test('a feed is found on a page and watched; what it brings is imported or dismissed', async ({ page, site }) => {
  test.slow()
  const name = freshName()
  const item = (topic: string, isServed = true) => {
    const title = `${topic} of ${name}`
    const paragraphs = [`The ${topic.toLowerCase()} of ${name} cost 7.5 million crowns.`, ...PARAGRAPHS]
    const answer = isServed ? { body: newsPage({ title, paragraphs }) } : { status: 403, body: 'no' }
    return { title, address: site.put(`/${topic}`, answer), day: '2025-10-02', excerpt: `All about the ${topic}.` }
  }
  const items = [item('Library'), item('Stadium'), item('Locked', false)]
  site.put('/feed', { type: 'application/rss+xml', body: rssFeed(`News of ${name}`, items) })
  const link = '<link rel="alternate" type="application/rss+xml" title="All news" href="/feed">'
  const front = site.put('/', { body: newsPage({ head: link }) })

  await signInAs(page, 'admin', '/desk/feeds/add')
  await expectAccessible(page)
  await page.getByLabel(/Address of the feed/).fill(site.put('/bare', { body: newsPage() }))
  await page.getByRole('button', { name: 'Watch this feed' }).click()
  await expect(problems(page)).toContainText('The page links to no feed.')
  await page.getByLabel(/Address of the feed/).fill(front)
  await page.getByRole('button', { name: 'Watch this feed' }).click()
  await expect(page.getByText('The feed is watched.')).toBeVisible()
  await expect(page.getByRole('heading', { level: 1, name: `News of ${name}` })).toBeVisible()
  const feed = new URL(page.url()).pathname
  await expectInTime(page, feed, '3 new items')
  await expectAccessible(page)

  await page.getByRole('link', { name: '3', exact: true }).click()
  await expect(page.getByText(`All about the Library.`)).toBeVisible()
  await expectAccessible(page)
  await page.getByRole('button', { name: 'Import the chosen' }).click()
  await expect(problems(page)).toContainText('Choose at least one item.')
  await page.getByLabel(`Stadium of ${name}`).check()
  await page.getByRole('button', { name: 'Dismiss the chosen' }).click()
  await expect(page.getByText('1 item dismissed.')).toBeVisible()
  await page.getByRole('button', { name: 'Choose all or none' }).click()
  await page.getByRole('button', { name: 'Import the chosen' }).click()
  await expect(page.getByText('2 items will be imported.')).toBeVisible()
  await expectInTime(page, feed, 'The site does not let programs read this page (403).')
  const row = (topic: string) => page.getByRole('row').filter({ hasText: topic })
  await expect(row('Stadium')).toContainText('dismissed')
  await expectInTime(page, feed, /imported\s*the article/)
  await row('Library').getByRole('link', { name: 'the article' }).click()
  await expect(page.getByRole('heading', { level: 1 })).toContainText(`Library of ${name}`)
})

test('a list of feeds is taken over, each told apart, and a feed is paused', async ({ page, site }) => {
  const name = freshName()
  const address = site.put('/feed', { type: 'application/rss+xml', body: rssFeed(name, []) })
  const outline = (xmlUrl: string) => `<outline type="rss" text="${name}" xmlUrl="${xmlUrl}"/>`
  const opml = `<opml version="2.0"><body>${outline(address)}${outline('ftp://courier.example/x')}</body></opml>`
  await signInAs(page, 'admin', '/desk/feeds')
  const file = (buffer: Buffer) => ({ name: 'feeds.opml', mimeType: 'text/x-opml', buffer })
  await page.getByLabel('OPML file').setInputFiles(file(Buffer.from('no list')))
  await page.getByRole('button', { name: 'Watch these feeds' }).click()
  await expect(problems(page)).toContainText('It is no OPML file.')
  await page.getByLabel('OPML file').setInputFiles(file(Buffer.from(opml)))
  await page.getByRole('button', { name: 'Watch these feeds' }).click()
  const results = page.getByRole('table', { name: 'What became of the feeds' })
  await expect(results).toContainText('Watched')
  await expect(results).toContainText('Refused')
  await expectAccessible(page)
  await page.getByRole('table', { name: 'All feeds' }).getByRole('link', { name }).click()
  await page.getByRole('button', { name: 'Stop watching' }).click()
  await expect(page.getByText('None: it is paused.')).toBeVisible()
})

test('whoever is no admin is told that admins watch feeds', async ({ page }) => {
  await signInAs(page, 'reviewer')
  for (const path of ['/desk/feeds', '/desk/feeds/add', '/desk/feeds/inbox']) {
    await page.goto(path)
    await expect(page.getByText('Only admins watch feeds')).toBeVisible()
    await expect(page.getByRole('main').locator('form')).toHaveCount(0)
  }
})
