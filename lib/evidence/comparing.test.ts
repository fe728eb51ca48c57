import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { compareFigures, type Figure, MODIFIERS } from './rules'
import { conversionFactor } from './rules/conversions'
import { conversionWords, drawingOf } from './rules/drawing'
import { proposedFigure } from './rules/proposing'

const figure = (value: number | null, more: Partial<Figure> = {}): Figure => ({
  text: value === null ? 'some' : value.toLocaleString('en', { maximumFractionDigits: 12 }),
  value,
  low: null,
  high: null,
  unit: 'boat',
  modifier: 'exact',
  asOfOn: null,
  ...more,
})
const range = (low: number, high: number, more: Partial<Figure> = {}) =>
  figure(null, { text: `${low} to ${high}`, low, high, ...more })

/** In hundredths, so that two that differ differ by more than the last binary digit. */
const amount = fc.integer({ min: 1, max: 1e11 }).map((hundredths) => hundredths / 100)
const modifier = fc.constantFrom(...MODIFIERS)
const anyFigure: fc.Arbitrary<Figure> = fc.oneof(
  fc.tuple(amount, modifier).map(([value, one]) => figure(value, { modifier: one })),
  fc.tuple(amount, amount, modifier).map(([a, b, one]) => range(Math.min(a, b), Math.max(a, b), { modifier: one })),
)

describe('whatever two figures say', () => {
  test('the same figure fits itself, and differs by nothing', () => {
    const closed = anyFigure.filter(({ modifier: one }) => !['more_than', 'less_than'].includes(one))
    fc.assert(
      fc.property(closed, (one) => {
        expect(compareFigures(one, one)).toMatchObject({ outcome: 'within', differencePercent: 0 })
      }),
    )
  })

  test('about takes a tenth on both sides and no more', () => {
    fc.assert(
      fc.property(amount, fc.double({ min: -0.099, max: 0.099, noNaN: true }), (value, share) => {
        expect(compareFigures(figure(value, { modifier: 'about' }), figure(value * (1 + share))).outcome).toBe('within')
        const off = share < 0 ? 1 + share - 0.11 : 1 + share + 0.11
        expect(compareFigures(figure(value, { modifier: 'about' }), figure(value * off)).outcome).toBe('outside')
      }),
    )
  })

  test('a bound takes what lies on its side and nothing on the other', () => {
    fc.assert(
      fc.property(amount, fc.double({ min: 1.01, max: 50, noNaN: true }), (value, times) => {
        const outcome = (one: Figure['modifier'], found: number) =>
          compareFigures(figure(value, { modifier: one }), figure(found)).outcome
        for (const one of ['at_least', 'more_than'] as const)
          expect([outcome(one, value * times), outcome(one, value / times)]).toEqual(['within', 'outside'])
        for (const one of ['at_most', 'up_to', 'less_than'] as const)
          expect([outcome(one, value * times), outcome(one, value / times)]).toEqual(['outside', 'within'])
        expect([outcome('at_least', value), outcome('up_to', value)]).toEqual(['within', 'within'])
        expect([outcome('more_than', value), outcome('less_than', value)]).toEqual(['outside', 'outside'])
      }),
    )
  })

  test('two ranges fit exactly where they overlap', () => {
    fc.assert(
      fc.property(amount, amount, amount, amount, (a, b, c, d) => {
        const [x, y] = [range(Math.min(a, b), Math.max(a, b)), range(Math.min(c, d), Math.max(c, d))]
        const overlap = Math.min(a, b) <= Math.max(c, d) && Math.min(c, d) <= Math.max(a, b)
        expect(compareFigures(x, y).outcome).toBe(overlap ? 'within' : 'outside')
        expect(compareFigures(y, x).outcome).toBe(overlap ? 'within' : 'outside')
      }),
    )
  })

  test('the difference is the claim’s share above or below what was found', () => {
    fc.assert(
      fc.property(amount, fc.double({ min: 0.1, max: 10, noNaN: true }), (found, times) => {
        const { differencePercent } = compareFigures(figure(found * times), figure(found))
        expect(differencePercent).toBeCloseTo((times - 1) * 100, 4)
      }),
    )
  })

  test('a conversion changes neither outcome nor difference', () => {
    const units = fc.constantFrom(
      ['kilometre', 'mile'],
      ['kilogram', 'pound-mass'],
      ['litre', 'barrel'],
      ['percent', 'basis point'],
    )
    fc.assert(
      fc.property(
        units,
        fc.double({ min: 0.1, max: 1e6, noNaN: true }),
        fc.double({ min: 0.5, max: 2, noNaN: true }),
        ([a = '', b = ''], value, times) => {
          const claimed = figure(value, { unit: a, modifier: 'about' })
          const factor = conversionFactor(a, b) ?? 0
          const own = compareFigures(claimed, figure(value * times, { unit: a }))
          const turned = compareFigures(claimed, figure(value * times * factor, { unit: b }))
          expect(turned.differencePercent ?? 0).toBeCloseTo(own.differencePercent ?? 0, 5)
          // At the very edge of the tolerance the last binary digit may decide.
          if (Math.abs(times - 1.1) > 1e-9 && Math.abs(times - 0.9) > 1e-9) expect(turned.outcome).toBe(own.outcome)
        },
      ),
    )
  })

  test('the drawing lies on its axis, and shows a found point inside what fits exactly where it fits', () => {
    fc.assert(
      fc.property(anyFigure, amount, (claimed, value) => {
        const found = figure(value)
        const { outcome } = compareFigures(claimed, found)
        const drawing = drawingOf(claimed, found, outcome === 'within')
        if (drawing === null) throw new Error('nothing was drawn')
        for (const { from, to } of [drawing.claimed, drawing.accepted, drawing.found]) {
          expect(from).toBeGreaterThanOrEqual(0)
          expect(to).toBeLessThanOrEqual(1)
          expect(from).toBeLessThanOrEqual(to)
        }
        const { accepted } = drawing
        const isInside = drawing.found.from >= accepted.from - 1e-9 && drawing.found.to <= accepted.to + 1e-9
        if (outcome === 'within') expect(isInside).toBe(true)
      }),
    )
  })
})

test('a conversion is told in both units', () => {
  const claimed = figure(50, { unit: 'kilometre' })
  expect(conversionWords(claimed, figure(30, { unit: 'mile' }))).toBe('30 mile = 48.2803 kilometre')
  expect(conversionWords(claimed, range(10, 20, { unit: 'mile' }))).toBe('10 to 20 mile = 16.0934 to 32.1869 kilometre')
  expect(conversionWords(claimed, figure(50, { unit: 'kilometre' }))).toBeNull()
  expect(conversionWords(claimed, figure(50, { unit: 'boat' }))).toBeNull()
})

test('figures that cannot be compared are not drawn', () => {
  expect(drawingOf(figure(3), figure(3, { unit: 'USD' }), false)).toBeNull()
  expect(drawingOf(figure(null), figure(3), false)).toBeNull()
})

describe('the figure proposed from an excerpt', () => {
  const claimed = figure(50_000, { unit: 'people' })
  test.each([
    [
      'It carried 41,200 people in 14 ships.',
      claimed,
      { text: '41,200', value: 41_200, unit: 'people', modifier: 'exact' },
    ],
    ['Of 14 ships, about 41,200 people came.', claimed, { value: 41_200, modifier: 'about' }],
    [
      'The dredging cost $3.1 million and took 9 weeks.',
      figure(3e6, { unit: 'USD' }),
      { value: 3_100_000, unit: 'USD' },
    ],
    ['The line is 30 miles long, with 12 stops.', figure(50, { unit: 'kilometre' }), { value: 30, unit: 'mile' }],
    [
      'It rose between 5 and 10 percent.',
      figure(7, { unit: 'percent' }),
      { low: 5, high: 10, value: null, unit: 'percent' },
    ],
    ['There were 12 cranes.', null, { value: 12 }],
  ])('%s', (excerpt, of, expected) => {
    expect(proposedFigure(excerpt, of, null)).toMatchObject(expected)
  })

  test('there is none where the excerpt has none, nor a place in a ranking', () => {
    expect(proposedFigure('Nobody was counted.', claimed, null)).toBeNull()
    expect(proposedFigure('It came third.', claimed, null)).toBeNull()
  })

  test('the one day that is named is its day', () => {
    expect(proposedFigure('On 30 September 2025 there were 49,200 people.', claimed, null)).toMatchObject({
      asOfOn: '2025-09-30',
    })
  })
})
