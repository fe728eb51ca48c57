import { afterAll, beforeAll, describe, expect, test } from 'vitest'
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
  submitted,
} from '@/lib/testing/outcomes'
import { asOwner } from '@/lib/testing/owner'
import { makeClaim, makeNewsroom } from '@/lib/testing/predictions'
import { proposeJudgement, refuseJudgement } from './commands/judgements'
import { savePrediction } from './commands/opening'
import { approveOutcome } from './commands/outcome-approval'
import { linkPredictions, saveOutcome, submitOutcome } from './commands/outcomes'

beforeAll(openOutcomeDesk)
afterAll(disconnect)

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

  test.each(['outcome_link', 'outcome_source'])('nothing is moved into it from a draft: %s', async (table) => {
    const { id } = await approved()
    const draft = await recorded([{ predictionId: await opened() }])
    const move = `UPDATE ${table} SET outcome_id = '${id}' WHERE outcome_id = '${draft.id}'`
    await expect(asOwner(move)).rejects.toThrow(/is approved/)
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
