import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { wilsonInterval } from '@/lib/core/intervals'
import type { ScoredPrediction, ScoringRules } from './clusters'
import { trackRecordOf } from './record'

let serial = 0
const one = (resolution: ScoredPrediction['resolution'], more: Partial<ScoredPrediction> = {}): ScoredPrediction => {
  serial++
  return {
    predictionId: `p${serial}`,
    saidOn: '2025-01-01',
    dueTo: '2025-06-30',
    closesOn: '2025-06-30',
    probability: null,
    phrase: null,
    resolution,
    outcomeId: resolution ? `o${serial}` : null,
    outcomeFirstOn: null,
    ...more,
  }
}
const rules: ScoringRules = { minimumN: 5, maxUnresolved: 0.2, heldUp: ['came_true'], certaintyTable: [] }
const AS_OF = '2025-07-01'
const recordOf = (list: ScoredPrediction[], asOf = AS_OF) => trackRecordOf(list, asOf, rules)
const times = (count: number, make: () => ScoredPrediction) => Array.from({ length: count }, make)

describe('track record', () => {
  test('nothing at all', () => {
    expect(recordOf([])).toEqual({
      asOfOn: AS_OF,
      predictions: 0,
      n: 0,
      cameTrue: 0,
      held: 0,
      unresolved: 0,
      stillOpen: 0,
      counts: { came_true: 0, early: 0, late: 0, partly: 0, did_not_happen: 0, too_vague: 0, void: 0 },
      rate: null,
      withheld: 'nothing_closed',
      brier: null,
      calibration: [],
      lead: null,
      lateness: null,
      shares: { tooVague: 0, void: 0, opened: 0 },
      minimumN: 5,
      maxUnresolved: 0.2,
      heldUp: ['came_true'],
    })
  })

  test('three of six, each kind shown apart', () => {
    const record = recordOf([
      ...times(3, () => one('came_true')),
      one('early'),
      one('late'),
      one('did_not_happen'),
      one('void'),
      one('too_vague', { closesOn: null }),
    ])
    expect(record).toMatchObject({ predictions: 6, n: 6, cameTrue: 3, withheld: null })
    expect(record.counts).toEqual({
      came_true: 3,
      early: 1,
      late: 1,
      partly: 0,
      did_not_happen: 1,
      too_vague: 1,
      void: 1,
    })
    // p = 0.5, n = 6: 0.5 ± 1.959964 sqrt(0.25/6 + 3.841459/144) / (1 + 3.841459/6) = 0.5 ± 0.312386
    expect(record.rate?.value).toBe(0.5)
    expect(record.rate?.low).toBeCloseTo(0.1876, 4)
    expect(record.rate?.high).toBeCloseTo(0.8124, 4)
  })

  test('void and too vague change no rate', () => {
    const six = times(6, () => one('came_true'))
    const withOut = recordOf([...six, one('void'), one('too_vague'), one('void', { closesOn: '2030-01-01' })])
    expect(withOut.rate).toEqual(recordOf(six).rate)
    expect(withOut.counts.void).toBe(2)
    expect(withOut.stillOpen).toBe(0)
  })

  test('one whose window closes on the as-of day does not count yet, even when it came true already', () => {
    const early = [...times(5, () => one('came_true')), one('came_true', { closesOn: AS_OF })]
    expect(recordOf(early)).toMatchObject({ n: 5, stillOpen: 1, cameTrue: 5 })
    expect(recordOf(early, '2025-07-02')).toMatchObject({ n: 6, stillOpen: 0, cameTrue: 6 })
  })

  test('below the minimum there are counts and no rate', () => {
    expect(recordOf(times(4, () => one('came_true')))).toMatchObject({ n: 4, rate: null, withheld: 'below_minimum' })
    expect(recordOf(times(5, () => one('came_true')))).toMatchObject({ n: 5, withheld: null })
  })

  test('a fifth unresolved is printed, more than a fifth withholds the rate', () => {
    const eight = times(8, () => one('came_true'))
    expect(recordOf([...eight, one(null), one(null)])).toMatchObject({ unresolved: 2, withheld: null })
    expect(recordOf([...eight, ...times(3, () => one(null))])).toMatchObject({
      unresolved: 3,
      rate: null,
      withheld: 'too_many_unresolved',
    })
  })

  test('the share of the unresolved is one of predictions, however few outcomes they share', () => {
    const visit = times(6, () => one('came_true', { outcomeId: 'visit' }))
    const others = times(4, () => one('came_true'))
    expect(recordOf([...visit, ...others, one(null), one(null)])).toMatchObject({ n: 5, unresolved: 2, withheld: null })
  })

  test('an open one whose window runs is neither counted nor unresolved', () => {
    expect(recordOf([one(null, { closesOn: '2025-12-31' })])).toMatchObject({ n: 0, unresolved: 0, stillOpen: 1 })
  })

  test('several predictions of one outcome are one cluster', () => {
    const visit = [
      one('came_true', { outcomeId: 'visit' }),
      one('came_true', { outcomeId: 'visit' }),
      one('late', { outcomeId: 'visit' }),
    ]
    const record = recordOf([...visit, ...times(4, () => one('did_not_happen'))])
    expect(record).toMatchObject({ predictions: 7, n: 5, cameTrue: 2 })
    // (2/3 + 0 + 0 + 0 + 0) / 5
    expect(record.rate?.value).toBeCloseTo(2 / 15, 12)
    expect(record.rate?.low).toBeCloseTo(wilsonInterval(2 / 3, 5).low, 12)
  })

  test('resolved without an outcome, each is a cluster of its own', () => {
    expect(recordOf(times(5, () => one('partly', { outcomeId: null })))).toMatchObject({ n: 5, rate: { value: 0 } })
  })

  test('a syndicated copy counts once', () => {
    const same = one('came_true')
    expect(recordOf([same, { ...same }, same])).toMatchObject({ predictions: 1, n: 1 })
  })

  test('for any list: the rate holds its interval, n is at most the predictions, nothing is counted twice', () => {
    const any = fc.record({
      saidOn: fc.constant('2024-12-01'),
      dueTo: fc.constant('2024-12-31'),
      probability: fc.constant(null),
      phrase: fc.constant(null),
      outcomeFirstOn: fc.constant(null),
      predictionId: fc.integer({ min: 0, max: 40 }).map(String),
      closesOn: fc.constantFrom('2025-01-01', '2025-06-30', '2025-07-01', '2026-01-01'),
      resolution: fc.constantFrom(
        null,
        'came_true' as const,
        'late' as const,
        'partly' as const,
        'void' as const,
        'too_vague' as const,
      ),
      outcomeId: fc.constantFrom(null, 'a', 'b', 'c', 'd', 'e', 'f'),
    })
    fc.assert(
      fc.property(fc.array(any, { maxLength: 60 }), (list) => {
        const record = recordOf(list)
        const distinct = new Set(list.map((p) => p.predictionId)).size
        expect(record.n).toBeLessThanOrEqual(record.predictions)
        expect(
          record.predictions + record.unresolved + record.stillOpen + record.counts.void + record.counts.too_vague,
        ).toBe(distinct)
        expect(record.rate === null).toBe(record.withheld !== null)
        if (record.rate) {
          expect(record.rate.low).toBeLessThanOrEqual(record.rate.value + 1e-9)
          expect(record.rate.high).toBeGreaterThanOrEqual(record.rate.value - 1e-9)
        }
      }),
    )
  })
})
