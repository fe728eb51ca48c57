import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { listHistory, verifyLedger } from '@/lib/audit/queries'
import { newId } from '@/lib/core/ids'
import { updateSource } from '@/lib/evidence/commands'
import { db, disconnect } from '@/lib/platform/db'
import {
  content,
  editor,
  opened,
  openOutcomeDesk,
  recorded,
  resolutionOf,
  reviewer,
  source,
  submitted,
} from '@/lib/testing/outcomes'
import { asOwner } from '@/lib/testing/owner'
import { approveOutcome, undoOutcome } from './commands/outcome-approval'
import { linkPredictions, saveOutcome, submitOutcome } from './commands/outcomes'
import { getOutcome } from './queries/outcomes'
import { getPublicPrediction } from './queries/public'

beforeAll(openOutcomeDesk)
afterAll(disconnect)

describe('one outcome resolves many', () => {
  test('three predictions with nested windows, each by the rule, with the rule in words', async () => {
    const half = await opened()
    const exact = await opened({ window: { from: '2025-10-27', to: '2025-10-29' } })
    const missed = await opened({ window: { from: '2025-08-01', to: '2025-08-31' } })
    const outcome = await submitted([half, exact, missed].map((predictionId) => ({ predictionId })))
    await approveOutcome(editor, outcome)
    expect((await resolutionOf(half))?.kind).toBe('came_true')
    expect((await resolutionOf(exact))?.kind).toBe('came_true')
    expect(await resolutionOf(missed)).toMatchObject({
      kind: 'late',
      reason: 'It began on 27 Oct 2025, after its window Aug 2025.',
      outcomeId: outcome.id,
      authorId: reviewer.actor.id,
      approverId: editor.actor.id,
    })
    const history = await listHistory(editor, 'outcome', outcome.id)
    expect(history.map((event) => event.type)).toEqual([
      'outcome.saved',
      'outcome.linked',
      'outcome.submitted',
      'outcome.approved',
    ])
  })

  test('a first save links its predictions or stores nothing; sent again, also at once, it is one outcome', async () => {
    const id = newId()
    const first = { id, revision: null, content }
    await expect(saveOutcome(reviewer, { ...first, predictionIds: [newId()] })).rejects.toMatchObject({
      code: 'BAD_INPUT',
    })
    expect(await db().outcome.count({ where: { id } })).toBe(0)
    const wanted = { ...first, predictionIds: [await opened()] }
    const saves = await Promise.all([saveOutcome(reviewer, wanted), saveOutcome(reviewer, wanted)])
    const again = await saveOutcome(reviewer, wanted)
    expect([...saves, again]).toEqual(Array(3).fill({ id, revision: 2 }))
    expect(await db().outcomeLink.count({ where: { outcomeId: id } })).toBe(1)
    await expect(
      saveOutcome(editor, { ...first, content: { ...content, statement: 'Another.' } }),
    ).rejects.toMatchObject({ code: 'STALE', details: { theirs: { statement: content.statement } } })
  })

  test('a month that is not over yet is refused, the day in it is not', async () => {
    const june = { from: '2026-06-01', to: '2026-06-30', precision: 'month' as const }
    const saving = (days: typeof june | { from: string; to: string; precision: 'day' }) =>
      saveOutcome(reviewer, { id: null, revision: null, content: { ...content, days } })
    await expect(saving(june)).rejects.toMatchObject({ fields: { days: expect.stringContaining('not over') } })
    expect(await saving({ from: '2026-06-01', to: '2026-06-01', precision: 'day' })).toMatchObject({ revision: 1 })
  })

  test('what it rests on stays as it was approved, whatever becomes of the source', async () => {
    const id = await opened()
    const url = 'https://harbour.example/edited'
    const outcome = await submitted([{ predictionId: id }], { sources: [{ ...source, url }] })
    await approveOutcome(editor, outcome)
    const stored = await db().source.findUniqueOrThrow({ where: { url } })
    await updateSource(reviewer, {
      id: stored.id,
      revision: stored.revision,
      ...{
        title: 'The visit that never was',
        publisherName: 'Another Post',
        kind: 'primary',
        publishedOn: '2025-01-01',
      },
      ...{ retrievedOn: stored.retrievedOn, archiveUrl: null },
    })
    const { claimId } = await db().prediction.findUniqueOrThrow({ where: { id } })
    const shown = { url, title: source.title, publisherName: 'Harbour Post', publishedOn: '2025-10-27' }
    expect((await getPublicPrediction(claimId))?.outcome?.sources).toEqual([{ ...shown, excerpt: source.excerpt }])
    expect((await getOutcome(editor, outcome.id))?.sources).toMatchObject([shown])
    await expect(asOwner(`UPDATE outcome_source SET title = 'x' WHERE outcome_id = '${outcome.id}'`)).rejects.toThrow(
      /is part of it/,
    )
  })

  test('undone with a reason, each prediction is again what it was before', async () => {
    const ids = [await opened(), await opened()]
    const before = await db().prediction.findMany({ where: { id: { in: ids } }, orderBy: { id: 'asc' } })
    const outcome = await submitted(ids.map((predictionId) => ({ predictionId })))
    await approveOutcome(editor, outcome)
    await expect(undoOutcome(reviewer, { id: outcome.id, reason: 'Wrong port.' })).rejects.toMatchObject({
      code: 'FORBIDDEN',
    })
    await expect(undoOutcome(editor, { id: outcome.id, reason: ' ' })).rejects.toThrow()
    await undoOutcome(editor, { id: outcome.id, reason: 'Wrong port.' })
    expect(await db().prediction.findMany({ where: { id: { in: ids } }, orderBy: { id: 'asc' } })).toEqual(before)
    const rows = await db().resolution.findMany({ where: { outcomeId: outcome.id }, orderBy: { id: 'asc' } })
    expect(rows.map((row) => row.kind)).toEqual(['came_true', 'came_true', 'open', 'open'])
    expect(rows[2]).toMatchObject({ reason: 'Wrong port.', authorId: editor.actor.id, approverId: null })
    const history = await listHistory(editor, 'prediction', ids[0] ?? '')
    expect(history.at(-1)).toMatchObject({ type: 'prediction.resolution_undone', isPublic: true })
    await expect(undoOutcome(editor, { id: outcome.id, reason: 'Again.' })).rejects.toMatchObject({
      code: 'MOVE_REFUSED',
    })
    // and it can be resolved by another outcome
    const again = await submitted([{ predictionId: ids[0] ?? '' }])
    await approveOutcome(editor, again)
    expect((await resolutionOf(ids[0] ?? ''))?.outcomeId).toBe(again.id)
    expect((await verifyLedger()).broken).toBeNull()
  })

  test('what did not happen resolves what was due, and leaves the rest to be taken off', async () => {
    const due = await opened()
    const running = await opened({ window: { from: '2025-07-01', to: '2027-12-31' } })
    const never = { hasHappened: false, days: null, statement: 'The minister did not come' }
    const outcome = await recorded([{ predictionId: due }, { predictionId: running }], never)
    await expect(submitOutcome(reviewer, outcome)).rejects.toMatchObject({
      code: 'BAD_INPUT',
      fields: { links: expect.stringContaining('leave a prediction open') },
    })
    const shorter = await linkPredictions(reviewer, { ...outcome, links: [{ predictionId: due }] })
    await submitOutcome(reviewer, shorter)
    await approveOutcome(editor, shorter)
    expect((await resolutionOf(due))?.kind).toBe('did_not_happen')
    expect(await resolutionOf(running)).toBeNull()
  })

  test('a person may choose otherwise than the rule, with a reason', async () => {
    const id = await opened()
    const first = await saveOutcome(reviewer, { id: null, revision: null, content })
    await expect(
      linkPredictions(reviewer, { ...first, links: [{ predictionId: id, resolution: 'partly' }] }),
    ).rejects.toMatchObject({ code: 'BAD_INPUT', fields: { 'links.0.overrideReason': expect.any(String) } })
    const linked = await linkPredictions(reviewer, {
      ...first,
      links: [{ predictionId: id, resolution: 'partly', overrideReason: 'Only the deputy came.' }],
    })
    // a later edit of the days keeps the choice
    const edited = await saveOutcome(reviewer, {
      ...linked,
      content: { ...content, days: { from: '2026-01-05', to: '2026-01-05', precision: 'day' } },
    })
    await submitOutcome(reviewer, edited)
    await approveOutcome(editor, edited)
    expect(await resolutionOf(id)).toMatchObject({
      kind: 'partly',
      reason:
        'Only the deputy came. (Chosen by a person. The rule: It began on 5 Jan 2026, after its window Jul–Dec 2025.)',
    })
  })

  test('numeric predictions resolve by the value', async () => {
    const numeric = { comparator: 'at_least' as const, targetValue: '54000', targetUnit: 'people' }
    const [reached, missed] = [await opened(numeric), await opened({ ...numeric, targetValue: '54000.5' })]
    const links = [{ predictionId: reached }, { predictionId: missed }]
    // a value of October decides nothing about one that may still be reached by the end of the window
    const early = await recorded(links, { value: '54000', unit: 'people' })
    await expect(submitOutcome(reviewer, early)).rejects.toMatchObject({ fields: { links: expect.any(String) } })
    const days = { from: '2025-12-31', to: '2025-12-31', precision: 'day' as const }
    const outcome = await submitted(links, { days, value: '54', unit: 'thousand people' })
    await approveOutcome(editor, outcome)
    expect((await resolutionOf(reached))?.kind).toBe('came_true')
    expect((await resolutionOf(missed))?.kind).toBe('did_not_happen')
  })
})
