import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { listHistory } from '@/lib/audit/queries'
import { db, disconnect } from '@/lib/platform/db'
import { publishClaim, submitVerdictOn } from '@/lib/testing/publishing'
import { makeRatingDesk, type RatingDesk, SECRET } from '@/lib/testing/second-person'
import { approveVerdict, sendBackVerdict } from './commands/approval'
import { startCorrection } from './commands/corrections'
import { dropVerdict, saveVerdict, startVerdict, submitVerdict } from './commands/drafts'
import { addRemark } from './commands/remarks'
import { giveSecondRating, keepLook, keepLooksAt, lookAtVerdict } from './commands/second-rating'
import { listHiddenClaims } from './queries/blinding'
import { loadListedClaims } from './queries/claim-list'
import { getSaid, savesOf } from './queries/comparing'
import { concealEvents, savesToldBy } from './rules/blinding'

let people: RatingDesk['people']
let at: RatingDesk['at']
let freshClaim: RatingDesk['freshClaim']
let submitted: RatingDesk['submitted']
let setBlind: RatingDesk['setBlind']
let workspaceOf: RatingDesk['workspaceOf']
let stored: RatingDesk['stored']
beforeAll(async () => {
  ;({ people, at, freshClaim, submitted, setBlind, workspaceOf, stored } = await makeRatingDesk())
})
afterAll(disconnect)

const sendBack = (id: string, revision: number) =>
  sendBackVerdict(at('ben'), { id, revision, reason: 'Say which pier.' })

describe('with blind second rating', () => {
  beforeAll(() => setBlind(true))
  afterAll(() => setBlind(false))

  test('nothing of the text reaches an editor who is to rate it, by any query', async () => {
    const { claimId, id, revision } = await submitted()
    await keepLook(at('dora'), claimId)
    for (const name of ['ben', 'dora'] as const) {
      const workspace = await workspaceOf(name, claimId)
      expect(workspace.second).toMatchObject({ isHidden: true, isOwed: true, ratings: [] })
      expect(JSON.stringify(workspace)).not.toContain(SECRET)
      expect(workspace.version?.content).toMatchObject({
        rating: null,
        summary: '',
        rationale: '',
        searchDescription: null,
      })
      expect(await loadListedClaims(at(name), [claimId])).toMatchObject([{ version: { rating: null } }])
      expect([...(await listHiddenClaims(at(name), [claimId]))]).toEqual([claimId])
    }
    for (const name of ['ada', 'cleo'] as const)
      expect((await workspaceOf(name, claimId)).version?.content.summary).toBe(SECRET)
    await sendBackVerdict(at('ben'), { id, revision, reason: `No: ${SECRET}` })
    const history = await listHistory(at('dora'), 'claim', claimId)
    expect(JSON.stringify(history)).toContain(SECRET)
    expect(JSON.stringify(concealEvents(history))).not.toContain(SECRET)
    const listed = await loadListedClaims(at('dora'), [claimId])
    expect(listed).toMatchObject([{ version: { sentBack: { reason: '' } } }])
    expect(JSON.stringify(listed)).not.toContain(SECRET)
    expect(JSON.stringify(await workspaceOf('dora', claimId))).not.toContain(SECRET)
  })

  test('a conflict, a submission or a drop does not show it either', async () => {
    const { claimId, id } = await submitted()
    const wrong = { id, revision: 1 }
    const tries = [
      () => saveVerdict(at('ben'), { ...wrong, summary: 'Mine.', rationale: 'Mine.' }),
      () => addRemark(at('ben'), { ...wrong, revision: 2, field: 'summary', quote: 'Only', body: 'An oracle.' }),
      () => approveVerdict(at('ben'), { id, revision: 2 }),
    ]
    for (const run of tries) {
      const error = await run().catch((refusal: unknown) => refusal)
      expect(error).toMatchObject({ code: 'MOVE_REFUSED' })
      expect(JSON.stringify(error)).not.toContain(SECRET)
    }
    await sendBack(id, 2)
    for (const run of [
      () => submitVerdict(at('dora'), wrong),
      () => dropVerdict(at('dora'), { ...wrong, reason: 'Not needed.' }),
    ])
      expect(await run().catch((refusal: unknown) => refusal)).toMatchObject({
        code: 'MOVE_REFUSED',
        details: undefined,
      })
    expect(await db().verdictSave.count({ where: { verdictId: id } })).toBe(2)
    expect((await workspaceOf('dora', claimId)).second?.isHidden).toBe(true)
  })

  test('both are shown once the second is given, which changes nothing of the verdict, and approving needs it', async () => {
    const { claimId, id, revision } = await submitted()
    const before = await db().verdict.findUniqueOrThrow({ where: { id } })
    await expect(approveVerdict(at('ben'), { id, revision })).rejects.toThrow(/Give your own rating first/)
    expect(await giveSecondRating(at('ben'), { id, revision, rating: 'false', note: 'Not one plank.' })).toEqual({
      isBlind: true,
      agrees: false,
    })
    const { second, version, moves } = await workspaceOf('ben', claimId)
    expect(version?.content.summary).toBe(SECRET)
    expect(second).toMatchObject({
      isHidden: false,
      isOwed: false,
      ratings: [
        { by: 'Ben Okafor', rating: 'false', firstBy: 'Ada Marsh', firstRating: 'mostly-false', agrees: false },
      ],
    })
    expect(moves.approve.isAllowed).toBe(true)
    expect(await db().verdict.findUniqueOrThrow({ where: { id } })).toEqual(before)
    expect((await workspaceOf('dora', claimId)).second).toMatchObject({ isHidden: true, ratings: [] })
    await expect(giveSecondRating(at('ben'), { id, revision, rating: 'true' })).rejects.toThrow(
      /rated this verdict already/,
    )
    await approveVerdict(at('ben'), { id, revision })
    expect(await db().verdict.findUniqueOrThrow({ where: { id } })).toMatchObject({
      state: 'published',
      rating: 'mostly-false',
    })
    const types = (await listHistory(at('ada'), 'claim', claimId)).map(({ type }) => type)
    expect(types).toContain('verdict.rated_again')
  })

  test('who had it shown, or read it as a draft before, rates “not blind”, and says so for good', async () => {
    const { claimId, id, revision } = await submitted()
    await lookAtVerdict(at('ben'), { id })
    expect((await workspaceOf('ben', claimId)).second).toMatchObject({
      isHidden: false,
      isOwed: true,
      notBlindBecause: 'looked',
    })
    expect(await giveSecondRating(at('ben'), { id, revision, rating: 'false' })).toMatchObject({ isBlind: false })

    await setBlind(false)
    const other = await submitted()
    await keepLook(at('dora'), other.claimId)
    await setBlind(true)
    expect(await giveSecondRating(at('dora'), { ...other, rating: 'mostly-false' })).toEqual({
      isBlind: false,
      agrees: true,
    })
  })

  test('who saved an earlier draft of the claim rates the next one “not blind”', async () => {
    const { claimId } = { claimId: await freshClaim() }
    const draft = await startVerdict(at('ben'), { claimId })
    await dropVerdict(at('ben'), { ...draft, reason: 'Begun by mistake.' })
    const next = await submitVerdictOn(at('ada'), claimId)
    expect(await giveSecondRating(at('ben'), { ...next, rating: 'false' })).toMatchObject({ isBlind: false })
    expect(await db().secondRating.findFirst({ where: { verdictId: next.id } })).toMatchObject({
      notBlindBecause: 'saved',
    })
  })

  test('who compared a dropped first draft, or read why it was dropped, rates the next one “not blind”', async () => {
    for (const way of ['compared', 'history'] as const) {
      const { claimId, id, revision } = await submitted()
      await sendBack(id, revision)
      const { revision: left } = await db().verdict.findUniqueOrThrow({ where: { id } })
      await dropVerdict(at('ada'), { id, revision: left, reason: 'Begun anew.' })
      expect(await getSaid(at('dora'), claimId, `${id}.${revision}`)).toMatchObject({ summary: SECRET })
      const events = await listHistory(at('dora'), 'claim', claimId)
      const shown = way === 'compared' ? savesOf(['now', 'v1', `${id}.${revision}`]) : savesToldBy(events)
      expect(shown).toContainEqual({ verdictId: id, revision })
      await keepLooksAt(at('dora'), claimId, shown)
      await keepLooksAt(at('dora'), claimId, shown)
      const next = await submitVerdictOn(at('ada'), claimId)
      expect((await workspaceOf('ben', claimId)).second).toMatchObject({ isHidden: true })
      expect((await workspaceOf('dora', claimId)).second).toMatchObject({ notBlindBecause: 'looked' })
      expect(await giveSecondRating(at('dora'), { ...next, rating: 'false' }), way).toMatchObject({ isBlind: false })
    }
  })

  test('a save that is hidden, published or of another claim leaves no look', async () => {
    const hidden = await submitted()
    const other = await submitted()
    await keepLooksAt(at('dora'), hidden.claimId, savesOf([`${hidden.id}.${hidden.revision}`]))
    await keepLooksAt(at('cleo'), hidden.claimId, savesOf([`${other.id}.${other.revision}`]))
    await lookAtVerdict(at('dora'), { id: other.id })
    await giveSecondRating(at('ben'), { ...other, rating: 'false' })
    await approveVerdict(at('ben'), { id: other.id, revision: other.revision })
    await keepLooksAt(at('cleo'), other.claimId, savesOf([`${other.id}.${other.revision}`]))
    expect(
      await db().verdictLook.findMany({
        where: { verdictId: { in: [hidden.id, other.id] } },
        select: { userId: true },
      }),
    ).toEqual([{ userId: people.dora.id }])
  })

  // ada wrote it; cleo is no editor
  test.each([
    ['giveSecondRating', { ada: 'FORBIDDEN', ben: null, cleo: 'FORBIDDEN', dora: null }],
    ['lookAtVerdict', { ada: null, ben: null, cleo: 'FORBIDDEN', dora: null }],
  ] as const)('who may: %s', async (command, outcome) => {
    for (const [name, code] of Object.entries(outcome) as [keyof typeof outcome, string | null][]) {
      const { id, revision } = await submitted()
      const run = () =>
        command === 'lookAtVerdict'
          ? lookAtVerdict(at(name), { id })
          : giveSecondRating(at(name), { id, revision, rating: 'true' })
      if (code === null) await run()
      else await expect(run(), `${name}: ${command}`).rejects.toMatchObject({ code })
    }
    const { id, revision } = await submitVerdictOn(at('dora'), await freshClaim())
    if (command === 'giveSecondRating')
      await expect(giveSecondRating(at('dora'), { id, revision, rating: 'true' })).rejects.toMatchObject({
        code: 'SAME_PERSON',
      })
  })

  test('it is asked for the first verdict only: a correction is read by everybody, because its rating is public', async () => {
    const { claimId, id, revision } = await submitted()
    await giveSecondRating(at('ben'), { id, revision, rating: 'false' })
    await approveVerdict(at('ben'), { id, revision })
    await startCorrection(at('ben'), { claimId, level: 'minor', note: 'A comma.' })
    expect((await workspaceOf('dora', claimId)).second).toBeNull()
  })

  test('a rating of another scale, on another revision or where none is asked is refused', async () => {
    const { id, revision } = await submitted()
    await expect(giveSecondRating(at('ben'), { id, revision, rating: 'pants-on-fire' })).rejects.toMatchObject({
      fields: { rating: expect.any(String) },
    })
    await expect(giveSecondRating(at('ben'), { id, revision: 1, rating: 'false' })).rejects.toMatchObject({
      code: 'STALE',
    })
    await setBlind(false)
    await expect(giveSecondRating(at('ben'), { id, revision, rating: 'false' })).rejects.toThrow(
      /asks for no second rating/,
    )
    await approveVerdict(at('ben'), { id, revision })
    await setBlind(true)
  })

  test('a one-person desk approves its own work without a second rating', async () => {
    const { claimId } = { claimId: await freshClaim() }
    const mine = await submitVerdictOn(at('dora'), claimId)
    await setBlind(true, true)
    await approveVerdict(at('dora'), mine)
    await setBlind(true)
  })

  test('whoever put the rating down last is the first rater, not who only submitted it', async () => {
    const { id, revision } = await submitted()
    await sendBack(id, revision)
    const { claimId } = await db().verdict.findUniqueOrThrow({ where: { id } })
    await lookAtVerdict(at('dora'), { id })
    const saved = await saveVerdict(at('dora'), { id, revision, ...(await stored(id)), rating: 'half-true' })
    await submitVerdict(at('ada'), { id, revision: saved.revision })
    await lookAtVerdict(at('ben'), { id })
    await giveSecondRating(at('ben'), { id, revision: saved.revision, rating: 'half-true' })
    expect((await workspaceOf('ben', claimId)).second?.ratings[0]).toMatchObject({
      firstBy: 'Dora Lindqvist',
      agrees: true,
    })
  })
})

test('without the setting nothing is hidden or asked, and looks are kept all the same', async () => {
  const { claimId, id } = await submitted()
  await keepLook(at('ben'), claimId)
  await keepLook(at('ben'), claimId)
  expect((await workspaceOf('ben', claimId)).second).toBeNull()
  expect(await db().verdictLook.count({ where: { verdictId: id, userId: people.ben.id } })).toBe(1)
  const { claimId: published } = await publishClaim(
    { writer: at('ada'), approver: at('ben') },
    'The pier has 9003 planks.',
  )
  await keepLook(at('ben'), published)
  expect(await db().verdictLook.count({ where: { save: { verdict: { claimId: published } } } })).toBe(0)
})

test('a list tells what an unpublished first verdict says to those only who know it, whatever the setting', async () => {
  const { claimId, id, revision } = await submitted()
  const sent = await sendBack(id, revision).then(() => claimId)
  const listed = async (name: 'ada' | 'ben' | 'dora') => (await loadListedClaims(at(name), [sent]))[0]?.version
  expect(await listed('ada')).toMatchObject({
    rating: { key: 'mostly-false' },
    sentBack: { reason: 'Say which pier.' },
  })
  expect(await listed('dora')).toMatchObject({ rating: null, sentBack: { reason: '' } })
  await setBlind(true)
  expect((await workspaceOf('dora', claimId)).second).toMatchObject({ isHidden: true })
  await setBlind(false)
  await keepLook(at('dora'), claimId)
  expect(await listed('dora')).toMatchObject({
    rating: { key: 'mostly-false' },
    sentBack: { reason: 'Say which pier.' },
  })
  const second = await publishClaim({ writer: at('ada'), approver: at('ben') }, 'The pier has 9004 planks.')
  await startCorrection(at('ben'), { claimId: second.claimId, level: 'minor', note: 'A comma.' })
  expect((await loadListedClaims(at('dora'), [second.claimId]))[0]?.version?.rating).not.toBeNull()
})
