import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type Block, compareTexts } from './rules/comparing'

const P = ['The quay cost $3 million.', 'It opened in May, the mayor said on Monday.', 'Boats came from the north.']
const join = (...paragraphs: string[]) => paragraphs.join('\n\n')

describe('what changed between two texts', () => {
  it('is nothing where both are the same', () => {
    expect(compareTexts(join(...P), join(...P))).toEqual({
      blocks: [{ kind: 'same', paragraphs: P }],
      counts: { same: 3, changed: 0, removed: 0, added: 0 },
    })
  })

  it('is told word by word where a paragraph was rewritten, and the others stay whole', () => {
    const later = join(P[0] ?? '', 'It opened in June, the mayor said on Monday.', P[2] ?? '')
    expect(compareTexts(join(...P), later).blocks).toEqual([
      { kind: 'same', paragraphs: [P[0]] },
      {
        kind: 'changed',
        pieces: [
          { kind: 'same', text: 'It opened in ' },
          { kind: 'removed', text: 'May' },
          { kind: 'added', text: 'June' },
          { kind: 'same', text: ', the mayor said on Monday.' },
        ],
      },
      { kind: 'same', paragraphs: [P[2]] },
    ])
  })

  it.each<[string, string, ReturnType<typeof compareTexts>['counts']]>([
    [
      'a paragraph put in',
      join(P[0] ?? '', 'A storm came.', P[1] ?? '', P[2] ?? ''),
      { same: 3, changed: 0, removed: 0, added: 1 },
    ],
    ['a paragraph taken out', join(P[0] ?? '', P[2] ?? ''), { same: 2, changed: 0, removed: 1, added: 0 }],
    [
      'a paragraph that gave way to another one',
      join(P[0] ?? '', 'Nobody knows why.', P[2] ?? ''),
      { same: 2, changed: 0, removed: 1, added: 1 },
    ],
    [
      'one put in before one that was rewritten',
      join(P[0] ?? '', 'Rain fell.', 'It opened in May, the mayor said on Friday.', P[2] ?? ''),
      { same: 2, changed: 1, removed: 0, added: 1 },
    ],
  ])('%s', (_, later, counts) => {
    expect(compareTexts(join(...P), later).counts).toEqual(counts)
  })

  it('of two long texts that share nothing is told in time', () => {
    const long = (word: string) => Array.from({ length: 20_000 }, (_, i) => `${word} ${i} was said.`).join('\n')
    const startedAt = performance.now()
    expect(compareTexts(long('alpha'), long('omega')).blocks.length).toBeGreaterThan(0)
    expect(performance.now() - startedAt).toBeLessThan(2000)
  })

  it('for any two texts the blocks make both of them again', () => {
    const text = fc
      .array(fc.array(fc.constantFrom('quay', 'boat', '14', 'the', 'said', '.'), { minLength: 1, maxLength: 8 }), {
        maxLength: 8,
      })
      .map((paragraphs) => paragraphs.map((words) => words.join(' ')))
    const made = (blocks: readonly Block[], without: 'added' | 'removed') =>
      blocks.flatMap((block) => {
        if (block.kind === 'same') return block.paragraphs
        if (block.kind === without) return []
        if (block.kind !== 'changed') return [block.text]
        return [
          block.pieces
            .filter(({ kind }) => kind !== without)
            .map((piece) => piece.text)
            .join(''),
        ]
      })
    fc.assert(
      fc.property(text, text, (earlier, later) => {
        const { blocks } = compareTexts(join(...earlier), join(...later))
        expect(made(blocks, 'added')).toEqual(earlier)
        expect(made(blocks, 'removed')).toEqual(later)
      }),
    )
  })
})
