import { afterAll, beforeAll, expect, test } from 'vitest'
import { ANONYMOUS, contextOf } from '@/lib/core/context'
import { db, disconnect } from '@/lib/platform/db'
import { type MadeClaim, makeClaim } from '@/lib/testing/claims'
import { makePeople, type People } from '@/lib/testing/people'
import { findAtDesk } from './queries/finding'

let people: People
let claim: MadeClaim
beforeAll(async () => {
  people = await makePeople()
  claim = await makeClaim(people.dora.ctx(), 'The harbour of Élmstead shipped 40 barges of gravel.')
})
afterAll(disconnect)

const find = (typed: string) => findAtDesk(people.ada.ctx(), typed)

test('claims, articles, speakers and publishers are found by the beginnings of their words, in any order', async () => {
  expect(await find('grav barg')).toMatchObject([
    { kind: 'claim', id: claim.claimId, href: `/desk/claims/${claim.claimId}` },
  ])
  const article = await db().article.findUniqueOrThrow({ where: { id: claim.articleId } })
  expect(await find(article.title)).toContainEqual(
    expect.objectContaining({ kind: 'article', id: article.id, about: 'Quay Daily' }),
  )
  expect((await find('quay da')).map(({ kind, words }) => [kind, words])).toContainEqual(['publisher', 'Quay Daily'])
  expect((await find('speaker of')).map(({ kind }) => kind)).toContain('speaker')
  expect(await find('grav zeppelin')).toEqual([])
})

test('a prediction is told from a claim', async () => {
  const made = await makeClaim(people.dora.ctx(), 'The ferry will sail to Osterholm by June 2027.', {
    kind: 'prediction',
  })
  expect(await find('osterh ferry')).toMatchObject([{ kind: 'prediction', id: made.claimId }])
})

test('what is hidden is not found', async () => {
  const made = await makeClaim(people.dora.ctx(), 'The windmill of Quillbury turned 900 times.')
  await db().claim.update({ where: { id: made.claimId }, data: { state: 'hidden', hiddenReason: 'A test.' } })
  expect(await find('quillbury windmill')).toEqual([])
})

test.each(['zq\u0000', '\ud800zq'])('%j is searched for by what of it is words', async (typed) => {
  expect(await find(typed)).toEqual([])
})

test.each(['', ' ', 'a', "'", '& | ! :*', '\\', "x' | 'y", '%', '\u0000'])(
  '%j finds nothing and breaks nothing',
  async (typed) => {
    expect(await find(typed)).toEqual([])
  },
)

test('only the staff finds anything', async () => {
  await expect(findAtDesk(contextOf(ANONYMOUS, new Date()), 'gravel')).rejects.toThrow('NOT_FOUND')
})
