import { afterAll, beforeAll, expect, test } from 'vitest'
import { ANONYMOUS, contextOf, systemActor } from '@/lib/core/context'
import { disconnect } from '@/lib/platform/db'
import { createFirstSettings } from '@/lib/settings/commands'
import { makeClaim } from '@/lib/testing/claims'
import { asOwner } from '@/lib/testing/owner'
import { makePeople, type People } from '@/lib/testing/people'
import { addComment, hideComment } from './commands'
import { getMentioned, listComments } from './queries'

let people: People
let subject: { subjectType: 'claim'; subjectId: string }

beforeAll(async () => {
  people = await makePeople()
  await createFirstSettings(contextOf(systemActor('test'), new Date()), { newsroomName: 'Desk', zone: 'Europe/Vienna' })
  const { claimId } = await makeClaim(people.ada.ctx(), 'The lighthouse has 212 steps.')
  subject = { subjectType: 'claim', subjectId: claimId }
})
afterAll(disconnect)

const bodies = async () => (await listComments(people.ben.ctx(), subject)).comments.map(({ body }) => body)

test('comments are read oldest first, and a hidden one leaves its place', async () => {
  const first = await addComment(people.ada.ctx(), { ...subject, body: 'Who counted the steps?' })
  await addComment(people.ben.ctx(), { ...subject, body: 'The keeper did.' })
  expect(await bodies()).toEqual(['Who counted the steps?', 'The keeper did.'])
  await hideComment(people.ada.ctx(), first)
  await hideComment(people.ada.ctx(), first)
  expect(await bodies()).toEqual([null, 'The keeper did.'])
})

test('a comment is hidden by its author or an editor only', async () => {
  const mine = await addComment(people.ben.ctx(), { ...subject, body: 'By an editor.' })
  await expect(hideComment(people.ada.ctx(), mine)).rejects.toMatchObject({ code: 'FORBIDDEN' })
  await hideComment(people.dora.ctx(), mine)
})

test('is refused to readers, on what is not there, and with text that cannot be stored', async () => {
  const reader = contextOf(ANONYMOUS, new Date())
  await expect(addComment(reader, { ...subject, body: 'Hello' })).rejects.toMatchObject({ code: 'FORBIDDEN' })
  await expect(listComments(reader, subject)).rejects.toMatchObject({ code: 'NOT_FOUND' })
  const nowhere = { ...subject, subjectId: '01890000-0000-7000-8000-000000000001' }
  await expect(addComment(people.ada.ctx(), { ...nowhere, body: 'Hello' })).rejects.toMatchObject({ code: 'NOT_FOUND' })
  await expect(addComment(people.ada.ctx(), { ...subject, body: 'a\u0000b' })).rejects.toThrow(/NUL/)
  await expect(addComment(people.ada.ctx(), { ...subject, body: ' ' })).rejects.toThrow(/The comment is needed/)
})

test('long discussions are paged backwards', async () => {
  for (let n = 1; n <= 51; n++) await addComment(people.ada.ctx(), { ...subject, body: `Comment ${n}` })
  const newest = await listComments(people.ada.ctx(), subject)
  expect([newest.comments.length, newest.hasEarlier, newest.comments.at(-1)?.body]).toEqual([50, true, 'Comment 51'])
  const earlier = await listComments(people.ada.ctx(), { ...subject, before: newest.comments[0]?.id })
  expect(earlier.comments.at(-1)?.body).toBe('Comment 1')
  expect(earlier.hasEarlier).toBe(false)
})

test('names people as they are called when it is written; each reader sees whether it is them', async () => {
  const { id } = await addComment(people.ada.ctx(), {
    ...subject,
    body: '@Ben Okafor or @Cleo: is 212 right? Not @Nobody.',
  })
  const parts = async (who: keyof People) => (await listComments(people[who].ctx(), subject)).comments.at(-1)?.parts
  expect(await parts('ben')).toEqual([
    { text: '@Ben Okafor', names: 'you' },
    { text: ' or ', names: 'nobody' },
    { text: '@Cleo', names: 'colleague' },
    { text: ': is 212 right? Not @Nobody.', names: 'nobody' },
  ])
  expect((await getMentioned(id))?.userIds).toEqual([people.ben.id, people.cleo.id])
  await hideComment(people.ada.ctx(), { id })
  expect([await parts('ben'), await getMentioned(id)]).toEqual([[], null])
})

test('nobody is written into a comment, or out of it, later', async () => {
  const { id } = await addComment(people.ada.ctx(), { ...subject, body: 'Ask @Ben.' })
  const change = `UPDATE comment_mention SET user_id = '${people.dora.id}' WHERE comment_id = '${id}'`
  await expect(asOwner(change)).rejects.toThrow(/refused/)
  await expect(asOwner(`DELETE FROM comment_mention WHERE comment_id = '${id}'`)).rejects.toThrow(/refused/)
})
