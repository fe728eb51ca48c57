import { describe, expect, test } from 'vitest'
import type { InboxRow } from '../rows'
import { beginInbox, type Change, changeInbox, type InboxState, waitingOf } from './inbox-state'

const row = (id: string, checkWorthiness: number): InboxRow => ({
  ...{ id, checkWorthiness, origin: 'extractor', quote: id, prefix: '', suffix: '', kind: 'event', reasons: [] },
  ...{
    speakerText: null,
    relayText: null,
    certaintyWords: null,
    isNegated: false,
    conditionWords: null,
    dueWords: null,
  },
  ...{ due: null, createdAt: '2025-11-20T09:00:00Z', quantities: [] },
  article: { id: 'a', title: 'A', publishedOn: null, publisher: { id: 'p', name: 'P' } },
  accept: {
    ...{ candidateId: id, statement: id, shortForm: id, kind: 'event', speaker: 'nobody' },
    ...{ newName: '', newKind: 'person', speakers: [] },
  },
})
const ROWS = [row('one', 0.9), row('two', 0.8), row('three', 0.7), row('four', 0.6)]
const begin = (): InboxState =>
  beginInbox(ROWS, { current: null, doing: null, left: { n: 4, isMore: false }, steps: [] })
const after = (changes: readonly Change[], from = begin()): InboxState => changes.reduce(changeInbox, from)
const ids = (state: InboxState) => waitingOf(state).map(({ id }) => id)
const accept = (id: string, key = 1): Change => ({ do: 'decide', key, moves: { [id]: 'accept' } })

describe('deciding', () => {
  test('takes the row out, goes on to the next, and says how many are left', () => {
    const state = after([accept('one')])
    expect(ids(state)).toEqual(['two', 'three', 'four'])
    expect(state).toMatchObject({
      current: 'two',
      left: { n: 3 },
      said: { text: 'Accepted. 3 left.', isUndoable: true },
    })
  })

  test('the last in the list goes on to the one before, and the last of all to nothing', () => {
    expect(after([{ do: 'look', id: 'four' }, accept('four')]).current).toBe('three')
    expect(after(['one', 'two', 'three', 'four'].map((id, key) => accept(id, key))).current).toBeNull()
  })

  test('an undo puts the last one back where it stood, and looks at it', () => {
    const state = after([accept('one'), accept('two', 2)])
    const [, last] = state.steps
    if (!last) throw new Error('nothing to undo')
    const back = after([{ do: 'put_back', step: last }], state)
    expect(ids(back)).toEqual(['two', 'three', 'four'])
    expect(back).toMatchObject({ current: 'two', left: { n: 3 }, steps: [{ key: 1 }], said: { text: 'Taken back.' } })
  })

  test('a refusal brings the row back with its reason, leaves what is looked at, and is no step to undo', () => {
    const state = after([accept('one'), { do: 'refused', told: { one: 'Ben Okafor has rejected it.' } }])
    expect(ids(state)).toEqual(['one', 'two', 'three', 'four'])
    expect(state).toMatchObject({
      ...{ current: 'two', left: { n: 4 }, steps: [], refused: { one: 'Ben Okafor has rejected it.' } },
      said: { text: 'Not stored: Ben Okafor has rejected it.' },
    })
    expect(after([accept('one', 2)], state).refused).toEqual({})
  })

  test('an undo that is refused leaves it decided, and says why', () => {
    const state = after([accept('one')])
    const step = { key: 1, moves: { one: 'accept' as const } }
    const stays = after(
      [
        { do: 'put_back', step },
        { do: 'stays_decided', step, told: 'It is published.' },
      ],
      state,
    )
    expect(ids(stays)).toEqual(['two', 'three', 'four'])
    expect(stays).toMatchObject({ left: { n: 3 }, said: { text: 'It is published.' } })
  })

  test('what was decided before the page was opened counts again once it is taken back, and not where it stays', () => {
    const step = { key: -1, moves: { zero: 'reject' as const } }
    const before = { ...begin(), steps: [step] }
    const back = after(
      [
        { do: 'put_back', step },
        { do: 'add', rows: [row('zero', 0.95)] },
      ],
      before,
    )
    expect(ids(back)).toEqual(['zero', 'one', 'two', 'three', 'four'])
    expect(back).toMatchObject({ left: { n: 5 }, steps: [] })
    const stays = after(
      [
        { do: 'put_back', step },
        { do: 'stays_decided', step, told: 'No.' },
      ],
      before,
    )
    expect(stays).toMatchObject({ left: { n: 4 } })
  })

  test('a count that goes on beyond its bound stays as it is', () => {
    const state = after([accept('one')], { ...begin(), left: { n: 1000, isMore: true } })
    expect(state.said.text).toBe('Accepted. 1,000+ left.')
  })
})

describe('many at once', () => {
  const many: Change = { do: 'decide', key: 1, moves: { one: 'reject', two: 'reject', three: 'reject' } }

  test('are one step, also when some of them were refused', () => {
    const state = after([{ do: 'select_all' }, many])
    expect(state).toMatchObject({ selected: ['four'], left: { n: 1 }, said: { text: '3 rejected. 1 left.' } })
    const told = after([{ do: 'refused', told: { two: 'Decided meanwhile.' } }], state)
    expect(ids(told)).toEqual(['two', 'four'])
    expect(Object.keys(told.steps[0]?.moves ?? {})).toEqual(['one', 'three'])
    const [step] = told.steps
    if (!step) throw new Error('nothing to undo')
    expect(ids(after([{ do: 'put_back', step }], told))).toEqual(['one', 'two', 'three', 'four'])
  })

  test('Shift selects all between, both ways', () => {
    const down = after([
      { do: 'select', id: 'one' },
      { do: 'select', id: 'three', toHere: true },
    ])
    expect(down.selected).toEqual(['one', 'two', 'three'])
    const up = after([
      { do: 'select', id: 'four' },
      { do: 'select', id: 'three', toHere: true },
    ])
    expect([...up.selected].sort()).toEqual(['four', 'three'])
    expect(
      after([
        { do: 'select', id: 'one' },
        { do: 'select', id: 'one' },
      ]).selected,
    ).toEqual([])
  })
})

test('steps go to the ends and no further', () => {
  expect(after([{ do: 'step', by: -1 }]).current).toBe('one')
  expect(after(Array.from({ length: 9 }, (): Change => ({ do: 'step', by: 1 }))).current).toBe('four')
})

test('further rows come once and in the order of the inbox', () => {
  const state = after([{ do: 'add', rows: [row('zero', 0.75), row('two', 0.8)] }])
  expect(ids(state)).toEqual(['one', 'two', 'zero', 'three', 'four'])
})
