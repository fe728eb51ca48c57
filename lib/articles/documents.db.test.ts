import { afterAll, describe, expect, test } from 'vitest'
import { contextOf, systemActor } from '@/lib/core/context'
import { isAppError } from '@/lib/core/errors'
import { db, disconnect } from '@/lib/platform/db'
import { docxEntries, makeDocx, makePdf, makeZip, pdfColumn } from '@/lib/testing/documents'
import { importDocument } from './commands/documents'
import { getArticle } from './queries'

const ctx = contextOf(systemActor('test'), new Date('2025-11-20T09:00:00Z'))
const stranger = contextOf(systemActor('test', ['reviewer']), ctx.now)

afterAll(disconnect)

const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text)
let count = 0
/** Two lines that no other test imports. */
const freshLines = (): [string, string] => [
  `The harbour board of Norhaven counted ${++count * 1000 + 471} boats in the last`,
  'year, its chairman said. It expects more of them in 2026.',
]

const countAll = async () => ({
  articles: await db().article.count(),
  snapshots: await db().snapshot.count(),
  publishers: await db().publisher.count(),
  events: await db().auditEvent.count(),
})

async function refusalOf(work: Promise<unknown>): Promise<string> {
  try {
    await work
  } catch (error) {
    if (isAppError(error)) return Object.values(error.fields).join(' ') || error.code
    throw error
  }
  return 'none'
}

describe('importing a file', () => {
  test('of HTML takes the title, publisher, day and address from the page, and says where the day comes from', async () => {
    const html = `<!doctype html><title>Boats counted</title><meta property="og:site_name" content="Quay Daily">
      <meta property="article:published_time" content="2025-03-03"><link rel="canonical" href="https://quay.example/boats-${count}">
      <article><h1>Boats counted</h1><p>${freshLines().join(' ')}</p></article>`
    const { outcome, articleId } = await importDocument(ctx, { bytes: bytesOf(html), name: 'boats.pdf' })
    expect(outcome).toBe('created')
    expect(await getArticle(ctx, articleId)).toMatchObject({
      title: 'Boats counted',
      publishedOn: '2025-03-03',
      publishedOnBasis: 'Meta tag article:published_time',
      publisher: { name: 'Quay Daily', domain: 'quay.example' },
    })
  })

  test('puts what a person gives before what the file says', async () => {
    const source = `---\ntitle: Boats\ndate: 2025-03-03\n---\n\n${freshLines().join(' ')}`
    const given = { publisher: 'Coast Post', publishedOn: '2025-03-04' }
    const { articleId } = await importDocument(ctx, { bytes: bytesOf(source), name: 'boats.md', ...given })
    expect(await getArticle(ctx, articleId)).toMatchObject({
      title: 'Boats',
      publishedOn: '2025-03-04',
      publishedOnBasis: 'Given at import',
      publisher: { name: 'Coast Post' },
    })
  })

  test('of one text in three kinds is one article', async () => {
    const lines = freshLines()
    const pdf = makePdf([pdfColumn(lines, { x: 60, y: 700 })])
    const first = await importDocument(ctx, { bytes: pdf, name: 'boats.pdf' })
    const word = await importDocument(ctx, { bytes: makeDocx(null, [lines.join(' ')]), name: 'boats.docx' })
    const plain = await importDocument(ctx, { bytes: bytesOf(lines.join(' ')), name: 'boats.txt' })
    expect([first.outcome, word.outcome, plain.outcome]).toEqual(['created', 'unchanged', 'unchanged'])
    expect(new Set([first.articleId, word.articleId, plain.articleId]).size).toBe(1)
  })

  test('that cannot be read says why and stores nothing', async () => {
    const before = await countAll()
    const bomb = makeZip([...docxEntries(null, []), { name: 'word/comments.xml', content: 'a'.repeat(80_000_000) }])
    const locked = makePdf([pdfColumn(freshLines(), { x: 60, y: 700 })], { isLocked: true })
    const refused: [Uint8Array, RegExp][] = [
      [bomb, /unpacks to far more/],
      [locked, /password/],
      [bytesOf(`<html>${'<div>'.repeat(50_000)}`), /nested deeper/],
      [new Uint8Array(), /empty/],
    ]
    for (const [bytes, words] of refused)
      expect(await refusalOf(importDocument(ctx, { bytes, name: 'a.bin' }))).toMatch(words)
    expect(await refusalOf(importDocument(stranger, { bytes: bytesOf('x'), name: 'a.txt' }))).toBe('FORBIDDEN')
    expect(await countAll()).toEqual(before)
  })
})
