import { afterAll, describe, expect, it } from 'vitest'
import { getEdition, getLastEvent, listHistory, verifyLedger } from '@/lib/audit/queries'
import { contextOf, systemActor } from '@/lib/core/context'
import { db, disconnect } from '@/lib/platform/db'
import { updateArticleDetails } from './commands/details'
import { importArticle } from './commands/import'
import { createPublisher, mergePublishers, undoPublisherMerge } from './commands/publishers'
import { splitPublisher, undoPublisherSplit } from './commands/splitting'
import { requireArticle, requirePublisher } from './queries'
import { listStandingSplits, previewSplit } from './queries/splits'

const NOW = new Date('2025-11-20T09:00:00Z')
const admin = contextOf(systemActor('test'), NOW)
const editor = contextOf(systemActor('test', ['editor']), NOW)
const reviewer = contextOf(systemActor('test', ['reviewer']), NOW)
const reason = 'Two papers of one name.'

let count = 0
const fresh = (name: string) => `${name} ${++count}`
/** A publisher with so many articles, by id. */
async function withArticles(articles: number, name = fresh('Tidewater Times')) {
  const ids: string[] = []
  for (let i = 0; i < articles; i++) {
    const text = `The council of Estwick planted ${++count * 1000 + 21} trees last year, it said. More will follow.`
    ids.push((await importArticle(admin, { text, publisher: name })).articleId)
  }
  const { publisher } = await requireArticle(admin, ids[0] ?? '')
  return { ...publisher, articleIds: ids.sort() }
}
const publisherOf = async (articleId: string) => (await requireArticle(admin, articleId)).publisher.id
const publishersOf = (ids: string[]) => Promise.all(ids.map(publisherOf))

afterAll(disconnect)

describe('splitting a publisher', () => {
  it('moves the chosen articles to a new one, in one public event, and undo restores exactly these', async () => {
    const paper = await withArticles(3)
    await db().publisher.update({ where: { id: paper.id }, data: { country: 'NZ', zone: 'Pacific/Auckland' } })
    const [stays, ...moves] = paper.articleIds
    const before = await getEdition()
    const name = fresh('Tidewater Evening')
    const { intoId, splitId, moved } = await splitPublisher(editor, {
      ...{ publisherId: paper.id, articleIds: moves, name, reason },
    })
    expect(moved).toBe(2)
    expect(await publishersOf([stays ?? '', ...moves])).toEqual([paper.id, intoId, intoId])
    expect(await requirePublisher(admin, intoId)).toMatchObject({ name, country: 'NZ', zone: 'Pacific/Auckland' })
    expect((await getEdition()).version).not.toBe(before.version)
    const event = await getLastEvent(db(), 'publisher', paper.id, 'publisher.split')
    expect(event).toMatchObject({ isPublic: true, payload: { toId: intoId, articleIds: moves } })
    expect(await listStandingSplits(reviewer, paper.id)).toMatchObject([
      { splitId, articles: 2, by: 'system: test', into: { id: intoId, name } },
    ])

    const later = await importArticle(admin, { text: 'Estwick counted 4711 herons in May, it said.', publisher: name })
    expect(await undoPublisherSplit(editor, { publisherId: paper.id, splitId })).toEqual({ moved: 2 })
    expect(await publishersOf([stays ?? '', ...moves])).toEqual([paper.id, paper.id, paper.id])
    expect(await publisherOf(later.articleId)).toBe(intoId)
    expect(await listStandingSplits(reviewer, paper.id)).toEqual([])
    expect((await listHistory(admin, 'publisher', paper.id)).map(({ type }) => type)).toEqual([
      ...['publisher.created', 'publisher.reason_given', 'publisher.split', 'publisher.split_undone'],
    ])
    expect((await verifyLedger()).broken).toBeNull()
  })

  it('moves them to one in the list as well, and tells before what would move', async () => {
    const [paper, other] = [await withArticles(2), await withArticles(1)]
    const [first = '', second = ''] = paper.articleIds
    expect(await previewSplit(reviewer, paper.id, [first, ...other.articleIds])).toMatchObject({
      articles: [{ id: first }],
      ...{ places: 0, unnamed: 0 },
    })
    await splitPublisher(editor, { publisherId: paper.id, articleIds: [first], intoId: other.id, reason })
    expect(await publishersOf([first, second])).toEqual([other.id, paper.id])
  })

  it('takes the name of a known publisher for that publisher, however long the list is', async () => {
    const [paper, other] = [await withArticles(1), await withArticles(1)]
    const name = `  ${other.name.toUpperCase()} `
    const split = await splitPublisher(editor, { publisherId: paper.id, articleIds: paper.articleIds, name, reason })
    expect(split).toMatchObject({ intoId: other.id, intoName: other.name, moved: 1 })
    expect(await publishersOf(paper.articleIds)).toEqual([other.id])
    expect(await db().publisher.count({ where: { nameKey: other.name.toLowerCase() } })).toBe(1)
  })

  it('is an editor’s, also its undo', async () => {
    const paper = await withArticles(1)
    const split = { publisherId: paper.id, articleIds: paper.articleIds, name: fresh('Nobody’s Post'), reason }
    for (const ctx of [reviewer, admin])
      await expect(splitPublisher(ctx, split)).rejects.toMatchObject({ code: 'FORBIDDEN' })
    const { splitId } = await splitPublisher(editor, split)
    const undo = { publisherId: paper.id, splitId }
    for (const ctx of [reviewer, admin])
      await expect(undoPublisherSplit(ctx, undo)).rejects.toMatchObject({ code: 'FORBIDDEN' })
    expect(await requirePublisher(admin, paper.id)).toMatchObject({ _count: { articles: 0 } })
  })

  it.each([
    ['articleIds', { articleIds: [] }],
    ['name', { name: '' }],
    ['reason', { reason: ' ' }],
  ])('is refused with the message at %s', async (field, wrong) => {
    const paper = await withArticles(1)
    const split = { publisherId: paper.id, articleIds: paper.articleIds, name: fresh('Moor Post'), reason, ...wrong }
    await expect(splitPublisher(editor, split)).rejects.toMatchObject({ issues: [{ path: [field] }] })
  })

  it('is refused with all that is missing at once', async () => {
    const { id: publisherId, articleIds } = await withArticles(1)
    await expect(splitPublisher(editor, { publisherId, articleIds, reason: '' })).rejects.toMatchObject({
      issues: [{ path: ['reason'] }, { path: ['name'] }],
    })
  })

  it('is refused into itself, into two and into a merged one, chosen or named', async () => {
    const [paper, merged, into] = [await withArticles(1), await withArticles(1), await withArticles(1)]
    await mergePublishers(editor, { publisherId: merged.id, intoId: into.id, reason })
    const split = { publisherId: paper.id, articleIds: paper.articleIds, reason }
    const refused = (more: { intoId?: string; name?: string }) =>
      expect(splitPublisher(editor, { ...split, ...more })).rejects
    await refused({ intoId: paper.id }).toMatchObject({ issues: [{ path: ['intoId'] }] })
    await refused({ intoId: into.id, name: 'Both' }).toMatchObject({ issues: [{ path: ['name'] }] })
    await refused({ intoId: merged.id }).toMatchObject({ code: 'MOVE_REFUSED', fields: { intoId: expect.any(String) } })
    await refused({ name: merged.name }).toMatchObject({
      code: 'MOVE_REFUSED',
      text: expect.stringContaining('was merged into another publisher'),
      fields: { name: expect.any(String) },
    })
    await refused({ name: paper.name.toUpperCase() }).toMatchObject({
      code: 'BAD_INPUT',
      fields: { name: expect.stringContaining('already') },
    })
    expect(await publishersOf(paper.articleIds)).toEqual([paper.id])
  })

  it('moves all of the chosen articles or none', async () => {
    const [paper, other] = [await withArticles(2), await withArticles(1)]
    const articleIds = [...paper.articleIds, ...other.articleIds]
    const name = fresh('Half Post')
    await expect(splitPublisher(editor, { publisherId: paper.id, articleIds, name, reason })).rejects.toMatchObject({
      code: 'MOVE_REFUSED',
      text: expect.stringContaining('1 of the chosen articles are not with'),
    })
    expect(await publishersOf(paper.articleIds)).toEqual([paper.id, paper.id])
    expect(await db().publisher.count({ where: { name } })).toBe(0)
  })

  it('lets one of two people win who split the same articles at once, and makes one publisher of a name that both give', async () => {
    const [paper, other] = [await withArticles(2), await withArticles(1)]
    const { id: publisherId, articleIds } = paper
    const same = await Promise.allSettled(
      ['Left Post', 'Right Post'].map((name) =>
        splitPublisher(editor, { publisherId, articleIds, name: fresh(name), reason }),
      ),
    )
    expect(same.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
    const [into] = new Set(await publishersOf(articleIds))
    const name = fresh('Twin Post')
    const twins = await Promise.allSettled([
      splitPublisher(editor, { publisherId: into ?? '', articleIds: articleIds.slice(0, 1), name, reason }),
      splitPublisher(editor, { publisherId: other.id, articleIds: other.articleIds, name, reason }),
    ])
    expect(twins.map(({ status }) => status)).toEqual(['fulfilled', 'fulfilled'])
    expect(await db().publisher.count({ where: { name } })).toBe(1)
  })

  it('shows a form of details that was open meanwhile the new publisher instead of moving the article back', async () => {
    const paper = await withArticles(1)
    const [articleId = ''] = paper.articleIds
    const { revision, title } = await requireArticle(admin, articleId)
    const name = fresh('Later Post')
    const { intoId } = await splitPublisher(editor, { publisherId: paper.id, articleIds: [articleId], name, reason })
    await expect(
      updateArticleDetails(editor, { articleId, revision, title, publisherId: paper.id }),
    ).rejects.toMatchObject({ code: 'STALE', details: { theirs: { publisherId: intoId } } })
  })
})

describe('undoing a split', () => {
  const splitOff = async (articles = 2) => {
    const paper = await withArticles(articles)
    const { id: publisherId, articleIds } = paper
    const split = await splitPublisher(editor, { publisherId, articleIds, name: fresh('Quayside Post'), reason })
    return { ...paper, ...split, undo: () => undoPublisherSplit(editor, { publisherId, splitId: split.splitId }) }
  }

  it('is refused as a whole once one of the articles went on', async () => {
    const split = await splitOff()
    const [articleId = ''] = split.articleIds
    const { publisherId } = await createPublisher(editor, { name: fresh('Third Post') })
    const { revision, title } = await requireArticle(admin, articleId)
    await updateArticleDetails(editor, { articleId, revision, title, publisherId })
    await expect(split.undo()).rejects.toMatchObject({
      code: 'MOVE_REFUSED',
      text: expect.stringContaining('1 of the 2 articles went on'),
    })
    expect(await publishersOf(split.articleIds)).toEqual([publisherId, split.intoId])
  })

  it('waits for the undo of a merge that came after it', async () => {
    const split = await splitOff()
    const { publisherId } = await createPublisher(editor, { name: fresh('Third Post') })
    await mergePublishers(editor, { publisherId: split.intoId, intoId: publisherId, reason })
    await expect(split.undo()).rejects.toMatchObject({
      code: 'MOVE_REFUSED',
      text: expect.stringContaining('Undo that merge first'),
    })
    await undoPublisherMerge(editor, { publisherId: split.intoId })
    expect(await split.undo()).toEqual({ moved: 2 })
    expect(await publishersOf(split.articleIds)).toEqual([split.id, split.id])
  })

  it('happens once, whoever asks at the same time, and only for a split of this publisher', async () => {
    const [split, other] = [await splitOff(), await splitOff()]
    const both = await Promise.allSettled([split.undo(), split.undo()])
    expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
    await expect(split.undo()).rejects.toMatchObject({
      code: 'MOVE_REFUSED',
      text: expect.stringContaining('undone already'),
    })
    const foreign = { publisherId: split.id, splitId: other.splitId }
    await expect(undoPublisherSplit(editor, foreign)).rejects.toMatchObject({ code: 'NOT_FOUND' })
    expect(await publishersOf(other.articleIds)).toEqual([other.intoId, other.intoId])
  })
})
