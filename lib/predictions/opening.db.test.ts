import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { listHistory } from '@/lib/audit/queries'
import { updateClaim } from '@/lib/claims/commands'
import { contextOf, systemActor } from '@/lib/core/context'
import { db, disconnect } from '@/lib/platform/db'
import { asOwner } from '@/lib/testing/owner'
import { makeClaim, makeNewsroom, makePerson, makePublisher, makeSpeaker, NOON } from '@/lib/testing/predictions'
import {
  addClarification,
  approveOpening,
  proposePrediction,
  savePrediction,
  sendBackPrediction,
} from './commands/opening'
import { canApprovePredictions } from './policy'
import { getPublicPrediction } from './queries/public'
import { getPredictionWorkspace } from './queries/workspace'
import type { PredictionContent } from './schema'

let publisherId: string
let reviewer: Awaited<ReturnType<typeof makePerson>>
let editor: Awaited<ReturnType<typeof makePerson>>
let secondEditor: Awaited<ReturnType<typeof makePerson>>

beforeAll(async () => {
  await makeNewsroom()
  publisherId = await makePublisher('Harbour Post')
  reviewer = await makePerson('Rosa', ['reviewer'])
  editor = await makePerson('Edda', ['editor'])
  secondEditor = await makePerson('Emil', ['editor', 'admin'])
})
afterAll(disconnect)

const content: PredictionContent = {
  saidOn: '2026-02-07',
  window: { from: '2026-07-01', to: '2026-12-31' },
  windowWords: 'in the latter half of the year',
  windowBasis: 'stated',
  graceDays: 7,
  criteria: 'The ferry line carries passengers.',
  certaintyWords: 'is expected to',
  isNegated: false,
  conditionWords: null,
  comparator: null,
  targetValue: null,
  targetUnit: null,
  tolerance: null,
  vagueReason: null,
}

const newClaim = (change: Partial<Parameters<typeof makeClaim>[0]> = {}) =>
  makeClaim({
    statement: 'The ferry line will open later this year',
    publisherId,
    publishedOn: '2026-02-07',
    ...change,
  })

async function proposed(change: Partial<PredictionContent> = {}) {
  const claimId = await newClaim()
  const saved = await savePrediction(reviewer, { claimId, revision: null, content: { ...content, ...change } })
  await proposePrediction(reviewer, saved)
  return { claimId, ...saved }
}

const stored = (id: string) => db().prediction.findUniqueOrThrow({ where: { id } })

describe('saving', () => {
  test('the first save makes the row, with the probability of its words and the settings they were read under', async () => {
    const speakerId = await makeSpeaker('Ingrid Holm')
    const claimId = await newClaim({ speakerId })
    const { id, revision } = await savePrediction(reviewer, { claimId, revision: null, content })
    expect(revision).toBe(1)
    const row = await stored(id)
    expect(row).toMatchObject({ state: 'draft', dueFrom: '2026-07-01', speakerId, authorId: reviewer.actor.id })
    expect(row.certainty?.toNumber()).toBe(0.8)
    expect(await db().predictionSave.count({ where: { predictionId: id } })).toBe(1)
  })

  test('unlisted words have no probability', async () => {
    const claimId = await newClaim()
    const { id } = await savePrediction(reviewer, {
      claimId,
      revision: null,
      content: { ...content, certaintyWords: 'is bound to' },
    })
    expect((await stored(id)).certainty).toBeNull()
  })

  test('numbers are kept exactly', async () => {
    const claimId = await newClaim()
    const { id } = await savePrediction(reviewer, {
      claimId,
      revision: null,
      content: { ...content, comparator: 'at_least', targetValue: '550000000000.000000000001', tolerance: '0.1' },
    })
    expect((await stored(id)).targetValue?.toFixed()).toBe('550000000000.000000000001')
  })

  test('the second of two gets a conflict with the other text, and loses nothing of the first', async () => {
    const claimId = await newClaim()
    const first = await savePrediction(reviewer, { claimId, revision: null, content })
    const mine = { ...content, criteria: 'Mine.' }
    await expect(savePrediction(editor, { claimId, revision: null, content: mine })).rejects.toMatchObject({
      code: 'STALE',
      details: { revision: 1, theirs: { criteria: content.criteria, window: content.window } },
    })
    await savePrediction(editor, { claimId, revision: first.revision, content: mine })
    await expect(savePrediction(reviewer, { claimId, revision: 1, content })).rejects.toMatchObject({ code: 'STALE' })
    expect((await stored(first.id)).criteria).toBe('Mine.')
  })

  test('twenty first saves at once make one row', async () => {
    const claimId = await newClaim()
    const results = await Promise.allSettled(
      Array.from({ length: 20 }, () => savePrediction(reviewer, { claimId, revision: null, content })),
    )
    expect(results.filter((r) => r.status === 'fulfilled')).toHaveLength(1)
    expect(await db().prediction.count({ where: { claimId } })).toBe(1)
  })

  test.each([
    ['a window that ends before it begins', { window: { from: '2026-12-31', to: '2026-07-01' } }, 'window'],
    ['a day that does not exist', { window: { from: '2026-02-30', to: '2026-07-01' } }, 'window'],
    ['a window that begins before it was said', { window: { from: '2026-02-06', to: '2026-07-01' } }, 'window'],
    ['a comparison without a value', { comparator: 'equal' as const }, 'targetValue'],
    ['a value that is no number', { comparator: 'equal' as const, targetValue: '3,3' }, 'targetValue'],
    ['a negative tolerance', { tolerance: '-1' }, 'tolerance'],
  ])('refuses %s at its field', async (_, change, field) => {
    const claimId = await newClaim()
    const saving = savePrediction(reviewer, { claimId, revision: null, content: { ...content, ...change } })
    const error = await saving.then(
      () => null,
      (e: unknown) => e,
    )
    expect(error).toMatchObject({
      issues: expect.arrayContaining([expect.objectContaining({ path: expect.arrayContaining([field]) })]),
    })
    expect(await db().prediction.count({ where: { claimId } })).toBe(0)
  })

  test('refuses a day on which it was said that has not come yet', async () => {
    const claimId = await newClaim()
    const future = { ...content, saidOn: '2026-06-02' }
    await expect(savePrediction(reviewer, { claimId, revision: null, content: future })).rejects.toMatchObject({
      fields: { saidOn: expect.stringContaining('not come yet') },
    })
  })

  test('refuses claims of another kind, admins without an editorial role, processes, and unknown claims', async () => {
    const statistic = await newClaim({ kind: 'statistic' })
    await expect(savePrediction(reviewer, { claimId: statistic, revision: null, content })).rejects.toMatchObject({
      code: 'MOVE_REFUSED',
    })
    const claimId = await newClaim()
    const admin = await makePerson('Ada', ['admin'])
    await expect(savePrediction(admin, { claimId, revision: null, content })).rejects.toMatchObject({
      code: 'FORBIDDEN',
    })
    const robot = contextOf(systemActor('test', ['editor']), NOON)
    await expect(savePrediction(robot, { claimId, revision: null, content })).rejects.toMatchObject({
      code: 'FORBIDDEN',
    })
    await expect(savePrediction(reviewer, { claimId: publisherId, revision: null, content })).rejects.toMatchObject({
      code: 'NOT_FOUND',
    })
  })
})

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
