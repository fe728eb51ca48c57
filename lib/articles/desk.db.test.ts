import { afterAll, describe, expect, it } from 'vitest'
import { getEdition, listHistory } from '@/lib/audit/queries'
import { contextOf, systemActor } from '@/lib/core/context'
import { db, disconnect } from '@/lib/platform/db'
import { makePeople } from '@/lib/testing/people'
import { acceptedClaim } from '@/lib/testing/triage'
import { confirmPublicationDay, hideArticle, showArticle, updateArticleDetails } from './commands/details'
import { importArticle } from './commands/import'
import { createPublisher, editPublisher, mergePublishers, undoPublisherMerge } from './commands/publishers'
import { listArticles, listPublishers, requireArticle, requirePublisher } from './queries'

const NOW = new Date('2025-11-20T09:00:00Z')
const admin = contextOf(systemActor('test'), NOW)
const editor = contextOf(systemActor('test', ['editor']), NOW)

let count = 0
const importOne = async (more: { publisher?: string; url?: string } = {}) => {
  const text = `The council of Estwick planted ${++count * 1000 + 21} trees last year, it said. More will follow.`
  const { articleId } = await importArticle(admin, { text, ...more })
  return requireArticle(admin, articleId)
}
const typesOf = async (entity: string, id: string) => (await listHistory(admin, entity, id)).map((event) => event.type)

afterAll(disconnect)

describe('the publication day', () => {
  it('is confirmed by a person, and the event tells what it was before', async () => {
    const article = await importOne()
    await confirmPublicationDay(editor, {
      articleId: article.id,
      publishedOn: '2025-10-02',
      revision: article.revision,
    })
    const after = await requireArticle(admin, article.id)
    expect(after).toMatchObject({ publishedOn: '2025-10-02', publishedOnBasis: 'Confirmed by system: test' })
    const history = await listHistory(admin, 'article', article.id)
    expect(history.at(-1)).toMatchObject({
      type: 'article.day_confirmed',
      payload: { before: null, publishedOn: '2025-10-02' },
    })
  })

  it('refuses a day to come, and a save over another one', async () => {
    const { id: articleId, revision } = await importOne()
    await expect(
      confirmPublicationDay(editor, { articleId, publishedOn: '2025-12-24', revision }),
    ).rejects.toMatchObject({
      fields: { publishedOn: expect.stringContaining('still to come') },
    })
    await confirmPublicationDay(editor, { articleId, publishedOn: '2025-10-02', revision })
    await expect(
      confirmPublicationDay(editor, { articleId, publishedOn: '2025-10-03', revision }),
    ).rejects.toMatchObject({
      code: 'STALE',
      details: { theirs: { publishedOn: '2025-10-02' } },
    })
    expect((await requireArticle(admin, articleId)).publishedOn).toBe('2025-10-02')
  })

  it('lets one of twenty people who save at once win', async () => {
    const { id: articleId, revision } = await importOne()
    const saves = Array.from({ length: 20 }, (_, i) =>
      confirmPublicationDay(editor, { articleId, publishedOn: `2025-10-${String(i + 1).padStart(2, '0')}`, revision }),
    )
    const settled = await Promise.allSettled(saves)
    expect(settled.filter((s) => s.status === 'fulfilled')).toHaveLength(1)
    expect(await typesOf('article', articleId)).toEqual(['article.imported', 'article.day_confirmed'])
  })
})

describe('details', () => {
  it('are corrected, and the article is found by its new address', async () => {
    const article = await importOne()
    const { id: articleId, revision, publisher } = article
    const edit = {
      articleId,
      revision,
      title: 'Estwick plants',
      byline: '',
      url: 'https://estwick.example/t?utm_source=x',
      publisherId: publisher.id,
    }
    await updateArticleDetails(editor, edit)
    expect(await requireArticle(admin, articleId)).toMatchObject({
      title: 'Estwick plants',
      byline: null,
      url: 'https://estwick.example/t',
    })
    const again = await importArticle(admin, {
      text: 'Estwick planted again this year, the council said.',
      url: 'https://estwick.example/t',
    })
    expect(again).toMatchObject({ outcome: 'newSnapshot', articleId })
  })

  it('refuse an address that another article has, and a publisher that is none', async () => {
    await importOne({ url: 'https://estwick.example/taken' })
    const { id: articleId, revision, publisher } = await importOne()
    const edit = {
      articleId,
      revision,
      title: 'Trees',
      byline: null,
      url: 'https://estwick.example/taken',
      publisherId: publisher.id,
    }
    await expect(updateArticleDetails(editor, edit)).rejects.toMatchObject({
      code: 'ALREADY_EXISTS',
      fields: { url: expect.any(String) },
    })
    await expect(updateArticleDetails(editor, { ...edit, url: null, publisherId: articleId })).rejects.toMatchObject({
      fields: { publisherId: expect.any(String) },
    })
  })
})

it('hides an article with a reason and brings it back', async () => {
  const { id: articleId } = await importOne()
  await hideArticle(editor, { articleId, reason: 'Imported by mistake' })
  expect((await listArticles(admin)).articles.map((a) => a.id)).not.toContain(articleId)
  expect((await listArticles(admin, { hidden: true })).articles.map((a) => a.id)).toContain(articleId)
  await expect(hideArticle(editor, { articleId, reason: 'Again' })).rejects.toMatchObject({ code: 'MOVE_REFUSED' })
  await showArticle(editor, { articleId, reason: 'It was right after all' })
  expect((await listArticles(admin)).articles.map((a) => a.id)).toContain(articleId)
})

describe('an article in which a published claim was made', () => {
  it('is changed and hidden by an editor only, and its news is public without the reason', async () => {
    const people = await makePeople(NOW)
    const [ada, ben] = [people.ada.ctx(NOW), people.ben.ctx(NOW)]
    const { articleId, claimId } = await acceptedClaim(ada, 'The port of Estwick handled 54,000 containers in 2024.')
    const { revision, publisher, title, isCited } = await requireArticle(ada, articleId)
    expect(isCited).toBe(false)
    const edit = { articleId, title, byline: 'A. Writer', url: null, publisherId: publisher.id }
    const saved = await updateArticleDetails(ada, { ...edit, revision })
    await db().claim.update({ where: { id: claimId }, data: { state: 'published', firstPublishedAt: NOW } })

    const refused = { code: 'FORBIDDEN', text: expect.stringContaining('editor') }
    const day = { articleId, publishedOn: '2025-10-03', revision: saved.revision }
    await expect(updateArticleDetails(ada, { ...edit, ...saved })).rejects.toMatchObject(refused)
    await expect(updateArticleDetails(admin, { ...edit, ...saved })).rejects.toMatchObject(refused)
    await expect(confirmPublicationDay(ada, day)).rejects.toMatchObject(refused)
    await expect(hideArticle(admin, { articleId, reason: 'A call came' })).rejects.toMatchObject(refused)
    expect(await requireArticle(ben, articleId)).toMatchObject({ isCited: true, hiddenAt: null })

    await confirmPublicationDay(ben, day)
    await hideArticle(ben, { articleId, reason: 'A wrong text' })
    const events = await listHistory(admin, 'article', articleId)
    const isPublic = new Map(
      (await db().auditEvent.findMany({ where: { entityId: articleId } })).map((row) => [row.id, row.isPublic]),
    )
    expect(events.map((event) => [event.type, isPublic.get(event.id)])).toEqual([
      ['article.imported', false],
      ['article.details_updated', false],
      ['article.day_confirmed', true],
      ['article.reason_given', false],
      ['article.hidden', true],
    ])
    expect(events.slice(-2).map((event) => event.payload)).toEqual([{ reason: 'A wrong text' }, {}])
  })
})

it('leaves the public pages alone while no published claim stands on an article', async () => {
  const before = await getEdition()
  const { id: articleId, revision } = await importOne({ publisher: 'Quiet Gazette' })
  await confirmPublicationDay(editor, { articleId, publishedOn: '2025-10-02', revision })
  await hideArticle(editor, { articleId, reason: 'Imported by mistake' })
  expect(await getEdition()).toEqual(before)
})

describe('publishers', () => {
  it('are added and edited, one name each', async () => {
    const { publisherId } = await createPublisher(editor, {
      name: 'Dune Gazette',
      domain: 'Dune.Example',
      country: 'nl',
      zone: 'Europe/Amsterdam',
    })
    expect(await requirePublisher(admin, publisherId)).toMatchObject({
      slug: 'dune-gazette',
      domain: 'dune.example',
      country: 'NL',
    })
    await expect(
      createPublisher(editor, { name: 'dune gazette', domain: null, country: null, zone: null }),
    ).rejects.toMatchObject({
      code: 'ALREADY_EXISTS',
      fields: { name: expect.any(String) },
    })
    const edit = { publisherId, revision: 1, name: 'Dune Gazette', domain: null, country: null, zone: '' }
    expect(await editPublisher(editor, edit)).toEqual({ revision: 2 })
    await expect(editPublisher(editor, edit)).rejects.toMatchObject({ code: 'STALE' })
  })

  it.each([
    ['domain', { name: 'A', domain: 'https://a.example/', country: null, zone: null }],
    ['country', { name: 'A', domain: null, country: 'Japan', zone: null }],
    ['zone', { name: 'A', domain: null, country: null, zone: 'Mars/Olympus' }],
    ['name', { name: ' ', domain: null, country: null, zone: null }],
  ])('are refused with the message at %s', async (field, input) => {
    await expect(createPublisher(editor, input)).rejects.toMatchObject({ issues: [{ path: [field] }] })
  })

  it('are merged with their articles, stand for each other at import, and are split by undo', async () => {
    const old = await importOne({ publisher: 'Old Herald' })
    const into = await importOne({ publisher: 'New Herald' })
    await mergePublishers(editor, {
      publisherId: old.publisher.id,
      intoId: into.publisher.id,
      reason: 'Renamed in 2024',
    })
    expect((await requireArticle(admin, old.id)).publisher.id).toBe(into.publisher.id)
    const later = await importOne({ publisher: 'Old Herald' })
    expect(later.publisher.id).toBe(into.publisher.id)

    expect(await undoPublisherMerge(editor, { publisherId: old.publisher.id })).toEqual({ moved: 1 })
    expect((await requireArticle(admin, old.id)).publisher.id).toBe(old.publisher.id)
    expect((await requireArticle(admin, later.id)).publisher.id).toBe(into.publisher.id)
    await expect(undoPublisherMerge(editor, { publisherId: old.publisher.id })).rejects.toMatchObject({
      code: 'MOVE_REFUSED',
    })
    expect(await typesOf('publisher', old.publisher.id)).toEqual([
      'publisher.created',
      'publisher.reason_given',
      'publisher.merged',
      'publisher.merge_undone',
    ])
  })

  it('are not merged in a circle, into themselves, or by people without the right', async () => {
    const [a, b] = [
      (await importOne({ publisher: 'Left' })).publisher.id,
      (await importOne({ publisher: 'Right' })).publisher.id,
    ]
    const reason = 'One house'
    await expect(mergePublishers(editor, { publisherId: a, intoId: a, reason })).rejects.toMatchObject({
      issues: [{ path: ['intoId'] }],
    })
    await expect(mergePublishers(admin, { publisherId: a, intoId: b, reason })).rejects.toMatchObject({
      code: 'FORBIDDEN',
    })
    const both = await Promise.allSettled([
      mergePublishers(editor, { publisherId: a, intoId: b, reason }),
      mergePublishers(editor, { publisherId: b, intoId: a, reason }),
    ])
    expect(both.map((r) => r.status).sort()).toEqual(['fulfilled', 'rejected'])
    expect(await db().publisher.count({ where: { id: { in: [a, b] }, mergedIntoId: null } })).toBe(1)
  })

  it('are not merged when they stand for articles that name none', async () => {
    const [unknown, named] = [await importOne(), await importOne({ publisher: 'Named Post' })]
    const merge = { publisherId: unknown.publisher.id, intoId: named.publisher.id, reason: 'Probably the same' }
    await expect(mergePublishers(editor, merge)).rejects.toMatchObject({ code: 'MOVE_REFUSED' })
    expect((await requireArticle(admin, unknown.id)).publisher.name).toBe('Unknown publisher')
  })

  it('are listed by name, page by page', async () => {
    const all = (await listPublishers(admin)).publishers.map((p) => p.id)
    const first = await listPublishers(admin, { limit: 2 })
    const second = await listPublishers(admin, { limit: 2, after: first.next ?? undefined })
    expect([...first.publishers, ...second.publishers].map((p) => p.id)).toEqual(all.slice(0, 4))
  })
})
