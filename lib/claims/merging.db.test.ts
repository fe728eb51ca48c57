import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { getEdition, verifyLedger } from '@/lib/audit/queries'
import { ANONYMOUS, contextOf } from '@/lib/core/context'
import { db, disconnect, inTransaction } from '@/lib/platform/db'
import { makePeople, type People } from '@/lib/testing/people'
import { acceptedClaim, freshName } from '@/lib/testing/triage'
import { linkClaims, setClaimPublicationIn, setClaimStateIn, setQuantities, unlinkClaims } from './commands'
import { hideClaim, mergeClaims, splitClaim, unhideClaim, unmergeClaims } from './commands/merging'
import { setTopics } from './commands/topics'
import { resolveMergedClaim } from './queries'
import { getClaimStanding, previewClaimMerge } from './queries/standing'

const NOW = new Date('2025-11-20T09:00:00Z')
let people: People
const ada = () => people.ada.ctx(NOW)
const ben = () => people.ben.ctx(NOW)
const claim = () => acceptedClaim(ada(), `The port of ${freshName()} handled 54,000 containers in 2024.`)
const prediction = (window: string) =>
  acceptedClaim(ada(), `Minister Lena Ostrow will visit ${freshName()} ${window}.`, { publishedOn: '2025-10-02' })
const placesOf = async (claimId: string) =>
  (await db().occurrence.findMany({ where: { claimId }, orderBy: { id: 'asc' } })).map((row) => row.id)
const stateOf = async (id: string) => {
  const { state, mergedIntoId } = await db().claim.findUniqueOrThrow({ where: { id } })
  return { state, mergedIntoId }
}
const publish = (id: string) =>
  db().claim.update({ where: { id }, data: { state: 'published', firstPublishedAt: NOW } })

beforeAll(async () => {
  people = await makePeople(NOW)
})
afterAll(disconnect)

describe('merging claims', () => {
  it('moves the occurrences, leads to the other claim, and comes back exactly', async () => {
    const [from, into] = [await claim(), await claim()]
    const [mine, theirs] = [await placesOf(from.claimId), await placesOf(into.claimId)]
    await mergeClaims(ada(), { fromClaimId: from.claimId, intoClaimId: into.claimId })
    expect(await placesOf(into.claimId)).toEqual([...mine, ...theirs].sort())
    expect(await stateOf(from.claimId)).toEqual({ state: 'merged', mergedIntoId: into.claimId })
    expect(await resolveMergedClaim(from.claimId)).toMatchObject({ id: into.claimId })
    await unmergeClaims(ada(), { claimId: from.claimId })
    expect(await placesOf(from.claimId)).toEqual(mine)
    expect(await placesOf(into.claimId)).toEqual(theirs)
    expect(await stateOf(from.claimId)).toEqual({ state: 'accepted', mergedIntoId: null })
  })

  it('leaves an occurrence where it was split to since', async () => {
    const [from, into] = [await claim(), await claim()]
    const [moved] = await placesOf(from.claimId)
    await mergeClaims(ada(), { fromClaimId: from.claimId, intoClaimId: into.claimId })
    const split = await splitClaim(ada(), {
      claimId: into.claimId,
      occurrenceIds: [moved ?? ''],
      statement: 'Another thing.',
      shortForm: 'Another thing',
      kind: 'event',
    })
    expect(await unmergeClaims(ada(), { claimId: from.claimId })).toEqual({ moved: 0 })
    expect(await placesOf(split.claimId)).toEqual([moved])
  })

  it('of two people crosswise ends with one merge and no deadlock', async () => {
    const [a, b] = [await claim(), await claim()]
    const results = await Promise.allSettled([
      mergeClaims(ada(), { fromClaimId: a.claimId, intoClaimId: b.claimId }),
      mergeClaims(ben(), { fromClaimId: b.claimId, intoClaimId: a.claimId }),
    ])
    expect(results.filter((result) => result.status === 'fulfilled')).toHaveLength(1)
    expect(results.find((result) => result.status === 'rejected')).toMatchObject({ reason: { code: 'MOVE_REFUSED' } })
  })

  it('of published claims takes an editor', async () => {
    const [from, into] = [await claim(), await claim()]
    await publish(into.claimId)
    const input = { fromClaimId: from.claimId, intoClaimId: into.claimId }
    await expect(mergeClaims(ada(), input)).rejects.toMatchObject({ code: 'FORBIDDEN' })
    await expect(mergeClaims(people.cleo.ctx(NOW), input)).rejects.toMatchObject({ code: 'FORBIDDEN' })
    await mergeClaims(ben(), input)
    expect(await stateOf(from.claimId)).toMatchObject({ state: 'merged' })
  })

  it('is undone from the last one backwards', async () => {
    const [a, b, c] = [await claim(), await claim(), await claim()]
    await mergeClaims(ada(), { fromClaimId: a.claimId, intoClaimId: b.claimId })
    await mergeClaims(ada(), { fromClaimId: b.claimId, intoClaimId: c.claimId })
    expect(await resolveMergedClaim(a.claimId)).toMatchObject({ id: c.claimId })
    await expect(unmergeClaims(ada(), { claimId: a.claimId })).rejects.toMatchObject({ code: 'MOVE_REFUSED' })
    await unmergeClaims(ada(), { claimId: b.claimId })
    await unmergeClaims(ada(), { claimId: a.claimId })
    for (const one of [a, b, c]) expect(await placesOf(one.claimId)).toEqual([one.occurrenceId])
  })
})

it('several places are split off at once, with the figures of the first; one stays, and merging back is the undo', async () => {
  const [a, b, c] = [await claim(), await claim(), await claim()]
  for (const { claimId } of [b, c]) await mergeClaims(ada(), { fromClaimId: claimId, intoClaimId: a.claimId })
  const input = {
    claimId: a.claimId,
    statement: 'Another port.',
    shortForm: 'Another port',
    kind: 'statistic',
  } as const
  const all = [a, b, c].map(({ occurrenceId }) => occurrenceId)
  await expect(splitClaim(ada(), { ...input, occurrenceIds: all })).rejects.toMatchObject({ code: 'MOVE_REFUSED' })
  const made = await splitClaim(ada(), { ...input, occurrenceIds: [b.occurrenceId, c.occurrenceId] })
  expect(await placesOf(made.claimId)).toEqual([b.occurrenceId, c.occurrenceId].sort())
  expect(await placesOf(a.claimId)).toEqual([a.occurrenceId])
  expect(await db().quantity.count({ where: { claimId: made.claimId, text: { contains: '54,000' } } })).toBe(1)
  await expect(splitClaim(ada(), { ...input, occurrenceIds: [b.occurrenceId] })).rejects.toThrow()
  await mergeClaims(ada(), { fromClaimId: made.claimId, intoClaimId: a.claimId })
  expect(await placesOf(a.claimId)).toEqual(all.sort())
})

it('the workspace says beforehand what the commands decide', async () => {
  const [from, into] = [await claim(), await claim()]
  expect(await getClaimStanding(ada(), from.claimId)).toMatchObject({
    hide: 'Hiding a claim takes an editor.',
    split: expect.stringContaining('only place'),
  })
  expect(await getClaimStanding(ben(), from.claimId)).toMatchObject({ hide: null })
  await publish(into.claimId)
  const preview = await previewClaimMerge(ada(), from.claimId, into.claimId)
  expect(preview?.claim).toMatchObject({ places: 1, refusal: expect.stringContaining('takes an editor') })
  const forBen = await previewClaimMerge(ben(), from.claimId, into.claimId)
  expect(forBen?.claim.refusal).toBeNull()
  expect(forBen?.other.refusal).toContain('merge the unpublished one')
  await mergeClaims(ben(), { fromClaimId: from.claimId, intoClaimId: into.claimId })
  expect((await getClaimStanding(ada(), from.claimId))?.unmerge).toContain('takes an editor')
  expect((await getClaimStanding(ben(), into.claimId))?.absorbed).toMatchObject([{ id: from.claimId, unmerge: null }])
  expect(await previewClaimMerge(ben(), from.claimId, from.claimId)).toBeNull()
  await expect(getClaimStanding(contextOf(ANONYMOUS, NOW), from.claimId)).rejects.toMatchObject({ code: 'NOT_FOUND' })
})

it('splitting refuses the only place where a claim is made', async () => {
  const { claimId, occurrenceId } = await claim()
  await expect(
    splitClaim(ada(), { claimId, occurrenceIds: [occurrenceId], statement: 'Else.', shortForm: 'Else', kind: 'event' }),
  ).rejects.toMatchObject({ code: 'MOVE_REFUSED' })
})

it('hiding takes an editor and a reason, and brings back the state it found', async () => {
  const { claimId } = await claim()
  await inTransaction((tx) => setClaimStateIn(tx, ada(), claimId, 'in_review'))
  await expect(hideClaim(ada(), { claimId, reason: 'a test' })).rejects.toMatchObject({ code: 'FORBIDDEN' })
  await hideClaim(ben(), { claimId, reason: 'a test' })
  expect(await stateOf(claimId)).toMatchObject({ state: 'hidden' })
  await unhideClaim(ben(), { claimId })
  expect(await stateOf(claimId)).toMatchObject({ state: 'in_review' })
})

it('what is published is neither hidden nor merged away by one editor, until its verdict is withdrawn', async () => {
  const [from, into] = [await claim(), await claim()]
  for (const { claimId } of [from, into]) await publish(claimId)
  const merge = { fromClaimId: from.claimId, intoClaimId: into.claimId }
  await expect(hideClaim(ben(), { claimId: from.claimId, reason: 'a test' })).rejects.toMatchObject({
    code: 'MOVE_REFUSED',
    text: expect.stringContaining('withdrawal'),
  })
  await expect(mergeClaims(ben(), merge)).rejects.toMatchObject({
    code: 'MOVE_REFUSED',
    text: expect.stringContaining('withdrawal'),
  })
  expect(await stateOf(from.claimId)).toEqual({ state: 'published', mergedIntoId: null })
  await inTransaction((tx) => setClaimPublicationIn(tx, ben(), from.claimId, { state: 'withdrawn' }))
  await mergeClaims(ben(), merge)
  expect(await stateOf(from.claimId)).toEqual({ state: 'merged', mergedIntoId: into.claimId })
})

describe('publication', () => {
  it('sets the first instant once, and keeps a published claim public while a new version is written', async () => {
    const { claimId } = await claim()
    await inTransaction((tx) => setClaimPublicationIn(tx, ben(), claimId, { state: 'published' }))
    const later = people.ben.ctx(new Date('2025-12-01T09:00:00Z'))
    await inTransaction((tx) => setClaimStateIn(tx, later, claimId, 'in_review'))
    await inTransaction((tx) =>
      setClaimPublicationIn(tx, later, claimId, { state: 'withdrawn', currentVerdictId: null }),
    )
    await inTransaction((tx) => setClaimPublicationIn(tx, later, claimId, { state: 'published' }))
    expect(await db().claim.findUniqueOrThrow({ where: { id: claimId } })).toMatchObject({
      state: 'published',
      firstPublishedAt: NOW,
    })
  })

  it('is refused for a merged claim', async () => {
    const [from, into] = [await claim(), await claim()]
    await mergeClaims(ada(), { fromClaimId: from.claimId, intoClaimId: into.claimId })
    await expect(
      inTransaction((tx) => setClaimPublicationIn(tx, ben(), from.claimId, { state: 'published' })),
    ).rejects.toMatchObject({ code: 'MOVE_REFUSED' })
  })
})

describe('links', () => {
  it('join two predictions once, whichever way, and can be taken away', async () => {
    const [early, late] = [await prediction('in the second half of 2026'), await prediction('in October 2026')]
    const link = { fromClaimId: late.claimId, toClaimId: early.claimId }
    const { linkId } = await linkClaims(ada(), { ...link, kind: 'narrows' })
    await expect(
      linkClaims(ada(), { fromClaimId: link.toClaimId, toClaimId: link.fromClaimId, kind: 'moves' }),
    ).rejects.toMatchObject({ code: 'ALREADY_EXISTS' })
    await unlinkClaims(ada(), { linkId })
    await expect(unlinkClaims(ada(), { linkId })).rejects.toMatchObject({ code: 'NOT_FOUND' })
    await linkClaims(ada(), { ...link, kind: 'moves' })
  })

  it('narrow and move predictions only', async () => {
    const [a, b] = [await claim(), await claim()]
    await expect(
      linkClaims(ada(), { fromClaimId: a.claimId, toClaimId: b.claimId, kind: 'narrows' }),
    ).rejects.toMatchObject({ code: 'BAD_INPUT', fields: { kind: expect.any(String) } })
    await linkClaims(ada(), { fromClaimId: a.claimId, toClaimId: b.claimId, kind: 'contradicts' })
  })
})

it('topics are made once, and what is left out goes', async () => {
  const [a, b] = [await claim(), await claim()]
  await setTopics(ada(), { claimId: a.claimId, topics: ['Sea trade', 'Ports'] })
  await setTopics(ada(), { claimId: b.claimId, topics: ['sea trade'] })
  await setTopics(ada(), { claimId: a.claimId, topics: ['Sea Trade'] })
  const rows = await db().claimTopic.findMany({ include: { topic: true }, orderBy: { claimId: 'asc' } })
  expect(rows.map((row) => [row.claimId, row.topic.slug])).toEqual([
    [a.claimId, 'sea-trade'],
    [b.claimId, 'sea-trade'],
  ])
})

it('topics that several people name first at once are made once', async () => {
  const claims = await Promise.all(Array.from({ length: 8 }, claim))
  const names = ['Tides', 'Locks', 'Dredging']
  const save = ({ claimId }: { claimId: string }, index: number) =>
    setTopics(ada(), { claimId, topics: index % 2 === 0 ? names : [...names].reverse() })
  await Promise.all(claims.map(save))
  expect(await db().topic.count({ where: { slug: { in: ['tides', 'locks', 'dredging'] } } })).toBe(3)
  const claimIds = claims.map((made) => made.claimId)
  expect(await db().claimTopic.count({ where: { claimId: { in: claimIds } } })).toBe(24)
})

it('figures keep their rows, are added and go; a stale save changes nothing', async () => {
  const { claimId } = await claim()
  const [before] = await db().quantity.findMany({ where: { claimId } })
  const kept = { id: before?.id, text: '54,000', value: '54001', unit: 'container' }
  const added = { text: 'about 2 %', value: 2, unit: 'percent', modifier: 'about' as const }
  const { revision } = await setQuantities(ada(), { claimId, revision: 1, quantities: [kept, added] })
  await expect(setQuantities(ben(), { claimId, revision: 1, quantities: [] })).rejects.toMatchObject({ code: 'STALE' })
  const rows = await db().quantity.findMany({ where: { claimId }, orderBy: { position: 'asc' } })
  expect(rows.map((row) => [row.id === before?.id, row.value?.toNumber(), row.modifier])).toEqual([
    [true, 54001, expect.any(String)],
    [false, 2, 'about'],
  ])
  await setQuantities(ada(), { claimId, revision, quantities: [] })
  expect(await db().quantity.count({ where: { claimId } })).toBe(0)
})

describe('the edition of the public pages', () => {
  const movedBy = async (work: () => Promise<unknown>) => {
    const before = await getEdition()
    await work()
    return Number((await getEdition()).version) - Number(before.version)
  }

  it('rests while the desk works on what no reader sees', async () => {
    const moved = await movedBy(async () => {
      const [a, b] = [await claim(), await claim()]
      await setTopics(ada(), { claimId: a.claimId, topics: ['Quays'] })
      await setQuantities(ada(), { claimId: a.claimId, revision: 1, quantities: [] })
      await linkClaims(ada(), { fromClaimId: a.claimId, toClaimId: b.claimId, kind: 'repeats' })
      await inTransaction((tx) => setClaimStateIn(tx, ada(), a.claimId, 'in_review'))
      await mergeClaims(ada(), { fromClaimId: a.claimId, intoClaimId: b.claimId })
      await hideClaim(ben(), { claimId: b.claimId, reason: 'a test' })
    })
    expect(moved).toBe(0)
    expect(await db().auditEvent.count({ where: { type: 'claim.hidden', isPublic: true } })).toBe(0)
  })

  it('moves with the first publication and with all that changes a published claim', async () => {
    const [a, b] = [await claim(), await claim()]
    const { claimId } = a
    expect(
      await movedBy(() => inTransaction((tx) => setClaimPublicationIn(tx, ben(), claimId, { state: 'published' }))),
    ).toBe(1)
    expect(await movedBy(() => setTopics(ada(), { claimId, topics: ['Piers'] }))).toBe(1)
    expect(await movedBy(() => mergeClaims(ben(), { fromClaimId: b.claimId, intoClaimId: claimId }))).toBe(1)
  })
})

it('leaves chains of events that verify', async () => {
  expect(await verifyLedger()).toMatchObject({ broken: null })
})
