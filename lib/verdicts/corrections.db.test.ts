import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { disconnect } from '@/lib/platform/db'
import { asOwner } from '@/lib/testing/owner'
import { claimRow, content, openVerdictDesk, type VerdictDesk, verdictRow } from '@/lib/testing/verdict-desk'
import { approveVerdict } from './commands/approval'
import { approveWithdrawal, dropWithdrawal, proposeWithdrawal, startCorrection } from './commands/corrections'
import { saveVerdict, startVerdict, submitVerdict } from './commands/drafts'
import { getCurrentVerdict, listClaimCorrections, listCorrections, listPublishedVersions } from './queries'

let ada: VerdictDesk['ada']
let ben: VerdictDesk['ben']
let dora: VerdictDesk['dora']
let published: VerdictDesk['published']

beforeAll(async () => {
  ;({ ada, ben, dora, published } = await openVerdictDesk())
})
afterAll(disconnect)

describe('a correction', () => {
  test('makes a new version with a public note and keeps the old one readable', async () => {
    const { claimId, id: first } = await published()
    await expect(startCorrection(ada, { claimId, level: 'factual', note: 'x' })).rejects.toMatchObject({
      code: 'FORBIDDEN',
    })
    const { id } = await startCorrection(dora, { claimId, level: 'factual', note: 'The year was wrong.' })
    expect(await claimRow(claimId)).toMatchObject({ state: 'published', currentVerdictId: first })
    const next = content({ summary: 'Now right.', correctionLevel: 'minor', correctionNote: 'A figure was wrong.' })
    await saveVerdict(ada, { id, revision: 1, ...next })
    await submitVerdict(ada, { id, revision: 2 })
    await expect(approveVerdict(dora, { id, revision: 2 })).rejects.toMatchObject({ code: 'SAME_PERSON' })
    await approveVerdict(ben, { id, revision: 2 })
    const versions = await listPublishedVersions(claimId)
    expect(versions.map(({ ordinal, isCurrent }) => [ordinal, isCurrent])).toEqual([
      [2, true],
      [1, false],
    ])
    expect(versions[0]?.frozen.correction).toEqual({ level: 'minor', note: 'A figure was wrong.', previousOrdinal: 1 })
    expect(versions[1]?.frozen.summary).toBe('The register lists fewer berths.')
    expect(await listClaimCorrections(claimId)).toMatchObject([
      { level: 'minor', previousOrdinal: 1, ordinal: 2, authorName: 'Dora Lindqvist', approverName: 'Ben Okafor' },
    ])
    await expect(asOwner(`UPDATE correction SET note = 'x' WHERE claim_id = '${claimId}'`)).rejects.toThrow(/immutable/)
  })

  test('keeps its level and note given', async () => {
    const { claimId } = await published()
    const { id } = await startCorrection(dora, { claimId, level: 'factual', note: 'The year was wrong.' })
    await expect(saveVerdict(ada, { id, revision: 1, ...content({ summary: 'x' }) })).rejects.toMatchObject({
      code: 'BAD_INPUT',
      fields: { correctionLevel: expect.any(String), correctionNote: expect.any(String) },
    })
  })
})

describe('a withdrawal', () => {
  test('takes two people; the version stays readable and none is in force', async () => {
    const { claimId } = await published()
    await expect(proposeWithdrawal(ada, { claimId, note: 'x' })).rejects.toMatchObject({ code: 'FORBIDDEN' })
    const { correctionId } = await proposeWithdrawal(dora, { claimId, note: 'The register was forged.' })
    await expect(approveWithdrawal(dora, { correctionId })).rejects.toMatchObject({
      code: 'SAME_PERSON',
      text: 'You proposed this withdrawal, so another editor has to approve.',
    })
    const alone = `UPDATE correction SET state = 'published', published_at = now(), approver_id = author_id WHERE id = '${correctionId}'`
    await expect(asOwner(alone)).rejects.toThrow(/two_people/)
    await approveWithdrawal(ben, { correctionId })
    expect(await claimRow(claimId)).toMatchObject({ state: 'withdrawn', currentVerdictId: null })
    expect(await listPublishedVersions(claimId)).toMatchObject([{ ordinal: 1, isCurrent: false }])
    expect(await listClaimCorrections(claimId)).toMatchObject([
      { level: 'withdrawal', note: 'The register was forged.' },
    ])
    await expect(dropWithdrawal(ben, { correctionId })).rejects.toMatchObject({ code: 'MOVE_REFUSED' })
  })

  test('dropped changes nothing for readers', async () => {
    const { claimId, id } = await published()
    const { correctionId } = await proposeWithdrawal(dora, { claimId, note: 'Maybe.' })
    await expect(startCorrection(ben, { claimId, level: 'minor', note: 'x' })).rejects.toMatchObject({
      code: 'MOVE_REFUSED',
    })
    await dropWithdrawal(ben, { correctionId })
    expect(await claimRow(claimId)).toMatchObject({ state: 'published', currentVerdictId: id })
    expect(await listClaimCorrections(claimId)).toEqual([])
  })

  test('overtakes a correction that was being written; its draft goes on as a new verdict', async () => {
    const { claimId } = await published()
    const { id } = await startCorrection(dora, { claimId, level: 'factual', note: 'The year was wrong.' })
    const { correctionId } = await proposeWithdrawal(dora, { claimId, note: 'All of it was wrong.' })
    await approveWithdrawal(ben, { correctionId })
    await saveVerdict(ada, { id, revision: 1, ...content({ summary: 'Anew.' }) })
    await submitVerdict(ada, { id, revision: 2 })
    await approveVerdict(ben, { id, revision: 2 })
    expect(await claimRow(claimId)).toMatchObject({ state: 'published', currentVerdictId: id })
    expect((await getCurrentVerdict(claimId))?.correction).toBeNull()
  })

  test('may be followed by a new verdict that starts from the last text', async () => {
    const { claimId } = await published()
    const { correctionId } = await proposeWithdrawal(dora, { claimId, note: 'Wrong.' })
    await approveWithdrawal(ben, { correctionId })
    const { id } = await startVerdict(ada, { claimId })
    expect(await verdictRow(id)).toMatchObject({ ordinal: 2, rating: 'mostly-false', state: 'draft' })
    expect((await claimRow(claimId)).state).toBe('withdrawn')
  })
})

test('the public log of corrections is paged by day and id, newest first', async () => {
  const all = await listCorrections({ limit: 100 })
  expect(all.length).toBeGreaterThan(3)
  const first = await listCorrections({ limit: 2 })
  const last = first.at(-1)
  const rest = await listCorrections({ limit: 100, before: last && { id: last.id, publishedAt: last.publishedAt } })
  expect([...first, ...rest].map(({ id }) => id)).toEqual(all.map(({ id }) => id))
})
