import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { verifyLedger } from '@/lib/audit/queries'
import { hideClaim } from '@/lib/claims/commands/merging'
import { acceptCandidate, rejectCandidate, reopenCandidate } from '@/lib/claims/commands/triage'
import { newId } from '@/lib/core/ids'
import { db, disconnect } from '@/lib/platform/db'
import { makeClaim } from '@/lib/testing/claims'
import { fillInbox } from '@/lib/testing/inbox'
import { asOwner } from '@/lib/testing/owner'
import { makePeople, type People } from '@/lib/testing/people'
import { addTopicToMany, assignMany, rejectMany, undoBulk } from './commands/bulk'
import { listInbox } from './queries/inbox'

const NOW = new Date('2025-11-20T09:00:00Z')
let people: People
let minute = 0
const at = (name: keyof People) => people[name].ctx(new Date(NOW.getTime() + 60_000 * ++minute))
const waiting = async (n: number) =>
  (await listInbox(at('ada'), { limit: n })).candidates.slice(0, n).map(({ id }) => id)
const stateOf = async (id: string) =>
  (await db().candidate.findUniqueOrThrow({ where: { id }, select: { state: true } })).state
let claims = 0
const claim = async () => (await makeClaim(at('ada'), `The mill of Norhaven has ${500 + ++claims} looms.`)).claimId
const assigneeOf = async (id: string) =>
  (await db().claim.findUniqueOrThrow({ where: { id }, select: { assigneeId: true } })).assigneeId
const topicsOf = async (claimId: string) =>
  (await db().claimTopic.findMany({ where: { claimId }, select: { topic: { select: { name: true } } } })).map(
    ({ topic }) => topic.name,
  )

beforeAll(async () => {
  people = await makePeople(NOW)
  await fillInbox(120, { now: NOW })
}, 60_000)
afterAll(disconnect)

describe('rejecting many', () => {
  it('does what can be done, tells the rest item by item, and is undone as one', async () => {
    const ids = await waiting(4)
    const [first = '', second = '', third = '', fourth = ''] = ids
    await rejectCandidate(at('ben'), { candidateId: second, reason: 'opinion' })
    const answer = await rejectMany(at('ada'), { ids, reason: 'unimportant' })
    expect(answer.done.sort()).toEqual([first, third, fourth].sort())
    expect(answer.refused).toMatchObject([{ id: second, reason: expect.stringContaining('Ben Okafor') }])
    expect(answer.refused[0]?.words).not.toBe('')
    await reopenCandidate(at('dora'), { candidateId: third })
    const undone = await undoBulk(at('ada'), { bulkId: answer.bulkId ?? '' })
    expect(undone.done.sort()).toEqual([first, fourth].sort())
    expect(undone.refused).toMatchObject([{ id: third }])
    expect(await Promise.all(ids.map(stateOf))).toEqual(['new', 'rejected', 'new', 'new'])
    await expect(undoBulk(at('ada'), { bulkId: answer.bulkId ?? '' })).rejects.toMatchObject({ code: 'MOVE_REFUSED' })
  })

  it('leaves what somebody decided anew after it', async () => {
    const [id = ''] = await waiting(1)
    const { bulkId } = await rejectMany(at('ada'), { ids: [id], reason: 'vague' })
    await reopenCandidate(at('ben'), { candidateId: id })
    await acceptCandidate(at('ben'), {
      ...{ candidateId: id, statement: 'It stands.', shortForm: 'It stands', kind: 'event', speaker: { is: 'nobody' } },
    })
    expect(await undoBulk(at('ada'), { bulkId: bulkId ?? '' })).toMatchObject({ done: [], refused: [{ id }] })
    expect(await stateOf(id)).toBe('accepted')
  })

  it('by two people at once rejects each once, and each learns what the other did', async () => {
    const ids = await waiting(20)
    const reason = 'unimportant'
    const answers = await Promise.all([
      rejectMany(at('ada'), { ids, reason }),
      rejectMany(at('ben'), { ids: [...ids].reverse(), reason }),
    ])
    expect(answers.map(({ done }) => done.length).sort((a, b) => a - b)).toEqual([0, 20])
    expect(answers.map(({ refused }) => refused.length).sort((a, b) => a - b)).toEqual([0, 20])
  })

  it('is refused to readers of the desk, for nothing, for too many and without words for another reason', async () => {
    const [id = ''] = await waiting(1)
    await expect(rejectMany(at('cleo'), { ids: [id], reason: 'vague' })).rejects.toMatchObject({ code: 'FORBIDDEN' })
    for (const input of [
      { ids: [], reason: 'vague' as const },
      { ids: Array.from({ length: 101 }, newId), reason: 'vague' as const },
      { ids: [id], reason: 'other' as const },
    ])
      await expect(rejectMany(at('ada'), input)).rejects.toMatchObject({ name: 'ZodError' })
    expect(await stateOf(id)).toBe('new')
  })

  it('is undone by whoever made it, or by an editor', async () => {
    const [id = ''] = await waiting(1)
    const { bulkId } = await rejectMany(at('dora'), { ids: [id], reason: 'vague' })
    await expect(undoBulk(at('ada'), { bulkId: bulkId ?? '' })).rejects.toMatchObject({ code: 'FORBIDDEN' })
    expect(await undoBulk(at('ben'), { bulkId: bulkId ?? '' })).toMatchObject({ done: [id] })
  })
})

describe('claims', () => {
  it('are assigned together, and go back each to whom they had', async () => {
    const [a, b, hidden] = [await claim(), await claim(), await claim()]
    await assignMany(at('ada'), { ids: [a], assigneeId: people.dora.id })
    await hideClaim(at('ben'), { claimId: hidden, reason: 'a slip' })
    const answer = await assignMany(at('ada'), { ids: [a, b, hidden], assigneeId: people.ben.id })
    expect(answer).toMatchObject({ refused: [{ id: hidden, reason: expect.stringContaining('hidden') }] })
    expect([await assigneeOf(a), await assigneeOf(b)]).toEqual([people.ben.id, people.ben.id])
    await undoBulk(at('ada'), { bulkId: answer.bulkId ?? '' })
    expect([await assigneeOf(a), await assigneeOf(b)]).toEqual([people.dora.id, null])
  })

  it('that cannot go back to whom they had say why, and can be taken back again later', async () => {
    const id = await claim()
    await assignMany(at('ben'), { ids: [id], assigneeId: people.dora.id })
    const { bulkId } = await assignMany(at('ada'), { ids: [id], assigneeId: people.ben.id })
    const setDisabled = (disabledAt: Date | null) =>
      db().user.update({ where: { id: people.dora.id }, data: { disabledAt } })
    await setDisabled(NOW)
    expect(await undoBulk(at('ada'), { bulkId: bulkId ?? '' })).toMatchObject({
      ...{ done: [], refused: [{ id, reason: expect.stringContaining('reviewer') }] },
    })
    await setDisabled(null)
    expect(await undoBulk(at('ada'), { bulkId: bulkId ?? '' })).toMatchObject({ done: [id], refused: [] })
    expect(await assigneeOf(id)).toBe(people.dora.id)
  })

  it('are assigned to nobody who cannot work on them', async () => {
    await expect(assignMany(at('ada'), { ids: [await claim()], assigneeId: people.cleo.id })).rejects.toMatchObject({
      fields: { assigneeId: expect.any(String) },
    })
  })

  it('get a topic together; an undo takes it from those that got it, and leaves those that had it', async () => {
    const [a, b] = [await claim(), await claim()]
    await addTopicToMany(at('ada'), { ids: [a], topic: 'Mills' })
    const answer = await addTopicToMany(at('ada'), { ids: [a, b], topic: 'mills' })
    expect(answer.done.sort()).toEqual([a, b].sort())
    expect([await topicsOf(a), await topicsOf(b)]).toEqual([['Mills'], ['Mills']])
    await undoBulk(at('ada'), { bulkId: answer.bulkId ?? '' })
    expect([await topicsOf(a), await topicsOf(b)]).toEqual([['Mills'], []])
  })
})

it('what was done to many is kept as it was done', async () => {
  const [id = ''] = await waiting(1)
  const { bulkId } = await rejectMany(at('ada'), { ids: [id], reason: 'vague' })
  await expect(asOwner(`UPDATE bulk_move SET done = '[]' WHERE id = '${bulkId}'`)).rejects.toThrow(
    /kept as it was made/,
  )
  await expect(asOwner(`DELETE FROM bulk_move WHERE id = '${bulkId}'`)).rejects.toThrow()
  await expect(asOwner('TRUNCATE bulk_move')).rejects.toThrow()
})

it('leaves chains of events that verify', async () => {
  expect(await verifyLedger()).toMatchObject({ broken: null })
})
