import { expect, test } from 'vitest'
import { byDay } from './by-day'

test('notices are gathered by the days of the newsroom’s zone', () => {
  const at = (createdAt: string) => ({ createdAt })
  const given = ['2026-11-21T23:30:00Z', '2026-11-21T22:30:00Z', '2026-11-20T23:10:00Z', '2026-11-03T10:00:00Z'].map(at)
  const groups = byDay(given, { zone: 'Europe/Vienna', today: '2026-11-22' })
  expect(groups.map(({ words, items }) => [words, items.length])).toEqual([
    ['Today', 1],
    ['Yesterday', 2],
    ['3 Nov 2026', 1],
  ])
})
