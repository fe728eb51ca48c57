import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { db, disconnect } from '@/lib/platform/db'
import { content, editor, newClaim, openOpeningDesk, proposed, reviewer } from '@/lib/testing/openings'
import { asOwner } from '@/lib/testing/owner'
import { NOON } from '@/lib/testing/predictions'
import { addClarification, approveOpening, savePrediction } from './commands/opening'
import { canApprovePredictions } from './policy'

beforeAll(openOpeningDesk)
afterAll(disconnect)

describe('PostgreSQL holds it too', () => {
  const opened = async () => {
    const made = await proposed()
    await approveOpening(editor, made)
    return made
  }

  test.each([
    ['its criteria', `criteria = 'Other.'`],
    ['its window', `due_to = '2027-12-31'`],
    ['its certainty', `certainty = 0.1`],
    ['its grace', `grace_days = 300`],
    ['its state', `state = 'draft', frozen_at = NULL, approver_id = NULL`],
    ['the day on which it was said', `said_on = '2026-01-01'`],
  ])('an opened prediction keeps %s', async (_, change) => {
    const { id } = await opened()
    await expect(asOwner(`UPDATE prediction SET ${change} WHERE id = '${id}'`)).rejects.toThrow(
      /is opened: it is frozen/,
    )
  })

  test.each(['prediction', 'prediction_save', 'clarification'])(
    'not even the owner deletes a row of %s',
    async (table) => {
      const { id } = await opened()
      await addClarification(editor, { predictionId: id, text: 'Stays.' })
      const column = table === 'prediction' ? 'id' : 'prediction_id'
      await expect(asOwner(`DELETE FROM ${table} WHERE ${column} = '${id}'`)).rejects.toThrow(/DELETE on .* is refused/)
    },
  )

  test.each(['prediction', 'prediction_save', 'clarification', 'resolution', 'outcome', 'outcome_link', 'judgement'])(
    'not even the owner truncates %s',
    async (table) => {
      await expect(asOwner(`TRUNCATE ${table} CASCADE`)).rejects.toThrow(/TRUNCATE on .* is refused/)
    },
  )

  const frozen = (approverId: string) => ({ state: 'opened' as const, frozenAt: NOON, approverId })

  test('author, proposer and savers cannot be its approver', async () => {
    const own = await proposed()
    await expect(db().prediction.update({ where: { id: own.id }, data: frozen(reviewer.actor.id) })).rejects.toThrow(
      /prediction_(two_people|approver_not_proposer)|saved it too/,
    )
    const claimId = await newClaim()
    const first = await savePrediction(reviewer, { claimId, revision: null, content })
    await savePrediction(editor, { claimId, revision: first.revision, content })
    await expect(db().prediction.update({ where: { id: first.id }, data: frozen(editor.actor.id) })).rejects.toThrow(
      /saved it too/,
    )
  })

  test('a setting that does not say so makes no one-person desk', async () => {
    const { id } = await proposed()
    const { id: settingId } = await db().setting.findFirstOrThrow({ where: { isSolo: false } })
    const data = { ...frozen(reviewer.actor.id), soloSettingId: settingId }
    await expect(db().prediction.update({ where: { id }, data })).rejects.toThrow(/one-person desk/)
  })

  test.each([
    ['ends before it begins', { dueFrom: '2026-08-01', dueTo: '2026-07-01' }, /prediction_due_ordered/],
    ['has one end only', { dueTo: null }, /prediction_due_ordered/],
    ['begins before it was said', { dueFrom: '2026-02-01' }, /prediction_due_not_before_said/],
    ['has a day that does not exist', { dueTo: '2026-02-31' }, /prediction_due_(days|ordered)/],
  ])('no window that %s', async (_, data, refusal) => {
    const { id } = await proposed()
    await expect(db().prediction.update({ where: { id }, data })).rejects.toThrow(refusal)
  })

  test('nothing is opened without criteria', async () => {
    const { id } = await proposed()
    await expect(
      db().prediction.update({ where: { id }, data: { ...frozen(editor.actor.id), criteria: ' ' } }),
    ).rejects.toThrow(/prediction_opened_whole/)
  })
})

test('who may approve is asked of the policy, not of the page', () => {
  expect(canApprovePredictions(reviewer.actor)).toBe(false)
  expect(canApprovePredictions(editor.actor)).toBe(true)
})
