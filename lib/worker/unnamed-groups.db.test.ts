import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { updateArticleDetails } from '@/lib/articles/commands/details'
import { editPublisher, mergePublishers, undoPublisherMerge } from '@/lib/articles/commands/publishers'
import { splitPublisher, undoPublisherSplit } from '@/lib/articles/commands/splitting'
import { requireArticle } from '@/lib/articles/queries'
import { getLastEvent, verifyLedger } from '@/lib/audit/queries'
import { acceptCandidate, mergeCandidate } from '@/lib/claims/commands/triage'
import { regroupUnnamedJob } from '@/lib/claims/jobs'
import { listSpeakers } from '@/lib/claims/queries/speakers'
import { newId } from '@/lib/core/ids'
import { db, disconnect } from '@/lib/platform/db'
import { makePeople, type People } from '@/lib/testing/people'
import { makeNewsroom } from '@/lib/testing/predictions'
import { acceptedClaim, candidatesOf, freshName } from '@/lib/testing/triage'
import { drainJobs } from './run'

const NOW = new Date('2025-11-20T09:00:00Z')
const reason = 'One house.'
let people: People
let settingId: string
const ben = () => people.ben.ctx(NOW)

beforeAll(async () => {
  people = await makePeople(NOW)
  settingId = await makeNewsroom()
})
afterAll(disconnect)

let count = 0
const paper = (name: string) => `${name} ${++count}`
const story = () => `The quay of ${freshName()} will open in May 2026, officials said.`
/** A prediction that unnamed sources in a publisher made. */
async function unnamedIn(publisher: string, options: { publishedOn?: string; text?: string } = {}) {
  const { text = story(), ...more } = options
  const claim = await acceptedClaim(ben(), text, { publisher, speaker: { is: 'unnamed' }, ...more })
  const { speakerId } = await db().claim.findUniqueOrThrow({ where: { id: claim.claimId } })
  await db().prediction.create({
    data: {
      ...{ id: newId(), claimId: claim.claimId, speakerId, settingId, authorId: people.ada.id, createdAt: NOW },
    },
  })
  return claim
}
/** The same said by unnamed sources in another publisher, as a further place of the claim. */
async function repeatedIn(publisher: string, claimId: string, publishedOn?: string) {
  const { first, articleId } = await candidatesOf(ben(), story(), { publisher, publishedOn })
  const { occurrenceId } = await mergeCandidate(ben(), {
    ...{ candidateId: first.id, claimId, speaker: { is: 'unnamed' } },
  })
  return { occurrenceId, articleId }
}
const accepted = ({ id: candidateId, kind }: Awaited<ReturnType<typeof candidatesOf>>['first']) =>
  acceptCandidate(ben(), {
    ...{ candidateId, kind, statement: 'The quay will open.', shortForm: 'The quay will open' },
    speaker: { is: 'unnamed' },
  })
const publisherOf = async (articleId: string) => (await requireArticle(ben(), articleId)).publisher
const nameOf = (speaker: { name: string } | null) => speaker?.name
/** Who is named by a claim, its prediction and its places, by the name that readers see. */
async function namedBy(claimId: string) {
  const select = { speaker: { select: { name: true } } } as const
  const claim = await db().claim.findUniqueOrThrow({
    where: { id: claimId },
    select: { ...select, prediction: { select }, occurrences: { orderBy: { id: 'asc' }, select } },
  })
  return {
    claim: nameOf(claim.speaker),
    prediction: nameOf(claim.prediction?.speaker ?? null),
    places: claim.occurrences.map(({ speaker }) => nameOf(speaker)),
  }
}
const all = (name: string, places = 1) => ({
  ...{ claim: `Unnamed sources in ${name}`, prediction: `Unnamed sources in ${name}` },
  places: Array.from({ length: places }, () => `Unnamed sources in ${name}`),
})
/** Every place that names a group names the one of its article's publisher. */
const strays = () =>
  db().$queryRaw<unknown[]>`
    SELECT o.id FROM occurrence o JOIN article a ON a.id = o.article_id
    JOIN speaker s ON s.id = o.speaker_id AND s.kind = 'unnamed' WHERE s.publisher_id <> a.publisher_id`

describe('unnamed groups of publishers that are merged', () => {
  test('are one group, and two again after the undo', async () => {
    const [oldName, newName] = [paper('Old Herald'), paper('New Herald')]
    const [old, young] = [await unnamedIn(oldName), await unnamedIn(newName)]
    const [from, into] = [await publisherOf(old.articleId), await publisherOf(young.articleId)]
    await mergePublishers(ben(), { publisherId: from.id, intoId: into.id, reason })
    await drainJobs()
    expect([await namedBy(old.claimId), await namedBy(young.claimId)]).toEqual([all(newName), all(newName)])
    const shown = async () => (await listSpeakers(ben(), { text: oldName })).speakers.map(nameOf)
    expect(await shown()).toEqual([])
    const meanwhile = await unnamedIn(oldName)
    expect(await namedBy(meanwhile.claimId)).toEqual(all(newName))

    await undoPublisherMerge(ben(), { publisherId: from.id })
    await drainJobs()
    expect([await namedBy(old.claimId), await namedBy(young.claimId)]).toEqual([all(oldName), all(newName)])
    expect(await shown()).toEqual([`Unnamed sources in ${oldName}`])
    expect(await namedBy(meanwhile.claimId)).toEqual(all(newName))
    expect(await strays()).toEqual([])
    expect((await verifyLedger()).broken).toBeNull()
  })

  test('come back exactly where both had said the same, whichever said it first', async () => {
    const [oldName, newName] = [paper('Old Herald'), paper('New Herald')]
    const byOld = await unnamedIn(oldName, { publishedOn: '2025-10-02' })
    const byNew = await unnamedIn(newName, { publishedOn: '2025-10-02' })
    await repeatedIn(newName, byOld.claimId, '2025-10-01')
    await repeatedIn(oldName, byNew.claimId, '2025-10-01')
    const before = [await namedBy(byOld.claimId), await namedBy(byNew.claimId)]
    expect(before.map(({ claim }) => claim)).toEqual([`Unnamed sources in ${oldName}`, `Unnamed sources in ${newName}`])
    const from = await publisherOf(byOld.articleId)
    const { id: intoId } = await publisherOf(byNew.articleId)
    await mergePublishers(ben(), { publisherId: from.id, intoId, reason })
    await drainJobs()
    expect([await namedBy(byOld.claimId), await namedBy(byNew.claimId)]).toEqual([all(newName, 2), all(newName, 2)])
    await undoPublisherMerge(ben(), { publisherId: from.id })
    await drainJobs()
    expect([await namedBy(byOld.claimId), await namedBy(byNew.claimId)]).toEqual(before)
  })

  test('end right when the news comes twice, late, or after its undo', async () => {
    const [oldName, newName] = [paper('Old Herald'), paper('New Herald')]
    const [old, young] = [await unnamedIn(oldName), await unnamedIn(newName)]
    const [from, into] = [await publisherOf(old.articleId), await publisherOf(young.articleId)]
    await mergePublishers(ben(), { publisherId: from.id, intoId: into.id, reason })
    const merged = await getLastEvent(db(), 'publisher', from.id, 'publisher.merged')
    await drainJobs()
    const ctx = { ...ben() }
    const again = () => regroupUnnamedJob(ctx, merged?.id ?? '')
    await Promise.all([again(), again()])
    const told = () => db().auditEvent.count({ where: { type: 'speaker.regrouped', requestId: ctx.requestId } })
    expect(await told()).toBe(0)
    expect(await namedBy(old.claimId)).toEqual(all(newName))
    await undoPublisherMerge(ben(), { publisherId: from.id })
    await again()
    await drainJobs()
    await again()
    expect(await namedBy(old.claimId)).toEqual(all(oldName))
  })

  test('hold what is accepted in the moment of the merge, too', async () => {
    const [oldName, newName] = [paper('Old Herald'), paper('New Herald')]
    const [old, young] = [await unnamedIn(oldName), await unnamedIn(newName)]
    const [from, into] = [await publisherOf(old.articleId), await publisherOf(young.articleId)]
    const waiting = await Promise.all(
      Array.from({ length: 4 }, () => candidatesOf(ben(), story(), { publisher: oldName })),
    )
    await Promise.all([
      ...waiting.map(({ first }) => accepted(first)),
      mergePublishers(ben(), { publisherId: from.id, intoId: into.id, reason }),
    ])
    await drainJobs()
    expect(await strays()).toEqual([])
  })

  test('are told to readers once something of them is published, and kept inside before', async () => {
    const [oldName, newName] = [paper('Old Herald'), paper('New Herald')]
    const [old, young] = [await unnamedIn(oldName), await unnamedIn(newName)]
    const [from, into] = [await publisherOf(old.articleId), await publisherOf(young.articleId)]
    const { speakerId } = await db().claim.findUniqueOrThrow({ where: { id: old.claimId } })
    const lastIsPublic = async () =>
      (await getLastEvent(db(), 'speaker', speakerId ?? '', 'speaker.regrouped'))?.isPublic
    const mergeAndUndo = async () => {
      await mergePublishers(ben(), { publisherId: from.id, intoId: into.id, reason })
      await drainJobs()
      await undoPublisherMerge(ben(), { publisherId: from.id })
      await drainJobs()
    }
    await mergeAndUndo()
    expect(await lastIsPublic()).toBe(false)
    await db().claim.update({ where: { id: old.claimId }, data: { state: 'published', firstPublishedAt: NOW } })
    await mergeAndUndo()
    expect(await lastIsPublic()).toBe(true)
  })
})

describe('unnamed groups of a publisher that is split', () => {
  test('go with their articles, with the claims and predictions that were first made there, and come back', async () => {
    const name = paper('Tidewater Times')
    const [goes, stays] = [await unnamedIn(name), await unnamedIn(name)]
    const firstThere = await unnamedIn(name, { publishedOn: '2025-10-01' })
    const later = await repeatedIn(name, firstThere.claimId, '2025-10-02')
    const firstHere = await unnamedIn(name, { publishedOn: '2025-10-02' })
    const earlier = await repeatedIn(name, firstHere.claimId, '2025-10-01')
    const claims = [goes, stays, firstThere, firstHere].map(({ claimId }) => claimId)
    const named = () => Promise.all(claims.map(namedBy))
    const before = await named()
    const { id: publisherId } = await publisherOf(goes.articleId)
    const { splitId } = await splitPublisher(ben(), {
      ...{ publisherId, articleIds: [goes.articleId, later.articleId, earlier.articleId], reason },
      name: `${name} Evening`,
    })
    await drainJobs()
    const [here, there] = [`Unnamed sources in ${name}`, `Unnamed sources in ${name} Evening`]
    expect(await named()).toEqual([
      all(`${name} Evening`),
      all(name),
      { claim: here, prediction: here, places: [here, there] },
      { claim: there, prediction: there, places: [here, there] },
    ])
    await undoPublisherSplit(ben(), { publisherId, splitId })
    await drainJobs()
    expect(await named()).toEqual(before)
    expect(await strays()).toEqual([])
  })

  test('also follow one article whose publisher is corrected, and leave named speakers alone', async () => {
    const [name, other] = [paper('Tidewater Times'), paper('Moor Post')]
    const said = await unnamedIn(name)
    const named = await acceptedClaim(ben(), `The quay of ${freshName()} will open in May 2026, Lena Ostrow said.`, {
      ...{ publisher: name, speaker: { is: 'new', name: 'Lena Ostrow', kind: 'person' } },
    })
    const { id: publisherId } = await publisherOf((await unnamedIn(other)).articleId)
    for (const { articleId } of [said, named]) {
      const { title, revision } = await requireArticle(ben(), articleId)
      await updateArticleDetails(ben(), { articleId, revision, title, publisherId })
    }
    await drainJobs()
    expect(await namedBy(said.claimId)).toEqual(all(other))
    expect(await namedBy(named.claimId)).toMatchObject({ claim: 'Lena Ostrow', places: ['Lena Ostrow'] })
  })
})

test('a group is called after its publisher, also when that is renamed', async () => {
  const name = paper('Tidewater Times')
  const said = await unnamedIn(name)
  const { id: publisherId } = await publisherOf(said.articleId)
  await editPublisher(ben(), { publisherId, revision: 1, name: `${name} Weekly` })
  await drainJobs()
  expect(await namedBy(said.claimId)).toEqual(all(`${name} Weekly`))
})
