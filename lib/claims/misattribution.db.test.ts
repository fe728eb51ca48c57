import { afterAll, beforeAll, expect, it } from 'vitest'
import { getLastEvent } from '@/lib/audit/queries'
import { db, disconnect } from '@/lib/platform/db'
import { makePeople, type People } from '@/lib/testing/people'
import { acceptedClaim, candidatesOf, freshName } from '@/lib/testing/triage'
import { updateClaim } from './commands'
import { makeSpeaker, mergeSpeakers, undoSpeakerMerge } from './commands/speakers'
import { mergeCandidate } from './commands/triage'
import type { SpeakerChoice } from './schema'

const NOW = new Date('2025-11-20T09:00:00Z')
let people: People
const ada = () => people.ada.ctx(NOW)
const ben = () => people.ben.ctx(NOW)
let count = 0
const speaker = async (name: string) =>
  (await makeSpeaker(ben(), { name: `${name} ${++count}`, kind: 'person' })).speakerId
const by = (speakerId: string): SpeakerChoice => ({ is: 'known', speakerId })
const story = (says = ', Lena Ostrow said') => `The quay of ${freshName()} will open in May 2026${says}.`

beforeAll(async () => {
  people = await makePeople(NOW)
})
afterAll(disconnect)

/** A claim put down to the first of `who`, and made again at further places by the others. */
async function claimBy(...who: { speaker: SpeakerChoice; says?: string; publisher?: string }[]) {
  const [first, ...others] = who
  const { says, ...options } = first ?? {}
  const { claimId, occurrenceId } = await acceptedClaim(ben(), story(says), options)
  const places = [occurrenceId]
  for (const { speaker: choice, says: words, publisher } of others) {
    const { first: candidate } = await candidatesOf(ben(), story(words), { publisher })
    places.push((await mergeCandidate(ben(), { candidateId: candidate.id, claimId, speaker: choice })).occurrenceId)
  }
  return { claimId, places }
}

async function correct(claimId: string, speakerId: string | null, ctx = ada()): Promise<void> {
  const { id, revision, statement, shortForm, kind } = await db().claim.findUniqueOrThrow({ where: { id: claimId } })
  await updateClaim(ctx, { id, revision, statement, shortForm, kind, speakerId })
}
const speakersAt = async (places: string[]) => {
  const rows = await db().occurrence.findMany({ where: { id: { in: places } }, select: { id: true, speakerId: true } })
  return places.map((id) => rows.find((row) => row.id === id)?.speakerId)
}

it('a corrected claim takes its places from the wrong speaker along, not those of others, and tells which', async () => {
  const [wrong, right, other] = [await speaker('Wrong'), await speaker('Right'), await speaker('Other')]
  const { claimId, places } = await claimBy({ speaker: by(wrong) }, { speaker: by(other) }, { speaker: by(wrong) })
  const elsewhere = await claimBy({ speaker: by(wrong) })
  await correct(claimId, right)
  expect(await speakersAt(places)).toEqual([right, other, right])
  expect(await speakersAt(elsewhere.places)).toEqual([wrong])
  const event = await getLastEvent(db(), 'claim', claimId, 'claim.speaker_set')
  expect(event?.payload).toEqual({ before: wrong, after: right, occurrenceIds: [places[0], places[2]].sort() })
  const texts = await db().occurrence.findMany({ where: { id: { in: places } }, select: { speakerText: true } })
  expect(texts.every(({ speakerText }) => speakerText === 'Lena Ostrow')).toBe(true)
})

it('a claim that is the publisher’s own takes them from the speaker, and gives them back, own voice apart', async () => {
  const wrong = await speaker('Wrong')
  const own = { speaker: { is: 'nobody' }, says: '' } as const
  const { claimId, places } = await claimBy({ speaker: by(wrong) }, own)
  const ownVoice = await db().occurrence.findMany({
    where: { id: { in: places } },
    select: { id: true, isOwnVoice: true },
  })
  expect(ownVoice.find(({ id }) => id === places[1])).toMatchObject({ isOwnVoice: true })
  await correct(claimId, null)
  expect(await speakersAt(places)).toEqual([null, null])
  await correct(claimId, wrong)
  expect(await speakersAt(places)).toEqual([wrong, null])
})

it('unnamed sources are those of the publisher of each place', async () => {
  const wrong = await speaker('Wrong')
  const [first, second] = [`Quay Daily ${++count}`, `Moor Post ${++count}`]
  const { claimId, places } = await claimBy(
    { speaker: by(wrong), publisher: first },
    { speaker: by(wrong), publisher: second },
  )
  const group = await claimBy({ speaker: { is: 'unnamed' }, publisher: first })
  const [groupId = null] = await speakersAt(group.places)
  await correct(claimId, groupId ?? null)
  const named = await db().speaker.findMany({
    where: { id: { in: (await speakersAt(places)).map((id) => id ?? '') } },
    select: { name: true },
    orderBy: { name: 'asc' },
  })
  expect(named.map(({ name }) => name)).toEqual([`Unnamed sources in ${second}`, `Unnamed sources in ${first}`])
})

it('a person taken for unnamed sources gets the places in every paper back', async () => {
  const [person, other] = [await speaker('Person'), await speaker('Other')]
  const [first, second] = [`Quay Daily ${++count}`, `Moor Post ${++count}`]
  const { claimId, places } = await claimBy(
    { speaker: by(person), publisher: first },
    { speaker: by(person), publisher: second },
    { speaker: by(other), publisher: second },
  )
  const group = await claimBy({ speaker: { is: 'unnamed' }, publisher: first })
  const [groupId = null] = await speakersAt(group.places)
  await correct(claimId, groupId)
  await correct(claimId, person)
  expect(await speakersAt(places)).toEqual([person, person, other])
  expect(await speakersAt(group.places)).toEqual([groupId])
})

it('a refused correction leaves the places where they were', async () => {
  const [wrong, right] = [await speaker('Wrong'), await speaker('Right')]
  const { claimId, places } = await claimBy({ speaker: by(wrong) })
  await expect(correct(claimId, right, people.cleo.ctx(NOW))).rejects.toMatchObject({ code: 'FORBIDDEN' })
  await db().claim.update({ where: { id: claimId }, data: { state: 'published', firstPublishedAt: NOW } })
  await expect(correct(claimId, right)).rejects.toMatchObject({ code: 'MOVE_REFUSED' })
  expect(await speakersAt(places)).toEqual([wrong])
})

it('a correction and a merge of the wrong speaker at once end with one of the two everywhere', async () => {
  const [right, into] = [await speaker('Right'), await speaker('Into')]
  for (let round = 0; round < 4; round++) {
    const wrong = await speaker('Wrong')
    const { claimId, places } = await claimBy({ speaker: by(wrong) }, { speaker: by(wrong) })
    const [merged, corrected] = await Promise.allSettled([
      mergeSpeakers(ben(), { fromSpeakerId: wrong, intoSpeakerId: into }),
      correct(claimId, right),
    ])
    expect(merged.status).toBe('fulfilled')
    if (corrected.status === 'rejected') expect(corrected.reason).toMatchObject({ code: 'STALE' })
    const { speakerId } = await db().claim.findUniqueOrThrow({ where: { id: claimId } })
    expect(speakerId).toBe(corrected.status === 'fulfilled' ? right : into)
    expect(await speakersAt(places)).toEqual([speakerId, speakerId])
  }
})

it('what was corrected after a merge stays corrected when the merge is undone', async () => {
  const [wrong, into, right] = [await speaker('Wrong'), await speaker('Into'), await speaker('Right')]
  const { claimId, places } = await claimBy({ speaker: by(wrong) })
  await mergeSpeakers(ben(), { fromSpeakerId: wrong, intoSpeakerId: into })
  await correct(claimId, right)
  await undoSpeakerMerge(ben(), { speakerId: wrong })
  expect(await speakersAt(places)).toEqual([right])
})
