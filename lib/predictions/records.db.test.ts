import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { updateClaim } from '@/lib/claims/commands'
import { newId } from '@/lib/core/ids'
import { db, disconnect } from '@/lib/platform/db'
import { makeClaim, makeNewsroom, makePerson, makePublisher, makeSpeaker, NOON } from '@/lib/testing/predictions'
import { approveJudgement, proposeJudgement } from './commands/judgements'
import { approveOpening, proposePrediction, savePrediction } from './commands/opening'
import { approveOutcome, undoOutcome } from './commands/outcome-approval'
import { linkPredictions, saveOutcome, submitOutcome } from './commands/outcomes'
import { listLinkedPredictions } from './queries/linked'
import { countPredictions, listPredictions, PREDICTION_FILTERS } from './queries/list'
import { getOutcome, listOutcomes } from './queries/outcomes'
import { getPublicPrediction } from './queries/public'
import {
  trackRecordOfAll,
  trackRecordOfPhrase,
  trackRecordOfPublisher,
  trackRecordOfSpeaker,
  trackRecordsOfPhrases,
} from './queries/records'
import { listPredictionIdsOf } from './queries/subjects'
import { findResolvable, listResolvable, suggestResolvable } from './queries/suggestions'
import { getPredictionWorkspace } from './queries/workspace'
import type { PredictionContent } from './schema'

type Person = Awaited<ReturnType<typeof makePerson>>
let reviewer: Person
let editor: Person
const TODAY = '2026-06-01'

beforeAll(async () => {
  await makeNewsroom()
  reviewer = await makePerson('Rosa', ['reviewer'])
  editor = await makePerson('Edda', ['editor'])
})
afterAll(disconnect)

const source = { url: null, title: 'A letter', publisherName: null, publishedOn: null, excerpt: 'It came.' }

const base: PredictionContent = {
  saidOn: '2025-02-07',
  window: { from: '2025-07-01', to: '2025-12-31' },
  windowWords: 'in the second half of 2025',
  windowBasis: 'stated',
  graceDays: 0,
  criteria: 'It is there.',
  certaintyWords: 'will',
  isNegated: false,
  conditionWords: null,
  comparator: null,
  targetValue: null,
  targetUnit: null,
  tolerance: null,
  vagueReason: null,
}

type Made = { claimId: string; id: string }

async function opened(
  claim: Partial<Parameters<typeof makeClaim>[0]>,
  change: Partial<PredictionContent> = {},
): Promise<Made> {
  const claimId = await makeClaim({
    statement: 'The bridge will open',
    publisherId: claim.publisherId ?? (await makePublisher('Quay Daily')),
    publishedOn: '2025-02-07',
    ...claim,
  })
  const saved = await savePrediction(reviewer, { claimId, revision: null, content: { ...base, ...change } })
  await proposePrediction(reviewer, saved)
  await approveOpening(editor, saved)
  return { claimId, id: saved.id }
}

async function resolved(predictions: Made[], happenedOn: string | null): Promise<string> {
  const days = happenedOn ? { from: happenedOn, to: happenedOn, precision: 'day' as const } : null
  const outcome = await saveOutcome(reviewer, {
    id: null,
    revision: null,
    content: {
      statement: 'What happened',
      hasHappened: days !== null,
      days,
      value: null,
      unit: null,
      note: null,
      sources: [source],
    },
  })
  const linked = await linkPredictions(reviewer, {
    ...outcome,
    links: predictions.map(({ id }) => ({ predictionId: id })),
  })
  await submitOutcome(reviewer, linked)
  await approveOutcome(editor, linked)
  return outcome.id
}

const INSIDE = '2025-10-01'

/** The articles of these claims are copies of one text. */
async function oneStory(predictions: readonly Made[]): Promise<void> {
  const places = await db().occurrence.findMany({ where: { claimId: { in: predictions.map((one) => one.claimId) } } })
  const { id: storyId } = await db().story.create({ data: { id: newId(), createdAt: new Date() } })
  await db().storyArticle.createMany({
    data: places.map(({ articleId }) => ({ articleId, storyId, linkedAt: new Date() })),
  })
}

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
      (await trackRecordOfPublisher(publisherId, TODAY)).ownVoice.predictions
    expect([await countOf(first), await countOf(second)]).toEqual([1, 1])
    expect((await trackRecordOfSpeaker(speakerId, TODAY)).predictions).toBe(2)
    await oneStory(own)
    await oneStory(named)
    expect([await countOf(first), await countOf(second)]).toEqual([1, 0])
    expect((await trackRecordOfSpeaker(speakerId, TODAY)).predictions).toBe(1)
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
    const record = await trackRecordOfSpeaker(speakerId, TODAY)
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
    expect(await trackRecordOfSpeaker(speakerId, TODAY)).toMatchObject({ n: 1, unresolved: 0 })
    expect(await trackRecordOfSpeaker(speakerId, '2026-05-31')).toMatchObject({ n: 0, unresolved: 0, stillOpen: 0 })
    await undoOutcome({ ...editor, now: new Date('2026-06-03T08:00:00Z') }, { id: outcomeId, reason: 'Wrong bridge.' })
    expect(await trackRecordOfSpeaker(speakerId, '2026-06-02')).toMatchObject({ n: 1, unresolved: 0 })
    expect(await trackRecordOfSpeaker(speakerId, '2026-06-03')).toMatchObject({ n: 0, unresolved: 1 })
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
    expect((await trackRecordOfSpeaker(speakerId, '2026-05-31')).unresolved).toBe(0)
    expect((await trackRecordOfSpeaker(speakerId, '2026-06-01')).unresolved).toBe(1)
  })

  test('a publisher: its own voice and its unnamed sources apart, named people not at all, a copy once', async () => {
    const [first, second] = [await makePublisher('Quay Daily'), await makePublisher('Copy Post')]
    const own = await opened({ publisherId: first })
    await addCopy(own.claimId, second)
    const unnamed = await opened({ publisherId: first, speakerId: await makeSpeaker('diplomats', first) })
    await opened({ publisherId: first, speakerId: await makeSpeaker('Named Person') })
    await resolved([own, unnamed], INSIDE)
    expect(await trackRecordOfPublisher(first, TODAY)).toMatchObject({
      ownVoice: { predictions: 1, unresolved: 0 },
      unnamed: { predictions: 1, unresolved: 0 },
    })
    expect(await trackRecordOfPublisher(second, TODAY)).toMatchObject({ ownVoice: { predictions: 0, unresolved: 0 } })
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
      const { n, unresolved } = await trackRecordOfSpeaker(id, asOfOn)
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

  test('what the desk found later counts from that day on', async () => {
    const publisherId = await makePublisher('Quay Daily')
    const said = await opened({ publisherId })
    const speakerId = await makeSpeaker('Found Later')
    await addCopy(said.claimId, publisherId, { speakerId, foundAt: new Date('2026-06-03T08:00:00Z') })
    expect((await trackRecordOfSpeaker(speakerId, '2026-06-02')).unresolved).toBe(0)
    expect((await trackRecordOfSpeaker(speakerId, '2026-06-03')).unresolved).toBe(1)
  })

  test('a misattribution that was corrected before opening counts for the right speaker only, own voice included', async () => {
    const publisherId = await makePublisher('Quay Daily')
    const predicted = async (speakerId: string) => (await trackRecordOfSpeaker(speakerId, TODAY)).unresolved
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
    const before = (await trackRecordOfPublisher(publisherId, TODAY)).ownVoice.unresolved
    await openedAfter(wrong, null)
    expect(await predicted(wrong)).toBe(0)
    expect((await trackRecordOfPublisher(publisherId, TODAY)).ownVoice.unresolved).toBe(before + 1)
  })

  test('unnamed sources count at each publisher that quoted them', async () => {
    const [first, second] = [await makePublisher('Quay Daily'), await makePublisher('Inland Times')]
    const said = await opened({ publisherId: first, speakerId: await makeSpeaker('officials', first) })
    await addCopy(said.claimId, second, { speakerId: await makeSpeaker('officials', second) })
    for (const publisherId of [first, second])
      expect((await trackRecordOfPublisher(publisherId, TODAY)).unnamed.unresolved).toBe(1)
  })

  test('a phrase: the longest listed one within the words; unlisted words fall under none', async () => {
    const speakerId = await makeSpeaker('Pia Roth')
    const list = [
      await opened({ speakerId }, { certaintyWords: 'is widely expected to' }),
      await opened({ speakerId }, { certaintyWords: 'Hopes to' }),
      await opened({ speakerId }, { certaintyWords: 'is bound to' }),
    ]
    await resolved(list, INSIDE)
    expect(await trackRecordOfPhrase('expected to', TODAY)).toMatchObject({
      probability: 0.8,
      record: { predictions: 1 },
    })
    expect(await trackRecordOfPhrase('hopes to', TODAY)).toMatchObject({
      probability: 0.45,
      record: { predictions: 1 },
    })
    expect(await trackRecordOfPhrase('is bound to', TODAY)).toBeNull()
    const all = await trackRecordsOfPhrases(TODAY)
    const total = (await trackRecordOfAll(TODAY)).predictions
    expect(all.reduce((sum, { record }) => sum + record.predictions, 0)).toBe(total - 1)
  })

  test('hidden claims count nowhere', async () => {
    const speakerId = await makeSpeaker('Nils Aas')
    const { claimId } = await opened({ speakerId })
    expect((await trackRecordOfSpeaker(speakerId, TODAY)).unresolved).toBe(1)
    await db().claim.update({ where: { id: claimId }, data: { state: 'hidden', hiddenReason: 'A mistake.' } })
    expect((await trackRecordOfSpeaker(speakerId, TODAY)).unresolved).toBe(0)
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

describe('lists of the desk', () => {
  test('each filter holds what it says, and its count is the list', async () => {
    const unsaved = await makeClaim({
      statement: 'The tunnel is set to open in May',
      publisherId: await makePublisher('Quay Daily'),
      publishedOn: '2026-01-02',
      certaintyWords: 'set to',
      due: { from: '2026-05-01', to: '2026-05-31', words: 'in May' },
    })
    const soon = await opened({}, { window: { from: '2025-07-01', to: '2026-06-20' } })
    const due = await opened({}, { window: { from: '2025-07-01', to: '2026-05-30' }, graceDays: 7 })
    const overdue = await opened({}, { window: { from: '2025-07-01', to: '2026-05-30' } })
    const judged = await opened({})
    await proposeJudgement(reviewer, { predictionId: judged.id, kind: 'void', reason: 'No treaty.' })
    const done = await opened({})
    await resolved([done], INSIDE)
    const listed = async (filter: (typeof PREDICTION_FILTERS)[number]) => {
      const ids: string[] = []
      let after: string | null = null
      do {
        const page: Awaited<ReturnType<typeof listPredictions>> = await listPredictions(editor, { filter, after })
        ids.push(...page.items.map((item) => item.claimId))
        after = page.nextCursor
      } while (after !== null)
      return ids
    }
    expect(await listed('to_open')).toContain(unsaved)
    expect(await listed('waiting')).toEqual([judged.claimId])
    expect(await listed('due_soon')).toEqual([soon.claimId])
    expect(await listed('due')).toEqual([due.claimId])
    expect(await listed('overdue')).toContain(overdue.claimId)
    expect(await listed('open')).toEqual(
      expect.arrayContaining([soon.claimId, due.claimId, overdue.claimId, judged.claimId]),
    )
    expect((await listed('resolved'))[0]).toBe(done.claimId)
    const counts = await countPredictions(editor)
    for (const filter of PREDICTION_FILTERS) {
      const ids = await listed(filter)
      expect(new Set(ids).size).toBe(ids.length)
      expect(ids).toHaveLength(counts[filter])
    }
    const first = await listPredictions(editor, { filter: 'to_open' })
    expect(first.items.find((item) => item.claimId === unsaved)).toMatchObject({
      state: 'unsaved',
      window: { from: '2026-05-01', to: '2026-05-31' },
      windowWords: 'in May',
      certaintyWords: 'set to',
    })
    const soonItem = (await listPredictions(editor, { filter: 'due_soon' })).items[0]
    expect(soonItem).toMatchObject({ watch: 'due_soon', dueText: 'due in 19 days' })
  })

  test('more than a page is paged by key without losing any', async () => {
    for (let i = 0; i < 27; i++) await opened({})
    const counts = await countPredictions(editor)
    const seen = new Set<string>()
    let after: string | null = null
    do {
      const page: Awaited<ReturnType<typeof listPredictions>> = await listPredictions(editor, { filter: 'open', after })
      for (const item of page.items) seen.add(item.claimId)
      after = page.nextCursor
    } while (after !== null)
    expect(seen.size).toBe(counts.open)
    const top = await listPredictions(editor, { filter: 'open', after: "x' OR 1=1" })
    expect(top.items).toHaveLength(25)
  })
})

describe('linked predictions', () => {
  test('three that narrow each other share one timeline, are suggested together and resolved by one outcome', async () => {
    const half = await opened({ statement: 'The king will come in the second half of the year' })
    const arranging = await makeClaim({
      statement: 'Officials arrange for the king to come',
      publisherId: await makePublisher('Quay Daily'),
      publishedOn: '2025-08-20',
    })
    const exact = await opened(
      { statement: 'The king will come from October 27 to 29', publishedOn: '2025-10-02' },
      { saidOn: '2025-10-02', window: { from: '2025-10-27', to: '2025-10-29' } },
    )
    await link(arranging, half.claimId)
    await link(exact.claimId, arranging)
    const desk = await listLinkedPredictions(half.claimId, { onlyPublic: false })
    expect(desk.map((item) => item.relation)).toEqual([null, 'narrows', null])
    expect(desk.map((item) => item.isThis)).toEqual([true, false, false])
    expect(desk.map((item) => item.saidOn)).toEqual(['2025-02-07', '2025-08-20', '2025-10-02'])
    expect(await suggestResolvable(editor, [half.id])).toMatchObject([
      { predictionId: exact.id, reason: 'linked with one that you chose' },
    ])
    expect(await findResolvable(editor, 'king OCTOBER')).toMatchObject([{ predictionId: exact.id }])
    expect(await findResolvable(editor, '100%_')).toEqual([])
    expect(await listResolvable(editor, [half.id, exact.id])).toHaveLength(2)
    const outcomeId = await resolved([half, exact], '2025-10-27')
    const open = await listLinkedPredictions(half.claimId, { onlyPublic: true })
    expect(open.map((item) => item.resolution)).toEqual(['came_true', 'came_true'])
    expect(open[1]?.outcome).toEqual({ from: '2025-10-27', to: '2025-10-27' })
    const shown = await getPublicPrediction(half.claimId)
    expect(shown).toMatchObject({
      resolution: { kind: 'came_true' },
      outcome: { statement: 'What happened', sources: [{ title: 'A letter' }] },
      linked: [{ isThis: true }, { isThis: false }],
    })
    await undoOutcome(editor, { id: outcomeId, reason: 'Another king.' })
    expect(await getPublicPrediction(half.claimId)).toMatchObject({
      resolution: null,
      outcome: null,
      undone: [{ reason: 'Another king.' }],
    })
    expect(await getPublicPrediction(arranging)).toBeNull()
  })

  const link = (fromClaimId: string, toClaimId: string) =>
    db().claimLink.create({ data: { id: newId(), fromClaimId, toClaimId, kind: 'narrows', createdAt: NOON } })
})

describe('the pages of one prediction and one outcome', () => {
  test('a new one is filled in with what the extractor found', async () => {
    const claimId = await makeClaim({
      statement: 'The tunnel is set to open in May',
      publisherId: await makePublisher('Quay Daily'),
      publishedOn: '2026-01-02',
      certaintyWords: 'set to',
      due: { from: '2026-05-01', to: '2026-05-31', words: 'in May' },
    })
    expect(await getPredictionWorkspace(reviewer, claimId)).toMatchObject({
      prediction: null,
      content: { saidOn: '2026-01-02', windowWords: 'in May', windowBasis: 'stated', certaintyWords: 'set to' },
      certainty: 0.9,
      saidAt: [{ publisherName: 'Quay Daily', quote: 'The tunnel is set to open in May' }],
      may: { write: true, approve: { allowed: false } },
    })
  })

  test('says who may approve and why not', async () => {
    const claimId = await makeClaim({
      statement: 'A mole',
      publisherId: await makePublisher('Q'),
      publishedOn: '2025-02-07',
    })
    const saved = await savePrediction(editor, { claimId, revision: null, content: base })
    await proposePrediction(editor, saved)
    const asked = async (who: Person) => (await getPredictionWorkspace(who, claimId))?.may.approve
    expect(await asked(editor)).toEqual({ allowed: false, why: expect.stringContaining('second person') })
    expect(await asked(reviewer)).toEqual({ allowed: false, why: 'Approving takes an editor.' })
    expect(await asked(await makePerson('Emil', ['editor']))).toEqual({
      ...{ allowed: true, why: null, usesSolo: false },
    })
  })

  test('an outcome shows its predictions with their rules, and is listed', async () => {
    const made = await opened({})
    const id = await resolved([made], '2026-01-05')
    const outcome = await getOutcome(editor, id)
    expect(outcome).toMatchObject({
      state: 'approved',
      links: [{ resolution: 'late', rule: expect.stringContaining('after its window'), isResolvedElsewhere: false }],
      approved: { byName: 'Edda', isSolo: false },
      may: { write: false, undo: true },
    })
    expect((await listOutcomes(editor, { state: 'approved' })).items[0]).toMatchObject({ id, links: 1 })
  })

  test('readers see nothing of the desk', async () => {
    const reader = { ...reviewer, actor: { kind: 'anonymous', id: null, name: 'reader', roles: [] } as const }
    for (const asked of [
      () => listPredictions(reader, { filter: 'open' }),
      () => countPredictions(reader),
      () => getPredictionWorkspace(reader, newId()),
      () => listOutcomes(reader, {}),
      () => getOutcome(reader, newId()),
      () => findResolvable(reader, 'x'),
      () => suggestResolvable(reader, [newId()]),
    ])
      await expect(asked()).rejects.toMatchObject({ code: 'NOT_FOUND' })
  })
})
