import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { ANONYMOUS, contextOf } from '@/lib/core/context'
import { db, disconnect } from '@/lib/platform/db'
import { makePeople, type People } from '@/lib/testing/people'
import { acceptedClaim, candidatesOf, freshName } from '@/lib/testing/triage'
import { linkClaims } from './commands'
import { acceptCandidate } from './commands/triage'
import { listClaimLinks, listLinkSuggestions, searchClaims } from './queries'
import { listProposals } from './queries/matching'

const NOW = new Date('2025-11-20T09:00:00Z')
let people: People
const ada = () => people.ada.ctx(NOW)

beforeAll(async () => {
  people = await makePeople(NOW)
})
afterAll(disconnect)

describe('a syndicated copy', () => {
  const text = (port: string, tail: string) =>
    `The port of ${port} handled 54,000 containers in 2024${tail}.\n\nMinister Lena Ostrow will open a second quay in ${port} in May 2026${tail}.`

  it('is proposed as the same claims once the first was accepted, and as a twin before', async () => {
    const port = freshName()
    const copy = await candidatesOf(ada(), text(port, ''), { publisher: 'Coast Herald' })
    const ids = copy.candidates.map((candidate) => candidate.id)
    const original = await candidatesOf(ada(), text(port, ', officials said'))
    const before = await listProposals(ada(), ids)
    for (const id of ids) {
      expect(before.get(id)?.claims).toEqual([])
      expect(before.get(id)?.twins[0]).toMatchObject({ articleId: original.articleId, match: { verdict: 'same' } })
    }
    const claimIds: string[] = []
    for (const candidate of original.candidates) {
      const { claimId } = await acceptCandidate(ada(), {
        candidateId: candidate.id,
        statement: `${candidate.quote}.`,
        shortForm: candidate.quote.slice(0, 75).trim(),
        kind: candidate.kind,
        speaker: { is: 'unnamed' },
      })
      claimIds.push(claimId)
    }
    const after = await listProposals(ada(), ids)
    expect(ids.map((id) => after.get(id)?.claims[0]?.claimId)).toEqual(claimIds)
    expect(after.get(ids[0] ?? '')?.claims[0]?.match).toMatchObject({
      verdict: 'same',
      reasons: expect.arrayContaining([expect.stringContaining('same figure: 54,000')]),
    })
  })

  it('is still found when the claim was worded anew: by the place where it was made', async () => {
    const port = freshName()
    const original = await candidatesOf(ada(), text(port, ''))
    const { claimId } = await acceptCandidate(ada(), {
      candidateId: original.first.id,
      statement: 'Quite other words stand here now.',
      shortForm: 'Quite other words',
      kind: original.first.kind,
      speaker: { is: 'nobody' },
    })
    const copy = await candidatesOf(ada(), text(port, ', it said'), { publisher: 'Coast Herald' })
    expect((await listProposals(ada(), [copy.first.id])).get(copy.first.id)?.claims[0]).toMatchObject({ claimId })
  })
})

it('the lookup uses the index on signatures', async () => {
  const rows = await db().$transaction(async (tx) => {
    await tx.$executeRawUnsafe('SET LOCAL enable_seqscan = off')
    return tx.$queryRawUnsafe<{ 'QUERY PLAN': string }[]>(
      `EXPLAIN SELECT id FROM claim WHERE signature && '{1,2,3}'::int[] AND state NOT IN ('merged', 'hidden') LIMIT 200`,
    )
  })
  expect(rows.map((row) => row['QUERY PLAN']).join('\n')).toMatch(/Bitmap Index Scan on claim_signature/)
})

describe('predictions of one event', () => {
  it('are suggested as links in the right direction, until they are linked', async () => {
    const place = freshName()
    const accept = (sentence: string, publishedOn: string) => acceptedClaim(ada(), sentence, { publishedOn })
    const half = await accept(`Minister Lena Ostrow will visit ${place} in the second half of 2026.`, '2025-03-03')
    const days = await accept(`Minister Lena Ostrow will visit ${place} from October 5 to 7, 2026.`, '2025-10-22')
    expect(await listLinkSuggestions(ada(), half.claimId)).toMatchObject([
      { fromClaimId: days.claimId, toClaimId: half.claimId, proposal: { kind: 'narrows' } },
    ])
    expect(await listLinkSuggestions(ada(), days.claimId)).toMatchObject([{ other: { id: half.claimId } }])
    await linkClaims(ada(), { fromClaimId: days.claimId, toClaimId: half.claimId, kind: 'narrows' })
    expect(await listLinkSuggestions(ada(), half.claimId)).toEqual([])
    expect(await listClaimLinks(ada(), half.claimId)).toMatchObject([
      { kind: 'narrows', isFrom: false, other: { id: days.claimId } },
    ])
  })
})

describe('the picker', () => {
  it('finds by words, by near wording, by address and by id', async () => {
    const port = freshName()
    const { claimId, slug } = await acceptedClaim(ada(), `The port of ${port} handled 54,000 containers in 2024.`)
    const found = async (text: string) => (await searchClaims(ada(), text)).map((claim) => claim.id)
    expect(await found(port)).toEqual([claimId])
    expect((await found(`In 2024 the port of ${port} handled 54,000 containers`))[0]).toBe(claimId)
    expect((await found(`https://desk.example/claims/${slug}`))[0]).toBe(claimId)
    expect((await found(claimId))[0]).toBe(claimId)
    expect(await found('%')).toEqual([])
    expect(await searchClaims(ada(), port, { excludeId: claimId })).toEqual([])
  })

  it('is closed to readers', async () => {
    await expect(searchClaims(contextOf(ANONYMOUS, NOW), 'port')).rejects.toMatchObject({ code: 'NOT_FOUND' })
    await expect(listProposals(contextOf(ANONYMOUS, NOW), [])).rejects.toMatchObject({ code: 'NOT_FOUND' })
  })
})
