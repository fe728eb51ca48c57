import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { contextOf, systemActor } from '@/lib/core/context'
import { cancelRunIn, resumeRunIn } from '@/lib/jobs/commands/runs'
import { db, disconnect, inTransaction } from '@/lib/platform/db'
import { makePeople, type People } from '@/lib/testing/people'
import { makeNewsroom } from '@/lib/testing/predictions'
import { freshName } from '@/lib/testing/triage'
import { importBatchJob } from './commands/batch-run'
import { importAfterDryRun, startBatch } from './commands/batches'
import { listBatchProblems, requireBatch } from './queries/batches'

const NOW = new Date('2026-11-22T09:00:00Z')
let people: People
const cleo = () => people.cleo.ctx(NOW)
const worker = () => contextOf(systemActor('worker'), NOW)
const NEVER = new AbortController().signal

beforeAll(async () => {
  people = await makePeople(NOW)
  await makeNewsroom()
})
afterAll(disconnect)

async function* bytes(text: string) {
  yield new TextEncoder().encode(text)
}
const line = (fields: Record<string, string>) => JSON.stringify(fields)
const textOf = (place: string) =>
  `The port of ${place} opened a second quay on Friday, the harbour board said. It cost $3 million.`
const tableOf = (places: string[]) =>
  places.map((place) => line({ title: place, text: textOf(place), publisher: 'Quay Post' })).join('\n')
const start = (text: string, isDryRun = false) =>
  startBatch(cleo(), { fileName: 'quays.jsonl', format: 'jsonl', isDryRun }, bytes(text))
const work = (runId: string, elapsedMs = () => 0) => importBatchJob(worker(), runId, NEVER, elapsedMs)
const articlesNamed = (titles: string[]) => db().article.count({ where: { title: { in: titles } } })
const places = (count: number) => Array.from({ length: count }, () => freshName())

describe('a batch', () => {
  test('imports each row, counts what became of it, and tells which were refused and why', async () => {
    const [one, two] = places(2) as [string, string]
    const table = [
      tableOf([one, two]),
      line({ title: 'No text' }),
      line({ text: textOf(one) }),
      line({ text: textOf('X'), publishedOn: '2031-01-01' }),
    ]
    const { runId, rows } = await start(table.join('\n'))
    expect(rows).toBe(5)
    await work(runId)
    expect(await requireBatch(cleo(), runId)).toMatchObject({
      ...{ created: 2, unchanged: 1, newVersions: 0, isDryRun: false },
      run: { state: 'finished', total: 5, done: 3, refused: 2 },
    })
    expect(await listBatchProblems(cleo(), { runId })).toEqual({
      problems: [
        {
          row: 3,
          reason: 'It has no text: neither a column "text" nor one "html" is filled.',
          excerpt: 'No text',
        },
        {
          row: 5,
          reason: 'This day is still to come. Enter the day on which the article was published.',
          excerpt: expect.any(String),
        },
      ],
      next: null,
    })
    expect(await articlesNamed([one, two])).toBe(2)
  })

  test('a page in a row is read for its text and what the row leaves open', async () => {
    const place = freshName()
    const html = `<html><head><title>${place}</title></head><body><article><h1>${place}</h1>${'<p>The harbour board said on Friday that the quay was opened and that it cost 3 million dollars in all, more than was planned.</p>'.repeat(4)}</article></body></html>`
    const { runId } = await start(line({ html, url: `https://post.example/${place}`, publisher: 'Quay Post' }))
    await work(runId)
    expect(await requireBatch(cleo(), runId)).toMatchObject({ created: 1 })
    expect(await articlesNamed([place])).toBe(1)
  })

  test('a dry run stores nothing and tells the same; afterwards it is imported without bringing the file in again', async () => {
    const names = places(3)
    const { runId } = await start(tableOf(names), true)
    await work(runId)
    expect(await requireBatch(cleo(), runId)).toMatchObject({ created: 3, isDryRun: true, run: { state: 'finished' } })
    expect(await articlesNamed(names)).toBe(0)
    const real = await importAfterDryRun(cleo(), { runId })
    await work(real.runId)
    expect(await requireBatch(cleo(), real.runId)).toMatchObject({ created: 3, isDryRun: false })
    expect(await articlesNamed(names)).toBe(3)
    expect(await importAfterDryRun(cleo(), { runId })).toEqual(real)
    await expect(importAfterDryRun(cleo(), { runId: real.runId })).rejects.toMatchObject({ code: 'MOVE_REFUSED' })
  })

  test('a row with characters that cannot be stored is refused like any other, and the rest goes on', async () => {
    const place = freshName()
    const { runId } = await start(
      [line({ title: 'a\u0000b \ud83d', text: 'too short \u0000' }), tableOf([place])].join('\n'),
    )
    await work(runId)
    expect(await requireBatch(cleo(), runId)).toMatchObject({ created: 1, run: { state: 'finished', refused: 1 } })
  })

  test('a page that is made to break readers is refused within its limits', async () => {
    const html = `<html><body><p>Short.</p>${'<div><b>'.repeat(19_000)}</body></html>`
    const { runId } = await start(line({ html, title: 'Deep' }))
    await work(runId)
    expect(await requireBatch(cleo(), runId)).toMatchObject({ run: { state: 'finished', refused: 1 } })
  })

  test('goes on where its slice ended, over the end of a part, and twice at once does nothing twice', async () => {
    const names = places(3)
    const many = Array.from({ length: 205 }, (_, k) =>
      line(
        k % 100 === 50
          ? { text: textOf(names[Math.floor(k / 100)] ?? ''), title: names[Math.floor(k / 100)] ?? '' }
          : { title: 'x' },
      ),
    )
    const { runId } = await start(many.join('\n'))
    expect(await db().importPart.count({ where: { runId } })).toBe(2)
    let asked = 0
    await work(runId, () => (++asked === 60 ? 60_000 : 0))
    expect(await requireBatch(cleo(), runId)).toMatchObject({ run: { state: 'running', done: 1, refused: 59 } })
    // The one that comes second finds a row done, and leaves the rest to the first or is refused.
    await Promise.allSettled([work(runId), work(runId)])
    await work(runId)
    expect(await requireBatch(cleo(), runId)).toMatchObject({
      created: 2,
      run: { state: 'finished', done: 2, refused: 203 },
    })
    expect(await articlesNamed(names)).toBe(2)
  })

  test('is cancelled after the row at hand and resumed behind it', async () => {
    const names = places(4)
    const { runId } = await start(tableOf(names))
    await db().run.update({ where: { id: runId }, data: { state: 'cancelling' } })
    await work(runId)
    expect(await requireBatch(cleo(), runId)).toMatchObject({ created: 0, run: { state: 'cancelled' } })
    for (const steer of [resumeRunIn, cancelRunIn, resumeRunIn])
      await inTransaction((tx) => steer(tx, cleo(), { runId }))
    await work(runId)
    expect(await articlesNamed(names)).toBe(4)
  })

  test('is for admins; an empty file starts nothing', async () => {
    const before = await db().run.count()
    await expect(
      startBatch(people.ada.ctx(NOW), { fileName: 'a.csv', format: 'csv' }, bytes('text\nx\n')),
    ).rejects.toMatchObject({ code: 'FORBIDDEN' })
    await expect(start('\n \n')).rejects.toMatchObject({ text: 'The file has no rows, so nothing was imported.' })
    expect(await db().run.count()).toBe(before)
    await expect(requireBatch(people.ada.ctx(NOW), (await start(tableOf(places(1)))).runId)).rejects.toMatchObject({
      code: 'NOT_FOUND',
    })
  })

  test('its parts stay what they were', async () => {
    const { runId } = await start(tableOf(places(1)))
    await expect(db().importPart.updateMany({ where: { runId }, data: { rows: 9 } })).rejects.toThrow()
    await expect(db().importPart.deleteMany({ where: { runId } })).rejects.toThrow()
  })
})
