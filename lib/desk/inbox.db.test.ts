import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { acceptCandidate, rejectCandidate } from '@/lib/claims/commands/triage'
import { ANONYMOUS, contextOf } from '@/lib/core/context'
import { newId } from '@/lib/core/ids'
import { db, disconnect } from '@/lib/platform/db'
import { readArticle } from '@/lib/testing/articles'
import { makePeople, type People } from '@/lib/testing/people'
import { countInbox, getSurroundings, listInbox, listOwnDecisions } from './queries/inbox'
import { InboxQuery } from './schema/queues'

const NOW = new Date('2025-11-20T09:00:00Z')
let people: People
let places = 0
const ada = () => people.ada.ctx(NOW)

async function article(publisher = 'Quay Daily') {
  const name = `Norhaven${++places}`
  const read = await readArticle(
    `The port of ${name} handled 54,000 containers last year.\n\nMayor Lena Ostrow said the port will open a second quay in ${name} in the latter half of 2026.\n\nThe works will cost $550 million, officials familiar with the plan said.`,
    { publisher, url: `https://quay.example/${name}` },
  )
  return { ...read, name }
}

beforeAll(async () => {
  people = await makePeople(NOW)
})
afterAll(disconnect)

describe('the inbox', () => {
  it('goes from the most to the least check-worthy, page by page, each candidate once', async () => {
    for (let n = 0; n < 4; n++) await article()
    const whole = (await listInbox(ada(), { limit: 100 })).candidates
    expect(whole.length).toBeGreaterThanOrEqual(12)
    expect(whole.map((one) => one.checkWorthiness)).toEqual(
      whole.map((one) => one.checkWorthiness).sort((a, b) => b - a),
    )
    const paged: string[] = []
    for (let next: string | null = 'first'; next !== null; ) {
      const { after } = InboxQuery.parse({ after: next })
      const page = await listInbox(ada(), { limit: 5, after })
      paged.push(...page.candidates.map(({ id }) => id))
      next = page.next
    }
    expect(paged).toEqual(whole.map(({ id }) => id))
    expect(await countInbox(ada())).toEqual({ n: whole.length, isMore: false })
  })

  it('is narrowed by kind, publisher, speaker, words, worth, article and age', async () => {
    const { articleId, name } = await article('Harbour Herald')
    const { publisherId } = await db().article.findUniqueOrThrow({ where: { id: articleId } })
    const found = async (query: Record<string, string>) =>
      (await listInbox(ada(), InboxQuery.parse(query))).candidates.map(({ quote }) => quote)
    expect(await found({ publisher: publisherId })).toHaveLength(3)
    expect(await found({ publisher: publisherId, words: 'containers' })).toEqual([expect.stringContaining(name)])
    expect(await found({ publisher: publisherId, words: 'container -handled' })).toEqual([])
    expect(await found({ article: articleId, speaker: 'ostrow' })).toEqual([expect.stringContaining('second quay')])
    expect(await found({ article: articleId, kind: 'prediction' })).toEqual(
      expect.arrayContaining([expect.stringContaining('second quay')]),
    )
    expect(await found({ article: articleId, least: '100' })).toEqual([])
    expect(await found({ article: articleId, age: 'older' })).toEqual([])
    expect(await found({ article: articleId, age: 'week' })).toHaveLength(3)
    expect(await countInbox(ada(), InboxQuery.parse({ publisher: publisherId }))).toEqual({ n: 3, isMore: false })
  })

  it('passes over what an address says wrongly', () => {
    expect(InboxQuery.parse({ kind: 'rumour', least: '900', publisher: 'x', after: "0.5_'; --", words: ' ' })).toEqual(
      {},
    )
  })

  it('leaves out decided ones, hidden articles, and what only rules found in a text that was replaced', async () => {
    const { articleId, snapshotId } = await article()
    const ids = async () => (await listInbox(ada(), { article: articleId })).candidates.map(({ id }) => id)
    const [first, second, third] = await ids()
    await rejectCandidate(ada(), { candidateId: first ?? '', reason: 'vague' })
    expect(await ids()).toEqual([second, third])
    const next = newId()
    const text = await db().snapshot.findUniqueOrThrow({ where: { id: snapshotId } })
    await db().snapshot.create({ data: { ...text, id: next, ordinal: 2, cut: [], shapes: [] } })
    await db().article.update({ where: { id: articleId }, data: { currentSnapshotId: next } })
    expect(await ids()).toEqual([])
    await db().candidate.update({ where: { id: second ?? '' }, data: { origin: 'person' } })
    expect(await ids()).toEqual([second])
    await db().article.update({ where: { id: articleId }, data: { hiddenAt: NOW, hiddenReason: 'test' } })
    expect(await ids()).toEqual([])
  })

  it('is for those who are signed in', async () => {
    const reader = contextOf(ANONYMOUS, NOW)
    await expect(listInbox(reader, {})).rejects.toMatchObject({ code: 'NOT_FOUND' })
    await expect(countInbox(reader)).rejects.toMatchObject({ code: 'NOT_FOUND' })
    await expect(getSurroundings(reader, newId())).rejects.toMatchObject({ code: 'NOT_FOUND' })
  })

  it('shows the words as they stand in their text, with what is around them', async () => {
    const { articleId, body } = await article()
    const { candidates } = await listInbox(ada(), { article: articleId })
    for (const { id, quote } of candidates) {
      const around = await getSurroundings(ada(), id)
      expect(body).toContain(`${around?.before}${quote}${around?.after}`)
    }
  })
})

it('a person sees what they decided last, the newest first, and nobody else’s', async () => {
  const { articleId } = await article()
  const [first, second] = (await listInbox(ada(), { article: articleId })).candidates
  if (!first || !second) throw new Error('the extractor found too little')
  await rejectCandidate(people.dora.ctx(NOW), { candidateId: first.id, reason: 'opinion' })
  await acceptCandidate(people.dora.ctx(new Date(NOW.getTime() + 1000)), {
    ...{ candidateId: second.id, statement: 'A second quay opens.', shortForm: 'A second quay opens' },
    ...{ kind: second.kind, speaker: { is: 'nobody' } },
  })
  const later = new Date(NOW.getTime() + 5000)
  expect(await listOwnDecisions(people.dora.ctx(later))).toMatchObject([
    { candidateId: second.id, state: 'accepted', claim: { shortForm: 'A second quay opens' } },
    { candidateId: first.id, state: 'rejected', reason: 'opinion', claim: null },
  ])
  expect(await listOwnDecisions(people.ben.ctx(later))).toEqual([])
})
