import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import { ANONYMOUS, contextOf } from '@/lib/core/context'
import { newId } from '@/lib/core/ids'
import { db, disconnect } from '@/lib/platform/db'
import { laterArticle, openVisit, worker } from '@/lib/testing/news'
import { editor, openOpeningDesk, reviewer, secondEditor } from '@/lib/testing/openings'
import { freshName } from '@/lib/testing/triage'
import { dismissNews, reopenNews, takeNewsAsEvidence } from './commands/deciding-news'
import { approveJudgement, proposeJudgement } from './commands/judgements'
import { saveOutcome } from './commands/outcomes'
import { getOutcomePrefill, listNewsOf, listWaitingNews } from './queries/news'

beforeAll(openOpeningDesk)
afterAll(disconnect)

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

  it('takes one of a long passage, of a publisher with a long name, and of an article dated tomorrow', async () => {
    const place = freshName()
    const { id, claimId } = await openVisit(place)
    const publisher = 'Herald of the Coast and its Islands '.repeat(5).trim()
    const tomorrow = '2026-06-02'
    await laterArticle(`Ostrow cancelled her visit to ${place} on Monday.`, tomorrow, publisher)
    const [news] = await listNewsOf(reviewer, id)
    const quote = `${news?.quote} ${'and the gulls cried '.repeat(100)}`
    await db().predictionNews.update({ where: { id: news?.id ?? '' }, data: { quote } })
    await takeNewsAsEvidence(reviewer, { id: news?.id ?? '' })
    const [evidence] = await evidenceOf(claimId)
    expect(evidence?.source).toMatchObject({ publisherName: publisher })
    expect(evidence?.source.publishedOn ?? '').toBe('')
    expect(quote.startsWith(`${evidence?.excerpt} `)).toBe(true)
    expect(evidence?.note).toContain('The excerpt is how the passage begins.')
    expect((await getOutcomePrefill(reviewer, news?.id ?? ''))?.sources[0]?.excerpt).toBe(evidence?.excerpt)
  })

  it('takes it as the source of an outcome, or dismisses it; and back', async () => {
    const { newsId, id } = await someNews('will visit PLACE in October 2026')
    const begun = await getOutcomePrefill(reviewer, newsId)
    expect((await listNewsOf(reviewer, id))[0]).toMatchObject({ state: 'open' })
    const happened = { statement: 'Ostrow came.', hasHappened: true }
    const days = { from: '2026-05-19', to: '2026-05-19', precision: 'day' } as const
    const outcome = { ...begun, ...happened, days, sources: begun?.sources ?? [] }
    const input = { id: newId(), revision: null, newsId, predictionIds: [id], content: outcome }
    await expect(saveOutcome(reviewer, { ...input, predictionIds: [newId()] })).rejects.toThrow()
    expect((await listNewsOf(reviewer, id))[0]).toMatchObject({ state: 'open' })
    await saveOutcome(reviewer, input)
    await saveOutcome(reviewer, input)
    expect((await listNewsOf(reviewer, id))[0]).toMatchObject({ state: 'taken_as_source', decidedByName: 'Rosa' })
    await reopenNews(reviewer, { id: newsId })
    await expect(reopenNews(reviewer, { id: newsId })).rejects.toMatchObject({ code: 'MOVE_REFUSED' })
    await dismissNews(editor, { id: newsId })
    expect((await listWaitingNews(reviewer)).items.some((item) => item.id === newsId)).toBe(false)
    const events = await db().auditEvent.findMany({ where: { entityId: id, type: 'prediction.news_decided' } })
    expect(events).toHaveLength(3)
    expect(await getOutcomePrefill(reviewer, newsId)).toMatchObject({ statement: '', hasHappened: null, days: null })
  })

  it('takes nothing back once the prediction is resolved', async () => {
    const { newsId, id } = await someNews()
    await dismissNews(reviewer, { id: newsId })
    await proposeJudgement(editor, { predictionId: id, kind: 'void', reason: 'The office is gone.' })
    const { id: judgementId } = await db().judgement.findFirstOrThrow({ where: { predictionId: id } })
    await approveJudgement(secondEditor, { judgementId })
    await expect(reopenNews(reviewer, { id: newsId })).rejects.toMatchObject({ code: 'MOVE_REFUSED' })
    expect(await listNewsOf(reviewer, id)).toMatchObject([{ state: 'dismissed' }])
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
