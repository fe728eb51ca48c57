import { describe, expect, it } from 'vitest'
import { statedFigures } from '@/lib/evidence/rules/proposing'
import { extract } from '@/lib/extraction/rules'
import type { Target } from './figures'
import { newsOf } from './news'

const prediction = (text: string, target: Target, change: { isNegated?: boolean; saidOn?: string } = {}) => ({
  ...{ text, target, saidOn: '2025-12-08', isNegated: false, ...change },
  window: { from: '2026-01-01', to: '2026-12-31' },
})
const growth = prediction('The economy of Norvia will grow by 3.3 percent in 2026.', {
  ...{ comparator: 'equal', targetValue: '3.3', targetUnit: 'percent', tolerance: '0.05' },
})
const line = prediction('The railway of Norvia will be 300 kilometers long in 2026.', {
  ...{ comparator: 'at_least', targetValue: '300', targetUnit: 'kilometre', tolerance: null },
})
const bridge = prediction('The bridge of Sund will cost $4 billion in 2026.', {
  ...{ comparator: 'at_most', targetValue: '4000000000', targetUnit: 'USD', tolerance: null },
})

function said(of: typeof growth, text: string, publishedOn = '2026-06-08') {
  const { claims, times, quantities } = extract({ text, publishedOn, country: 'GB' })
  const [claim] = claims
  if (claim === undefined) throw new Error(`no claim in: ${text}`)
  const { quote, kind, due, isNegated } = claim
  return newsOf(of, {
    ...{ texts: [quote], kind, isNegated, publishedOn, window: due && { from: due.from, to: due.to } },
    ...{ times: times.map(({ from, to }) => ({ from, to })), figures: statedFigures(quantities) },
  })
}

describe('another figure of the measure and time that was predicted', () => {
  it.each([
    [
      'outside of the tolerance',
      growth,
      'The economy of Norvia will grow by 2.9 percent in 2026.',
      'contradicts',
      'says 2.9 percent where 3.3 percent was predicted',
    ],
    [
      'within it',
      growth,
      'The economy of Norvia will grow by 3.34 percent in 2026.',
      'confirms',
      'says 3.34 percent; 3.3 percent was predicted',
    ],
    [
      'in converted units',
      line,
      'The railway of Norvia will be 190 miles long in 2026.',
      'confirms',
      'says 190 miles; at least 300 kilometre was predicted',
    ],
    [
      'too small in converted units',
      line,
      'The railway of Norvia will be 100 miles long in 2026.',
      'contradicts',
      null,
    ],
    [
      'in the same money',
      bridge,
      'The bridge of Sund will cost $5.2 billion in 2026.',
      'contradicts',
      'says $5.2 billion where at most 4,000,000,000 USD was predicted',
    ],
  ] as const)('%s', (_what, of, text, relation, words) => {
    const reading = said(of, text)
    expect(reading).toMatchObject({ relation, hasHappened: false })
    if (words) expect(reading?.words).toBe(words)
  })

  it('told after its time says that it happened where it is met, with that time', () => {
    expect(said(growth, 'The economy of Norvia grew by 3.3 percent in 2026.', '2027-01-28')).toMatchObject({
      ...{ relation: 'confirms', hasHappened: true, window: growth.window },
      words: 'gives 3.3 percent; 3.3 percent was predicted',
    })
    expect(said(growth, 'The economy of Norvia grew by 2.8 percent in 2026.', '2027-01-28')).toMatchObject({
      ...{ relation: 'contradicts', hasHappened: false, window: null },
    })
  })

  it.each([
    ['another time', growth, 'The economy of Norvia will grow by 2.9 percent in 2027.'],
    ['another country', growth, 'The economy of Lemar will grow by 2.9 percent in 2026.'],
    ['another measure', growth, 'The exports of Norvia will grow by 2.9 percent in 2026.'],
    ['another currency', bridge, 'The bridge of Sund will cost 5.2 billion euros in 2026.'],
  ] as const)('is none: %s', (_what, of, text) => expect(said(of, text)?.words ?? '').not.toContain('predicted'))

  it('is not told of a prediction that denies, nor of a figure that is only a bound', () => {
    const never = { ...growth, isNegated: true }
    expect(said(never, 'The economy of Norvia will grow by 2.9 percent in 2026.')?.words ?? '').not.toContain(
      'predicted',
    )
    const atLeast = said(growth, 'The economy of Norvia will grow by at least 2.9 percent in 2026.')
    expect(atLeast?.words ?? '').not.toContain('predicted')
  })

  it('is the new one of two that are compared', () => {
    const text = 'The economy of Norvia will grow by 2.9 percent in 2026, down from 3.3 percent.'
    expect(said(growth, text)).toMatchObject({ relation: 'contradicts' })
  })
})
