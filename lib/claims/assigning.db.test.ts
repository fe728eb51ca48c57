import { afterAll, beforeAll, expect, it } from 'vitest'
import { disableUser } from '@/lib/accounts/commands/people'
import { listHistory } from '@/lib/audit/queries'
import { db, disconnect } from '@/lib/platform/db'
import { makePeople, type People } from '@/lib/testing/people'
import { acceptedClaim, freshName } from '@/lib/testing/triage'
import { assignClaim } from './commands/assigning'
import { hideClaim } from './commands/merging'

const NOW = new Date('2025-11-20T09:00:00Z')
let people: People
const ada = () => people.ada.ctx(NOW)
const ben = () => people.ben.ctx(NOW)
const claim = async () =>
  (await acceptedClaim(ada(), `The port of ${freshName()} handled 54,000 containers in 2024.`)).claimId
const stored = (id: string) =>
  db().claim.findUniqueOrThrow({ where: { id }, select: { assigneeId: true, revision: true } })
const stepsOf = async (claimId: string) =>
  (await listHistory(ada(), 'claim', claimId)).filter(({ type }) => type === 'claim.assigned')

beforeAll(async () => {
  people = await makePeople(NOW)
})
afterAll(disconnect)

it('a claim is taken, given to somebody else and given back, each a step of its history; open forms stay current', async () => {
  const claimId = await claim()
  const { revision } = await stored(claimId)
  await assignClaim(ada(), { claimId, assigneeId: people.ada.id, before: null })
  await assignClaim(ada(), { claimId, assigneeId: people.ben.id, before: people.ada.id })
  expect(await stored(claimId)).toEqual({ assigneeId: people.ben.id, revision })
  await assignClaim(ben(), { claimId, assigneeId: null, before: people.ben.id })
  expect(await stored(claimId)).toEqual({ assigneeId: null, revision })
  expect((await stepsOf(claimId)).map(({ payload, isPublic }) => ({ payload, isPublic }))).toEqual([
    { payload: { before: null, after: people.ada.id, name: 'Ada Marsh', bulk: null }, isPublic: false },
    { payload: { before: people.ada.id, after: people.ben.id, name: 'Ben Okafor', bulk: null }, isPublic: false },
    { payload: { before: people.ben.id, after: null, name: null, bulk: null }, isPublic: false },
  ])
})

it('of two who take it at once the second is told who has it, and the same again changes nothing', async () => {
  const claimId = await claim()
  const take = { claimId, assigneeId: people.ada.id, before: null }
  await assignClaim(ada(), take)
  await expect(assignClaim(ben(), { ...take, assigneeId: people.ben.id })).rejects.toMatchObject({
    code: 'STALE',
    text: expect.stringContaining('assigned to Ada Marsh'),
  })
  await assignClaim(ada(), take)
  expect(await stepsOf(claimId)).toHaveLength(1)
})

it('an admin assigns nothing, nothing is assigned to an admin or a disabled person, and no hidden claim to anybody', async () => {
  const claimId = await claim()
  const to = (assigneeId: string) => ({ claimId, assigneeId, before: null })
  await expect(assignClaim(people.cleo.ctx(NOW), to(people.ada.id))).rejects.toMatchObject({ code: 'FORBIDDEN' })
  await expect(assignClaim(ada(), to(people.cleo.id))).rejects.toMatchObject({ code: 'BAD_INPUT' })
  await disableUser(people.cleo.ctx(NOW), { userId: people.dora.id })
  await expect(assignClaim(ada(), to(people.dora.id))).rejects.toMatchObject({
    fields: { assigneeId: expect.stringContaining('reviewer or an editor') },
  })
  await hideClaim(ben(), { claimId, reason: 'a test' })
  await expect(assignClaim(ada(), to(people.ada.id))).rejects.toMatchObject({ code: 'MOVE_REFUSED' })
})
