import { beforeAll, describe, expect, test } from 'vitest'
import { docxEntries, makeDocx, makePdf, makeZip, pdfColumn } from '@/lib/testing/documents'
import { ensureThreads } from '@/scripts/lib/products.mjs'
import { readDocumentApart, readPageApart } from './reading'

beforeAll(ensureThreads)

const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text)
const SENTENCE = 'The council of Harrow Bay will reopen the swing bridge in March, said the harbour master Ines Falk.'

describe('reading in a thread', () => {
  test('answers as the reader does', async () => {
    expect(await readDocumentApart(makeDocx(null, [SENTENCE]), 'a.docx', null)).toMatchObject({ text: SENTENCE })
    const page = { bytes: bytesOf(`<title>Bridge</title><p>${SENTENCE}</p>`), contentType: null, url: null }
    expect(await readPageApart(page, null)).toMatchObject({ title: 'Bridge', body: SENTENCE })
  })

  test('answers many at once, each with its own', async () => {
    const texts = Array.from({ length: 12 }, (_, i) => `${i} ${SENTENCE}`)
    const readings = await Promise.all(texts.map((text) => readDocumentApart(bytesOf(text), 'a.txt', null)))
    expect(readings.map((reading) => 'text' in reading && reading.text)).toEqual(texts)
  })

  test('leaves the process free to answer meanwhile', async () => {
    const lines = Array.from({ length: 60 }, (_, i) => `Line ${i} of a long report about the bridge and what it cost.`)
    const pages = Array.from({ length: 60 }, () => pdfColumn(lines, { x: 60, y: 780 }))
    let longestMs = 0
    let last = performance.now()
    const beat = setInterval(() => {
      longestMs = Math.max(longestMs, performance.now() - last)
      last = performance.now()
    }, 5)
    const bytes = makePdf(pages)
    last = performance.now()
    const reading = await readDocumentApart(bytes, 'report.pdf', null)
    clearInterval(beat)
    expect(reading).toMatchObject({ kind: 'pdf' })
    expect(longestMs).toBeLessThan(250)
  })

  test('ends what takes too long, in words, and reads the next file', async () => {
    // Each of the ends is looked for among all elements that are open.
    const slow = `<html>${'<b>'.repeat(550)}${'</i>'.repeat(6_000_000)}`
    const reading = await readDocumentApart(bytesOf(slow), 'slow.html', null)
    expect(reading).toMatchObject({ problem: expect.stringMatching(/takes too long/) })
    expect(await readDocumentApart(bytesOf(SENTENCE), 'a.txt', null)).toMatchObject({ text: SENTENCE })
  }, 30_000)

  test('ends what takes too much memory, in words', async () => {
    const many = '<w:p><w:r><w:t>a</w:t></w:r></w:p>'.repeat(1_500_000)
    const word = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main'
    const content = `<w:document xmlns:w="${word}"><w:body>${many}</w:body></w:document>`
    const file = makeZip([...docxEntries(null, []).slice(0, -1), { name: 'word/document.xml', content }])
    expect(await readDocumentApart(file, 'many.docx', null)).toMatchObject({
      problem: expect.stringMatching(/Nothing was stored/),
    })
  }, 20_000)
})
