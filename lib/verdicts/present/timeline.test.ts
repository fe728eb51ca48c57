import { expect, test } from 'vitest'
import { historyDays } from './timeline'

const VERDICT = '0192aaaa-0000-7000-8000-000000000001'
let serial = 0
const event = (type: string, at: string, payload: Record<string, unknown> = {}, actorName = 'Ada Marsh') => ({
  ...{ id: `e${++serial}`, type, actorName, payload, occurredAt: new Date(at) },
})
const saved = (revision: number, at: string, fields: string[], by?: string) =>
  event('verdict.saved', at, { verdictId: VERDICT, revision, fields, tookBack: false }, by)

test('groups by the day of the newsroom, and leaves out what only repeats another step', () => {
  const days = historyDays(
    [
      event('verdict.submitted', '2025-10-22T22:30:00Z', { revision: 2 }),
      event('claim.state_set', '2025-10-22T22:30:00Z'),
      event('verdict.started', '2025-10-22T21:00:00Z', { ordinal: 1 }),
    ],
    'Europe/Vienna',
  )
  expect(days.map(({ on, entries }) => [on, entries.map(({ what }) => what)])).toEqual([
    ['2025-10-23', ['submitted revision 2']],
    ['2025-10-22', ['began the verdict']],
  ])
})

test('folds saves of one person of one draft, and compares the whole stretch', () => {
  const [day] = historyDays(
    [
      saved(6, '2025-10-22T09:06:00Z', ['summary']),
      saved(5, '2025-10-22T09:05:00Z', ['rationale']),
      saved(4, '2025-10-22T09:04:00Z', ['summary']),
      saved(3, '2025-10-22T09:03:00Z', ['rating'], 'Dora Lindqvist'),
      event('verdict.taken_back', '2025-10-22T09:02:30Z', { revision: 2 }),
      saved(2, '2025-10-22T09:02:00Z', ['rating'], 'Dora Lindqvist'),
    ],
    'Europe/Vienna',
  )
  expect(day?.entries.map(({ by, what, folded }) => [by, what, folded.length])).toEqual([
    ['Ada Marsh', 'saved the draft 3 times, up to revision 6', 3],
    ['Dora Lindqvist', 'saved revision 3', 0],
    ['Ada Marsh', 'took revision 2 back', 0],
    ['Dora Lindqvist', 'saved revision 2', 0],
  ])
  expect(day?.entries[0]).toMatchObject({
    detail: 'summary, rationale',
    compare: { from: `${VERDICT}.3`, to: `${VERDICT}.6` },
  })
  expect(day?.entries[0]?.folded.map(({ compare }) => compare?.from)).toEqual([5, 4, 3].map((n) => `${VERDICT}.${n}`))
})

test('does not fold over midnight, and offers no comparison of a first save or version', () => {
  const days = historyDays(
    [
      event('verdict.published', '2025-10-24T09:00:00Z', { ordinal: 2 }),
      event('verdict.published', '2025-10-23T09:00:00Z', { ordinal: 1 }),
      saved(2, '2025-10-22T22:10:00Z', ['summary']),
      saved(1, '2025-10-22T21:50:00Z', ['summary']),
    ],
    'Europe/Vienna',
  )
  expect(days.flatMap(({ entries }) => entries.map(({ compare }) => compare?.to ?? null))).toEqual([
    'v2',
    null,
    `${VERDICT}.2`,
    null,
  ])
})
