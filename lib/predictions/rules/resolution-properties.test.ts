import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { addDays, daysBetween } from '@/lib/core/days'
import type { DayPrecision } from '../schema'
import { closesOn, type RecordedOutcome, type ResolvablePrediction, resolve } from './resolution'

const SAID_ON = '2024-01-01'
const LONG_AFTER = '2050-01-01'
const dayAt = (offset: number) => addDays(SAID_ON, offset)
const offset = fc.integer({ min: 0, max: 2000 })

const plain: ResolvablePrediction = {
  ...{ saidOn: SAID_ON, dueFrom: SAID_ON, dueTo: SAID_ON, graceDays: 0, isNegated: false },
  ...{ comparator: null, targetValue: null, targetUnit: null, tolerance: null },
}
const anyPrediction = fc
  .record({ start: offset, length: offset, graceDays: fc.integer({ min: 0, max: 366 }) })
  .map(({ start, length, graceDays }) => ({
    ...plain,
    ...{ dueFrom: dayAt(start), dueTo: dayAt(start + length), graceDays },
  }))

const happened = (
  from: number,
  to = from,
  precision: DayPrecision = 'day',
  figure: Partial<RecordedOutcome> = {},
): RecordedOutcome => ({
  ...{ hasHappened: true, firstOn: dayAt(from), lastOn: dayAt(to), precision },
  ...{ value: null, valueTo: null, unit: null, ...figure },
})
const nothing: RecordedOutcome = { ...happened(0), hasHappened: false, firstOn: null, lastOn: null }
const kindOf = (prediction: ResolvablePrediction, outcome: RecordedOutcome, today = LONG_AFTER) =>
  resolve(prediction, outcome, today).resolution

describe('for any window, grace and day', () => {
  test('the day is before the window, up to the end of grace, or after it: early, came true or late, one of them', () => {
    fc.assert(
      fc.property(anyPrediction, offset, (prediction, at) => {
        const day = dayAt(at)
        const places = [day < prediction.dueFrom, day > closesOn(prediction)]
        const expected = places[0] ? 'early' : places[1] ? 'late' : 'came_true'
        expect(kindOf(prediction, happened(at))).toBe(expected)
      }),
    )
  })
  test('the day on which it is asked changes nothing about what happened', () => {
    fc.assert(
      fc.property(anyPrediction, offset, offset, (prediction, at, later) => {
        const outcome = happened(at)
        expect(resolve(prediction, outcome, dayAt(at + later))).toEqual(resolve(prediction, outcome, LONG_AFTER))
      }),
    )
  })
  test('nothing decides from the day after grace, and never before', () => {
    fc.assert(
      fc.property(
        anyPrediction,
        fc.boolean(),
        fc.integer({ min: -3000, max: 3000 }),
        (prediction, isNegated, after) => {
          const today = addDays(closesOn(prediction), after)
          const expected = after <= 0 ? 'open' : isNegated ? 'came_true' : 'did_not_happen'
          expect(kindOf({ ...prediction, isNegated }, nothing, today)).toBe(expected)
        },
      ),
    )
  })
})

describe('nested windows', () => {
  const nested = fc
    .record({ inner: anyPrediction, before: offset, after: offset, later: fc.integer({ min: 0, max: 100 }) })
    .map(({ inner, before, after, later }) => {
      const start = Math.min(before, daysBetween(SAID_ON, inner.dueFrom))
      const outer = { ...inner, dueFrom: addDays(inner.dueFrom, -start), dueTo: addDays(inner.dueTo, after) }
      return { inner, outer: { ...outer, graceDays: inner.graceDays + later } }
    })

  test('what came true in the inner one came true in the outer one; one that is late there was late before', () => {
    fc.assert(
      fc.property(nested, offset, ({ inner, outer }, at) => {
        const [within, around] = [kindOf(inner, happened(at)), kindOf(outer, happened(at))]
        if (within === 'came_true') expect(around).toBe('came_true')
        if (around === 'late') expect(within).toBe('late')
        if (around === 'early') expect(within).toBe('early')
      }),
    )
  })
  test('nothing in the outer one is nothing in the inner one', () => {
    fc.assert(
      fc.property(nested, offset, ({ inner, outer }, at) => {
        if (kindOf(outer, nothing, dayAt(at)) === 'did_not_happen')
          expect(kindOf(inner, nothing, dayAt(at))).toBe('did_not_happen')
      }),
    )
  })
})

describe('a negation', () => {
  const MIRROR = { came_true: 'did_not_happen', late: 'came_true', early: 'open' } as const

  test('mirrors the statement without it: inside the window wrong, after it right, before it left to people', () => {
    fc.assert(
      fc.property(anyPrediction, offset, (prediction, at) => {
        const strict = { ...prediction, graceDays: 0 }
        const said = kindOf(strict, happened(at))
        const expected = Object.entries(MIRROR).find(([kind]) => kind === said)?.[1]
        expect(kindOf({ ...strict, isNegated: true }, happened(at))).toBe(expected)
      }),
    )
  })
  test('grace never helps it: a day of grace is after the window', () => {
    fc.assert(
      fc.property(anyPrediction, offset, (prediction, at) => {
        const negated = { ...prediction, isNegated: true }
        expect(kindOf(negated, happened(at))).toBe(kindOf({ ...negated, graceDays: 0 }, happened(at)))
      }),
    )
  })
})

describe('a coarser precision', () => {
  const PRECISIONS: DayPrecision[] = ['week', 'month', 'year']

  test('decides nothing that any of its days would decide otherwise', () => {
    fc.assert(
      fc.property(
        ...[anyPrediction, fc.boolean(), offset, fc.integer({ min: 0, max: 40 }), fc.constantFrom(...PRECISIONS)],
        (prediction, isNegated, at, length, precision) => {
          const asked = { ...prediction, isNegated }
          const decided = kindOf(asked, happened(at, at + length, precision))
          const byDay = Array.from({ length: length + 1 }, (_, day) => kindOf(asked, happened(at + day)))
          expect(decided === 'open' || byDay.every((kind) => kind === decided)).toBe(true)
        },
      ),
    )
  })
  test('with day precision only the first day counts', () => {
    fc.assert(
      fc.property(anyPrediction, offset, offset, (prediction, at, length) => {
        expect(kindOf(prediction, happened(at, at + length))).toBe(kindOf(prediction, happened(at)))
      }),
    )
  })
})

describe('a figure', () => {
  const whole = fc.integer({ min: -500, max: 500 })
  const COMPARATORS = ['equal', 'at_least', 'at_most', 'more_than', 'less_than'] as const
  const anyTarget = fc.record({
    comparator: fc.constantFrom(...COMPARATORS),
    targetValue: whole.map(String),
    tolerance: fc.integer({ min: 0, max: 50 }).map(String),
  })

  test('in another unit of the same measure, or in thousands, resolves the same', () => {
    fc.assert(
      fc.property(anyPrediction, anyTarget, whole, offset, (prediction, target, value, at) => {
        const inUnit = (targetUnit: string, unit: string, found: string) =>
          kindOf({ ...prediction, ...target, targetUnit }, happened(at, at, 'day', { value: found, unit }))
        const same = inUnit('kilometre', 'kilometre', `${value}`)
        expect(inUnit('kilometre', 'metres', `${value * 1000}`)).toBe(same)
        expect(inUnit('USD', 'thousand USD', `${value / 1000}`)).toBe(same)
        expect(inUnit('million USD', 'USD', `${value * 1_000_000}`)).toBe(same)
      }),
    )
  })
  test('a range decides only what each value in it decides', () => {
    fc.assert(
      fc.property(
        ...[anyPrediction, anyTarget, whole, fc.integer({ min: 1, max: 80 }), offset],
        (prediction, target, low, width, at) => {
          const asked = { ...prediction, ...target, targetUnit: null }
          const decided = kindOf(asked, happened(at, at, 'day', { value: `${low}`, valueTo: `${low + width}` }))
          const each = Array.from({ length: width + 1 }, (_, more) =>
            kindOf(asked, happened(at, at, 'day', { value: `${low + more}` })),
          )
          expect(decided === 'open' || each.every((kind) => kind === decided)).toBe(true)
        },
      ),
    )
  })
  test('that was missed did not happen only as the value of the window’s last day, or of a later one', () => {
    fc.assert(
      fc.property(anyPrediction, anyTarget, whole, offset, (prediction, target, value, at) => {
        const kind = kindOf({ ...prediction, ...target }, happened(at, at, 'day', { value: `${value}` }))
        if (kind === 'did_not_happen') expect(dayAt(at) >= prediction.dueTo).toBe(true)
      }),
    )
  })
})
