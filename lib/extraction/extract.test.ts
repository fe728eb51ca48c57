import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { isLinear } from '@/lib/testing/linear-time'
import { extract } from './rules'
import { type Extraction, ExtractionSchema } from './schema'

/** Pieces that rules look for, in any order: more likely to trip a rule than random letters. */
const PIECES = [
  'The council', 'Ann Lind', 'she', 'they', 'said', 'told reporters', 'according to', 'will', 'may', 'is expected to', 'plans to sell', 'sold', 'the docks',
  '$5 million', '54,000 workers', '3.5%', 'two-thirds', 'between 3 and 5', '−2', 'one in five', 'on Friday', 'in the latter half of 2025', 'Oct. 31', 'from Oct. 27 to 29', 'last week', 'fiscal 2026',
  'up from 3.1 percent', 'six years and eight months', '12 per 100,000 people', 'the number of boats', 'one dealer', 'twelve', 'half a', '(£3m)', 'A$', '- 5 degrees', '12-member', 'killed', '5 Old Mill Lane', '911 call',
  '\ud800', '\udfff', '\u0000', '\u2066', '\u0301', '\ufeff', 'ﬁ', 'İ', 'ß', '１２', '²', '½',
  ', ', '. ', '? ', '; ', ' -- ', ' — ', '"', '“', '”', "''", '``', '(', ')', '\n', '\n\n', ' ', ' and ', ' but ', ' as ', ' which ', ' who ', ' what ', ' if ', ' when ', '…', ':', '😀', 'é', '\u202e', '日本', '1)', 'a.',
] // biome-ignore format: a list
const hostile = fc
  .array(fc.oneof(fc.constantFrom(...PIECES), fc.string({ unit: 'grapheme', maxLength: 6 })), { maxLength: 60 })
  .map((parts) => parts.join(' '))

const spansOf = (result: Extraction) => [
  ...result.quantities.map((q) => [q.start, q.end, q.text] as const),
  ...result.times.map((t) => [t.start, t.end, t.text] as const),
  ...result.claims.map((c) => [c.start, c.end, c.quote] as const),
  ...result.attributions.flatMap(({ speaker, cue }) =>
    [speaker, cue].flatMap((s) => (s ? [[s.start, s.end, s.text] as const] : [])),
  ),
]

describe('extract holds for any text', () => {
  test('offsets are inside the text and every quote is verbatim', { timeout: 60_000 }, () => {
    fc.assert(
      fc.property(hostile, (text) => {
        const result = extract({ text, publishedOn: '2025-03-05' })
        for (const [start, end, words] of spansOf(result)) {
          expect(start).toBeLessThan(end)
          expect(text.slice(start, end)).toBe(words)
        }
        for (const { content } of result.attributions) expect(content.start).toBeLessThan(content.end)
        for (const { content } of result.attributions) expect(content.end).toBeLessThanOrEqual(text.length)
      }),
      { numRuns: 400 },
    )
  })

  test('the answer fits its schema, windows are ordered and never begin before the publication day', {
    timeout: 60_000,
  }, () => {
    fc.assert(
      fc.property(hostile, fc.constantFrom('2025-03-05', '2024-02-29', '1999-12-31', null), (text, publishedOn) => {
        const result = ExtractionSchema.parse(extract({ text, publishedOn }))
        for (const time of result.times) expect(time.from <= time.to).toBe(true)
        for (const { due, quantities } of result.claims) {
          if (due) expect(due.from <= due.to && due.from >= (publishedOn ?? '')).toBe(true)
          for (const index of quantities) expect(result.quantities[index]).toBeDefined()
        }
      }),
      { numRuns: 400 },
    )
  })

  test('every rule of a claim names words inside the text, and only sentences without a claim say why', {
    timeout: 60_000,
  }, () => {
    fc.assert(
      fc.property(hostile, (text) => {
        const { claims, sentences } = extract({ text, publishedOn: '2025-03-05' })
        for (const { rules, signs } of claims) {
          expect([...new Set(signs.map((sign) => sign.rule))]).toEqual([...new Set(rules)])
          for (const { start, end } of signs) {
            expect(start).toBeLessThan(end)
            expect(text.slice(start, end).trim()).not.toBe('')
          }
        }
        for (const { start, end, leftOut } of sentences)
          if (leftOut !== null) expect(claims.some((claim) => claim.start >= start && claim.start < end)).toBe(false)
      }),
      { numRuns: 400 },
    )
  })

  test('the same text gives the same answer', { timeout: 60_000 }, () => {
    fc.assert(
      fc.property(hostile, (text) => {
        const first = extract({ text, publishedOn: '2025-03-05' })
        expect(extract({ text, publishedOn: '2025-03-05' })).toEqual(first)
      }),
      { numRuns: 100 },
    )
  })

  test('sentences are in order, do not overlap and leave nothing but white space out', { timeout: 60_000 }, () => {
    fc.assert(
      fc.property(hostile, (text) => {
        let from = 0
        for (const { start, end } of extract({ text, publishedOn: null }).sentences) {
          expect(text.slice(from, start).trim()).toBe('')
          from = end
        }
        expect(text.slice(from).trim()).toBe('')
      }),
      { numRuns: 200 },
    )
  })
})

describe('extract takes linear time', () => {
  /** Hostile runs, one per family that could look ahead or back without bound. */
  test.each([
    ['sentences: no white space', 'a'],
    ['sentences: no full stop', 'word '],
    ['sentences: dots', '. '],
    ['quotations: open quotes', '“a '],
    ['quantities: number groups', '1,234,'],
    ['quantities: ranges', '3 to 5 and '],
    ['quantities: bare numbers', '5 from '],
    ['quantities: brackets', '(5 '],
    ['quantities: compound amounts', '1 year 2 months and '],
    ['quantities: rates', '5 per 100 '],
    ['quantities: what they count', 'at 5 of the '],
    ['quantities: one', 'one man '],
    ['quantities: rows of a table', '1 sack 2 hulls 14 17 3 '],
    ['sentences: list markers', '1) x '],
    ['worthiness: word classes', 'we must '],
    ['language: words of many', 'le la 5 '],
    ['characters: half pairs', '\ud800'],
    ['times: months', 'May 5 to '],
    ['times: weekdays', 'on Friday '],
    ['times: told from events', 'the fire on May 5 and 10 days before the fire '],
    ['times: fiscal years', 'its fiscal year that ends in fiscal 2026 '],
    ['windows: relatives', 'that will open on May 5 '],
    ['attributions: cues', 'he said that '],
    ['attributions: appositions', 'Ann, a head, '],
    ['attributions: shared subjects', 'and praised and '],
    ['attributions: nouns', 'her claim that his fear of '],
    ['attributions: turns', 'LIND: a\n'],
    ['certainty: modals', 'will may '],
    ['claims: coordinations', 'and they sold '],
    ['claims: dashes', '-- x '],
    ['claims: brackets', '('],
  ])(
    '%s',
    (_, unit) => {
      const text = unit.repeat(Math.ceil(1_000_000 / unit.length))
      expect(isLinear((part) => extract({ text: part, publishedOn: '2025-03-05' }), text, 1500)).toBe(true)
    },
    120_000,
  )

  test('a long text without a full stop', { timeout: 120_000 }, () => {
    const words = 'The council said that it will cut 3 percent of jobs by 2027 while Ann Lind told reporters '
    const text = words.repeat(Math.ceil(4_000_000 / words.length))
    const read = (part: string) => extract({ text: part, publishedOn: '2025-03-05' })
    expect(read(text.slice(0, 400_000)).sentences.length).toBeGreaterThan(400_000 / 3100)
    expect(isLinear(read, text, 3000)).toBe(true)
  })
})
