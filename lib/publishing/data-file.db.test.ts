import { parse } from 'csv-parse/sync'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { db, disconnect, inSnapshot } from '@/lib/platform/db'
import { recordOf } from '@/lib/predictions/queries/records'
import { gathered } from '@/lib/testing/gathered'
import { makePublisher, makeSpeaker } from '@/lib/testing/predictions'
import { INSIDE, type Made, opened, openRecordDesk, resolved, TODAY } from '@/lib/testing/records'
import { type FileOf, writeDataFile } from './queries/data-file'
import { isDataKind } from './queries/data-subjects'
import { countLedger, listLedger } from './queries/ledger'
import { dueWithin } from './queries/ledger-due'
import { csvHead, DATA_FORMAT } from './rules/data-row'
import { RECORD_DEFINITIONS, ROW_DEFINITIONS } from './rules/definitions'

const MAKING = { today: TODAY, origin: 'https://desk.example' }
let speakerId: string
let ofSpeaker: { kind: 'speakers'; slug: string }
const named: Made[] = []

beforeAll(async () => {
  await openRecordDesk()
  const publisherId = await makePublisher('Quay Daily')
  for (const to of ['2026-07-01', '2026-08-01', '2026-07-15', '2026-07-01', '2026-09-01'])
    await opened({ publisherId }, { window: { from: '2026-02-01', to } })
  // two that closed, of which one is in its grace, one that does today
  await opened(
    { publisherId, statement: 'In grace' },
    { window: { from: '2026-02-01', to: '2026-05-30' }, graceDays: 3 },
  )
  await opened(
    { publisherId, statement: 'Past it' },
    { window: { from: '2026-02-01', to: '2026-05-28' }, graceDays: 3 },
  )
  await opened({ publisherId, statement: 'Today' }, { window: { from: '2026-02-01', to: TODAY } })
  speakerId = await makeSpeaker('Ada Brun')
  const { slug } = await db().speaker.findUniqueOrThrow({ where: { id: speakerId } })
  ofSpeaker = { kind: 'speakers', slug }
  for (const statement of ['=HYPERLINK("http://x.example")', 'The ferry, or “Łódź II”, will sail', 'A third will'])
    named.push(await opened({ publisherId, speakerId, statement }))
  await resolved(named.slice(0, 1), INSIDE)
})
afterAll(disconnect)

/** The text of a file; `meanwhile` happens once its first piece is made. */
async function textOf(format: 'csv' | 'json', of: FileOf, meanwhile?: () => Promise<unknown>): Promise<string> {
  let text = ''
  await writeDataFile(of, { ...MAKING, format, longestMs: 30_000 }, async (piece) => {
    if (text === '') await meanwhile?.()
    text += piece
  })
  return text
}

type Row = Record<string, string>

describe('a file of the ledger', () => {
  test('as CSV it has every prediction that the page lists, a cell that could be a formula made harmless', async () => {
    const text = await textOf('csv', { filter: { view: 'all' } })
    const rows: Row[] = parse(text, { columns: true })
    const { rows: listed } = await listLedger({ view: 'all' }, TODAY)
    expect(rows.map(({ address }) => address)).toEqual(listed.map(({ path }) => `https://desk.example${path}`))
    expect(rows.map(({ statement }) => statement)).toContain(`'=HYPERLINK("http://x.example")`)
    expect(rows.map(({ statement }) => statement)).toContain('The ferry, or “Łódź II”, will sail')
  })

  test('as JSON it has the same ones, what was asked for, and what each member is', async () => {
    const file = JSON.parse(await textOf('json', { filter: { view: 'open' } }))
    expect(file).toMatchObject({ asOfOn: TODAY, filter: { view: 'open' }, methodology: expect.any(String) })
    expect(file.predictions).toHaveLength(await countLedger({ view: 'open' }, TODAY))
    expect(Object.keys(file.fields).sort()).toEqual(Object.keys(file.predictions[0]).sort())
    const none = JSON.parse(await textOf('json', { filter: { view: 'all', to: '1999-01-01' } }))
    expect(none.predictions).toEqual([])
  })

  test('says of each whether it was opened when its window with grace had closed', async () => {
    const { predictions } = JSON.parse(await textOf('json', { filter: { view: 'all' } }))
    for (const { openedOn, closesOn, openedLate } of predictions)
      expect(openedLate, `${openedOn} ${closesOn}`).toBe(openedOn > closesOn)
    const late = new Set(predictions.map((one: { openedLate: boolean }) => one.openedLate))
    expect(late).toEqual(new Set([true, false]))
  })

  test('a name that nobody public has is refused: an empty file would look like an answer', async () => {
    for (const filter of [{ speaker: 'nobody' }, { publisher: 'nobody' }, { topic: 'nothing' }, { phrase: 'hm' }])
      await expect(textOf('csv', { filter: { view: 'all', ...filter } })).rejects.toThrow('BAD_INPUT')
  })
})

describe('a file of a subject', () => {
  test('what is approved while it is made is neither in its record nor in its rows', async () => {
    const before = await recordOf({ kind: 'speaker', id: speakerId }, TODAY)
    const meanwhile = () => resolved(named.slice(1, 2), INSIDE)
    const file = JSON.parse(await textOf('json', ofSpeaker, meanwhile))
    expect(file.record).toEqual(before)
    const isCounted = file.predictions.filter((row: { isCounted: boolean }) => row.isCounted)
    expect(isCounted).toHaveLength(before.predictions)
    const { predictions } = await recordOf({ kind: 'speaker', id: speakerId }, TODAY)
    expect(predictions).toBe(before.predictions + 1)
    const later = JSON.parse(await textOf('json', ofSpeaker))
    expect(later.predictions.filter((row: { isCounted: boolean }) => row.isCounted)).toHaveLength(predictions)
    expect(later.definitions).toEqual(RECORD_DEFINITIONS)
  })

  test.each(['constructor', 'toString', '__proto__', 'users'])('%s is no kind of subject', (kind) => {
    expect(isDataKind(kind)).toBe(false)
  })
})

test('nothing can be written in a snapshot', async () => {
  await expect(inSnapshot((tx) => tx.$executeRaw`UPDATE speaker SET name = name`, 5000)).rejects.toThrow('read-only')
})

test('a snapshot that takes too long is given up with words', async () => {
  await expect(inSnapshot((tx) => tx.$queryRaw`SELECT 1 FROM (SELECT pg_sleep(1)) AS slept`, 200)).rejects.toThrow(
    'BUSY',
  )
})

test.each([1, 2, 3, 100])(
  'what is due is told in pages of %i: in grace, today and then, not what is past it',
  async (size) => {
    const due = async (days: number) => (await gathered(dueWithin(days, TODAY, size))).flat()
    expect((await due(0)).map(({ shortForm, dueText }) => [shortForm, dueText])).toEqual([
      ['In grace', 'in grace until 2 Jun 2026'],
      ['Today', 'due today'],
    ])
    expect((await due(45)).map(({ window }) => window?.to)).toEqual([
      ...['2026-05-30', TODAY, '2026-07-01', '2026-07-01', '2026-07-15'],
    ])
    expect(await due(365)).toHaveLength(7)
  },
)

test('whoever keeps a file in an older format is sent it anew: with other columns or members the format is another', () => {
  // When this fails, count DATA_FORMAT up.
  expect([DATA_FORMAT, csvHead().split(',').length, Object.keys(ROW_DEFINITIONS).length]).toEqual([3, 42, 42])
})
