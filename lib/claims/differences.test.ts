import { describe, expect, it, test } from 'vitest'
import { extract } from '@/lib/extraction/rules'
import { asDecided, asTaken, differingFields, newsOf, readingsAt, takingOf } from './rules/differences'
import { candidatesFrom } from './rules/extracting'

const TEXT = 'Ann Lind said the port will sell two ferries in May 2026. The harbour lost $4 million.'
const found = candidatesFrom(TEXT, extract({ text: TEXT, publishedOn: '2025-11-20' }))
const [sale, loss] = found
if (!sale || !loss) throw new Error('two claims were expected')

describe('which fields two readings tell otherwise', () => {
  it.each([
    ['nothing', {}, []],
    ['other letters, the same words', { speakerText: 'ANN  LIND' }, []],
    ['a share with fewer digits', { quantities: [{ ...sale.quantities[0], value: '2.0000000000004' }] }, []],
    ['the words', { end: sale.end - 4 }, ['span']],
    ['the kind', { kind: 'event' }, ['kind']],
    ['nobody', { speakerText: null }, ['speaker']],
    ['no window', { dueFrom: null, dueTo: null }, ['window']],
    ['a condition', { conditionWords: 'if sold' }, ['certainty']],
    ['a negation', { isNegated: true }, ['certainty']],
    ['no figure', { quantities: [] }, ['figures']],
  ])('%s', (_, was, fields) => {
    expect(differingFields({ ...sale, ...was } as typeof sale, sale)).toEqual(fields)
  })
})

describe('which reading stands at the place of which decided candidate', () => {
  it('the same words before overlapping ones, each once', () => {
    const decided = [
      { id: 'moved', start: sale.start, end: sale.end - 12 },
      { id: 'same', start: loss.start, end: loss.end },
      { id: 'gone', start: sale.end - 3, end: loss.start },
    ]
    const matched = readingsAt(decided, found)
    expect([...matched].map(([id, { start }]) => [id, start])).toEqual([
      ['same', loss.start],
      ['moved', sale.start],
    ])
  })

  it('a place with less than half of the words is another one', () => {
    expect(readingsAt([{ id: 'a', start: sale.start, end: sale.start + 10 }], found).size).toBe(0)
  })
})

describe('what people decided goes before what was read', () => {
  const claim = { kind: 'prediction', quantities: sale.quantities, prediction: null }
  const lind = { name: 'Ann Lind', kind: 'person', aliases: [{ aliasKey: 'mayor lind' }] }

  it.each([
    ['Ann Lind', true],
    ['Mayor Lind', true],
    ['Bo Mora', false],
    [null, false],
  ])('the speaker %j', (speakerText, isSame) => {
    const now = { ...sale, speakerText }
    const decided = asDecided({ ...sale, speakerText: 'the port' }, { claim, speaker: lind }, now)
    expect(decided.speakerText === speakerText).toBe(isSame)
  })

  it('only what is otherwise than both is news', () => {
    const before = { ...sale, kind: 'event', dueFrom: null, dueTo: null } as typeof sale
    expect(newsOf(before, null, sale)).toEqual(['kind', 'window'])
    expect(newsOf(before, { claim, speaker: lind }, sale)).toEqual(['window'])
    const prediction = { ...sale, dueFrom: sale.dueFrom, dueTo: sale.dueTo }
    expect(newsOf(before, { claim: { ...claim, prediction }, speaker: lind }, sale)).toEqual([])
  })
})

test('what was taken over is no news again, and what was not still is', () => {
  const before = { ...sale, dueFrom: null, dueTo: null, certaintyWords: 'may', quantities: [] } as typeof sale
  const taken = [
    { fields: ['certainty'], reading: { ...sale, certaintyWords: 'might' } },
    { fields: ['window', 'certainty'], reading: sale },
  ] as const
  expect(newsOf(before, null, sale)).toEqual(['window', 'certainty', 'figures'])
  expect(newsOf(asTaken(before, taken), null, sale)).toEqual(['figures'])
})

const ALL = ['span', 'kind', 'speaker', 'window', 'certainty', 'figures'] as const
const claimOf = (change: Partial<NonNullable<Parameters<typeof takingOf>[0]['claim']>> = {}) =>
  ({ state: 'accepted', kind: 'prediction', isPublished: false, prediction: null, ...change }) as const
const free = { span: 'place', speaker: 'speaker' }
const every = (reason: string) => Object.fromEntries(ALL.slice(1).map((field) => [field, reason]))

test.each([
  ['a rejected candidate', 'rejected', null, {}],
  ['a rejected candidate whose place was under a claim', 'rejected', claimOf({ state: 'hidden' }), { span: 'place' }],
  ['an accepted claim', 'accepted', claimOf(), free],
  ['one that becomes a prediction', 'accepted', claimOf({ kind: 'event' }), free],
  ['a drafted prediction', 'accepted', claimOf({ prediction: 'draft' }), { ...free, kind: 'written' }],
  ['a proposed prediction', 'accepted', claimOf({ prediction: 'proposed' }), { ...free, kind: 'written' }],
  [
    'one that is too vague',
    'accepted',
    claimOf({ prediction: 'too_vague' }),
    { ...free, kind: 'written', window: 'decided_on', certainty: 'decided_on' },
  ],
  [
    'an opened prediction',
    'accepted',
    claimOf({ state: 'published', isPublished: true, prediction: 'opened' }),
    { span: 'place', ...every('published') },
  ],
  ['a submitted claim', 'accepted', claimOf({ state: 'submitted' }), { span: 'place', ...every('submitted') }],
  ['a merged claim', 'accepted', claimOf({ state: 'merged' }), { span: 'place', ...every('closed') }],
  ['a hidden claim', 'accepted', claimOf({ state: 'hidden' }), { span: 'place', ...every('closed') }],
  ['a place in a known claim', 'merged', claimOf(), { span: 'not_alone', ...every('not_alone') }],
] as const)('of %s one click takes over what may still change, and says why the rest stays', (...row) => {
  const [, candidate, claim, reasons] = row
  const { takeable, staying } = takingOf({ candidate, fields: ALL, kind: 'prediction', claim })
  expect(Object.fromEntries(staying.map(({ field, because }) => [field, because]))).toEqual(reasons)
  expect(takeable).toEqual(ALL.filter((field) => !(field in reasons)))
})

test('a window is not taken over into what stays no prediction', () => {
  const wish = { candidate: 'accepted', fields: ['window'], kind: 'event', claim: claimOf({ kind: 'event' }) } as const
  expect(takingOf(wish)).toEqual({ takeable: [], staying: [{ field: 'window', because: 'no_prediction' }] })
})
