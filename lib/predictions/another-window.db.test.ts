import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { mergeCandidate } from '@/lib/claims/commands/triage'
import { ANONYMOUS, contextOf } from '@/lib/core/context'
import { db, disconnect } from '@/lib/platform/db'
import { candidateWith, laterArticle, openVisit } from '@/lib/testing/news'
import { editor, openOpeningDesk, reviewer, secondEditor, stored } from '@/lib/testing/openings'
import { freshName } from '@/lib/testing/triage'
import { draftAnotherWindow } from './commands/another-window'
import { approveOpening, proposePrediction } from './commands/opening'
import { getAnotherWindow } from './queries/another-window'
import { listLinkedPredictions } from './queries/linked'
import { listNewsOf } from './queries/news'
import { recordOf } from './queries/records'
import type { LaterSaid } from './schema'

beforeAll(openOpeningDesk)
afterAll(disconnect)

const october = { from: '2026-10-01', to: '2026-10-31' }

async function visitWithNews(words = 'will visit PLACE in October 2026') {
  const place = freshName()
  const prediction = await openVisit(place)
  const articleId = await laterArticle(`Minister Lena Ostrow ${words.replace('PLACE', place)}.`)
  const [news] = await listNewsOf(reviewer, prediction.id)
  if (news === undefined) throw new Error('no news')
  return { ...prediction, place, newsId: news.id, laterArticleId: articleId }
}

const input = (predictionId: string, said: LaterSaid, place = 'Orrin') => ({
  ...{ predictionId, said, saidOn: '2026-05-20', window: october, windowWords: 'in October 2026' },
  windowBasis: 'stated' as const,
  statement: `Lena Ostrow will visit ${place} in October 2026.`,
  shortForm: `Lena Ostrow visits ${place} in October`,
  speaker: { is: 'unnamed' as const },
})

/** All of the opened one that a reader or a record rests on. */
const standingOf = async (id: string, claimId: string) => ({
  row: await stored(id),
  claim: await db().claim.findUniqueOrThrow({ where: { id: claimId } }),
  saves: await db().predictionSave.findMany({ where: { predictionId: id } }),
  places: await db().occurrence.findMany({ where: { claimId } }),
  resolutions: await db().resolution.findMany({ where: { predictionId: id } }),
})

const refusal = (code: string, fields?: object) => expect.objectContaining(fields ? { code, fields } : { code })

describe('news with another window', () => {
  it('becomes a claim, its draft and the link in one step; the opened one and its record stay', async () => {
    const { id, claimId, newsId, place } = await visitWithNews()
    const before = await standingOf(id, claimId)
    const recordBefore = await recordOf({ kind: 'all' }, '2027-06-01')
    const drafted = await draftAnotherWindow(reviewer, input(id, { is: 'news', id: newsId }, place))
    expect(drafted).toMatchObject({ kind: 'narrows', earlierClaimId: claimId })
    const draft = await db().prediction.findUniqueOrThrow({ where: { claimId: drafted.claimId } })
    expect(draft).toMatchObject({
      ...{ state: 'draft', saidOn: '2026-05-20', dueFrom: october.from, dueTo: october.to, windowBasis: 'stated' },
      ...{ criteria: before.row.criteria, dueWords: 'in October 2026', authorId: reviewer.actor.id },
    })
    expect(await listLinkedPredictions(claimId, { onlyPublic: false })).toMatchObject([
      { claimId, isThis: true },
      { claimId: drafted.claimId, relation: 'narrows', isOpened: false },
    ])
    expect(await standingOf(id, claimId)).toEqual(before)
    expect(await recordOf({ kind: 'all' }, '2027-06-01')).toEqual(recordBefore)
    expect(await listNewsOf(reviewer, id)).toMatchObject([{ state: 'taken_as_prediction', decidedByName: 'Rosa' }])
  })

  it('is opened by the usual two, and not by who drafted it', async () => {
    const { id, claimId, newsId, place } = await visitWithNews()
    const drafted = await draftAnotherWindow(editor, input(id, { is: 'news', id: newsId }, place))
    const { id: draftId, revision } = await db().prediction.findUniqueOrThrow({ where: { claimId: drafted.claimId } })
    await proposePrediction(reviewer, { id: draftId, revision })
    await expect(approveOpening(editor, { id: draftId, revision })).rejects.toEqual(refusal('SAME_PERSON'))
    await approveOpening(secondEditor, { id: draftId, revision })
    expect(await listLinkedPredictions(claimId, { onlyPublic: true })).toMatchObject([
      { isThis: true, window: { from: '2026-07-01', to: '2026-12-31' } },
      { isOpened: true, relation: 'narrows', window: october },
    ])
  })

  it('leaves nothing when it is refused: an earlier day, the same window, no speaker, or taken twice', async () => {
    const { id, newsId } = await visitWithNews()
    const whole = input(id, { is: 'news', id: newsId })
    const same = { from: '2026-07-01', to: '2026-12-31' }
    const refused = [
      [{ ...whole, saidOn: '2026-02-01' }, 'saidOn'],
      [{ ...whole, window: same }, 'window'],
      [{ ...whole, speaker: undefined }, 'speaker.is'],
    ] as const
    const count = await db().claim.count()
    for (const [given, field] of refused)
      await expect(draftAnotherWindow(reviewer, given)).rejects.toEqual(
        refusal('BAD_INPUT', expect.objectContaining({ [field]: expect.any(String) })),
      )
    const all = { ...whole, statement: '', shortForm: '', window: same }
    const fields = { statement: expect.any(String), shortForm: expect.any(String), window: expect.any(String) }
    await expect(draftAnotherWindow(reviewer, all)).rejects.toEqual(refusal('BAD_INPUT', fields))
    expect(await db().claim.count()).toBe(count)
    await draftAnotherWindow(reviewer, whole)
    await expect(draftAnotherWindow(reviewer, { ...whole, revision: 1 })).rejects.toEqual(refusal('ALREADY_EXISTS'))
    expect(await db().claim.count()).toBe(count + 1)
  })

  it('is for those who write predictions', async () => {
    const { id, claimId, newsId } = await visitWithNews()
    const nobody = contextOf(ANONYMOUS, reviewer.now)
    await expect(draftAnotherWindow(nobody, input(id, { is: 'news', id: newsId }))).rejects.toEqual(
      refusal('FORBIDDEN'),
    )
    await expect(getAnotherWindow(nobody, claimId, { find: '' })).rejects.toEqual(refusal('NOT_FOUND'))
  })
})

describe('a later place of the claim', () => {
  async function visitWithPlace() {
    const visit = await visitWithNews()
    const { id: candidateId } = await candidateWith(visit.laterArticleId, 'will visit')
    const { occurrenceId } = await mergeCandidate(editor, { candidateId, claimId: visit.claimId })
    return { ...visit, occurrenceId }
  }

  it('leaves for a claim of its own, by an editor, because the claim is public', async () => {
    const { id, claimId, occurrenceId, place } = await visitWithPlace()
    const given = input(id, { is: 'place', id: occurrenceId }, place)
    const before = await stored(id)
    await expect(draftAnotherWindow(reviewer, given)).rejects.toEqual(refusal('FORBIDDEN'))
    const drafted = await draftAnotherWindow(editor, given)
    expect(drafted.kind).toBe('narrows')
    expect(await db().occurrence.findMany({ where: { claimId: drafted.claimId } })).toMatchObject([
      { id: occurrenceId },
    ])
    expect(await db().occurrence.count({ where: { claimId } })).toBe(1)
    expect(await stored(id)).toEqual(before)
  })

  it('is offered with its own window; the first place never leaves', async () => {
    const { id, claimId, occurrenceId } = await visitWithPlace()
    const view = await getAnotherWindow(editor, claimId, { said: `place:${occurrenceId}`, find: '' })
    expect(view?.chosen).toMatchObject({ window: october, saidOn: '2026-05-20', whyNot: null, claim: null })
    const asReviewer = await getAnotherWindow(reviewer, claimId, { said: `place:${occurrenceId}`, find: '' })
    expect(asReviewer?.chosen?.whyNot).toContain('Ask an editor')
    const first = await db().occurrence.findFirstOrThrow({ where: { claimId, NOT: { id: occurrenceId } } })
    expect(view?.choices.some(({ said }) => said === `place:${first.id}`)).toBe(false)
    await expect(draftAnotherWindow(editor, input(id, { is: 'place', id: first.id }))).rejects.toEqual(
      refusal('MOVE_REFUSED'),
    )
  })
})

describe('a claim that is there already', () => {
  it('is only linked where it is opened: its own days and row stay', async () => {
    const window = { from: '2026-09-01', to: '2026-09-30' }
    const [earlier, other] = [
      await openVisit(freshName()),
      await openVisit(freshName(), { saidOn: '2026-03-10', window }),
    ]
    const before = await standingOf(other.id, other.claimId)
    const given = { ...input(earlier.id, { is: 'claim', id: other.claimId }), saidOn: '2026-03-10', window }
    expect(await draftAnotherWindow(editor, given)).toMatchObject({ claimId: other.claimId, kind: 'narrows' })
    expect(await standingOf(other.id, other.claimId)).toEqual(before)
    const links = await db().claimLink.findMany({ where: { fromClaimId: { in: [earlier.claimId, other.claimId] } } })
    expect(links).toHaveLength(1)
  })

  it('is refused where it says the same window, or is the prediction itself', async () => {
    const [earlier, other] = [await openVisit(freshName()), await openVisit(freshName(), { saidOn: '2026-03-10' })]
    const same = input(earlier.id, { is: 'claim', id: other.claimId })
    await expect(draftAnotherWindow(reviewer, same)).rejects.toEqual(
      refusal('BAD_INPUT', expect.objectContaining({ window: expect.any(String) })),
    )
    const itself = input(earlier.id, { is: 'claim', id: earlier.claimId })
    await expect(draftAnotherWindow(reviewer, itself)).rejects.toEqual(refusal('BAD_INPUT'))
  })

  it('gets its draft where it has none, and other days in the draft that it has', async () => {
    const earlier = await visitWithNews()
    const first = await draftAnotherWindow(reviewer, input(earlier.id, { is: 'news', id: earlier.newsId }))
    const another = await openVisit(freshName())
    const window = { from: '2027-01-01', to: '2027-03-31' }
    const given = { ...input(another.id, { is: 'claim', id: first.claimId }), window }
    // looked at before somebody saved the draft
    await expect(draftAnotherWindow(reviewer, given)).rejects.toEqual(refusal('STALE'))
    const drafted = await draftAnotherWindow(reviewer, { ...given, revision: 1 })
    expect(drafted).toMatchObject({ claimId: first.claimId, kind: 'moves' })
    expect(await db().prediction.findUniqueOrThrow({ where: { claimId: first.claimId } })).toMatchObject({
      ...{ dueFrom: window.from, dueTo: window.to, revision: 2, state: 'draft' },
    })
  })
})
