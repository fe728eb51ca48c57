import { describe, expect, test } from 'vitest'
import { documentOf } from './documents/document'
import { readPage } from './pages/reading'
import { placeShapes } from './shapes'

const PROSE =
  'The harbour of Quillport shipped four thousand barges of gravel last year, the harbour master said on Monday.'
const HTML = `<html><body><article><h1>Barges of Quillport</h1><p>${PROSE}</p><h2>What was shipped</h2><p>${PROSE} It rained.</p>
<ul><li>ten barges of sand, which is more than the year before that</li><li>two tugs that were built in the yard of the town</li></ul>
<blockquote><p>We wait for the lock, and we have waited for it for years, as everybody in this town knows.</p></blockquote>
<p>${PROSE} It snowed.</p></article></body></html>`

describe('shapes of a page', () => {
  test('are read with its body, and found again in what is stored', () => {
    const reading = readPage({ html: HTML })
    if ('problem' in reading) throw new Error(reading.problem)
    expect(reading.shapes.map(({ shape, text }) => [shape, text.slice(0, 12)])).toEqual([
      ['heading', 'What was shi'],
      ['item', 'ten barges o'],
      ['item', 'two tugs tha'],
      ['quote', 'We wait for '],
    ])
    const placed = placeShapes(reading.body, reading.shapes)
    expect(placed.map(({ start, end }) => reading.body.slice(start, end))).toEqual(
      reading.shapes.map(({ text }) => text),
    )
  })

  test('of Markdown are read as well', async () => {
    const bytes = new TextEncoder().encode(
      `# Barges\n\n${PROSE}\n\n## Numbers\n\n- ten barges\n- two tugs\n\n> We wait.\n`,
    )
    const read = await documentOf(bytes, 'barges.md')
    if ('problem' in read) throw new Error(read.problem)
    expect(read.shapes.map(({ shape }) => shape)).toEqual(['heading', 'heading', 'item', 'item', 'quote'])
  })
})

describe('placing shapes', () => {
  const item = (text: string) => ({ shape: 'item' as const, text })

  test('takes equal lines in their order, and leaves out what is not there as whole lines', () => {
    expect(placeShapes('a\nb\na\nlonger', [item('a'), item('a'), item('a'), item('long')])).toEqual([
      { shape: 'item', start: 0, end: 1 },
      { shape: 'item', start: 4, end: 5 },
    ])
  })

  test('keeps blocks of several lines together', () => {
    expect(placeShapes('x\n\nfirst\nsecond\n\ny', [item('first\nsecond')])).toEqual([
      { shape: 'item', start: 3, end: 15 },
    ])
  })

  test('stays quick in a text of many equal lines', () => {
    const body = 'same\n'.repeat(200_000)
    expect(
      placeShapes(
        body,
        Array.from({ length: 2000 }, () => item('same')),
      ),
    ).toHaveLength(2000)
  })
})
