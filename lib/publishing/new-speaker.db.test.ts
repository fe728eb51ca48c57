import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { getLastEvent } from '@/lib/audit/queries'
import { updateClaim } from '@/lib/claims/commands'
import { makeSpeaker, mergeSpeakers } from '@/lib/claims/commands/speakers'
import { contextOf, systemActor } from '@/lib/core/context'
import { db, disconnect } from '@/lib/platform/db'
import { createFirstSettings } from '@/lib/settings/commands'
import { makeClaim } from '@/lib/testing/claims'
import { makePeople, type People } from '@/lib/testing/people'
import { openPrediction, type Pair, publishClaim, submitVerdictOn } from '@/lib/testing/publishing'
import { approveVerdict } from '@/lib/verdicts/commands/approval'
import { approveWithdrawal, proposeWithdrawal, startCorrection } from '@/lib/verdicts/commands/corrections'
import { dropVerdict, saveVerdict, startVerdict, submitVerdict } from '@/lib/verdicts/commands/drafts'
import { getWorkspace } from '@/lib/verdicts/queries/workspace'
import { claimReviewOf } from './present'
import { getClaimPage, getVersionPage, listVerdictCards } from './queries/claims'
import { getSpeakerPage } from './queries/people'

const TODAY = '2025-11-10'
const PLACE = { pageUrl: 'https://desk.example/c', siteUrl: 'https://desk.example', zone: 'Pacific/Auckland' }
let people: People
let pair: Pair
let count = 0

beforeAll(async () => {
  people = await makePeople()
  pair = { writer: people.ada.ctx(), approver: people.ben.ctx() }
  const system = contextOf(systemActor('test'), new Date())
  await createFirstSettings(system, { newsroomName: 'The Test Desk', zone: 'Pacific/Auckland' })
})
afterAll(disconnect)

const speaker = async (name: string) => {
  const { speakerId } = await makeSpeaker(people.ben.ctx(), { name: `${name} ${++count}`, kind: 'person' })
  return db().speaker.findUniqueOrThrow({ where: { id: speakerId } })
}
const published = () => publishClaim(pair, `The sluice of Norhaven has ${++count} gates.`)
const rowOf = (id: string) => db().claim.findUniqueOrThrow({ where: { id }, include: { speaker: true } })
const placesOf = async (claimId: string) =>
  (await db().occurrence.findMany({ where: { claimId } })).map((place) => place.speakerId)

/** A correction by Dora that names another speaker, saved. */
async function correctionNaming(claimId: string, newSpeaker: string | null) {
  const dora = people.dora.ctx()
  const { id } = await startCorrection(dora, { claimId, level: 'factual', note: 'It was somebody else.' })
  const workspace = await getWorkspace(dora, claimId)
  if (!workspace?.version) throw new Error('no correction was started')
  const { content, revision } = workspace.version
  const saved = await saveVerdict(dora, { id, ...content, revision, newSpeaker })
  return { id, revision: saved.revision, content }
}

/** What readers see of who said it: page, version, list and ClaimReview. */
async function shownNames({ slug, claimId }: { slug: string; claimId: string }) {
  const found = await getClaimPage(slug)
  if (found.is !== 'page' || found.page.verdict === null) throw new Error('the claim has no verdict in force')
  const { cards } = await listVerdictCards({ limit: 100 })
  return new Set([
    found.page.verdict.speaker?.name,
    cards.find((card) => card.claimId === claimId)?.speaker?.name,
    claimReviewOf(found.page.verdict, PLACE).itemReviewed.author.name,
  ])
}

describe('the speaker of a published claim', () => {
  test('held by a correction, is the old one for readers until a second person approves; then places follow', async () => {
    const claim = await published()
    const before = await rowOf(claim.claimId)
    const [first, later] = [before.speaker?.name, await speaker('Later')]
    const { id, revision } = await correctionNaming(claim.claimId, later.id)
    const { statement, shortForm, kind } = before
    const edit = { id: claim.claimId, revision: before.revision, statement, shortForm, kind, speakerId: later.id }
    await expect(updateClaim(people.ada.ctx(), edit)).rejects.toMatchObject({ code: 'MOVE_REFUSED' })
    expect(await shownNames(claim)).toEqual(new Set([first]))
    expect(await getSpeakerPage(later.slug, TODAY)).toEqual({ is: 'nothing' })
    await submitVerdict(people.dora.ctx(), { id, revision })
    expect((await getWorkspace(people.ben.ctx(), claim.claimId))?.version?.newSpeaker).toMatchObject({
      name: later.name,
    })
    await expect(approveVerdict(people.dora.ctx(), { id, revision })).rejects.toMatchObject({ code: 'SAME_PERSON' })
    expect(await placesOf(claim.claimId)).toEqual([before.speakerId])
    await approveVerdict(people.ben.ctx(), { id, revision })
    expect(await shownNames(claim)).toEqual(new Set([later.name]))
    expect(await placesOf(claim.claimId)).toEqual([later.id])
    expect((await getLastEvent(db(), 'claim', claim.claimId, 'claim.speaker_set'))?.payload).toEqual({
      ...{ before: before.speakerId, after: later.id },
      occurrenceIds: [claim.occurrenceId],
    })
    expect(await getVersionPage(claim.slug, 1)).toMatchObject({
      page: { version: { frozen: { speaker: { name: first } } } },
    })
    expect(await getSpeakerPage(later.slug, TODAY)).toMatchObject({ page: { verdicts: [{ claimId: claim.claimId }] } })
  })

  test('goes away with a correction that is dropped, and the next one starts without it', async () => {
    const claim = await published()
    const before = await rowOf(claim.claimId)
    const { id, revision } = await correctionNaming(claim.claimId, (await speaker('Never')).id)
    await dropVerdict(people.dora.ctx(), { id, revision, reason: 'It was her after all.' })
    expect(await rowOf(claim.claimId)).toMatchObject({ speakerId: before.speakerId })
    expect(await placesOf(claim.claimId)).toEqual([before.speakerId])
    const next = await correctionNaming(claim.claimId, null)
    expect(next.content.newSpeaker).toBeNull()
  })

  test('may become the publisher itself, and is not held where it is the present one', async () => {
    const claim = await published()
    const { id, revision, content } = await correctionNaming(claim.claimId, 'nobody')
    await submitVerdict(people.dora.ctx(), { id, revision })
    await approveVerdict(people.ben.ctx(), { id, revision })
    expect(await rowOf(claim.claimId)).toMatchObject({ speakerId: null })
    expect(await placesOf(claim.claimId)).toEqual([null])
    expect(await getClaimPage(claim.slug)).toMatchObject({
      page: { verdict: { speaker: null, occurrences: [{ isOwnVoice: true }] } },
    })
    const again = await startCorrection(people.dora.ctx(), { claimId: claim.claimId, level: 'minor', note: 'A word.' })
    const same = await saveVerdict(people.dora.ctx(), {
      ...{ id: again.id, revision: 1, ...content, correctionLevel: 'minor', correctionNote: 'Two words.' },
      newSpeaker: 'nobody',
    })
    const stored = await db().verdict.findUniqueOrThrow({ where: { id: again.id } })
    expect(stored).toMatchObject({ revision: same.revision, isNewSpeakerNobody: false, newSpeakerId: null })
  })

  test('merged into another while the correction waits, it is that other one', async () => {
    const claim = await published()
    const [from, into] = [await speaker('From'), await speaker('Into')]
    const { id, revision } = await correctionNaming(claim.claimId, from.id)
    await submitVerdict(people.dora.ctx(), { id, revision })
    await mergeSpeakers(people.ben.ctx(), { fromSpeakerId: from.id, intoSpeakerId: into.id })
    await approveVerdict(people.ben.ctx(), { id, revision })
    expect(await shownNames(claim)).toEqual(new Set([into.name]))
  })

  test('changes after a withdrawal with the next verdict only', async () => {
    const claim = await published()
    const other = await speaker('Other')
    const { correctionId } = await proposeWithdrawal(people.dora.ctx(), { claimId: claim.claimId, note: 'Wrong.' })
    await approveWithdrawal(people.ben.ctx(), { correctionId })
    const { id } = await startVerdict(people.ada.ctx(), { claimId: claim.claimId })
    const content = (await getWorkspace(people.ada.ctx(), claim.claimId))?.version?.content
    if (!content) throw new Error('no verdict was started')
    const { revision } = await saveVerdict(people.ada.ctx(), { id, ...content, revision: 1, newSpeaker: other.id })
    await submitVerdict(people.ada.ctx(), { id, revision })
    await approveVerdict(people.ben.ctx(), { id, revision })
    expect(await shownNames(claim)).toEqual(new Set([other.name]))
  })

  test('is not held by the draft of a claim that nobody published, nor for an opened prediction, nor unknown', async () => {
    const other = await speaker('Other')
    const refused = { code: 'BAD_INPUT', fields: { newSpeaker: expect.any(String) } }
    const fresh = await makeClaim(pair.writer, `The weir of Norhaven has ${++count} steps.`)
    const { id } = await submitVerdictOn(pair.writer, fresh.claimId)
    const wanted = { revision: 2, newSpeaker: other.id }
    await expect(saveVerdict(pair.writer, { id, ...wanted })).rejects.toMatchObject(refused)
    const prediction = await openPrediction(pair, `The weir of Norhaven will have ${++count} steps.`)
    const version = await submitVerdictOn(pair.writer, prediction.claimId)
    await expect(saveVerdict(pair.writer, { ...wanted, ...version })).rejects.toMatchObject(refused)
    const claim = await published()
    await expect(correctionNaming(claim.claimId, fresh.claimId)).rejects.toMatchObject(refused)
  })
})
