import { describe, expect, test } from 'vitest'
import { wilsonInterval } from '@/lib/core/intervals'
import { calibrationOf } from './calibration'
import type { Resolved, ScoredPrediction, ScoringRules } from './clusters'

const rules: ScoringRules = {
  ...{ minimumN: 5, maxUnresolved: 0.2, heldUp: ['came_true'] },
  certaintyTable: [
    { words: 'will', probability: 0.95 },
    { words: 'is expected to', probability: 0.8 },
    { words: 'may', probability: 0.35 },
  ],
}

let serial = 0
const said = (phrase: string | null, resolution: Resolved['resolution'], more: Partial<Resolved> = {}): Resolved => ({
  predictionId: `p${++serial}`,
  ...{ saidOn: null, dueTo: null, closesOn: null, openedOn: '2025-01-01', outcomeFirstOn: null },
  probability: rules.certaintyTable.find(({ words }) => words === phrase)?.probability ?? null,
  outcomeId: `o${serial}`,
  ...{ phrase, resolution, ...more },
})
const waiting = (phrase: string): ScoredPrediction => ({ ...said(phrase, 'late'), resolution: null, outcomeId: null })
const times = (count: number, make: () => Resolved) => Array.from({ length: count }, make)
const binOf = (words: string, counted: Resolved[], unresolved: ScoredPrediction[] = []) =>
  calibrationOf(counted, unresolved, rules).find((bin) => bin.words === words)

describe('calibration', () => {
  test('one bin for each phrase of the table, in its order, those without a prediction too', () => {
    const bins = calibrationOf([], [], rules)
    expect(bins.map(({ words }) => words)).toEqual(['will', 'is expected to', 'may'])
    expect(bins[0]).toEqual({
      ...{ words: 'will', probability: 0.95, isInForce: true, isWhole: true },
      ...{ n: 0, predictions: 0, held: 0, unresolved: 0 },
      ...{ share: null, interval: null, withheld: 'nothing_closed', band: { low: 0, high: 1 } },
    })
  })

  // 20 that were "expected to", of which 11 came true. B(20, 0.8): P(X<=11) 0.0100, P(X<=12) 0.0321, P(X<=19) 0.9885,
  // P(X<=18) 0.9308: the band is 12/20 to 19/20, and 11 lie below it, though Wilson's interval ends above 0.6
  test('what was seen has its interval, what was promised its band', () => {
    const list = [
      ...times(11, () => said('is expected to', 'came_true')),
      ...times(9, () => said('is expected to', 'late')),
    ]
    expect(binOf('is expected to', list)).toMatchObject({
      ...{ n: 20, predictions: 20, held: 11, share: 0.55 },
      interval: wilsonInterval(11, 20),
      band: { low: 0.6, high: 0.95 },
    })
  })

  test('one outcome counts once within a phrase, and in each phrase that told of it', () => {
    const list = [
      ...times(4, () => said('may', 'came_true')),
      said('may', 'came_true', { outcomeId: 'visit' }),
      said('may', 'late', { outcomeId: 'visit' }),
      said('will', 'late', { outcomeId: 'visit' }),
    ]
    expect(binOf('may', list)).toMatchObject({ n: 5, predictions: 6, held: 4.5, share: 0.9 })
    expect(binOf('will', list)).toMatchObject({ n: 1, predictions: 1, held: 0, share: null })
  })

  test('below the minimum there is n and no share; unlisted words are in no bin', () => {
    const list = [...times(4, () => said('may', 'came_true')), ...times(9, () => said(null, 'came_true'))]
    expect(binOf('may', list)).toMatchObject({ n: 4, held: 4, share: null, interval: null, withheld: 'below_minimum' })
    expect(calibrationOf(list, [], rules).reduce((sum, { predictions }) => sum + predictions, 0)).toBe(4)
  })

  test('too many unresolved of one phrase withhold its share and no other', () => {
    const list = [...times(8, () => said('may', 'came_true')), ...times(8, () => said('will', 'came_true'))]
    const late = [waiting('may'), waiting('may'), waiting('may')]
    expect(binOf('may', list, late)).toMatchObject({
      unresolved: 3,
      share: null,
      interval: null,
      withheld: 'too_many_unresolved',
    })
    expect(binOf('may', list, late.slice(1))).toMatchObject({ unresolved: 2, share: 1 })
    expect(binOf('will', list, late)).toMatchObject({ unresolved: 0, share: 1 })
    expect(binOf('may', [], late)).toMatchObject({ n: 0, unresolved: 3, withheld: 'none_settled' })
  })

  test('what was opened while the words stood for something else is measured by that, in a bin of its own', () => {
    const before = (resolution: Resolved['resolution']) => said('may', resolution, { probability: 0.6 })
    const list = [
      ...times(6, () => before('came_true')),
      ...times(4, () => before('late')),
      ...times(5, () => said('may', 'late')),
      ...times(2, () => said('may', 'late', { probability: 0.45 })),
    ]
    const bins = calibrationOf(list, [{ ...before('late'), resolution: null }], rules)
    const may = bins.filter(({ words }) => words === 'may')
    expect(may.map(({ probability, isInForce, n, share }) => [probability, isInForce, n, share])).toEqual([
      [0.35, true, 5, 0],
      [0.6, false, 10, 0.6],
      [0.45, false, 2, null],
    ])
    expect(may.map(({ unresolved }) => unresolved)).toEqual([0, 1, 0])
    // B(10, 0.6) around what was promised then: P(X<=2) 0.0123, P(X<=3) 0.0548, P(X<=8) 0.9536, P(X<=9) 0.9940
    expect(may[1]?.band).toEqual({ low: 0.3, high: 0.9 })
    expect(may.every(({ isWhole }) => !isWhole)).toBe(true)
    expect(bins.filter(({ words }) => words !== 'may')).toHaveLength(2)
  })

  test('a table with more decimals than are frozen with a prediction parts nothing', () => {
    const table = { ...rules, certaintyTable: [{ words: 'may', probability: 1 / 3 }] }
    const list = times(5, () => said('may', 'late', { probability: 0.333 }))
    expect(calibrationOf(list, [], table)).toMatchObject([{ isInForce: true, isWhole: true, n: 5 }])
  })

  test('what was opened while its words were unlisted promised nothing', () => {
    const list = [...times(5, () => said('may', 'late')), said('may', 'came_true', { probability: null })]
    expect(binOf('may', list)).toMatchObject({ n: 5, share: 0, isWhole: false })
  })
})
