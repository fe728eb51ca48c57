import { afterAll, beforeAll, expect, test } from 'vitest'
import { contextOf, systemActor } from '@/lib/core/context'
import { db, disconnect } from '@/lib/platform/db'
import { Prisma } from '@/lib/platform/generated/client'
import { scoreLedger } from '@/lib/predictions/commands/scoring'
import { areMembersKept } from '@/lib/predictions/queries/members'
import { recordOf, spanningRecords } from '@/lib/predictions/queries/records'
import { endOfDay, memberOf, workedOutMemberOf } from '@/lib/predictions/queries/subjects'
import { ALL_VOICES, recordsOfVoices } from '@/lib/predictions/queries/voices'
import { type TrackRecord, trackRecordOf } from '@/lib/predictions/rules/scoring/record'
import { type LedgerSubject, subjectKey } from '@/lib/predictions/rules/subjects'
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

const isVoice = ({ kind }: LedgerSubject) => kind !== 'all' && kind !== 'topic' && kind !== 'phrase'

const expected = async (predictions: readonly SimulatedPrediction[]): Promise<TrackRecord> =>
  trackRecordOf(predictions.map(scoredOf), toDay(TODAY), await requireSettings())

test('all predictions count, each once, whatever copies say it over', async () => {
  expect(newsroom.predictions.filter(({ copyOf }) => copyOf !== null).length).toBeGreaterThan(20)
  const record = await recordOf({ kind: 'all' }, toDay(TODAY))
  expect(record).toEqual(await expected(countable(newsroom)))
  expect(record.predictions).toBeGreaterThan(record.n + 500)
})

test('a phrase has those that were said with it', async () => {
  const records = (await spanningRecords(toDay(TODAY))).phrases
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

test('what is worked out ahead for all at once is what is worked out for each', async () => {
  const { zone, certaintyTable } = await requireSettings()
  const end = endOfDay(toDay(TODAY), zone)
  expect(await areMembersKept(end, db())).toBe(false)
  await scoreLedger(contextOf(systemActor('worker'), new Date(`${toDay(TODAY)}T12:00:00Z`)))
  expect(await areMembersKept(end, db())).toBe(true)
  expect(await areMembersKept(endOfDay(toDay(TODAY + 1), zone), db())).toBe(false)

  const listed = async (isMember: Prisma.Sql) => {
    const sql = Prisma.sql`SELECT p.id::text AS id FROM prediction p WHERE ${isMember} ORDER BY p.id`
    return (await db().$queryRaw<{ id: string }[]>(sql)).map(({ id }) => id)
  }
  const { publishers, speakers } = newsroom.world
  const topics = await db().topic.findMany({ select: { id: true } })
  expect(topics.length).toBeGreaterThan(3)
  const subjects: LedgerSubject[] = [
    { kind: 'all' },
    ...publishers.flatMap(({ id }) => (['own_voice', 'unnamed', 'reported'] as const).map((kind) => ({ kind, id }))),
    ...topics.map(({ id }) => ({ kind: 'topic' as const, id })),
    ...speakers.slice(0, 60).map(({ id }) => ({ kind: 'speaker' as const, id })),
    ...certaintyTable.map(({ words }) => ({ kind: 'phrase' as const, words })),
  ]
  const together = new Map<string, TrackRecord>()
  for await (const { subject, record } of recordsOfVoices(toDay(TODAY), ALL_VOICES))
    together.set(subjectKey(subject), record)
  expect(together.size).toBeGreaterThan(60)
  let seen = 0
  for (const subject of subjects) {
    const kept = await listed(await memberOf(subject, end))
    expect(kept, JSON.stringify(subject)).toEqual(await listed(await workedOutMemberOf(subject, end, db())))
    seen += kept.length
    if (isVoice(subject)) {
      const alone = kept.length === 0 ? undefined : await recordOf(subject, toDay(TODAY))
      expect(together.get(subjectKey(subject)), JSON.stringify(subject)).toEqual(alone)
    }
  }
  expect(seen).toBeGreaterThan(8000)
}, 60_000)
