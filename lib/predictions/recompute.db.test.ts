import { afterAll, beforeAll, expect, test } from 'vitest'
import { canonicalForm } from '@/lib/audit/rules'
import { newId } from '@/lib/core/ids'
import { db, disconnect } from '@/lib/platform/db'
import { makePublisher, makeSpeaker, NOON } from '@/lib/testing/predictions'
import { editor, INSIDE, opened, openRecordDesk, resolved, TODAY } from '@/lib/testing/records'
import { undoOutcome } from './commands/outcome-approval'
import { recomputeLedger, type SubjectRecord } from './queries/recompute'
import { recordOf } from './queries/records'

const LATER = '2026-06-03'
let speakerId: string
let publisherId: string
let outcomeId: string

beforeAll(async () => {
  await openRecordDesk()
  publisherId = await makePublisher('Quay Daily')
  speakerId = await makeSpeaker('Ada Brun')
  const made = [await opened({ publisherId, speakerId }), await opened({ publisherId })]
  await opened({ publisherId, speakerId: await makeSpeaker('officials', publisherId) })
  outcomeId = await resolved(made.slice(0, 1), INSIDE)
  const topicId = newId()
  await db().topic.create({ data: { id: topicId, slug: 'bridges', name: 'Bridges', createdAt: NOON } })
  await db().claimTopic.createMany({ data: made.map(({ claimId }) => ({ claimId, topicId })) })
})
afterAll(disconnect)

async function recomputed(asOfOn: string): Promise<SubjectRecord[]> {
  const records: SubjectRecord[] = []
  await recomputeLedger(asOfOn, async (record) => {
    records.push(record)
  })
  return records
}
const bytes = async (asOfOn: string) => (await recomputed(asOfOn)).map((record) => canonicalForm(record)).join('\n')

test('every subject with a prediction once, by its key, with the record that its page shows', async () => {
  const records = await recomputed(TODAY)
  const keys = records.map(({ key }) => key)
  expect(keys).toEqual(keys.toSorted())
  expect(new Set(keys.map((key) => key.split(':')[0]))).toEqual(
    new Set(['all', 'own_voice', 'phrase', 'reported', 'speaker', 'topic', 'unnamed']),
  )
  expect(new Set(keys).size).toBe(keys.length)
  const speaker = records.find(({ key }) => key === `speaker:${speakerId}`)
  expect(speaker?.record).toEqual(await recordOf({ kind: 'speaker', id: speakerId }, TODAY))
  expect(speaker?.slug).toMatch(/^s-/)
})

test('the same bytes each time, and for a day that is past also after what came later', async () => {
  const [today, before] = [await bytes(TODAY), await bytes('2026-05-31')]
  expect(await bytes(TODAY)).toBe(today)
  expect(before).toBe('')
  await undoOutcome({ ...editor, now: new Date('2026-06-03T08:00:00Z') }, { id: outcomeId, reason: 'Another bridge.' })
  expect(await bytes(TODAY)).toBe(today)
  expect(await bytes(LATER)).not.toBe(today)
  const later = await recomputed(LATER)
  expect(later.find(({ key }) => key === `speaker:${speakerId}`)?.record).toMatchObject({
    predictions: 0,
    unresolved: 1,
  })
})

test('the settings are those of the day', async () => {
  const today = await bytes(TODAY)
  const setting = await db().setting.findFirstOrThrow({ orderBy: { version: 'desc' } })
  await db().setting.create({
    data: {
      ...setting,
      ratingScale: setting.ratingScale ?? [],
      certaintyTable: [{ words: 'will', probability: 0.5 }],
      checklist: [],
      heldUp: ['came_true', 'late'],
      ...{ id: newId(), version: setting.version + 1, minimumN: 1, createdAt: new Date('2026-06-03T08:00:00Z') },
    },
  })
  expect(await bytes(TODAY)).toBe(today)
  const [all] = await recomputed(LATER)
  expect(all?.record).toMatchObject({ minimumN: 1, heldUp: ['came_true', 'late'] })
  // what was opened under 0.95 is still measured by that
  expect(all?.record.calibration).toMatchObject([
    { probability: 0.5, isInForce: true },
    { probability: 0.95, isInForce: false, unresolved: 3 },
  ])
})

test('what is written meanwhile is not in it', async () => {
  const before = await bytes(LATER)
  const records: string[] = []
  await recomputeLedger(LATER, async (record) => {
    if (records.length === 0) await opened({ publisherId, speakerId })
    records.push(canonicalForm(record))
  })
  expect(records.join('\n')).toBe(before)
})
