import { afterAll, beforeAll, expect, it } from 'vitest'
import { assignClaim } from '@/lib/claims/commands/assigning'
import { ANONYMOUS, type Context, contextOf, systemActor } from '@/lib/core/context'
import { newId } from '@/lib/core/ids'
import { db, disconnect } from '@/lib/platform/db'
import { createFirstSettings } from '@/lib/settings/commands'
import { makeClaim } from '@/lib/testing/claims'
import { makePeople, type People } from '@/lib/testing/people'
import { openPrediction, publishClaim, submitVerdictOn } from '@/lib/testing/publishing'
import { sendBackVerdict } from '@/lib/verdicts/commands/approval'
import { startVerdict } from '@/lib/verdicts/commands/drafts'
import { addTopicToMany } from './commands/bulk'
import { countClaimQueue, countQueues, listClaimQueue } from './queries/claim-queue'
import { CLAIM_VIEWS, ClaimQueueQuery, type ClaimView } from './schema/queues'

let people: People
let minute = 0
const at = (name: keyof People): Context => people[name].ctx(new Date(Date.UTC(2025, 9, 22, 9, minute++)))
let claims = 0
const fresh = async (about = 'quay') =>
  (await makeClaim(at('ada'), `The ${about} of Norhaven has ${2000 + ++claims} bollards.`)).claimId
const queue = async (ctx: Context, view: ClaimView, filter: Record<string, string> = {}) =>
  (await listClaimQueue(ctx, { ...ClaimQueueQuery.parse(filter), view })).claims.map(({ id }) => id)

beforeAll(async () => {
  people = await makePeople(new Date(Date.UTC(2025, 9, 22, 8)))
  const admin = contextOf(systemActor('test'), new Date(Date.UTC(2025, 9, 22, 8)))
  await createFirstSettings(admin, { newsroomName: 'The Test Desk', zone: 'Europe/Vienna' })
})
afterAll(disconnect)

it('mine holds what is assigned to me and what I write on, and lets go of what I gave back', async () => {
  const [given, written, others] = [await fresh(), await fresh(), await fresh()]
  await assignClaim(at('ben'), { claimId: given, assigneeId: people.ada.id, before: null })
  await startVerdict(at('ada'), { claimId: written })
  await assignClaim(at('ben'), { claimId: others, assigneeId: people.ben.id, before: null })
  expect(await queue(at('ada'), 'mine')).toEqual([written, given])
  await assignClaim(at('ada'), { claimId: given, assigneeId: null, before: people.ada.id })
  expect(await queue(at('ada'), 'mine')).toEqual([written])
  expect(await countClaimQueue(at('ada'), 'mine')).toEqual({ n: 1, isMore: false })
})

it('waiting holds what this person may approve, the longest waiting first; what is sent back leaves it for its own queue', async () => {
  const [first, second] = [await fresh(), await fresh()]
  const submitted = await submitVerdictOn(at('ada'), first)
  await submitVerdictOn(at('ada'), second)
  expect(await queue(at('ben'), 'waiting')).toEqual([first, second])
  expect(await queue(at('ada'), 'waiting')).toEqual([])
  await sendBackVerdict(at('ben'), { ...submitted, reason: 'The register is of another year.' })
  expect(await queue(at('ben'), 'waiting')).toEqual([second])
  expect(await queue(at('ada'), 'sent-back')).toEqual([first])
  expect(await countQueues(at('ben'))).toMatchObject({ waiting: { n: 1 }, 'sent-back': { n: 1 } })
})

it('waiting goes on after what was approved meanwhile, and leaves nothing out', async () => {
  const [first, second, third] = [await fresh(), await fresh(), await fresh()]
  const submitted = await submitVerdictOn(at('ada'), first)
  for (const claimId of [second, third]) await submitVerdictOn(at('ada'), claimId)
  const held = await queue(at('dora'), 'waiting')
  const limit = held.indexOf(second) + 1
  const { next } = await listClaimQueue(at('dora'), { view: 'waiting', limit })
  await sendBackVerdict(at('ben'), { ...submitted, reason: 'The register is of another year.' })
  const { after } = ClaimQueueQuery.parse({ after: next })
  const rest = await listClaimQueue(at('dora'), { view: 'waiting', ...(after && { after }), limit })
  expect(rest.claims.map(({ id }) => id)).toEqual([third])
})

it('holds published verdicts from the day on which they are to be checked again', async () => {
  const { claimId } = await publishClaim({ writer: at('ada'), approver: at('ben') }, 'The dock has 7 gates.')
  const { currentVerdictId } = await db().claim.findUniqueOrThrow({ where: { id: claimId } })
  await db().recheck.create({
    data: {
      ...{ id: newId(), claimId, verdictId: currentVerdictId ?? '', dueOn: '2025-10-22' },
      ...{ plannedById: people.ada.id, plannedAt: new Date(Date.UTC(2025, 9, 21)) },
    },
  })
  expect(await queue(at('ada'), 'recheck')).toEqual([claimId])
  expect(await queue(people.ada.ctx(new Date(Date.UTC(2025, 9, 21, 9))), 'recheck')).toEqual([])
})

it('holds open predictions from thirty days before they fall due', async () => {
  const { claimId } = await openPrediction(
    { writer: at('ada'), approver: at('ben') },
    'The ferry will sail in November.',
  )
  expect(await queue(people.ada.ctx(new Date(Date.UTC(2025, 10, 5))), 'due')).toEqual([claimId])
  expect(await queue(people.ada.ctx(new Date(Date.UTC(2025, 9, 22))), 'due')).toEqual([])
})

it('all claims are paged by key and narrowed by words, topic, person, kind and state', async () => {
  const made = [await fresh('pier'), await fresh('pier'), await fresh('pier')]
  await addTopicToMany(at('ada'), { ids: made.slice(0, 1), topic: 'Piers' })
  expect(await queue(at('ada'), 'all', { words: 'piers' })).toEqual([...made].reverse())
  expect(await queue(at('ada'), 'all', { topic: 'piers' })).toEqual(made.slice(0, 1))
  expect(await queue(at('ada'), 'all', { words: 'pier', assigned: 'me' })).toEqual([])
  expect(await queue(at('ada'), 'all', { words: 'pier', assigned: 'nobody' })).toHaveLength(3)
  expect(await queue(at('ada'), 'all', { words: 'pier', kind: 'prediction' })).toEqual([])
  expect(await queue(at('ada'), 'all', { words: 'pier', state: 'published' })).toEqual([])
  const seen: string[] = []
  for (let next: string | null = ''; next !== null; ) {
    const { after } = ClaimQueueQuery.parse({ after: next })
    const page = await listClaimQueue(at('ada'), { ...ClaimQueueQuery.parse({ words: 'pier' }), after, limit: 2 })
    seen.push(...page.claims.map(({ id }) => id))
    next = page.next
  }
  expect(seen).toEqual([...made].reverse())
})

it('a place of another queue begins this one anew, and readers see none', async () => {
  const after = ClaimQueueQuery.parse({ after: `2025-10-22_${newId()}` }).after
  expect((await listClaimQueue(at('ada'), { view: 'all', after })).claims.length).toBeGreaterThan(0)
  const reader = contextOf(ANONYMOUS, new Date(Date.UTC(2025, 9, 22)))
  await expect(listClaimQueue(reader, { view: 'all' })).rejects.toMatchObject({ code: 'NOT_FOUND' })
})

it.each(CLAIM_VIEWS)('the queue %s begins anew at a place that was made by hand', async (view) => {
  const { claims: first } = await listClaimQueue(at('ada'), { view })
  for (const value of ['2026-99-99', '-'.repeat(36), '2026-02-30T25:61:00.000Z', '0000-01-01T00:00:00.000Z']) {
    const { claims: again } = await listClaimQueue(at('ada'), { view, after: { value, id: newId() } })
    expect(again.map(({ id }) => id)).toEqual(first.map(({ id }) => id))
  }
})
