import { describe, expect, test } from 'vitest'
import { brierOf } from './brier'
import type { Resolved, ScoringRules } from './clusters'

const rules: ScoringRules = { minimumN: 1, maxUnresolved: 1, heldUp: ['came_true'], certaintyTable: [] }

let serial = 0
const said = (probability: number | null, resolution: Resolved['resolution'], outcomeId?: string): Resolved => ({
  predictionId: `p${++serial}`,
  ...{ saidOn: null, dueTo: null, closesOn: null, openedOn: '2025-01-01', phrase: null, outcomeFirstOn: null },
  outcomeId: outcomeId ?? `o${serial}`,
  ...{ probability, resolution },
})
const yes = (probability: number | null, outcomeId?: string) => said(probability, 'came_true', outcomeId)
const no = (probability: number | null, outcomeId?: string) => said(probability, 'did_not_happen', outcomeId)

describe('the Brier score', () => {
  // Brier (1950), table 1: the probability of rain on ten occasions, and whether it rained. His score sums over "rain" and
  // "no rain" and is 0.19; of rain alone it is half of that
  test('of the ten forecasts of rain that Brier gives', () => {
    const forecasts: [number, boolean][] = [
      [0.7, false],
      [0.9, true],
      [0.8, true],
      [0.4, true],
      [0.2, false],
      [0, false],
      [0, false],
      [0, false],
      [0, false],
      [0.1, false],
    ]
    const score = brierOf(
      forecasts.map(([p, rained]) => (rained ? yes(p) : no(p))),
      rules,
    )
    // (0.49 + 0.01 + 0.04 + 0.36 + 0.04 + 0 + 0 + 0 + 0 + 0.01) / 10
    expect(score?.score).toBeCloseTo(0.095, 12)
    expect(2 * Number(score?.score)).toBeCloseTo(0.19, 12)
    // each is told what the nine others did: 2/9 where it rained (three times), 3/9 where it did not (seven times)
    expect(score?.baseScore).toBeCloseTo((3 * (7 / 9) ** 2 + 7 * (3 / 9) ** 2) / 10, 12)
    expect(score?.skill).toBeCloseTo(1 - 0.095 / ((3 * 49 + 7 * 9) / 810), 12)
    expect(score).toMatchObject({ n: 10, predictions: 10 })
  })

  test('of one that is sure: 0 when right, 1 when wrong; of one that says a half: a quarter', () => {
    expect(brierOf([yes(1), no(0)], rules)?.score).toBe(0)
    expect(brierOf([yes(0), no(1)], rules)?.score).toBe(1)
    expect(brierOf([yes(0.5), no(0.5)], rules)?.score).toBe(0.25)
  })

  test('first within an outcome, then over outcomes', () => {
    const visit = [yes(0.9, 'visit'), yes(0.5, 'visit'), no(0.9, 'visit')]
    const score = brierOf([...visit, no(0.2)], rules)
    // ((0.01 + 0.25 + 0.81) / 3 + 0.04) / 2
    expect(score?.score).toBeCloseTo((1.07 / 3 + 0.04) / 2, 12)
    expect(score).toMatchObject({ n: 2, predictions: 4 })
    // the visit is told 0 (the other outcome), the other is told 2/3 (the visit)
    expect(score?.baseScore).toBeCloseTo((2 / 3 + (2 / 3) ** 2) / 2, 12)
  })

  test('the base rate of an outcome knows nothing of any prediction of that outcome', () => {
    const others = [yes(0.8), no(0.8), no(0.8)]
    const baseOf = (last: Resolved[]) => brierOf([...others, ...last], rules)?.baseScore
    // told 1/3; the others are told what the last one did, so it is taken out of the sum by hand
    const rest = (share: number) => ((1 - share / 3) ** 2 + 2 * ((1 + share) / 3) ** 2) / 4
    expect(Number(baseOf([yes(0.8, 'last')])) - rest(1)).toBeCloseTo((1 - 1 / 3) ** 2 / 4, 12)
    expect(Number(baseOf([yes(0.8, 'last'), yes(0.8, 'last')])) - rest(1)).toBeCloseTo((1 - 1 / 3) ** 2 / 4, 12)
    expect(Number(baseOf([no(0.8, 'last')])) - rest(0)).toBeCloseTo((1 / 3) ** 2 / 4, 12)
  })

  test('words without a probability are scored by nobody, and known to the base rate', () => {
    const score = brierOf([yes(0.8), yes(null), no(null), no(0.1, 'both'), yes(null, 'both')], rules)
    // clusters: 1, 1, 0, 1/2
    expect(score).toMatchObject({ n: 2, predictions: 2 })
    expect(score?.score).toBeCloseTo((0.04 + 0.01) / 2, 12)
    expect(score?.baseScore).toBeCloseTo(((1 - 1.5 / 3) ** 2 + (2 / 3) ** 2) / 2, 12)
  })

  // "unlikely to" stands for 0.8 that it does not come about, and "did not come about" is resolved as came true
  test('a negation is scored as it was made', () => {
    expect(brierOf([yes(0.8), no(0.2)], rules)?.score).toBeCloseTo(0.04, 12)
  })

  test('no skill where the base rate was never wrong', () => {
    expect(brierOf([yes(0.9), yes(0.9)], rules)).toMatchObject({ baseScore: 0, skill: null })
  })

  test('nothing without a probability, and nothing without another outcome', () => {
    expect(brierOf([yes(null), no(null)], rules)).toBeNull()
    expect(brierOf([yes(0.9, 'one'), no(0.9, 'one')], rules)).toBeNull()
    expect(brierOf([], rules)).toBeNull()
  })

  test('what else holds up by the settings is a yes', () => {
    const late = [said(0.9, 'late'), said(0.9, 'did_not_happen')]
    expect(brierOf(late, rules)?.score).toBeCloseTo(0.81, 12)
    expect(brierOf(late, { ...rules, heldUp: ['came_true', 'late'] })?.score).toBeCloseTo((0.01 + 0.81) / 2, 12)
  })
})
