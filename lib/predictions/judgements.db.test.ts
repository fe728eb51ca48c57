import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { db, disconnect } from '@/lib/platform/db'
import {
  editor,
  opened,
  openOutcomeDesk,
  resolutionOf,
  reviewer,
  secondEditor,
  submitted,
} from '@/lib/testing/outcomes'
import { approveJudgement, proposeJudgement, refuseJudgement, undoResolution } from './commands/judgements'
import { approveOutcome } from './commands/outcome-approval'

beforeAll(openOutcomeDesk)
afterAll(disconnect)

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
