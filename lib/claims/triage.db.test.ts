import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { verifyLedger } from '@/lib/audit/queries'
import { ANONYMOUS, contextOf } from '@/lib/core/context'
import { db, disconnect } from '@/lib/platform/db'
import { readArticle } from '@/lib/testing/articles'
import { makePeople, type People } from '@/lib/testing/people'
import { extractCandidates } from './commands/extraction'
import { acceptCandidate, mergeCandidate, rejectCandidate, reopenCandidate } from './commands/triage'
import { listCandidates } from './queries/reader'

const NOW = new Date('2025-11-20T09:00:00Z')
let people: People
let count = 0

/** An article with a figure, a prediction with a window, and an unnamed source; each time another harbour. */
async function harbour() {
  const name = `Norhaven${++count}`
  const article = await readArticle(
    `The port of ${name} handled 54,000 containers last year.\n\nMayor Lena Ostrow said the port will open a second quay in ${name} in the latter half of 2026.\n\nThe works will cost $550 million, officials familiar with the plan said.`,
    { url: `https://quay.example/${name}` },
  )
  const { candidates } = await listCandidates(people.ada.ctx(NOW), { snapshotId: article.snapshotId })
  return { ...article, name, candidates }
}

const statementOf = (quote: string) => ({ statement: `${quote}.`.slice(0, 600), shortForm: quote.slice(0, 75).trim() })

async function accepted(ctx = people.ada.ctx(NOW)) {
  const article = await harbour()
  const [candidate] = article.candidates
  if (!candidate) throw new Error('the extractor found nothing')
  const claim = await acceptCandidate(ctx, {
    candidateId: candidate.id,
    ...statementOf(candidate.quote),
    kind: candidate.kind,
    speaker: { is: 'nobody' },
  })
  return { article, candidate, claim }
}

beforeAll(async () => {
  people = await makePeople(NOW)
})
afterAll(disconnect)

describe('extraction', () => {
  it('stores candidates whose quotes stand in the text, with figures and windows', async () => {
    const { body, candidates } = await harbour()
    expect(candidates.length).toBeGreaterThanOrEqual(3)
    for (const { start, end, quote } of candidates) expect(body.slice(start, end)).toBe(quote)
    expect(candidates.flatMap((c) => c.quantities.map((q) => [q.value, q.unit]))).toEqual(
      expect.arrayContaining([
        ['54000', expect.any(String)],
        ['550000000', 'USD'],
      ]),
    )
    expect(candidates.map((c) => c.due)).toContainEqual({ from: '2026-07-01', to: '2026-12-31' })
  })

  it('does nothing the second time, and keeps what was decided when the day changes', async () => {
    const { article, candidate } = await accepted()
    const ctx = people.cleo.ctx(NOW)
    expect(await extractCandidates(ctx, article.articleId)).toMatchObject({ outcome: 'unchanged' })
    await db().article.update({ where: { id: article.articleId }, data: { publishedOn: '2025-10-03' } })
    const again = await extractCandidates(ctx, article.articleId)
    expect(again).toMatchObject({ outcome: 'extracted', kept: 1, removed: article.candidates.length - 1 })
    const after = await listCandidates(ctx, { snapshotId: article.snapshotId })
    expect(after.candidates.find((c) => c.id === candidate.id)?.state).toBe('accepted')
    expect(after.candidates).toHaveLength(article.candidates.length)
  })
})

describe('accepting', () => {
  it('makes a claim with its occurrence, figures, slug and history', async () => {
    const { article, candidate, claim } = await accepted()
    const stored = await db().claim.findUniqueOrThrow({
      where: { id: claim.claimId },
      include: { occurrences: true, quantities: true },
    })
    expect(stored).toMatchObject({ state: 'accepted', kind: candidate.kind, revision: 1 })
    expect(stored.occurrences).toMatchObject([{ quote: candidate.quote, candidateId: candidate.id, isOwnVoice: true }])
    expect(stored.quantities.map((q) => q.text)).toEqual(candidate.quantities.map((q) => q.text))
    expect(claim.slug).toContain(article.name.toLowerCase().slice(0, 8))
  })

  it('is done once when two people accept at the same time, and the second learns who was first', async () => {
    const { candidates } = await harbour()
    const candidateId = candidates[0]?.id ?? ''
    const input = {
      candidateId,
      statement: 'A port.',
      shortForm: 'A port',
      kind: 'event',
      speaker: { is: 'nobody' },
    } as const
    const results = await Promise.allSettled([
      acceptCandidate(people.ada.ctx(NOW), input),
      acceptCandidate(people.ben.ctx(NOW), input),
    ])
    const refused = results.flatMap((result) => (result.status === 'rejected' ? [result.reason] : []))
    expect(refused).toMatchObject([{ code: 'MOVE_REFUSED', text: expect.stringMatching(/Ada Marsh|Ben Okafor/) }])
    expect(await db().occurrence.count({ where: { candidateId } })).toBe(1)
  })

  it('gives two claims with the same short form two addresses', async () => {
    const [first, second] = [await harbour(), await harbour()]
    const slugs = await Promise.all(
      [first, second].map(({ candidates }) =>
        acceptCandidate(people.ada.ctx(NOW), {
          candidateId: candidates[0]?.id ?? '',
          statement: 'The same words.',
          shortForm: 'The very same words',
          kind: 'event',
          speaker: { is: 'nobody' },
        }).then(({ slug }) => slug),
      ),
    )
    expect(slugs.sort()).toEqual(['the-very-same-words', 'the-very-same-words-2'])
  })

  it('counts an unnamed group under its publisher, and makes a named speaker once', async () => {
    const { candidates } = await harbour()
    const unnamed = candidates.find((c) => c.speakerText?.includes('officials'))
    const named = candidates.find((c) => c.speakerText?.includes('Ostrow'))
    if (!unnamed || !named) throw new Error('the extractor found no speakers')
    const claims = [
      await acceptCandidate(people.ada.ctx(NOW), {
        candidateId: unnamed.id,
        ...statementOf(unnamed.quote),
        kind: unnamed.kind,
        speaker: { is: 'unnamed' },
      }),
      await acceptCandidate(people.ada.ctx(NOW), {
        candidateId: named.id,
        ...statementOf(named.quote),
        kind: named.kind,
        speaker: { is: 'new', name: 'Lena Ostrow', kind: 'person' },
      }),
    ]
    const speakers = await db().claim.findMany({
      where: { id: { in: claims.map((c) => c.claimId) } },
      orderBy: { id: 'asc' },
      select: { speaker: { select: { name: true, kind: true, aliases: { select: { confirmedAt: true } } } } },
    })
    expect(speakers.map((c) => c.speaker)).toMatchObject([
      { name: 'Unnamed sources in Quay Daily', kind: 'unnamed', aliases: [] },
      { name: 'Lena Ostrow', kind: 'person' },
    ])
    expect(speakers[1]?.speaker?.aliases.every((alias) => alias.confirmedAt === null)).toBe(true)
  })

  it.each([
    ['a reader', () => contextOf(ANONYMOUS, NOW)],
    ['an admin without an editorial role', () => people.cleo.ctx(NOW)],
  ])('refuses %s', async (_who, who) => {
    const { candidates } = await harbour()
    await expect(
      rejectCandidate(who(), { candidateId: candidates[0]?.id ?? '', reason: 'vague' }),
    ).rejects.toMatchObject({
      code: 'FORBIDDEN',
    })
  })
})

describe('merging into a known claim', () => {
  it('adds an occurrence, and taking it back leaves the claim as it was', async () => {
    const { claim } = await accepted()
    const other = await harbour()
    const candidateId = other.candidates[0]?.id ?? ''
    const occurrences = () => db().occurrence.count({ where: { claimId: claim.claimId } })
    await mergeCandidate(people.ada.ctx(NOW), { candidateId, claimId: claim.claimId })
    expect(await occurrences()).toBe(2)
    await reopenCandidate(people.ada.ctx(NOW), { candidateId })
    expect(await occurrences()).toBe(1)
    expect(await db().candidate.findUnique({ where: { id: candidateId } })).toMatchObject({
      state: 'new',
      decidedAt: null,
    })
    await mergeCandidate(people.ada.ctx(NOW), { candidateId, claimId: claim.claimId })
    expect(await occurrences()).toBe(2)
  })

  it('into a published claim, and out of it again, takes an editor', async () => {
    const { claim } = await accepted()
    await db().claim.update({ where: { id: claim.claimId }, data: { state: 'published', firstPublishedAt: NOW } })
    const candidateId = (await harbour()).candidates[0]?.id ?? ''
    const input = { candidateId, claimId: claim.claimId }
    const occurrences = () => db().occurrence.count({ where: { claimId: claim.claimId } })
    await expect(mergeCandidate(people.ada.ctx(NOW), input)).rejects.toMatchObject({ code: 'FORBIDDEN' })
    expect(await occurrences()).toBe(1)
    await mergeCandidate(people.ben.ctx(NOW), input)
    await expect(reopenCandidate(people.ada.ctx(NOW), { candidateId })).rejects.toMatchObject({ code: 'FORBIDDEN' })
    expect(await occurrences()).toBe(2)
    await reopenCandidate(people.ben.ctx(NOW), { candidateId })
    expect(await occurrences()).toBe(1)
  })

  it('refuses a claim that was hidden meanwhile', async () => {
    const { candidate, claim } = await accepted()
    await reopenCandidate(people.ada.ctx(NOW), { candidateId: candidate.id })
    const other = await harbour()
    await expect(
      mergeCandidate(people.ada.ctx(NOW), { candidateId: other.candidates[0]?.id ?? '', claimId: claim.claimId }),
    ).rejects.toMatchObject({ code: 'MOVE_REFUSED' })
  })
})

describe('undo', () => {
  it('hides the claim of an acceptance, and accepting again keeps the one occurrence', async () => {
    const { candidate, claim } = await accepted()
    await reopenCandidate(people.ada.ctx(NOW), { candidateId: candidate.id })
    expect(await db().claim.findUnique({ where: { id: claim.claimId } })).toMatchObject({ state: 'hidden' })
    const again = await acceptCandidate(people.ben.ctx(NOW), {
      candidateId: candidate.id,
      statement: 'Said better now.',
      shortForm: 'Said better now',
      kind: 'event',
      speaker: { is: 'nobody' },
    })
    expect(again.occurrenceId).toBe(claim.occurrenceId)
    expect(await db().occurrence.count({ where: { candidateId: candidate.id } })).toBe(1)
  })

  it('reopens a rejection and keeps its reason in the history only', async () => {
    const { candidates } = await harbour()
    const candidateId = candidates[0]?.id ?? ''
    await rejectCandidate(people.ada.ctx(NOW), { candidateId, reason: 'other', note: 'a slip of the pen' })
    expect(await db().candidate.findUnique({ where: { id: candidateId } })).toMatchObject({
      state: 'rejected',
      decisionReason: 'other: a slip of the pen',
    })
    await reopenCandidate(people.ben.ctx(NOW), { candidateId })
    expect(await db().candidate.findUnique({ where: { id: candidateId } })).toMatchObject({
      state: 'new',
      decisionReason: null,
    })
  })

  it('is refused when nobody decided, and when the claim is published', async () => {
    const { candidates } = await harbour()
    await expect(reopenCandidate(people.ada.ctx(NOW), { candidateId: candidates[0]?.id ?? '' })).rejects.toMatchObject({
      code: 'MOVE_REFUSED',
    })
    const { candidate, claim } = await accepted()
    await db().claim.update({ where: { id: claim.claimId }, data: { state: 'published', firstPublishedAt: NOW } })
    await expect(reopenCandidate(people.ben.ctx(NOW), { candidateId: candidate.id })).rejects.toMatchObject({
      code: 'MOVE_REFUSED',
      text: expect.stringContaining('published'),
    })
  })
})

it('leaves chains of events that verify', async () => {
  expect(await verifyLedger()).toMatchObject({ broken: null })
})
