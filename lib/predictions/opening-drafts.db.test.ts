import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { contextOf, systemActor } from '@/lib/core/context'
import { db, disconnect } from '@/lib/platform/db'
import { content, editor, newClaim, openOpeningDesk, publisherId, reviewer, stored } from '@/lib/testing/openings'
import { makePerson, makeSpeaker, NOON } from '@/lib/testing/predictions'
import { savePrediction } from './commands/opening'

beforeAll(openOpeningDesk)
afterAll(disconnect)

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
