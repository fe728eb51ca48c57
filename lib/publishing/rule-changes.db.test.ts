import { afterAll, beforeAll, expect, test } from 'vitest'
import { mergeClaims } from '@/lib/claims/commands/merging'
import { contextOf, systemActor } from '@/lib/core/context'
import { newId } from '@/lib/core/ids'
import { db, disconnect } from '@/lib/platform/db'
import { scoreLedger } from '@/lib/predictions/commands/scoring'
import { recordOf, storedRecordOf, storedRecords } from '@/lib/predictions/queries/records'
import { makeClaim, makePublisher, makeSpeaker, NOON } from '@/lib/testing/predictions'
import { editor, INSIDE, opened, openRecordDesk, resolved, TODAY } from '@/lib/testing/records'
import { getHome, getMethodology } from './queries/home'
import { getPhrasePage, getPhrasesPage } from './queries/phrases'

/** What pages and stored records say after the newsroom changed what counts as held up, and what a phrase stands for. */

const LATE = '2026-01-20'
const AFTER = new Date(NOON.getTime() + 60_000)
let speakerId: string
/** Repeated with “may” what was opened before the change. */
let repeaterId: string

beforeAll(async () => {
  await openRecordDesk()
  const publisherId = await makePublisher('Quay Daily')
  speakerId = await makeSpeaker('Ada Brun')
  const may = (day: string | null) =>
    opened({ publisherId, speakerId }, { certaintyWords: 'may' }).then((one) => resolved([one], day))
  for (const day of [INSIDE, INSIDE, LATE, LATE, null]) await may(day)
  repeaterId = await makeSpeaker('Bo Lind')
  const first = await opened({ publisherId })
  const again = { statement: 'Bo says it too', publisherId, publishedOn: '2025-03-01', certaintyWords: 'may' }
  const againId = await makeClaim({ ...again, speakerId: repeaterId })
  await mergeClaims(editor, { fromClaimId: againId, intoClaimId: first.claimId })
  const setting = await db().setting.findFirstOrThrow({ orderBy: { version: 'desc' } })
  await db().setting.create({
    data: {
      ...setting,
      ratingScale: setting.ratingScale ?? [],
      checklist: [],
      certaintyTable: [
        { words: 'will', probability: 0.95 },
        { words: 'may', probability: 0.6 },
      ],
      heldUp: ['came_true', 'late'],
      ...{ id: newId(), version: setting.version + 1, createdAt: AFTER },
    },
  })
  // opened under the new table
  await may(INSIDE)
})
afterAll(disconnect)

const parted = [
  { words: 'may', probability: 0.6, isInForce: true, n: 1, held: 1, share: null, withheld: 'below_minimum' },
  { words: 'may', probability: 0.35, isInForce: false, n: 5, held: 4, share: 0.8, withheld: null },
]

test('what counts as held up and the parted phrase are the same computed, stored and on each page', async () => {
  await scoreLedger(contextOf(systemActor('worker'), AFTER))
  const kept = await storedRecords([{ kind: 'all' }, { kind: 'phrase', words: 'may' }], TODAY)
  expect(kept).not.toContain(null)
  const all = await storedRecordOf({ kind: 'all' }, TODAY)
  expect(all).toEqual(await recordOf({ kind: 'all' }, TODAY))
  expect(all).toMatchObject({
    heldUp: ['came_true', 'late'],
    predictions: 6,
    cameTrue: 3,
    held: 5,
    counts: { late: 2 },
  })
  expect(all.rate?.value).toBeCloseTo(5 / 6, 12)
  const { calibration } = await getPhrasesPage(TODAY)
  expect(calibration.filter(({ words }) => words === 'may')).toMatchObject(parted)
  expect((await getMethodology(TODAY)).record.calibration).toEqual(calibration)
  expect((await getHome(TODAY)).record).toEqual(all)
  const page = await getPhrasePage('may', TODAY)
  expect(page).toMatchObject({ is: 'page', page: { probability: 0.6, bins: parted, figures: { record: { held: 5 } } } })
})

test('who repeats a prediction in other words promised by the table under which it was opened', async () => {
  const { calibration } = await recordOf({ kind: 'speaker', id: repeaterId }, TODAY)
  const waiting = calibration.filter(({ unresolved }) => unresolved > 0)
  expect(waiting).toMatchObject([{ words: 'may', probability: 0.35, isInForce: false, unresolved: 1 }])
})

test('the Brier score keeps what was promised and asks whether it held up', async () => {
  const { brier } = await recordOf({ kind: 'speaker', id: speakerId }, TODAY)
  // four of 0.35 held up and one did not; one of 0.6 held up
  expect(brier?.score).toBeCloseTo((4 * 0.65 ** 2 + 0.35 ** 2 + 0.4 ** 2) / 6, 12)
})
