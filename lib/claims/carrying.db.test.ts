import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { importArticle } from '@/lib/articles/commands/import'
import { contextOf, systemActor } from '@/lib/core/context'
import { db, disconnect } from '@/lib/platform/db'
import { asOwner } from '@/lib/testing/owner'
import { makePeople, type People } from '@/lib/testing/people'
import { candidatesOf, freshName } from '@/lib/testing/triage'
import { carryAllPlaces, carryPlaces, choosePlace } from './commands/carrying'
import { extractCandidates } from './commands/extraction'
import { createCandidateFromSelection } from './commands/marking'
import { acceptCandidate, rejectCandidate, reopenCandidate } from './commands/triage'
import { listLeftBehind } from './queries/carried'
import {
  countCandidates,
  getCandidate,
  listCandidates,
  listEarlierOccurrences,
  type ReaderCandidate,
} from './queries/reader'

const NOW = new Date('2025-11-20T09:00:00Z')
const admin = contextOf(systemActor('test'), NOW)
let people: People
const ada = () => people.ada.ctx(NOW)

beforeAll(async () => {
  people = await makePeople(NOW)
})
afterAll(disconnect)

const accept = ({ id, kind, quote }: ReaderCandidate) =>
  acceptCandidate(ada(), {
    ...{ candidateId: id, kind, statement: quote.slice(0, 600), shortForm: quote.slice(0, 75).trim() },
    speaker: { is: 'nobody' },
  })

/** A changed text of the article, carried and read as the worker would. */
async function changed(articleId: string, text: string): Promise<string> {
  const { snapshotId } = await importArticle(admin, { text, articleId })
  await carryPlaces(admin, articleId)
  await extractCandidates(admin, articleId)
  return snapshotId
}

const story = (port: string) => [
  `The port of ${port} handled 54,000 containers in 2024.`,
  `Minister Lena Ostrow will open a second quay in ${port} in May 2026.`,
  `About 1,200 fishing boats called at ${port} last year.`,
]
const textOf = (paragraphs: readonly string[]) => paragraphs.join('\n\n')
const shown = async (snapshotId: string) => (await listCandidates(ada(), { snapshotId })).candidates
const saying = (candidates: readonly ReaderCandidate[], words: string) => {
  const found = candidates.filter(({ quote }) => quote.includes(words))
  expect(found).toHaveLength(1)
  return found[0] as ReaderCandidate
}

describe('a changed text of an article', () => {
  it('shows what was decided at its new place, and what it does not say any more as gone; the old place stays', async () => {
    const paragraphs = story(freshName())
    const { articleId, snapshotId, candidates } = await candidatesOf(ada(), textOf(paragraphs))
    const [containers, boats] = [saying(candidates, '54,000'), saying(candidates, '1,200')]
    const { occurrenceId } = await accept(containers)
    await accept(boats)
    const before = await db().occurrence.findUniqueOrThrow({ where: { id: occurrenceId } })

    const later = await changed(articleId, textOf(['A storm hit the coast on Monday.', ...paragraphs.slice(0, 2)]))
    const now = await shown(later)
    const carried = saying(now, '54,000')
    const { body } = await db().snapshot.findUniqueOrThrow({ where: { id: later } })
    expect(carried).toMatchObject({ id: containers.id, state: 'accepted', carriedFrom: 1 })
    expect(body.slice(carried.start, carried.end)).toBe(containers.quote)
    for (const { start, end, text } of carried.quantities) expect(body.slice(start ?? 0, end ?? 0)).toBe(text)
    for (const { start, end } of carried.signs)
      expect(body.slice(start, end)).toBe(
        (await db().snapshot.findUniqueOrThrow({ where: { id: snapshotId } })).body.slice(
          start + containers.start - carried.start,
          end + containers.start - carried.start,
        ),
      )
    expect(now.filter(({ quote }) => quote.includes('second quay')).map(({ carriedFrom }) => carriedFrom)).toEqual([
      null,
    ])
    expect(await countCandidates(ada(), later)).toMatchObject({ accepted: 1 })
    expect((await listLeftBehind(ada(), later)).gone).toMatchObject([{ id: boats.id, ordinal: 1, state: 'accepted' }])
    expect(await listEarlierOccurrences(ada(), articleId, later)).toEqual([])
    expect(await db().occurrence.findUniqueOrThrow({ where: { id: occurrenceId } })).toEqual(before)
  })

  it('keeps what was rejected as rejected, and has nothing to decide twice', async () => {
    const paragraphs = story(freshName())
    const { articleId, candidates } = await candidatesOf(ada(), textOf(paragraphs))
    const rejected = saying(candidates, '1,200')
    await rejectCandidate(ada(), { candidateId: rejected.id, reason: 'unimportant' })
    const later = await changed(articleId, textOf(['New.', ...paragraphs]))
    const now = await shown(later)
    expect(saying(now, '1,200')).toMatchObject({ id: rejected.id, state: 'rejected', carriedFrom: 1 })
    expect(new Set(now.map(({ start, end }) => `${start}-${end}`)).size).toBe(now.length)
    expect(await countCandidates(ada(), later)).toEqual({ new: candidates.length - 1, rejected: 1 })
  })

  it('shows a decision that is taken back as open where it stands now', async () => {
    const paragraphs = story(freshName())
    const { articleId, candidates } = await candidatesOf(ada(), textOf(paragraphs))
    const first = saying(candidates, '54,000')
    await accept(first)
    const later = await changed(articleId, textOf([...paragraphs, 'New.']))
    await reopenCandidate(ada(), { candidateId: first.id })
    expect(saying(await shown(later), '54,000')).toMatchObject({ id: first.id, state: 'new', carriedFrom: 1 })
    expect(await getCandidate(ada(), first.id, later)).toMatchObject({ snapshotId: later, carriedFrom: 1 })
  })

  it('carries what a person marked, undecided, through two changes, also when it was away in between', async () => {
    const port = freshName()
    const paragraphs = story(port)
    const { articleId, snapshotId, body } = await candidatesOf(ada(), textOf(paragraphs))
    const quote = `of ${port} handled`
    const start = body.indexOf(quote)
    const marking = { snapshotId, start, end: start + quote.length, quote, kind: 'statement' } as const
    const { candidateId } = await createCandidateFromSelection(ada(), marking)
    const second = await changed(articleId, textOf(paragraphs.slice(1)))
    expect((await listLeftBehind(ada(), second)).gone.map(({ id }) => id)).toContain(candidateId)
    const third = await changed(articleId, textOf(['Back again.', ...paragraphs]))
    const place = (await shown(third)).find(({ id }) => id === candidateId)
    expect(place).toMatchObject({ carriedFrom: 1, state: 'new', origin: 'person' })
    await expect(
      createCandidateFromSelection(ada(), {
        ...marking,
        snapshotId: third,
        start: place?.start ?? 0,
        end: place?.end ?? 0,
      }),
    ).rejects.toMatchObject({ code: 'ALREADY_EXISTS', details: { candidateId } })
  })

  it('asks where words that stand several times are meant, and keeps the answer', async () => {
    const port = freshName()
    const line = `The port of ${port} handled 54,000 containers in 2024.`
    const { articleId, candidates } = await candidatesOf(ada(), line)
    const first = saying(candidates, '54,000')
    await accept(first)
    const later = await changed(
      articleId,
      textOf([`So it was told: ${line} Yes.`, `So it was told: ${line} Yes.`, 'The end.']),
    )
    const { unclear } = await listLeftBehind(ada(), later)
    expect(unclear).toMatchObject([
      { id: first.id, places: [{ suffix: expect.any(String) }, { suffix: expect.any(String) }] },
    ])
    const choice = { candidateId: first.id, snapshotId: later }
    await expect(choosePlace(ada(), { ...choice, start: 3 })).rejects.toMatchObject({ code: 'BAD_INPUT' })
    await expect(choosePlace(people.cleo.ctx(NOW), { ...choice, start: null })).rejects.toMatchObject({
      code: 'FORBIDDEN',
    })
    const start = unclear[0]?.places[1]?.start ?? 0
    await choosePlace(ada(), { ...choice, start })
    expect((await listLeftBehind(ada(), later)).unclear).toEqual([])
    const there = (await shown(later)).filter((one) => one.start === start)
    expect(there).toMatchObject([{ id: first.id, state: 'accepted', carriedFrom: 1 }])
    await expect(choosePlace(ada(), { ...choice, start: null })).rejects.toMatchObject({ code: 'MOVE_REFUSED' })
  })

  it('that was changed before is carried by going over all articles, once', async () => {
    const paragraphs = story(freshName())
    const { articleId, candidates } = await candidatesOf(ada(), textOf(paragraphs))
    await importArticle(admin, { text: textOf(['New.', ...paragraphs]), articleId })
    expect(await carryAllPlaces(admin)).toBeGreaterThanOrEqual(1)
    expect(await db().carriedPlace.count({ where: { candidate: { articleId } } })).toBe(candidates.length)
    expect(await carryAllPlaces(admin)).toBe(0)
  })

  it('is carried once, however often and at once the job runs', async () => {
    const paragraphs = story(freshName())
    const { articleId, candidates } = await candidatesOf(ada(), textOf(paragraphs))
    await accept(saying(candidates, '54,000'))
    const { snapshotId } = await importArticle(admin, { text: textOf(['New.', ...paragraphs]), articleId })
    const results = await Promise.all([
      ...[1, 2, 3].map(() => carryPlaces(admin, articleId)),
      extractCandidates(admin, articleId),
    ])
    expect(results.filter((result) => 'found' in result && result.found > 0).length).toBeLessThanOrEqual(1)
    expect(await carryPlaces(admin, articleId)).toEqual({ found: 0, gone: 0, unclear: 0 })
    expect(await db().carriedPlace.count({ where: { snapshotId } })).toBe(candidates.length)
    expect(await db().auditEvent.count({ where: { entityId: snapshotId, type: 'candidates.carried' } })).toBe(1)
    expect(await shown(snapshotId)).toHaveLength(candidates.length)
  })
})

describe('the database refuses', () => {
  const carriedOne = async () => {
    const paragraphs = story(freshName())
    const { articleId, first } = await candidatesOf(ada(), textOf(paragraphs))
    await accept(first)
    const later = await changed(articleId, textOf(['New.', ...paragraphs]))
    return { candidateId_snapshotId: { candidateId: first.id, snapshotId: later } }
  }

  /** Runs SQL as the owner of the tables, whom no privilege stops: only the guard may. */
  const attempt = (set: string, { candidateId, snapshotId }: { candidateId: string; snapshotId: string }) =>
    asOwner(`UPDATE carried_place SET ${set} WHERE candidate_id = '${candidateId}' AND snapshot_id = '${snapshotId}'`)

  it('a place that is moved or taken back once it is known', async () => {
    const where = (await carriedOne()).candidateId_snapshotId
    await expect(attempt('start = start + 1, "end" = "end" + 1', where)).rejects.toThrow(/it stays/)
    await expect(attempt(`outcome = 'gone', start = NULL, "end" = NULL`, where)).rejects.toThrow(/it stays/)
  })

  it.each([
    ['with other words', `outcome = 'found', start = 0, "end" = 5`, /not what stands/],
    ['that is nowhere', `outcome = 'found'`, /not what stands/],
    ['that has a place and is gone', `outcome = 'gone', start = 0, "end" = 5`, /found_somewhere/],
    ['of another text', 'snapshot_id = gen_random_uuid()', /it stays/],
  ])('a place %s', async (_what, set, message) => {
    const where = await carriedOne()
    await db().carriedPlace.delete({ where })
    const place = { ...where.candidateId_snapshotId, outcome: 'unclear' as const, createdAt: NOW }
    await db().carriedPlace.create({ data: place })
    await expect(attempt(set, where.candidateId_snapshotId)).rejects.toThrow(message)
  })

  it('a place in a text of another article, or in its own text', async () => {
    const { candidateId } = (await carriedOne()).candidateId_snapshotId
    const { snapshotId: other } = await candidatesOf(ada(), textOf(story(freshName())))
    const { snapshotId: own } = await db().candidate.findUniqueOrThrow({ where: { id: candidateId } })
    for (const snapshotId of [other, own])
      await expect(
        asOwner(
          `INSERT INTO carried_place (candidate_id, snapshot_id, outcome, created_at) VALUES ('${candidateId}', '${snapshotId}', 'gone', now())`,
        ),
      ).rejects.toThrow(/no other text/)
  })
})
