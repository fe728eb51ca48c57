import { afterAll, beforeAll, expect, test } from 'vitest'
import { importArticle } from '@/lib/articles/commands/import'
import { contextOf, systemActor } from '@/lib/core/context'
import { newId } from '@/lib/core/ids'
import { enqueueJob } from '@/lib/jobs/commands'
import { beat, leave } from '@/lib/jobs/commands/workers'
import { db, disconnect, inTransaction } from '@/lib/platform/db'
import { makeNewsroom } from '@/lib/testing/predictions'
import { drainJobs } from '@/lib/worker/run'
import { getExtractionProgress } from './queries/reader'

const now = new Date()
const system = contextOf(systemActor('test'), now)
const inAMinute = contextOf(systemActor('test'), new Date(now.getTime() + 60_000))

beforeAll(() => makeNewsroom())
afterAll(disconnect)

let count = 0
async function imported(): Promise<string> {
  const text = `The pier of Saltmere was closed for ${++count + 1} weeks, the harbor office said.`
  return (await importArticle(system, { text, publisher: 'Quay Daily', publishedOn: '2025-06-03' })).articleId
}

test('a text that waits is said to be stuck only when no worker has come for a while', async () => {
  const articleId = await imported()
  expect(await getExtractionProgress(system, articleId)).toMatchObject({ state: 'waiting', isStuck: false })
  expect(await getExtractionProgress(inAMinute, articleId)).toMatchObject({ state: 'waiting', isStuck: true })
  const processId = newId()
  await beat({ processId, host: 'quay', pid: 1, concurrency: 1, jobIds: [], counts: new Map() })
  expect(await getExtractionProgress(inAMinute, articleId)).toMatchObject({ state: 'waiting', isStuck: false })
  await leave(processId)
  await drainJobs()
  expect(await getExtractionProgress(inAMinute, articleId)).toMatchObject({ state: 'done', isStuck: false })
})

test('a text whose job failed for good is said to have failed, not to wait for a worker', async () => {
  const [articleId, other] = [await imported(), await imported()]
  await db().$executeRaw`DELETE FROM graphile_worker._private_jobs`
  await inTransaction((tx) =>
    enqueueJob(tx, { name: 'extract_candidates', payload: { eventId: newId(), entityId: articleId }, key: 'lost' }),
  )
  await db().$executeRaw`UPDATE graphile_worker._private_jobs SET attempts = max_attempts WHERE key = 'lost'`
  expect(await getExtractionProgress(inAMinute, articleId)).toMatchObject({ state: 'failed', isStuck: false })
  expect(await getExtractionProgress(inAMinute, other)).toMatchObject({ state: 'waiting', isStuck: false })
})
