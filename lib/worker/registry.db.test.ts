import { afterAll, beforeAll, expect, test } from 'vitest'
import { importArticle } from '@/lib/articles/commands/import'
import { editPublisher } from '@/lib/articles/commands/publishers'
import { PublisherEdit } from '@/lib/articles/schema'
import { setClaimPublicationIn } from '@/lib/claims/commands'
import { editSpeaker, makeSpeaker, mergeSpeakers, splitAlias, undoSpeakerMerge } from '@/lib/claims/commands/speakers'
import { getExtractionProgress } from '@/lib/claims/queries/reader'
import { contextOf, systemActor } from '@/lib/core/context'
import { db, disconnect, inTransaction } from '@/lib/platform/db'
import { searchPublished } from '@/lib/search/queries'
import { makePeople, type People } from '@/lib/testing/people'
import { acceptedClaim, freshName } from '@/lib/testing/triage'
import { drainJobs } from './run'

const NOW = new Date('2025-11-20T09:00:00Z')
let people: People
const editor = () => people.ben.ctx(NOW)

beforeAll(async () => {
  people = await makePeople(NOW)
})
afterAll(disconnect)

/** A published claim that this person made. */
async function publishedBy(name: string) {
  const { speakerId } = await makeSpeaker(editor(), { name, kind: 'person' })
  const { claimId } = await acceptedClaim(editor(), `The quay of ${freshName()} will open in May 2026, ${name} said.`, {
    speaker: { is: 'known', speakerId },
  })
  await inTransaction((tx) => setClaimPublicationIn(tx, editor(), claimId, { state: 'published' }))
  return { speakerId, claimId }
}

const found = async (name: string) => {
  await drainJobs()
  return (await searchPublished(name)).map((hit) => hit.claimId)
}

test('a published claim is found by the name that its speaker has now', async () => {
  const { speakerId, claimId } = await publishedBy('Lena Ostrowska')
  expect(await found('Ostrowska')).toEqual([claimId])
  await editSpeaker(editor(), { id: speakerId, revision: 1, name: 'Lena Quillstone', kind: 'person', sameAs: [] })
  expect([await found('Quillstone'), await found('Ostrowska')]).toEqual([[claimId], []])

  const { speakerId: intoSpeakerId } = await makeSpeaker(editor(), { name: 'Marta Brackwater', kind: 'person' })
  await mergeSpeakers(editor(), { fromSpeakerId: speakerId, intoSpeakerId })
  expect(await found('Brackwater')).toEqual([claimId])
  await undoSpeakerMerge(editor(), { speakerId })
  expect([await found('Brackwater'), await found('Quillstone')]).toEqual([[], [claimId]])

  const alias = await db().speakerAlias.findFirstOrThrow({ where: { speakerId, alias: 'Lena Ostrowska' } })
  await splitAlias(editor(), { aliasId: alias.id, name: 'Petra Fennmoor', kind: 'person' })
  expect(await found('Fennmoor')).toEqual([claimId])
})

test('articles are read again when their publisher is of another country, and are read then', async () => {
  const admin = contextOf(systemActor('test'), NOW)
  const publisher = freshName()
  const text = 'The quay cost $3 million, the port said. It was opened on 4/5/2025.'
  const { articleId } = await importArticle(admin, { text, publisher, publishedOn: '2025-10-01' })
  await drainJobs()
  const { publisherId } = await db().article.findUniqueOrThrow({ where: { id: articleId } })
  const { name, revision } = await db().publisher.findUniqueOrThrow({ where: { id: publisherId } })
  await editPublisher(editor(), PublisherEdit.parse({ publisherId, revision, name, country: 'AU' }))
  await drainJobs()
  const read = await db().article.findUniqueOrThrow({
    where: { id: articleId },
    select: { currentSnapshot: { select: { reading: { select: { country: true } } } } },
  })
  expect(read.currentSnapshot?.reading?.country).toBe('AU')
  expect(await getExtractionProgress(editor(), articleId)).toMatchObject({ state: 'done' })
})
