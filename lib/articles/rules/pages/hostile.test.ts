import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { readPage } from './reading'

const cpuMsOf = (work: () => void): number => {
  const before = process.cpuUsage()
  work()
  const { user, system } = process.cpuUsage(before)
  return (user + system) / 1000
}

describe('a page of any kind', () => {
  const name = fc.constantFrom(
    'div',
    'p',
    'article',
    'li',
    'ul',
    'table',
    'td',
    'b',
    'a',
    'h1',
    'h2',
    'script',
    'time',
    'form',
    'br',
    'svg',
    'body',
  )
  const attribute = fc.constantFrom(
    '',
    ' class="article-body"',
    ' class=comments',
    ' hidden',
    ' itemprop="datePublished" content="2024-02-30"',
    ' style="display:none"',
    ' class="related-posts',
    ' datetime=1',
  )
  const text = fc.oneof(
    fc.string(),
    fc.lorem({ mode: 'sentences', maxCount: 4 }),
    fc.constantFrom('&amp;', '&#0;', '\0', '<!--', ']]>', '{"@type":"Article"', '5 March 2024', '\ud800'),
  )
  const piece = fc.oneof(
    fc.tuple(name, attribute).map(([tag, more]) => `<${tag}${more}>`),
    name.map((tag) => `</${tag}>`),
    text,
  )

  test('is read without failing, into storable text, with a day of the calendar or none', () => {
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 60 }), (pieces) => {
        const reading = readPage({ html: pieces.join(''), url: 'https://courier.example/a' })
        if ('problem' in reading) return
        expect(reading.body).not.toMatch(/\0|<(?:div|script)\b[^<>]*>/)
        expect(reading.publishedOn ?? '2024-01-01').toMatch(/^\d{4}-\d{2}-\d{2}$/)
        expect(reading.publishedOn).not.toBe('2024-02-30')
      }),
      { numRuns: 300 },
    )
  })

  test('gives the same reading each time', () => {
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 40 }), (pieces) => {
        const html = pieces.join('')
        expect(readPage({ html })).toEqual(readPage({ html }))
      }),
      { numRuns: 50 },
    )
  })
})

describe('a page made to break readers takes less than 2 s', () => {
  test.each([
    ['elements nested 50,000 deep', '<div>'.repeat(50_000)],
    ['a line of 4 MB', `<p>${'word '.repeat(800_000)}`],
    ['NULs', '<p>a\0\0</p>'.repeat(90_000)],
    ['entities', '&amp;&lt;&#x26;&nbsp;'.repeat(200_000)],
    ['unclosed list items', '<li>x'.repeat(90_000)],
    ['boxes that name themselves asides', '<div class="share">a</div>'.repeat(90_000)],
    [
      'linked data nested deep',
      `<script type="application/ld+json">${'['.repeat(400_000)}${']'.repeat(400_000)}</script>`,
    ],
    ['linked data of commas', `<script type="application/ld+json">{"a":1${','.repeat(1_900_000)}</script>`],
    ['an endless class', `<div class="${'a-b '.repeat(500_000)}">x</div>`],
    ['attributes', `<p ${'a=b '.repeat(300_000)}>x`],
    ['dates', `<p>${'2020-01-01 '.repeat(200_000)}`],
    ['white space', `<p>a${' '.repeat(4_000_000)}b`],
    ['brackets', '<'.repeat(1_000_000)],
    ['dates in scripts', '<script>{"datePublished":"</script>'.repeat(50_000)],
  ])('%s', (_, html) => {
    expect(cpuMsOf(() => readPage({ html }))).toBeLessThan(2000)
  })
})
