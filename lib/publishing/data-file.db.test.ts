import { afterAll, beforeAll, expect, test } from 'vitest'
import { disconnect } from '@/lib/platform/db'
import { makePublisher, makeSpeaker } from '@/lib/testing/predictions'
import { INSIDE, opened, openRecordDesk, resolved, TODAY } from '@/lib/testing/records'
import { listLedger } from './queries/ledger'
import { EXPORTED_COLUMNS, exportedRow, ledgerPages } from './queries/ledger-export'

beforeAll(async () => {
  await openRecordDesk()
  const publisherId = await makePublisher('Quay Daily')
  for (const to of ['2026-07-01', '2026-08-01', '2026-07-15', '2026-07-01', '2026-09-01'])
    await opened({ publisherId }, { window: { from: '2026-02-01', to } })
  const named = await opened({ publisherId, speakerId: await makeSpeaker('Ada Brun') })
  await resolved([named], INSIDE)
})
afterAll(disconnect)

test.each([1, 2, 3, 100])('pages of %i hold the whole list, each row once, in its order', async (pageSize) => {
  for (const view of ['all', 'open', 'resolved'] as const) {
    const rows = []
    for await (const page of ledgerPages({ view }, TODAY, pageSize)) {
      expect(page.length).toBeGreaterThan(0)
      expect(page.length).toBeLessThanOrEqual(pageSize)
      rows.push(...page)
    }
    expect(rows).toEqual((await listLedger({ view }, TODAY)).rows)
    expect(rows).toHaveLength({ all: 6, open: 5, resolved: 1 }[view])
  }
})

test('a row of an export tells who, when, how sure and what came of it, under the columns that are printed', async () => {
  const { rows } = await listLedger({ view: 'resolved' }, TODAY)
  const [row] = rows.map(exportedRow)
  expect(Object.keys(row ?? {})).toEqual(EXPORTED_COLUMNS)
  expect(row).toMatchObject({
    ...{ speaker: 'Ada Brun', publisher: null, saidOn: '2025-02-07', dueFrom: '2025-07-01', dueTo: '2025-12-31' },
    ...{ certaintyWords: 'will', certainty: 0.95, resolution: 'came_true', outcomeFrom: INSIDE, outcomeTo: INSIDE },
  })
})
