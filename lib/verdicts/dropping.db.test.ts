import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { db, disconnect } from '@/lib/platform/db'
import { claimRow, content, openVerdictDesk, type VerdictDesk, verdictRow } from '@/lib/testing/verdict-desk'
import { approveVerdict } from './commands/approval'
import { approveWithdrawal, proposeWithdrawal, startCorrection } from './commands/corrections'
import { dropVerdict, saveVerdict, startVerdict, submitVerdict } from './commands/drafts'
import { listClaimCorrections, listPublishedVersions } from './queries'
import { getWorkspace } from './queries/workspace'

let people: VerdictDesk['people']
let ada: VerdictDesk['ada']
let ben: VerdictDesk['ben']
let dora: VerdictDesk['dora']
let freshClaim: VerdictDesk['freshClaim']
let submitted: VerdictDesk['submitted']
let published: VerdictDesk['published']

beforeAll(async () => {
  ;({ people, ada, ben, dora, freshClaim, submitted, published } = await openVerdictDesk())
})
afterAll(disconnect)

describe('dropping', () => {
  test('a draft that was begun by mistake makes way for another one; what was saved of it stays', async () => {
    const claim = await freshClaim()
    const { id } = await startVerdict(ada, { claimId: claim.claimId })
    await saveVerdict(ada, { id, revision: 1, ...content() })
    await expect(dropVerdict(ada, { id, revision: 1, reason: 'Begun twice.' })).rejects.toMatchObject({ code: 'STALE' })
    await expect(dropVerdict(people.cleo.ctx(), { id, revision: 2, reason: 'x' })).rejects.toMatchObject({
      code: 'FORBIDDEN',
    })
    await dropVerdict(ada, { id, revision: 2, reason: 'Begun twice.' })
    expect(await verdictRow(id)).toMatchObject({
      state: 'dropped',
      droppedReason: 'Begun twice.',
      rating: 'mostly-false',
    })
    expect(await db().verdictSave.count({ where: { verdictId: id } })).toBe(2)
    expect((await claimRow(claim.claimId)).state).toBe('accepted')
    expect(await getWorkspace(ada, claim.claimId)).toMatchObject({ phase: 'accepted', version: null })
    const refused = { code: 'MOVE_REFUSED', text: expect.stringContaining('was dropped') }
    await expect(saveVerdict(ada, { id, revision: 2, ...content({ summary: 'x' }) })).rejects.toMatchObject(refused)
    await expect(dropVerdict(ada, { id, revision: 2, reason: 'x' })).rejects.toMatchObject(refused)
    const next = await startVerdict(ada, { claimId: claim.claimId })
    expect(await verdictRow(next.id)).toMatchObject({ ordinal: 1, summary: '' })
  })

  test('a correction: only an editor, readers see no change, and another can begin', async () => {
    const { claimId, id: first } = await published()
    const { id } = await startCorrection(dora, { claimId, level: 'factual', note: 'The year was wrong.' })
    await expect(dropVerdict(ada, { id, revision: 1, reason: 'x' })).rejects.toMatchObject({ code: 'FORBIDDEN' })
    await dropVerdict(ben, { id, revision: 1, reason: 'The year was right.' })
    expect(await claimRow(claimId)).toMatchObject({ state: 'published', currentVerdictId: first })
    expect(await listClaimCorrections(claimId)).toEqual([])
    const { id: again } = await startCorrection(dora, { claimId, level: 'minor', note: 'A comma was missing.' })
    const next = content({ summary: 'With a comma.', correctionLevel: 'minor', correctionNote: 'A comma was missing.' })
    await saveVerdict(ada, { id: again, revision: 1, ...next })
    await submitVerdict(ada, { id: again, revision: 2 })
    await approveVerdict(ben, { id: again, revision: 2 })
    expect((await listPublishedVersions(claimId)).map(({ ordinal }) => ordinal)).toEqual([2, 1])
  })

  test('a new draft after a withdrawal leaves the verdict withdrawn', async () => {
    const { claimId } = await published()
    const { correctionId } = await proposeWithdrawal(dora, { claimId, note: 'Wrong.' })
    await approveWithdrawal(ben, { correctionId })
    const { id } = await startVerdict(ada, { claimId })
    await dropVerdict(ada, { id, revision: 1, reason: 'Nothing new.' })
    expect(await getWorkspace(ada, claimId)).toMatchObject({ phase: 'withdrawn', claim: { state: 'withdrawn' } })
  })

  test('a submission is taken back first', async () => {
    const { id, revision } = await submitted()
    await expect(dropVerdict(ada, { id, revision, reason: 'x' })).rejects.toMatchObject({ code: 'MOVE_REFUSED' })
  })
})
