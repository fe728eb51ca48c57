import { afterAll, describe, expect, it } from 'vitest'
import { ZodError } from 'zod'
import { verifyLedger } from '@/lib/audit/queries'
import { type Context, contextOf, systemActor } from '@/lib/core/context'
import { db, disconnect } from '@/lib/platform/db'
import { importArticle } from './commands/import'
import { getArticle, listArticles, listSnapshots } from './queries'
import type { ImportInput } from './schema'

const NOW = new Date('2025-11-20T09:00:00Z')
const ctx: Context = contextOf(systemActor('test'), NOW)
const reviewer: Context = contextOf(systemActor('test', ['reviewer']), NOW)

let count = 0
/** A text that no other test imports. */
const freshText = (): string =>
  `The harbour board of Norhaven counted ${++count * 1000 + 234} boats last year, its chairman said.\n\nIt expects more of them in 2026.`

const countAll = async () => ({
  articles: await db().article.count(),
  snapshots: await db().snapshot.count(),
  publishers: await db().publisher.count(),
  events: await db().auditEvent.count(),
})

afterAll(disconnect)

describe('importing a text', () => {
  it('stores the article, its publisher, its snapshot and the event that calls for extraction', async () => {
    const text = `Norhaven counts its boats | Quay Daily\nBy Ann Holt\nPublished: 3 March 2025\n\n${freshText()}\n\n© 2025 Quay Daily`
    const result = await importArticle(ctx, { text, url: 'https://WWW.Quay.example/boats/?utm_source=x&id=7#top' })
    const article = await getArticle(ctx, result.articleId)
    expect(result.outcome).toBe('created')
    expect(article).toMatchObject({
      title: 'Norhaven counts its boats',
      byline: 'Ann Holt',
      url: 'https://www.quay.example/boats/?id=7',
      publishedOn: '2025-03-03',
      publisher: { name: 'Quay Daily', domain: 'quay.example' },
    })
    for (const { text: cut, start, end } of article?.snapshot.cut ?? []) expect(text.slice(start, end)).toBe(cut)
    expect(article?.snapshot.cut.map((cut) => cut.reason)).toEqual(['title', 'byline', 'publication day', 'copyright'])
    const events = await db().auditEvent.findMany({ where: { entityId: result.articleId } })
    expect(events.map((event) => event.type)).toEqual(['article.imported'])
  })

  it('changes nothing when the same text comes again, and says so', async () => {
    const text = freshText()
    const first = await importArticle(ctx, { text })
    const before = await countAll()
    expect(await importArticle(ctx, { text })).toEqual({ ...first, outcome: 'unchanged' })
    expect(await importArticle(ctx, { text: `\ufeff${text.replaceAll('\n', '\r\n')}\n` })).toEqual({
      ...first,
      outcome: 'unchanged',
    })
    expect(await countAll()).toEqual(before)
  })

  it('adds a snapshot when the text at an address has changed, and keeps the old one', async () => {
    const url = 'https://quay.example/story-1'
    const first = await importArticle(ctx, { text: freshText(), url })
    const second = await importArticle(ctx, { text: freshText(), url: 'http://www.quay.example/story-1/?fbclid=abc' })
    expect(second).toMatchObject({ outcome: 'newSnapshot', articleId: first.articleId })
    const snapshots = await listSnapshots(ctx, first.articleId)
    expect(snapshots.map((s) => s.ordinal)).toEqual([2, 1])
    expect((await getArticle(ctx, first.articleId))?.snapshot.id).toBe(second.snapshotId)
  })

  it('adds a text to the article that a person names', async () => {
    const first = await importArticle(ctx, { text: freshText() })
    const second = await importArticle(ctx, { text: freshText(), articleId: first.articleId })
    expect(second).toMatchObject({ outcome: 'newSnapshot', articleId: first.articleId })
  })

  it('keeps the same text at two addresses as two articles: a syndicated copy', async () => {
    const text = freshText()
    const a = await importArticle(ctx, { text, url: 'https://one.example/a' })
    const b = await importArticle(ctx, { text, url: 'https://two.example/b' })
    expect(b.outcome).toBe('created')
    expect(b.articleId).not.toBe(a.articleId)
  })

  it('makes one article of ten imports of the same file at the same moment', async () => {
    const text = freshText()
    const results = await Promise.all(
      Array.from({ length: 10 }, () => importArticle(ctx, { text, publisher: 'Coast Post' })),
    )
    expect(new Set(results.map((r) => r.articleId)).size).toBe(1)
    expect(results.map((r) => r.outcome).sort()).toEqual(['created', ...Array(9).fill('unchanged')])
    expect(await db().publisher.count({ where: { name: 'Coast Post' } })).toBe(1)
    expect(await db().snapshot.count({ where: { articleId: results[0]?.articleId } })).toBe(1)
  })

  it('makes one article of one text that comes with and without its address at the same moment, twice each', async () => {
    const text = freshText()
    const url = 'https://quay.example/both'
    await Promise.all([importArticle(ctx, { text, url }), importArticle(ctx, { text, url })])
    const again = await importArticle(ctx, { text })
    expect(again.outcome).toBe('unchanged')
  })

  it('finds a publisher again however its name is written', async () => {
    const a = await importArticle(ctx, { text: freshText(), publisher: 'Église Times' })
    const b = await importArticle(ctx, { text: freshText(), publisher: '  eglise  TIMES ' })
    const [one, two] = [await getArticle(ctx, a.articleId), await getArticle(ctx, b.articleId)]
    expect(two?.publisher.id).toBe(one?.publisher.id)
  })

  it('stores proposed days with their reasons where no day is stated, none later than the import day', async () => {
    const text = `The board counted ${++count} boats, officials said Thursday. It will meet again on December 1.`
    const article = await getArticle(ctx, (await importArticle(ctx, { text })).articleId)
    expect(article?.publishedOn).toBeNull()
    expect(article?.dayCandidates[0]).toMatchObject({
      day: '2025-11-20',
      reason: expect.stringContaining('said Thursday'),
    })
  })

  it('lists articles newest first, page by page, without a gap', async () => {
    const { articles: all } = await listArticles(ctx, { limit: 100 })
    const first = await listArticles(ctx, { limit: 3 })
    const second = await listArticles(ctx, { limit: 3, before: first.next ?? undefined })
    expect([...first.articles, ...second.articles].map((a) => a.id)).toEqual(all.slice(0, 6).map((a) => a.id))
  })
})

describe('refused imports', () => {
  const refused = async (input: ImportInput, field: string, words: RegExp) => {
    const before = await countAll()
    const error = await importArticle(ctx, input).then(
      () => null,
      (reason: unknown) => reason,
    )
    const messages =
      error instanceof ZodError
        ? error.issues.map((issue) => [issue.path.join('.'), issue.message])
        : Object.entries((error as { fields: Record<string, string> }).fields)
    expect(messages).toContainEqual([field, expect.stringMatching(words)])
    expect(await countAll()).toEqual(before)
  }

  it.each<[string, ImportInput, string, RegExp]>([
    ['an empty text', { text: ' \n ' }, 'text', /Paste the text/],
    ['NUL bytes', { text: `${freshText()}\0` }, 'text', /NUL/],
    ['a bidi override', { text: `${freshText()}\u202e` }, 'text', /direction/],
    ['half characters', { text: `${freshText()}\ud800` }, 'text', /half characters/],
    [
      'control characters of a binary',
      { text: `${freshText()}${'\u0007\u0001'.repeat(10)}` },
      'text',
      /control characters/,
    ],
    ['ten megabytes', { text: 'a '.repeat(5_000_000) }, 'text', /longer than/],
    ['a javascript address', { text: freshText(), url: 'javascript:alert(1)' }, 'url', /http/],
    ['half an address', { text: freshText(), url: 'quay.example' }, 'url', /not a web address/],
    ['an address with a password', { text: freshText(), url: 'https://a:b@quay.example/' }, 'url', /password/],
    ['a day that does not exist', { text: freshText(), publishedOn: '2025-02-30' }, 'publishedOn', /Not a day/],
    ['a day to come', { text: freshText(), publishedOn: '2025-12-24' }, 'publishedOn', /still to come/],
    ['a title without end', { text: freshText(), title: 'x'.repeat(301) }, 'title', /at most 300/],
    ['a bidi override in the title', { text: freshText(), title: 'a\u202eb' }, 'title', /direction/],
    ['NUL in the publisher', { text: freshText(), publisher: 'a\0b' }, 'publisher', /NUL/],
  ])('says what is wrong with %s and stores nothing', async (_name, input, field, words) =>
    refused(input, field, words),
  )

  it.each([{ not: '' }, ['a'], 5, null, undefined])('takes no %j for a text', async (text) => {
    await expect(importArticle(ctx, { text } as never)).rejects.toBeInstanceOf(ZodError)
  })

  it('is for admins only', async () => {
    await expect(importArticle(reviewer, { text: freshText() })).rejects.toMatchObject({ code: 'FORBIDDEN' })
    await expect(
      listArticles(contextOf({ kind: 'anonymous', id: null, name: 'reader', roles: [] }, NOW)),
    ).rejects.toMatchObject({
      code: 'NOT_FOUND',
    })
  })
})

it('leaves an audit log whose chains hold', async () => {
  expect(await verifyLedger()).toMatchObject({ broken: null })
})
