import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { addDays } from '@/lib/core/days'
import { wilsonInterval } from '@/lib/core/intervals'
import type { ScoredPrediction, ScoringRules } from './clusters'
import { trackRecordOf } from './record'

const AS_OF = '2025-07-01'
const TABLE = [
  { words: 'will', probability: 0.95 },
  { words: 'may', probability: 0.35 },
]
const RESOLUTIONS = ['came_true', 'early', 'late', 'partly', 'did_not_happen', 'too_vague', 'void'] as const

const rulesOf = fc.record({
  minimumN: fc.integer({ min: 1, max: 6 }),
  maxUnresolved: fc.constantFrom(0, 0.2, 0.5, 1),
  heldUp: fc
    .subarray(['early', 'late', 'partly'] as const)
    .map((others): ScoringRules['heldUp'] => ['came_true', ...others]),
  certaintyTable: fc.constant(TABLE),
})

const onePrediction = (
  id: string,
  shape: { day: number; grace: number; word: number; before?: number; end: number; outcome: number | null },
) => {
  const dueTo = addDays('2025-05-01', shape.day)
  const resolution = RESOLUTIONS[shape.end] ?? null
  const isSettled = resolution !== null && resolution !== 'void' && resolution !== 'too_vague'
  return {
    predictionId: id,
    saidOn: '2025-01-01',
    dueTo,
    closesOn: addDays(dueTo, shape.grace),
    openedOn: addDays('2025-05-01', shape.end),
    // now and then opened while the words were unlisted, or stood for something else
    probability: shape.before === 0 ? null : shape.before === 1 ? 0.6 : (TABLE[shape.word]?.probability ?? null),
    phrase: TABLE[shape.word]?.words ?? null,
    resolution,
    outcomeId: isSettled && shape.outcome !== null ? `outcome ${shape.outcome}` : null,
    outcomeFirstOn: isSettled ? '2025-06-01' : null,
  } satisfies ScoredPrediction
}

const shape = fc.record({
  day: fc.integer({ min: 0, max: 90 }),
  grace: fc.constantFrom(0, 0, 0, 14),
  word: fc.integer({ min: 0, max: 2 }),
  before: fc.integer({ min: 0, max: 5 }),
  end: fc.integer({ min: 0, max: 8 }),
  outcome: fc.option(fc.integer({ min: 0, max: 12 })),
})
/** As the database gives them: an id stands for one prediction. */
const ledger: fc.Arbitrary<ScoredPrediction[]> = fc
  .array(shape, { maxLength: 40 })
  .map((shapes) => shapes.map((one, i) => onePrediction(`p${i}`, one)))

const isOut = ({ resolution }: ScoredPrediction) => resolution === 'void' || resolution === 'too_vague'
const isClosed = ({ closesOn }: ScoredPrediction) => closesOn !== null && closesOn < AS_OF
const holds = (check: (list: ScoredPrediction[], rules: ScoringRules) => void) =>
  fc.assert(fc.property(ledger, rulesOf, check), { numRuns: 200 })

/** Everything that says how somebody did; what is still open and how many there are may change beside it. */
const judged = (list: readonly ScoredPrediction[], rules: ScoringRules) => {
  const { rate, brier, calibration, lead, lateness, n, predictions, held, cameTrue, unresolved, withheld } =
    trackRecordOf(list, AS_OF, rules)
  return { rate, brier, calibration, lead, lateness, n, predictions, held, cameTrue, unresolved, withheld }
}

describe('of any ledger', () => {
  test('the order changes nothing, to the last digit', () => {
    fc.assert(
      fc.property(
        ledger.chain((list) =>
          fc.tuple(fc.constant(list), fc.shuffledSubarray(list, { minLength: list.length, maxLength: list.length })),
        ),
        rulesOf,
        ([list, shuffled], rules) => {
          expect(trackRecordOf(shuffled, AS_OF, rules)).toEqual(trackRecordOf(list, AS_OF, rules))
        },
      ),
    )
  })

  test('who is listed twice counts once', () =>
    holds((list, rules) => {
      expect(trackRecordOf([...list, ...list.slice(0, 7)], AS_OF, rules)).toEqual(trackRecordOf(list, AS_OF, rules))
    }))

  test('void and too vague move nothing', () =>
    holds((list, rules) => {
      expect(judged(list, rules)).toEqual(
        judged(
          list.filter((one) => !isOut(one)),
          rules,
        ),
      )
    }))

  test('an open prediction moves nothing', () =>
    holds((list, rules) => {
      const open = onePrediction('open', { day: 90, grace: 14, word: 0, end: 8, outcome: null })
      expect(judged([...list, open], rules)).toEqual(judged(list, rules))
    }))

  test('an early yes before its window and grace closed moves nothing, up to and on the day on which they close', () =>
    holds((list, rules) => {
      for (const days of [0, 1, 40]) {
        const early = {
          ...onePrediction('yes', { day: 0, grace: 0, word: 0, end: 0, outcome: 3 }),
          closesOn: addDays(AS_OF, days),
        }
        expect(judged([...list, early], rules)).toEqual(judged(list, rules))
      }
    }))

  test('each prediction is in exactly one place', () =>
    holds((list, rules) => {
      const { predictions, unresolved, stillOpen, counts, shares } = trackRecordOf(list, AS_OF, rules)
      expect(predictions + unresolved + stillOpen + counts.void + counts.too_vague).toBe(list.length)
      expect(shares).toEqual({ tooVague: counts.too_vague, void: counts.void, opened: list.length })
      expect(unresolved).toBe(list.filter((one) => isClosed(one) && one.resolution === null).length)
    }))

  test('a rate lies within 0..1 and within its interval, which is that of n outcomes', () =>
    holds((list, rules) => {
      const { rate, n, predictions } = trackRecordOf(list, AS_OF, rules)
      expect(n).toBeLessThanOrEqual(predictions)
      if (rate === null) return
      expect(rate.value).toBeGreaterThanOrEqual(0)
      expect(rate.value).toBeLessThanOrEqual(1)
      expect(rate.low).toBeLessThanOrEqual(rate.value + 1e-12)
      expect(rate.high).toBeGreaterThanOrEqual(rate.value - 1e-12)
      expect(rate.high - rate.low).toBeCloseTo(spreadOf(wilsonInterval(rate.value * n, n)), 9)
    }))

  test('n counts outcomes, and predictions that no outcome resolved', () =>
    holds((list, rules) => {
      const counted = list.filter((one) => isClosed(one) && !isOut(one) && one.resolution !== null)
      const keys = counted.map(({ outcomeId, predictionId }) => outcomeId ?? predictionId)
      expect(trackRecordOf(list, AS_OF, rules).n).toBe(new Set(keys).size)
    }))

  test('a rate is withheld exactly when the rules say so', () =>
    holds((list, rules) => {
      const { rate, withheld, n, predictions, unresolved } = trackRecordOf(list, AS_OF, rules)
      const isWithheld = n === 0 || n < rules.minimumN || unresolved / (predictions + unresolved) > rules.maxUnresolved
      expect(rate === null).toBe(isWithheld)
      expect(withheld === null).toBe(!isWithheld)
    }))

  test('a Brier score is shown only beside a rate and by the same rules of its own', () =>
    holds((list, rules) => {
      const { rate, brier } = trackRecordOf(list, AS_OF, rules)
      if (brier === null) return
      const own = list.filter((one) => isClosed(one) && !isOut(one) && one.probability !== null)
      const unresolved = own.filter(({ resolution }) => resolution === null).length
      expect(rate).not.toBeNull()
      expect(brier.n).toBeGreaterThanOrEqual(rules.minimumN)
      expect(brier.predictions).toBe(own.length - unresolved)
      expect(unresolved / own.length).toBeLessThanOrEqual(rules.maxUnresolved)
      for (const score of [brier.score, brier.baseScore]) {
        expect(score).toBeGreaterThanOrEqual(0)
        expect(score).toBeLessThanOrEqual(1)
      }
    }))

  test('the base rate of an outcome is what the others did, whatever became of itself', () => {
    fc.assert(
      fc.property(fc.array(fc.boolean(), { minLength: 2, maxLength: 30 }), (cameTrue) => {
        const list = cameTrue.map((yes, i) =>
          onePrediction(`p${i}`, { day: 0, grace: 0, word: 0, end: yes ? 0 : 4, outcome: i }),
        )
        const rules = { minimumN: 1, maxUnresolved: 1, heldUp: ['came_true'] as const, certaintyTable: TABLE }
        const others = cameTrue.map((_, i) => cameTrue.filter((_yes, j) => j !== i))
        const expected = others.map((rest, i) => (rest.filter(Boolean).length / rest.length - Number(cameTrue[i])) ** 2)
        const mean = expected.reduce((sum, error) => sum + error, 0) / expected.length
        expect(trackRecordOf(list, AS_OF, rules).brier?.baseScore).toBeCloseTo(mean, 9)
      }),
    )
  })

  test('each phrase tells, of each probability that it stood for, the rate of its own predictions', () =>
    holds((list, rules) => {
      const { calibration } = trackRecordOf(list, AS_OF, rules)
      expect(calibration.filter(({ isInForce }) => isInForce).map(({ words }) => words)).toEqual(['will', 'may'])
      const binned = calibration.reduce((sum, { predictions }) => sum + predictions, 0)
      const promised = list.filter(({ probability, phrase }) => probability !== null && phrase !== null)
      expect(binned).toBe(trackRecordOf(promised, AS_OF, rules).predictions)
      for (const bin of calibration) {
        const own = trackRecordOf(
          list.filter(({ phrase, probability }) => phrase === bin.words && probability === bin.probability),
          AS_OF,
          rules,
        )
        expect(bin.withheld).toBe(own.withheld)
        expect(bin.share).toBe(own.rate?.value ?? null)
        expect({ n: bin.n, predictions: bin.predictions, unresolved: bin.unresolved }).toEqual({
          ...{ n: own.n, predictions: own.predictions, unresolved: own.unresolved },
        })
      }
    }))

  test('what counts as held up in addition never lowers a rate', () =>
    holds((list, rules) => {
      const strict = trackRecordOf(list, AS_OF, { ...rules, heldUp: ['came_true'] })
      const all = trackRecordOf(list, AS_OF, { ...rules, heldUp: ['came_true', 'early', 'late', 'partly'] })
      expect(all.counts).toEqual(strict.counts)
      expect(all.rate?.value ?? 0).toBeGreaterThanOrEqual(strict.rate?.value ?? 0)
      expect(strict.held).toBe(strict.cameTrue)
    }))
})

const spreadOf = ({ low, high }: { low: number; high: number }): number => high - low
