import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { acceptCandidate, mergeCandidate, rejectCandidate } from '@/lib/claims/commands/triage'
import { ANONYMOUS, contextOf, systemActor } from '@/lib/core/context'
import { db, disconnect } from '@/lib/platform/db'
import { readArticle } from '@/lib/testing/articles'
import { content, editor, openOpeningDesk, reviewer, secondEditor } from '@/lib/testing/openings'
import { freshName } from '@/lib/testing/triage'
import { dismissNews, reopenNews, takeNewsAsEvidence, takeNewsAsSource } from './commands/deciding-news'
import { findNewsInArticle, findNewsOfPrediction } from './commands/finding-news'
import { approveJudgement, proposeJudgement } from './commands/judgements'
import { approveOpening, proposePrediction, savePrediction } from './commands/opening'
import { findNewsJob } from './jobs'
import { countWaitingNews, getOutcomePrefill, listNewsOf, listWaitingNews } from './queries/news'

const worker = contextOf(systemActor('test'), new Date('2026-06-01T12:00:00Z'))

beforeAll(openOpeningDesk)
afterAll(disconnect)

async function candidateWith(articleId: string, words: string) {
  return db().candidate.findFirstOrThrow({ where: { articleId, quote: { contains: words } } })
}

/** A prediction of a visit to a place of its own, opened by two people; of a text of its own unless one is given. */
async function openVisit(place: string, change: { text?: string; saidOn?: string } = {}) {
  const saidOn = change.saidOn ?? '2026-02-03'
  const text =
    change.text ?? `Minister Lena Ostrow is expected to visit ${place} in the second half of 2026, her office said.`
  const { articleId } = await readArticle(text, { publishedOn: saidOn, now: worker.now })
  const candidate = await candidateWith(articleId, 'is expected to visit')
  const { claimId } = await acceptCandidate(reviewer, {
    candidateId: candidate.id,
    statement: `Lena Ostrow is expected to visit ${place} in the second half of 2026.`,
    shortForm: `Lena Ostrow visits ${place}`,
    kind: 'prediction',
    speaker: { is: 'unnamed' },
  })
  const saved = await savePrediction(reviewer, { claimId, revision: null, content: { ...content, saidOn } })
  await proposePrediction(reviewer, saved)
  await approveOpening(editor, saved)
  await findNewsOfPrediction(worker, saved.id)
  return { id: saved.id, claimId, articleId, candidateId: candidate.id }
}

/** An article of a later day, looked through. */
async function laterArticle(text: string, publishedOn = '2026-05-20', publisher = 'Coast Herald') {
  const { articleId } = await readArticle(text, { publishedOn, publisher, now: worker.now })
  await findNewsInArticle(worker, articleId)
  return articleId
}

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

  it('by processes only', async () => {
    const { id, articleId } = await openVisit(freshName())
    await expect(findNewsInArticle(reviewer, articleId)).rejects.toMatchObject({ code: 'FORBIDDEN' })
    await expect(findNewsOfPrediction(editor, id)).rejects.toMatchObject({ code: 'FORBIDDEN' })
    await expect(listWaitingNews(contextOf(ANONYMOUS, worker.now))).rejects.toMatchObject({ code: 'NOT_FOUND' })
    await expect(countWaitingNews(contextOf(ANONYMOUS, worker.now))).rejects.toMatchObject({ code: 'NOT_FOUND' })
  })
})

describe('one key', () => {
  async function someNews(words = 'cancelled her visit to PLACE on Monday') {
    const place = freshName()
    const prediction = await openVisit(place)
    await laterArticle(`Minister Lena Ostrow ${words.replace('PLACE', place)}.`)
    const [news] = await listNewsOf(reviewer, prediction.id)
    if (news === undefined) throw new Error('no news')
    return { ...prediction, newsId: news.id, quote: news.quote }
  }
  const evidenceOf = (claimId: string) =>
    db().evidence.findMany({ where: { claimId, removedAt: null }, include: { source: true } })

  it('takes it as evidence: its words, the article, the stance; and back', async () => {
    const { newsId, claimId, quote } = await someNews()
    await takeNewsAsEvidence(reviewer, { id: newsId })
    expect(await evidenceOf(claimId)).toMatchObject([
      { excerpt: quote, stance: 'refutes', source: { publisherName: 'Coast Herald', publishedOn: '2026-05-20' } },
    ])
    await expect(dismissNews(editor, { id: newsId })).rejects.toMatchObject({ code: 'MOVE_REFUSED' })
    await reopenNews(editor, { id: newsId })
    expect(await evidenceOf(claimId)).toEqual([])
    await takeNewsAsEvidence(reviewer, { id: newsId })
    expect(await evidenceOf(claimId)).toHaveLength(1)
    expect(await db().source.count({ where: { title: (await evidenceOf(claimId))[0]?.source.title } })).toBe(1)
  })

  it('takes it as the source of an outcome, or dismisses it; and back', async () => {
    const { newsId, id } = await someNews('will visit PLACE in October 2026')
    await takeNewsAsSource(reviewer, { id: newsId })
    expect((await listNewsOf(reviewer, id))[0]).toMatchObject({ state: 'taken_as_source', decidedByName: 'Rosa' })
    await reopenNews(reviewer, { id: newsId })
    await expect(reopenNews(reviewer, { id: newsId })).rejects.toMatchObject({ code: 'MOVE_REFUSED' })
    await dismissNews(editor, { id: newsId })
    expect((await listWaitingNews(reviewer)).items.some((item) => item.id === newsId)).toBe(false)
    const events = await db().auditEvent.findMany({ where: { entityId: id, type: 'prediction.news_decided' } })
    expect(events).toHaveLength(3)
    expect(await getOutcomePrefill(reviewer, newsId)).toMatchObject({ statement: '', hasHappened: null, days: null })
  })

  it('is a person’s', async () => {
    const { newsId } = await someNews()
    await expect(dismissNews(worker, { id: newsId })).rejects.toMatchObject({ code: 'FORBIDDEN' })
    await expect(takeNewsAsEvidence(contextOf(ANONYMOUS, worker.now), { id: newsId })).rejects.toMatchObject({
      code: 'FORBIDDEN',
    })
  })

  it('leaves what it decided: PostgreSQL neither deletes it nor moves it to another prediction', async () => {
    const { newsId } = await someNews()
    const other = await openVisit(freshName())
    await dismissNews(reviewer, { id: newsId })
    const sql = (text: string) => db().$executeRawUnsafe(text)
    await expect(sql(`DELETE FROM prediction_news WHERE id = '${newsId}'`)).rejects.toThrow(/was decided on/)
    await expect(
      sql(`UPDATE prediction_news SET prediction_id = '${other.id}' WHERE id = '${newsId}'`),
    ).rejects.toThrow(/about another prediction/)
    for (const change of [`quote = 'Other words'`, `relation = 'moves'`, `words = 'says that'`, 'has_happened = true'])
      await expect(sql(`UPDATE prediction_news SET ${change} WHERE id = '${newsId}'`)).rejects.toThrow(
        /what it says stays/,
      )
    await expect(sql(`UPDATE prediction_news SET state = 'taken_as_source' WHERE id = '${newsId}'`)).rejects.toThrow(
      /opened again first/,
    )
    await expect(sql(`UPDATE prediction_news SET decided_by_id = NULL WHERE id = '${newsId}'`)).rejects.toThrow(
      /opened again first/,
    )
  })
})
