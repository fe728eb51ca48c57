import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { hideClaim, mergeClaims } from '@/lib/claims/commands/merging'
import { contextOf, systemActor } from '@/lib/core/context'
import { db, disconnect } from '@/lib/platform/db'
import { reindexClaim } from '@/lib/search/commands'
import { createFirstSettings } from '@/lib/settings/commands'
import { makeClaim } from '@/lib/testing/claims'
import { makePeople, type People } from '@/lib/testing/people'
import { openPrediction, type Pair, publishClaim, submitVerdictOn } from '@/lib/testing/publishing'
import { approveWithdrawal, proposeWithdrawal } from '@/lib/verdicts/commands/corrections'
import { getClaimPage, getVersionPage, listVerdictCards } from './queries/claims'
import { findClaims } from './queries/found'
import { getHome } from './queries/home'
import { listLedger } from './queries/ledger'
import { getPublisherPage, getSpeakerPage, listPublicSpeakers } from './queries/people'
import { getPredictionPage } from './queries/prediction-page'

const TODAY = '2025-11-10'
let people: People
let pair: Pair
const system = contextOf(systemActor('test'), new Date())

beforeAll(async () => {
  people = await makePeople()
  pair = { writer: people.ada.ctx(), approver: people.ben.ctx() }
  await createFirstSettings(system, { newsroomName: 'The Test Desk', zone: 'Pacific/Auckland' })
})
afterAll(disconnect)

const everything = async () => ({
  home: await getHome(TODAY),
  cards: await listVerdictCards({ limit: 100 }),
  ledger: await listLedger({ view: 'all' }, TODAY),
  speakers: await listPublicSpeakers(TODAY),
})

describe('what is not published', () => {
  test('appears nowhere: accepted, in review, submitted, a prediction that is only proposed', async () => {
    const word = 'Quillfish'
    const accepted = await makeClaim(pair.writer, `The ${word} count of Norhaven is 31.`)
    const submitted = await makeClaim(pair.writer, `The ${word} count of Ostrand is 32.`)
    await submitVerdictOn(pair.writer, submitted.claimId)
    const prediction = await makeClaim(pair.writer, `The ${word} will return to Norhaven.`, { kind: 'prediction' })
    expect(JSON.stringify(await everything())).not.toContain(word)
    for (const { slug, claimId } of [accepted, submitted, prediction]) {
      expect(await getClaimPage(slug)).toEqual({ is: 'nothing' })
      expect(await getPredictionPage(slug)).toEqual({ is: 'nothing' })
      expect(await getVersionPage(slug, 1)).toEqual({ is: 'nothing' })
      await reindexClaim(system, claimId)
    }
    expect(await findClaims(word, TODAY)).toEqual([])
  })

  test('a published claim is not hidden by one editor: its page stays', async () => {
    const claim = await publishClaim(pair, 'The Silverling fleet of Norhaven has 43 boats.')
    await expect(
      hideClaim(people.dora.ctx(), { claimId: claim.claimId, reason: 'A call came.' }),
    ).rejects.toMatchObject({ code: 'MOVE_REFUSED' })
    expect(await getClaimPage(claim.slug)).toMatchObject({ is: 'page' })
  })

  test('a claim that is hidden all the same is gone from its address, the lists and the search', async () => {
    const claim = await publishClaim(pair, 'The Glowcod fleet of Norhaven has 44 boats.')
    await reindexClaim(system, claim.claimId)
    expect(await findClaims('Glowcod', TODAY)).toHaveLength(1)
    await db().claim.update({
      where: { id: claim.claimId },
      data: { state: 'hidden', hiddenReason: 'A court ordered it.' },
    })
    await reindexClaim(system, claim.claimId)
    expect(await getClaimPage(claim.slug)).toEqual({ is: 'nothing' })
    expect(await findClaims('Glowcod', TODAY)).toEqual([])
    expect(JSON.stringify(await everything())).not.toContain('Glowcod')
  })

  test.each(['nothing-here', '', '%00', 'nul\u0000', '\ud800', 'x'.repeat(500)])(
    'the address %j leads nowhere',
    async (slug) => {
      expect(await getClaimPage(slug)).toEqual({ is: 'nothing' })
      expect(await getSpeakerPage(slug, TODAY)).toEqual({ is: 'nothing' })
      expect(await getPublisherPage(slug, TODAY)).toEqual({ is: 'nothing' })
    },
  )
})

describe('addresses', () => {
  test('a prediction lives among the predictions, another claim among the claims', async () => {
    const claim = await publishClaim(pair, 'The pier of Norhaven is 410 metres long.')
    const prediction = await openPrediction(pair, 'The pier of Norhaven will be lengthened.')
    expect(await getClaimPage(prediction.slug)).toEqual({ is: 'moved', path: `/predictions/${prediction.slug}` })
    expect(await getPredictionPage(claim.slug)).toEqual({ is: 'moved', path: `/claims/${claim.slug}` })
    expect(await getClaimPage(claim.slug)).toMatchObject({ is: 'page', page: { verdict: { ordinal: 1 } } })
    expect(await getPredictionPage(prediction.slug)).toMatchObject({
      is: 'page',
      page: { prediction: { criteria: 'The ferry carries passengers.' }, verdict: null },
    })
  })

  test('a merged claim leads to the one that it was merged into, its versions too', async () => {
    const from = await publishClaim(pair, 'The mole of Norhaven was built by 90 people.')
    const into = await publishClaim(pair, 'Ninety people built the mole of Norhaven.')
    const { correctionId } = await proposeWithdrawal(people.dora.ctx(), {
      claimId: from.claimId,
      note: 'The same figure was checked twice.',
    })
    await approveWithdrawal(people.ben.ctx(), { correctionId })
    await mergeClaims(people.dora.ctx(), { fromClaimId: from.claimId, intoClaimId: into.claimId })
    expect(await getClaimPage(from.slug)).toEqual({ is: 'moved', path: `/claims/${into.slug}` })
    expect(await getVersionPage(from.slug, 1)).toEqual({ is: 'moved', path: `/claims/${into.slug}/versions/1` })
    const { cards } = await listVerdictCards({ limit: 100 })
    expect(cards.map((card) => card.claimId)).not.toContain(from.claimId)
  })

  test('a withdrawn verdict keeps its page, without a verdict in force and with the version', async () => {
    const claim = await publishClaim(pair, 'The buoys of Norhaven are 77 in number.')
    const note = 'The list was of another harbour.'
    const { correctionId } = await proposeWithdrawal(people.dora.ctx(), { claimId: claim.claimId, note })
    await approveWithdrawal(people.ben.ctx(), { correctionId })
    expect(await getClaimPage(claim.slug)).toMatchObject({
      is: 'page',
      page: {
        verdict: null,
        versions: [{ ordinal: 1, isCurrent: false }],
        corrections: [{ level: 'withdrawal', note }],
      },
    })
    expect(await getVersionPage(claim.slug, 1)).toMatchObject({ is: 'page', page: { version: { ordinal: 1 } } })
    expect(await getVersionPage(claim.slug, 2)).toEqual({ is: 'nothing' })
    const { cards } = await listVerdictCards({ limit: 100 })
    expect(cards.map((card) => card.claimId)).not.toContain(claim.claimId)
  })
})
