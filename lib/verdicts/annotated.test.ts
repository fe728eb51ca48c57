import fc from 'fast-check'
import { expect, test } from 'vitest'
import { renderRationale } from './present'
import { type Mark, renderAnnotated, runsOf } from './present/annotated'

const mark = (start: number, end: number, number = 1): Mark => ({ start, end, number, id: `r${number}` })
/** What the runs say of themselves: place and words, as a browser reads them. */
const placed = (html: string): [number, string][] =>
  [...html.matchAll(/<(?:span|mark)[^>]* data-at="(\d+)">([^<]*)</g)].map(([, at, words]) => [
    Number(at),
    unescaped(words ?? ''),
  ])
const unescaped = (html: string): string =>
  html.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&quot;', '"').replaceAll('&amp;', '&')
const plain = (html: string): string => html.replace(/<sup.*?<\/sup>/g, '').replace(/<\/?(span|mark)[^>]*>/g, '')

const CITED = ['01890000-0000-7000-8000-000000000001', '01890000-0000-7000-8000-000000000002']
const TEXTS = [
  'The **register** counts boats.\n\nIt is made [every spring](https://register.example/a(b)c). Counted.',
  '## What was counted\n\n- boats, 120 of them\n- *ferries*\n\n1. First\n2. Second: 3.5 more',
  '> Quoted words\n> over two lines\n\nAnd `code` between words.\r\nAnother line.',
  'https://register.example/boats says so; a < b & c > d.',
  'It is counted [1](evidence:01890000-0000-7000-8000-000000000001), and then [2](evidence:01890000-0000-7000-8000-000000000002) again.',
]

test.each(TEXTS)('every run says where its words stand in the source: %j', (text) => {
  const runs = placed(renderAnnotated(text, []))
  expect(runs.length).toBeGreaterThan(0)
  for (const [at, words] of runs) expect(text.slice(at, at + words.length)).toBe(words)
})

test.each(TEXTS)('but for the runs it is what readers see: %j', (text) => {
  const rendering = { evidenceIds: CITED }
  expect(plain(renderAnnotated(text, [mark(3, 9), mark(5, 20, 2)], rendering))).toBe(renderRationale(text, rendering))
})

test('the words of a remark are marked, with its number behind them, across emphasis too', () => {
  const html = renderAnnotated('The **register** counts.', [mark(0, 16)])
  expect(html).toContain('<mark class="remark-mark" data-at="0">The </mark>')
  expect(html).toContain('<mark class="remark-mark" data-at="6">register</mark>')
  expect(renderAnnotated('The register counts.', [mark(4, 12, 3)])).toContain(
    'register</mark><sup class="remark-number"><a href="#remark-r3" aria-label="Remark 3">3</a></sup>',
  )
})

test('a text that is spelled otherwise in the source carries no place', () => {
  expect(placed(renderAnnotated('Salt &amp; pepper', []))).toEqual([])
  expect(placed(renderAnnotated('A \\*star\\*', []))).toEqual([])
})

test('nothing that a writer types becomes HTML', () => {
  const html = renderAnnotated('<img src=x onerror=alert(1)> and [x](javascript:alert(1))', [mark(0, 8)])
  expect(html).not.toMatch(/<img|href="javascript/)
})

test('runs are the text, whole and in order, whatever is marked', () => {
  const span = fc.tuple(fc.nat(40), fc.nat(40)).map(([a, b]) => mark(Math.min(a, b), Math.max(a, b) + 1))
  fc.assert(
    fc.property(fc.string({ maxLength: 40 }), fc.nat(20), fc.array(span, { maxLength: 4 }), (text, at, marks) => {
      const runs = runsOf(text, at, marks)
      expect(runs.map((run) => run.text).join('')).toBe(text)
      for (const run of runs) {
        expect(run.text).toBe(text.slice(run.start - at, run.end - at))
        if (run.mark) expect(run.mark.start <= run.start && run.mark.end >= run.end).toBe(true)
      }
    }),
  )
})
