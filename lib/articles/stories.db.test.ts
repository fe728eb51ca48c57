import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { contextOf, systemActor } from '@/lib/core/context'
import { db, disconnect } from '@/lib/platform/db'
import { makePeople, type People } from '@/lib/testing/people'
import { copyOf, type Edits, generatedArticle } from '@/lib/testing/stories'
import { hideArticle } from './commands/details'
import { importArticle } from './commands/import'
import { linkAllStories } from './commands/signing'
import { joinStory, leaveStory, linkStory } from './commands/stories'
import { getStory, nearSql, summariseStories } from './queries/stories'
import { shinglesOf, storyBands } from './rules/stories'

const NOW = new Date('2025-11-20T09:00:00Z')
const admin = contextOf(systemActor('test'), NOW)
let people: People
const ben = () => people.ben.ctx(NOW)

beforeAll(async () => {
  people = await makePeople(NOW)
})
afterAll(disconnect)

let seed = 0
/** An article that no other test imports, and what other publishers make of it. */
function freshStory() {
  const paragraphs = generatedArticle(++seed * 101)
  return { original: paragraphs, copy: (edits: Edits = { added: 0.1 }) => copyOf(paragraphs, ++seed, edits) }
}
async function imported(paragraphs: readonly string[], publisher: string, publishedOn?: string): Promise<string> {
  const { articleId } = await importArticle(admin, { text: paragraphs.join('\n\n'), publisher, publishedOn })
  return articleId
}
const linked = async (paragraphs: readonly string[], publisher: string, publishedOn?: string) => {
  const articleId = await imported(paragraphs, publisher, publishedOn)
  await linkStory(admin, articleId)
  return articleId
}
const membersOf = async (articleId: string) =>
  (await getStory(ben(), articleId))?.articles.map((member) => member.articleId) ?? null

describe('copies of one text', () => {
  it('become one story with its first publisher, whichever is imported first', async () => {
    const { original, copy } = freshStory()
    const later = await linked(copy({ cutTail: 0.3 }), 'Coast Post', '2025-11-03')
    expect(await membersOf(later)).toBeNull()
    const undated = await linked(copy({ added: 0.1 }), 'Norhaven Times')
    const first = await linked(original, 'Quay Daily', '2025-11-02')
    expect(await membersOf(undated)).toEqual([first, later, undated])
    const summary = {
      others: 2,
      publications: 2,
      firstArticleId: first,
      firstPublisher: 'Quay Daily',
      firstOn: '2025-11-02',
    }
    expect(await summariseStories(ben(), [undated, later])).toEqual(
      new Map([
        [undated, summary],
        [later, summary],
      ]),
    )
    const events = await db().auditEvent.findMany({
      where: { entityId: { in: [later, undated, first] }, type: 'article.story_joined' },
    })
    expect(events).toHaveLength(3)
  })

  it('are linked once when both are looked at in the same moment, and the job runs twice', async () => {
    const { original, copy } = freshStory()
    const ids = [
      await imported(original, 'Quay Daily'),
      await imported(copy(), 'Coast Post'),
      await imported(copy(), 'Norhaven Times'),
    ]
    const results = await Promise.all([...ids, ...ids].map((id) => linkStory(admin, id)))
    expect(results.filter(({ outcome }) => outcome === 'unchanged')).toHaveLength(3)
    expect(await membersOf(ids[0] ?? '')).toEqual([...ids].sort())
    expect(await db().auditEvent.count({ where: { entityId: { in: ids }, type: 'article.story_joined' } })).toBe(3)
    expect(await linkStory(admin, ids[0] ?? '')).toEqual({ outcome: 'unchanged', linked: 0 })
  })

  it('make one of two stories when a text between them comes', async () => {
    const { original, copy } = freshStory()
    const rest = generatedArticle(++seed * 101)
    const [a, b] = [await linked(original, 'Quay Daily'), await linked(copy(), 'Coast Post')]
    const other = rest.slice(0, 8)
    const [c, d] = [await linked(other, 'Norhaven Times'), await linked(copyOf(other, ++seed, {}), 'Fen Echo')]
    expect([await membersOf(a), await membersOf(c)]).toEqual([
      [a, b],
      [c, d],
    ])
    await joinStory(ben(), { articleId: b, other: c })
    expect(await membersOf(d)).toEqual([a, b, c, d])
    expect(await db().story.count({ where: { articles: { none: {} } } })).toBe(0)
  })

  it('are looked at again when a text changes', async () => {
    const { original, copy } = freshStory()
    const first = await linked(original, 'Quay Daily')
    const other = await linked(generatedArticle(++seed * 101), 'Coast Post')
    expect(await membersOf(other)).toBeNull()
    await importArticle(admin, { text: copy().join('\n\n'), articleId: other })
    expect(await linkStory(admin, other)).toEqual({ outcome: 'looked', linked: 2 })
    expect(await membersOf(first)).toEqual([first, other])
  })

  it('that were imported before are found by going over all articles, once', async () => {
    const { original, copy } = freshStory()
    const [a, b] = [await imported(original, 'Quay Daily'), await imported(copy(), 'Coast Post')]
    const told: number[] = []
    const { looked, failed } = await linkAllStories(admin, (summary) => told.push(summary.looked))
    expect(failed).toEqual([])
    expect(looked).toBeGreaterThanOrEqual(2)
    expect(told.at(-1)).toBe(looked)
    expect(await membersOf(a)).toEqual([a, b])
    expect(await linkAllStories(admin)).toEqual({ looked: 0, linked: 0, failed: [] })
  })

  it('do not count where they are hidden', async () => {
    const { original, copy } = freshStory()
    const [a, b] = [await linked(original, 'Quay Daily'), await linked(copy(), 'Coast Post')]
    await hideArticle(ben(), { articleId: a, reason: 'Twice here.' })
    expect(await membersOf(b)).toBeNull()
    expect(await summariseStories(ben(), [b])).toEqual(new Map())
  })
})

describe('a person', () => {
  it('takes an article out, and it is not linked again, also with a changed text; the others stay one', async () => {
    const { original, copy } = freshStory()
    const [a, b, c] = [
      await linked(original, 'Quay Daily'),
      await linked(copy(), 'Coast Post'),
      await linked(copy(), 'Fen Echo'),
    ]
    await leaveStory(ben(), { articleId: b, reason: 'Own reporting.' })
    expect([await membersOf(a), await membersOf(b)]).toEqual([[a, c], null])
    await importArticle(admin, { text: copy().join('\n\n'), articleId: b })
    await linkStory(admin, b)
    expect(await membersOf(b)).toBeNull()
    const d = await linked(copy(), 'Norhaven Times')
    const [ofD, ofB] = [await membersOf(d), await membersOf(b)]
    expect(ofD?.includes(a)).not.toBe(ofB?.includes(d) ?? false)
    await joinStory(ben(), { articleId: b, other: a })
    expect(await membersOf(b)).toEqual([a, b, c, d])
    await expect(joinStory(ben(), { articleId: b, other: a })).rejects.toMatchObject({ code: 'MOVE_REFUSED' })
  })

  it('links by hand what no rule finds', async () => {
    const [a, b] = [
      await imported(freshStory().original, 'Quay Daily'),
      await imported(freshStory().original, 'Coast Post'),
    ]
    expect(await joinStory(people.cleo.ctx(NOW), { articleId: a, other: b })).toEqual({ linked: 2 })
    expect((await getStory(ben(), a))?.articles).toMatchObject([
      { articleId: a, similarity: null, linkedBy: { name: 'Cleo Brandt' } },
      { articleId: b },
    ])
  })

  it('names the other by its address, here or at its publisher; what is none is told at the field', async () => {
    const url = `https://fen-echo.example/${++seed}`
    const a = await imported(freshStory().original, 'Quay Daily')
    const { articleId: b } = await importArticle(admin, { text: freshStory().original.join(' '), url })
    for (const other of ['https://nowhere.example/x', 'Fen Echo', `https://desk.example/desk/articles/${a}?c=1`])
      await expect(joinStory(ben(), { articleId: a, other })).rejects.toMatchObject({
        ...{ code: 'BAD_INPUT', fields: { other: expect.any(String) } },
      })
    await joinStory(ben(), { articleId: a, other: `${url}?utm_source=x` })
    expect(await membersOf(b)).toEqual([a, b])
    await leaveStory(ben(), { articleId: b, reason: 'Not the same.' })
    await joinStory(ben(), { articleId: a, other: `https://desk.example/desk/articles/${b}#claims` })
    expect(await membersOf(a)).toEqual([a, b])
  })

  it('who is a reviewer only does neither, and nothing is taken out of a story of one', async () => {
    const { original, copy } = freshStory()
    const [a, b] = [await linked(original, 'Quay Daily'), await linked(copy(), 'Coast Post')]
    const ada = people.ada.ctx(NOW)
    await expect(leaveStory(ada, { articleId: a, reason: 'No.' })).rejects.toMatchObject({ code: 'FORBIDDEN' })
    await expect(joinStory(ada, { articleId: a, other: b })).rejects.toMatchObject({ code: 'FORBIDDEN' })
    await expect(linkStory(ben(), a)).rejects.toMatchObject({ code: 'FORBIDDEN' })
    await leaveStory(ben(), { articleId: a, reason: 'Own reporting.' })
    await expect(leaveStory(ben(), { articleId: a, reason: 'Again.' })).rejects.toMatchObject({ code: 'MOVE_REFUSED' })
  })
})

it('the look-up uses the index on bands', async () => {
  const bands = storyBands(shinglesOf(freshStory().original.join(' ')))
  const { text, values } = nearSql('00000000-0000-7000-8000-000000000000', bands)
  const rows = await db().$transaction(async (tx) => {
    await tx.$executeRawUnsafe('SET LOCAL enable_seqscan = off')
    return tx.$queryRawUnsafe<{ 'QUERY PLAN': string }[]>(`EXPLAIN ${text}`, ...values)
  })
  expect(rows.map((row) => row['QUERY PLAN']).join('\n')).toMatch(/Bitmap Index Scan on article_signature_bands/)
})
