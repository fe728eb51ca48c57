import { gzipSync } from 'node:zlib'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { contextOf, systemActor } from '@/lib/core/context'
import { isAppError } from '@/lib/core/errors'
import { getBlob } from '@/lib/platform/blobs/blobs'
import { db, disconnect } from '@/lib/platform/db'
import { type LocalSite, type SiteAnswer, startLocalSite } from '@/lib/testing/local-site'
import { asOwner } from '@/lib/testing/owner'
import { newsPage, PARAGRAPHS } from '@/lib/testing/pages'
import { fetchPage, importPage } from './commands/pages'
import { understandPage } from './queries/pages'

const ctx = contextOf(systemActor('test'), new Date('2025-11-20T09:00:00Z'))
const stranger = contextOf(systemActor('test', ['reviewer']), ctx.now)

let site: LocalSite
beforeAll(async () => {
  process.env.FETCH_ALLOW = '127.0.0.1:*'
  site = await startLocalSite()
})
afterAll(async () => {
  await site.stop()
  await disconnect()
})

let pages = 0
/** Serves a page that no other test serves, and fetches it. */
async function fetched(page: SiteAnswer, path = `/story-${++pages}`) {
  const address = site.put(path, page)
  return { address, ...(await fetchPage(ctx, { address })) }
}

async function refusalOf(work: Promise<unknown>): Promise<string> {
  try {
    await work
  } catch (error) {
    if (isAppError(error)) return error.text
    throw error
  }
  return 'none'
}

/** Paragraphs of an own story: no two tests import the same text. */
const story = (name: string): string[] => [`In ${name} the harbour was dredged for 3.1 million crowns.`, ...PARAGRAPHS]

test('a page is fetched, shown as it was understood, and imported with its bytes kept', async () => {
  const html = newsPage({ title: 'Dredging in Vik', paragraphs: story('Vik') })
  const { rawPageId, address } = await fetched({ body: gzipSync(html), headers: { 'content-encoding': 'gzip' } })
  const { understood, reading, known, url } = await understandPage(ctx, rawPageId)
  expect(understood).toMatchObject({
    title: 'Dredging in Vik',
    publisher: 'Harbour Gazette',
    byline: 'Mira Tolland',
    publishedOn: '2025-10-02',
  })
  expect(understood.body).toContain('3.1 million crowns')
  expect(understood.body).not.toContain('morning letter')
  expect(reading.cut.map(({ text }) => text).join(' ')).toContain('morning letter')
  expect(known).toBeNull()
  expect(url).toBe(address)

  const { articleId, snapshotId, outcome } = await importPage(ctx, { rawPageId })
  expect(outcome).toBe('created')
  const article = await db().article.findUniqueOrThrow({
    where: { id: articleId },
    include: { publisher: true, currentSnapshot: { include: { rawPages: true } } },
  })
  expect(article).toMatchObject({ url: address, byline: 'Mira Tolland', publishedOn: '2025-10-02' })
  expect(article.publishedOnBasis).toBe(reading.dayBasis)
  expect(article.publisher.name).toBe('Harbour Gazette')
  const raw = article.currentSnapshot?.rawPages[0]
  expect(raw).toMatchObject({ snapshotId, address, contentType: 'text/html; charset=utf-8', fetchedAt: ctx.now })
  expect(new TextDecoder().decode((await getBlob(raw?.blobHash ?? '')) ?? undefined)).toBe(html)
  await expect(asOwner(`UPDATE raw_page SET address = 'x' WHERE id = '${rawPageId}'`)).rejects.toThrow()
})

test('what a person corrects goes before what was read; an emptied field is empty', async () => {
  const { rawPageId } = await fetched({ body: newsPage({ paragraphs: story('Lund') }) })
  const { articleId } = await importPage(ctx, {
    rawPageId,
    title: 'The dredger came to Lund',
    publisher: 'Lund Post',
    byline: '',
    publishedOn: '2025-10-03',
  })
  const article = await db().article.findUniqueOrThrow({ where: { id: articleId }, include: { publisher: true } })
  expect(article).toMatchObject({
    title: 'The dredger came to Lund',
    byline: null,
    publishedOn: '2025-10-03',
    publishedOnBasis: 'Given at import',
  })
  expect(article.publisher.name).toBe('Lund Post')
})

test('of the same address nothing is doubled: the same body changes nothing, another one is a new version', async () => {
  const path = '/changing'
  const import_ = async (paragraphs: string[], furniture = '') => {
    const { rawPageId } = await fetched({ body: newsPage({ paragraphs, head: furniture }) }, path)
    return importPage(ctx, { rawPageId })
  }
  const first = await import_(story('Moss'))
  const again = await import_(story('Moss'), '<meta name="generator" content="another week">')
  expect(again).toMatchObject({ outcome: 'unchanged', articleId: first.articleId, snapshotId: first.snapshotId })
  const changed = await import_([...story('Moss'), 'The dredger leaves on Friday, the council said.'])
  expect(changed).toMatchObject({ outcome: 'newSnapshot', articleId: first.articleId })
  expect(await db().rawPage.count({ where: { snapshotId: first.snapshotId } })).toBe(2)
})

test('a page may name its own address, not that of another site', async () => {
  const canonical = `${site.origin}/the-story`
  const own = await fetched({ body: newsPage({ paragraphs: story('Hamn'), canonical }) })
  expect((await understandPage(ctx, own.rawPageId)).url).toBe(canonical)
  const other = await fetched({ body: newsPage({ canonical: 'https://quay-daily.example/their-story' }) })
  expect((await understandPage(ctx, other.rawPageId)).url).toBe(other.address)
})

test('says before the import that the address is known', async () => {
  const path = '/known'
  const first = await fetched({ body: newsPage({ title: 'Known story', paragraphs: story('Rauma') }) }, path)
  const { articleId } = await importPage(ctx, { rawPageId: first.rawPageId })
  const second = await fetched({ body: newsPage({ paragraphs: story('Rauma') }) }, path)
  expect((await understandPage(ctx, second.rawPageId)).known).toEqual({ id: articleId, title: 'Known story' })
})

describe('what is no page to be read is told in words, and nothing is kept', () => {
  test.each([
    ['subscribers', { status: 402, body: newsPage() }],
    ['programs', { status: 403, body: 'no' }],
    ['too often', { status: 429, body: 'no' }],
    ['legal', { status: 451, body: 'no' }],
    ['only the beginning', { body: newsPage({ isFree: false }) }],
    ['hardly any text', { body: newsPage({ paragraphs: [] }) }],
    ['application/pdf', { type: 'application/pdf', body: '%PDF' }],
    ['redirects', { status: 302, headers: { location: 'http://169.254.169.254/' } }],
  ])('%s', async (words, page) => {
    const before = await db().rawPage.count()
    const text = await refusalOf(fetched(page))
    expect(text).toContain(words === 'redirects' ? 'private or reserved network' : words)
    expect(await db().rawPage.count()).toBe(before)
  })

  test('a page that robots.txt closes', async () => {
    const shy = await startLocalSite()
    shy.put('/robots.txt', { type: 'text/plain', body: 'User-agent: *\nDisallow: /' })
    const address = shy.put('/story', { body: newsPage() })
    expect(await refusalOf(fetchPage(ctx, { address }))).toContain('robots.txt')
    await shy.stop()
  })

  test('a page of 50,000 elements within each other', async () => {
    const body = `<html><body>${'<div>'.repeat(50_000)}deep${'</div>'.repeat(50_000)}</body></html>`
    expect(await refusalOf(fetched({ body }))).not.toBe('none')
  })
})

test.each([
  ['windows-1252', 'text/html; charset=windows-1252', Buffer.from(newsPage({ paragraphs: story('Åmål') }), 'latin1')],
  ['UTF-16 with its mark', 'text/html', Buffer.from(`\ufeff${newsPage({ paragraphs: story('Åmål') })}`, 'utf16le')],
])('a page in %s is read with its letters', async (_what, type, body) => {
  const text = Buffer.from(body)
  const { rawPageId } = await fetched({ type, body: text })
  expect((await understandPage(ctx, rawPageId)).understood.body).toContain('In Åmål the harbour')
})

test('only admins fetch, look at and import pages', async () => {
  const { rawPageId, address } = await fetched({ body: newsPage({ paragraphs: story('Bo') }) })
  for (const work of [
    fetchPage(stranger, { address }),
    understandPage(stranger, rawPageId),
    importPage(stranger, { rawPageId }),
  ])
    await expect(work).rejects.toMatchObject({ code: 'FORBIDDEN' })
})
