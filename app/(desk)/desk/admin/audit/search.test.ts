import { expect, test } from 'vitest'
import { addressOf, parseSearch, toFilter } from './search'

const id = '019a9c00-0000-7000-8000-000000000001'

test('a filter is read from the address', () => {
  expect(toFilter(parseSearch({ type: 'session.started', person: id, entity: `claim:${id}`, before: '120' }))).toEqual({
    type: 'session.started',
    actorId: id,
    entity: { type: 'claim', id },
    before: 120n,
  })
})

test.each([
  { type: ['a', 'b'] },
  { person: 'ada' },
  { entity: 'claim' },
  { entity: `claim:${id}'; DROP` },
  { before: '-1' },
  { before: '9'.repeat(40) },
  { type: '', person: '' },
])('what is malformed counts as not given: %o', (given) => {
  expect(Object.values(toFilter(parseSearch(given))).filter((value) => value !== undefined)).toEqual([])
})

test('an address keeps the rest of the filter', () => {
  const search = parseSearch({ type: 'session.started', before: '120' })
  expect(addressOf(search, { before: '80' })).toBe('/desk/admin/audit?type=session.started&before=80')
  expect(addressOf(search, { type: undefined, before: undefined })).toBe('/desk/admin/audit')
})
