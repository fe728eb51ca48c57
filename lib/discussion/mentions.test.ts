import fc from 'fast-check'
import { expect, test } from 'vitest'
import { findMentions, MENTIONS_MAX, segmentsOf } from './rules'

const PEOPLE = [
  { id: 'ada', name: 'Ada Marsh' },
  { id: 'ben', name: 'Ben Okafor' },
  { id: 'ben2', name: 'Ben O’Hara' },
  { id: 'dora', name: 'Dora Lindqvist' },
  { id: 'dora2', name: 'Dora Lindqvist Vane' },
  { id: 'jose', name: 'José Marsh-Pike' },
  { id: 'rene', name: 'René M.' },
  { id: 'mono', name: 'Quill' },
]
const found = (body: string) =>
  findMentions(body, PEOPLE).map(({ start, end, userId }) => [body.slice(start, end), userId])

test.each([
  ['@Ada Marsh, who counted?', '@Ada Marsh', 'ada'],
  ['Ask @ada marsh.', '@ada marsh', 'ada'],
  ['Ask @ada.', '@ada', 'ada'],
  ['Is that @Ada’s source?', '@Ada', 'ada'],
  ["Is that @Ada Marsh's source?", '@Ada Marsh', 'ada'],
  ['(@Quill) saw it', '@Quill', 'mono'],
  ['@Dora Lindqvist Vane and others', '@Dora Lindqvist Vane', 'dora2'],
  ['@Dora Lindqvist said so', '@Dora Lindqvist', 'dora'],
  ['@jose wrote it', '@jose', 'jose'],
  ['@José Marsh-Pike wrote it', '@José Marsh-Pike', 'jose'],
  ["@Ben O'Hara wrote it", "@Ben O'Hara", 'ben2'],
  ['@René M. wrote it', '@René M.', 'rene'],
  ['first line\n@Ada\nthird', '@Ada', 'ada'],
])('%s', (body, text, who) => {
  expect(found(body)).toEqual([[text, who]])
})

test.each([
  ['a first name that two people have', 'Ask @Ben about it'],
  ['a first name that two people have, before a word', 'Ask @Dora please'],
  ['nobody of the desk', 'Ask @Elena Varga'],
  ['a longer word', 'Ask @Adam or @Adaś'],
  ['an e-mail address', 'Write to press@ada.example or press@Ada'],
  ['a host', 'See @ada.example'],
  ['an @ alone', 'at @ noon, @'],
  ['two of them', 'Ask @@Ada'],
  ['a name over two lines', 'Ask @Ben\nOkafor'],
])('names nobody by %s', (_what, body) => {
  expect(found(body)).toEqual([])
})

test('names several, each where it stands, up to a bound', () => {
  expect(found('@Ada and @Ben Okafor, and @Ada again')).toEqual([
    ['@Ada', 'ada'],
    ['@Ben Okafor', 'ben'],
    ['@Ada', 'ada'],
  ])
  expect(found('@Ada '.repeat(100))).toHaveLength(MENTIONS_MAX)
})

test('two people of the very same name are nobody', () => {
  const twins = [...PEOPLE, { id: 'ada2', name: 'Ada Marsh' }]
  expect(findMentions('@Ada Marsh', twins)).toEqual([])
})

test('whatever is written, spans lie in order inside the text, and cutting it loses nothing', () => {
  const piece = fc.constantFrom('@', 'Ada', ' ', 'Marsh', '.', '’s', 'Ben', 'O’Hara', '\n', 'é', '😀', 'x')
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 30 }), (pieces) => {
      const body = pieces.join('')
      const mentions = findMentions(body, PEOPLE)
      mentions.forEach(({ start, end }, i) => {
        expect(start).toBeGreaterThanOrEqual(mentions[i - 1]?.end ?? 0)
        expect(end).toBeGreaterThan(start + 1)
      })
      expect(
        segmentsOf(body, mentions)
          .map(({ text }) => text)
          .join(''),
      ).toBe(body)
    }),
  )
})
