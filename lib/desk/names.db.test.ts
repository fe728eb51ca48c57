import { afterAll, beforeAll, expect, test } from 'vitest'
import { ANONYMOUS, type Context, contextOf } from '@/lib/core/context'
import { newId } from '@/lib/core/ids'
import { disconnect } from '@/lib/platform/db'
import { makeClaim, makeNewsroom, makePerson, makePublisher, NOON } from '@/lib/testing/predictions'
import { listNames } from './queries/names'

let admin: Context
beforeAll(async () => {
  await makeNewsroom()
  admin = await makePerson('Alma', ['admin'])
})
afterAll(disconnect)

test('things are called by their names as they are now; what is gone or has none is missing', async () => {
  const publisherId = await makePublisher('Quay Daily')
  const claimId = await makeClaim({ statement: 'The bridge opens in May.', publisherId, publishedOn: '2026-04-01' })
  const gone = newId()
  const names = await listNames(admin, [
    { type: 'publisher', id: publisherId },
    { type: 'claim', id: claimId },
    { type: 'user', id: admin.actor.id ?? '' },
    { type: 'publisher', id: gone },
    { type: 'weather', id: gone },
    { type: 'claim', id: 'no id' },
  ])
  expect(names.get(`publisher:${publisherId}`)).toBe('Quay Daily')
  expect(names.get(`claim:${claimId}`)).toContain('The bridge opens in May')
  expect(names.get(`user:${admin.actor.id}`)).toBe('Alma')
  expect(names.size).toBe(3)
})

test('readers are told no names', async () => {
  await expect(listNames(contextOf(ANONYMOUS, NOON), [])).rejects.toMatchObject({ code: 'NOT_FOUND' })
})
