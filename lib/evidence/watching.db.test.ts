import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { contextOf, systemActor } from '@/lib/core/context'
import { db, disconnect, pool } from '@/lib/platform/db'
import { createFirstSettings } from '@/lib/settings/commands'
import { makeClaim } from '@/lib/testing/claims'
import { asOwner } from '@/lib/testing/owner'
import { PARAGRAPHS } from '@/lib/testing/pages'
import { makePeople, type People } from '@/lib/testing/people'
import { submitVerdictOn } from '@/lib/testing/publishing'
import { ferryPage, refusalOf, type SourceBench, startSourceBench } from '@/lib/testing/sources'
import { approveVerdict } from '@/lib/verdicts/commands/approval'
import { addEvidence, removeEvidence } from './commands'
import { checkSource, checkSourceNow, settleAlert } from './commands/checking'
import { orderEvidence } from './commands/ordering'
import { getSource, requireCopy } from './queries/copies'
import { listSourceAlerts } from './queries/sources'

const START = new Date('2026-03-02T09:00:00Z')

let people: People
let bench: SourceBench
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

const WEEK_MS = 7 * 86_400_000
const weeks = (n: number) => new Date(START.getTime() + n * WEEK_MS)
const never = new AbortController().signal
const watchOf = (sourceId: string) => db().sourceWatch.findUniqueOrThrow({ where: { sourceId } })
/** Looks at a source at its due time, as the queue does. */
async function checkDue(sourceId: string) {
  const due = (await watchOf(sourceId)).nextCheckAt ?? START
  await checkSource(worker(due), { sourceId, dueAt: due.toISOString() }, never)
  return watchOf(sourceId)
}

describe('looking again', () => {
  test('asks only for what changed, once a week, and says the day', async () => {
    const { id, sourceId, path } = await bench.cited({}, { etag: '"one"' })
    const first = await watchOf(sourceId)
    const pause = (first.nextCheckAt?.getTime() ?? 0) - START.getTime()
    expect(Math.abs(pause - WEEK_MS)).toBeLessThanOrEqual(WEEK_MS / 14)
    bench.site.put(path, { status: 304 })
    const after = await checkDue(sourceId)
    expect(bench.site.requests.findLast((request) => request.path === path)?.headers['if-none-match']).toBe('"one"')
    expect(after).toMatchObject({ lastResult: 'same', failures: 0, alert: null, lastCheckedAt: first.nextCheckAt })
    expect(await bench.badgeOf(id)).toMatchObject({ state: 'verified', at: first.nextCheckAt })
  })

  test('finds an excerpt gone: alert, event, the old copy kept beside the new', async () => {
    const { id, sourceId, path, copyId } = await bench.cited()
    bench.site.put(path, { body: ferryPage(PARAGRAPHS.map((text) => text.replace('41,200', '39,800'))) })
    const watch = await checkDue(sourceId)
    expect(watch).toMatchObject({ lastResult: 'changed', alert: 'excerpt_gone' })
    expect(await bench.badgeOf(id)).toMatchObject({ state: 'changed' })
    const source = await getSource(ada(), sourceId)
    expect(source?.copies.map(({ ordinal }) => ordinal)).toEqual([2, 1])
    expect((await requireCopy(ada(), copyId)).text).toContain('41,200')
    const alerts = await listSourceAlerts(ada())
    expect(alerts.find((one) => one.sourceId === sourceId)).toMatchObject({
      alert: 'excerpt_gone',
      claims: [{ id: bench.claim.claimId, isPublished: false }],
    })
    expect(await db().auditEvent.count({ where: { entityId: sourceId, type: 'source.changed' } })).toBe(1)

    await settleAlert(ada(), { sourceId })
    expect((await listSourceAlerts(ada())).map((one) => one.sourceId)).not.toContain(sourceId)
    expect(await bench.badgeOf(id)).toMatchObject({ state: 'changed' })
  })

  test('tells a change elsewhere as such; a change of menus is none', async () => {
    const { id, sourceId, path } = await bench.cited()
    bench.site.put(path, { body: ferryPage().replace('Weather', 'Tides').replace('morning letter', 'evening letter') })
    expect(await checkDue(sourceId)).toMatchObject({ lastResult: 'same', alert: null })
    bench.site.put(path, {
      body: ferryPage([...PARAGRAPHS, 'Correction: the second ship will cost 13 million crowns, not 12 million.']),
    })
    expect(await checkDue(sourceId)).toMatchObject({ lastResult: 'changed', alert: 'changed' })
    expect(await bench.badgeOf(id)).toMatchObject({ state: 'verified', alert: 'changed' })
  })

  test('of a page that is gone: unreachable at once, an alert when it lasts, and over when it is back', async () => {
    const { id, sourceId, path } = await bench.cited()
    bench.site.put(path, { status: 404 })
    expect(await checkDue(sourceId)).toMatchObject({ lastResult: 'failed', failures: 1, alert: null })
    expect(await bench.badgeOf(id)).toMatchObject({ state: 'unreachable', why: expect.stringContaining('404') })
    expect(await checkDue(sourceId)).toMatchObject({ failures: 2, alert: 'unreachable' })
    expect(await checkDue(sourceId)).toMatchObject({ failures: 3, alert: 'unreachable' })
    expect(await db().auditEvent.count({ where: { entityId: sourceId, type: 'source.unreachable' } })).toBe(1)
    bench.site.put(path, { body: ferryPage() })
    expect(await checkDue(sourceId)).toMatchObject({ lastResult: 'same', failures: 0, alert: null })
    expect(await bench.badgeOf(id)).toMatchObject({ state: 'verified' })
  })

  test('leaves a server alone for as long as it asks', async () => {
    const { sourceId, path } = await bench.cited()
    bench.site.put(path, { status: 429, headers: { 'retry-after': String(20 * 86_400) } })
    const { lastCheckedAt, nextCheckAt } = await checkDue(sourceId)
    expect(nextCheckAt?.getTime()).toBe(lastCheckedAt.getTime() + 20 * 86_400_000)
  })

  test('counts once for each due time, also when two workers look at once, and late ones not at all', async () => {
    const { sourceId, path } = await bench.cited()
    const due = (await watchOf(sourceId)).nextCheckAt ?? START
    bench.site.put(path, {
      body: ferryPage([
        'The ferry line was closed for good in the winter, the board said, and nobody is carried now.',
        ...PARAGRAPHS.slice(1),
      ]),
    })
    const look = () => checkSource(worker(due), { sourceId, dueAt: due.toISOString() }, never)
    await Promise.all([look(), look(), look()])
    await look()
    expect(await db().sourceCopy.count({ where: { sourceId } })).toBe(2)
    expect(await db().auditEvent.count({ where: { entityId: sourceId, type: 'source.changed' } })).toBe(1)
    const { rows } = await pool().query(`SELECT payload FROM graphile_worker._private_jobs WHERE key = $1`, [
      `check_source:${sourceId}`,
    ])
    expect(rows).toMatchObject([{ payload: { dueAt: (await watchOf(sourceId)).nextCheckAt?.toISOString() } }])
  })

  test('ends when nobody cites the source, and begins again when somebody does', async () => {
    const { id, sourceId, url, copyId } = await bench.cited()
    await removeEvidence(ada(), { id, reason: 'Another year.' })
    const before = bench.site.requests.length
    expect(await checkDue(sourceId)).toMatchObject({ nextCheckAt: null })
    expect(bench.site.requests).toHaveLength(before)
    await addEvidence(ada(weeks(5)), bench.form({ url, copyId }))
    expect((await watchOf(sourceId)).nextCheckAt?.getTime()).toBeGreaterThan(weeks(5).getTime())
  })

  test('a person can have it done now, also of a source that has no copy yet', async () => {
    const url = bench.serve({ body: ferryPage() })
    const { id, sourceId } = await addEvidence(ada(), bench.form({ url }))
    expect(await bench.badgeOf(id)).toMatchObject({ state: 'not_checked', why: expect.stringContaining('no copy') })
    expect(await checkSourceNow(ada(), { sourceId })).toBe('same')
    expect(await bench.badgeOf(id)).toMatchObject({ state: 'verified' })
    expect((await refusalOf(checkSourceNow(people.cleo.ctx(START), { sourceId }))).code).toBe('FORBIDDEN')
  })
})

test('copies, checks and settled alerts leave a submitted verdict as it was; the evidence itself stays closed', async () => {
  const { claimId } = await makeClaim(ada(), 'The quay of Skarsund has 14 lamps of brass.')
  const { id: evidenceId, sourceId, path } = await bench.cited({ claimId })
  const verdict = await submitVerdictOn(ada(), claimId)
  bench.site.put(path, { body: ferryPage(PARAGRAPHS.map((text) => text.replace('41,200', '39,800'))) })
  expect(await checkDue(sourceId)).toMatchObject({ alert: 'excerpt_gone' })
  await settleAlert(ada(), { sourceId })
  const order = await refusalOf(orderEvidence(ada(), { claimId, ids: [evidenceId] }))
  expect(order.text).toMatch(/waits for approval/)
  await expect(approveVerdict(people.ben.ctx(START), verdict)).resolves.toMatchObject({ ordinal: 1 })
})

describe('PostgreSQL refuses', () => {
  test.each([
    ['another text in a copy', `UPDATE source_copy SET title = 'other'`],
    [
      'another text with another hash',
      `UPDATE source_copy SET text = 'x', text_hash = encode(sha256('x'), 'hex') WHERE text IS NOT NULL`,
    ],
    [
      'giving a copy to another source',
      `UPDATE source_copy SET source_id = NULL, ordinal = NULL WHERE source_id IS NOT NULL`,
    ],
    ['deleting copies', 'DELETE FROM source_copy'],
    ['emptying copies', 'TRUNCATE source_copy CASCADE'],
    ['deleting what is watched', 'DELETE FROM source_watch'],
    ['emptying what is watched', 'TRUNCATE source_watch CASCADE'],
    ['emptying what was archived', 'TRUNCATE source_archiving CASCADE'],
    ['an excerpt that is not what stands there', `UPDATE evidence SET excerpt = 'invented' WHERE copy_id IS NOT NULL`],
    ['a place beside the words', 'UPDATE evidence SET excerpt_start = excerpt_start + 1 WHERE copy_id IS NOT NULL'],
    ['half a place', 'UPDATE evidence SET excerpt_prefix = NULL WHERE copy_id IS NOT NULL'],
    [
      'a copy of another source',
      `UPDATE evidence SET copy_id = (SELECT id FROM source_copy c WHERE c.source_id <> evidence.source_id LIMIT 1) WHERE copy_id IS NOT NULL`,
    ],
    [
      'a watch over another source’s copy',
      `UPDATE source_watch SET current_copy_id = (SELECT id FROM source_copy c WHERE c.source_id <> source_watch.source_id LIMIT 1)`,
    ],
    ['a failure without words', `UPDATE source_watch SET last_result = 'failed'`],
  ])('%s', async (_name, sql) => {
    await expect(asOwner(sql)).rejects.toThrow(/refused|violates check constraint|not what stands|not of source/)
  })
})
