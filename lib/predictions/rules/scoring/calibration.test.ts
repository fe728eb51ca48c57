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
const said = (phrase: string | null, resolution: Resolved['resolution'], outcomeId?: string): Resolved => ({
  predictionId: `p${++serial}`,
  ...{ saidOn: null, dueTo: null, closesOn: null, probability: null, outcomeFirstOn: null },
  outcomeId: outcomeId ?? `o${serial}`,
  ...{ phrase, resolution },
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
      ...{ words: 'will', probability: 0.95, n: 0, predictions: 0, cameTrue: 0, unresolved: 0 },
      ...{ share: null, interval: null, band: { low: 0, high: 1 } },
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
      ...{ n: 20, predictions: 20, cameTrue: 11, share: 0.55 },
      interval: wilsonInterval(11, 20),
      band: { low: 0.6, high: 0.95 },
    })
  })

  test('one outcome counts once within a phrase, and in each phrase that told of it', () => {
    const list = [
      ...times(4, () => said('may', 'came_true')),
      said('may', 'came_true', 'visit'),
      said('may', 'late', 'visit'),
      said('will', 'late', 'visit'),
    ]
    expect(binOf('may', list)).toMatchObject({ n: 5, predictions: 6, cameTrue: 4.5, share: 0.9 })
    expect(binOf('will', list)).toMatchObject({ n: 1, predictions: 1, cameTrue: 0, share: null })
  })

  test('below the minimum there is n and no share; unlisted words are in no bin', () => {
    const list = [...times(4, () => said('may', 'came_true')), ...times(9, () => said(null, 'came_true'))]
    expect(binOf('may', list)).toMatchObject({ n: 4, cameTrue: 4, share: null, interval: null })
    expect(calibrationOf(list, [], rules).reduce((sum, { predictions }) => sum + predictions, 0)).toBe(4)
  })

  test('too many unresolved of one phrase withhold its share and no other', () => {
    const list = [...times(8, () => said('may', 'came_true')), ...times(8, () => said('will', 'came_true'))]
    const late = [waiting('may'), waiting('may'), waiting('may')]
    expect(binOf('may', list, late)).toMatchObject({ unresolved: 3, share: null, interval: null })
    expect(binOf('may', list, late.slice(1))).toMatchObject({ unresolved: 2, share: 1 })
    expect(binOf('will', list, late)).toMatchObject({ unresolved: 0, share: 1 })
  })
})
