import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { mergeClaims, unmergeClaims } from '@/lib/claims/commands/merging'
import { acceptCandidate, mergeCandidate, rejectCandidate } from '@/lib/claims/commands/triage'
import { ANONYMOUS, contextOf } from '@/lib/core/context'
import { db, disconnect } from '@/lib/platform/db'
import { readArticle } from '@/lib/testing/articles'
import { candidateWith, laterArticle, openGrowth, openVisit, worker } from '@/lib/testing/news'
import { editor, openOpeningDesk, reviewer, secondEditor } from '@/lib/testing/openings'
import { freshName } from '@/lib/testing/triage'
import { drainJobs } from '@/lib/worker/run'
import { dismissNews } from './commands/deciding-news'
import { findNewsInArticle, findNewsOfPrediction } from './commands/finding-news'
import { approveJudgement, proposeJudgement } from './commands/judgements'
import { renewNewsKeys } from './commands/renewing-news'
import { findNewsJob } from './jobs'
import { countWaitingNews, getOutcomePrefill, listNewsOf, listWaitingNews } from './queries/news'
import { listWithoutNewsKeys } from './queries/news-ground'

beforeAll(openOpeningDesk)
afterAll(disconnect)

const relationsOf = async (predictionId: string) =>
  (await listNewsOf(reviewer, predictionId)).map(({ relation, words }) => `${relation}: ${words}`)

describe('a later article', () => {
  it.each([
    [
      'narrows',
      'Ostrow will visit PLACE from October 5 to 7, officials said.',
      'narrows: says 5–7 Oct 2026, within Jul–Dec 2026',
    ],
    [
      'moves',
      'Ostrow will visit PLACE in January 2027, officials said.',
      'moves: says Jan 2027 instead of Jul–Dec 2026',
    ],
    ['confirms', 'Ostrow will visit PLACE soon, officials said.', 'confirms: says it again and names no day'],
    [
      'contradicts',
      'Ostrow cancelled her visit to PLACE on Monday.',
      'contradicts: says that it was called off, or put off without a new day',
    ],
  ])('that %s an open prediction is suggested', async (_what, text, said) => {
    const place = freshName()
    const { id } = await openVisit(place)
    const before = await countWaitingNews(reviewer)
    await laterArticle(text.replace('PLACE', place))
    expect(await relationsOf(id)).toEqual([said])
    expect(await countWaitingNews(reviewer)).toBe(before + 1)
    const [newest] = (await listWaitingNews(reviewer)).items
    expect(newest).toMatchObject({ predictionId: id, state: 'open', article: { publisherName: 'Coast Herald' } })
  })

  it('that says it happened is suggested, and begins an outcome with its words and its day', async () => {
    const place = freshName()
    const { id } = await openVisit(place, { saidOn: '2025-11-02' })
    await laterArticle(`Minister Lena Ostrow visited ${place} on Tuesday.`, '2026-05-21')
    const [news] = await listNewsOf(reviewer, id)
    expect(news).toMatchObject({ relation: 'confirms', hasHappened: true })
    expect(await getOutcomePrefill(reviewer, news?.id ?? '')).toMatchObject({
      statement: `Minister Lena Ostrow visited ${place} on Tuesday.`,
      hasHappened: true,
      days: { from: '2026-05-19', to: '2026-05-19', precision: 'day' },
      sources: [
        {
          publisherName: 'Coast Herald',
          publishedOn: '2026-05-21',
          excerpt: `Minister Lena Ostrow visited ${place} on Tuesday`,
        },
      ],
    })
  })

  it.each([
    ['another place', 'Ostrow will visit OTHER from October 5 to 7, officials said.', '2026-05-20'],
    ['another person', 'Pia Lund will visit PLACE from October 5 to 7, officials said.', '2026-05-20'],
    ['another doing', 'Ostrow will sue PLACE in October, officials said.', '2026-05-20'],
    ['an earlier day', 'Ostrow will visit PLACE from October 5 to 7, sources said.', '2026-01-20'],
    ['the same day', 'Ostrow will visit PLACE from October 5 to 7, aides said.', '2026-02-03'],
  ])('about %s is not', async (_what, text, on) => {
    const place = freshName()
    const { id } = await openVisit(place)
    await laterArticle(text.replace('PLACE', place).replace('OTHER', freshName()), on)
    expect(await listNewsOf(reviewer, id)).toEqual([])
  })

  it('is not the article itself, though the day on which it was said is earlier', async () => {
    const place = freshName()
    const text = `Minister Lena Ostrow is expected to visit ${place} in the second half of 2026. Ostrow will visit ${place} in October 2026, her office said.`
    const { articleId } = await readArticle(text, { publishedOn: '2026-02-04', now: worker.now })
    const { id } = await openVisit(freshName())
    const own = await openVisit(place, { text })
    await findNewsInArticle(worker, articleId)
    expect(await listNewsOf(reviewer, own.id)).toEqual([])
    expect(await listNewsOf(reviewer, id)).toEqual([])
  })

  it('has no news of a prediction that is resolved, and has it again once that is undone', async () => {
    const place = freshName()
    const { id } = await openVisit(place)
    await laterArticle(`Ostrow will visit ${place} in October 2026, officials said.`)
    await proposeJudgement(editor, { predictionId: id, kind: 'void', reason: 'The office is gone.' })
    const { id: judgementId } = await db().judgement.findFirstOrThrow({ where: { predictionId: id } })
    const waiting = await countWaitingNews(reviewer)
    await approveJudgement(secondEditor, { judgementId })
    expect(await countWaitingNews(reviewer)).toBe(waiting - 1)
    await laterArticle(`Ostrow will visit ${place} on October 9, aides said.`)
    expect(await db().predictionNews.count({ where: { predictionId: id } })).toBe(1)
  })
})

describe('news is found', () => {
  it('once a prediction is opened after the article was imported', async () => {
    const place = freshName()
    await laterArticle(`Ostrow will visit ${place} from October 5 to 7, officials said.`)
    await laterArticle(`Ostrow will visit ${place} in October 2026, aides said.`, '2026-01-12')
    const { id } = await openVisit(place)
    expect(await relationsOf(id)).toEqual(['narrows: says 5–7 Oct 2026, within Jul–Dec 2026'])
  })

  it('in what people made a claim of its own, not in what they said is the same claim or no claim', async () => {
    const place = freshName()
    const { id } = await openVisit(place)
    const text = `Ostrow will visit ${place} from October 5 to 7, officials said.`
    const articleId = await laterArticle(text)
    const { id: candidateId } = await candidateWith(articleId, 'from October')
    await acceptCandidate(reviewer, {
      candidateId,
      statement: `Lena Ostrow will visit ${place} from 5 to 7 October 2026.`,
      shortForm: `Lena Ostrow visits ${place} in October`,
      kind: 'prediction',
      speaker: { is: 'unnamed' },
    })
    await findNewsInArticle(worker, articleId)
    expect(await relationsOf(id)).toHaveLength(1)
    const second = await laterArticle(`Ostrow will visit ${place} on October 6, aides said.`)
    expect(await relationsOf(id)).toHaveLength(2)
    const rejected = await candidateWith(second, 'on October 6')
    await rejectCandidate(reviewer, { candidateId: rejected.id, reason: 'not_a_claim', note: '' })
    expect(await relationsOf(id)).toHaveLength(1)
  })

  it('once, however often and at once the article is looked through, and goes with its words', async () => {
    const place = freshName()
    const { id } = await openVisit(place)
    const articleId = await laterArticle(`Ostrow will visit ${place} from October 5 to 7, officials said.`)
    await Promise.all([
      findNewsInArticle(worker, articleId),
      findNewsOfPrediction(worker, id),
      findNewsInArticle(worker, articleId),
    ])
    expect(await db().predictionNews.count({ where: { predictionId: id } })).toBe(1)
    expect(await db().auditEvent.count({ where: { entityId: id, type: 'prediction.news_found' } })).toBe(1)
    await db().candidate.deleteMany({ where: { articleId } })
    await findNewsInArticle(worker, articleId)
    expect(await db().predictionNews.count({ where: { predictionId: id } })).toBe(0)
  })

  it('again for the same words when a new reading replaces the candidate: what was decided stays decided', async () => {
    const place = freshName()
    const { id } = await openVisit(place)
    const articleId = await laterArticle(`Ostrow will visit ${place} from October 5 to 7, officials said.`)
    const [news] = await listNewsOf(reviewer, id)
    await dismissNews(reviewer, { id: news?.id ?? '' })
    const { id: candidateId, ...row } = await candidateWith(articleId, 'from October')
    const { reasons, dueAlternatives, signs, ...fields } = row
    await db().candidate.delete({ where: { id: candidateId } })
    expect((await listNewsOf(reviewer, id))[0]).toMatchObject({ state: 'dismissed', candidateId: null })
    const again = { reasons: reasons ?? [], dueAlternatives: dueAlternatives ?? [], signs: signs ?? [] }
    const read = await db().candidate.create({ data: { ...fields, ...again, id: crypto.randomUUID() } })
    expect(await findNewsInArticle(worker, articleId)).toBe(0)
    expect(await listNewsOf(reviewer, id)).toMatchObject([{ state: 'dismissed', candidateId: read.id }])
  })

  it('anew where an updated text says more than what was decided on, and not where it says the same', async () => {
    const place = freshName()
    const { id } = await openVisit(place)
    const articleId = await laterArticle(`Ostrow will visit ${place} from October 5 to 7, officials said.`)
    const [first] = await listNewsOf(reviewer, id)
    // as the text said before it was updated
    const said = {
      quote: `Ostrow will visit ${place}`,
      relation: 'confirms',
      words: 'says it again and names no day',
    } as const
    const data = { ...said, windowFrom: null, windowTo: null, candidateId: null }
    await db().predictionNews.update({ where: { id: first?.id ?? '' }, data })
    await dismissNews(reviewer, { id: first?.id ?? '' })
    expect(await findNewsInArticle(worker, articleId)).toBe(1)
    expect(await findNewsInArticle(worker, articleId)).toBe(0)
    expect((await listNewsOf(reviewer, id)).map(({ state, relation }) => `${state}: ${relation}`).sort()).toEqual([
      'dismissed: confirms',
      'open: narrows',
    ])
  })

  it('each of its own candidate, where the words of one are part of another’s, in whatever order they are kept', async () => {
    const place = freshName()
    const { id } = await openVisit(place)
    const articleId = await laterArticle(
      `Ostrow will visit ${place} from October 5 to 7. Ostrow cancelled her visit to ${place} on Monday.`,
    )
    const rows = await db().predictionNews.findMany({ where: { predictionId: id }, orderBy: { id: 'asc' } })
    expect(rows).toHaveLength(2)
    const whole = rows.map(({ quote }) => quote).join(' ')
    for (const { id: each } of rows) {
      await db().predictionNews.update({ where: { id: each }, data: { quote: whole } })
      expect(await findNewsInArticle(worker, articleId)).toBe(0)
      expect(await db().predictionNews.findMany({ where: { predictionId: id }, orderBy: { id: 'asc' } })).toEqual(rows)
    }
    // both have words that are in both
    await db().predictionNews.updateMany({ where: { predictionId: id }, data: { quote: whole } })
    expect(await findNewsInArticle(worker, articleId)).toBe(0)
    expect(await db().predictionNews.findMany({ where: { predictionId: id }, orderBy: { id: 'asc' } })).toEqual(rows)
  })

  it('no more where the words were merged into the very prediction', async () => {
    const place = freshName()
    const { id, claimId } = await openVisit(place)
    const articleId = await laterArticle(`Ostrow will visit ${place} from October 5 to 7, officials said.`)
    expect(await relationsOf(id)).toHaveLength(1)
    const { id: candidateId } = await candidateWith(articleId, 'from October')
    await mergeCandidate(editor, { candidateId, claimId })
    const event = await db().auditEvent.findFirstOrThrow({ where: { type: 'candidate.merged', entityId: candidateId } })
    await findNewsJob(worker, event.id)
    expect(await relationsOf(id)).toEqual([])
  })

  it('no more where its claim was merged into the very prediction, and again once that is undone', async () => {
    const place = freshName()
    const { id, claimId } = await openVisit(place)
    const articleId = await laterArticle(`Ostrow will visit ${place} from October 5 to 7, officials said.`)
    const { id: candidateId } = await candidateWith(articleId, 'from October')
    const other = await acceptCandidate(reviewer, {
      candidateId,
      statement: `Lena Ostrow will visit ${place} from 5 to 7 October 2026.`,
      shortForm: `Lena Ostrow visits ${place} in October`,
      kind: 'prediction',
      speaker: { is: 'unnamed' },
    })
    await drainJobs()
    expect(await relationsOf(id)).toHaveLength(1)
    await mergeClaims(editor, { fromClaimId: other.claimId, intoClaimId: claimId })
    await drainJobs()
    expect(await relationsOf(id)).toEqual([])
    await unmergeClaims(editor, { claimId: other.claimId })
    await drainJobs()
    expect(await relationsOf(id)).toHaveLength(1)
  })

  it('with another figure of what was predicted, found whatever the verbs are', async () => {
    const place = freshName()
    const { id } = await openGrowth(place)
    const of = (text: string) => laterArticle(text.replace('PLACE', place), '2026-05-20', freshName())
    await of('The economy of PLACE stood at growth of 2.9 percent in 2026, officials said.')
    await of('The economy of PLACE will grow by 3.31 percent in 2026, the ministry said.')
    await of('The economy of PLACE will grow by 2.9 percent in 2027, the ministry said.')
    expect((await relationsOf(id)).sort()).toEqual([
      'confirms: says 3.31 percent; 3.3 percent was predicted',
      'contradicts: says 2.9 percent where 3.3 percent was predicted',
    ])
  })

  it.each(['never', 'by other rules'])('of what was looked through %s: the clock makes up for it', async (when) => {
    const place = freshName()
    const { id } = await openVisit(place)
    const text = `Ostrow will visit ${place} from October 5 to 7, officials said.`
    const { articleId } = await readArticle(text, { publishedOn: '2026-05-20', now: worker.now })
    if (when === 'never') await Promise.all([db().predictionKeys.deleteMany(), db().candidateKeys.deleteMany()])
    else {
      await findNewsInArticle(worker, articleId)
      await db().predictionNews.deleteMany({ where: { predictionId: id } })
      await db().predictionKeys.updateMany({ data: { rulesVersion: 0, keys: [] } })
      await db().candidateKeys.updateMany({ data: { rulesVersion: 0, keys: [] } })
    }
    const missing = async () =>
      Promise.all(
        (['prediction', 'article'] as const).map((of) => listWithoutNewsKeys(db(), of, { after: null, limit: 1000 })),
      )
    const [predictions = [], articles = []] = await missing()
    expect([predictions.includes(id), articles.includes(articleId)]).toEqual([true, true])
    await renewNewsKeys(worker, { of: 'prediction', after: null })
    await drainJobs()
    expect(await relationsOf(id)).toEqual(['narrows: says 5–7 Oct 2026, within Jul–Dec 2026'])
    expect(await missing()).toEqual([[], []])
  })

  it('by processes only', async () => {
    const { id, articleId } = await openVisit(freshName())
    await expect(findNewsInArticle(reviewer, articleId)).rejects.toMatchObject({ code: 'FORBIDDEN' })
    const all = renewNewsKeys(reviewer, { of: 'prediction', after: null })
    await expect(all).rejects.toMatchObject({ code: 'FORBIDDEN' })
    await expect(findNewsOfPrediction(editor, id)).rejects.toMatchObject({ code: 'FORBIDDEN' })
    await expect(listWaitingNews(contextOf(ANONYMOUS, worker.now))).rejects.toMatchObject({ code: 'NOT_FOUND' })
    await expect(countWaitingNews(contextOf(ANONYMOUS, worker.now))).rejects.toMatchObject({ code: 'NOT_FOUND' })
  })
})
