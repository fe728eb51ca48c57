import { expect, test } from 'vitest'
import { formatEditionKey, isInsideAddress, parseEditionKey } from './edition-key'

const key = { database: '97fcd874', version: '12', today: '2026-03-09' }

test('an edition key survives the way through an address', () => {
  expect(formatEditionKey(key)).toBe('~97fcd874-12-20260309')
  expect(parseEditionKey(formatEditionKey(key))).toEqual(key)
  expect(parseEditionKey('%7E97fcd874-12-20260309')).toEqual(key)
})

test.each(['claims', '~', '~97fcd874-12', '~97fcd874-12-20260231', '~97fcd874--20260309', '~97fcd874-12-20260309x'])(
  'refuses %s as an edition key',
  (segment) => expect(parseEditionKey(segment)).toBeNull(),
)

test('tells the addresses inside the server from those of readers', () => {
  expect(isInsideAddress('/~97fcd874-12-20260309/claims/x')).toBe(true)
  expect(isInsideAddress('/%7e97fcd874-12-20260309')).toBe(true)
  expect(isInsideAddress('/claims/x')).toBe(false)
})
