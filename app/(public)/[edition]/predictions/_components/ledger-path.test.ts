import { expect, test } from 'vitest'
import { LedgerFilter } from '@/lib/publishing/schema'
import { ledgerPath } from './ledger-path'

test('a filter survives the way through the address', () => {
  const filter: LedgerFilter = { view: 'resolved', speaker: 'ilse-tarn', resolution: 'late' }
  const path = ledgerPath(filter)
  expect(path).toBe('/predictions?view=resolved&speaker=ilse-tarn&resolution=late')
  expect(LedgerFilter.parse(Object.fromEntries(new URL(path, 'http://x.example').searchParams))).toEqual(filter)
})

test('the whole ledger has the address that is cached', () => {
  expect(ledgerPath({ view: 'all' })).toBe('/predictions')
})

test.each([
  [{ view: ['open', 'all'] }, 'all'],
  [{ view: { not: '' } }, 'all'],
  [{ view: 'open', speaker: "x'; --" }, 'open'],
])('what no one could have chosen is no filter: %j', (given, view) => {
  expect(LedgerFilter.parse(given)).toEqual({ view })
})
