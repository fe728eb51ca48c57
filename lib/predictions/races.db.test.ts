import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { db, disconnect, pool } from '@/lib/platform/db'
import {
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
import { makeClaim } from '@/lib/testing/predictions'
import { inTurnAt } from '@/lib/testing/waiting'
import { approveJudgement, proposeJudgement } from './commands/judgements'
import { approveOpening, proposePrediction, savePrediction } from './commands/opening'
import { approveOutcome, undoOutcome } from './commands/outcome-approval'
import { linkPredictions } from './commands/outcomes'

/** Two people at the same moment, on two connections: each is held at a row until both wait for it. */

beforeAll(openOutcomeDesk)
afterAll(disconnect)

const told = (results: readonly PromiseSettledResult<unknown>[]) =>
  results.map((one) => (one.status === 'fulfilled' ? 'done' : Reflect.get(one.reason as object, 'code')))
const eventsOf = (entityId: string, type: string) => db().auditEvent.count({ where: { entityId, type } })
const kindsOf = async (predictionId: string) =>
  (await db().resolution.findMany({ where: { predictionId }, orderBy: { id: 'asc' } })).map(({ kind }) => kind)

describe('at the same moment', () => {
  test('two people open a prediction: it is opened once, by the first', async () => {
    const claimId = await makeClaim({ statement: 'The mole will open', publisherId, publishedOn: '2025-02-07' })
    const saved = await savePrediction(reviewer, { claimId, revision: null, content: prediction })
    await proposePrediction(reviewer, saved)
    const results = await inTurnAt({ table: 'prediction', id: saved.id }, [
      () => approveOpening(editor, saved),
      () => approveOpening(secondEditor, saved),
    ])
    expect(told(results)).toEqual(['done', 'MOVE_REFUSED'])
    expect((await db().prediction.findUniqueOrThrow({ where: { id: saved.id } })).approverId).toBe(editor.actor.id)
    expect(await eventsOf(saved.id, 'prediction.opened')).toBe(1)
  })

  test('two people approve an outcome: its prediction is resolved once', async () => {
    const predictionId = await opened()
    const outcome = await submitted([{ predictionId }])
    const results = await inTurnAt({ table: 'outcome', id: outcome.id }, [
      () => approveOutcome(editor, outcome),
      () => approveOutcome(secondEditor, outcome),
    ])
    expect(told(results)).toEqual(['done', 'MOVE_REFUSED'])
    expect(await kindsOf(predictionId)).toEqual(['came_true'])
  })

  test('an outcome is undone and another one of the same prediction approved: that one counts', async () => {
    const predictionId = await opened()
    const [first, second] = [await submitted([{ predictionId }]), await submitted([{ predictionId }])]
    await approveOutcome(editor, first)
    const results = await inTurnAt({ table: 'prediction', id: predictionId }, [
      () => undoOutcome(secondEditor, { id: first.id, reason: 'Another port.' }),
      () => approveOutcome(editor, second),
    ])
    expect(told(results)).toEqual(['done', 'done'])
    expect(await kindsOf(predictionId)).toEqual(['came_true', 'open', 'came_true'])
    expect((await resolutionOf(predictionId))?.outcomeId).toBe(second.id)
  })

  test('another outcome is approved while the first is undone, and comes before that: it is refused, and nothing is half done', async () => {
    const predictionId = await opened()
    const [first, second] = [await submitted([{ predictionId }]), await submitted([{ predictionId }])]
    await approveOutcome(editor, first)
    const results = await inTurnAt({ table: 'prediction', id: predictionId }, [
      () => approveOutcome(editor, second),
      () => undoOutcome(secondEditor, { id: first.id, reason: 'Another port.' }),
    ])
    expect(told(results)).toEqual(['MOVE_REFUSED', 'done'])
    expect(await resolutionOf(predictionId)).toBeNull()
    expect((await db().outcome.findUniqueOrThrow({ where: { id: second.id } })).state).toBe('submitted')
  })

  test('an outcome is undone twice: once', async () => {
    const predictionId = await opened()
    const outcome = await submitted([{ predictionId }])
    await approveOutcome(editor, outcome)
    const undo = (who: typeof editor) => () => undoOutcome(who, { id: outcome.id, reason: 'Another port.' })
    const results = await inTurnAt({ table: 'outcome', id: outcome.id }, [undo(editor), undo(secondEditor)])
    expect(told(results)).toEqual(['done', 'MOVE_REFUSED'])
    expect(await kindsOf(predictionId)).toEqual(['came_true', 'open'])
  })

  test('a prediction is linked while its outcome is approved: it is not resolved by what nobody approved', async () => {
    const [predictionId, late] = [await opened(), await opened()]
    const outcome = await submitted([{ predictionId }])
    const results = await inTurnAt<unknown>({ table: 'outcome', id: outcome.id }, [
      () => approveOutcome(editor, outcome),
      () => linkPredictions(reviewer, { ...outcome, links: [{ predictionId }, { predictionId: late }] }),
    ])
    expect(told(results)).toEqual(['done', 'MOVE_REFUSED'])
    expect(await resolutionOf(late)).toBeNull()
    expect(await db().outcomeLink.count({ where: { outcomeId: outcome.id } })).toBe(1)
  })

  test('a prediction is linked just before its outcome is approved: the approver sees that it is another one now', async () => {
    const [predictionId, late] = [await opened(), await opened()]
    const outcome = await submitted([{ predictionId }])
    const results = await inTurnAt<unknown>({ table: 'outcome', id: outcome.id }, [
      () => linkPredictions(reviewer, { ...outcome, links: [{ predictionId }, { predictionId: late }] }),
      () => approveOutcome(editor, outcome),
    ])
    expect(told(results)[0]).toBe('done')
    expect(['STALE', 'MOVE_REFUSED']).toContain(told(results)[1])
    expect([await resolutionOf(predictionId), await resolutionOf(late)]).toEqual([null, null])
  })

  test('a link is written past our code while its outcome is approved: the database refuses it', async () => {
    const [predictionId, late] = [await opened(), await opened()]
    const outcome = await submitted([{ predictionId }])
    const other = await recorded([{ predictionId: late }])
    const results = await inTurnAt<unknown>({ table: 'outcome', id: outcome.id }, [
      () => approveOutcome(editor, outcome),
      () =>
        pool().query(
          `INSERT INTO outcome_link SELECT '${outcome.id}', prediction_id, resolution, rule, override_reason FROM outcome_link WHERE outcome_id = '${other.id}'`,
        ),
    ])
    expect(results.map(({ status }) => status)).toEqual(['fulfilled', 'rejected'])
    expect(String(Reflect.get(results[1] ?? {}, 'reason'))).toMatch(/is approved/)
  })

  test('a judgement and an outcome are approved: the prediction has one resolution', async () => {
    const predictionId = await opened()
    const outcome = await submitted([{ predictionId }])
    const judgement = await proposeJudgement(reviewer, { predictionId, kind: 'too_vague', reason: 'Which port?' })
    const results = await inTurnAt({ table: 'prediction', id: predictionId }, [
      () => approveJudgement(editor, { judgementId: judgement.id }),
      () => approveOutcome(secondEditor, outcome),
    ])
    expect(told(results)).toEqual(['done', 'MOVE_REFUSED'])
    expect(await kindsOf(predictionId)).toEqual(['too_vague'])
  })
})
