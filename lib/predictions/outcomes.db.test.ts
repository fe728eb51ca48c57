import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { listHistory, verifyLedger } from '@/lib/audit/queries'
import { newId } from '@/lib/core/ids'
import { updateSource } from '@/lib/evidence/commands'
import { db, disconnect } from '@/lib/platform/db'
import { asOwner } from '@/lib/testing/owner'
import { makeClaim, makeNewsroom, makePerson, makePublisher } from '@/lib/testing/predictions'
import { approveJudgement, proposeJudgement, refuseJudgement, undoResolution } from './commands/judgements'
import { approveOpening, proposePrediction, savePrediction } from './commands/opening'
import { approveOutcome, undoOutcome } from './commands/outcome-approval'
import { dropOutcome, linkPredictions, saveOutcome, sendBackOutcome, submitOutcome } from './commands/outcomes'
import { getOutcome, listOutcomes } from './queries/outcomes'
import { getPublicPrediction } from './queries/public'
import type { OutcomeContent, PredictionContent } from './schema'

type Person = Awaited<ReturnType<typeof makePerson>>
let publisherId: string
let reviewer: Person
let editor: Person
let secondEditor: Person

beforeAll(async () => {
  await makeNewsroom()
  publisherId = await makePublisher('Harbour Post')
  reviewer = await makePerson('Rosa', ['reviewer'])
  editor = await makePerson('Edda', ['editor'])
  secondEditor = await makePerson('Emil', ['editor'])
})
afterAll(disconnect)

const prediction: PredictionContent = {
  saidOn: '2025-02-07',
  window: { from: '2025-07-01', to: '2025-12-31' },
  windowWords: 'in the latter half of 2025',
  windowBasis: 'stated',
  graceDays: 0,
  criteria: 'The minister arrives at the port.',
  certaintyWords: 'will',
  isNegated: false,
  conditionWords: null,
  comparator: null,
  targetValue: null,
  targetUnit: null,
  tolerance: null,
  vagueReason: null,
}

/** An opened prediction, due in the second half of 2025. */
async function opened(change: Partial<PredictionContent> = {}): Promise<string> {
  const claimId = await makeClaim({
    statement: 'The minister will visit the port',
    publisherId,
    publishedOn: '2025-02-07',
  })
  const saved = await savePrediction(reviewer, { claimId, revision: null, content: { ...prediction, ...change } })
  await proposePrediction(reviewer, saved)
  await approveOpening(editor, saved)
  return saved.id
}

const source = {
  url: 'https://harbour.example/visit',
  title: 'The visit in pictures',
  publisherName: 'Harbour Post',
  publishedOn: '2025-10-27',
  excerpt: 'The minister stepped off the boat on Monday.',
}
const content: OutcomeContent = {
  statement: 'The minister visited the port',
  hasHappened: true,
  days: { from: '2025-10-27', to: '2025-10-29', precision: 'day' },
  value: null,
  unit: null,
  note: null,
  sources: [source],
}

type Link = {
  predictionId: string
  resolution?: 'partly' | 'void' | 'did_not_happen' | null
  overrideReason?: string | null
}

async function recorded(links: Link[], change: Partial<OutcomeContent> = {}) {
  const first = await saveOutcome(reviewer, { id: null, revision: null, content: { ...content, ...change } })
  return linkPredictions(reviewer, { ...first, links })
}
async function submitted(links: Link[], change: Partial<OutcomeContent> = {}) {
  const saved = await recorded(links, change)
  await submitOutcome(reviewer, saved)
  return saved
}

const resolutionOf = async (id: string) =>
  (await db().prediction.findUniqueOrThrow({ where: { id }, include: { currentResolution: true } })).currentResolution

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
    const outcome = await submitted([{ predictionId: reached }, { predictionId: missed }], {
      value: '54000',
      unit: 'people',
    })
    await approveOutcome(editor, outcome)
    expect((await resolutionOf(reached))?.kind).toBe('came_true')
    expect((await resolutionOf(missed))?.kind).toBe('did_not_happen')
  })
})

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

describe('two people', () => {
  test('nobody who wrote, linked or submitted it approves it', async () => {
    const id = await opened()
    const first = await saveOutcome(editor, { id: null, revision: null, content })
    const linked = await linkPredictions(secondEditor, { ...first, links: [{ predictionId: id }] })
    await submitOutcome(reviewer, linked)
    await expect(approveOutcome(editor, linked)).rejects.toMatchObject({ code: 'SAME_PERSON' })
    await expect(approveOutcome(secondEditor, linked)).rejects.toMatchObject({ code: 'SAME_PERSON' })
    await expect(approveOutcome(reviewer, linked)).rejects.toMatchObject({ code: 'FORBIDDEN' })
    expect(await resolutionOf(id)).toBeNull()
  })

  test('an edit takes the submission back, and the old revision is not approved', async () => {
    const outcome = await submitted([{ predictionId: await opened() }])
    const edited = await saveOutcome(reviewer, { ...outcome, content: { ...content, note: 'More.' } })
    await expect(approveOutcome(editor, outcome)).rejects.toMatchObject({ code: 'MOVE_REFUSED' })
    await submitOutcome(reviewer, edited)
    await expect(approveOutcome(editor, outcome)).rejects.toMatchObject({ code: 'STALE' })
  })

  test('at a one-person desk every row names the setting', async () => {
    const id = await opened()
    const soloId = await makeNewsroom({ isSolo: true })
    const first = await saveOutcome(editor, { id: null, revision: null, content })
    const linked = await linkPredictions(editor, { ...first, links: [{ predictionId: id }] })
    await submitOutcome(editor, linked)
    await approveOutcome(editor, linked)
    await makeNewsroom()
    expect(await resolutionOf(id)).toMatchObject({ soloSettingId: soloId, approverId: editor.actor.id })
  })

  test('two outcomes for one prediction, approved at once: one resolves it, the other is told', async () => {
    const id = await opened()
    const [a, b] = [await submitted([{ predictionId: id }]), await submitted([{ predictionId: id }])]
    const results = await Promise.allSettled([approveOutcome(editor, a), approveOutcome(secondEditor, b)])
    const refused = results.find((result) => result.status === 'rejected')
    expect(results.filter((result) => result.status === 'fulfilled')).toHaveLength(1)
    expect(refused?.reason).toMatchObject({ code: 'MOVE_REFUSED', text: expect.stringContaining('resolved already') })
    expect(await db().resolution.count({ where: { predictionId: id } })).toBe(1)
    const states = await db().outcome.findMany({ where: { id: { in: [a.id, b.id] } }, select: { state: true } })
    expect(states.map((row) => row.state).sort()).toEqual(['approved', 'submitted'])
  })

  test('outcomes over the same predictions in another order do not block each other', async () => {
    const [x, y] = [await opened(), await opened()]
    const a = await submitted([{ predictionId: x }, { predictionId: y }])
    const b = await submitted([{ predictionId: y }, { predictionId: x }])
    const results = await Promise.allSettled([approveOutcome(editor, a), approveOutcome(secondEditor, b)])
    expect(results.map((result) => result.status).sort()).toEqual(['fulfilled', 'rejected'])
    expect((await resolutionOf(x))?.outcomeId).toBe((await resolutionOf(y))?.outcomeId)
  })
})

describe('void and too vague, without an outcome', () => {
  test('proposed by one person, approved by another; undone with a reason', async () => {
    const id = await opened({ conditionWords: 'if the treaty is signed' })
    const { id: judgementId } = await proposeJudgement(editor, {
      predictionId: id,
      kind: 'void',
      reason: 'It was not signed.',
    })
    await expect(proposeJudgement(reviewer, { predictionId: id, kind: 'void', reason: 'Same.' })).rejects.toMatchObject(
      { code: 'ALREADY_EXISTS' },
    )
    await expect(approveJudgement(editor, { judgementId })).rejects.toMatchObject({ code: 'SAME_PERSON' })
    await expect(approveJudgement(reviewer, { judgementId })).rejects.toMatchObject({ code: 'FORBIDDEN' })
    expect(await resolutionOf(id)).toBeNull()
    await approveJudgement(secondEditor, { judgementId })
    expect(await resolutionOf(id)).toMatchObject({ kind: 'void', outcomeId: null, authorId: editor.actor.id })
    await expect(approveJudgement(secondEditor, { judgementId })).rejects.toMatchObject({ code: 'MOVE_REFUSED' })
    await undoResolution(editor, { predictionId: id, reason: 'It was signed later.' })
    expect(await resolutionOf(id)).toBeNull()
    await expect(undoResolution(editor, { predictionId: id, reason: 'Again.' })).rejects.toMatchObject({
      code: 'MOVE_REFUSED',
    })
  })

  test('refused with a reason, another may be proposed', async () => {
    const id = await opened()
    const { id: judgementId } = await proposeJudgement(reviewer, {
      predictionId: id,
      kind: 'too_vague',
      reason: 'Which port?',
    })
    await refuseJudgement(editor, { judgementId, reason: 'There is only one.' })
    expect(await db().judgement.findUniqueOrThrow({ where: { id: judgementId } })).toMatchObject({
      refusedById: editor.actor.id,
      refusedReason: 'There is only one.',
    })
    await proposeJudgement(reviewer, { predictionId: id, kind: 'void', reason: 'It was cancelled for war.' })
    expect(await resolutionOf(id)).toBeNull()
  })

  test('what an outcome resolved is undone with its outcome only', async () => {
    const id = await opened()
    await approveOutcome(editor, await submitted([{ predictionId: id }]))
    await expect(undoResolution(editor, { predictionId: id, reason: 'No.' })).rejects.toMatchObject({
      code: 'MOVE_REFUSED',
    })
    await expect(proposeJudgement(editor, { predictionId: id, kind: 'void', reason: 'No.' })).rejects.toMatchObject({
      code: 'MOVE_REFUSED',
    })
  })
})

describe('PostgreSQL holds it too', () => {
  const approved = async () => {
    const predictionId = await opened()
    const outcome = await submitted([{ predictionId }])
    await approveOutcome(editor, outcome)
    return { ...outcome, predictionId }
  }

  test.each([
    ['its statement', `statement = 'Other'`],
    ['its days', `first_on = '2025-10-28'`],
    ['its approver', `approver_id = author_id`],
    ['its state, but for undone', `state = 'draft', approver_id = NULL, approved_at = NULL`],
  ])('an approved outcome keeps %s', async (_, change) => {
    const { id } = await approved()
    await expect(asOwner(`UPDATE outcome SET ${change} WHERE id = '${id}'`)).rejects.toThrow(/can only be undone/)
  })

  test('it is undone only with who, when and why', async () => {
    const { id } = await approved()
    await expect(asOwner(`UPDATE outcome SET state = 'undone', undone_at = now() WHERE id = '${id}'`)).rejects.toThrow(
      /outcome_undone_whole/,
    )
  })

  test.each([
    ['a link', `DELETE FROM outcome_link WHERE outcome_id = '$id'`],
    ['a changed link', `UPDATE outcome_link SET resolution = 'came_true' WHERE outcome_id = '$id'`],
    ['a source', `DELETE FROM outcome_source WHERE outcome_id = '$id'`],
  ])('what it rests on stays: %s', async (_, sql) => {
    const { id } = await approved()
    await expect(asOwner(sql.replace('$id', id))).rejects.toThrow(/is approved/)
  })

  test('resolutions are neither changed nor deleted', async () => {
    const { predictionId } = await approved()
    const where = `WHERE prediction_id = '${predictionId}'`
    await expect(asOwner(`UPDATE resolution SET kind = 'early' ${where}`)).rejects.toThrow(/is refused/)
    await expect(asOwner(`DELETE FROM resolution ${where}`)).rejects.toThrow(/is refused/)
    await expect(
      asOwner(`UPDATE prediction SET current_resolution_id = NULL WHERE id = '${predictionId}'`),
    ).rejects.toThrow(/last one appended/)
  })

  const insertResolution = (predictionId: string, authorId: string, approverId: string | null, kind = 'came_true') =>
    asOwner(`INSERT INTO resolution (id, prediction_id, kind, reason, author_id, approver_id, created_at) VALUES
      (gen_random_uuid(), '${predictionId}', '${kind}', 'x', '${authorId}', ${approverId ? `'${approverId}'` : 'NULL'}, now())`)

  test('nothing is resolved by one person, or by nobody', async () => {
    const id = await opened()
    const [a, b] = [reviewer.actor.id, editor.actor.id]
    await expect(insertResolution(id, a, a)).rejects.toThrow(/resolution_two_people/)
    await expect(insertResolution(id, a, null)).rejects.toThrow(/resolution_approved/)
    await expect(insertResolution(id, a, b)).resolves.toBeDefined()
  })

  test('only an opened prediction is resolved', async () => {
    const claimId = await makeClaim({ statement: 'The crane will be sold', publisherId, publishedOn: '2025-03-01' })
    const draft = await savePrediction(reviewer, { claimId, revision: null, content: prediction })
    await expect(insertResolution(draft.id, reviewer.actor.id, editor.actor.id)).rejects.toThrow(/not opened/)
  })

  test('an outcome that happened has a day, in order', async () => {
    const saved = await saveOutcome(reviewer, { id: null, revision: null, content })
    const set = (change: string) => asOwner(`UPDATE outcome SET ${change} WHERE id = '${saved.id}'`)
    await expect(set(`first_on = NULL, last_on = NULL`)).rejects.toThrow(/outcome_happened_has_day/)
    await expect(set(`last_on = '2025-10-01'`)).rejects.toThrow(/outcome_days_ordered/)
    await expect(set(`last_on = '2025-10-32'`)).rejects.toThrow(/outcome_days/)
  })

  test('only a draft is dropped, with who, when and why; a dropped one and its list stay', async () => {
    const { id } = await approved()
    const drop = `state = 'dropped', dropped_at = now(), dropped_by_id = author_id, dropped_reason = 'x'`
    await expect(asOwner(`UPDATE outcome SET ${drop} WHERE id = '${id}'`)).rejects.toThrow(/approved|not a draft/)
    const draft = await saveOutcome(reviewer, { id: null, revision: null, content, predictionIds: [await opened()] })
    const set = (change: string) => asOwner(`UPDATE outcome SET ${change} WHERE id = '${draft.id}'`)
    await expect(set(`state = 'dropped'`)).rejects.toThrow(/outcome_dropped_whole/)
    await expect(set(drop.replace(`'x'`, `' '`))).rejects.toThrow(/outcome_dropped_with_reason/)
    await set(drop)
    await expect(set(`state = 'draft'`)).rejects.toThrow(/is dropped/)
    await expect(asOwner(`DELETE FROM outcome_link WHERE outcome_id = '${draft.id}'`)).rejects.toThrow(/is dropped/)
  })

  test('a judgement is decided once, by what it proposed', async () => {
    const id = await opened()
    const { id: judgementId } = await proposeJudgement(editor, { predictionId: id, kind: 'void', reason: 'No treaty.' })
    const set = (change: string) => asOwner(`UPDATE judgement SET ${change} WHERE id = '${judgementId}'`)
    await expect(set(`reason = 'Other'`)).rejects.toThrow(/immutable but for one decision/)
    await expect(asOwner(`DELETE FROM judgement WHERE id = '${judgementId}'`)).rejects.toThrow(/is refused/)
    await insertResolution(id, reviewer.actor.id, secondEditor.actor.id, 'came_true')
    const { id: foreign } = await db().resolution.findFirstOrThrow({ where: { predictionId: id } })
    await expect(set(`resolution_id = '${foreign}'`)).rejects.toThrow(/is not what judgement/)
    await refuseJudgement(editor, { judgementId, reason: 'Taken back.' })
    await expect(set(`refused_reason = 'Other'`)).rejects.toThrow(/immutable but for one decision/)
  })
})
