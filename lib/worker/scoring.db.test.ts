import { afterAll, beforeAll, expect, test } from 'vitest'
import { getEdition } from '@/lib/audit/queries'
import { db, disconnect } from '@/lib/platform/db'
import { opened, openRecordDesk } from '@/lib/testing/records'
import { drainJobs } from './run'

beforeAll(openRecordDesk)
afterAll(disconnect)

const stored = () => db().trackRecord.findUnique({ where: { subjectKey: 'all' }, select: { editionVersion: true } })

test('what becomes public has the records that span the ledger computed for the edition that it made', async () => {
  for (let i = 0; i < 3; i++) await opened({})
  expect(await stored()).toBeNull()
  await drainJobs()
  const { version } = await getEdition()
  expect(await stored()).toEqual({ editionVersion: BigInt(version) })
  await opened({})
  await drainJobs()
  expect(await stored()).toEqual({ editionVersion: BigInt((await getEdition()).version) })
  expect((await getEdition()).version).not.toBe(version)
})
