import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { importArticle } from '@/lib/articles/commands/import'
import { getArticle } from '@/lib/articles/queries'
import { listHistory } from '@/lib/audit/queries'
import { contextOf, systemActor } from '@/lib/core/context'
import { db, disconnect } from '@/lib/platform/db'
import { makePeople, type People } from '@/lib/testing/people'
import { extractCandidates } from './commands/extraction'
import { adjustCandidate } from './commands/marking'
import { acceptCandidate, rejectCandidate } from './commands/triage'

const NOW = new Date('2026-03-10T12:00:00Z')
const admin = contextOf(systemActor('test'), NOW)
let people: People
let turn = 0
beforeAll(async () => {
  people = await makePeople(NOW)
})
afterAll(disconnect)

/** A text that was read, and the candidate that begins with the words about the harbour. */
async function readStory() {
  const town = `Quill${'abcdefgh'.charAt(turn++)}port`
  const text = `The mayor of ${town} opened the fair.\n\nThe harbour of ${town} shipped 4,200 barges in 2024, harbour master Ilse Brandvold said. The crowd sang 😀 for an hour.\n\nThe fair ends on Sunday.`
  const { articleId } = await importArticle(admin, { text, publisher: 'Quay Daily', publishedOn: '2025-10-02' })
  await extractCandidates(admin, articleId)
  const article = await getArticle(admin, articleId)
  if (article === null) throw new Error('the article was not imported')
  const candidate = await db().candidate.findFirstOrThrow({
    where: { articleId, quote: { contains: '4,200' } },
    orderBy: { start: 'asc' },
  })
  const { id: snapshotId, body } = article.snapshot
  const words = (quote: string) => {
    const start = body.indexOf(quote)
    return { candidateId: candidate.id, snapshotId, start, end: start + quote.length, quote }
  }
  return { articleId, body, candidate, words }
}

describe('other words for a claim', () => {
  it('make a candidate of the person, read anew, and reject the old one with its history', async () => {
    const { articleId, candidate, words } = await readStory()
    const ctx = people.ada.ctx(NOW)
    const { candidateId } = await adjustCandidate(ctx, words(`shipped 4,200 barges in 2024`))
    const made = await db().candidate.findUniqueOrThrow({ where: { id: candidateId }, include: { quantities: true } })
    expect(made).toMatchObject({
      origin: 'person',
      state: 'new',
      quote: 'shipped 4,200 barges in 2024',
      kind: candidate.kind,
    })
    expect(made.quantities.map(({ text, start }) => [text, start])).toContainEqual([
      expect.stringContaining('4,200'),
      made.start + made.quote.indexOf('4,200'),
    ])
    expect(made.speakerText).toBe(candidate.speakerText)
    const old = await db().candidate.findUniqueOrThrow({ where: { id: candidate.id } })
    expect(old).toMatchObject({ state: 'rejected', quote: candidate.quote })
    expect(old.decisionReason).toBe('wrong_span: Replaced by: shipped 4,200 barges in 2024')
    expect((await listHistory(ctx, 'candidate', candidateId)).map(({ type }) => type)).toEqual(['candidate.adjusted'])
    expect((await listHistory(ctx, 'candidate', candidate.id)).map(({ type }) => type)).toEqual(['candidate.rejected'])
    // read again: what was given up is not proposed anew
    await db().snapshotReading.deleteMany({ where: { snapshot: { articleId } } })
    await extractCandidates(admin, articleId)
    const there = await db().candidate.findMany({ where: { articleId, quote: candidate.quote } })
    expect(there.map(({ id, state }) => [id, state])).toEqual([[candidate.id, 'rejected']])
  })

  it('go back to the words that were given up', async () => {
    const { candidate, words } = await readStory()
    const ctx = people.ada.ctx(NOW)
    const first = await adjustCandidate(ctx, words('shipped 4,200 barges'))
    const back = await adjustCandidate(ctx, { ...words(candidate.quote), candidateId: first.candidateId })
    expect(back.candidateId).toBe(candidate.id)
    expect(await db().candidate.findUniqueOrThrow({ where: { id: candidate.id } })).toMatchObject({ state: 'new' })
    expect(await db().candidate.findUniqueOrThrow({ where: { id: first.candidateId } })).toMatchObject({
      state: 'rejected',
    })
  })

  it('are refused where the text does not say them, in the middle of a character, elsewhere, or unchanged', async () => {
    const { body, candidate, words } = await readStory()
    const ctx = people.ada.ctx(NOW)
    const right = words('shipped 4,200 barges')
    const emoji = body.indexOf('😀')
    const wrong = [
      { ...right, quote: 'shipped 9,999 barges' },
      { ...right, start: candidate.start, end: emoji + 1, quote: body.slice(candidate.start, emoji + 1) },
      words('The fair ends on Sunday'),
      { ...right, start: candidate.start, end: candidate.end, quote: candidate.quote },
      { ...right, end: body.length + 50, quote: body.slice(right.start) },
    ]
    for (const input of wrong)
      await expect(adjustCandidate(ctx, input)).rejects.toMatchObject({
        code: 'BAD_INPUT',
        fields: { quote: expect.any(String) },
      })
    expect(await db().candidate.findUniqueOrThrow({ where: { id: candidate.id } })).toMatchObject({ state: 'new' })
  })

  it('are refused once somebody decided: what an occurrence says never changes', async () => {
    const { candidate, words } = await readStory()
    const ctx = people.ada.ctx(NOW)
    await acceptCandidate(ctx, {
      candidateId: candidate.id,
      statement: `The harbour shipped 4,200 barges ${turn}.`,
      shortForm: `Harbour shipped 4,200 barges ${turn}`,
      kind: 'statistic',
      speaker: { is: 'nobody' },
    })
    await expect(adjustCandidate(ctx, words('shipped 4,200 barges'))).rejects.toThrow('MOVE_REFUSED')
  })

  it('are refused where they are another candidate, and by who may not triage', async () => {
    const { candidate, words } = await readStory()
    const ctx = people.ada.ctx(NOW)
    const other = await adjustCandidate(ctx, words('shipped 4,200 barges'))
    await rejectCandidate(ctx, { candidateId: other.candidateId, reason: 'vague', note: '' })
    const again = { ...words('shipped 4,200 barges'), candidateId: candidate.id }
    await expect(adjustCandidate(ctx, again)).rejects.toThrow('MOVE_REFUSED')
    await expect(adjustCandidate(people.cleo.ctx(NOW), words('shipped 4,200'))).rejects.toThrow('FORBIDDEN')
  })

  it('of two people at once one gets through', async () => {
    const { words } = await readStory()
    const tries = await Promise.allSettled([
      adjustCandidate(people.ada.ctx(NOW), words('shipped 4,200 barges')),
      adjustCandidate(people.dora.ctx(NOW), words('4,200 barges in 2024')),
    ])
    expect(tries.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
  })
})
