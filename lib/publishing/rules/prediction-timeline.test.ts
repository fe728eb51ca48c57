import { expect, test } from 'vitest'
import { inOrder, type TimelineItem, type TimelineKind } from './prediction-timeline'

const item = (kind: TimelineKind, on: string | null): TimelineItem<null> => ({
  kind,
  on,
  key: `${kind} ${on}`,
  content: null,
})
const today = { ...item('today', '2026-06-01'), on: '2026-06-01' }
const order = (...items: TimelineItem<null>[]) => inOrder(items, today).map(({ kind }) => kind)

test('what happened stands by its day, what is of one day from saying to settling', () => {
  expect(
    order(
      item('settled', '2026-03-01'),
      item('happened', '2026-02-10'),
      item('opened', '2026-01-05'),
      item('window_begins', '2026-02-10'),
      item('said', '2026-01-05'),
    ),
  ).toEqual(['said', 'opened', 'window_begins', 'happened', 'settled'])
})

test('today stands between what was and what is to come, and nowhere where nothing is to come', () => {
  expect(
    order(item('said', '2026-05-01'), item('window_begins', '2026-06-01'), item('window_ends', '2026-06-30')),
  ).toEqual(['said', 'window_begins', 'today', 'window_ends'])
  expect(order(item('said', '2026-05-01'), item('window_ends', '2026-05-30'))).toEqual(['said', 'window_ends'])
})

test('what has no known day stands last', () => {
  expect(order(item('said_again', null), item('window_ends', '2026-07-01'), item('said', '2026-01-01'))).toEqual([
    'said',
    'today',
    'window_ends',
    'said_again',
  ])
})
