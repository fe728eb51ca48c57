import { expect, it } from 'vitest'
import { extract } from '@/lib/extraction/rules'
import { candidateFromSelection, candidatesFrom, keepWorthiest, trimSpan } from './rules/extracting'

const BODY = 'The port of Norhaven handled 54,000 containers in 2024.\n\nA quay will open there by the end of 2027.'
const read = () => candidatesFrom(BODY, extract({ text: BODY, publishedOn: '2025-10-02' }))

it('keeps each span once, with figures and window where they stand', () => {
  const found = read()
  expect(new Set(found.map(({ start, end }) => `${start}-${end}`)).size).toBe(found.length)
  for (const { start, end, quote, quantities } of found) {
    expect(BODY.slice(start, end)).toBe(quote)
    for (const figure of quantities) expect(BODY.slice(figure.start, figure.end)).toBe(figure.text)
  }
  expect(found.map((candidate) => candidate.dueTo)).toContain('2027-12-31')
})

it('leaves out a claim whose quote does not stand there, and a number that no column holds', () => {
  const extraction = extract({ text: BODY, publishedOn: '2025-10-02' })
  const [first] = extraction.claims
  if (!first) throw new Error('the extractor found nothing')
  const huge = extraction.quantities.map((quantity) => ({ ...quantity, value: 1e30 }))
  expect(candidatesFrom(BODY, { ...extraction, claims: [{ ...first, quote: 'else' }] })).toEqual([])
  expect(candidatesFrom(BODY, { ...extraction, quantities: huge }).flatMap((found) => found.quantities)).toEqual([])
})

it('reads a marked fragment with its figures at their places in the whole text', () => {
  const span = { start: 4, end: 54 }
  const fragment = extract({ text: BODY.slice(4, 54), publishedOn: '2025-10-02' })
  const candidate = candidateFromSelection(BODY, span, 'statistic', fragment)
  expect(candidate).toMatchObject({ ...span, quote: BODY.slice(4, 54), kind: 'statistic', dueFrom: null })
  expect(candidate.quantities.map((figure) => BODY.slice(figure.start, figure.end))).toContain('54,000')
})

it('of a very long text keeps the worthiest, in the order of the text, and counts the rest', () => {
  const [one] = read()
  if (!one) throw new Error('the extractor found nothing')
  const found = Array.from({ length: 1500 }, (_, index) => ({
    ...one,
    start: index,
    checkWorthiness: (index % 7) / 10,
  }))
  expect(keepWorthiest(BODY, found)).toEqual({ kept: found, leftOut: 0 })
  const { kept, leftOut } = keepWorthiest('x'.repeat(2_000_000), found)
  expect([kept.length, leftOut]).toEqual([1000, 500])
  expect(kept.every((candidate, index) => index === 0 || (kept[index - 1]?.start ?? 0) < candidate.start)).toBe(true)
  expect(Math.min(...kept.map((candidate) => candidate.checkWorthiness))).toBeGreaterThanOrEqual(0.2)
})

it.each([
  [' a b ', { start: 0, end: 5 }, { start: 1, end: 4 }],
  ['ab', { start: 0, end: 2 }, { start: 0, end: 2 }],
  ['a \n b', { start: 1, end: 4 }, null],
])('trims %j', (text, span, expected) => expect(trimSpan(text, span)).toEqual(expected))
