import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Figure } from '@/lib/evidence/rules'
import { decimalText, fromExact, toExact } from './decimals'
import { readTypedFigure } from './figure-reading'
import { figureWords, readingsOf, targetOf, targetWords } from './figures'
import { factorTo } from './units'

const figure = (change: Partial<Figure>): Figure => ({
  ...{ text: '', value: null, low: null, high: null, unit: '', modifier: 'exact', asOfOn: null },
  ...change,
})

describe('what a stated figure takes', () => {
  test.each([
    [
      'exact: half a unit of the last digit',
      { text: '3.3 percent', value: 3.3, unit: 'percent' },
      '3.3 percent (3.25 to 3.35)',
    ],
    [
      'exact in billions',
      { text: '$14.9 billion', value: 14.9e9, unit: 'USD' },
      '14,900,000,000 USD (14,850,000,000 to 14,950,000,000)',
    ],
    [
      'about: 10 %',
      { text: '400', value: 400, unit: 'soldiers', modifier: 'about' as const },
      '400 soldiers (360 to 440)',
    ],
    [
      'a range: all of it',
      { text: '3 to 3.5 percent', value: 3.25, low: 3, high: 3.5, unit: 'percent' },
      '3.25 percent (3 to 3.5)',
    ],
    [
      'about a range: 10 % more at both ends',
      { text: '100 to 200', low: 100, high: 200, modifier: 'about' as const },
      '155 (90 to 220)',
    ],
    [
      'at least',
      { text: '2%', value: 2, unit: 'percent of GDP', modifier: 'at_least' as const },
      'at least 2 percent of GDP',
    ],
    ['up to', { text: '50', value: 50, modifier: 'up_to' as const }, 'at most 50'],
    ['more than', { text: '50', value: 50, modifier: 'more_than' as const }, 'more than 50'],
    ['less than', { text: '50', value: 50, modifier: 'less_than' as const }, 'less than 50'],
    ['a lower end alone', { text: '50', low: 50 }, 'at least 50'],
    ['an upper end alone', { text: '50', high: 50 }, 'at most 50'],
  ])('%s', (_, stated, words) => {
    const [reading] = readingsOf([figure(stated)])
    expect(reading && targetWords(reading.target)).toBe(words)
  })
  test('one without a number takes nothing', () => {
    expect(targetOf(figure({ text: 'many' }))).toBeNull()
    expect(readingsOf([figure({ text: 'many' })])).toEqual([])
  })
  test('a bound with a tolerance says so', () => {
    const target = { comparator: 'at_least', targetValue: '10', targetUnit: null, tolerance: '0.5' } as const
    expect(targetWords(target)).toBe('at least 10 (tolerance 0.5)')
  })
})

describe('a typed figure', () => {
  test.each([
    ['3.3 percent', '3.3', null, 'percent'],
    ['2.1% of GDP', '2.1', null, 'percent of GDP'],
    ['$14.9 billion', '14900000000', null, 'USD'],
    ['5,400 soldiers', '5400', null, 'soldiers'],
    ['3 to 3.5 percent', '3', '3.5', 'percent'],
    ['about 400 soldiers', '360', '440', 'soldiers'],
    ['−0.4 %', '-0.4', null, 'percent'],
    ['2030', '2030', null, null],
    ['5,000 to 6,000', '5000', '6000', null],
    ['10 – 10', '10', null, null],
  ])('“%s” is read', (typed, value, valueTo, unit) => {
    expect(readTypedFigure(typed)).toEqual({ ok: true, value, valueTo, unit })
  })
  test.each([
    ['a bound', 'at least 400', /turned out/],
    ['a comma for a point', '3,3 percent', /point/],
    ['two figures', '3 lamps and 5 masts', /more than one/],
    ['none', 'a good deal', /no figure/],
    ['a range upside down', '6 to 5', /lower end first/],
    ['a whole story', 'x'.repeat(121), /too long/],
  ])('%s is refused with what to do', (_, typed, problem) => {
    expect(readTypedFigure(typed)).toEqual({ ok: false, problem: expect.stringMatching(problem) })
  })
  test('what is printed is read back as the same', () => {
    const units = [null, 'percent', 'percent of GDP', 'USD', 'EUR', 'soldiers', 'kilometre']
    const decimal = fc
      .integer({ min: -9_999_999, max: 9_999_999 })
      .map((cents) => fromExact(BigInt(cents) * 10n ** 10n))
    fc.assert(
      fc.property(decimal, fc.constantFrom(...units), (value, unit) => {
        const typed = { value, valueTo: null, unit }
        expect(readTypedFigure(figureWords(typed))).toEqual({ ok: true, ...typed })
      }),
    )
  })
})

describe('units', () => {
  test.each([
    ['percent', '%', 1],
    ['%', 'per cent', 1],
    ['percent of GDP', '% of the GDP', 1],
    ['percent of GDP', 'percent', 1],
    ['percent of GDP', 'percent of income', null],
    ['percent', 'percentage point', null],
    ['percent', 'basis points', 0.01],
    ['USD', 'billion USD', 1e9],
    ['million USD', 'billion USD', 1000],
    ['USD', 'EUR', null],
    ['soldiers', 'US soldiers', 1],
    ['million people', 'people', 1e-6],
    ['kilometres', 'metre', 0.001],
    [null, null, 1],
    [null, 'percent', null],
  ])('what is in %s and found in %s', (target, found, factor) => {
    expect(factorTo(target, found)).toBe(factor)
  })
})

test('numbers become decimals without binary noise, and back', () => {
  expect([0.1 + 0.2, 0.05 * 1e9, 1e21, -0.4, 0].map(decimalText)).toEqual([
    '0.3',
    '50000000',
    '1000000000000000000000',
    '-0.4',
    '0',
  ])
  fc.assert(
    fc.property(fc.bigInt({ min: -(10n ** 30n), max: 10n ** 30n }), (units) => {
      expect(toExact(fromExact(units))).toBe(units)
    }),
  )
})
