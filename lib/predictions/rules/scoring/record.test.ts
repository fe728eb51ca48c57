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
    openedOn: '2025-01-02',
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
      openedLate: 0,
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

  test('says how many of the counted were opened when their window with grace was over', () => {
    const late = { closesOn: '2025-06-20', openedOn: '2025-06-21' }
    const record = recordOf([
      one('came_true', late),
      one('did_not_happen', { ...late, openedOn: '2025-06-20' }),
      one('void', late),
      one(null, late),
      one('too_vague', { ...late, closesOn: null }),
    ])
    expect(record).toMatchObject({ predictions: 2, openedLate: 1 })
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

  test('windows that closed and that nobody settled are another reason than none that closed', () => {
    expect(recordOf([one(null, { closesOn: '2030-01-01' })]).withheld).toBe('nothing_closed')
    expect(recordOf([one(null), one(null)])).toMatchObject({
      n: 0,
      unresolved: 2,
      rate: null,
      withheld: 'none_settled',
    })
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

  test('one whose words have a probability brings a Brier score, when enough of those have', () => {
    const sure = (count: number) => times(count, () => one('came_true', { probability: 0.9 }))
    expect(recordOf(sure(5)).brier?.score).toBeCloseTo(0.01, 12)
    expect(recordOf([...sure(4), one('came_true')]).brier).toBeNull()
    expect(recordOf([...sure(5), one(null), one(null)]).brier).toBeNull()
  })

  test('too many unresolved among those with a probability withhold their score alone', () => {
    const sure = times(5, () => one('came_true', { probability: 0.9 }))
    const unlisted = times(15, () => one('came_true'))
    const waiting = times(2, () => one(null, { probability: 0.9 }))
    const record = recordOf([...sure, ...unlisted, ...waiting])
    expect(record.withheld).toBeNull()
    expect(record.brier).toBeNull()
    expect(recordOf([...sure, ...unlisted, ...waiting.slice(1)]).brier).not.toBeNull()
  })

  test('late counts as held up where the settings say so, and is shown apart all the same', () => {
    const list = [...times(3, () => one('came_true')), one('late'), one('did_not_happen')]
    const record = trackRecordOf(list, AS_OF, { ...rules, heldUp: ['came_true', 'late'] })
    expect(record).toMatchObject({ cameTrue: 3, held: 4, heldUp: ['came_true', 'late'], rate: { value: 0.8 } })
    expect(record.counts).toMatchObject({ came_true: 3, late: 1 })
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
})
