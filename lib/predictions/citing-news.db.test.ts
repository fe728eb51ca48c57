import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { fetchPage, importPage } from '@/lib/articles/commands/pages'
import { extractCandidates } from '@/lib/claims/commands/extraction'
import { contextOf, systemActor } from '@/lib/core/context'
import { newId } from '@/lib/core/ids'
import { checkSource } from '@/lib/evidence/commands/checking'
import { listBadges, listOutcomeBadges } from '@/lib/evidence/queries/badges'
import { isCited } from '@/lib/evidence/queries/cited-by'
import { requireSourceHit } from '@/lib/evidence/queries/sources'
import { db, disconnect } from '@/lib/platform/db'
import { readArticle } from '@/lib/testing/articles'
import { type LocalSite, startLocalSite } from '@/lib/testing/local-site'
import { laterArticle, openVisit, worker } from '@/lib/testing/news'
import { editor, openOpeningDesk, reviewer, secondEditor } from '@/lib/testing/openings'
import { newsPage, PARAGRAPHS } from '@/lib/testing/pages'
import { freshName } from '@/lib/testing/triage'
import { dismissNews, reopenNews, takeNewsAsEvidence } from './commands/deciding-news'
import { findNewsInArticle } from './commands/finding-news'
import { approveJudgement, proposeJudgement, undoResolution } from './commands/judgements'
import { approveOutcome, undoOutcome } from './commands/outcome-approval'
import { dropOutcome, saveOutcome, submitOutcome } from './commands/outcomes'
import { getNewsItem, getOutcomePrefill, listNewsOf } from './queries/news'

let site: LocalSite
beforeAll(async () => {
  process.env.FETCH_ALLOW = '127.0.0.1:*'
  await openOpeningDesk()
  site = await startLocalSite()
})
afterAll(async () => {
  await site.stop()
  await disconnect()
})

const happened = (place: string) => `Minister Lena Ostrow visited ${place} on Tuesday, 26 May 2026, her office said.`
const FETCHED_AT = new Date('2026-05-27T08:00:00Z')

async function newsOf(predictionId: string) {
  const [news] = await listNewsOf(reviewer, predictionId)
  if (news === undefined) throw new Error('no news')
  return news
}

/** Of a visit whose window has come: news in an article that was fetched, or given as a text. */
async function someNews(kind: 'fetched' | 'pasted' | 'pasted with an address') {
  const place = freshName()
  const prediction = await openVisit(place, { saidOn: '2025-11-02' })
  let url: string | undefined
  if (kind === 'fetched') {
    const importer = contextOf(systemActor('test'), FETCHED_AT)
    const page = newsPage({
      title: `A guest in ${place}`,
      day: '2026-05-27',
      paragraphs: [happened(place), ...PARAGRAPHS],
    })
    url = site.put(`/guest-in-${place}`, { body: page })
    const { articleId } = await importPage(importer, await fetchPage(importer, { address: url }))
    await extractCandidates(importer, articleId)
    await findNewsInArticle(worker, articleId)
  } else {
    if (kind === 'pasted with an address')
      url = site.put(`/${place}`, { body: newsPage({ paragraphs: [happened(place), ...PARAGRAPHS] }) })
    const { articleId } = await readArticle(happened(place), { publishedOn: '2026-05-27', url, now: FETCHED_AT })
    await findNewsInArticle(worker, articleId)
  }
  return { ...prediction, place, url: url ?? null, news: await newsOf(prediction.id) }
}

const evidenceOf = (claimId: string) =>
  db().evidence.findFirstOrThrow({
    where: { claimId, removedAt: null },
    include: { copy: true, source: { include: { watch: true, _count: { select: { copies: true } } } } },
  })

describe('news that is taken as evidence', () => {
  it('cites the page as it was imported: its copy, the place in it, and a look at it each week', async () => {
    const { claimId, url, news } = await someNews('fetched')
    await takeNewsAsEvidence(reviewer, { id: news.id })
    const { id, copy, source, excerpt, excerptStart } = await evidenceOf(claimId)
    expect(copy).toMatchObject({ kind: 'page', askedUrl: url, takenAt: FETCHED_AT, takenById: null })
    expect(copy?.text?.indexOf(excerpt)).toBe(excerptStart)
    expect(source).toMatchObject({ url, watch: { currentCopyId: copy?.id } })
    expect(source.watch?.nextCheckAt?.getTime()).toBeGreaterThan(reviewer.now.getTime())
    expect((await listBadges(reviewer, claimId)).get(id)?.state).toBe('verified')
    await reopenNews(reviewer, { id: news.id })
    await takeNewsAsEvidence(editor, { id: news.id })
    expect((await evidenceOf(claimId)).source).toMatchObject({ id: source.id, _count: { copies: 1 } })
  })

  it('cites the text where no page is kept, and has its address looked at now', async () => {
    const { claimId, url, news } = await someNews('pasted with an address')
    await takeNewsAsEvidence(reviewer, { id: news.id })
    const { copy, source } = await evidenceOf(claimId)
    expect(copy).toMatchObject({ kind: 'text', askedUrl: null, takenAt: FETCHED_AT })
    expect(copy?.text).toContain(news.quote)
    expect(source).toMatchObject({ url, watch: { nextCheckAt: reviewer.now } })
    const dueAt = reviewer.now.toISOString()
    const check = () => checkSource(worker, { sourceId: source.id, dueAt }, new AbortController().signal)
    await check()
    await check()
    const after = await evidenceOf(claimId)
    expect(after.copyId).toBe(copy?.id)
    expect(after.source).toMatchObject({ watch: { alert: null, lastResult: 'same' }, _count: { copies: 2 } })
    expect((await listBadges(reviewer, claimId)).get(after.id)).toMatchObject({ state: 'verified', hasCopy: true })
    await reopenNews(reviewer, { id: news.id })
    await takeNewsAsEvidence(reviewer, { id: news.id })
    expect((await evidenceOf(claimId)).source._count.copies).toBe(2)
  })

  it('cites a text without an address as one source, however often it is taken', async () => {
    const { claimId, news } = await someNews('pasted')
    await takeNewsAsEvidence(reviewer, { id: news.id })
    const first = await evidenceOf(claimId)
    expect(first).toMatchObject({ copy: { kind: 'text' }, source: { url: null, watch: { nextCheckAt: null } } })
    await reopenNews(reviewer, { id: news.id })
    await takeNewsAsEvidence(reviewer, { id: news.id })
    expect((await evidenceOf(claimId)).sourceId).toBe(first.sourceId)
  })

  it('tells that the words are gone where the page changed since it was imported', async () => {
    const { claimId, url, place, news } = await someNews('fetched')
    await takeNewsAsEvidence(reviewer, { id: news.id })
    const { source } = await evidenceOf(claimId)
    site.put(new URL(url ?? '').pathname, { body: newsPage({ title: `Nobody in ${place}` }) })
    const dueAt = source.watch?.nextCheckAt?.toISOString() ?? ''
    await checkSource(worker, { sourceId: source.id, dueAt }, new AbortController().signal)
    await reopenNews(reviewer, { id: news.id })
    await takeNewsAsEvidence(reviewer, { id: news.id })
    const { id, copy, source: now } = await evidenceOf(claimId)
    expect(copy?.ordinal).toBe(1)
    expect(now.watch?.currentCopyId).not.toBe(copy?.id)
    expect((await listBadges(reviewer, claimId)).get(id)?.state).toBe('changed')
  })
})

describe('an outcome begun from news', () => {
  async function begun(kind: 'fetched' | 'pasted' = 'fetched') {
    const some = await someNews(kind)
    const prefill = await getOutcomePrefill(reviewer, some.news.id)
    if (prefill === null) throw new Error('no prefill')
    const content = { ...prefill, hasHappened: true }
    const input = { id: newId(), revision: null, newsId: some.news.id, predictionIds: [some.id], content }
    return { ...some, input, outcome: await saveOutcome(reviewer, input) }
  }

  it('cites the article as evidence does; the same save sent again changes nothing', async () => {
    const { outcome, input, url, news } = await begun()
    expect(await saveOutcome(reviewer, input)).toEqual(outcome)
    const [cited] = await db().outcomeSource.findMany({ where: { outcomeId: outcome.id }, include: { copy: true } })
    expect(cited).toMatchObject({ url, copy: { askedUrl: url, takenAt: FETCHED_AT } })
    expect(cited?.copy?.text?.slice(cited.excerptStart ?? 0, cited.excerptEnd ?? 0)).toBe(cited?.excerpt)
    expect((await listOutcomeBadges(reviewer, outcome.id)).get(cited?.id ?? '')?.state).toBe('verified')
    expect(await getNewsItem(reviewer, news.id)).toMatchObject({ state: 'taken_as_source', outcomeId: outcome.id })
  })

  it('is saved also where the news is none any more by then', async () => {
    const some = await someNews('pasted')
    const prefill = await getOutcomePrefill(reviewer, some.news.id)
    if (prefill === null) throw new Error('no prefill')
    await db().predictionNews.delete({ where: { id: some.news.id } })
    const content = { ...prefill, hasHappened: true }
    const input = { id: newId(), revision: null, newsId: some.news.id, predictionIds: [some.id], content }
    const outcome = await saveOutcome(reviewer, input)
    expect(await db().outcomeSource.count({ where: { outcomeId: outcome.id } })).toBe(1)
  })

  it('gives the news back when it is dropped', async () => {
    const { outcome, news, id } = await begun('pasted')
    await dropOutcome(editor, { ...outcome, reason: 'It was begun by mistake.' })
    expect(await listNewsOf(reviewer, id)).toMatchObject([{ id: news.id, state: 'open', outcomeId: null }])
    const events = await db().auditEvent.count({ where: { entityId: id, type: 'prediction.news_decided' } })
    expect(events).toBe(2)
  })

  it('gives the news back when it is undone, and nobody watches its source for it any more', async () => {
    const { outcome, news, id } = await begun()
    const { revision } = await db().outcome.findUniqueOrThrow({ where: { id: outcome.id } })
    await submitOutcome(reviewer, { id: outcome.id, revision })
    await approveOutcome(editor, { id: outcome.id, revision })
    const { sourceId } = await db().outcomeSource.findFirstOrThrow({ where: { outcomeId: outcome.id } })
    expect(await isCited(db(), sourceId)).toBe(true)
    await undoOutcome(secondEditor, { id: outcome.id, reason: 'It was another Tuesday.' })
    expect(await listNewsOf(reviewer, id)).toMatchObject([{ id: news.id, state: 'open', outcomeId: null }])
    expect(await isCited(db(), sourceId)).toBe(false)
    expect((await requireSourceHit(reviewer, sourceId)).citedBy).toBe(0)
  })
})

it('a source of a judgement is cited while that waits or is in force: its words are placed, and it is watched', async () => {
  const { claimId, id, news, url } = await someNews('fetched')
  await takeNewsAsEvidence(reviewer, { id: news.id })
  const { sourceId, copyId } = await evidenceOf(claimId)
  await reopenNews(reviewer, { id: news.id })
  expect(await isCited(db(), sourceId)).toBe(false)
  const cited = { url, title: 'A guest', excerpt: news.quote }
  await proposeJudgement(editor, { predictionId: id, kind: 'void', reason: 'The office is gone.', sources: [cited] })
  expect(await isCited(db(), sourceId)).toBe(true)
  const judgement = await db().judgement.findFirstOrThrow({ where: { predictionId: id }, include: { sources: true } })
  expect(judgement.sources).toMatchObject([{ sourceId, copyId, excerpt: news.quote }])
  await approveJudgement(secondEditor, { judgementId: judgement.id })
  expect((await requireSourceHit(reviewer, sourceId)).citedBy).toBe(1)
  await undoResolution(secondEditor, { predictionId: id, reason: 'The office is back.' })
  expect(await isCited(db(), sourceId)).toBe(false)
})

it('news that a person decides on while its article is looked through stays decided, as they saw it', async () => {
  const place = freshName()
  const { id } = await openVisit(place)
  const articleId = await laterArticle(`Ostrow will visit ${place} from October 5 to 7, officials said.`)
  const { id: newsId } = await newsOf(id)
  for (let turn = 0; turn < 5; turn++) {
    // other words, as an earlier reading had them, so that the look has something to write
    const data = { words: `says turn ${turn}`, relation: 'confirms', windowFrom: null, windowTo: null } as const
    await db().predictionNews.update({ where: { id: newsId }, data })
    const [, added] = await Promise.all([dismissNews(reviewer, { id: newsId }), findNewsInArticle(worker, articleId)])
    const rows = await db().predictionNews.findMany({ where: { predictionId: id }, orderBy: { id: 'asc' } })
    const decided = rows.find((row) => row.id === newsId)
    expect(decided?.state).toBe('dismissed')
    expect(added).toBe(0)
    expect(rows).toHaveLength(1)
    const look = { words: decided?.words, relation: decided?.relation }
    expect([
      { words: `says turn ${turn}`, relation: 'confirms' },
      { words: 'says 5–7 Oct 2026, within Jul–Dec 2026', relation: 'narrows' },
    ]).toContainEqual(look)
    await reopenNews(editor, { id: newsId })
  }
})
