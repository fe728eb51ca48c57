import { expect, test } from 'vitest'
import type { LedgerFilter } from '../schema'
import { ledgerPath, readLedgerFilter } from './ledger-filter'

const ask = (path: string) => readLedgerFilter(Object.fromEntries(new URL(path, 'http://x.example').searchParams))

test('a filter survives the way through the address', () => {
  const filter: LedgerFilter = {
    view: 'resolved',
    speaker: 'ilse-tarn',
    publisher: 'quay-daily',
    voice: 'unnamed',
    topic: 'harbours',
    phrase: 'is-expected-to',
    certainty: 'high',
    resolution: 'late',
    standing: 'counted',
    opened: 'late',
    closes: '2026-01..2026-03',
    from: '2026-01-01',
    to: '2026-03-31',
    after: '1771891200000.01890a5d-ac96-774b-bcce-b302099a8057',
  }
  const path = ledgerPath(filter)
  expect(path).toMatch(/^\/predictions\?view=resolved&speaker=ilse-tarn&publisher=quay-daily&voice=unnamed&/)
  expect(ask(path)).toEqual({ filter, problems: {} })
})

test('the whole ledger has the address that is cached', () => {
  expect(ledgerPath({ view: 'all' })).toBe('/predictions')
})

test('what a form sends empty is no filter', () => {
  expect(ask('/predictions?view=open&speaker=&from=&standing=')).toEqual({ filter: { view: 'open' }, problems: {} })
})

test.each([
  [{ view: ['open', 'all'] }, { view: 'open' }, []],
  [{ view: ['open', 'all'], speaker: "x'; --" }, { view: 'open' }, ['speaker']],
  [{ view: 'sideways' }, { view: 'all' }, ['view']],
  [{ from: '2026-02-30', to: 'soon' }, { view: 'all' }, ['from', 'to']],
  [{ from: '2026-03-01', to: '2026-02-01' }, { view: 'all', from: '2026-03-01' }, ['to']],
  [{ opened: 'early', closes: '2026-13' }, { view: 'all' }, ['closes', 'opened']],
  [{ voice: 'own' }, { view: 'all' }, ['voice']],
  [{ voice: 'own', publisher: 'No Slug' }, { view: 'all' }, ['publisher', 'voice']],
  [{ after: "x' OR 1=1" }, { view: 'all' }, ['after']],
  [{ view: 'resolved', after: '2026-02-01.01890a5d-ac96-774b-bcce-b302099a8057' }, { view: 'resolved' }, ['after']],
  [{ view: 'open', after: '1771891200000.01890a5d-ac96-774b-bcce-b302099a8057' }, { view: 'open' }, ['after']],
  [{ utm_source: 'mail' }, { view: 'all' }, []],
])('what no one could have chosen is told and left out: %j', (given, filter, problems) => {
  const asked = readLedgerFilter(given)
  expect(asked.filter).toEqual(filter)
  expect(Object.keys(asked.problems).sort()).toEqual(problems)
})
