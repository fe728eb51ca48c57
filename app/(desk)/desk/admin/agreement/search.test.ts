import { expect, test } from 'vitest'
import type { TwiceRated } from '@/lib/verdicts/queries/agreement'
import { addressOf, counted, pageOf, pairsOf, parseSearch } from './search'

const id = (n: number): string => `01890000-0000-7000-8000-${String(n).padStart(12, '0')}`
const row = (
  n: number,
  first: string,
  second: string,
  notBlindBecause: TwiceRated['notBlindBecause'] = null,
): TwiceRated => ({
  ...{ id: id(n), claim: { id: id(900), shortForm: 'A claim' }, scale: 's', at: '2026-03-01T10:00:00.000Z' },
  ...{ firstRater: { id: first, name: first }, secondRater: { id: second, name: second } },
  ...{ first: 'true', second: 'false', notBlindBecause },
})

test('who is first and who is second makes a pair; the one with the most claims comes first', () => {
  const pairs = pairsOf([row(1, 'ada', 'ben'), row(2, 'ben', 'ada'), row(3, 'ben', 'ada')])
  expect(pairs.map(({ first, second, rows }) => [first.id, second.id, rows.length])).toEqual([
    ['ben', 'ada', 2],
    ['ada', 'ben', 1],
  ])
})

test('what was not rated blind is not counted', () => {
  expect(counted([row(1, 'ada', 'ben'), row(2, 'ada', 'ben', 'looked')]).map((one) => one.id)).toEqual([id(1)])
})

test('an address says which figure is looked into, and nonsense in it is left out', () => {
  const search = { scale: 3, first: id(1), second: id(2) }
  const address = addressOf(search)
  expect(parseSearch(Object.fromEntries(new URL(address, 'https://desk.example').searchParams))).toMatchObject(search)
  expect(parseSearch({ scale: 'x', first: 'ada', before: ['1', '2'] })).toEqual({})
  expect(addressOf({})).toBe('/desk/admin/agreement')
})

test('the list goes on where a page ended, until all are shown once', () => {
  const rows = Array.from({ length: 230 }, (_, n) => row(n, 'ada', 'ben'))
  const seen: string[] = []
  let before: string | undefined
  do {
    const { shown, next } = pageOf(rows, before)
    seen.push(...shown.map((one) => one.id))
    before = next
  } while (before !== undefined)
  expect(seen).toEqual(rows.map((one) => one.id))
})
