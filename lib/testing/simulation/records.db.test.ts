import { afterAll, beforeAll, expect, test } from 'vitest'
import { disconnect } from '@/lib/platform/db'
import { recordOf, recordsOfPhrases } from '@/lib/predictions/queries/records'
import { type TrackRecord, trackRecordOf } from '@/lib/predictions/rules/scoring/record'
import { requireSettings } from '@/lib/settings/queries'
import { at, toCount, toDay } from './chance'
import { fillNewsroom } from './fill'
import type { Newsroom, SimulatedPrediction } from './newsroom'
import { countable, saidBy, scoredOf } from './truth'

/** What the SQL of the app counts of a filled database, beside what was drawn: the whole record, to the last digit. */

const TODAY = toCount('2026-06-01')
let newsroom: Newsroom

beforeAll(async () => {
  newsroom = (await fillNewsroom({ predictions: 3000, seed: 11, today: TODAY })).newsroom
}, 60_000)

afterAll(disconnect)

const expected = async (predictions: readonly SimulatedPrediction[]): Promise<TrackRecord> =>
  trackRecordOf(predictions.map(scoredOf), toDay(TODAY), await requireSettings())

test('all predictions count, each once, whatever copies say it over', async () => {
  expect(newsroom.predictions.filter(({ copyOf }) => copyOf !== null).length).toBeGreaterThan(20)
  const record = await recordOf({ kind: 'all' }, toDay(TODAY))
  expect(record).toEqual(await expected(countable(newsroom)))
  expect(record.predictions).toBeGreaterThan(record.n + 500)
})

test('a phrase has those that were said with it', async () => {
  const records = await recordsOfPhrases(toDay(TODAY))
  const drawn = new Set(countable(newsroom).map(({ phrase }) => phrase.words))
  const shown = records.filter(({ words }) => drawn.has(words))
  expect(shown).toHaveLength(12)
  for (const { words, record } of shown)
    expect(record).toEqual(await expected(countable(newsroom).filter(({ phrase }) => phrase.words === words)))
})

test('a speaker has what it said first or again, and nothing that it said in hindsight', async () => {
  const told = [0, 1, 2, 20, 60, 120].map((n) => at(newsroom.world.speakers, n))
  for (const { id } of told) {
    const own = saidBy(
      newsroom,
      (voice) => voice.is === 'named' && at(newsroom.world.speakers, voice.speaker).id === id,
    )
    expect(await recordOf({ kind: 'speaker', id }, toDay(TODAY))).toEqual(await expected(own))
  }
})

test('a publisher has what it said itself, apart from what its unnamed sources said', async () => {
  for (const n of [0, 1, newsroom.world.publishers.length - 1]) {
    const { id } = at(newsroom.world.publishers, n)
    const ownVoice = countable(newsroom).filter(({ voice, publisher }) => voice.is === 'own' && publisher === n)
    expect(await recordOf({ kind: 'own_voice', id }, toDay(TODAY))).toEqual(await expected(ownVoice))
    const unnamed = saidBy(newsroom, (voice, publisher) => voice.is === 'unnamed' && publisher === n)
    expect(await recordOf({ kind: 'unnamed', id }, toDay(TODAY))).toEqual(await expected(unnamed))
  }
})
