import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { contextOf, systemActor } from '@/lib/core/context'
import { newId } from '@/lib/core/ids'
import { db, disconnect } from '@/lib/platform/db'
import { Prisma } from '@/lib/platform/generated/client'
import { proposeJudgement } from '@/lib/predictions/commands/judgements'
import { approveOpening, proposePrediction, savePrediction } from '@/lib/predictions/commands/opening'
import { makeClaim, makePerson, makePublisher, makeSpeaker, NOON } from '@/lib/testing/predictions'
import { base, editor, INSIDE, opened, openRecordDesk, resolved, reviewer, TODAY } from '@/lib/testing/records'
import {
  countPredictionQueues,
  listPredictionQueue,
  predictionCountSql,
  predictionPageSql,
} from './queries/prediction-queue'
import {
  PREDICTION_VIEWS,
  type PredictionFilter,
  PredictionQueueQuery,
  type PredictionView,
} from './schema/predictions'

beforeAll(openRecordDesk)
afterAll(disconnect)

/** The claims of a whole list, page by page through its addresses. */
async function listed(view: PredictionView, filter: PredictionFilter & { sort?: 'latest' } = {}): Promise<string[]> {
  const ids: string[] = []
  let after: string | undefined
  do {
    const query = PredictionQueueQuery.parse({ ...filter, view, after })
    const page = await listPredictionQueue(editor, query)
    ids.push(...page.items.map((item) => item.claimId))
    after = page.next ?? undefined
  } while (after !== undefined)
  return ids
}
const tunnel = async (change: Partial<Parameters<typeof makeClaim>[0]> = {}) =>
  makeClaim({
    ...{ statement: 'The tunnel is set to open in May', publisherId: await makePublisher('Quay Daily') },
    ...{ publishedOn: '2026-01-02', certaintyWords: 'set to' },
    due: { from: '2026-05-01', to: '2026-05-31', words: 'in May' },
    ...change,
  })
const draft = (claimId: string, change: Partial<typeof base>) =>
  savePrediction(reviewer, { claimId, revision: null, content: { ...base, ...change } })

describe('lists of predictions', () => {
  test('each holds what it says, and its count is the list', async () => {
    const unsaved = await tunnel()
    const noWindow = await tunnel({ due: null })
    const written = await tunnel()
    await draft(written, {})
    const noCriteria = await tunnel()
    await draft(noCriteria, { criteria: '' })
    const windowless = await tunnel()
    await draft(windowless, { window: null, windowWords: null, windowBasis: null })
    const vague = { window: null, windowWords: null, windowBasis: null, criteria: '', vagueReason: 'Who knows when?' }
    const toMark = await tunnel()
    await draft(toMark, vague)
    const marked = await tunnel()
    const proposed = await draft(marked, vague)
    await proposePrediction(reviewer, proposed)
    await approveOpening(editor, proposed)
    const soon = await opened({}, { window: { from: '2025-07-01', to: '2026-06-20' } })
    const due = await opened({}, { window: { from: '2025-07-01', to: '2026-05-30' }, graceDays: 7 })
    const last = await opened({}, { window: { from: '2025-07-01', to: TODAY } })
    const grace = await opened({}, { window: { from: '2025-07-01', to: '2026-04-30' }, graceDays: 10 })
    const overdue = await opened({}, { window: { from: '2025-07-01', to: '2026-05-09' } })
    const judged = await opened({})
    await proposeJudgement(reviewer, { predictionId: judged.id, kind: 'void', reason: 'No treaty.' })
    const asVague = await opened({}, { window: { from: '2025-07-01', to: '2027-01-01' } })
    await proposeJudgement(reviewer, { predictionId: asVague.id, kind: 'too_vague', reason: 'Which treaty?' })
    const done = await opened({})
    await resolved([done], INSIDE)

    expect(await listed('to_open')).toEqual([toMark, windowless, noCriteria, written, noWindow, unsaved])
    expect(await listed('no_criteria')).toEqual([noCriteria, noWindow, unsaved])
    expect(await listed('no_window')).toEqual([windowless, noWindow])
    expect(await listed('too_vague')).toEqual([asVague.claimId, marked, toMark])
    expect(await listed('waiting')).toEqual([asVague.claimId, judged.claimId])
    expect(await listed('due_soon')).toEqual([soon.claimId])
    expect(await listed('due')).toEqual([due.claimId, last.claimId])
    // by the day since which they are overdue: a long grace makes an earlier window the later one
    expect(await listed('overdue')).toEqual([judged.claimId, overdue.claimId, grace.claimId])
    expect(await listed('overdue', { sort: 'latest' })).toEqual([grace.claimId, overdue.claimId, judged.claimId])
    expect(await listed('open')).toHaveLength(7)
    expect(await listed('resolved')).toEqual([done.claimId, marked])
    const counts = await countPredictionQueues(editor, PREDICTION_VIEWS)
    for (const view of PREDICTION_VIEWS)
      expect(counts[view], view).toEqual({ n: (await listed(view)).length, isMore: false })

    const { items } = await listPredictionQueue(editor, { view: 'to_open' })
    expect(items.find((item) => item.claimId === unsaved)).toMatchObject({
      ...{ state: 'unsaved', window: { from: '2026-05-01', to: '2026-05-31' }, windowWords: 'in May' },
      ...{ certaintyWords: 'set to', lacksCriteria: true, isVague: false },
    })
    expect(items.find((item) => item.claimId === toMark)).toMatchObject({ lacksCriteria: false, isVague: true })
    expect((await listPredictionQueue(editor, { view: 'due_soon' })).items[0]).toMatchObject({
      ...{ watch: 'due_soon', dueText: 'due in 19 days' },
    })
    expect((await listPredictionQueue(editor, { view: 'overdue' })).items.at(-1)?.dueText).toBe(
      'overdue since 11 May 2026',
    )
  })

  test('filters narrow any list, and its counts', async () => {
    const [publisherId, speakerId] = [await makePublisher('Norhaven Post'), await makeSpeaker('Ilsa Brandt')]
    await db().speakerAlias.create({
      data: { id: newId(), speakerId, alias: 'Ilsa Brandt', aliasKey: 'ilsa brandt', createdAt: NOON },
    })
    const hers = await opened({ publisherId, speakerId, statement: 'The ferry will run at night' })
    const carer = await makePerson('Cara', ['reviewer'])
    await db().claim.update({ where: { id: hers.claimId }, data: { assigneeId: carer.actor.id } })
    const topic = await db().topic.create({ data: { id: newId(), slug: 'ferries', name: 'Ferries', createdAt: NOON } })
    await db().claimTopic.create({ data: { claimId: hers.claimId, topicId: topic.id } })
    for (const filter of [
      { speaker: 'brandt' },
      { publisher: publisherId },
      { topic: 'ferries' },
      { words: 'ferry night' },
    ])
      expect(await listed('overdue', filter), JSON.stringify(filter)).toEqual([hers.claimId])
    expect(await listed('overdue', { speaker: 'nobody of this name' })).toEqual([])
    const mine = await listPredictionQueue(carer, { view: 'overdue', whose: 'mine' })
    expect(mine.items.map(({ claimId }) => claimId)).toEqual([hers.claimId])
    expect((await countPredictionQueues(carer, ['overdue'], { whose: 'mine' })).overdue).toEqual({
      n: 1,
      isMore: false,
    })
    expect((await listed('overdue', { whose: 'mine' })).length).toBeGreaterThan(1)
  })

  test('more than a page is paged by key without losing any, and a place of another list begins anew', async () => {
    for (let i = 0; i < 27; i++) await opened({})
    for (const filter of [{}, { sort: 'latest' }] as const) {
      const ids = await listed('overdue', filter)
      expect(new Set(ids).size).toBe(ids.length)
      expect(ids).toHaveLength((await countPredictionQueues(editor, PREDICTION_VIEWS)).overdue.n)
    }
    const { items } = await listPredictionQueue(editor, { view: 'overdue', after: { value: "x' OR 1=1", id: newId() } })
    expect(items).toHaveLength(25)
    expect(
      PredictionQueueQuery.parse({ view: 'x', after: 'y', speaker: ['a'], publisher: 'b', whose: 'hers' }),
    ).toEqual({
      view: 'to_open',
    })
  })

  test.each(PREDICTION_VIEWS)('%s begins anew at a place that was made by hand', async (view) => {
    const { items } = await listPredictionQueue(editor, { view })
    for (const value of ['2026-99-99', '0000-01-01', '-'.repeat(36), 'x']) {
      const again = await listPredictionQueue(editor, { view, after: { value, id: newId() } })
      expect(again.items).toEqual(items)
    }
  })
})

describe('with many predictions', () => {
  const asked = { ctx: contextOf(systemActor('test'), NOON), today: TODAY, speakers: [newId()] }
  const served = async (sql: Prisma.Sql) =>
    db().$transaction(async (tx) => {
      for (const way of ['seqscan', 'hashjoin', 'bitmapscan', 'sort'])
        await tx.$executeRawUnsafe(`SET LOCAL enable_${way} = off`)
      const rows = await tx.$queryRaw<{ 'QUERY PLAN': string }[]>(Prisma.sql`EXPLAIN ${sql}`)
      return rows.map((row) => row['QUERY PLAN']).join('\n')
    })

  test.each(PREDICTION_VIEWS)('%s is read and counted along an index', async (view) => {
    const page = { after: undefined, limit: 26, isLatestFirst: false }
    expect(await served(predictionPageSql(view, {}, asked, page))).not.toMatch(/Seq Scan on (claim|prediction)/)
    expect(await served(predictionCountSql(view, {}, asked))).not.toMatch(/Seq Scan on (claim|prediction)/)
  })

  test('what is overdue is read in its order, and no further than its page', async () => {
    const page = { after: { value: '2025-01-01', id: newId() }, limit: 26, isLatestFirst: false }
    const read = await served(predictionPageSql('overdue', {}, asked, page))
    expect(read).toMatch(/Index Scan using prediction_open_closes/)
    expect(read).not.toMatch(/Sort/)
  })
})
