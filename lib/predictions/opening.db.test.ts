import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { listHistory } from '@/lib/audit/queries'
import { updateClaim } from '@/lib/claims/commands'
import { db, disconnect } from '@/lib/platform/db'
import {
  content,
  editor,
  newClaim,
  openOpeningDesk,
  proposed,
  reviewer,
  secondEditor,
  stored,
} from '@/lib/testing/openings'
import { makeNewsroom, makeSpeaker, NOON } from '@/lib/testing/predictions'
import {
  addClarification,
  approveOpening,
  proposePrediction,
  savePrediction,
  sendBackPrediction,
} from './commands/opening'
import { getPublicPrediction } from './queries/public'
import { getPredictionWorkspace } from './queries/workspace'

beforeAll(openOpeningDesk)
afterAll(disconnect)

describe('opening', () => {
  test('two people open it: frozen, published, in the log', async () => {
    const { id, claimId, revision } = await proposed()
    await approveOpening(editor, { id, revision })
    expect(await stored(id)).toMatchObject({
      state: 'opened',
      approverId: editor.actor.id,
      soloSettingId: null,
      frozenAt: NOON,
    })
    const claim = await db().claim.findUniqueOrThrow({ where: { id: claimId } })
    expect(claim).toMatchObject({ state: 'published', firstPublishedAt: NOON })
    const history = await listHistory(editor, 'prediction', id)
    expect(history.map((event) => event.type)).toEqual(['prediction.saved', 'prediction.proposed', 'prediction.opened'])
    expect(history.map((event) => event.isPublic)).toEqual([false, false, true])
  })

  test('needs window and criteria, or the reason why it is too vague', async () => {
    const claimId = await newClaim()
    const saved = await savePrediction(reviewer, {
      claimId,
      revision: null,
      content: { ...content, window: null, windowWords: null, criteria: '' },
    })
    await expect(proposePrediction(reviewer, saved)).rejects.toMatchObject({
      code: 'BAD_INPUT',
      fields: { window: expect.any(String), criteria: expect.any(String) },
    })
  })

  test('without a window it is marked too vague by two people: resolved so, and never scored', async () => {
    const { id, revision } = await proposed({
      window: null,
      windowWords: null,
      windowBasis: null,
      criteria: '',
      vagueReason: 'No act is named.',
    })
    await approveOpening(editor, { id, revision })
    const row = await db().prediction.findUniqueOrThrow({ where: { id }, include: { currentResolution: true } })
    expect(row).toMatchObject({
      state: 'too_vague',
      currentResolution: { kind: 'too_vague', authorId: reviewer.actor.id, approverId: editor.actor.id },
    })
  })

  test('nobody who wrote it opens it', async () => {
    const claimId = await newClaim()
    const first = await savePrediction(editor, { claimId, revision: null, content })
    const second = await savePrediction(reviewer, { claimId, revision: first.revision, content })
    await proposePrediction(reviewer, second)
    await expect(approveOpening(editor, second)).rejects.toMatchObject({ code: 'SAME_PERSON' })
    await expect(approveOpening(reviewer, second)).rejects.toMatchObject({ code: 'FORBIDDEN' })
    await approveOpening(secondEditor, second)
  })

  test('a claim that was edited after the proposal is not opened, by nobody, until it is proposed again', async () => {
    const { id, claimId, revision } = await proposed()
    const claim = await db().claim.findUniqueOrThrow({ where: { id: claimId } })
    const edit = { id: claimId, revision: claim.revision, speakerId: null }
    await updateClaim(editor, {
      ...edit,
      statement: 'The ferry line opens in June',
      shortForm: 'June',
      kind: 'prediction',
    })
    for (const approver of [editor, secondEditor])
      await expect(approveOpening(approver, { id, revision })).rejects.toMatchObject({ code: 'STALE' })
    expect((await stored(id)).frozenAt).toBeNull()
    const workspace = await getPredictionWorkspace(secondEditor, claimId)
    expect(workspace?.may.approve).toEqual({ allowed: false, why: expect.stringContaining('changed after') })
    await sendBackPrediction(secondEditor, { id, revision, reason: 'The claim changed.' })
    await proposePrediction(reviewer, { id, revision })
    await expect(approveOpening(editor, { id, revision })).rejects.toMatchObject({
      code: 'SAME_PERSON',
      text: expect.stringContaining('statement'),
    })
    await approveOpening(secondEditor, { id, revision })
  })

  test('a claim that became of another kind is neither proposed nor opened', async () => {
    const { id, claimId, revision } = await proposed()
    const claim = await db().claim.findUniqueOrThrow({ where: { id: claimId } })
    const { statement, shortForm, speakerId } = claim
    await updateClaim(reviewer, {
      id: claimId,
      revision: claim.revision,
      statement,
      shortForm,
      speakerId,
      kind: 'statistic',
    })
    await expect(approveOpening(editor, { id, revision })).rejects.toMatchObject({ code: 'MOVE_REFUSED' })
    await sendBackPrediction(editor, { id, revision, reason: 'No prediction.' })
    await expect(proposePrediction(reviewer, { id, revision })).rejects.toMatchObject({ code: 'MOVE_REFUSED' })
  })

  test('it is the prediction of who said it first, read again when it is proposed; what a person set goes before', async () => {
    const [first, second, third] = [await makeSpeaker('First'), await makeSpeaker('Second'), await makeSpeaker('Third')]
    const claimId = await newClaim({ speakerId: first })
    await db().claim.update({ where: { id: claimId }, data: { speakerId: second } })
    const saved = await savePrediction(reviewer, { claimId, revision: null, content })
    expect((await stored(saved.id)).speakerId).toBe(first)
    await db().occurrence.updateMany({ where: { claimId }, data: { speakerId: null } })
    await proposePrediction(reviewer, saved)
    expect((await stored(saved.id)).speakerId).toBe(second)
    await sendBackPrediction(editor, { ...saved, reason: 'Somebody else said it.' })
    const { revision, statement, shortForm, kind } = await db().claim.findUniqueOrThrow({ where: { id: claimId } })
    await updateClaim(reviewer, { id: claimId, revision, statement, shortForm, kind, speakerId: third })
    await db().occurrence.updateMany({ where: { claimId }, data: { speakerId: first } })
    await proposePrediction(reviewer, saved)
    await approveOpening(editor, saved)
    expect((await stored(saved.id)).speakerId).toBe(third)
    await db().claim.update({ where: { id: claimId }, data: { speakerId: first } })
    expect(await getPublicPrediction(claimId)).toMatchObject({ speaker: { name: 'Third' } })
  })

  test('another revision than the one that was seen is not opened', async () => {
    const { id, claimId, revision } = await proposed()
    const edited = await savePrediction(reviewer, { claimId, revision, content: { ...content, criteria: 'Changed.' } })
    expect((await stored(id)).state).toBe('draft')
    await expect(approveOpening(editor, { id, revision })).rejects.toMatchObject({ code: 'MOVE_REFUSED' })
    await proposePrediction(reviewer, edited)
    await expect(approveOpening(editor, { id, revision })).rejects.toMatchObject({ code: 'STALE' })
  })

  test('sent back with a reason it is a draft again, and proposing clears the reason', async () => {
    const { id, revision } = await proposed()
    await sendBackPrediction(editor, { id, revision, reason: 'Name the harbour.' })
    expect(await stored(id)).toMatchObject({ state: 'draft', sentBackReason: 'Name the harbour.', proposedById: null })
    await proposePrediction(reviewer, { id, revision })
    expect(await stored(id)).toMatchObject({ state: 'proposed', sentBackReason: null })
  })

  test('two approvals at once open it once', async () => {
    const { id, revision } = await proposed()
    const results = await Promise.allSettled([
      approveOpening(editor, { id, revision }),
      approveOpening(secondEditor, { id, revision }),
    ])
    expect(results.map((r) => r.status).sort()).toEqual(['fulfilled', 'rejected'])
  })

  test('an opened prediction only gets dated clarifications', async () => {
    const { id, claimId, revision } = await proposed()
    await expect(addClarification(editor, { predictionId: id, text: 'Early.' })).rejects.toMatchObject({
      code: 'MOVE_REFUSED',
    })
    await approveOpening(editor, { id, revision })
    await expect(savePrediction(reviewer, { claimId, revision, content })).rejects.toMatchObject({
      code: 'MOVE_REFUSED',
    })
    await addClarification(editor, { predictionId: id, text: 'A test voyage does not count.' })
    expect(await db().clarification.findMany({ where: { predictionId: id } })).toMatchObject([
      { text: 'A test voyage does not count.', authorId: editor.actor.id, createdAt: NOON },
    ])
  })

  test('at a one-person desk the row names the setting; back at two people it is refused again', async () => {
    const soloId = await makeNewsroom({ isSolo: true })
    const claimId = await newClaim()
    const own = await savePrediction(editor, { claimId, revision: null, content })
    await proposePrediction(editor, own)
    await approveOpening(editor, own)
    expect(await stored(own.id)).toMatchObject({ state: 'opened', soloSettingId: soloId, approverId: editor.actor.id })
    await makeNewsroom()
    const next = await savePrediction(editor, { claimId: await newClaim(), revision: null, content })
    await proposePrediction(editor, next)
    await expect(approveOpening(editor, next)).rejects.toMatchObject({ code: 'SAME_PERSON' })
  })
})
