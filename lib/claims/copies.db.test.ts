import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { linkStory } from '@/lib/articles/commands/stories'
import { contextOf, systemActor } from '@/lib/core/context'
import { newId } from '@/lib/core/ids'
import { db, disconnect, inTransaction } from '@/lib/platform/db'
import { makePeople, type People } from '@/lib/testing/people'
import { candidatesOf, freshName } from '@/lib/testing/triage'
import { setClaimPublicationIn } from './commands'
import { takeOverCopies } from './commands/copies'
import { acceptCandidate } from './commands/triage'
import { listTakeableCopies } from './queries/copies'
import { listProposals } from './queries/matching'
import type { ReaderCandidate } from './queries/reader'
import { TakeOverCopiesInput } from './schema/carrying'

const NOW = new Date('2025-11-20T09:00:00Z')
const admin = contextOf(systemActor('test'), NOW)
let people: People
const ada = () => people.ada.ctx(NOW)

beforeAll(async () => {
  people = await makePeople(NOW)
})
afterAll(disconnect)

const paragraphs = (port: string) => [
  `The port of ${port} handled 54,000 containers in 2024, a tenth more than in the year before the storm.`,
  `Minister Lena Ostrow will open a second quay in ${port} in May 2026, once the dredging of the old basin is done.`,
  `About 1,200 fishing boats called at ${port} last year, and most of them came from the villages of the northern coast.`,
]
/** The text in two papers, the second with its own first line, linked as one story and read. */
async function copied() {
  const port = freshName()
  const original = await candidatesOf(ada(), paragraphs(port).join('\n\n'), { publisher: 'Quay Daily' })
  const copy = await candidatesOf(ada(), ['From our wire.', ...paragraphs(port)].join('\n\n'), {
    publisher: 'Coast Post',
    publishedOn: '2025-10-03',
  })
  for (const { articleId } of [original, copy]) await linkStory(admin, articleId)
  return { original, copy }
}
/** Accepted with other words than the text has, so that nothing but the place tells. */
const accept = ({ id, kind }: ReaderCandidate, statement = `What ${id} says.`) =>
  acceptCandidate(ada(), {
    ...{ candidateId: id, kind, statement, shortForm: statement.slice(0, 75) },
    speaker: { is: 'nobody' },
  })
const saying = (candidates: readonly ReaderCandidate[], words: string) =>
  candidates.find(({ quote }) => quote.includes(words)) as ReaderCandidate

describe('the claims of a copy', () => {
  it('are proposed first as the same as those of the first, however they were worded, with the reason', async () => {
    const { original, copy } = await copied()
    const { claimId } = await accept(saying(original.candidates, '54,000'))
    const mine = saying(copy.candidates, '54,000')
    const rival = `${mine.quote}.`
    await accept((await candidatesOf(ada(), `${rival} Nothing else was said.`, { publisher: 'Fen Echo' })).first, rival)
    const proposals = await listProposals(
      ada(),
      copy.candidates.map(({ id }) => id),
    )
    expect(proposals.get(mine.id)?.claims[0]).toMatchObject({
      ...{ claimId, isCopy: true },
      match: { verdict: 'same', reasons: ['copy of the same story', 'the same words'] },
    })
    expect(proposals.get(saying(copy.candidates, '1,200').id)?.twins[0]).toMatchObject({
      ...{ articleId: original.articleId, isCopy: true },
      match: { reasons: ['copy of the same story', 'the same words'] },
    })
  })

  it('are taken over together: each is a further place of its claim, and nothing is left to take over', async () => {
    const { original, copy } = await copied()
    for (const candidate of original.candidates) await accept(candidate)
    const takeable = await listTakeableCopies(ada(), copy.snapshotId)
    expect(takeable.map(({ candidateId }) => candidateId)).toEqual(copy.candidates.map(({ id }) => id))
    const input = {
      articleId: copy.articleId,
      pairs: takeable.map(({ candidateId, claimId }) => ({ candidateId, claimId })),
    }
    expect(await takeOverCopies(ada(), input)).toEqual({ taken: takeable.length })
    const places = await db().occurrence.findMany({ where: { articleId: copy.articleId }, select: { claimId: true } })
    expect(places.map(({ claimId }) => claimId).sort()).toEqual(takeable.map(({ claimId }) => claimId).sort())
    expect(await listTakeableCopies(ada(), copy.snapshotId)).toEqual([])
    await expect(takeOverCopies(ada(), input)).rejects.toMatchObject({ code: 'MOVE_REFUSED' })
  })

  it('are read from a form, once and again', () => {
    const [candidateId, claimId, articleId] = [newId(), newId(), newId()]
    const read = TakeOverCopiesInput.parse({ articleId, pairs: `${candidateId}:${claimId}` })
    expect(read).toEqual({ articleId, pairs: [{ candidateId, claimId }] })
    expect(TakeOverCopiesInput.parse(read)).toEqual(read)
    expect(TakeOverCopiesInput.safeParse({ articleId, pairs: ['x:y'] }).success).toBe(false)
    expect(TakeOverCopiesInput.safeParse({ articleId }).success).toBe(false)
  })

  it('are refused as a whole when one of them is not as it was seen, and to admins', async () => {
    const { original, copy } = await copied()
    for (const candidate of original.candidates) await accept(candidate)
    const pairs = (await listTakeableCopies(ada(), copy.snapshotId)).map(({ candidateId, claimId }) => ({
      candidateId,
      claimId,
    }))
    const swapped = pairs.map(({ candidateId }, index) => ({
      candidateId,
      claimId: pairs.at(index - 1)?.claimId ?? '',
    }))
    const { articleId } = copy
    await expect(takeOverCopies(ada(), { articleId, pairs: swapped })).rejects.toMatchObject({ code: 'MOVE_REFUSED' })
    await expect(takeOverCopies(ada(), { articleId: original.articleId, pairs })).rejects.toMatchObject({
      code: 'MOVE_REFUSED',
    })
    await expect(takeOverCopies(people.cleo.ctx(NOW), { articleId, pairs })).rejects.toMatchObject({
      code: 'FORBIDDEN',
    })
    expect(await db().occurrence.count({ where: { articleId } })).toBe(0)
  })

  it('of which one is published are an editor’s to take over', async () => {
    const { original, copy } = await copied()
    const { claimId } = await accept(saying(original.candidates, '54,000'))
    await inTransaction((tx) => setClaimPublicationIn(tx, people.ben.ctx(NOW), claimId, { state: 'published' }))
    const [one] = await listTakeableCopies(ada(), copy.snapshotId)
    expect(one).toMatchObject({ claimId, isPublished: true })
    const input = { articleId: copy.articleId, pairs: [{ candidateId: one?.candidateId ?? '', claimId }] }
    await expect(takeOverCopies(ada(), input)).rejects.toMatchObject({ code: 'FORBIDDEN' })
    expect(await takeOverCopies(people.ben.ctx(NOW), input)).toEqual({ taken: 1 })
  })

  it('are left to people where two claims were made of the same words', async () => {
    const { original, copy } = await copied()
    await accept(saying(original.candidates, '54,000'))
    const third = await candidatesOf(ada(), ['A third.', original.body].join('\n\n'), { publisher: 'Fen Echo' })
    await linkStory(admin, third.articleId)
    await accept(saying(third.candidates, '54,000'))
    const ids = (await listTakeableCopies(ada(), copy.snapshotId)).map(({ candidateId }) => candidateId)
    expect(ids).not.toContain(saying(copy.candidates, '54,000').id)
    const mine = (await listProposals(ada(), [saying(copy.candidates, '54,000').id])).values().next().value
    expect(mine?.claims.filter(({ isCopy }) => isCopy)).toHaveLength(2)
  })
})
