import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { getLastEvent } from '@/lib/audit/queries'
import { newId } from '@/lib/core/ids'
import { db, disconnect, inTransaction, lockRow } from '@/lib/platform/db'
import { makePeople, type People } from '@/lib/testing/people'
import { makeNewsroom } from '@/lib/testing/predictions'
import { acceptedClaim, candidatesOf, freshName } from '@/lib/testing/triage'
import {
  confirmAlias,
  editSpeaker,
  makeSpeaker,
  mergeSpeakers,
  refuseAlias,
  splitAlias,
  undoSpeakerMerge,
} from './commands/speakers'
import { acceptCandidate } from './commands/triage'
import { claimsOfSpeaker } from './queries'
import { listSpeakerProposals, listSpeakers, listWaitingAliases, previewSpeakerMerge } from './queries/speakers'

const NOW = new Date('2025-11-20T09:00:00Z')
let people: People
const ada = () => people.ada.ctx(NOW)
const ben = () => people.ben.ctx(NOW)
let count = 0
/** A surname that no other test uses. */
const surname = () => `Ostrow${String.fromCharCode(97 + (++count % 26))}${'aeiou'[count % 5]}`
const speaker = async (name: string, ctx = ada()) => (await makeSpeaker(ctx, { name, kind: 'person' })).speakerId
const said = (text: string, speakerId: string) =>
  acceptedClaim(ada(), `The quay of ${freshName()} will open in May 2026, ${text} said.`, {
    speaker: { is: 'known', speakerId },
  })
const namesOf = async (speakerId: string) => ({
  claims: (await claimsOfSpeaker(ada(), speakerId)).claims.map((claim) => claim.id).sort(),
  occurrences: (await db().occurrence.findMany({ where: { speakerId } })).map((row) => row.id).sort(),
})

beforeAll(async () => {
  people = await makePeople(NOW)
})
afterAll(disconnect)

describe('spellings', () => {
  it('wait until an editor confirms them, and are then sure', async () => {
    const name = `Lena ${surname()}`
    const speakerId = await speaker(name)
    const proposed = async () => (await listSpeakerProposals(ada(), [name])).get(name)
    expect(await proposed()).toMatchObject([{ speakerId, isSure: false }])
    const alias = (await listWaitingAliases(ben())).find((row) => row.speaker.id === speakerId)
    await expect(confirmAlias(ada(), { aliasId: alias?.id ?? '' })).rejects.toMatchObject({ code: 'FORBIDDEN' })
    await confirmAlias(ben(), { aliasId: alias?.id ?? '' })
    await confirmAlias(ben(), { aliasId: alias?.id ?? '' })
    expect(await proposed()).toMatchObject([{ speakerId, isSure: true }])
  })

  it('are confirmed at once when an editor makes the speaker', async () => {
    const speakerId = await speaker(`Lena ${surname()}`, ben())
    expect(await db().speakerAlias.findMany({ where: { speakerId } })).toMatchObject([{ confirmedById: people.ben.id }])
  })

  it('are proposed by title and by last name', async () => {
    const last = surname()
    const speakerId = await speaker(`Lena ${last}`, ben())
    const texts = [`US President Lena ${last}`, last, `President ${last}`]
    const proposals = await listSpeakerProposals(ada(), [...texts, 'diplomatic sources'])
    for (const text of texts) expect(proposals.get(text)).toMatchObject([{ speakerId }])
    expect(proposals.get('diplomatic sources')).toEqual([])
    await speaker(`Per ${last}`, ben())
    expect((await listSpeakerProposals(ada(), [last])).get(last)).toEqual([])
  })

  it('confirmed or forgotten freshen the public pages once a published claim names the speaker', async () => {
    const speakerId = await speaker(`Lena ${surname()}`)
    const { claimId } = await said(`Minister ${surname()}`, speakerId)
    const events = (isPublic: boolean) =>
      db().auditEvent.count({ where: { entityId: speakerId, type: { startsWith: 'speaker.alias_' }, isPublic } })
    const [first, second] = await db().speakerAlias.findMany({ where: { speakerId }, orderBy: { id: 'asc' } })
    await confirmAlias(ben(), { aliasId: first?.id ?? '' })
    expect(await events(true)).toBe(0)
    await db().claim.update({ where: { id: claimId }, data: { state: 'published', firstPublishedAt: NOW } })
    await confirmAlias(ben(), { aliasId: second?.id ?? '' })
    expect(await events(true)).toBe(1)
    await refuseAlias(ben(), { aliasId: first?.id ?? '' })
    expect(await events(true)).toBe(2)
  })

  it('can be forgotten only where nobody is quoted under them', async () => {
    const name = `Lena ${surname()}`
    const speakerId = await speaker(name)
    await said(name, speakerId)
    const [alias] = await db().speakerAlias.findMany({ where: { speakerId } })
    await expect(refuseAlias(ben(), { aliasId: alias?.id ?? '' })).rejects.toMatchObject({ code: 'MOVE_REFUSED' })
  })

  it('that mean somebody else are split off with what was said under them', async () => {
    const name = `Lena ${surname()}`
    const speakerId = await speaker(name)
    const mine = await said(name, speakerId)
    const other = `Minister ${surname()}`
    const theirs = await said(other, speakerId)
    const alias = (await db().speakerAlias.findMany({ where: { speakerId } })).find((row) => row.alias !== name)
    const split = await splitAlias(ben(), { aliasId: alias?.id ?? '', name: other, kind: 'person' })
    expect(await namesOf(split.speakerId)).toEqual({ claims: [theirs.claimId], occurrences: [theirs.occurrenceId] })
    expect(await namesOf(speakerId)).toEqual({ claims: [mine.claimId], occurrences: [mine.occurrenceId] })
    await mergeSpeakers(ben(), { fromSpeakerId: split.speakerId, intoSpeakerId: speakerId })
    expect((await namesOf(speakerId)).claims).toHaveLength(2)
  })
})

describe('splitting a spelling off', () => {
  const predictionFor = async (claimId: string, speakerId: string) => {
    const settingId = await makeNewsroom()
    const id = newId()
    await db().prediction.create({
      data: { id, claimId, speakerId, settingId, authorId: people.ada.id, createdAt: NOW },
    })
    return id
  }
  const aliasOf = async (speakerId: string, other?: string) =>
    (await db().speakerAlias.findFirstOrThrow({ where: { speakerId, alias: { not: other } } })).id

  it('takes the predictions along whose claims move, and says so in the history', async () => {
    const name = `Lena ${surname()}`
    const other = `Minister ${surname()}`
    const speakerId = await speaker(name)
    const [mine, theirs] = [await said(name, speakerId), await said(other, speakerId)]
    const [stays, moves] = [
      await predictionFor(mine.claimId, speakerId),
      await predictionFor(theirs.claimId, speakerId),
    ]
    const split = await splitAlias(ben(), { aliasId: await aliasOf(speakerId, name), name: other, kind: 'person' })
    expect(await db().prediction.findUnique({ where: { id: moves } })).toMatchObject({ speakerId: split.speakerId })
    expect(await db().prediction.findUnique({ where: { id: stays } })).toMatchObject({ speakerId })
    const event = await inTransaction((tx) => getLastEvent(tx, 'speaker', speakerId, 'speaker.alias_split'))
    expect(event?.payload).toMatchObject({ claimIds: [theirs.claimId], predictionIds: [moves] })
  })

  it('of a merged speaker takes what the merge had moved', async () => {
    const [nameA, nameB, nameC] = [`Ada ${surname()}`, `Bo ${surname()}`, `Cy ${surname()}`]
    const [a, b, c] = [await speaker(nameA), await speaker(nameB), await speaker(nameC)]
    const theirs = await said(nameA, a)
    const prediction = await predictionFor(theirs.claimId, a)
    await mergeSpeakers(ben(), { fromSpeakerId: a, intoSpeakerId: b })
    await mergeSpeakers(ben(), { fromSpeakerId: b, intoSpeakerId: c })
    const split = await splitAlias(ben(), { aliasId: await aliasOf(a), name: nameA, kind: 'person' })
    expect(await namesOf(split.speakerId)).toEqual({ claims: [theirs.claimId], occurrences: [theirs.occurrenceId] })
    expect(await db().prediction.findUnique({ where: { id: prediction } })).toMatchObject({
      speakerId: split.speakerId,
    })
    expect(await namesOf(c)).toEqual({ claims: [], occurrences: [] })
  })
})

describe('merging speakers', () => {
  it('moves what names them, keeps the words, and comes back exactly', async () => {
    const [nameA, nameB] = [`Lena ${surname()}`, `Lena ${surname()}`]
    const [a, b] = [await speaker(nameA), await speaker(nameB)]
    const [first, second] = [await said(nameA, a), await said(nameB, b)]
    const before = [await namesOf(a), await namesOf(b)]
    const preview = await previewSpeakerMerge(ben(), a, b)
    expect(preview).toMatchObject({
      from: { id: a, _count: { claims: 1 } },
      into: { id: b },
      claims: [{ id: first.claimId }],
    })
    await mergeSpeakers(ben(), { fromSpeakerId: a, intoSpeakerId: b })
    expect((await namesOf(b)).claims).toEqual([first.claimId, second.claimId].sort())
    expect(await db().occurrence.findUnique({ where: { id: first.occurrenceId } })).toMatchObject({
      speakerText: nameA,
    })
    expect((await listSpeakerProposals(ada(), [nameA])).get(nameA)).toMatchObject([{ speakerId: b }])
    await undoSpeakerMerge(ben(), { speakerId: a })
    expect([await namesOf(a), await namesOf(b)]).toEqual(before)
  })

  it('takes an editor, two different speakers, and is undone from the last one backwards', async () => {
    const [a, b, c] = [
      await speaker(`Ada ${surname()}`),
      await speaker(`Bo ${surname()}`),
      await speaker(`Cy ${surname()}`),
    ]
    await expect(mergeSpeakers(ada(), { fromSpeakerId: a, intoSpeakerId: b })).rejects.toMatchObject({
      code: 'FORBIDDEN',
    })
    await expect(mergeSpeakers(ben(), { fromSpeakerId: a, intoSpeakerId: a })).rejects.toThrow(/another speaker/)
    await mergeSpeakers(ben(), { fromSpeakerId: a, intoSpeakerId: b })
    await mergeSpeakers(ben(), { fromSpeakerId: b, intoSpeakerId: c })
    await expect(undoSpeakerMerge(ben(), { speakerId: a })).rejects.toMatchObject({ code: 'MOVE_REFUSED' })
    await undoSpeakerMerge(ben(), { speakerId: b })
    await undoSpeakerMerge(ben(), { speakerId: a })
    expect(await db().speaker.count({ where: { id: { in: [a, b, c] }, mergedIntoId: null } })).toBe(3)
  })
})

it('a claim accepted while its speaker is being merged ends with the one that stays', async () => {
  const [nameA, nameB] = [`Lena ${surname()}`, `Lena ${surname()}`]
  const [from, into] = [await speaker(nameA), await speaker(nameB)]
  const candidate = await candidatesOf(ada(), `The quay of ${freshName()} will open in May 2026, ${nameA} said.`)
  const { first } = candidate
  let accepting: Promise<{ claimId: string }> | undefined
  await inTransaction(async (tx) => {
    await lockRow(tx, 'speaker', from)
    accepting = acceptCandidate(ada(), {
      ...{ candidateId: first.id, statement: 'The quay will open.', shortForm: 'The quay will open', kind: first.kind },
      speaker: { is: 'known', speakerId: from },
    })
    await someoneWaits()
    await tx.speaker.update({ where: { id: from }, data: { mergedIntoId: into } })
  })
  const claim = await accepting
  expect(await db().claim.findUnique({ where: { id: claim?.claimId } })).toMatchObject({ speakerId: into })
})

/** Until a transaction of this database waits for a lock. */
async function someoneWaits() {
  await expect
    .poll(async () => {
      const [row] = await db().$queryRaw<{ waiting: bigint }[]>`
        SELECT count(*) AS waiting FROM pg_stat_activity
        WHERE datname = current_database() AND wait_event_type = 'Lock'`
      return Number(row?.waiting)
    })
    .toBeGreaterThan(0)
}

it('two editors of one speaker: the second sees the text of the first', async () => {
  const id = await speaker(`Lena ${surname()}`)
  const edit = (name: string) =>
    editSpeaker(ben(), { id, revision: 1, name, kind: 'person', sameAs: ['https://who.example/1'] })
  await edit('Lena First')
  await expect(edit('Lena Second')).rejects.toMatchObject({
    code: 'STALE',
    details: { revision: 2, theirs: { name: 'Lena First' } },
  })
  await expect(
    editSpeaker(ben(), { id, revision: 2, name: 'X', kind: 'person', sameAs: ['javascript:alert(1)'] }),
  ).rejects.toThrow()
})

it('the list pages by name and finds by spelling', async () => {
  const { speakers, next } = await listSpeakers(ada(), { limit: 2 })
  expect(speakers).toHaveLength(2)
  const rest = await listSpeakers(ada(), { limit: 2, after: next ?? undefined })
  expect((rest.speakers[0]?.name ?? '') >= (speakers[1]?.name ?? '')).toBe(true)
  expect((await listSpeakers(ada(), { text: speakers[0]?.name })).speakers.map((row) => row.id)).toContain(
    speakers[0]?.id,
  )
})
