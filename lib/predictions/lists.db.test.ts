import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { newId } from '@/lib/core/ids'
import { db, disconnect } from '@/lib/platform/db'
import { makeClaim, makePerson, makePublisher, NOON } from '@/lib/testing/predictions'
import { base, editor, opened, openRecordDesk, type Person, resolved, reviewer, TODAY } from '@/lib/testing/records'
import { proposePrediction, savePrediction } from './commands/opening'
import { undoOutcome } from './commands/outcome-approval'
import { listLinkedPredictions } from './queries/linked'
import { loadListedPredictions } from './queries/list'
import { getOutcome, listOutcomes } from './queries/outcomes'
import { getPublicPrediction } from './queries/public'
import { findResolvable, listResolvable, suggestResolvable } from './queries/suggestions'
import { getPredictionWorkspace } from './queries/workspace'

beforeAll(openRecordDesk)
afterAll(disconnect)

describe('linked predictions', () => {
  test('three that narrow each other share one timeline, are suggested together and resolved by one outcome', async () => {
    const half = await opened({ statement: 'The king will come in the second half of the year' })
    const arranging = await makeClaim({
      statement: 'Officials arrange for the king to come',
      publisherId: await makePublisher('Quay Daily'),
      publishedOn: '2025-08-20',
    })
    const exact = await opened(
      { statement: 'The king will come from October 27 to 29', publishedOn: '2025-10-02' },
      { saidOn: '2025-10-02', window: { from: '2025-10-27', to: '2025-10-29' } },
    )
    await link(arranging, half.claimId)
    await link(exact.claimId, arranging)
    const desk = await listLinkedPredictions(half.claimId, { onlyPublic: false })
    expect(desk.map((item) => item.relation)).toEqual([null, 'narrows', null])
    expect(desk.map((item) => item.isThis)).toEqual([true, false, false])
    expect(desk.map((item) => item.saidOn)).toEqual(['2025-02-07', '2025-08-20', '2025-10-02'])
    expect(await suggestResolvable(editor, [half.id])).toMatchObject([
      { predictionId: exact.id, reason: 'linked with one that you chose' },
    ])
    expect(await findResolvable(editor, 'king OCTOBER')).toMatchObject([{ predictionId: exact.id }])
    expect(await findResolvable(editor, '100%_')).toEqual([])
    expect(await listResolvable(editor, [half.id, exact.id])).toHaveLength(2)
    const outcomeId = await resolved([half, exact], '2025-10-27')
    // what is a draft joins nothing for readers
    expect(await listLinkedPredictions(half.claimId, { onlyPublic: true })).toMatchObject([{ isThis: true }])
    await link(exact.claimId, half.claimId)
    const open = await listLinkedPredictions(half.claimId, { onlyPublic: true })
    expect(open.map((item) => item.resolution)).toEqual(['came_true', 'came_true'])
    expect(open[1]?.outcome).toEqual({ from: '2025-10-27', to: '2025-10-27' })
    const shown = await getPublicPrediction(half.claimId)
    expect(shown).toMatchObject({
      resolution: { kind: 'came_true' },
      outcome: { statement: 'What happened', sources: [{ title: 'A letter' }] },
      linked: [{ isThis: true }, { isThis: false }],
    })
    await undoOutcome(editor, { id: outcomeId, reason: 'Another king.' })
    expect(await getPublicPrediction(half.claimId)).toMatchObject({
      resolution: null,
      outcome: null,
      undone: [{ reason: 'Another king.' }],
    })
    expect(await getPublicPrediction(arranging)).toBeNull()
  })

  const link = (fromClaimId: string, toClaimId: string) =>
    db().claimLink.create({ data: { id: newId(), fromClaimId, toClaimId, kind: 'narrows', createdAt: NOON } })
})

describe('the pages of one prediction and one outcome', () => {
  test('a new one is filled in with what the extractor found', async () => {
    const claimId = await makeClaim({
      statement: 'The tunnel is set to open in May',
      publisherId: await makePublisher('Quay Daily'),
      publishedOn: '2026-01-02',
      certaintyWords: 'set to',
      due: { from: '2026-05-01', to: '2026-05-31', words: 'in May' },
    })
    expect(await getPredictionWorkspace(reviewer, claimId)).toMatchObject({
      prediction: null,
      content: { saidOn: '2026-01-02', windowWords: 'in May', windowBasis: 'stated', certaintyWords: 'set to' },
      certainty: 0.9,
      saidAt: [{ publisherName: 'Quay Daily', quote: 'The tunnel is set to open in May' }],
      may: { write: true, approve: { allowed: false } },
    })
  })

  test('says who may approve and why not', async () => {
    const claimId = await makeClaim({
      statement: 'A mole',
      publisherId: await makePublisher('Q'),
      publishedOn: '2025-02-07',
    })
    const saved = await savePrediction(editor, { claimId, revision: null, content: base })
    await proposePrediction(editor, saved)
    const asked = async (who: Person) => (await getPredictionWorkspace(who, claimId))?.may.approve
    expect(await asked(editor)).toEqual({ allowed: false, why: expect.stringContaining('second person') })
    expect(await asked(reviewer)).toEqual({ allowed: false, why: 'Approving takes an editor.' })
    expect(await asked(await makePerson('Emil', ['editor']))).toEqual({
      ...{ allowed: true, why: null, usesSolo: false },
    })
  })

  test('an outcome shows its predictions with their rules, and is listed', async () => {
    const made = await opened({})
    const id = await resolved([made], '2026-01-05')
    const outcome = await getOutcome(editor, id)
    expect(outcome).toMatchObject({
      state: 'approved',
      links: [{ resolution: 'late', rule: expect.stringContaining('after its window'), isResolvedElsewhere: false }],
      approved: { byName: 'Edda', isSolo: false },
      may: { write: false, undo: true },
    })
    expect((await listOutcomes(editor, { state: 'approved' })).items[0]).toMatchObject({ id, links: 1 })
  })

  test('readers see nothing of the desk', async () => {
    const reader = { ...reviewer, actor: { kind: 'anonymous', id: null, name: 'reader', roles: [] } as const }
    for (const asked of [
      () => loadListedPredictions(reader, [newId()], TODAY),
      () => getPredictionWorkspace(reader, newId()),
      () => listOutcomes(reader, {}),
      () => getOutcome(reader, newId()),
      () => findResolvable(reader, 'x'),
      () => suggestResolvable(reader, [newId()]),
    ])
      await expect(asked()).rejects.toMatchObject({ code: 'NOT_FOUND' })
  })
})
