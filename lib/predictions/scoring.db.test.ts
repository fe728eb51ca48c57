import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { getEdition } from '@/lib/audit/queries'
import { contextOf, systemActor } from '@/lib/core/context'
import { newId } from '@/lib/core/ids'
import { db, disconnect } from '@/lib/platform/db'
import { Prisma } from '@/lib/platform/generated/client'
import { asOwner } from '@/lib/testing/owner'
import { makePublisher, makeSpeaker, NOON } from '@/lib/testing/predictions'
import { editor, INSIDE, type Made, oneStory, opened, openRecordDesk, resolved, TODAY } from '@/lib/testing/records'
import { scoreLedger } from './commands/scoring'
import { recordOf, spanningRecords, storedRecordOf, storedRecords } from './queries/records'
import { endOfDay, memberOf } from './queries/subjects'
import type { LedgerSubject } from './rules/subjects'

const worker = contextOf(systemActor('worker'), NOON)
const TOMORROW = '2026-06-02'

beforeAll(openRecordDesk)
afterAll(disconnect)

async function makeTopic(name: string, predictions: readonly Made[]): Promise<string> {
  const id = newId()
  await db().topic.create({ data: { id, slug: name, name, createdAt: NOON } })
  await db().claimTopic.createMany({ data: predictions.map(({ claimId }) => ({ claimId, topicId: id })) })
  return id
}

/** What a list of the subject holds today. */
async function listed(subject: LedgerSubject): Promise<string[]> {
  const isMember = await memberOf(subject, endOfDay(TODAY, 'Europe/Vienna'))
  const rows = await db().$queryRaw<{ id: string }[]>(Prisma.sql`
    SELECT p.id::text AS id FROM prediction p WHERE ${isMember} ORDER BY p.id`)
  return rows.map(({ id }) => id)
}

describe('subjects', () => {
  test('a topic: one outcome is one cluster, whoever spoke, and a copy of a story counts once', async () => {
    const publisherId = await makePublisher('Quay Daily')
    const by = async (name: string) => opened({ publisherId, speakerId: await makeSpeaker(name) })
    const visit = [await by('Ida Falk'), await by('Jens Moe')]
    await resolved(visit, INSIDE)
    const others = []
    for (const name of ['Kaja Lie', 'Lars Vik', 'Mona Dahl', 'Nora Eide']) others.push(await by(name))
    for (const other of others) await resolved([other], null)
    const copies = [
      await opened({ publisherId, publishedOn: '2025-02-01', statement: 'The mole is raised' }),
      await opened({ publisherId, publishedOn: '2025-02-02', statement: 'The mole is raised' }),
    ]
    await oneStory(copies)
    const id = await makeTopic('harbours', [...visit, ...others, ...copies])
    const record = await recordOf({ kind: 'topic', id }, TODAY)
    expect(record).toMatchObject({ predictions: 6, n: 5, unresolved: 1, shares: { opened: 7 } })
    expect(record.rate?.value).toBeCloseTo(1 / 5, 12)
    // both sides of the visit stand in one cluster, so it is told what the four others did
    expect(record.brier).toMatchObject({ n: 5, predictions: 6 })
    expect(await listed({ kind: 'topic', id })).toHaveLength(7)
  })

  test('a phrase: one outcome is one cluster', async () => {
    const words = 'is planning to'
    const visit = [await opened({}, { certaintyWords: words }), await opened({}, { certaintyWords: 'Is  planning to' })]
    await resolved(visit, INSIDE)
    const subject: LedgerSubject = { kind: 'phrase', words }
    expect(await recordOf(subject, TODAY)).toMatchObject({ predictions: 2, n: 1, cameTrue: 2 })
    expect(await listed(subject)).toEqual(visit.map(({ id }) => id).sort())
  })

  test('reported: what named people said in its pages, apart from its own voice and its unnamed sources', async () => {
    const [paper, other] = [await makePublisher('Quay Daily'), await makePublisher('Inland Times')]
    const named = await opened({ publisherId: paper, speakerId: await makeSpeaker('Odd Lunde') })
    const own = await opened({ publisherId: paper })
    const unnamed = await opened({ publisherId: paper, speakerId: await makeSpeaker('officials', paper) })
    const unknown = await opened({ publisherId: paper })
    // as triage leaves it where the desk does not know whom the text names
    await asOwner(`UPDATE occurrence SET speaker_text = 'a ferryman' WHERE claim_id = '${unknown.claimId}'`, {
      unguarded: ['occurrence'],
    })
    await opened({ publisherId: other, speakerId: await makeSpeaker('Per Aune') })
    expect(await listed({ kind: 'reported', id: paper })).toEqual([named.id, unknown.id].sort())
    expect(await listed({ kind: 'own_voice', id: paper })).toEqual([own.id])
    expect(await listed({ kind: 'unnamed', id: paper })).toEqual([unnamed.id])
    expect(await recordOf({ kind: 'reported', id: paper }, TODAY)).toMatchObject({ unresolved: 2 })
  })

  test('a speaker and a publisher: one outcome is one cluster', async () => {
    const [publisherId, speakerId] = [await makePublisher('Quay Daily'), await makeSpeaker('Rut Hagen')]
    await resolved([await opened({ publisherId, speakerId }), await opened({ publisherId, speakerId })], INSIDE)
    await resolved([await opened({ publisherId }), await opened({ publisherId })], INSIDE)
    const both = { predictions: 2, n: 1, cameTrue: 2 }
    expect(await recordOf({ kind: 'speaker', id: speakerId }, TODAY)).toMatchObject(both)
    expect(await recordOf({ kind: 'own_voice', id: publisherId }, TODAY)).toMatchObject(both)
    expect(await recordOf({ kind: 'reported', id: publisherId }, TODAY)).toMatchObject(both)
  })
})

describe('records that are computed ahead', () => {
  beforeEach(() => db().$executeRaw`DELETE FROM track_record`)

  test('are those that a page would compute', async () => {
    const publisherId = await makePublisher('Quay Daily')
    const made = [await opened({ publisherId }), await opened({ publisherId })]
    await resolved(made.slice(0, 1), INSIDE)
    const topicId = await makeTopic('ferries', made)
    await scoreLedger(worker)
    const subjects: LedgerSubject[] = [
      { kind: 'all' },
      { kind: 'phrase', words: 'will' },
      { kind: 'topic', id: topicId },
      { kind: 'own_voice', id: publisherId },
    ]
    const stored = await storedRecords(subjects, TODAY)
    for (const [i, subject] of subjects.entries()) expect(stored[i]).toEqual(await recordOf(subject, TODAY))
    const { phrases } = await spanningRecords(TODAY)
    const keptPhrases = await storedRecords(
      phrases.map(({ words }) => ({ kind: 'phrase', words })),
      TODAY,
    )
    expect(keptPhrases).toEqual(phrases.map(({ record }) => record))
  })

  test('are used on their day and in their edition alone', async () => {
    await scoreLedger(worker)
    await db().$executeRaw`UPDATE track_record SET figures = jsonb_set(figures, '{n}', '777') WHERE subject_key = 'all'`
    expect((await storedRecordOf({ kind: 'all' }, TODAY)).n).toBe(777)
    expect((await storedRecordOf({ kind: 'all' }, TOMORROW)).n).not.toBe(777)
    await resolved([await opened({})], INSIDE)
    expect((await storedRecordOf({ kind: 'all' }, TODAY)).n).not.toBe(777)
  })

  test('of other rules of scoring are not used', async () => {
    await scoreLedger(worker)
    await db().$executeRaw`UPDATE track_record SET scoring_version = scoring_version - 1`
    expect(await storedRecords([{ kind: 'all' }], TODAY)).toEqual([null])
    await scoreLedger(worker)
    expect(await storedRecords([{ kind: 'all' }], TODAY)).not.toEqual([null])
  })

  test('are computed once for a state of the ledger, and give way to those of the next', async () => {
    await scoreLedger(worker)
    const first = await db().trackRecord.findUniqueOrThrow({ where: { subjectKey: 'all' } })
    await scoreLedger({ ...worker, now: new Date(NOON.getTime() + 60_000) })
    expect(await db().trackRecord.findUnique({ where: { subjectKey: 'all' } })).toEqual(first)
    await scoreLedger({ ...worker, now: new Date('2026-06-02T10:00:00Z') })
    expect(await db().trackRecord.count({ where: { asOfOn: TODAY } })).toBe(0)
    await resolved([await opened({})], INSIDE)
    await scoreLedger({ ...worker, now: new Date('2026-06-02T10:00:00Z') })
    const { version } = await getEdition()
    const rows = await db().trackRecord.findMany({ select: { editionVersion: true, asOfOn: true } })
    expect(new Set(rows.map((row) => `${row.editionVersion} ${row.asOfOn}`))).toEqual(
      new Set([`${version} ${TOMORROW}`]),
    )
  })

  test('are computed by a process, not by people', async () => {
    await expect(scoreLedger(editor)).rejects.toMatchObject({ code: 'FORBIDDEN' })
  })
})
