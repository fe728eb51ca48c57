import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { contextOf, systemActor } from '@/lib/core/context'
import { newId } from '@/lib/core/ids'
import { db, disconnect, pool } from '@/lib/platform/db'
import { countAttempt } from '@/lib/platform/limits'
import { createFirstSettings } from '@/lib/settings/commands'
import { makePdf, pdfColumn } from '@/lib/testing/documents'
import { asOwner } from '@/lib/testing/owner'
import { PARAGRAPHS } from '@/lib/testing/pages'
import { makePeople, type People } from '@/lib/testing/people'
import { ferryPage, refusalOf, type SourceBench, startSourceBench } from '@/lib/testing/sources'
import { addEvidence } from './commands'
import { checkSource } from './commands/checking'
import { COPY_LIMIT, takeCopy, uploadCopy } from './commands/copies'
import { forgetUncitedCopies, queueLostChecks } from './commands/sweeping'

const START = new Date('2026-03-02T09:00:00Z')
const HOUR_MS = 3_600_000
const DAY_MS = 24 * HOUR_MS

let people: People
let bench: SourceBench
const at = (ms: number) => new Date(START.getTime() + ms)
const ada = (now = START) => people.ada.ctx(now)
const worker = (now: Date) => contextOf(systemActor('worker'), now)

beforeAll(async () => {
  process.env.FETCH_ALLOW = '127.0.0.1:*'
  people = await makePeople(START)
  await createFirstSettings(worker(START), { newsroomName: 'The Test Desk', zone: 'Europe/Vienna' })
  bench = await startSourceBench(ada())
})
afterAll(async () => {
  await bench.site.stop()
  await disconnect()
})

const jobOf = async (key: string): Promise<{ payload: object; run_at: Date; attempts: number } | undefined> =>
  (
    await pool().query('SELECT payload, run_at, attempts FROM graphile_worker._private_jobs WHERE key = $1', [key])
  ).rows.at(0)
const loseJob = (key: string) => pool().query('DELETE FROM graphile_worker._private_jobs WHERE key = $1', [key])

describe('what the queue lost', () => {
  test('is looked at again: a source that is overdue, with its own due time', async () => {
    const { sourceId } = await bench.cited()
    const other = await bench.cited()
    const key = `check_source:${sourceId}`
    const dueAt = (await db().sourceWatch.findUniqueOrThrow({ where: { sourceId } })).nextCheckAt ?? START
    await loseJob(key)
    await loseJob(`check_source:${other.sourceId}`)
    await queueLostChecks(worker(new Date(dueAt.getTime() + HOUR_MS)))
    expect(await jobOf(key)).toBeUndefined()
    const late = new Date(dueAt.getTime() + 3 * DAY_MS)
    await queueLostChecks(worker(late))
    await queueLostChecks(worker(late))
    expect(await jobOf(key)).toMatchObject({ payload: { sourceId, dueAt: dueAt.toISOString() }, run_at: dueAt })
    expect(await jobOf(`check_source:${other.sourceId}`)).toBeDefined()
    await checkSource(worker(late), { sourceId, dueAt: dueAt.toISOString() }, new AbortController().signal)
    await loseJob(key)
    await queueLostChecks(worker(late))
    expect(await jobOf(key)).toBeUndefined()
  })

  test('is tried anew where its job failed for good', async () => {
    const { sourceId } = await bench.cited()
    const key = `check_source:${sourceId}`
    await pool().query('UPDATE graphile_worker._private_jobs SET attempts = max_attempts WHERE key = $1', [key])
    await queueLostChecks(worker(at(30 * DAY_MS)))
    expect(await jobOf(key)).toMatchObject({ attempts: 0 })
  })

  test('and an archiving that never ended takes its next step; one that did takes none', async () => {
    const { sourceId } = await bench.cited()
    const make = (state: 'asked' | 'failed') => {
      const ended = state === 'failed' ? { problem: 'Not reached.', endedAt: START } : {}
      const data = { id: newId(), sourceId, state, requestedAt: START, ...ended }
      return db().sourceArchiving.create({ data })
    }
    const [ended, open] = [await make('failed'), await make('asked')]
    await queueLostChecks(worker(at(13 * DAY_MS)))
    expect(await jobOf(`archive_source:${open.id}`)).toBeUndefined()
    await queueLostChecks(worker(at(15 * DAY_MS)))
    expect(await jobOf(`archive_source:${open.id}`)).toMatchObject({ payload: { archivingId: open.id } })
    expect(await jobOf(`archive_source:${ended.id}`)).toBeUndefined()
  })

  test('is found along indexes of what is open', async () => {
    const { rows } = await asOwner(`SET enable_seqscan = off;
      EXPLAIN SELECT source_id FROM source_watch WHERE next_check_at < now() ORDER BY next_check_at LIMIT 500;`).then(
      (results) => (Array.isArray(results) ? results.at(-1) : results),
    )
    expect(JSON.stringify(rows)).toContain('source_watch_due_idx')
  })

  test('is looked for by the clock alone', async () => {
    await expect(queueLostChecks(ada())).rejects.toMatchObject({ code: 'FORBIDDEN' })
    await expect(forgetUncitedCopies(ada())).rejects.toMatchObject({ code: 'FORBIDDEN' })
  })
})

describe('a copy that nobody cites', () => {
  const exists = async (id: string) => (await db().sourceCopy.count({ where: { id } })) === 1

  test('is fetched once, however often somebody asks that day, and anew when the page says something else', async () => {
    const url = bench.serve({ body: ferryPage() })
    const first = await takeCopy(ada(), { url })
    expect(await takeCopy(ada(at(HOUR_MS)), { url })).toEqual(first)
    expect((await takeCopy(ada(at(2 * DAY_MS)), { url })).copyId).not.toBe(first.copyId)
    bench.site.put(new URL(url).pathname, { body: ferryPage([...PARAGRAPHS, 'A third ship was ordered in May.']) })
    expect((await takeCopy(ada(at(HOUR_MS)), { url })).copyId).not.toBe(first.copyId)
  })

  test('goes after a week; what is cited stays, and so does what came later', async () => {
    const url = bench.serve({ body: ferryPage() })
    const { copyId } = await takeCopy(ada(), { url })
    const pdf = {
      bytes: makePdf([pdfColumn(['The board counted 41,200 people.'], { x: 50, y: 700 })]),
      name: 'count.pdf',
    }
    const upload = await uploadCopy(ada(), pdf)
    const later = await takeCopy(ada(at(3 * DAY_MS)), { url: bench.serve({ body: ferryPage() }) })
    const cited = await bench.cited()
    await forgetUncitedCopies(worker(at(6 * DAY_MS)))
    expect(await exists(copyId)).toBe(true)
    await forgetUncitedCopies(worker(at(8 * DAY_MS)))
    expect([await exists(copyId), await exists(upload.copyId)]).toEqual([false, false])
    expect([await exists(later.copyId), await exists(cited.copyId)]).toEqual([true, true])
    const gone = await refusalOf(addEvidence(ada(), bench.form({ url, copyId })))
    expect(gone.fields).toEqual({ url: 'The copy of this source is gone. Fetch it again.' })
    expect((await uploadCopy(ada(at(8 * DAY_MS)), pdf)).copyId).not.toBe(upload.copyId)
  })

  test('that is cited while the sweep runs stays', async () => {
    const url = bench.serve({ body: ferryPage() })
    const { copyId } = await takeCopy(ada(), { url })
    await Promise.all([
      addEvidence(ada(), bench.form({ url, copyId })),
      forgetUncitedCopies(worker(at(3 * HOUR_MS))),
      forgetUncitedCopies(worker(at(9 * DAY_MS))),
    ]).catch((error: unknown) => expect(error).toMatchObject({ code: 'BAD_INPUT' }))
    const isCited = (await db().evidence.count({ where: { copyId } })) > 0
    expect(await exists(copyId)).toBe(isCited)
  })

  test('is one of at most 100 that a person has fetched within an hour; another person goes on', async () => {
    const url = bench.serve({ body: ferryPage() })
    const asked = () => bench.site.requests.filter(({ path }) => path === new URL(url).pathname).length
    await Promise.all(Array.from({ length: COPY_LIMIT.tries }, () => countAttempt(COPY_LIMIT, people.dora.id)))
    const refused = await refusalOf(takeCopy(people.dora.ctx(START), { url }))
    expect(refused).toMatchObject({ code: 'TOO_MANY_ATTEMPTS', text: expect.stringMatching(/100 sources.*minutes/) })
    const pdf = { bytes: makePdf([pdfColumn(['The board counts.'], { x: 50, y: 700 })]), name: 'count.pdf' }
    await expect(uploadCopy(people.dora.ctx(START), pdf)).rejects.toMatchObject({ code: 'TOO_MANY_ATTEMPTS' })
    expect(asked()).toBe(0)
    await takeCopy(people.ben.ctx(START), { url })
    expect(asked()).toBe(1)
  })
})

describe('PostgreSQL refuses', () => {
  test.each([
    ['deleting a cited copy, however old', `DELETE FROM source_copy WHERE source_id IS NOT NULL`],
    ['deleting what was fetched today', `DELETE FROM source_copy WHERE file_name = 'today.txt'`],
    ['making an uncited copy older', `UPDATE source_copy SET taken_at = '2020-01-01' WHERE source_id IS NULL`],
    [
      'taking a copy from its source to delete it',
      `UPDATE source_copy SET source_id = NULL, ordinal = NULL WHERE source_id IS NOT NULL`,
    ],
    ['emptying copies', 'TRUNCATE source_copy CASCADE'],
  ])('%s', async (_name, sql) => {
    await bench.cited()
    await asOwner(`INSERT INTO source_copy (id, kind, file_name, media_type, blob_hash, byte_length, taken_at)
      VALUES (gen_random_uuid(), 'picture', 'today.txt', 'image/png', repeat('a', 64), 4, now())`)
    await expect(asOwner(sql)).rejects.toThrow(/refused|stays as it was taken/)
    await expect(pool().query(sql)).rejects.toThrow(/refused|stays as it was taken|permission denied/)
  })
})
