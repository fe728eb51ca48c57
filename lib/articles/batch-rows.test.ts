import { describe, expect, test } from 'vitest'
import { readBatch } from './commands/batch-reading'
import { rowOf } from './rules/batch-rows'

async function* inPieces(bytes: Uint8Array, size: number) {
  for (let k = 0; k < bytes.length; k += size) yield bytes.subarray(k, k + size)
}
const utf8 = (text: string) => new TextEncoder().encode(text)
async function rows(bytes: Uint8Array, format: 'csv' | 'jsonl' = 'csv', size = 7) {
  const found = []
  for await (const row of readBatch(inPieces(bytes, size), format)) found.push(row)
  return found
}

describe('what columns are called', () => {
  test.each([
    [
      {
        Headline: 'A',
        'Article body': 'B',
        Link: 'https://a.example',
        Source: 'Post',
        date_published: '2025-10-22T08:00:00Z',
      },
    ],
    [{ title: 'A', text: 'B', url: 'https://a.example', publisher: 'Post', publishedOn: '2025-10-22' }],
  ])('%o', (record) => {
    expect(rowOf(record)).toEqual({
      fields: { title: 'A', text: 'B', url: 'https://a.example', publisher: 'Post', publishedOn: '2025-10-22' },
    })
  })

  test('a row without a text says so, with what stood there', () => {
    expect(rowOf({ title: 'Only a title', constructor: 'x' })).toEqual({
      problem: 'It has no text: neither a column "text" nor one "html" is filled.',
      excerpt: 'Only a title | x',
    })
  })
})

describe('a CSV', () => {
  test('is read in pieces of any size, quotes, line ends and marks kept', async () => {
    const text = '\ufefftitle,text\r\n"The ""lock""","It leaks.\nMore, said Lind."\r\nB,"Hafen – ö"\r\n'
    const expected = [
      { fields: { title: 'The "lock"', text: 'It leaks.\nMore, said Lind.' } },
      { fields: { title: 'B', text: 'Hafen – ö' } },
    ]
    for (const size of [1, 3, 1000]) expect(await rows(utf8(text), 'csv', size)).toEqual(expected)
  })

  test.each([[';'], ['\t']])('may have %o between its columns', async (mark) => {
    expect(await rows(utf8(`title${mark}text\nA${mark}B, b\n`))).toEqual([{ fields: { title: 'A', text: 'B, b' } }])
  })

  test('as a spreadsheet saves it, in Windows-1252 or UTF-16, is read right', async () => {
    const windows = Uint8Array.from([...'text\nCaf'].map((c) => c.charCodeAt(0)).concat([0xe9, 0x20, 0x80, 0x0a]))
    expect(await rows(windows, 'csv', 1000)).toEqual([{ fields: { text: 'Café €' } }])
    const utf16 = new Uint8Array(Buffer.from('\ufefftext\nHafen ö\n', 'utf16le'))
    expect(await rows(utf16)).toEqual([{ fields: { text: 'Hafen ö' } }])
  })

  test('letters that are not UTF-8 far behind the first piece are read as the spreadsheet wrote them', async () => {
    const windows = Uint8Array.from(
      [...`text\n${'plain,'.repeat(40).replaceAll(',', ' ')}caf`].map((c) => c.charCodeAt(0)).concat([0xe9, 0x0a]),
    )
    for (const size of [1, 7, 64]) {
      const [row] = await rows(windows, 'csv', size)
      expect(JSON.stringify(row)).toContain('café')
    }
    const mixed = new Uint8Array(Buffer.concat([Buffer.from('text\nö utf8\n'), Buffer.from([0x63, 0xe9, 0x0a])]))
    await expect(rows(mixed, 'csv', 5)).rejects.toMatchObject({ text: expect.stringContaining('not all in UTF-8') })
  })

  test('a row with too few columns is a problem of that row alone', async () => {
    const found = await rows(utf8('title,text\nA,B\nonly one\nC,D\n'))
    expect(found).toHaveLength(3)
    expect(found.filter((row) => 'problem' in row)).toEqual([
      { problem: 'It has more or fewer columns than the headings.', excerpt: 'only one' },
    ])
  })

  test('without a column of texts it is refused as a whole, with what it has', async () => {
    await expect(rows(utf8('name,phone\nA,1\n'))).rejects.toMatchObject({
      code: 'BAD_INPUT',
      text: 'No column is called "text" or "html", so it holds no articles. Its columns are: name, phone.',
    })
  })

  test('a picture is refused', async () => {
    await expect(rows(Uint8Array.from([0x89, 0x50, 0, 0, 0, 10]))).rejects.toMatchObject({ code: 'BAD_INPUT' })
  })

  test('a quotation mark that is never closed refuses the whole, with its place', async () => {
    await expect(rows(utf8('title,text\nA,B\n"C,D\nE,F\n'))).rejects.toMatchObject({
      code: 'BAD_INPUT',
      text: expect.stringMatching(/^A quotation mark is not closed.* at line \d+ or before\. Nothing was imported\.$/),
    })
  })
})

describe('a JSONL', () => {
  test('has a row a line; a bad one is a problem of its own', async () => {
    const text = '{"title":"A","body":"B"}\n\nnot json\n[1]\n{"text":"C"}'
    for (const size of [1, 5, 1000])
      expect(await rows(utf8(text), 'jsonl', size)).toEqual([
        { fields: { title: 'A', text: 'B' } },
        { problem: 'It is no JSON.', excerpt: 'not json' },
        { problem: 'It is no JSON object.', excerpt: '[1]' },
        { fields: { text: 'C' } },
      ])
  })

  test('a line of many megabytes is one refused row', async () => {
    const found = await rows(utf8(`{"text":"${'a'.repeat(4_000_000)}"}\n{"text":"C"}`), 'jsonl', 65_536)
    expect(found).toMatchObject([{ problem: 'It is longer than 2,100,000 characters.' }, { fields: { text: 'C' } }])
  })
})
