import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { contextOf, systemActor } from '@/lib/core/context'
import { newId } from '@/lib/core/ids'
import { db, disconnect, pool } from '@/lib/platform/db'
import { type FeedPiece, rssFeed } from '@/lib/testing/feeds'
import { type LocalSite, startLocalSite } from '@/lib/testing/local-site'
import { asOwner } from '@/lib/testing/owner'
import { newsPage, PARAGRAPHS } from '@/lib/testing/pages'
import { JOBS } from '@/lib/worker/registry'
import { drainJobs } from '@/lib/worker/run'
import { fetchFeed, findFeeds } from './commands/feed-fetching'
import { decideItems, failStrandedItems, importFeedItem } from './commands/feed-items'
import { addFeed, editFeed, fetchFeedNow, importOpml, pauseFeed } from './commands/feeds'
import { getFeed, listFeeds, listInbox, listItems } from './queries/feeds'

const START = new Date('2025-11-20T09:00:00Z')
const at = (minutes: number) => contextOf(systemActor('test'), new Date(START.getTime() + minutes * 60_000))
const ctx = at(0)
const reviewer = contextOf(systemActor('test', ['reviewer']), START)
const never = new AbortController().signal

let site: LocalSite
let n = 0
beforeAll(async () => {
  process.env.FETCH_ALLOW = '127.0.0.1:*'
  site = await startLocalSite()
})
beforeEach(() => {
  n++
})
afterAll(async () => {
  await site.stop()
  await disconnect()
})

/** An item whose page is served, with a text that no other item has. */
function piece(name: string, more: Partial<FeedPiece> = {}): FeedPiece {
  const path = `/t${n}/${name}`
  const paragraphs = [`In ${name} ${n} the quay was mended for 2.4 million crowns.`, ...PARAGRAPHS]
  const address = site.put(path, { body: newsPage({ title: `Quay of ${name} ${n}`, paragraphs, day: null }) })
  return { title: `Quay of ${name} ${n}`, address, day: '2025-10-02', ...more }
}

const serve = (items: FeedPiece[], headers: Record<string, string> = {}) =>
  site.put(`/t${n}/feed`, { type: 'application/rss+xml', body: rssFeed(`Feed ${n}`, items), headers })

async function watch(items: FeedPiece[], more: Partial<Parameters<typeof addFeed>[1]> = {}): Promise<string> {
  return (await addFeed(ctx, { address: serve(items), title: `Feed ${n}`, ...more })).feedId
}

/** Runs the fetch that is due, as the worker would. */
async function fetchDue(feedId: string, context = ctx): Promise<void> {
  const { nextFetchAt } = await db().feed.findUniqueOrThrow({ where: { id: feedId } })
  await fetchFeed(context, { feedId, dueAt: nextFetchAt?.toISOString() ?? '' }, never)
}

const statesOf = async (feedId: string) =>
  Object.fromEntries((await listItems(ctx, feedId)).items.map(({ title, state }) => [title, state]))

const jobsOf = async (feedId: string) =>
  (
    await pool().query<{ run_at: Date }>(
      `SELECT run_at FROM graphile_worker.jobs WHERE task_identifier = 'fetch_feed' AND key = $1`,
      [`fetch_feed:${feedId}`],
    )
  ).rows.map(({ run_at }) => run_at.toISOString())

describe('a feed that is watched', () => {
  test('is fetched at once, and its items wait in the inbox by what was chosen', async () => {
    const feedId = await watch([piece('Vik'), piece('Lund', { title: 'Weather' })], { words: 'quay', others: 'pass' })
    expect(await jobsOf(feedId)).toEqual([START.toISOString()])
    await fetchDue(feedId)
    expect(await statesOf(feedId)).toEqual({ [`Quay of Vik ${n}`]: 'inbox', Weather: 'passed' })
    expect((await listInbox(ctx, { feedId })).items).toHaveLength(1)
    expect(await getFeed(ctx, feedId)).toMatchObject({ lastResult: 'found', lastNew: 2, waiting: 1, failures: 0 })
    expect(await jobsOf(feedId)).toEqual([at(60).now.toISOString()])
  })

  test('imports what matches, with the day of the feed where the page has none, and names the publisher', async () => {
    const feedId = await watch([piece('Moss')], { matching: 'import', publisher: 'Moss Post' })
    await fetchDue(feedId)
    await drainJobs()
    const { items } = await listItems(ctx, feedId)
    expect(items[0]).toMatchObject({ state: 'imported', problem: null })
    const article = await db().article.findUniqueOrThrow({
      where: { id: items[0]?.article?.id ?? '' },
      include: { publisher: true },
    })
    expect(article).toMatchObject({ publishedOn: '2025-10-02', publishedOnBasis: 'the feed' })
    expect(article.publisher.name).toBe('Moss Post')
  })

  test('brings each item once, however often it is fetched', async () => {
    const [one, two] = [piece('Hamn'), piece('Rauma')]
    const feedId = await watch([one])
    await fetchDue(feedId)
    serve([two, one])
    await fetchDue(feedId, at(60))
    expect(Object.keys(await statesOf(feedId))).toHaveLength(2)
    expect(await getFeed(ctx, feedId)).toMatchObject({ lastNew: 1 })
  })

  test('is stored once for each due time: two fetches at the same moment, and one that comes late', async () => {
    const feedId = await watch([piece('Bergen')])
    const dueAt = START.toISOString()
    await Promise.all([fetchFeed(ctx, { feedId, dueAt }, never), fetchFeed(ctx, { feedId, dueAt }, never)])
    await fetchFeed(at(5), { feedId, dueAt }, never)
    expect((await listItems(ctx, feedId)).items).toHaveLength(1)
    expect((await getFeed(ctx, feedId))?.nextFetchAt).toEqual(at(60).now)
    expect(await jobsOf(feedId)).toHaveLength(1)
  })

  test('is asked for changes only', async () => {
    const feedId = (await addFeed(ctx, { address: serve([piece('Oslo')], { etag: '"v1"' }), title: 'x' })).feedId
    await fetchDue(feedId)
    let asked: string | undefined
    site.put(`/t${n}/feed`, (request, response) => {
      asked = request.headers['if-none-match']
      response.writeHead(304).end()
    })
    await fetchDue(feedId, at(60))
    expect(asked).toBe('"v1"')
    expect(await getFeed(ctx, feedId)).toMatchObject({ lastResult: 'unchanged', lastNew: 0, failures: 0 })
  })

  test.each([
    ['a server that fails', { status: 503 }, '(503)', 120],
    ['one that asks for a longer pause', { status: 429, headers: { 'retry-after': '18000' } }, '(429)', 300],
    [
      'one that names the hour',
      { status: 503, headers: { 'retry-after': 'Thu, 20 Nov 2025 16:00:00 GMT' } },
      '(503)',
      360,
    ],
    ['entities', { type: 'text/xml', body: '<!DOCTYPE r [<!ENTITY a "b">]><rss/>' }, 'entities', 120],
    ['a page', { body: '<html></html>' }, 'no feed', 120],
    ['a film', { type: 'video/mp4', body: 'x' }, 'video/mp4', 120],
  ])('notes %s with the reason, and waits longer', async (_what, answer, words, minutes) => {
    const feedId = await watch([piece('Narvik')])
    await fetchDue(feedId)
    site.put(`/t${n}/feed`, answer)
    await fetchDue(feedId, at(60))
    const feed = await getFeed(ctx, feedId)
    expect(feed).toMatchObject({ lastResult: 'failed', failures: 1, nextFetchAt: at(60 + minutes).now })
    expect(feed?.lastProblem).toContain(words)
    expect(await jobsOf(feedId)).toEqual([at(60 + minutes).now.toISOString()])
    serve([piece('Bodo')])
    await fetchDue(feedId, at(400))
    expect(await getFeed(ctx, feedId)).toMatchObject({ lastResult: 'found', failures: 0, lastProblem: null })
  })

  test('paused is not fetched, also where its job runs; fetching it now watches it again', async () => {
    const feedId = await watch([piece('Alta')])
    await pauseFeed(ctx, { feedId })
    await JOBS.fetch_feed?.(ctx, { feedId, dueAt: START.toISOString() }, never, false)
    expect((await listItems(ctx, feedId)).items).toEqual([])
    await fetchFeedNow(at(10), { feedId })
    await fetchDue(feedId, at(10))
    expect((await listItems(ctx, feedId)).items).toHaveLength(1)
  })

  test('is edited with its revision, and a changed interval counts from now', async () => {
    const feedId = await watch([])
    const edit = { feedId, revision: 1, title: 'Renamed', intervalMinutes: 15, words: 'ferry, quay\nferry' }
    await editFeed(at(1), edit)
    expect(await getFeed(ctx, feedId)).toMatchObject({ title: 'Renamed', words: ['ferry', 'quay'], revision: 2 })
    expect(await jobsOf(feedId)).toEqual([at(16).now.toISOString()])
    await expect(editFeed(ctx, edit)).rejects.toMatchObject({ code: 'STALE' })
  })

  test('cannot be watched twice', async () => {
    await watch([])
    await expect(watch([])).rejects.toMatchObject({ code: 'ALREADY_EXISTS' })
  })
})

describe('the inbox', () => {
  test('items are imported or dismissed, once; what cannot be had stays with the reason', async () => {
    const gone = piece('Tromso', { address: `${site.origin}/gone-${n}` })
    const feedId = await watch([piece('Molde'), piece('Floro'), gone])
    await fetchDue(feedId)
    const { items } = await listInbox(ctx, { feedId })
    const idOf = (title: string) => items.find((item) => item.title.includes(title))?.id ?? ''
    const chosen = [idOf('Molde'), idOf('Tromso')]
    expect(await decideItems(ctx, { itemIds: chosen, move: 'import' })).toEqual({ changed: 2 })
    expect(await decideItems(ctx, { itemIds: chosen, move: 'import' })).toEqual({ changed: 0 })
    expect(await decideItems(ctx, { itemIds: [idOf('Floro')], move: 'dismiss' })).toEqual({ changed: 1 })
    await drainJobs()
    expect(await statesOf(feedId)).toEqual({
      [`Quay of Molde ${n}`]: 'imported',
      [`Quay of Floro ${n}`]: 'dismissed',
      [`Quay of Tromso ${n}`]: 'failed',
    })
    const left = (await listInbox(ctx, { feedId })).items
    expect(left.map(({ problem }) => problem)).toEqual([expect.stringContaining('(404)')])
    const types = await db().auditEvent.findMany({ where: { entityId: feedId }, select: { type: true } })
    expect(types.map(({ type }) => type).sort()).toEqual(['feed.added', 'feed.items_chosen', 'feed.items_dismissed'])
  })

  test('an item that is imported twice at the same moment makes one article', async () => {
    const feedId = await watch([piece('Skien')], { matching: 'import' })
    await fetchDue(feedId)
    const id = (await listItems(ctx, feedId)).items[0]?.id ?? ''
    await Promise.all([importFeedItem(ctx, id, never), importFeedItem(ctx, id, never)])
    await importFeedItem(ctx, id, never)
    expect(await db().article.count({ where: { title: `Quay of Skien ${n}` } })).toBe(1)
  })

  test('a stop leaves the item queued, to be tried again', async () => {
    const feedId = await watch([piece('Horten')], { matching: 'import' })
    await fetchDue(feedId)
    const id = (await listItems(ctx, feedId)).items[0]?.id ?? ''
    await expect(importFeedItem(ctx, id, AbortSignal.abort())).rejects.toThrow()
    expect((await listItems(ctx, feedId)).items[0]?.state).toBe('queued')
  })

  test('a page that fails for now is tried again, and comes back with the reason after the last try', async () => {
    const page = `/t${n}/Hamar`
    const feedId = await watch([piece('Hamar')], { matching: 'import' })
    site.put(page, { status: 503 })
    await fetchDue(feedId)
    await drainJobs()
    const [item] = (await listItems(ctx, feedId)).items
    expect(item).toMatchObject({ state: 'queued', problem: null })
    await asOwner(`UPDATE graphile_worker._private_jobs SET max_attempts = attempts + 1, run_at = now()
      WHERE key = 'import_feed_item:${item?.id}'`)
    await drainJobs()
    const [after] = (await listInbox(ctx, { feedId })).items
    expect(after).toMatchObject({ state: 'failed', problem: expect.stringContaining('(503)') })
  })

  test('an item whose job was discarded or used up comes back to the inbox; one whose job waits does not', async () => {
    const feedId = await watch([piece('Gjovik'), piece('Elverum'), piece('Voss')], { matching: 'import' })
    await fetchDue(feedId)
    const { items } = await listItems(ctx, feedId)
    const keyOf = (name: string) => `import_feed_item:${items.find(({ title }) => title.includes(name))?.id}`
    await asOwner(`DELETE FROM graphile_worker._private_jobs WHERE key = '${keyOf('Gjovik')}'`)
    await asOwner(`UPDATE graphile_worker._private_jobs SET attempts = max_attempts WHERE key = '${keyOf('Elverum')}'`)
    await failStrandedItems()
    const back = (await listInbox(ctx, { feedId })).items
    expect(back.map(({ title }) => title).sort()).toEqual([`Quay of Elverum ${n}`, `Quay of Gjovik ${n}`])
    expect(await decideItems(ctx, { itemIds: back.map(({ id }) => id), move: 'import' })).toEqual({ changed: 2 })
    await drainJobs()
    expect(new Set(Object.values(await statesOf(feedId)))).toEqual(new Set(['imported']))
  })

  test('PostgreSQL keeps imported items with their article, and moves as they may be', async () => {
    const feedId = await watch([piece('Larvik')])
    await fetchDue(feedId)
    const id = (await listItems(ctx, feedId)).items[0]?.id ?? ''
    await expect(asOwner(`UPDATE feed_item SET state = 'imported' WHERE id = '${id}'`)).rejects.toThrow(
      'feed_item_imported',
    )
    await expect(asOwner(`UPDATE feed SET others = 'import' WHERE id = '${feedId}'`)).rejects.toThrow('feed_moves')
    await expect(asOwner(`UPDATE feed SET interval_minutes = 1 WHERE id = '${feedId}'`)).rejects.toThrow(
      'feed_interval',
    )
  })
})

test('only admins watch feeds and decide on what they bring', async () => {
  const feedId = newId()
  const works: (() => Promise<unknown>)[] = [
    () => addFeed(reviewer, { address: 'https://courier.example/feed' }),
    () => findFeeds(reviewer, { address: 'https://courier.example/feed' }),
    () => importOpml(reviewer, { text: '<opml/>' }),
    () => pauseFeed(reviewer, { feedId }),
    () => fetchFeedNow(reviewer, { feedId }),
    () => editFeed(reviewer, { feedId, revision: 1, title: 'x' }),
    () => decideItems(reviewer, { itemIds: [feedId], move: 'dismiss' }),
    () => listFeeds(reviewer),
    () => getFeed(reviewer, feedId),
    () => listInbox(reviewer),
    () => listItems(reviewer, feedId),
  ]
  for (const work of works) await expect((async () => work())()).rejects.toMatchObject({ code: 'FORBIDDEN' })
})
