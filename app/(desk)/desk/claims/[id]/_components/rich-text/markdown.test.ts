import fc from 'fast-check'
import { Node } from 'prosemirror-model'
import { describe, expect, test } from 'vitest'
import { rationaleProblem } from '@/lib/verdicts/rules/markdown'
import { readMarkdown, schema, unsupportedIn, writeMarkdown } from './markdown'

const ID = '01890000-0000-7000-8000-00000000000a'
const BLOCKS = [
  'Plain words, and *some* __of them__ marked.',
  'Two lines\nof one paragraph, with a [link](https://stats.example/t "its title").',
  `It fell [1](evidence:${ID}), and rose *again*[2](evidence:${ID}).`,
  '# A heading',
  'Set below\n---------',
  '* one\n* two\n  with a second line',
  '- one\n\n- two, loose',
  '3) three\n4) four\n   - nested',
  '> quoted\n> **twice**',
  '> lazy\nline',
  '```\ncode  <b>\n```',
  '    indented code',
  '***',
  'A line  \nwith a break, \\*escaped\\*, 1\\. and <https://stats.example>',
  'https://stats.example/x?a_b_c=1 as it is',
  'With a no-break space, ümläuts and 😀.',
]
const gaps = fc.constantFrom('\n\n', '\n\n\n', '\n \n')
const texts = fc
  .tuple(
    fc.constantFrom('', '\n', '\n\n'),
    fc.array(fc.tuple(fc.constantFrom(...BLOCKS), gaps), { minLength: 1, maxLength: 8 }),
    fc.constantFrom('', '\n'),
  )
  .map(
    ([lead, blocks, end]) =>
      lead + blocks.map(([block, gap], at) => (at === blocks.length - 1 ? block : block + gap)).join('') + end,
  )

describe('from Markdown to the formatted editor and back', () => {
  test('not a character changes that nobody touched', () => {
    fc.assert(
      fc.property(texts, (text) => {
        expect(unsupportedIn(text)).toBeNull()
        const origin = readMarkdown(text)
        expect(writeMarkdown(origin.doc, origin)).toBe(text)
        expect(writeMarkdown(Node.fromJSON(schema, origin.doc.toJSON()), origin)).toBe(text)
      }),
    )
  })

  test('nor in any string at all', () => {
    fc.assert(
      fc.property(
        fc.string({
          unit: fc.constantFrom('*', '_', '[', ']', '(', ')', '`', '>', '-', '#', '1.', ' ', '\n', 'a', '\\', '<'),
        }),
        (text) => {
          fc.pre(unsupportedIn(text) === null)
          const origin = readMarkdown(text)
          expect(writeMarkdown(origin.doc, origin)).toBe(text)
        },
      ),
    )
  })

  test('a paragraph that is added leaves all other blocks as they were written', () => {
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom(...BLOCKS.filter((block) => !/^[*\-3]|^ {4}/.test(block))), {
          minLength: 1,
          maxLength: 6,
        }),
        fc.nat(6),
        (blocks, place) => {
          const text = blocks.join('\n\n\n')
          const origin = readMarkdown(text)
          const at = Math.min(place, origin.doc.childCount)
          const added = schema.node('paragraph', null, [schema.text('Added * here')])
          const nodes = origin.doc.content.content.toSpliced(at, 0, added)
          const written = writeMarkdown(schema.node('doc', null, nodes), origin)
          const [before, after] = [blocks.slice(0, at), blocks.slice(at)]
          expect(written).toBe(
            [before.join('\n\n\n'), 'Added \\* here', after.join('\n\n\n')].filter((part) => part !== '').join('\n\n'),
          )
        },
      ),
    )
  })

  test('a paragraph whose words change is the only one written anew', () => {
    const text = '* one\n* two\n\n\nSome __strong__ words.\n\n3) three'
    const origin = readMarkdown(text)
    const changed = schema.node('paragraph', null, [
      schema.text('Some '),
      schema.text('strong', [schema.mark('strong')]),
      schema.text(' text.'),
    ])
    const doc = schema.node('doc', null, origin.doc.content.content.toSpliced(1, 1, changed))
    expect(writeMarkdown(doc, origin)).toBe('* one\n* two\n\nSome **strong** text.\n\n3) three')
    expect(writeMarkdown(origin.doc, origin)).toBe(text)
  })

  test('a citation keeps its evidence, whatever it is called', () => {
    const origin = readMarkdown(`Then [7](evidence:${ID}).`)
    expect(origin.doc.firstChild?.child(1).attrs).toEqual({ evidenceId: ID, label: '7' })
    const doc = schema.node('doc', null, [
      schema.node('paragraph', null, [schema.text('So '), schema.node('citation', { evidenceId: ID, label: '2' })]),
    ])
    expect(writeMarkdown(doc, origin)).toBe(`So [2](evidence:${ID})`)
  })

  test('words typed in it are words in Markdown, never HTML, and can be saved', () => {
    fc.assert(
      fc.property(
        fc.string({ minLength: 1, maxLength: 40 }).map((words) => `a ${words.replace(/\s+/g, ' ').trim()} z`),
        (words) => {
          const doc = schema.node('doc', null, [schema.node('paragraph', null, [schema.text(words)])])
          const written = writeMarkdown(doc, readMarkdown(''))
          expect(rationaleProblem(written)).toBeNull()
          expect(readMarkdown(written).doc.textContent).toBe(words)
        },
      ),
    )
  })

  test.each([
    'a __0__ z',
    'a <b>year</b> z',
    'a \\<!-- z',
    'a ___x___ z',
    'a _b_ z',
    'a snake_case_name z',
    'a b__c__d z',
    'a \\__0__ z',
  ])('signs that are typed stay signs: %s', (words) => {
    const doc = schema.node('doc', null, [schema.node('paragraph', null, [schema.text(words)])])
    const written = writeMarkdown(doc, readMarkdown(''))
    expect(readMarkdown(written).doc).toEqual(doc)
  })

  test.each([
    ['| a | b |\n|---|---|\n| 1 | 2 |', 'a table'],
    ['~~gone~~', 'struck-out text'],
    ['[x][1]\n\n[1]: https://stats.example', 'addresses of links kept apart from the text'],
  ])('%j is left to the plain editor', (text, what) => {
    expect(unsupportedIn(text)).toBe(what)
  })
})
