import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { addDays, type Day, daysBetween } from '@/lib/core/days'
import { newId } from '@/lib/core/ids'
import { db, disconnect, inSnapshot } from '@/lib/platform/db'
import { approveJudgement, proposeJudgement, undoResolution } from '@/lib/predictions/commands/judgements'
import { listSaidAgain, recordOf } from '@/lib/predictions/queries/records'
import type { TrackRecord } from '@/lib/predictions/rules/scoring/record'
import { type LedgerSubject, phraseSlug } from '@/lib/predictions/rules/subjects'
import { certaintyEntryOf, defaultSettings } from '@/lib/settings/rules'
import { gathered } from '@/lib/testing/gathered'
import { makeClaim, makePublisher, makeSpeaker, NOON } from '@/lib/testing/predictions'
import { editor, type Made, oneStory, opened, openRecordDesk, resolved, reviewer, TODAY } from '@/lib/testing/records'
import { numbersFrom } from '@/lib/testing/stories'
import { type DataReading, dataRows } from './queries/data'
import { countLedger, listLedger, readLedger } from './queries/ledger'
import { countMonths } from './queries/subject-figures'
import { LEDGER_VIEWS } from './rules/choices'
import { closesText } from './rules/closes'
import type { DataRow } from './rules/data-row'
import { ledgerPath, readLedgerFilter } from './rules/ledger-filter'
import type { LedgerFilter } from './schema'

/** Generated ledgers: whatever a record counts, the list behind each of its figures is that long. */

const PREDICTIONS = 60
/** The first ones stand in copies of one text. */
const COPIES = 4
const PHRASES = ['will', 'is expected to', 'may', 'could', 'sooner or later', null]
const random = numbersFrom(20_261_122)
const below = (n: number): number => Math.floor(random() * n)
const oneOf = <T>(list: readonly [T, ...T[]] | readonly T[]): T => list[below(list.length)] as T

let publishers: string[]
/** The last one was merged into the first. */
let speakers: string[]
/** Unnamed groups, and whose they are. */
const unnamedAt = new Map<string, string>()
let topics: string[]
const made: Made[] = []

const wholeData = (reading: DataReading, piece?: number) =>
  inSnapshot(async (tx) => (await gathered(dataRows(tx, reading, piece))).flat(), 30_000)

async function makeTopic(name: string): Promise<string> {
  const id = newId()
  await db().topic.create({ data: { id, slug: name, name, createdAt: NOON } })
  return id
}

/** Unnamed sources are those of the publisher that quotes them. */
const whereOf = (speakerId: string | null): string => unnamedAt.get(speakerId ?? '') ?? oneOf(publishers)

/** An opened prediction of anybody on anything, within some window before or after today. */
async function makeOne(serial: number): Promise<Made> {
  const isCopy = serial < COPIES
  const speakerId = isCopy ? null : oneOf([null, null, ...speakers])
  const publisherId = whereOf(speakerId)
  const saidOn = addDays('2025-06-01', below(200))
  const from = below(5) === 0 ? addDays(TODAY, -3 + below(60)) : addDays(saidOn, below(60))
  const isVague = below(12) === 0
  const one = await opened(
    {
      statement: isCopy ? 'Generated copy' : `Generated prediction ${serial}`,
      publisherId,
      speakerId,
      publishedOn: oneOf([saidOn, saidOn, null]),
    },
    {
      saidOn,
      window: { from, to: addDays(from, below(120)) },
      graceDays: oneOf([0, 0, 7, 60]),
      certaintyWords: oneOf(PHRASES),
      ...(isVague ? { window: null, windowWords: null, windowBasis: null, vagueReason: 'No day is named.' } : {}),
    },
    below(3) > 0 ? new Date(`${addDays(saidOn, 1)}T10:00:00Z`) : undefined,
  )
  await db().claimTopic.createMany({
    data: topics.filter(() => below(2) === 0).map((topicId) => ({ claimId: one.claimId, topicId })),
  })
  return one
}

/** Somebody says it again, in time or in hindsight. */
async function repeat({ claimId }: Made, serial: number): Promise<void> {
  const speakerId = oneOf(speakers)
  const again = await makeClaim({
    statement: `Generated repetition ${serial}`,
    publisherId: whereOf(speakerId),
    publishedOn: addDays('2025-06-01', below(330)),
    speakerId,
    certaintyWords: oneOf(PHRASES),
  })
  await db().occurrence.updateMany({ where: { claimId: again }, data: { claimId } })
}

/** Of those that are open: some come about, some do not, some are void; and some of that is taken back. */
async function resolveSome(): Promise<void> {
  const open = await db().prediction.findMany({
    where: { state: 'opened' },
    select: { id: true, claimId: true, dueFrom: true, dueTo: true },
    orderBy: { id: 'asc' },
  })
  const left = open.filter(() => below(10) < 8)
  while (left.length > 0) {
    const together = left.splice(0, 1 + below(3))
    const { id, dueFrom, dueTo } = together[0] ?? {}
    const around = [addDays(dueFrom ?? '', below(5)), addDays(dueTo ?? '', below(90)), null].filter(
      (day) => day === null || day <= TODAY,
    )
    if (below(8) === 0 && id) await judge(id, oneOf(['void', 'too_vague'] as const))
    else await resolved(together, oneOf(around)).catch(ignoreUndecided)
    if (below(8) === 0 && id)
      await undoResolution(editor, { predictionId: id, reason: 'Wrong.' }).catch(ignoreUndecided)
  }
}

/** What the rules do not decide alone stays open, which is a state of a ledger too. */
const ignoreUndecided = (error: { code?: string }): void => {
  if (error.code !== 'MOVE_REFUSED' && error.code !== 'BAD_INPUT') throw error
}

async function judge(predictionId: string, kind: 'void' | 'too_vague'): Promise<void> {
  const { id } = await proposeJudgement(reviewer, { predictionId, kind, reason: 'Its condition failed.' })
  await approveJudgement(editor, { judgementId: id })
}

beforeAll(async () => {
  await openRecordDesk()
  publishers = [await makePublisher('quay'), await makePublisher('inland'), await makePublisher('harbour')]
  speakers = [await makeSpeaker('Ada Quell'), await makeSpeaker('Bo Marsh'), await makeSpeaker('Cy Vell')]
  for (const at of publishers.slice(0, 2)) unnamedAt.set(await makeSpeaker('sources', at), at)
  speakers.push(...unnamedAt.keys())
  speakers.push(await makeSpeaker('A. Quell'))
  topics = [await makeTopic('boats'), await makeTopic('bridges')]
  for (let serial = 0; serial < PREDICTIONS; serial++) made.push(await makeOne(serial))
  for (const [serial, one] of made.entries()) if (below(4) === 0) await repeat(one, serial)
  await oneStory(made.slice(0, COPIES))
  await resolveSome()
  await db().speaker.update({ where: { id: speakers.at(-1) }, data: { mergedIntoId: speakers[0] } })
}, 120_000)
afterAll(disconnect)

const lengthOf = async (filter: Partial<LedgerFilter>): Promise<number> => {
  // through the address, as a reader comes
  const address = new URL(ledgerPath(filter), 'https://desk.example')
  const { filter: asked, problems } = readLedgerFilter(Object.fromEntries(address.searchParams))
  expect(problems).toEqual({})
  const ids = new Set<string>()
  let next: string | null = null
  do {
    const page = await listLedger({ ...asked, after: next ?? undefined }, TODAY)
    for (const { claimId } of page.rows) ids.add(claimId)
    next = page.next
  } while (next !== null)
  expect(await countLedger(asked, TODAY)).toBe(ids.size)
  expect((await readLedger(asked, TODAY)).count).toBe(ids.size)
  return ids.size
}

/** Each figure of a record beside the filter of the list behind it. */
type Figure = [string, number, Partial<LedgerFilter>]
const figuresOf = (record: TrackRecord): Figure[] => [
  ['counted', record.predictions, { standing: 'counted' }],
  ['unresolved', record.unresolved, { standing: 'unresolved' }],
  ['still open', record.stillOpen, { standing: 'still_open' }],
  ['out', record.shares.tooVague + record.shares.void, { standing: 'out' }],
  ['void', record.shares.void, { standing: 'out', resolution: 'void' }],
  ['too vague', record.shares.tooVague, { standing: 'out', resolution: 'too_vague' }],
  ...(['came_true', 'early', 'late', 'partly', 'did_not_happen'] as const).map(
    (kind): Figure => [kind, record.counts[kind], { standing: 'counted', resolution: kind }],
  ),
  ['opened late', record.openedLate, { standing: 'counted', opened: 'late' }],
  ...(record.brier
    ? [['with a probability', record.brier.predictions, { standing: 'counted', certainty: 'listed' }] satisfies Figure]
    : []),
  ...record.calibration.map(
    (bin): Figure => [bin.words, bin.predictions, { standing: 'counted', phrase: phraseSlug(bin.words) }],
  ),
]

const slugOf = async (table: 'speaker' | 'publisher' | 'topic', id: string): Promise<string> => {
  const where = { where: { id }, select: { slug: true } }
  if (table === 'speaker') return (await db().speaker.findUniqueOrThrow(where)).slug
  if (table === 'publisher') return (await db().publisher.findUniqueOrThrow(where)).slug
  return (await db().topic.findUniqueOrThrow(where)).slug
}

async function subjects(): Promise<[LedgerSubject, Partial<LedgerFilter>][]> {
  const list: [LedgerSubject, Partial<LedgerFilter>][] = [[{ kind: 'all' }, {}]]
  for (const id of speakers.slice(0, 3)) list.push([{ kind: 'speaker', id }, { speaker: await slugOf('speaker', id) }])
  for (const id of topics) list.push([{ kind: 'topic', id }, { topic: await slugOf('topic', id) }])
  for (const id of publishers) {
    const publisher = await slugOf('publisher', id)
    list.push([
      { kind: 'own_voice', id },
      { publisher, voice: 'own' },
    ])
    list.push([
      { kind: 'unnamed', id },
      { publisher, voice: 'unnamed' },
    ])
    list.push([
      { kind: 'reported', id },
      { publisher, voice: 'reported' },
    ])
  }
  const { certaintyTable } = defaultSettings('Test desk', 'Europe/Vienna')
  for (const { words } of certaintyTable.filter((entry) => PHRASES.includes(entry.words)))
    list.push([{ kind: 'phrase', words }, { phrase: phraseSlug(words) }])
  return list
}

describe('a generated ledger', () => {
  test('has something of everything that is counted', async () => {
    const record = await recordOf({ kind: 'all' }, TODAY)
    for (const [figure, count] of figuresOf(record).slice(0, 7)) expect(count, figure).toBeGreaterThan(0)
    expect(record.counts.late + record.counts.did_not_happen).toBeGreaterThan(0)
    expect(record.openedLate).toBeGreaterThan(0)
    expect(record.openedLate).toBeLessThan(record.predictions)
    const said = await Promise.all(speakers.map((id) => listSaidAgain({ kind: 'speaker', id }, TODAY)))
    expect(said.flat().length).toBeGreaterThan(0)
  })

  test('whatever a record prints, the list behind it has that many rows', async () => {
    for (const [subject, filter] of await subjects()) {
      const record = await recordOf(subject, TODAY)
      for (const [figure, count, narrower] of figuresOf(record)) {
        const about = `${JSON.stringify(subject)} ${figure}`
        if (narrower.phrase && filter.phrase && narrower.phrase !== filter.phrase) expect(count, about).toBe(0)
        else if (count > 0) expect(await lengthOf({ ...filter, ...narrower }), about).toBe(count)
        else if (!narrower.phrase)
          expect(await countLedger({ view: 'all', ...filter, ...narrower }, TODAY), about).toBe(0)
      }
    }
  }, 120_000)

  test('whatever closes in a month, quarter or never, the list behind it has that many rows', async () => {
    for (const [subject, filter] of (await subjects()).slice(1, 5)) {
      const months = await countMonths(subject, TODAY)
      for (const { month, kind, count } of months) {
        const closes = month === null ? 'never' : closesText({ from: month, to: month })
        expect(await lengthOf({ ...filter, resolution: kind, closes }), `${filter} ${closes} ${kind}`).toBe(count)
      }
      const total = (from: Day, to: Day | null) =>
        months
          .filter(({ month }) => month !== null && month >= from && (to === null || month <= to))
          .reduce((sum, { count }) => sum + count, 0)
      for (const [from, to] of [['2025-07-01', '2025-09-30'] as const, ['2026-01-01', null] as const])
        expect(await lengthOf({ ...filter, closes: closesText({ from, to }) })).toBe(total(from, to))
    }
  }, 60_000)

  test('the standings part the ledger: each prediction of a record stands in one', async () => {
    for (const [subject, filter] of (await subjects()).slice(0, 6)) {
      const standings = await Promise.all(
        (['counted', 'unresolved', 'still_open', 'out'] as const).map((standing) => lengthOf({ ...filter, standing })),
      )
      const { shares } = await recordOf(subject, TODAY)
      expect(standings.reduce((sum, n) => sum + n, 0)).toBe(shares.opened)
    }
  })

  test('the rows sent as data say of each whether it counts, as the record does', async () => {
    const origin = 'https://desk.example'
    const rowsOf = async (filter: Partial<LedgerFilter>) =>
      wholeData({ filter: { view: 'all', ...filter }, today: TODAY, origin })
    // what a publisher reports is in no record of its own, unless it said or quoted the same itself
    for (const [subject, filter] of (await subjects()).filter(([{ kind }]) => kind !== 'reported')) {
      const rows = await rowsOf(filter)
      const { predictions, unresolved, openedLate } = await recordOf(subject, TODAY)
      const about = JSON.stringify(subject)
      expect(rows.filter((row) => row.isCounted && row.openedLate).length, about).toBe(openedLate)
      expect(rows.filter((row) => row.isCounted).length, about).toBe(predictions)
      expect(rows.filter((row) => row.countedWhy.includes('not settled')).length, about).toBe(unresolved)
    }
    // all that stands in its pages, of which what it says itself and what its sources say counts, once where both do
    for (const id of publishers) {
      const publisher = await slugOf('publisher', id)
      const countedIds = async (filter: Partial<LedgerFilter>) =>
        (await rowsOf({ publisher, ...filter })).filter((row) => row.isCounted).map((row) => row.id)
      const answered = [...(await countedIds({ voice: 'own' })), ...(await countedIds({ voice: 'unnamed' }))]
      expect(new Set(await countedIds({}))).toEqual(new Set(answered))
    }
  })

  test('data have what the ledger lists, in the order of each view, in whatever pieces they are read', async () => {
    for (const view of LEDGER_VIEWS) {
      const reading = { filter: { view }, today: TODAY, origin: '' }
      const listed: string[] = []
      for (let after: string | null | undefined; after !== null; ) {
        const page: Awaited<ReturnType<typeof listLedger>> = await listLedger({ view, after }, TODAY)
        listed.push(...page.rows.map(({ path }) => path))
        after = page.next
      }
      expect(listed).toHaveLength(await lengthOf({ view }))
      for (const piece of [7, listed.length || 1, 500])
        expect((await wholeData(reading, piece)).map(({ address }) => address)).toEqual(listed)
    }
  })

  test('the rows of a file say with what words and when each was said, as the record of whom it is of has it', async () => {
    const { certaintyTable } = defaultSettings('Test desk', 'Europe/Vienna')
    let saidAgain = 0
    for (const [subject, filter] of (await subjects()).filter(([{ kind }]) => kind !== 'reported')) {
      const { calibration, lead } = await recordOf(subject, TODAY)
      const rows = await wholeData({ filter: { view: 'all', ...filter }, today: TODAY, origin: '' })
      const counted = rows.filter((row) => row.isCounted)
      saidAgain += counted.filter((row) => row.saidAgainOn !== null).length
      const phraseOf = (row: DataRow) =>
        row.saidAgainOn === null
          ? (certaintyEntryOf(certaintyTable, row.certaintyWords)?.words ?? null)
          : row.saidAgainPhrase
      for (const { words, predictions } of calibration)
        expect(counted.filter((row) => phraseOf(row) === words).length, `${JSON.stringify(subject)} ${words}`).toBe(
          predictions,
        )
      const days = counted.flatMap(({ saidAgainOn, saidOn, dueTo }) => {
        const on = saidAgainOn ?? saidOn
        return on && dueTo ? [daysBetween(on, dueTo)] : []
      })
      expect(lead?.n ?? 0).toBe(days.length)
      days.sort((one, other) => one - other)
      const middle = (days.length - 1) / 2
      const median = ((days[Math.floor(middle)] ?? 0) + (days[Math.ceil(middle)] ?? 0)) / 2
      expect(lead?.median ?? 0, JSON.stringify(subject)).toBe(median)
    }
    expect(saidAgain).toBeGreaterThan(0)
  })

  test('copies of one story stand in the ledger, and count once', async () => {
    const [everything, record] = [await lengthOf({}), await recordOf({ kind: 'all' }, TODAY)]
    expect(everything).toBe(PREDICTIONS)
    expect(record.shares.opened).toBeLessThan(PREDICTIONS)
  })
})
