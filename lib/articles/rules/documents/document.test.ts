import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { docxEntries, makeDocx, makePdf, makeZip, pdfColumn } from '@/lib/testing/documents'
import { type DocumentReading, documentOf } from './document'
import { joinLines } from './pdf-text'

const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text)

async function read(bytes: Uint8Array, name = 'file.bin'): Promise<DocumentReading> {
  const reading = await documentOf(bytes, name)
  if ('problem' in reading) throw new Error(reading.problem)
  return reading
}

const problemOf = async (bytes: Uint8Array, name = 'file.bin'): Promise<string> => {
  const reading = await documentOf(bytes, name)
  return 'problem' in reading ? reading.problem : `read as ${reading.kind}`
}

const FIRST = 'The council of Harrow Bay will reopen the swing bridge in March, said the harbour master Ines Falk.'
const SECOND = 'Repairs cost 4.2 million crowns; a third of that sum was paid by the fishing cooperative.'

describe('a PDF', () => {
  const left = [
    'The swing bridge of Harrow Bay will be re-',
    'opened in March, the council decided on a',
    'stormy evening, by nine votes against two.',
    'Ferries go on running until then, and cost',
    'nothing for people who work on the island.',
  ]
  const right = [
    'Repairs were paid by the cooperative of the',
    'fishers and by the province, which gave four',
    'million crowns. The rest was collected at the',
    'summer fair, where the old bridge house was',
    'sold as firewood for a very good price indeed.',
  ]

  test('is read line by line into paragraphs, with parted words joined', async () => {
    const { text, kind } = await read(makePdf([pdfColumn(left, { x: 60, y: 700 })]))
    expect(kind).toBe('pdf')
    expect(text).toBe(
      'The swing bridge of Harrow Bay will be reopened in March, the council decided on a stormy evening, by nine votes against two. Ferries go on running until then, and cost nothing for people who work on the island.',
    )
  })

  test('of two columns is read down one and then the other', async () => {
    const page = [
      { text: 'Bridge to open again after the long winter in the bay', x: 60, y: 760, size: 20 },
      ...pdfColumn(left, { x: 60, y: 700 }),
      ...pdfColumn(right, { x: 320, y: 700 }),
    ]
    const { text } = await read(makePdf([page]))
    expect(text.split('\n\n')).toEqual([
      'Bridge to open again after the long winter in the bay',
      expect.stringMatching(
        /^The swing bridge .* on the island\. Repairs were paid|^The swing bridge .* on the island\.$/,
      ),
      ...(text.includes('island. Repairs') ? [] : [expect.stringMatching(/^Repairs were paid by .* price indeed\.$/)]),
    ])
    expect(text.indexOf('work on the island')).toBeLessThan(text.indexOf('Repairs were paid'))
  })

  test('loses what stands on every page, and its page numbers', async () => {
    const pages = [1, 2, 3].map((number) => [
      { text: 'Bay Courier, weekend edition', x: 60, y: 800 },
      ...pdfColumn(
        [
          `${['Bridges', 'Ferries', 'Markets'][number - 1]} were what the council spoke of`,
          `at length that evening, and it decided nothing`,
        ],
        { x: 60, y: 700 },
      ),
      { text: `Page ${number} of 3`, x: 280, y: 40 },
    ])
    const { text } = await read(makePdf(pages))
    expect(text).not.toMatch(/Bay Courier|Page \d/)
    expect(text).toContain('Ferries were what the council spoke of at length that evening, and it decided nothing')
  })

  test('that is locked, cut off, or only pictures is refused in words', async () => {
    expect(await problemOf(makePdf([pdfColumn(left, { x: 60, y: 700 })], { isLocked: true }))).toMatch(/password/)
    expect(await problemOf(makePdf([[]]))).toMatch(/pictures of pages and no text/)
    expect(await problemOf(bytesOf('%PDF-1.7\nnothing that a reader could follow'))).toMatch(/damaged/)
  })
})

describe('a Word file', () => {
  test('is read paragraph by paragraph, with its title', async () => {
    expect(await read(makeDocx('Bridge to reopen', [FIRST, SECOND]))).toMatchObject({
      kind: 'docx',
      title: 'Bridge to reopen',
      text: `Bridge to reopen\n\n${FIRST}\n\n${SECOND}`,
    })
  })

  const huge = 'a'.repeat(80_000_000)
  test('that unpacks to too much is refused, whether it says so or lies', async () => {
    const bomb = [...docxEntries(null, [FIRST]), { name: 'word/footnotes.xml', content: huge }]
    expect(await problemOf(makeZip(bomb))).toMatch(/unpacks to far more/)
    const lying = [...docxEntries(null, [FIRST]), { name: 'word/footnotes.xml', content: huge, declaredSize: 10 }]
    expect(await problemOf(makeZip(lying))).toMatch(/unpacks to far more/)
  })

  test('that declares entities, is nested without end, locked, cut off, or no Word file is refused in words', async () => {
    const withBody = (content: string) =>
      makeZip([...docxEntries(null, []).slice(0, -1), { name: 'word/document.xml', content }])
    expect(await problemOf(withBody('<!DOCTYPE x [<!ENTITY a "aaaa">]><x>&a;</x>'))).toMatch(/entities/)
    expect(await problemOf(withBody('<a>'.repeat(100_000)))).toMatch(/nested deeper/)
    expect(await problemOf(makeZip([{ name: 'word/document.xml', content: 'x', isLocked: true }]))).toMatch(/password/)
    expect(await problemOf(makeDocx(null, [FIRST]).subarray(0, 400))).toMatch(/damaged/)
    expect(await problemOf(makeZip([{ name: 'notes.txt', content: 'x' }]))).toMatch(/no Word file/)
  })
})

describe('a file', () => {
  test('is told by its content, not by its name', async () => {
    const html = `<!doctype html><title>Bridge</title><article><h1>Bridge</h1><p>${FIRST}</p><p>${SECOND}</p></article>`
    expect(await read(bytesOf(html), 'report.pdf')).toMatchObject({
      kind: 'html',
      text: `${FIRST}\n\n${SECOND}`,
      title: 'Bridge',
    })
    expect(await read(makeDocx(null, [FIRST]), 'report.txt')).toMatchObject({ kind: 'docx', text: FIRST })
    expect(await read(bytesOf(`A text that speaks of <p> tags. ${FIRST}`), 'notes.html')).toMatchObject({
      kind: 'text',
    })
  })

  test('in Markdown gives its title, day and plain text', async () => {
    const source = `---\ntitle: "Bridge reopens"\nauthor: Ines Falk\ndate: 2024-03-05\n---\n\n# Bridge\n\n${FIRST.replace('swing', '**swing**')}\n\n- one\n- two\n`
    expect(await read(bytesOf(source), 'bridge.md')).toMatchObject({
      kind: 'markdown',
      title: 'Bridge reopens',
      byline: 'Ines Falk',
      publishedOn: '2024-03-05',
      text: `Bridge\n\n${FIRST}\n\none\n\ntwo`,
    })
  })

  test('that is a saved message gives its subject, sender, day and text', async () => {
    const head =
      'From: =?utf-8?Q?In=C3=A9s_Falk?= <falk@courier.example>\r\nTo: desk@courier.example\r\nSubject: Fwd: Bridge reopens\r\nDate: Tue, 5 Mar 2024 10:31:00 +0100\r\n'
    const plain = `Content-Type: text/plain; charset=utf-8\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\n${FIRST.replace('in March', 'in M=\r\narch')}\r\n`
    const page = `Content-Type: text/html; charset=utf-8\r\nContent-Transfer-Encoding: base64\r\n\r\n${btoa(`<p>${FIRST}</p><p>${SECOND}</p>`)}\r\n`
    const said = { kind: 'mail', title: 'Bridge reopens', byline: 'Inés Falk', publishedOn: '2024-03-05' }
    expect(await read(bytesOf(`${head}${plain}`), 'a.eml')).toMatchObject({ ...said, text: `${FIRST}\r\n` })
    const both = `${head}Content-Type: multipart/alternative; boundary="b1"\r\n\r\n--b1\r\n${plain}--b1\r\n${page}--b1--\r\n`
    expect(await read(bytesOf(both), 'a.eml')).toMatchObject({ ...said, text: `${FIRST}\n\n${SECOND}` })
    const attached = `${head}Content-Type: application/pdf\r\nContent-Disposition: attachment\r\n\r\nx`
    expect(await problemOf(bytesOf(attached), 'a.eml')).toMatch(/no text/)
  })

  test.each([
    ['empty', new Uint8Array(), /empty/],
    ['a picture', Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 13, 10), /picture/],
    ['of an old Office program', Uint8Array.of(0xd0, 0xcf, 0x11, 0xe0, 0xa1), /old Office/],
    ['RTF', bytesOf('{\\rtf1 text}'), /\.rtf/],
    ['a gzip archive', Uint8Array.of(0x1f, 0x8b, 8), /archive/],
    ['larger than 25 MB', new Uint8Array(25_000_001), /larger than 25 MB/],
    ['HTML nested 50,000 deep', bytesOf(`<html>${'<div>'.repeat(50_000)}`), /nested deeper/],
  ])('that is %s is refused in words', async (_, bytes, words) => {
    expect(await problemOf(bytes)).toMatch(words)
  })
})

test.each([
  ['re-', 'opened', 'reopened'],
  ['the Franco-', 'German talks', 'the Franco-German talks'],
  ['in 2024-', '25 the sum', 'in 2024-25 the sum'],
  ['a line', 'and the next', 'a line and the next'],
  ['soft\u00ad', 'ware', 'software'],
  ['a pause –', 'and more', 'a pause – and more'],
])('the lines “%s” and “%s” are one', (first, second, joined) => {
  expect(joinLines(first, second)).toBe(joined)
})

test('bytes of any kind are read or refused in words', async () => {
  const begin = fc.constantFrom('', '%PDF-1.7\n', 'PK\x03\x04', '<html>', '---\n', '\xff\xfe', '\xef\xbb\xbf', '{\\rtf')
  const whole = makeDocx('Bridge', [FIRST, SECOND])
  const damaged = fc
    .tuple(fc.nat(whole.length - 1), fc.nat(255))
    .map(([at, byte]) => whole.map((value, i) => (i === at ? byte : value)))
  const made = fc
    .tuple(begin, fc.uint8Array({ maxLength: 400 }))
    .map(([start, rest]) => Uint8Array.from([...start].map((char) => char.charCodeAt(0)).concat([...rest])))
  await fc.assert(
    fc.asyncProperty(fc.oneof(damaged, made), fc.constantFrom('a.txt', 'a.md', 'a.pdf'), async (bytes, name) => {
      const reading = await documentOf(bytes, name)
      expect('problem' in reading ? reading.problem.length : reading.kind.length).toBeGreaterThan(2)
    }),
    { numRuns: 150 },
  )
}, 30_000)
