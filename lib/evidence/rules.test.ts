import { describe, expect, test } from 'vitest'
import { compareFigures, type Figure, halfLastDigit } from './rules'

const figure = (text: string, value: number | null, more: Partial<Figure> = {}): Figure => ({
  text,
  value,
  low: null,
  high: null,
  unit: 'USD',
  modifier: 'exact',
  asOfOn: null,
  ...more,
})
const range = (text: string, low: number, high: number, more: Partial<Figure> = {}): Figure =>
  figure(text, null, { low, high, ...more })

describe('half a unit of the last stated digit', () => {
  test.each([
    ['$14.9 billion', 14.9e9, 0.05e9],
    ['$550 billion', 550e9, 0.5e9],
    ['3 percent', 3, 0.5],
    ['3.0 percent', 3, 0.05],
    ['54,000', 54_000, 500],
    ['54,321', 54_321, 0.5],
    ['120', 120, 0.5],
    ['1,000,000', 1e6, 5e5],
    ['-3.25', -3.25, 0.005],
    ['a dozen', 12, 0.5],
    ['two-thirds', 2 / 3, 0.005],
    ['nobody', 0, 0.5],
  ])('%s is exact to %d within %d', (text, value, half) => {
    expect(halfLastDigit(text, value)).toBeCloseTo(half, 9)
  })
})

describe('an exact figure', () => {
  test.each([
    ['the same', 14.9e9, 'within', 0],
    ['the last value that rounds to it', 14.95e9, 'within', undefined],
    ['just above', 14.951e9, 'outside', undefined],
    ['well below', 13.1e9, 'outside', 13.7],
    ['half of it', 7.45e9, 'outside', 100],
    ['twice of it', 29.8e9, 'outside', -50],
  ])('against %s', (_name, found, outcome, percent) => {
    const result = compareFigures(figure('$14.9 billion', 14.9e9), figure('found', found))
    expect(result.outcome).toBe(outcome)
    if (percent !== undefined) expect(result.differencePercent).toBeCloseTo(percent, 1)
  })
})

describe('modifiers of the claimed figure', () => {
  test.each([
    ['about', 100, 110, 'within'],
    ['about', 100, 110.1, 'outside'],
    ['about', 100, 90, 'within'],
    ['about', 100, 89.9, 'outside'],
    ['at_least', 100, 100, 'within'],
    ['at_least', 100, 5000, 'within'],
    ['at_least', 100, 99.9, 'outside'],
    ['more_than', 100, 100, 'outside'],
    ['more_than', 100, 100.1, 'within'],
    ['at_most', 100, 100, 'within'],
    ['at_most', 100, 100.1, 'outside'],
    ['up_to', 100, 3, 'within'],
    ['up_to', 100, 101, 'outside'],
    ['less_than', 100, 100, 'outside'],
    ['less_than', 100, 99.9, 'within'],
  ] as const)('%s %d against %d: %s', (modifier, claimed, found, outcome) => {
    const result = compareFigures(figure(String(claimed), claimed, { modifier }), figure(String(found), found))
    expect(result.outcome).toBe(outcome)
  })
})

describe('ranges go by overlap', () => {
  test.each([
    ['inside', range('5-10', 5, 10), figure('7', 7), 'within'],
    ['at the end', range('5-10', 5, 10), figure('10', 10), 'within'],
    ['beyond', range('5-10', 5, 10), figure('11', 11), 'outside'],
    ['overlapping range', range('5-10', 5, 10), range('9-20', 9, 20), 'within'],
    ['separate range', range('5-10', 5, 10), range('11-20', 11, 20), 'outside'],
    ['about a range', range('about 5-10', 5, 10, { modifier: 'about' }), figure('11', 11), 'within'],
    ['a point in a found range', figure('7', 7), range('5-10', 5, 10), 'within'],
    [
      'a claimed bound and a found bound that meet',
      figure('100', 100, { modifier: 'at_least' }),
      figure('at most 100', 100, { modifier: 'at_most' }),
      'within',
    ],
    [
      'a claimed bound and a found bound that do not',
      figure('100', 100, { modifier: 'more_than' }),
      figure('at most 100', 100, { modifier: 'at_most' }),
      'outside',
    ],
    [
      'a found figure that is itself rough',
      figure('$14.9 billion', 14.9e9),
      figure('about $15 billion', 15e9, { modifier: 'about' }),
      'within',
    ],
  ] as const)('%s', (_name, claimed, found, outcome) => {
    expect(compareFigures(claimed, found).outcome).toBe(outcome)
  })
})

describe('units', () => {
  test.each([
    ['km and miles', 'kilometre', 100, 'mile', 62.137, 'within'],
    ['a share and percent', 'percent', 67, 'share', 2 / 3, 'within'],
    ['hectares and square kilometres', 'square kilometre', 5, 'hectare', 600, 'outside'],
    ['capitals in a unit name', 'Percent', 3, 'percent', 3, 'within'],
  ])('%s are converted', (_name, unit, claimed, foundUnit, found, outcome) => {
    const result = compareFigures(
      figure(String(claimed), claimed, { unit }),
      figure(String(found), found, { unit: foundUnit }),
    )
    expect(result.outcome).toBe(outcome)
  })

  test.each([
    ['US military personnel', 'personnel'],
    ['personnel', 'US military personnel'],
    ['new job', 'Jobs'],
  ])('%s and %s are compared, with a word of caution', (unit, foundUnit) => {
    const result = compareFigures(figure('5', 5, { unit }), figure('5', 5, { unit: foundUnit }))
    expect(result).toMatchObject({ outcome: 'within', differencePercent: 0 })
    expect(result.sentence).toContain(`Mind what is counted: “${unit}” against “${foundUnit}”.`)
  })

  test.each([
    ['USD', 'JPY', /rate of the day/],
    ['percent', 'percentage point', /cannot be compared/],
    ['soldier', '', /without a unit/],
    ['soldier', 'ship', /cannot be compared/],
    ['square metre', 'metre', /cannot be compared/],
    ['percentage point', 'point', /cannot be compared/],
    ['metric ton', 'ton', /cannot be compared/],
    ['CUP', 'cup', /cannot be compared/],
  ])('%s and %s are not compared, and it says so', (unit, foundUnit, words) => {
    const result = compareFigures(figure('5', 5, { unit }), figure('5', 5, { unit: foundUnit }))
    expect(result).toMatchObject({ outcome: 'unlike', differencePercent: null })
    expect(result.sentence).toMatch(words)
  })

  test('a figure without a number is not compared', () => {
    expect(compareFigures(figure('many', null), figure('5', 5)).outcome).toBe('unlike')
  })
})

test('the suggestion says by how much and which day each figure is of', () => {
  const claimed = figure('54,000', 54_000, { unit: 'personnel', asOfOn: '2025-01-31' })
  const found = figure('49,200', 49_200, { unit: 'personnel', asOfOn: '2024-09-30' })
  const result = compareFigures(claimed, found)
  expect(result.asOf).toBe('different')
  expect(result.sentence).toBe(
    'The claim says 54,000; the source has 49,200: it does not fit (within half a unit of the last stated digit). ' +
      'The claimed figure is 9.8 % higher. Mind the days: the claim is as of 31 Jan 2025, the source as of 30 Sep 2024.',
  )
})

test('a found zero has no percentage to be measured by', () => {
  expect(compareFigures(figure('5', 5), figure('0', 0))).toMatchObject({ outcome: 'outside', differencePercent: null })
})

test('what is about a figure is measured from the figure itself, not from its 10 %', () => {
  const result = compareFigures(figure('about 100', 100, { modifier: 'about' }), figure('125', 125))
  expect(result.outcome).toBe('outside')
  expect(result.differencePercent).toBeCloseTo(-20, 6)
})
