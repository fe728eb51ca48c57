import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { addDays } from '@/lib/core/days'
import { COMPARATORS } from './choices'
import { toExact } from './decimals'
import { type RecordedOutcome, type ResolvablePrediction, resolve, satisfies } from './resolution'

const prediction: ResolvablePrediction = {
  saidOn: '2025-02-07',
  dueFrom: '2025-07-01',
  dueTo: '2025-12-31',
  graceDays: 14,
  isNegated: false,
  comparator: null,
  targetValue: null,
  targetUnit: null,
  tolerance: null,
}
const happened = (firstOn: string, lastOn = firstOn, more: Partial<RecordedOutcome> = {}): RecordedOutcome => ({
  hasHappened: true,
  firstOn,
  lastOn,
  precision: 'day',
  value: null,
  valueTo: null,
  unit: null,
  ...more,
})
const nothing: RecordedOutcome = { ...happened('2025-01-01'), hasHappened: false, firstOn: null, lastOn: null }
const TODAY = '2026-06-01'

describe('by the first day of what happened', () => {
  test.each([
    ['the day before the window', '2025-06-30', 'early'],
    ['the first day of the window', '2025-07-01', 'came_true'],
    ['a day inside', '2025-10-27', 'came_true'],
    ['the last day of the window', '2025-12-31', 'came_true'],
    ['the first day of grace', '2026-01-01', 'came_true'],
    ['the last day of grace', '2026-01-14', 'came_true'],
    ['the day after grace', '2026-01-15', 'late'],
    ['the day it was said', '2025-02-07', 'early'],
    ['a day before it was said', '2025-02-06', 'open'],
  ])('%s: %s is %s', (_, day, resolution) => {
    expect(resolve(prediction, happened(day), TODAY).resolution).toBe(resolution)
  })

  test('something that lasted past the window is judged by the day it began', () => {
    expect(resolve(prediction, happened('2025-12-30', '2026-02-02'), TODAY)).toEqual({
      resolution: 'came_true',
      rule: 'It began on 30 Dec 2025, inside its window Jul–Dec 2025.',
    })
  })

  test('grace is named in the rule', () => {
    expect(resolve(prediction, happened('2026-01-10'), TODAY).rule).toBe(
      'It began on 10 Jan 2026, after its window Jul–Dec 2025 but within grace, which ended on 14 Jan 2026.',
    )
  })

  test('without a day nothing is decided', () => {
    expect(resolve(prediction, { ...nothing, hasHappened: true }, TODAY).resolution).toBe('open')
    expect(resolve(prediction, { ...happened('2025-10-27'), lastOn: null }, TODAY).resolution).toBe('open')
  })
})

describe('known only roughly', () => {
  test.each([
    ['a month inside the window', '2025-10-01', '2025-10-31', 'month', 'came_true'],
    ['the month before the window', '2025-06-01', '2025-06-30', 'month', 'early'],
    ['a month of which half is grace', '2026-01-01', '2026-01-31', 'month', 'open'],
    ['a year that holds the window', '2025-01-01', '2025-12-31', 'year', 'open'],
    ['a week over the end of the window but within grace', '2025-12-29', '2026-01-04', 'week', 'came_true'],
    ['a year after it', '2027-01-01', '2027-12-31', 'year', 'late'],
  ] as const)('%s', (_, from, to, precision, resolution) => {
    expect(resolve(prediction, happened(from, to, { precision }), TODAY).resolution).toBe(resolution)
  })

  test('says why it does not decide', () => {
    expect(resolve(prediction, happened('2026-01-01', '2026-01-31', { precision: 'month' }), TODAY).rule).toBe(
      'It is known only to the month (Jan 2026), and that decides nothing: a person has to choose.',
    )
  })
})

describe('nothing happened', () => {
  test.each([
    ['on the last day of grace it is too early', '2026-01-14', 'open'],
    ['the day after, it did not happen', '2026-01-15', 'did_not_happen'],
  ])('%s', (_, today, resolution) => {
    expect(resolve(prediction, nothing, today).resolution).toBe(resolution)
  })

  test('the rule names grace only when there is one', () => {
    expect(resolve(prediction, nothing, TODAY).rule).toBe('Nothing by 14 Jan 2026, the end of its window and grace.')
    expect(resolve(prediction, nothing, '2025-08-01').rule).toBe(
      'Too early to say: its window with grace ends on 14 Jan 2026.',
    )
    const strict = { ...prediction, graceDays: 0 }
    expect(resolve(strict, nothing, TODAY).rule).toBe('Nothing by 31 Dec 2025, the end of its window.')
    expect(resolve(strict, nothing, '2025-08-01').rule).toBe('Too early to say: its window ends on 31 Dec 2025.')
  })
})

describe('a negated prediction ("will not …")', () => {
  const negated = { ...prediction, isNegated: true }
  test.each([
    ['before it was said', happened('2025-01-31'), 'open'],
    ['before the window', happened('2025-03-01'), 'open'],
    ['inside the window', happened('2025-09-01'), 'did_not_happen'],
    ['after the window, in grace', happened('2026-01-05'), 'came_true'],
    ['long after', happened('2026-05-05'), 'came_true'],
    ['never', nothing, 'came_true'],
  ])('%s', (_, outcome, resolution) => {
    expect(resolve(negated, outcome, TODAY).resolution).toBe(resolution)
  })
  test('too early while the window runs', () => {
    expect(resolve(negated, nothing, '2025-12-01').resolution).toBe('open')
  })
})

describe('a numeric prediction', () => {
  const growth: ResolvablePrediction = {
    ...prediction,
    comparator: 'equal',
    targetValue: '3.3',
    targetUnit: 'percent',
    tolerance: '0.1',
  }
  const measured = (value: string | null, unit: string | null = 'percent') =>
    happened('2025-12-31', '2025-12-31', { value, unit })

  test.each([
    ['equal', '3.3', '0.1', '3.4', true],
    ['equal', '3.3', '0.1', '3.2', true],
    ['equal', '3.3', '0.1', '3.400000000001', false],
    ['equal', '3.3', '0.1', '3.19', false],
    ['equal', '3.3', '0', '3.30', true],
    ['at_least', '2', '0', '2.0', true],
    ['at_least', '2', '0', '1.99', false],
    ['at_least', '2', '0.05', '1.95', true],
    ['at_most', '54000', '0', '54000', true],
    ['at_most', '54000', '0', '54001', false],
    ['at_most', '-1', '0', '-1.5', true],
    ['more_than', '5', '0', '5', false],
    ['more_than', '5', '0', '5.01', true],
    ['more_than', '5', '1', '4', true],
    ['more_than', '5', '1', '3.9', false],
    ['less_than', '5', '0', '5', false],
    ['less_than', '5', '0', '4.99', true],
    ['less_than', '5', '1', '6', true],
    ['less_than', '5', '1', '6.1', false],
  ] as const)('%s %s (tolerance %s): %s is %s', (comparator, target, tolerance, value, isMet) => {
    expect(satisfies(comparator, value, target, tolerance)).toBe(isMet)
  })

  test('reached inside the window came true, with both figures in the rule', () => {
    expect(resolve(growth, measured('3.4'), TODAY)).toEqual({
      resolution: 'came_true',
      rule: '3.4 percent against 3.3 percent (3.2 to 3.4): reached. It stood so on 31 Dec 2025, inside its window Jul–Dec 2025.',
    })
  })
  test('not reached by the end did not happen', () => {
    expect(resolve(growth, measured('2.1'), TODAY)).toEqual({
      resolution: 'did_not_happen',
      rule: '2.1 percent against 3.3 percent (3.2 to 3.4): not reached. Nothing by 14 Jan 2026, the end of its window and grace.',
    })
  })
  test('a figure of a year counts as of its last day, though the year began before it was said', () => {
    const year = happened('2025-01-01', '2025-12-31', { value: '3.3', unit: '%', precision: 'year' })
    expect(resolve(growth, year, TODAY).resolution).toBe('came_true')
    expect(resolve(growth, { ...year, value: '2.9' }, TODAY).resolution).toBe('did_not_happen')
  })
  test('one of a year that runs past the end of the window decides nothing by itself', () => {
    const short = { ...growth, dueTo: '2025-09-30' }
    const year = happened('2025-01-01', '2025-12-31', { value: '3.3', unit: '%', precision: 'year' })
    expect(resolve(short, year, TODAY).resolution).toBe('open')
    const days = resolve(short, { ...year, firstOn: '2025-08-01', precision: 'day' }, TODAY)
    expect(days.rule).toMatch(/known only to these days/)
  })
  test('not reached while the window runs is too early', () => {
    expect(resolve(growth, measured('2.1'), '2025-11-01').resolution).toBe('open')
  })
  test('reached after window and grace is late', () => {
    const late = happened('2026-03-31', '2026-03-31', { value: '3.3', unit: 'Percent ' })
    expect(resolve(growth, late, TODAY).resolution).toBe('late')
  })
  test('without a tolerance the value has to be met', () => {
    expect(resolve({ ...growth, tolerance: null }, measured('3.3'), TODAY).resolution).toBe('came_true')
  })
  test('"will not exceed" comes true when the value stayed below', () => {
    const negated = { ...growth, isNegated: true, comparator: 'more_than', tolerance: null } as const
    expect(resolve(negated, measured('3.1'), TODAY).resolution).toBe('came_true')
    expect(resolve(negated, measured('3.5'), TODAY).resolution).toBe('did_not_happen')
  })
  test.each([
    ['no value', measured(null)],
    ['another unit', measured('3.3', 'percentage point')],
    ['no unit', measured('3.3', null)],
  ])('with %s a person has to choose', (_, outcome) => {
    const proposal = resolve(growth, outcome, TODAY)
    expect(proposal.resolution).toBe('open')
    expect(proposal.rule).toMatch(/a person has to choose\.$/)
  })
  test('counts without a unit compare with each other', () => {
    const count = { ...growth, comparator: 'at_least', targetValue: '10', targetUnit: null } as const
    expect(resolve(count, measured('12', null), TODAY)).toMatchObject({
      resolution: 'came_true',
      rule: expect.stringMatching(/^12 against at least 10 \(tolerance 0\.1\): reached\./),
    })
  })
})

const dayOffset = fc.integer({ min: 0, max: 1500 })
const anyPrediction = fc
  .record({ start: dayOffset, length: dayOffset, grace: fc.integer({ min: 0, max: 366 }) })
  .map(({ start, length, grace }) => {
    const dueFrom = addDays('2024-01-01', start)
    return { ...prediction, saidOn: '2024-01-01', dueFrom, dueTo: addDays(dueFrom, length), graceDays: grace }
  })

describe('for any prediction and day', () => {
  test('a later day never makes it better: early, then true, then late', () => {
    const order = ['early', 'came_true', 'late']
    fc.assert(
      fc.property(anyPrediction, dayOffset, dayOffset, (p, a, b) => {
        const [first, second] = [Math.min(a, b), Math.max(a, b)].map((offset) =>
          order.indexOf(resolve(p, happened(addDays('2024-01-01', offset)), '2040-01-01').resolution),
        )
        expect(first).toBeLessThanOrEqual(second ?? -1)
        expect(first).toBeGreaterThanOrEqual(0)
      }),
    )
  })
  test('it either happened or did not: a negated prediction and its opposite never both come true', () => {
    fc.assert(
      fc.property(anyPrediction, dayOffset, (p, offset) => {
        const strict = { ...p, graceDays: 0 }
        const outcome = happened(addDays('2024-01-01', offset))
        const plain = resolve(strict, outcome, '2040-01-01').resolution
        const negated = resolve({ ...strict, isNegated: true }, outcome, '2040-01-01').resolution
        expect([plain, negated].filter((r) => r === 'came_true').length).toBeLessThanOrEqual(1)
      }),
    )
  })
  test('comparators agree with whole numbers', () => {
    const small = fc.integer({ min: -1000, max: 1000 })
    fc.assert(
      fc.property(fc.constantFrom(...COMPARATORS), small, small, (comparator, value, target) => {
        const expected = {
          equal: value === target,
          at_least: value >= target,
          at_most: value <= target,
          more_than: value > target,
          less_than: value < target,
        }[comparator]
        expect(satisfies(comparator, String(value), String(target), '0')).toBe(expected)
      }),
    )
  })
})

test.each([
  ['0', 0n],
  ['-0.5', -500_000_000_000n],
  ['12.000000000001', 12_000_000_000_001n],
  ['1.0000000000019', 1_000_000_000_001n],
  ['550000000000', 550_000_000_000_000_000_000_000n],
])('%s is exact', (text, units) => {
  expect(toExact(text)).toBe(units)
})
