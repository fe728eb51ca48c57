import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { updateClaim } from '@/lib/claims/commands'
import { newId } from '@/lib/core/ids'
import { db, disconnect } from '@/lib/platform/db'
import { changeSettings } from '@/lib/settings/commands'
import { requireSettings } from '@/lib/settings/queries'
import { SettingInput } from '@/lib/settings/schema'
import { makeClaim } from '@/lib/testing/claims'
import { asOwner } from '@/lib/testing/owner'
import { makePerson } from '@/lib/testing/predictions'
import { claimRow, content, openVerdictDesk, type VerdictDesk, verdictRow } from '@/lib/testing/verdict-desk'
import { approveVerdict } from './commands/approval'
import { startCorrection } from './commands/corrections'
import { saveVerdict, startVerdict, submitVerdict, takeBackVerdict } from './commands/drafts'
import { getCurrentVerdict } from './queries'
import { getWorkspace } from './queries/workspace'

let people: VerdictDesk['people']
let ada: VerdictDesk['ada']
let ben: VerdictDesk['ben']
let dora: VerdictDesk['dora']
let freshClaim: VerdictDesk['freshClaim']
let cite: VerdictDesk['cite']
let submitted: VerdictDesk['submitted']
let published: VerdictDesk['published']

beforeAll(async () => {
  ;({ people, ada, ben, dora, freshClaim, cite, submitted, published } = await openVerdictDesk())
})
afterAll(disconnect)

describe('no one publishes alone', () => {
  test('whoever saved cannot approve, nor who started or submitted it', async () => {
    const claim = await freshClaim()
    await cite(claim)
    const { id } = await startVerdict(dora, { claimId: claim.claimId })
    await saveVerdict(ada, { id, revision: 1, ...content() })
    await submitVerdict(ben, { id, revision: 2 })
    await expect(approveVerdict(dora, { id, revision: 2 })).rejects.toMatchObject({
      code: 'SAME_PERSON',
      text: 'You saved revision 1, so another editor has to approve.',
    })
    await expect(approveVerdict(ben, { id, revision: 2 })).rejects.toMatchObject({
      code: 'SAME_PERSON',
      text: 'You submitted it, so another editor has to approve.',
    })
    await expect(approveVerdict(ada, { id, revision: 2 })).rejects.toMatchObject({ code: 'FORBIDDEN' })
    await expect(approveVerdict(people.cleo.ctx(), { id, revision: 2 })).rejects.toMatchObject({ code: 'FORBIDDEN' })
    expect((await verdictRow(id)).state).toBe('submitted')
  })

  test('whoever added evidence or edited the statement since the last version cannot approve; triage does not count', async () => {
    const claim = await makeClaim(ben, 'The quay of Norhaven has 77 bollards.')
    await cite(claim)
    const { id } = await startVerdict(ada, { claimId: claim.claimId })
    await saveVerdict(ada, { id, revision: 1, ...content() })
    await cite({ ...claim, quantityId: null }, dora)
    const { revision, shortForm, kind, speakerId } = await claimRow(claim.claimId)
    const statement = 'The quay of Norhaven has 78 bollards.'
    const edit = { id: claim.claimId, revision, statement, shortForm, kind, speakerId }
    const elif = await makePerson('Elif Aydin', ['editor'])
    await updateClaim(elif, edit)
    await submitVerdict(ada, { id, revision: 2 })
    await expect(approveVerdict(dora, { id, revision: 2 })).rejects.toMatchObject({
      code: 'SAME_PERSON',
      text: 'You added evidence, so another editor has to approve.',
    })
    await expect(approveVerdict(elif, { id, revision: 2 })).rejects.toMatchObject({
      code: 'SAME_PERSON',
      text: 'You edited the statement, so another editor has to approve.',
    })
    expect((await getWorkspace(dora, claim.claimId))?.moves.approve).toMatchObject({ isAllowed: false })
    await approveVerdict(ben, { id, revision: 2 })
    const { id: second } = await startCorrection(ben, { claimId: claim.claimId, level: 'minor', note: 'A comma.' })
    const next = content({ summary: 'Counted again.', correctionLevel: 'minor', correctionNote: 'A comma.' })
    await saveVerdict(ada, { id: second, revision: 1, ...next })
    await submitVerdict(ada, { id: second, revision: 2 })
    await approveVerdict(dora, { id: second, revision: 2 })
  })

  test('a prediction that was never opened gets no verdict, because it has no page', async () => {
    const claim = await makeClaim(ada, 'The ferry of Norhaven will sail in May.', { kind: 'prediction' })
    await expect(startVerdict(ada, { claimId: claim.claimId })).rejects.toMatchObject({
      code: 'MOVE_REFUSED',
      text: expect.stringContaining('Open it first'),
    })
    expect(await db().verdict.count({ where: { claimId: claim.claimId } })).toBe(0)
    const waiting = await submitted()
    const { revision, statement, shortForm, speakerId } = await claimRow(waiting.claimId)
    await updateClaim(ben, { id: waiting.claimId, revision, statement, shortForm, kind: 'prediction', speakerId })
    await expect(approveVerdict(dora, waiting)).rejects.toMatchObject({ code: 'MOVE_REFUSED' })
    await takeBackVerdict(ada, { id: waiting.id })
    await expect(submitVerdict(ada, waiting)).rejects.toMatchObject({ code: 'MOVE_REFUSED' })
    expect((await claimRow(waiting.claimId)).firstPublishedAt).toBeNull()
  })

  test('only the exact revision that was submitted is approved', async () => {
    const { id, revision } = await submitted()
    await expect(approveVerdict(ben, { id, revision: revision - 1 })).rejects.toMatchObject({ code: 'STALE' })
    await expect(approveVerdict(ben, { id, revision: revision + 1 })).rejects.toMatchObject({ code: 'STALE' })
  })

  test('a statement that changed after submission is not approved; evidence cannot change meanwhile', async () => {
    const { id, revision, claimId, ...claim } = await submitted()
    await expect(cite({ claimId, ...claim })).rejects.toMatchObject({ code: 'MOVE_REFUSED' })
    const { revision: claimRevision, shortForm, kind, speakerId } = await claimRow(claimId)
    const statement = 'The harbour has another number of berths.'
    await updateClaim(ben, { id: claimId, revision: claimRevision, statement, shortForm, kind, speakerId })
    await expect(approveVerdict(dora, { id, revision })).rejects.toMatchObject({
      code: 'MOVE_REFUSED',
      text: expect.stringContaining('changed after this was submitted'),
    })
    await takeBackVerdict(ada, { id })
    await submitVerdict(ada, { id, revision })
    await approveVerdict(dora, { id, revision })
    expect((await getCurrentVerdict(claimId))?.claim.statement).toBe(statement)
  })

  test('PostgreSQL refuses it too, also to the owner of the tables', async () => {
    const { id } = await submitted()
    const publish = (more: string) =>
      asOwner(`UPDATE verdict SET state = 'published', published_at = now(), frozen = '{}', ${more} WHERE id = '${id}'`)
    await expect(publish(`approver_id = '${people.ada.id}'`)).rejects.toThrow(/two_people|saved it too/)
    await asOwner(
      `INSERT INTO verdict_save (id, verdict_id, revision, saved_by_id, saved_at, content)
       VALUES ('${newId()}', '${id}', 99, '${people.ben.id}', now(), '{}')`,
    )
    await expect(publish(`approver_id = '${people.ben.id}'`)).rejects.toThrow(/saved it too/)
    const { id: settingId } = await requireSettings()
    await expect(publish(`approver_id = '${people.ada.id}', solo_setting_id = '${settingId}'`)).rejects.toThrow(
      /one-person desk/,
    )
    await expect(publish(`approver_id = '${people.dora.id}', submitted_revision = 1`)).rejects.toThrow(/exact_revision/)
  })

  test('a one-person desk may, and the row names the setting', async () => {
    const before = await requireSettings()
    const switchSolo = async (isSolo: boolean) => {
      const { version, ...settings } = await requireSettings()
      await changeSettings(people.cleo.ctx(), { expectedVersion: version, ...SettingInput.parse(settings), isSolo })
    }
    await switchSolo(true)
    const claim = await freshClaim()
    await cite(claim, dora)
    const { id } = await startVerdict(dora, { claimId: claim.claimId })
    await saveVerdict(dora, { id, revision: 1, ...content() })
    await submitVerdict(dora, { id, revision: 2 })
    expect((await getWorkspace(dora, claim.claimId))?.moves.approve).toEqual({ isAllowed: true, isSolo: true })
    await approveVerdict(dora, { id, revision: 2 })
    const solo = await requireSettings()
    expect(await verdictRow(id)).toMatchObject({ approverId: people.dora.id, soloSettingId: solo.id })
    expect(solo.id).not.toBe(before.id)
    expect((await getCurrentVerdict(claim.claimId))?.isSolo).toBe(true)
    const two = await published()
    expect((await verdictRow(two.id)).soloSettingId).toBeNull()
    await switchSolo(false)
  })
})
