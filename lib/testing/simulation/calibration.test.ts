import { expect, test } from 'vitest'
import { wilsonInterval } from '@/lib/core/intervals'
import type { ScoredPrediction } from '@/lib/predictions/rules/scoring/clusters'
import { trackRecordOf } from '@/lib/predictions/rules/scoring/record'
import { defaultSettings } from '@/lib/settings/rules'
import { type Chance, chanceFrom, toCount, toDay } from './chance'
import { drawNewsroom } from './newsroom'
import { countable, scoredOf } from './truth'
import { PHRASES } from './world'

/**
 * Whether the scoring recovers what newsrooms were drawn with. The seeds are fixed, so a test says the same each time; its bounds
 * are what chance alone would keep to in all but one of some thousand draws. That the app's SQL counts the same predictions is
 * shown in records.db.test.ts.
 */

const TODAY = toCount('2026-06-01')
const RULES = defaultSettings('A desk', 'UTC')
const SEEDS = Array.from({ length: 30 }, (_, n) => n + 100)
const drawn = SEEDS.map((seed) => {
  const predictions = countable(drawNewsroom({ predictions: 2000, seed, today: TODAY }))
  const scored = predictions.map(scoredOf)
  return { predictions, scored, record: trackRecordOf(scored, toDay(TODAY), RULES) }
})

/** How often the Wilson interval of n trials holds the probability of each: a sum over all counts that may come. */
function coverageOf(n: number, probability: number): number {
  let [covered, term] = [0, (1 - probability) ** n]
  for (let k = 0; k <= n; k++) {
    const { low, high } = wilsonInterval(k, n)
    if (low <= probability && probability <= high) covered += term
    term *= ((n - k) / (k + 1)) * (probability / (1 - probability))
  }
  return covered
}

const points = drawn.flatMap(({ record }) =>
  record.calibration.flatMap(({ words, probability, n, interval }) => {
    const trueRate = PHRASES.find((phrase) => phrase.words === words)?.trueRate
    return interval && trueRate !== undefined ? [{ n, probability, interval, trueRate }] : []
  }),
)

test('the interval of a phrase holds its true rate as often as it says', () => {
  expect(points.length).toBeGreaterThan(320)
  const coverages = points.map(({ n, trueRate }) => coverageOf(n, trueRate))
  const expected = coverages.reduce((sum, share) => sum + share, 0)
  const deviation = Math.sqrt(coverages.reduce((sum, share) => sum + share * (1 - share), 0))
  const held = points.filter(({ interval, trueRate }) => interval.low <= trueRate && trueRate <= interval.high).length
  expect(expected / points.length).toBeCloseTo(0.95, 1)
  expect(Math.abs(held - expected)).toBeLessThan(3.3 * deviation)
})

test('the certainty table, which is wrong here, is found to be wrong', () => {
  const held = points.filter(({ interval, probability }) => interval.low <= probability && probability <= interval.high)
  expect(held.length).toBeLessThan(points.length / 2)
})

const mean = (numbers: readonly number[]): number => numbers.reduce((sum, n) => sum + n, 0) / numbers.length

/** What a closed and resolved prediction adds to the Brier score, as drawn and as it is to be expected. */
function brierParts({ predictions, scored }: (typeof drawn)[number]): { found: number; expected: number }[] {
  const clusters = new Map<unknown, { found: number; expected: number }[]>()
  predictions.forEach((one, n) => {
    const { probability: said = null, resolution = null } = scored[n] ?? {}
    const isCounted = one.event.closesOn < TODAY && one.state === 'opened' && one.event.ending.is === 'outcome'
    if (!isCounted || said === null || resolution === null) return
    const found = (said - (one.isTrue ? 1 : 0)) ** 2
    const expected = one.probability * (said - 1) ** 2 + (1 - one.probability) * said ** 2
    clusters.set(one.event, [...(clusters.get(one.event) ?? []), { found, expected }])
  })
  return [...clusters.values()].map((members) => ({
    found: mean(members.map((one) => one.found)),
    expected: mean(members.map((one) => one.expected)),
  }))
}

test('the Brier score is what the drawn probabilities make expect, within its standard error', () => {
  let squares = 0
  for (const newsroom of drawn) {
    const parts = brierParts(newsroom)
    const { record } = newsroom
    const differences = parts.map(({ found, expected }) => found - expected)
    const error = Math.sqrt(mean(differences.map((one) => one ** 2)) / parts.length)
    const z = ((record.brier?.score ?? Number.NaN) - mean(parts.map(({ expected }) => expected))) / error
    expect(record.brier?.n).toBe(parts.length)
    expect(Math.abs(z)).toBeLessThan(3.9)
    squares += z ** 2
  }
  // chi square of 30 degrees of freedom: 0.1 % and 99.9 %
  expect(squares).toBeGreaterThan(11.6)
  expect(squares).toBeLessThan(59.7)
})

test('what came of one event counts once', () => {
  for (const { predictions, record } of drawn) {
    const events = predictions.filter(
      ({ state, event }) => state === 'opened' && event.closesOn < TODAY && event.ending.is === 'outcome',
    )
    expect(record.predictions).toBe(events.length)
    expect(record.n).toBe(new Set(events.map(({ event }) => event)).size)
  }
})

test('as many are left unresolved as nobody looked into', () => {
  const closed = drawn.flatMap(({ predictions }) => {
    const events = new Set(predictions.map(({ event }) => event))
    return [...events].filter(({ kind, closesOn }) => closesOn < TODAY && kind !== 'conditional' && kind !== 'vague')
  })
  const share = closed.filter(({ ending }) => ending.is === 'none').length / closed.length
  expect(Math.abs(share - 0.06)).toBeLessThan(3.3 * Math.sqrt((0.06 * 0.94) / closed.length))
  for (const { scored, record } of drawn) {
    const open = scored.filter(({ resolution, closesOn }) => resolution === null && closesOn && closesOn < toDay(TODAY))
    expect(record.unresolved).toBe(open.length)
  }
})

type Drawing = { clusters: number; size: number; rate: number; agreement: number }

/** Predictions of outcomes in common, which go the same way with a probability, and each its own way otherwise. */
function correlated(chance: Chance, { clusters, size, rate, agreement }: Drawing): ScoredPrediction[] {
  return Array.from({ length: clusters }, (_, cluster) => {
    const common = chance.happens(rate)
    return Array.from({ length: size }, (_, n): ScoredPrediction => {
      const isTrue = chance.happens(agreement) ? common : chance.happens(rate)
      return {
        ...{ predictionId: `${cluster}-${n}`, outcomeId: `${cluster}`, saidOn: '2025-01-01', dueTo: '2025-12-31' },
        ...{ closesOn: '2025-12-31', openedOn: '2025-01-02', probability: 0.5, phrase: null, outcomeFirstOn: null },
        resolution: isTrue ? 'came_true' : 'did_not_happen',
      }
    })
  }).flat()
}

const TRIALS = 300

test.each([
  { clusters: 20, size: 4, rate: 0.3, agreement: 0 },
  { clusters: 20, size: 4, rate: 0.7, agreement: 0.5 },
  { clusters: 20, size: 4, rate: 0.5, agreement: 1 },
  { clusters: 50, size: 8, rate: 0.2, agreement: 0.8 },
  { clusters: 50, size: 8, rate: 0.85, agreement: 1 },
])('$clusters clusters of $size that agree by $agreement: the interval still holds $rate', (drawing) => {
  const { clusters, size, rate } = drawing
  const chance = chanceFrom(clusters * size + Math.round(rate * 100))
  let [held, heldBlindly] = [0, 0]
  for (let trial = 0; trial < TRIALS; trial++) {
    const record = trackRecordOf(correlated(chance, drawing), '2026-01-02', RULES)
    if (record.rate && record.rate.low <= rate && rate <= record.rate.high) held++
    const blind = wilsonInterval(record.cameTrue, record.predictions)
    if (blind.low <= rate && rate <= blind.high) heldBlindly++
  }
  const nominal = coverageOf(clusters, rate)
  expect(held / TRIALS).toBeGreaterThan(nominal - 3.3 * Math.sqrt((nominal * (1 - nominal)) / TRIALS))
  // what counting each prediction would claim is too narrow as soon as they agree
  if (drawing.agreement === 1) expect(heldBlindly / TRIALS).toBeLessThan(0.8)
})
