import { afterAll, beforeAll, expect, test } from 'vitest'
import { getEdition } from '@/lib/audit/queries'
import { db, disconnect } from '@/lib/platform/db'
import { opened, openRecordDesk } from '@/lib/testing/records'
import { drainJobs } from './run'

beforeAll(openRecordDesk)
afterAll(disconnect)

const stored = () => db().trackRecord.findUnique({ where: { subjectKey: 'all' }, select: { editionVersion: true } })
const waiting = () => db().$queryRaw<{ runAt: Date }[]>`
  SELECT run_at AS "runAt" FROM graphile_worker.jobs WHERE key = 'score_ledger'`
const letPass = () => db().$queryRaw`
  SELECT graphile_worker.reschedule_jobs(ARRAY(SELECT id FROM graphile_worker.jobs WHERE key = 'score_ledger'), run_at => now())`

test('what becomes public has the records that span the ledger computed for the edition that it made', async () => {
  for (let i = 0; i < 3; i++) await opened({})
  await drainJobs()
  await letPass()
  await drainJobs()
  const { version } = await getEdition()
  expect(await stored()).toEqual({ editionVersion: BigInt(version) })
  await opened({})
  await drainJobs()
  await letPass()
  await drainJobs()
  expect(await stored()).toEqual({ editionVersion: BigInt((await getEdition()).version) })
  expect((await getEdition()).version).not.toBe(version)
})

test('a busy morning is scored together, at the turn of its first event', async () => {
  await opened({})
  await drainJobs()
  const [first] = await waiting()
  expect(first?.runAt.getTime()).toBeGreaterThan(Date.now())
  const before = await stored()
  for (let i = 0; i < 3; i++) {
    await opened({})
    await drainJobs()
  }
  expect(await waiting()).toEqual([first])
  expect(await stored()).toEqual(before)
})
