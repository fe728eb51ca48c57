import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { DEFAULT_SCALE } from '@/lib/settings/rules'
import {
  agreementFigures,
  confusionOf,
  kappaOf,
  LEAST_RATED,
  linearWeights,
  percentAgreement,
  scaleKey,
} from './rules/agreement'

const [THREE, TWO] = [linearWeights([1, 2, 3]), linearWeights([0, 1])]

describe('published examples', () => {
  // SAS, PROC FREQ, as printed in the tests of statsmodels (inter_rater): kappa, ASE, 95 % limits; weights Cicchetti-Allison
  test.each([
    [
      [
        [0, 4, 1],
        [0, 8, 0],
        [0, 1, 5],
      ],
      [0.4842, 0.138, 0.2137, 0.7547],
      [0.4701, 0.1457, 0.1845, 0.7558],
    ],
    [
      [
        [0, 0, 0],
        [5, 16, 3],
        [8, 12, 28],
      ],
      [0.3333, 0.0814, 0.1738, 0.4929],
      [0.2895, 0.0756, 0.1414, 0.4376],
    ],
  ])('of 3 ratings: %j', (table, simple, weighted) => {
    for (const [kappa, golden] of [
      [kappaOf(table), simple],
      [kappaOf(table, THREE), weighted],
    ] as const) {
      const found = [kappa?.value, kappa?.standardError, kappa?.interval?.low, kappa?.interval?.high]
      expect(found.map((value) => Number(value?.toFixed(4)))).toEqual(golden)
    }
  })
})

describe('worked by hand', () => {
  // 50 pairs, 20 + 15 agree: Po = 0.7; rows 25/25, columns 30/20: Pe = 0.5 * 0.6 + 0.5 * 0.4 = 0.5; kappa = 0.2 / 0.5
  test('two ratings, 50 pairs', () => {
    const table = [
      [20, 5],
      [10, 15],
    ]
    expect(percentAgreement(table)).toMatchObject({ value: 0.7, n: 50 })
    expect(kappaOf(table)).toMatchObject({ n: 50, observed: 0.7 })
    expect(kappaOf(table)?.expected).toBeCloseTo(0.5, 12)
    expect(kappaOf(table)?.value).toBeCloseTo(0.4, 12)
  })

  // always the opposite, half and half: Po = 0, Pe = 0.5, kappa = -1; se = 0, so no interval
  test('always the opposite is -1, and its interval is not drawn', () => {
    const opposite = kappaOf([
      [0, 6],
      [6, 0],
    ])
    expect(opposite?.value).toBeCloseTo(-1, 12)
    expect(opposite?.interval).toBeNull()
  })

  // one step of two apart on 1..3 weighs 1/2: Po = (4 + 2 * 1/2) / 6 = 5/6
  test('one step apart counts half on a scale of three', () => {
    const table = [
      [2, 1, 0],
      [0, 2, 0],
      [0, 1, 0],
    ]
    expect(kappaOf(table, THREE)?.observed).toBeCloseTo(5 / 6, 12)
  })

  test('numbers that are not equally far apart weigh by their distance', () => {
    const weights = linearWeights([1, 2, 5])
    expect([weights(0, 0), weights(0, 1), weights(1, 2), weights(0, 2)]).toEqual([1, 0.75, 0.25, 0])
  })
})

test('where everybody gave one and the same rating, or nothing, there is no kappa', () => {
  expect(kappaOf([[12]])).toBeNull()
  expect(
    kappaOf([
      [12, 0],
      [0, 0],
    ]),
  ).toBeNull()
  expect(kappaOf([[0]])).toBeNull()
  expect(percentAgreement([[0]])).toBeNull()
  expect(() => confusionOf(['a'], [{ first: 'a', second: 'b' }])).toThrow(RangeError)
})

const tables = (size: number) =>
  fc.array(fc.array(fc.integer({ min: 0, max: 30 }), { minLength: size, maxLength: size }), {
    minLength: size,
    maxLength: size,
  })
const transposed = (table: number[][]): number[][] => table.map((row, i) => row.map((_, j) => table[j]?.[i] ?? 0))
/** Two that are the same figure, or both none. */
function expectSame(a: number | undefined, b: number | undefined) {
  if (a === undefined || b === undefined) expect(a).toBe(b)
  else expect(a).toBeCloseTo(b, 9)
}

describe('always', () => {
  test('kappa is at most 1, and 1 exactly where all agree', () => {
    fc.assert(
      fc.property(tables(4), (table) => {
        const kappa = kappaOf(table)
        if (kappa === null) return
        expect(kappa.value).toBeLessThanOrEqual(1 + 1e-12)
        expect(kappa.value > 1 - 1e-12).toBe(percentAgreement(table)?.value === 1)
        if (kappa.interval) {
          expect(kappa.interval.low).toBeLessThanOrEqual(kappa.value)
          expect(kappa.interval.high).toBeGreaterThanOrEqual(kappa.value)
        }
      }),
    )
  })

  test('it does not matter who is first, nor whether a rating that nobody gave is in the scale', () => {
    fc.assert(
      fc.property(tables(3), (table) => {
        for (const weights of [undefined, THREE]) {
          const [one, other] = [kappaOf(table, weights), kappaOf(transposed(table), weights)]
          expectSame(one?.value, other?.value)
          expectSame(one?.standardError, other?.standardError)
        }
        const wider = [...table.map((row) => [...row, 0]), [0, 0, 0, 0]]
        expectSame(kappaOf(wider)?.value, kappaOf(table)?.value)
        expectSame(kappaOf(wider)?.standardError, kappaOf(table)?.standardError)
      }),
    )
  })

  test('of two ratings the weighted kappa is the simple one', () => {
    fc.assert(
      fc.property(tables(2), (table) => {
        expectSame(kappaOf(table, TWO)?.value, kappaOf(table)?.value)
        expectSame(kappaOf(table, TWO)?.standardError, kappaOf(table)?.standardError)
      }),
    )
  })

  test('ratings that have nothing to do with each other have kappa 0', () => {
    const counts = fc.array(fc.integer({ min: 1, max: 9 }), { minLength: 3, maxLength: 3 })
    fc.assert(
      fc.property(counts, counts, (rows, columns) => {
        const table = rows.map((row) => columns.map((column) => row * column))
        expect(kappaOf(table)?.value).toBeCloseTo(0, 9)
        expect(kappaOf(table, THREE)?.value).toBeCloseTo(0, 9)
      }),
    )
  })

  test('the table counts every pair once, in its row and column', () => {
    const keys = ['a', 'b', 'c']
    const rating = fc.constantFrom(...keys)
    fc.assert(
      fc.property(fc.array(fc.record({ first: rating, second: rating })), (pairs) => {
        const table = confusionOf(keys, pairs)
        expect(table.flat().reduce((n, count) => n + count, 0)).toBe(pairs.length)
        expect(percentAgreement(table)?.value ?? 0).toBeCloseTo(
          pairs.filter(({ first, second }) => first === second).length / Math.max(1, pairs.length),
          12,
        )
      }),
    )
  })
})

describe('figures of a scale', () => {
  const same = Array.from({ length: LEAST_RATED - 1 }, () => ({ first: 'true', second: 'true' }))

  test('below the least number there are counts only', () => {
    const few = agreementFigures(DEFAULT_SCALE, same)
    expect(few).toMatchObject({ n: LEAST_RATED - 1, percent: null, kappa: null })
    expect(few.table[0]?.[0]).toBe(LEAST_RATED - 1)
    const enough = agreementFigures(DEFAULT_SCALE, [...same, { first: 'false', second: 'half-true' }])
    expect(enough.percent?.value).toBeCloseTo(0.9, 12)
  })

  test('the weighted kappa leaves out what has no number, and says of how many it is', () => {
    const pairs = [...same, ...same, { first: 'false', second: 'false' }, { first: 'unverifiable', second: 'true' }]
    expect(agreementFigures(DEFAULT_SCALE, pairs).ordered).toMatchObject({ n: pairs.length - 1, kappa: { value: 1 } })
  })

  test('a scale is known by its ratings and numbers, not by its wording', () => {
    const reworded = DEFAULT_SCALE.map((rating) => ({ ...rating, meaning: 'Said anew.' }))
    expect(scaleKey(reworded)).toBe(scaleKey(DEFAULT_SCALE))
    expect(scaleKey(DEFAULT_SCALE.slice(1))).not.toBe(scaleKey(DEFAULT_SCALE))
  })
})
