import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { updateClaim } from '@/lib/claims/commands'
import { daysBetween } from '@/lib/core/days'
import { db, disconnect } from '@/lib/platform/db'
import { makeClaim, makePublisher, makeSpeaker } from '@/lib/testing/predictions'
import {
  base,
  editor,
  INSIDE,
  oneStory,
  opened,
  openRecordDesk,
  resolved,
  reviewer,
  TODAY,
} from '@/lib/testing/records'
import { approveJudgement, proposeJudgement } from './commands/judgements'
import { approveOpening, proposePrediction, savePrediction } from './commands/opening'
import { undoOutcome } from './commands/outcome-approval'
import { recordOf, spanningRecords } from './queries/records'
import { listPredictionIdsOf } from './queries/subjects'
import type { PredictionContent } from './schema'

beforeAll(openRecordDesk)
afterAll(disconnect)

describe('track records', () => {
  test('the copies of one story count once, for whoever published it first', async () => {
    const [first, second] = [await makePublisher('Wire One'), await makePublisher('Paper Two')]
    const speakerId = await makeSpeaker('Copied Speaker')
    const copies = async (speaker: string | null) => {
      const said = { statement: `It will open, ${speaker}`, speakerId: speaker }
      const made = [
        await opened({ ...said, publisherId: second, publishedOn: '2025-02-07' }),
        await opened({ ...said, publisherId: first, publishedOn: '2025-02-06' }),
      ]
      await resolved(made, INSIDE)
      return made
    }
    const [own, named] = [await copies(null), await copies(speakerId)]
    const countOf = async (publisherId: string) =>
      (await recordOf({ kind: 'own_voice', id: publisherId }, TODAY)).predictions
    expect([await countOf(first), await countOf(second)]).toEqual([1, 1])
    expect((await recordOf({ kind: 'speaker', id: speakerId }, TODAY)).predictions).toBe(2)
    await oneStory(own)
    await oneStory(named)
    expect([await countOf(first), await countOf(second)]).toEqual([1, 0])
    expect((await recordOf({ kind: 'speaker', id: speakerId }, TODAY)).predictions).toBe(1)
  })

  test('a speaker: clusters, kinds apart, unresolved beside n, interval from n = 5', async () => {
    const publisherId = await makePublisher('Quay Daily')
    const speakerId = await makeSpeaker('Ingrid Holm')
    const say = (change?: Partial<PredictionContent>) => opened({ publisherId, speakerId }, change)
    await resolved([await say(), await say({ window: { from: '2025-08-01', to: '2025-08-31' } })], INSIDE)
    for (let i = 0; i < 3; i++) await resolved([await say()], INSIDE)
    await resolved([await say()], null)
    await say()
    await resolved([await say({ window: { from: '2025-07-01', to: '2026-12-31' } })], INSIDE)
    const judged = await proposeJudgement(reviewer, {
      predictionId: (await say()).id,
      kind: 'void',
      reason: 'No treaty.',
    })
    await approveJudgement(editor, { judgementId: judged.id })
    const record = await recordOf({ kind: 'speaker', id: speakerId }, TODAY)
    expect(record).toMatchObject({
      predictions: 6,
      n: 5,
      cameTrue: 4,
      unresolved: 1,
      stillOpen: 1,
      counts: { came_true: 4, late: 1, did_not_happen: 1, void: 1 },
      withheld: null,
    })
    // (1/2 + 1 + 1 + 1 + 0) / 5
    expect(record.rate?.value).toBeCloseTo(0.7, 12)
  })

  test('as of a day: resolutions after it do not count, and an undone one is open again', async () => {
    const speakerId = await makeSpeaker('Olaf Berg')
    const outcomeId = await resolved([await opened({ speakerId })], INSIDE)
    expect(await recordOf({ kind: 'speaker', id: speakerId }, TODAY)).toMatchObject({ n: 1, unresolved: 0 })
    expect(await recordOf({ kind: 'speaker', id: speakerId }, '2026-05-31')).toMatchObject({
      n: 0,
      unresolved: 0,
      stillOpen: 0,
    })
    await undoOutcome({ ...editor, now: new Date('2026-06-03T08:00:00Z') }, { id: outcomeId, reason: 'Wrong bridge.' })
    expect(await recordOf({ kind: 'speaker', id: speakerId }, '2026-06-02')).toMatchObject({ n: 1, unresolved: 0 })
    expect(await recordOf({ kind: 'speaker', id: speakerId }, '2026-06-03')).toMatchObject({ n: 0, unresolved: 1 })
  })

  test('days end at midnight of the newsroom', async () => {
    const speakerId = await makeSpeaker('Mia Lind')
    // 23:30 on 31 May in UTC is 1 June in Vienna
    const lateEvening = new Date('2026-05-31T23:30:00Z')
    const claimId = await makeClaim({
      statement: 'A ferry',
      publisherId: await makePublisher('Q'),
      publishedOn: '2025-02-07',
      speakerId,
    })
    const saved = await savePrediction({ ...reviewer, now: lateEvening }, { claimId, revision: null, content: base })
    await proposePrediction({ ...reviewer, now: lateEvening }, saved)
    await approveOpening({ ...editor, now: lateEvening }, saved)
    expect((await recordOf({ kind: 'speaker', id: speakerId }, '2026-05-31')).unresolved).toBe(0)
    expect((await recordOf({ kind: 'speaker', id: speakerId }, '2026-06-01')).unresolved).toBe(1)
  })

  test('a publisher: its own voice and its unnamed sources apart, named people not at all, a copy once', async () => {
    const [first, second] = [await makePublisher('Quay Daily'), await makePublisher('Copy Post')]
    const own = await opened({ publisherId: first })
    await addCopy(own.claimId, second)
    const unnamed = await opened({ publisherId: first, speakerId: await makeSpeaker('diplomats', first) })
    await opened({ publisherId: first, speakerId: await makeSpeaker('Named Person') })
    await resolved([own, unnamed], INSIDE)
    const [ownRecord, unnamedRecord] = [
      await recordOf({ kind: 'own_voice', id: first }, TODAY),
      await recordOf({ kind: 'unnamed', id: first }, TODAY),
    ]
    expect(ownRecord).toMatchObject({ predictions: 1, unresolved: 0 })
    expect(unnamedRecord).toMatchObject({ predictions: 1, unresolved: 0 })
    expect(await recordOf({ kind: 'own_voice', id: second }, TODAY)).toMatchObject({ predictions: 0, unresolved: 0 })
  })

  test('who repeats a prediction counts with it, unless in hindsight', async () => {
    const publisherId = await makePublisher('Quay Daily')
    const said = await opened({ publisherId, speakerId: await makeSpeaker('First') })
    const repeatedOn = async (publishedOn: string | null) => {
      const speakerId = await makeSpeaker(`Repeats on ${publishedOn}`)
      await addCopy(said.claimId, publisherId, { publishedOn, speakerId })
      return speakerId
    }
    const before = await repeatedOn('2025-09-30')
    const thatDay = await repeatedOn(INSIDE)
    const afterwards = await repeatedOn('2025-12-30')
    const tooLate = await repeatedOn('2026-01-01')
    const someDay = await repeatedOn(null)
    const closed = async (id: string, asOfOn = TODAY) => {
      const { n, unresolved } = await recordOf({ kind: 'speaker', id: id }, asOfOn)
      const listed = await listPredictionIdsOf(id, asOfOn, 50)
      expect(listed).toHaveLength(n + unresolved)
      return n + unresolved
    }
    expect([await closed(before), await closed(thatDay), await closed(afterwards)]).toEqual([1, 1, 1])
    expect([await closed(tooLate), await closed(someDay)]).toEqual([0, 0])
    await resolved([said], INSIDE)
    expect(await closed(before)).toBe(1)
    expect([await closed(thatDay), await closed(afterwards)]).toEqual([0, 0])
  })

  test('who repeats it in other words is scored by the own words and day', async () => {
    const publisherId = await makePublisher('Quay Daily')
    const speakerId = await makeSpeaker('Says may')
    const said = await Promise.all(Array.from({ length: 5 }, () => opened({ publisherId })))
    for (const { claimId } of said)
      await addCopy(claimId, publisherId, { publishedOn: '2025-03-09', speakerId, certaintyWords: 'may' })
    for (const one of said) await resolved([one], INSIDE)
    const { brier, calibration, lead } = await recordOf({ kind: 'speaker', id: speakerId }, TODAY)
    expect(brier?.score).toBeCloseTo(0.65 ** 2)
    expect(calibration.filter(({ n }) => n > 0).map(({ words, n }) => [words, n])).toEqual([['may', 5]])
    expect(lead?.median).toBe(daysBetween('2025-03-09', '2025-12-31'))
  })

  test('what the desk found later counts from that day on', async () => {
    const publisherId = await makePublisher('Quay Daily')
    const said = await opened({ publisherId })
    const speakerId = await makeSpeaker('Found Later')
    await addCopy(said.claimId, publisherId, { speakerId, foundAt: new Date('2026-06-03T08:00:00Z') })
    expect((await recordOf({ kind: 'speaker', id: speakerId }, '2026-06-02')).unresolved).toBe(0)
    expect((await recordOf({ kind: 'speaker', id: speakerId }, '2026-06-03')).unresolved).toBe(1)
  })

  test('a misattribution that was corrected before opening counts for the right speaker only, own voice included', async () => {
    const publisherId = await makePublisher('Quay Daily')
    const predicted = async (speakerId: string) =>
      (await recordOf({ kind: 'speaker', id: speakerId }, TODAY)).unresolved
    const openedAfter = async (wrong: string, right: string | null) => {
      const claimId = await makeClaim({
        statement: 'A quay opens',
        publisherId,
        publishedOn: '2025-02-07',
        speakerId: wrong,
      })
      await addCopy(claimId, publisherId, { speakerId: wrong })
      const { revision, statement, shortForm, kind } = await db().claim.findUniqueOrThrow({ where: { id: claimId } })
      await updateClaim(reviewer, { id: claimId, revision, statement, shortForm, kind, speakerId: right })
      const saved = await savePrediction(reviewer, { claimId, revision: null, content: base })
      await proposePrediction(reviewer, saved)
      await approveOpening(editor, saved)
    }
    const [wrong, right] = [await makeSpeaker('Wrong'), await makeSpeaker('Right')]
    await openedAfter(wrong, right)
    expect([await predicted(wrong), await predicted(right)]).toEqual([0, 1])
    const before = (await recordOf({ kind: 'own_voice', id: publisherId }, TODAY)).unresolved
    await openedAfter(wrong, null)
    expect(await predicted(wrong)).toBe(0)
    expect((await recordOf({ kind: 'own_voice', id: publisherId }, TODAY)).unresolved).toBe(before + 1)
  })

  test('unnamed sources count at each publisher that quoted them', async () => {
    const [first, second] = [await makePublisher('Quay Daily'), await makePublisher('Inland Times')]
    const said = await opened({ publisherId: first, speakerId: await makeSpeaker('officials', first) })
    await addCopy(said.claimId, second, { speakerId: await makeSpeaker('officials', second) })
    for (const publisherId of [first, second])
      expect((await recordOf({ kind: 'unnamed', id: publisherId }, TODAY)).unresolved).toBe(1)
  })

  test('a phrase: the longest listed one within the words; unlisted words fall under none', async () => {
    const speakerId = await makeSpeaker('Pia Roth')
    const list = [
      await opened({ speakerId }, { certaintyWords: 'is widely expected to' }),
      await opened({ speakerId }, { certaintyWords: 'Hopes to' }),
      await opened({ speakerId }, { certaintyWords: 'is bound to' }),
    ]
    await resolved(list, INSIDE)
    const ofPhrase = async (words: string) => (await recordOf({ kind: 'phrase', words }, TODAY)).predictions
    expect([await ofPhrase('expected to'), await ofPhrase('hopes to'), await ofPhrase('is bound to')]).toEqual([
      1, 1, 0,
    ])
    const all = (await spanningRecords(TODAY)).phrases
    const total = (await recordOf({ kind: 'all' }, TODAY)).predictions
    for (const { words, record } of all) expect(record).toEqual(await recordOf({ kind: 'phrase', words }, TODAY))
    expect(all.reduce((sum, { record }) => sum + record.predictions, 0)).toBe(total - 1)
  })

  test('hidden claims count nowhere', async () => {
    const speakerId = await makeSpeaker('Nils Aas')
    const { claimId } = await opened({ speakerId })
    expect((await recordOf({ kind: 'speaker', id: speakerId }, TODAY)).unresolved).toBe(1)
    await db().claim.update({ where: { id: claimId }, data: { state: 'hidden', hiddenReason: 'A mistake.' } })
    expect((await recordOf({ kind: 'speaker', id: speakerId }, TODAY)).unresolved).toBe(0)
  })
})

async function addCopy(
  claimId: string,
  publisherId: string,
  change: Partial<Parameters<typeof makeClaim>[0]> = {},
): Promise<void> {
  const copy = await makeClaim({
    statement: 'The bridge will open',
    publisherId,
    publishedOn: '2025-02-08',
    ...change,
  })
  await db().occurrence.updateMany({ where: { claimId: copy }, data: { claimId } })
  await db().claim.update({ where: { id: copy }, data: { state: 'merged', mergedIntoId: claimId } })
}
