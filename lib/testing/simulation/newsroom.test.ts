import { expect, test } from 'vitest'
import { toCount } from './chance'
import { drawNewsroom, type SimulatedPrediction } from './newsroom'
import { isOpened, resolutionOf } from './outcome-rows'

const TODAY = toCount('2026-06-01')
const draw = (seed: number, predictions = 2000) => drawNewsroom({ predictions, seed, today: TODAY })
const hasOutcome = (one: SimulatedPrediction): boolean => isOpened(one) && one.event.ending.is === 'outcome'
const SEEDS = [1, 2, 3, 4, 5]

test('the same seed draws the same newsroom, another seed another', () => {
  const kept = ({ predictions, articles }: ReturnType<typeof draw>) => JSON.stringify({ predictions, articles })
  expect(kept(draw(7, 200))).toBe(kept(draw(7, 200)))
  expect(kept(draw(7, 200))).not.toBe(kept(draw(8, 200)))
})

test('the rules of the app give what has closed the truth that was drawn', () => {
  for (const seed of SEEDS) {
    const closed = draw(seed).predictions.filter((one) => hasOutcome(one) && one.event.closesOn < TODAY)
    expect(closed.length).toBeGreaterThan(1000)
    const wrong = closed.filter((one) => {
      const { is, ...ending } = one.event.ending
      const on = is === 'outcome' && 'on' in ending ? ending.on : TODAY
      return (resolutionOf(one, on).resolution === 'came_true') !== one.isTrue
    })
    expect(wrong.map(({ id }) => id)).toEqual([])
  }
})

test('each way of ending, speaking and repeating is among them', () => {
  const { predictions, articles } = draw(1)
  const kinds = new Set(
    predictions.filter(hasOutcome).flatMap((one) => {
      const { ending } = one.event
      return ending.is === 'outcome' ? [resolutionOf(one, ending.on).resolution] : []
    }),
  )
  expect([...kinds].sort()).toEqual(['came_true', 'did_not_happen', 'early', 'late', 'partly'])
  expect(new Set(predictions.map(({ event }) => event.ending.is))).toEqual(
    new Set(['none', 'outcome', 'void', 'too_vague']),
  )
  expect(new Set(predictions.map(({ voice }) => voice.is))).toEqual(new Set(['named', 'unnamed', 'own']))
  expect(predictions.some(({ copyOf }) => copyOf !== null)).toBe(true)
  expect(predictions.some(({ isNegated }) => isNegated)).toBe(true)
  expect(predictions.some(({ event }) => event.sayings.length > 3)).toBe(true)
  const mentions = articles.flatMap((article) => article.mentions)
  expect(mentions.some((one) => one.on > one.prediction.event.closesOn)).toBe(true)
  expect(mentions.length).toBeGreaterThan(predictions.length)
})

test('a few speakers make most predictions', () => {
  const { predictions } = draw(1, 5000)
  const counts = new Map<number, number>()
  for (const { voice } of predictions)
    if (voice.is === 'named') counts.set(voice.speaker, (counts.get(voice.speaker) ?? 0) + 1)
  const sorted = [...counts.values()].sort((a, b) => b - a)
  expect(sorted[0]).toBeGreaterThan(400)
  expect(sorted[Math.floor(sorted.length / 2)]).toBeLessThan(20)
})
