import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { listHistory } from '@/lib/audit/queries'
import { db, disconnect } from '@/lib/platform/db'
import {
  content,
  editor,
  opened,
  openOutcomeDesk,
  prediction,
  publisherId,
  recorded,
  resolutionOf,
  reviewer,
  secondEditor,
  source,
  submitted,
} from '@/lib/testing/outcomes'
import { makeClaim, makePerson } from '@/lib/testing/predictions'
import { savePrediction } from './commands/opening'
import { approveOutcome } from './commands/outcome-approval'
import { dropOutcome, linkPredictions, saveOutcome, sendBackOutcome, submitOutcome } from './commands/outcomes'
import { getOutcome, listOutcomes } from './queries/outcomes'
import type { OutcomeContent } from './schema'

beforeAll(openOutcomeDesk)
afterAll(disconnect)

describe('recording', () => {
  test('a day that has not come and one for what did not happen are refused at the field', async () => {
    const save = (change: Partial<OutcomeContent>) =>
      saveOutcome(reviewer, { id: null, revision: null, content: { ...content, ...change } })
    await expect(save({ days: { from: '2026-06-02', to: '2026-06-02', precision: 'day' } })).rejects.toMatchObject({
      fields: { days: expect.stringContaining('not come yet') },
    })
    await expect(save({ hasHappened: false })).rejects.toThrow(/has no day/)
    await expect(save({ days: null })).rejects.toThrow(/on which day/)
    await expect(save({ sources: [{ ...source, url: 'javascript:alert(1)' }] })).rejects.toThrow(/https/)
  })

  test('two outcomes that cite one address share the source', async () => {
    const first = await saveOutcome(reviewer, { id: null, revision: null, content })
    const second = await saveOutcome(editor, { id: null, revision: null, content })
    const rows = await db().outcomeSource.findMany({ where: { outcomeId: { in: [first.id, second.id] } } })
    expect(new Set(rows.map((row) => row.sourceId)).size).toBe(1)
  })

  test('the second of two savers gets a conflict with the other text', async () => {
    const first = await saveOutcome(reviewer, { id: null, revision: null, content })
    await saveOutcome(editor, { ...first, content: { ...content, note: 'Theirs.' } })
    await expect(saveOutcome(reviewer, { ...first, content: { ...content, note: 'Mine.' } })).rejects.toMatchObject({
      code: 'STALE',
      details: { theirs: { note: 'Theirs.', sources: [{ url: source.url }] } },
    })
  })

  test('without a source or a prediction it is not submitted', async () => {
    const bare = await saveOutcome(reviewer, { id: null, revision: null, content: { ...content, sources: [] } })
    await expect(submitOutcome(reviewer, bare)).rejects.toMatchObject({
      fields: { sources: expect.any(String), links: expect.any(String) },
    })
  })

  test('only opened predictions can be linked', async () => {
    const claimId = await makeClaim({ statement: 'The pier will be rebuilt', publisherId, publishedOn: '2025-03-01' })
    const draft = await savePrediction(reviewer, {
      claimId,
      revision: null,
      content: prediction,
    })
    const outcome = await saveOutcome(reviewer, { id: null, revision: null, content })
    await expect(linkPredictions(reviewer, { ...outcome, links: [{ predictionId: draft.id }] })).rejects.toMatchObject({
      fields: { 'links.0.predictionId': expect.stringContaining('not opened') },
    })
  })

  test('sent back with a reason it is a draft again', async () => {
    const outcome = await submitted([{ predictionId: await opened() }])
    await sendBackOutcome(editor, { ...outcome, reason: 'Which boat?' })
    expect(await db().outcome.findUniqueOrThrow({ where: { id: outcome.id } })).toMatchObject({
      state: 'draft',
      sentBackReason: 'Which boat?',
      submittedById: null,
    })
  })
})

describe('dropping a draft', () => {
  test('keeps what was saved, with the reason, and frees its predictions for another outcome', async () => {
    const predictionId = await opened()
    const draft = await recorded([{ predictionId }])
    await expect(dropOutcome(reviewer, { id: draft.id, revision: 1, reason: 'Twice.' })).rejects.toMatchObject({
      code: 'STALE',
    })
    const admin = await makePerson('Alma', ['admin'])
    await expect(dropOutcome(admin, { ...draft, reason: 'Twice.' })).rejects.toMatchObject({ code: 'FORBIDDEN' })
    await dropOutcome(secondEditor, { ...draft, reason: 'Begun twice.' })
    expect(await getOutcome(reviewer, draft.id)).toMatchObject({
      state: 'dropped',
      dropped: { byName: secondEditor.actor.name, reason: 'Begun twice.' },
      links: [{ predictionId }],
      may: { write: false, submit: false, drop: false, undo: false },
    })
    expect((await listHistory(reviewer, 'outcome', draft.id)).at(-1)).toMatchObject({
      type: 'outcome.dropped',
      payload: { revision: draft.revision, reason: 'Begun twice.' },
    })
    await expect(saveOutcome(reviewer, { id: draft.id, revision: draft.revision, content })).rejects.toMatchObject({
      code: 'MOVE_REFUSED',
    })
    expect((await listOutcomes(reviewer, {})).items.map(({ id }) => id)).not.toContain(draft.id)
    expect((await listOutcomes(reviewer, { state: 'dropped' })).items.map(({ id }) => id)).toContain(draft.id)
    const again = await submitted([{ predictionId }])
    await approveOutcome(editor, again)
    expect(await resolutionOf(predictionId)).toMatchObject({ kind: 'came_true', outcomeId: again.id })
  })

  test('is refused once it waits for approval or was approved', async () => {
    const outcome = await submitted([{ predictionId: await opened() }])
    const drop = { ...outcome, reason: 'Too late.' }
    await expect(dropOutcome(reviewer, drop)).rejects.toMatchObject({ code: 'MOVE_REFUSED' })
    await approveOutcome(editor, outcome)
    await expect(dropOutcome(editor, drop)).rejects.toMatchObject({ code: 'MOVE_REFUSED' })
  })
})
