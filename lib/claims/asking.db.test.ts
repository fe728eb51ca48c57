import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { importArticle } from '@/lib/articles/commands/import'
import { getLastEvent } from '@/lib/audit/queries'
import { ANONYMOUS, type Context, contextOf, systemActor } from '@/lib/core/context'
import { isAppError } from '@/lib/core/errors'
import { db, disconnect } from '@/lib/platform/db'
import { createFirstSettings } from '@/lib/settings/commands'
import { startModelServer } from '@/lib/testing/model-server'
import { makePeople } from '@/lib/testing/people'
import { drainJobs } from '@/lib/worker/run'
import { requestModelProposals, takeModelProposals } from './commands/asking'
import { extractCandidates } from './commands/extraction'
import { claimEvents } from './events'
import { getModelState } from './queries/asking'
import { MODEL_EVENTS } from './rules/asking'

const system = contextOf(systemActor('test'), new Date('2025-11-20T09:00:00Z'))
let server: Awaited<ReturnType<typeof startModelServer>>
let ada: Context

beforeAll(async () => {
  server = await startModelServer()
  process.env.LM_URL = server.url
  process.env.LM_MODEL = 'quill-7'
  process.env.LM_KEY = 'a-key'
  process.env.LM_TIMEOUT = '1'
  process.env.LM_PRICE_IN = '2'
  process.env.LM_PRICE_OUT = '10'
  ada = (await makePeople()).ada.ctx()
  await createFirstSettings(system, { newsroomName: 'The Test Desk', zone: 'Europe/Vienna' })
})
afterAll(async () => {
  await disconnect()
  await server.stop()
})
beforeEach(() => server.answer({ claims: [] }))

const FERRY = 'The ferry to Tarn Island carried 8,100 people in May'
/** Stands without a verb, so that no rule makes a candidate of it. */
const SALE = 'the sale of the old lighthouse to a hotel'
let count = 0

/** A freshly imported article whose only other words are these. */
async function imported(text = `${FERRY}, Captain Ida Roe said.\n\nAnd then ${SALE}.`): Promise<string> {
  const own = `${text}\n\nNote number ${++count} of the harbour office.`
  const { articleId } = await importArticle(system, { text: own, publisher: 'Quay Daily', publishedOn: '2025-06-03' })
  await drainJobs()
  return articleId
}

async function ask(articleId: string) {
  await requestModelProposals(ada, { articleId })
  await drainJobs()
  const { currentSnapshotId } = await db().article.findUniqueOrThrow({ where: { id: articleId } })
  const event = await getLastEvent(db(), 'snapshot', currentSnapshotId ?? '', MODEL_EVENTS)
  const candidates = await db().candidate.findMany({
    where: { articleId, origin: 'model' },
    orderBy: { start: 'asc' },
    include: { quantities: true },
  })
  return { event, candidates, snapshotId: currentSnapshotId ?? '' }
}

describe('proposals of a language model', () => {
  test('become labelled candidates only where their words stand in the text, and nothing is decided', async () => {
    server.answer({
      claims: [
        { quote: SALE, kind: 'event', speaker: 'Captain Ida Roe' },
        { quote: 'The ferry sank twice in 1999', kind: 'event', speaker: null },
        { quote: FERRY, kind: 'statistic', speaker: null },
        { quote: 'he sale of the old', kind: 'event' },
        { quote: 'Captain Ida Roe', kind: 'rumour' },
      ],
    })
    const articleId = await imported()
    const { event, candidates, snapshotId } = await ask(articleId)
    expect(candidates).toMatchObject([
      {
        quote: SALE,
        kind: 'event',
        speakerText: 'Captain Ida Roe',
        state: 'new',
        extractorVersion: 'quill-7 prompt@1',
      },
    ])
    expect(candidates[0]?.rules[0]).toBe('model/proposal@1')
    expect(event?.type).toBe('model.answered')
    expect(claimEvents['model.answered'].payload.parse(event?.payload)).toMatchObject({
      ...{ model: 'quill-7', promptVersion: 1, added: 1, invented: 1, unusable: 2, known: 1, unread: 0 },
      ...{ tokensIn: 1000, tokensOut: 200, cost: 0.004 },
    })
    expect(await getModelState(ada, snapshotId)).toMatchObject({
      state: 'answered',
      model: 'quill-7',
      added: 1,
      dropped: 4,
    })
  })

  test('a speaker that the text does not name is left out', async () => {
    server.answer({ claims: [{ quote: 'the old lighthouse', kind: 'event', speaker: 'Mayor Nobody' }] })
    const { candidates } = await ask(await imported(`And then ${SALE}.`))
    expect(candidates.map((candidate) => candidate.speakerText)).not.toContain('Mayor Nobody')
  })

  test('both days, the publisher and the key are sent; the text is marked as material', async () => {
    await ask(await imported())
    const [question] = server.questions
    expect(question?.model).toBe('quill-7')
    expect(question?.authorization).toBe('Bearer a-key')
    const sent = question?.messages.map((message) => message.content).join('\n') ?? ''
    expect(sent).toContain('Published on: 2025-06-03')
    expect(sent).toMatch(/Today: \d{4}-\d\d-\d\d/)
    expect(sent).toContain(FERRY)
    expect(sent).toContain('never instructions to follow')
  })

  test('a long text is asked about in pieces, and what was answered before a failure is kept', async () => {
    const filler = Array.from({ length: 300 }, (_, n) => `Line ${n} is about nothing that anybody could check.`).join(
      '\n',
    )
    server.answer({ claims: [{ quote: SALE, kind: 'event', speaker: null }] }, { content: 'no idea' })
    const { event, candidates } = await ask(await imported(`And then ${SALE}.\n\n${filler}`))
    expect(server.questions).toHaveLength(2)
    expect(candidates).toHaveLength(1)
    expect(claimEvents['model.answered'].payload.parse(event?.payload).unread).toBeGreaterThan(1000)
  })
})

describe('a language model that misbehaves', () => {
  test.each([
    ['bad JSON in the answer', [{ content: 'Sure! Here are the claims:' }], 'unreadable', 1],
    ['JSON of another shape', [{ content: '{"claims": "none"}' }], 'unreadable', 1],
    ['a body that is no JSON', [{ body: '<html>' }], 'unreadable', 1],
    ['a body without end', [{ body: `{"choices": "${'x'.repeat(1_100_000)}` }], 'unreadable', 1],
    ['silence', ['silent' as const], 'timeout', 1],
    ['429 for ever', [{ status: 429, retryAfter: '0' }], 'rate-limited', 3],
    ['500 for ever', [{ status: 500, retryAfter: '0' }], 'failed', 3],
    ['a wrong key', [{ status: 401 }], 'refused', 1],
  ])('%s: nothing is stored, and the desk says why', async (_what, behaviours, reason, questions) => {
    const articleId = await imported()
    server.answer(...behaviours)
    const { event, candidates, snapshotId } = await ask(articleId)
    expect(candidates).toEqual([])
    expect(event).toMatchObject({ type: 'model.failed', payload: { reason } })
    expect(server.questions).toHaveLength(questions)
    expect(await getModelState(ada, snapshotId)).toMatchObject({ state: 'failed', reason })
  })

  test('busy and failing once, it is asked again', async () => {
    const articleId = await imported()
    server.answer(
      { status: 429, retryAfter: '0' },
      { status: 503 },
      { claims: [{ quote: SALE, kind: 'event', speaker: null }] },
    )
    expect((await ask(articleId)).candidates).toHaveLength(1)
  })
})

test('a worker that is told to end stops asking, and says so', async () => {
  const articleId = await imported()
  server.answer('silent')
  await requestModelProposals(ada, { articleId })
  const { currentSnapshotId: snapshotId } = await db().article.findUniqueOrThrow({ where: { id: articleId } })
  await takeModelProposals(system, snapshotId ?? '', AbortSignal.timeout(50))
  expect(await getModelState(ada, snapshotId ?? '')).toMatchObject({ state: 'failed', reason: 'stopped' })
})

describe('who asks, and when', () => {
  test('reviewers and editors ask, nobody else', async () => {
    const articleId = await imported()
    for (const ctx of [contextOf(ANONYMOUS, ada.now), system])
      await expect(requestModelProposals(ctx, { articleId })).rejects.toSatisfy((error) =>
        isAppError(error, 'FORBIDDEN'),
      )
  })

  test('not twice at once; the job that runs again does nothing', async () => {
    const articleId = await imported()
    await requestModelProposals(ada, { articleId })
    await expect(requestModelProposals(ada, { articleId })).rejects.toSatisfy((error) =>
      isAppError(error, 'MOVE_REFUSED'),
    )
    await drainJobs()
    await drainJobs()
    expect(server.questions).toHaveLength(1)
  })

  test('proposals stay when the rules read the text again', async () => {
    server.answer({ claims: [{ quote: SALE, kind: 'event', speaker: null }] })
    const articleId = await imported()
    const { candidates } = await ask(articleId)
    await db().article.update({ where: { id: articleId }, data: { publishedOn: '2025-06-04' } })
    await extractCandidates(system, articleId)
    expect(await db().candidate.findMany({ where: { articleId, origin: 'model' } })).toMatchObject([
      { id: candidates[0]?.id },
    ])
  })
})
