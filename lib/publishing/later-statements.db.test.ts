import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { addDays } from '@/lib/core/days'
import { newId } from '@/lib/core/ids'
import { removeEvidence } from '@/lib/evidence/commands'
import { db, disconnect } from '@/lib/platform/db'
import { dismissNews, reopenNews, takeNewsAsEvidence } from '@/lib/predictions/commands/deciding-news'
import { readLinkedPredictions } from '@/lib/predictions/queries/linked'
import { listNewsOf } from '@/lib/predictions/queries/news'
import { laterArticle, openVisit } from '@/lib/testing/news'
import { reviewer as newsReviewer, openOpeningDesk } from '@/lib/testing/openings'
import { makeClaim, makePublisher, NOON } from '@/lib/testing/predictions'
import { type Made, opened, openRecordDesk } from '@/lib/testing/records'
import { freshName } from '@/lib/testing/triage'
import { getStatementsPage, readLaterStatements, type StatementsPage } from './queries/later-statements'
import { getPredictionPage } from './queries/prediction-page'

let publisherId: string

beforeAll(async () => {
  await openRecordDesk()
  await openOpeningDesk()
  publisherId = await makePublisher('Finch Gazette')
})
afterAll(disconnect)

/** Said again in an article of its own on a day. */
async function saidAgain({ claimId }: Made, statement: string, publishedOn: string | null): Promise<void> {
  const again = await makeClaim({ statement, publisherId, publishedOn })
  await db().occurrence.updateMany({ where: { claimId: again }, data: { claimId } })
}

async function link(from: string, to: string, kind: 'narrows' | 'moves' | 'updates' | 'contradicts' | 'repeats') {
  const data = { id: newId(), fromClaimId: from, toClaimId: to, kind, createdAt: NOON }
  await db().claimLink.create({ data })
}

const slugOf = async (claimId: string) => (await db().claim.findUniqueOrThrow({ where: { id: claimId } })).slug

async function pageOf(claimId: string, after?: string): Promise<StatementsPage> {
  const found = await getStatementsPage(await slugOf(claimId), after)
  if (found.is !== 'page') throw new Error(found.is)
  return found.page
}

describe('what was said again', () => {
  it('stands there whole as long as a timeline holds it', async () => {
    const made = await opened({ statement: 'The weir will open' })
    for (let n = 0; n < 29; n++) await saidAgain(made, `Weir words ${n}`, addDays('2025-02-08', n))
    await saidAgain(made, 'Weir words of no day', null)
    const { shown, more } = await readLaterStatements(made.claimId)
    expect(more).toBeNull()
    expect(shown).toHaveLength(30)
    expect(shown.map(({ on }) => on).slice(-2)).toEqual(['2025-03-08', null])
  })

  it('keeps the first and the newest of more, says how many lie between, and has all of them on pages', async () => {
    const made = await opened({ statement: 'The dam will open' })
    for (let n = 0; n < 119; n++) await saidAgain(made, `Dam words ${n}`, addDays('2025-02-08', Math.floor(n / 2)))
    await saidAgain(made, 'Dam words of no day', null)
    const { shown, more } = await readLaterStatements(made.claimId)
    expect(shown[0]?.on).toBe('2025-02-08')
    expect(shown.at(-1)?.on).toBe(addDays('2025-02-08', 59))
    expect(more).toEqual({ count: 120 - shown.length, from: '2025-02-12' })
    const ids: string[] = []
    let next: string | null | undefined
    do {
      const page = await pageOf(made.claimId, next ?? undefined)
      expect(page.count).toBe(120)
      ids.push(...page.statements.map(({ id }) => id))
      next = page.next
    } while (next !== null)
    expect(new Set(ids).size).toBe(120)
    expect(shown.every(({ id }) => ids.includes(id))).toBe(true)
    const slug = await slugOf(made.claimId)
    for (const after of ['9999-12-31_ffffffff-ffff-7fff-bfff-ffffffffffff', 'soon', "2025-01-01_x' --"])
      expect(await getStatementsPage(slug, after)).toEqual({ is: 'nothing' })
  }, 60_000)

  it('puts nobody else’s words where the first article is hidden', async () => {
    const made = await opened({ statement: 'The lock will open' })
    await saidAgain(made, 'Lock words', '2025-03-01')
    const { articleId } = await db().occurrence.findFirstOrThrow({
      where: { claimId: made.claimId },
      orderBy: { article: { publishedOn: 'asc' } },
    })
    await db().article.update({ where: { id: articleId }, data: { hiddenAt: NOON, hiddenReason: 'Asked for.' } })
    const found = await getPredictionPage(await slugOf(made.claimId))
    if (found.is !== 'page') throw new Error(found.is)
    expect(found.page.first).toBeNull()
    expect(found.page.later.shown).toMatchObject([{ is: 'said_again', place: { quote: 'Lock words' } }])
  })
})

describe('linked claims', () => {
  it('stand by the relation that says most, and are reached over public ones alone', async () => {
    const [one, direct, far, beyond] = await Promise.all(
      ['one', 'direct', 'far', 'beyond'].map((name) => opened({ statement: `The quay ${name} will open` })),
    )
    if (!one || !direct || !far || !beyond) throw new Error('none made')
    const draft = await makeClaim({ statement: 'The draft quay will open', publisherId, publishedOn: '2025-03-01' })
    await link(direct.claimId, one.claimId, 'updates')
    await link(direct.claimId, one.claimId, 'narrows')
    await link(far.claimId, direct.claimId, 'moves')
    await link(draft, one.claimId, 'narrows')
    await link(beyond.claimId, draft, 'narrows')
    const { shown } = await readLaterStatements(one.claimId)
    expect(shown.map((item) => item.is === 'linked' && [item.statement.claimId, item.statement.relation])).toEqual(
      expect.arrayContaining([
        [direct.claimId, 'narrows'],
        [far.claimId, 'further away'],
      ]),
    )
    expect(shown).toHaveLength(2)
    const { linked, more } = await readLinkedPredictions(one.claimId, { onlyPublic: true })
    expect(linked.map(({ claimId }) => claimId).sort()).toEqual([one, direct, far].map(({ claimId }) => claimId).sort())
    expect(more).toBe(0)
    expect((await readLinkedPredictions(one.claimId, { onlyPublic: false })).linked).toHaveLength(5)
  })

  it('are drawn from the first to the newest, with how many lie between', async () => {
    const one = await opened({ statement: 'The pier will open' }, { saidOn: '2025-02-20' })
    for (let n = 0; n < 24; n++) {
      const day = addDays('2025-02-07', n)
      const other = await opened({ statement: `The pier will open ${n}`, publishedOn: day }, { saidOn: day })
      await link(other.claimId, one.claimId, 'moves')
    }
    const { linked, more } = await readLinkedPredictions(one.claimId, { onlyPublic: true })
    expect(linked[0]?.saidOn).toBe('2025-02-07')
    expect(linked.at(-1)?.saidOn).toBe('2025-03-02')
    expect(linked.some(({ isThis }) => isThis)).toBe(true)
    expect(linked.length + more).toBe(25)
    expect(linked.length).toBeLessThanOrEqual(20)
  }, 60_000)
})

describe('what a later article says', () => {
  const edition = async () => (await db().edition.findUniqueOrThrow({ where: { id: 1 } })).version

  async function someNews() {
    const place = freshName()
    const prediction = await openVisit(place)
    await laterArticle(`Minister Lena Ostrow cancelled her visit to ${place} on Monday.`)
    const [news] = await listNewsOf(newsReviewer, prediction.id)
    if (news === undefined) throw new Error('no news')
    return { claimId: prediction.claimId, newsId: news.id, quote: news.quote }
  }

  it('stands there once it is taken as evidence, until that is taken back, and moves the edition each time', async () => {
    const { claimId, newsId, quote } = await someNews()
    expect((await readLaterStatements(claimId)).shown).toEqual([])
    const before = await edition()
    await takeNewsAsEvidence(newsReviewer, { id: newsId })
    const taken = await edition()
    expect(taken).toBeGreaterThan(before)
    const { shown } = await readLaterStatements(claimId)
    expect(shown).toMatchObject([
      { is: 'reported', report: { relation: 'contradicts', quote, article: { publisher: { name: 'Coast Herald' } } } },
    ])
    expect(Object.keys(shown[0]?.is === 'reported' ? shown[0].report : {}).sort()).toEqual([
      'article',
      'quote',
      'relation',
      'window',
      'words',
    ])
    await reopenNews(newsReviewer, { id: newsId })
    expect((await readLaterStatements(claimId)).shown).toEqual([])
    expect(await edition()).toBeGreaterThan(taken)
  })

  it('goes with the evidence and with its article, and a dismissed one never stands there', async () => {
    const [removed, hidden, dismissed] = [await someNews(), await someNews(), await someNews()]
    for (const { newsId } of [removed, hidden]) await takeNewsAsEvidence(newsReviewer, { id: newsId })
    await dismissNews(newsReviewer, { id: dismissed.newsId })
    const rows = await db().predictionNews.findMany({ where: { id: { in: [removed.newsId, hidden.newsId] } } })
    const rowOf = (id: string) => rows.find((row) => row.id === id)
    const before = await edition()
    await removeEvidence(newsReviewer, { id: rowOf(removed.newsId)?.evidenceId ?? '', reason: 'It speaks of another.' })
    expect(await edition()).toBeGreaterThan(before)
    const data = { hiddenAt: NOON, hiddenReason: 'Asked for.' }
    await db().article.update({ where: { id: rowOf(hidden.newsId)?.articleId }, data })
    for (const { claimId } of [removed, hidden, dismissed])
      expect((await readLaterStatements(claimId)).shown).toEqual([])
  })
})
