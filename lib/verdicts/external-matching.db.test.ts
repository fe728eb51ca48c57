import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Context, contextOf, systemActor } from '@/lib/core/context'
import { isAppError } from '@/lib/core/errors'
import { db, disconnect } from '@/lib/platform/db'
import { readArticle } from '@/lib/testing/articles'
import { makeClaim } from '@/lib/testing/claims'
import { bringIn, EXTERNAL_NOW } from '@/lib/testing/external'
import { makePeople, type People } from '@/lib/testing/people'
import { decideMatch, hideExternal, showExternal } from './commands/external/deciding'
import { listExternal } from './queries/external/list'
import { listConfirmedRulings, listOthersRuled, listRulingsOnCandidate } from './queries/external/matching'

const admin = contextOf(systemActor('test'), EXTERNAL_NOW)
let people: People
let editor: Context
let reviewer: Context
beforeAll(async () => {
  people = await makePeople(EXTERNAL_NOW)
  editor = people.ben.ctx()
  reviewer = people.ada.ctx()
})
afterAll(disconnect)

const idOf = async (claim: string) =>
  (await db().externalVerdict.findFirstOrThrow({ where: { claimText: claim }, select: { id: true } })).id
const refusalOf = async (promise: Promise<unknown>) =>
  promise.then(
    () => null,
    (error: unknown) => (isAppError(error) ? error.code : error),
  )
const eventsOf = async (entityId: string, type: string) =>
  db().auditEvent.findMany({ where: { entityId, type }, select: { isPublic: true } })

describe('beside a claim', () => {
  test('what says the same is proposed, and readers see it once an editor confirmed it, until it is taken back', async () => {
    const sentence = 'The harbor tunnel of Ostnes cost 740 million crowns.'
    const { claimId } = await makeClaim(editor, sentence, {
      figure: { text: '740 million crowns', value: 740_000_000, unit: 'SEK' },
    })
    await bringIn(
      { claim: 'The harbor tunnel of Ostnes cost 740 million crowns', path: '/t1' },
      { claim: 'A ferry to Lund runs on Sundays', path: '/t2' },
    )
    const externalVerdictId = await idOf('The harbor tunnel of Ostnes cost 740 million crowns')
    const { proposed } = await listOthersRuled(reviewer, claimId)
    expect(proposed.map(({ id }) => id)).toEqual([externalVerdictId])
    expect(await listConfirmedRulings(claimId)).toEqual([])

    await decideMatch(editor, { externalVerdictId, claimId, move: 'same' })
    await decideMatch(editor, { externalVerdictId, claimId, move: 'same' })
    expect(await listConfirmedRulings(claimId)).toMatchObject([{ publisherName: 'Harbor Checks', ratingText: 'Wrong' }])
    expect(await listOthersRuled(reviewer, claimId)).toMatchObject({
      proposed: [],
      confirmed: [{ id: externalVerdictId }],
    })
    expect(await eventsOf(claimId, 'external.confirmed')).toEqual([{ isPublic: false }])

    await decideMatch(editor, { externalVerdictId, claimId, move: 'not_same' })
    expect(await listConfirmedRulings(claimId)).toEqual([])
    expect(await listOthersRuled(reviewer, claimId)).toMatchObject({
      proposed: [],
      refused: [{ id: externalVerdictId }],
    })
    await decideMatch(editor, { externalVerdictId, claimId, move: 'undo' })
    expect((await listOthersRuled(reviewer, claimId)).proposed).toHaveLength(1)
    expect(await eventsOf(claimId, 'external.taken_back')).toHaveLength(2)
  })

  test('hidden ones are neither proposed nor shown, and come back', async () => {
    const { claimId } = await makeClaim(editor, 'The lighthouse of Rost was painted in 1911.')
    await bringIn({ claim: 'The lighthouse of Rost was painted in 1911', path: '/rost' })
    const externalVerdictId = await idOf('The lighthouse of Rost was painted in 1911')
    await decideMatch(editor, { externalVerdictId, claimId, move: 'same' })
    await db().claim.update({ where: { id: claimId }, data: { firstPublishedAt: EXTERNAL_NOW } })
    await hideExternal(admin, { externalVerdictId, reason: 'It was taken off their site.' })
    expect(await listConfirmedRulings(claimId)).toEqual([])
    expect(await listOthersRuled(reviewer, claimId)).toEqual({ confirmed: [], proposed: [], refused: [] })
    expect((await listExternal(admin, { isHidden: true })).verdicts.map(({ id }) => id)).toContain(externalVerdictId)
    expect(await eventsOf(externalVerdictId, 'external.hidden')).toEqual([{ isPublic: true }])
    expect(await refusalOf(hideExternal(admin, { externalVerdictId, reason: 'again' }))).toBe('MOVE_REFUSED')
    await showExternal(editor, { externalVerdictId })
    expect(await listConfirmedRulings(claimId)).toHaveLength(1)
  })

  test('a candidate is told of them where it is decided, and another figure speaks against it', async () => {
    await bringIn({ claim: 'The council of Voss planted 14,000 birch trees last year', path: '/voss', rating: 'True' })
    const { snapshotId } = await readArticle(
      'Voss.\n\nThe council of Voss planted 19,000 birch trees last year.\n\nIt met on Monday.',
    )
    const { id } = await db().candidate.findFirstOrThrow({ where: { snapshotId, quote: { contains: '19,000' } } })
    const [ruling] = await listRulingsOnCandidate(reviewer, id)
    expect(ruling).toMatchObject({ ratingText: 'True', match: { verdict: 'similar' } })
    expect(ruling?.match?.differences[0]).toContain('another figure')
  })

  test('what was said of a claim that was merged counts for the one that is left', async () => {
    const kept = await makeClaim(editor, 'The museum of Tana has 40,000 visitors a year.')
    const merged = await makeClaim(editor, 'Each year 40,000 people see the museum of Tana.')
    await bringIn({ claim: 'The museum of Tana has 40,000 visitors', path: '/tana' })
    const externalVerdictId = await idOf('The museum of Tana has 40,000 visitors')
    await decideMatch(editor, { externalVerdictId, claimId: merged.claimId, move: 'same' })
    await db().claim.update({ where: { id: merged.claimId }, data: { state: 'merged', mergedIntoId: kept.claimId } })
    expect(await listConfirmedRulings(kept.claimId)).toHaveLength(1)
    const again = decideMatch(editor, { externalVerdictId, claimId: merged.claimId, move: 'not_same' })
    expect(await refusalOf(again)).toBe('MOVE_REFUSED')
  })

  test.each(['undo', 'not_same'] as const)(
    'what was said of a claim merged over two steps ends by "%s"',
    async (move) => {
      const claims = []
      for (const n of [1, 2, 3])
        claims.push((await makeClaim(editor, `Quay ${n} of Bodo took ${n} years (${move}).`)).claimId)
      const [left = '', middle = '', last = ''] = claims
      await bringIn({ claim: `The quays of Bodo are late (${move})`, path: `/bodo-${move}` })
      const externalVerdictId = await idOf(`The quays of Bodo are late (${move})`)
      await decideMatch(editor, { externalVerdictId, claimId: last, move: 'same' })
      await decideMatch(editor, { externalVerdictId, claimId: middle, move: 'not_same' })
      for (const [id, mergedIntoId] of [[last, middle] as const, [middle, left] as const])
        await db().claim.update({ where: { id }, data: { state: 'merged', mergedIntoId } })
      expect(await listConfirmedRulings(left)).toHaveLength(1)
      expect(await listOthersRuled(reviewer, left)).toMatchObject({
        confirmed: [{ id: externalVerdictId }],
        refused: [],
      })

      await decideMatch(editor, { externalVerdictId, claimId: left, move })
      expect(await listConfirmedRulings(left)).toEqual([])
      expect((await listOthersRuled(reviewer, left)).refused).toHaveLength(move === 'undo' ? 0 : 1)
      const rows = await db().externalMatch.findMany({ where: { externalVerdictId }, select: { claimId: true } })
      expect(rows).toEqual(move === 'undo' ? [] : [{ claimId: left }])
      expect(await eventsOf(left, 'external.taken_back')).toHaveLength(1)
    },
  )
})
