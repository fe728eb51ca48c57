import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { contextOf, systemActor } from '@/lib/core/context'
import { db, disconnect, pool } from '@/lib/platform/db'
import { createFirstSettings } from '@/lib/settings/commands'
import { startArchiveServer } from '@/lib/testing/archive-server'
import { makePeople, type People } from '@/lib/testing/people'
import { refusalOf, type SourceBench, startSourceBench } from '@/lib/testing/sources'
import { addEvidence } from './commands'
import { archiveSource, requestArchiving } from './commands/archiving'

const START = new Date('2026-03-02T09:00:00Z')
const MINUTE_MS = 60_000
const never = new AbortController().signal

let people: People
let bench: SourceBench
let archive: Awaited<ReturnType<typeof startArchiveServer>>
let n = 0
const ada = () => people.ada.ctx(START)

beforeAll(async () => {
  archive = await startArchiveServer()
  // Before anything reads the configuration, which is read once.
  Object.assign(process.env, { ARCHIVE_URL: archive.url, ARCHIVE_KEY: 'key', ARCHIVE_SECRET: 'secret' })
  people = await makePeople(START)
  await createFirstSettings(contextOf(systemActor('test'), START), {
    newsroomName: 'The Test Desk',
    zone: 'Europe/Vienna',
  })
  bench = await startSourceBench(ada())
})
beforeEach(() => archive.answers({ json: { url: 'x', job_id: `spn2-${++n}` } }))
afterAll(async () => {
  await Promise.all([bench.site.stop(), archive.stop()])
  await disconnect()
})

/** A source that is cited by its address, which asks for its archiving. */
async function asked() {
  const url = `https://stats.example/table-${++n}`
  const { sourceId } = await addEvidence(ada(), bench.form({ url }))
  const { id } = await db().sourceArchiving.findFirstOrThrow({ where: { sourceId } })
  return { url, sourceId, id }
}
const rowOf = (id: string) => db().sourceArchiving.findUniqueOrThrow({ where: { id } })
/** When the queue takes the next step; null where it takes none. */
async function nextStep(id: string): Promise<Date | null> {
  const { rows } = await pool().query(`SELECT run_at FROM graphile_worker._private_jobs WHERE key = $1`, [
    `archive_source:${id}`,
  ])
  return rows[0]?.run_at ?? null
}
/** Takes a step `minutes` after the start; answers how long the next one waits, in ms. */
async function step(id: string, minutes = 0): Promise<number> {
  const now = new Date(START.getTime() + minutes * MINUTE_MS)
  await archiveSource(contextOf(systemActor('worker'), now), id, never)
  return ((await nextStep(id)) ?? now).getTime() - now.getTime()
}

test('a source that is cited is archived: asked for, asked about with growing pauses, its copy noted', async () => {
  const { id, url, sourceId } = await asked()
  expect(await step(id)).toBe(10_000)
  expect(archive.asked).toEqual([
    {
      method: 'POST',
      path: '/save',
      authorization: 'LOW key:secret',
      accept: 'application/json',
      body: new URLSearchParams({ url, skip_first_archive: '1', if_not_archived_within: '3d' }).toString(),
    },
  ])
  const { captureId } = await rowOf(id)
  archive.answers({ json: { status: 'pending', job_id: captureId, resources: [] } })
  expect([await step(id), await step(id), await step(id)]).toEqual([20_000, 40_000, 80_000])
  expect(archive.asked[0]).toMatchObject({ method: 'GET', path: `/save/status/${captureId}` })
  archive.answers({ json: { status: 'success', job_id: captureId, timestamp: '20260302091500', original_url: url } })
  await step(id)
  const archiveUrl = `${archive.url}/web/20260302091500/${url}`
  expect(await rowOf(id)).toMatchObject({ state: 'done', archiveUrl, problem: null })
  expect(await db().source.findUniqueOrThrow({ where: { id: sourceId } })).toMatchObject({ archiveUrl, revision: 2 })
  archive.answers('hang up')
  await step(id)
  expect(archive.asked).toEqual([])
})

describe('an archive that misbehaves', () => {
  test.each([
    ['is asked too often and says for how long', { status: 429, headers: { 'retry-after': '900' } }, 15 * MINUTE_MS],
    [
      'is asked too often',
      { json: { status: 'error', status_ext: 'error:user-session-limit', message: 'Too many captures.' } },
      MINUTE_MS,
    ],
    ['fails', { status: 502, text: '<html>Bad gateway</html>' }, MINUTE_MS],
    ['answers with a page', { text: '<html>Sign in</html>' }, MINUTE_MS],
    ['answers with nothing', { text: '' }, MINUTE_MS],
    ['gives no number', { json: { url: 'x' } }, MINUTE_MS],
    ['gives a number that is none', { json: { job_id: '../../admin' } }, MINUTE_MS],
    ['sends elsewhere', { status: 302, headers: { location: 'http://127.0.0.1:1/' } }, MINUTE_MS],
    ['hangs up', 'hang up', MINUTE_MS],
    ['sends more than it may', { text: `{"job_id":"${'x'.repeat(1_100_000)}"}` }, MINUTE_MS],
  ] as const)('%s: it is asked again later', async (_name, turn, pauseMs) => {
    const { id } = await asked()
    archive.answers(turn)
    expect(await step(id)).toBe(pauseMs)
    expect(await rowOf(id)).toMatchObject({ state: 'asked', tries: 1, problem: expect.any(String) })
  })

  test('and never recovers is given up after a day, with the reason', async () => {
    const { id } = await asked()
    archive.answers({ status: 503 })
    const pauses: number[] = []
    for (let i = 0; i < 12; i++) pauses.push(await step(id))
    expect(pauses.slice(0, 4)).toEqual([1, 2, 4, 8].map((minutes) => minutes * MINUTE_MS))
    expect(await rowOf(id)).toMatchObject({
      state: 'failed',
      problem: 'The archive answered with 503. It was asked 12 times.',
    })
  })

  test('captures for ever: given up', async () => {
    const { id } = await asked()
    await step(id)
    archive.answers({ json: { status: 'pending', job_id: 'spn2-slow' } })
    for (let i = 0; i < 17; i++) await step(id)
    expect(await rowOf(id)).toMatchObject({ state: 'failed', problem: expect.stringContaining('hour and a half') })
  })

  test.each([
    [
      'refuses the page',
      { json: { status: 'error', status_ext: 'error:blocked-url', message: 'The site is excluded.' } },
      'The archive says: The site is excluded.',
    ],
    [
      'refuses the keys',
      { status: 401, json: { message: 'no' } },
      'The archive does not accept the keys that it was asked with.',
    ],
  ] as const)('%s: not asked again, but a person may', async (_name, turn, problem) => {
    const { id, sourceId } = await asked()
    archive.answers(turn)
    await step(id)
    expect(await rowOf(id)).toMatchObject({ state: 'failed', problem })
    await Promise.all([requestArchiving(ada(), { sourceId }), requestArchiving(ada(), { sourceId })])
    expect(await db().sourceArchiving.count({ where: { sourceId } })).toBe(2)
  })
})

test('a step that two workers take counts once', async () => {
  const { id } = await asked()
  await Promise.all([step(id), step(id)])
  expect(await rowOf(id)).toMatchObject({ state: 'capturing', tries: 1 })
})

test('a source without an address is not archived, nor by readers', async () => {
  const { sourceId } = await addEvidence(ada(), bench.form({ title: 'A letter' }))
  expect((await refusalOf(requestArchiving(ada(), { sourceId }))).text).toMatch(/without an address/)
  expect((await refusalOf(requestArchiving(people.cleo.ctx(START), { sourceId }))).code).toBe('FORBIDDEN')
})
