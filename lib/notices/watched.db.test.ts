import { afterAll, beforeAll, expect, test } from 'vitest'
import { setPreference } from '@/lib/accounts/commands/preferences'
import { listPredictionQueue } from '@/lib/desk/queries/prediction-queue'
import { PredictionQueueQuery } from '@/lib/desk/schema/predictions'
import { db, disconnect } from '@/lib/platform/db'
import { savePrediction } from '@/lib/predictions/commands/opening'
import { makeClaim, makePerson, makePublisher } from '@/lib/testing/predictions'
import { base, editor, opened, openRecordDesk, type Person, reviewer, TODAY } from '@/lib/testing/records'
import { listWaiting } from './queries/waiting'
import { listWatched } from './queries/watched'

beforeAll(openRecordDesk)
afterAll(disconnect)

const told = async (who: Person) =>
  (await listWatched(who, TODAY)).map(({ title, count, path, items }) => ({ title, count, path, first: items[0]?.why }))

test('the digest tells of what is overdue, due, due soon and without criteria: one’s own, the newsroom’s, or none', async () => {
  const until = (to: string, graceDays = 0) => opened({}, { window: { from: '2025-07-01', to }, graceDays })
  await until('2026-05-25', 5)
  await until('2026-05-25', 20)
  await until('2026-06-20')
  await until('2026-12-31')
  const cara = await makePerson('Cara', ['reviewer'])
  const claimId = await makeClaim({
    ...{ statement: 'The tunnel will open', publisherId: await makePublisher('Quay Daily'), publishedOn: '2025-02-07' },
  })
  await savePrediction(cara, { claimId, revision: null, content: { ...base, criteria: '' } })

  const mine = [
    ['overdue', 'Your predictions, overdue', 1, 'Overdue since 31 May 2026'],
    ['due', 'Your predictions, due', 1, 'In grace until 14 Jun 2026'],
    ['due_soon', 'Your predictions, due soon', 1, 'Due in 19 days'],
    ['no_criteria', 'Your predictions without criteria', 0, undefined],
  ].map(([view, title, count, first]) => ({ title, count, first, path: `/desk/predictions?view=${view}&whose=mine` }))
  expect(await told(reviewer)).toEqual(mine)
  expect(await told(editor)).toEqual(mine)
  expect((await told(cara)).map(({ count }) => count)).toEqual([0, 0, 0, 1])
  await setPreference(cara, 'digest_predictions', 'all')
  expect(await told(cara)).toMatchObject([
    { title: 'Predictions, overdue', count: 1, path: '/desk/predictions?view=overdue' },
    { title: 'Predictions, due', count: 1 },
    { title: 'Predictions, due soon', count: 1 },
    { title: 'Predictions without criteria', count: 1, first: null },
  ])
  expect((await listWaiting(cara, 'Europe/Vienna')).map(({ title }) => title)).toEqual([
    'Predictions, overdue',
    'Predictions, due',
    'Predictions, due soon',
    'Predictions without criteria',
  ])
  await setPreference(cara, 'digest_predictions', 'none')
  expect(await told(cara)).toEqual([])
  expect(await told(await makePerson('Adam', ['admin']))).toEqual([])
  expect(await db().preference.count({ where: { key: 'digest_predictions' } })).toBe(1)
})

test('what the digest tells of is, piece by piece and in its order, what stands in the list that it leads to', async () => {
  const hidden = await opened({}, { window: { from: '2025-07-01', to: '2026-05-20' }, graceDays: 0 })
  await db().claim.update({ where: { id: hidden.claimId }, data: { state: 'hidden', hiddenReason: 'Said elsewhere.' } })
  const last = await opened({}, { window: { from: '2025-07-01', to: TODAY }, graceDays: 0 })
  const cared = await makePerson('Ina', ['reviewer'])
  await db().claim.update({ where: { id: last.claimId }, data: { assigneeId: cared.actor.id } })
  for (const who of [reviewer, editor, cared])
    for (const which of ['mine', 'all'] as const) {
      await setPreference(who, 'digest_predictions', which)
      for (const { path, count, items } of await listWatched(who, TODAY)) {
        const query = PredictionQueueQuery.parse(Object.fromEntries(new URL(path, 'http://desk.example').searchParams))
        const listed = (await listPredictionQueue(who, query)).items.map(
          ({ claimId }) => `/desk/predictions/${claimId}`,
        )
        expect([path, count]).toEqual([path, listed.length])
        expect(items.map((item) => item.path)).toEqual(listed.slice(0, items.length))
      }
    }
})
