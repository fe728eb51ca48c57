import { describe, expect, it } from 'vitest'
import { BANDS } from '@/lib/core/minhash'
import { compareFigures, type MatchQuantity, type MatchText, matchClaims, SAME_AT, wordShare } from './rules/matching'
import { proposeLink } from './rules/matching-links'
import { eventKeys, minHashBands, signatureOf } from './rules/matching-signature'
import { contentWords, eventWords, stemOf } from './rules/matching-words'

const figure = (text: string, value: number, unit: string): MatchQuantity => ({
  text,
  value,
  unit,
  low: null,
  high: null,
})
const claim = (text: string, more: Partial<MatchText> = {}): MatchText => ({
  ...{ text, kind: 'event', quantities: [], speakerKey: null, due: null, isDayKnown: true, isNegated: false },
  ...more,
})
const sharesBand = (a: string, b: string): boolean => {
  const bands = new Set(minHashBands(a))
  return minHashBands(b).some((band) => bands.has(band))
}

describe('words', () => {
  it.each([
    ['visits', 'visit'],
    ['visited', 'visit'],
    ['planned', 'plan'],
    ['investments', 'invest'],
    ["harbour's", 'harbour'],
    ['54,000', '54000'],
    ['u.s', 'us'],
    ['cities', 'city'],
    ['pass', 'pass'],
  ])('%s is known as %s', (word, stem) => expect(stemOf(word)).toBe(stem))

  it('keeps numbers and leaves out what every statement has', () => {
    expect(contentWords('The port of Norhaven has moved 54,000 boxes, he said.')).toEqual(
      ['port', 'norhaven', 'mov', '54000', 'box'].map((word) => expect.stringMatching(new RegExp(`^${word}`))),
    )
  })
})

/** Sentences about different things, of the length that claims have. */
const STATEMENTS = [
  'The city council of Norhaven approved a budget of 410 million crowns for the coming school year on Tuesday night',
  'Ferry traffic between Quayside and the northern islands rose by 12 percent last summer, the operator reported',
  'The national grid company plans to replace 3,400 kilometres of overhead lines with buried cable before winter 2031',
  'Two thirds of the rural clinics in the Eastern province have no resident physician, a health survey found',
  'Minister Lena Ostrow will travel to Westmark in March to sign the fisheries treaty with the island government',
  'Wheat exports through the port of Norhaven fell to their lowest level in nineteen years after the drought',
  'The airline intends to buy twenty electric commuter planes from a Westmark manufacturer for short island routes',
  'Inflation in the coastal region slowed to 2.4 percent in September, the statistics office announced on Friday',
]

/** Every n-th word left out, beginning at `from`: the same words each time, so the measurement repeats. */
const drop = (text: string, every: number, from: number): string =>
  text
    .split(' ')
    .filter((_, index) => (index + from) % every !== 0)
    .join(' ')

const recall = (every: number): number => {
  const pairs = STATEMENTS.flatMap((text) =>
    Array.from({ length: every }, (_, from) => [text, drop(text, every, from)] as const),
  )
  return pairs.filter(([text, dropped]) => sharesBand(text, dropped)).length / pairs.length
}

describe('signatures', () => {
  it('are twenty bands, the same each time, none for a text without words', () => {
    expect(minHashBands(STATEMENTS[0] ?? '')).toHaveLength(BANDS)
    expect(minHashBands('a b')).toEqual(minHashBands('a b'))
    expect(minHashBands('… — !')).toEqual([])
    for (const band of minHashBands('one two')) expect(band).toBe(band | 0)
  })

  it('meet when a tenth of the words is left out, and nearly always at a third', () => {
    expect(recall(10)).toBeGreaterThanOrEqual(0.99)
    expect(recall(3)).toBeGreaterThanOrEqual(0.9)
  })

  it('do not meet between statements about different things', () => {
    const pairs = STATEMENTS.flatMap((a, i) => STATEMENTS.slice(i + 1).map((b) => [a, b] as const))
    expect(pairs.filter(([a, b]) => sharesBand(a, b))).toEqual([])
  })

  it('of predictions carry event keys behind the bands', () => {
    const text = 'Ostrow will visit Westmark in March'
    expect(signatureOf(text, 'event')).toHaveLength(BANDS)
    expect(signatureOf(text, 'prediction').slice(BANDS)).toEqual(eventKeys(text))
    expect(eventKeys(text).length).toBeGreaterThan(0)
  })
})

describe('the same claim', () => {
  const base = claim('The port of Norhaven handled 54,000 containers last year', {
    quantities: [figure('54,000', 54000, 'container')],
    speakerKey: 'ostrow',
  })

  it('is proposed for another wording with the same figure, with the reasons in words', () => {
    const other = claim('Last year 54,000 containers were handled in the port of Norhaven', {
      quantities: [figure('54,000', 54000, 'container')],
      speakerKey: 'ostrow',
    })
    expect(matchClaims(base, other)).toMatchObject({
      verdict: 'same',
      reasons: ['the same words', 'same figure: 54,000', 'same speaker'],
      differences: [],
    })
  })

  it.each<[string, MatchText, RegExp]>([
    [
      'another figure',
      { ...base, text: base.text.replace('54,000', '61,000'), quantities: [figure('61,000', 61000, 'container')] },
      /another figure: 54,000 here, 61,000 there/,
    ],
    ['the opposite', { ...base, isNegated: true }, /the opposite/],
  ])('is not taken for granted with %s', (_what, other, words) => {
    const match = matchClaims(base, other)
    expect(match?.verdict).not.toBe('same')
    if (match) expect(match.differences.join()).toMatch(words)
  })

  it('is not proposed for what merely shares a name', () => {
    expect(matchClaims(base, claim('The mayor of Norhaven opened a new library in the old town'))).toBeNull()
  })

  it('counts the window of predictions, unless the day of one is not known', () => {
    const due = { from: '2026-07-01', to: '2026-12-31' }
    const said = claim('Ostrow will visit Westmark for the signing', { kind: 'prediction', due })
    const without = { ...said, due: null }
    expect(matchClaims(said, said)).toMatchObject({
      verdict: 'same',
      reasons: ['the same words', 'same window: Jul–Dec 2026'],
    })
    expect(matchClaims(said, without)).toMatchObject({ verdict: 'similar' })
    expect(matchClaims(said, { ...without, isDayKnown: false })).toMatchObject({ verdict: 'same' })
    expect(matchClaims(said, { ...said, due: { from: '2027-01-01', to: '2027-12-31' } })?.verdict).not.toBe('same')
  })

  it('separates the same from the different in measured pairs', () => {
    const same = STATEMENTS.map((text) => wordShare(text, drop(text, 6, 0)) * 0.9)
    const different = STATEMENTS.flatMap((a, i) => STATEMENTS.slice(i + 1).map((b) => wordShare(a, b) * 0.9))
    expect(Math.min(...same)).toBeGreaterThan(SAME_AT)
    expect(Math.max(...different)).toBeLessThan(0.3)
  })
})

describe('figures', () => {
  it('are the same across wordings, never across units', () => {
    expect(compareFigures([figure('$2 billion', 2e9, 'USD')], [figure('$2bn', 2e9, 'USD')])).toEqual({
      same: ['$2 billion'],
      differing: null,
    })
    expect(compareFigures([figure('2', 2, 'USD')], [figure('2', 2, 'EUR')])).toEqual({ same: [], differing: null })
  })

  it('pass over ordinals, and are at odds only where a unit has no partner', () => {
    expect(compareFigures([figure('first', 1, 'ordinal')], [figure('second', 2, 'ordinal')]).differing).toBeNull()
    const shared = figure('5 %', 5, 'percent')
    expect(compareFigures([shared], [shared, figure('9 %', 9, 'percent')]).differing).toBeNull()
  })
})

describe('links between predictions', () => {
  const half = {
    text: "If agreed, Ostrow's visit to Westmark is expected in the second half of 2026",
    saidOn: '2026-02-03',
    due: { from: '2026-07-01', to: '2026-12-31' },
  }
  const open = {
    text: 'Officials are arranging for Minister Lena Ostrow to visit Westmark',
    saidOn: '2026-06-02',
    due: null,
  }
  const days = {
    text: 'Minister Lena Ostrow will visit Westmark from October 5 to 7',
    saidOn: '2026-09-22',
    due: { from: '2026-10-05', to: '2026-10-07' },
  }

  it('knows what a statement is about', () => {
    expect(eventWords('US President Jo Doe will visit Westmark on Monday')).toEqual({
      names: ['doe', 'westmark'],
      words: ['visit'],
    })
    expect(eventWords('After the vote, harbours are full').names).toEqual([])
  })

  it.each([
    ['a window within the earlier one', days, half, { kind: 'narrows', isFirstLater: true }],
    ['a window where there was none', open, days, { kind: 'narrows', isFirstLater: false }],
    ['no window any more', half, open, { kind: 'updates', isFirstLater: false }],
    [
      'a window outside the earlier one',
      { ...days, due: { from: '2027-01-05', to: '2027-01-07' } },
      half,
      { kind: 'moves', isFirstLater: true },
    ],
  ])('proposes a link for %s', (_what, a, b, expected) => expect(proposeLink(a, b)).toMatchObject(expected))

  it('gives the reasons in words', () => {
    expect(proposeLink(days, half)?.reasons).toEqual([
      'both about ostrow, westmark, visit',
      '5–7 Oct 2026 lies within Jul–Dec 2026',
    ])
  })

  it.each([
    ['the same window', days, { ...days, saidOn: '2026-09-23' }],
    ['another place', days, { ...half, text: "Ostrow's visit to Quayside is expected in the second half of 2026" }],
    ['another act', days, { ...half, text: 'Ostrow is expected to sue Westmark in the second half of 2026' }],
    ['no window at all', open, { ...open, saidOn: '2026-07-01' }],
  ])('proposes none for %s', (_what, a, b) => expect(proposeLink(a, b)).toBeNull())

  it('finds the pairs by shared event keys', () => {
    const keys = new Set(eventKeys(half.text))
    expect(eventKeys(days.text).some((key) => keys.has(key))).toBe(true)
    expect(eventKeys(open.text).some((key) => keys.has(key))).toBe(true)
  })
})
