import { type Count, countText, lessBy } from '@/lib/desk/rules/counting'
import { rangeOf } from '@/lib/desk/rules/selecting'
import type { InboxRow } from '../rows'

export type Move = 'accept' | 'merge' | 'reject'

/** What `u` takes back: one decision, or a rejection of many as one. `key` tells steps apart. */
export type Step = { key: number; moves: Readonly<Record<string, Move>> }

export type InboxState = {
  rows: readonly InboxRow[]
  /** Decided on this page: out of the list, whether the server has answered yet or not. */
  gone: Readonly<Record<string, Move>>
  /** What the server did not take, by candidate, in its words. */
  refused: Readonly<Record<string, string>>
  selected: readonly string[]
  /** Where a range of selection begins. */
  anchor: string | null
  current: string | null
  doing: Move | null
  /** Moves with each change after which the keyboard has to be led somewhere. */
  turn: number
  left: Count
  steps: readonly Step[]
  /** For the live region; another object each time, so that the same words are said again. */
  said: { text: string; isUndoable?: true }
}

export type Change =
  | { do: 'look'; id: string; doing?: Move | null }
  | { do: 'step'; by: 1 | -1 }
  | { do: 'select'; id: string; toHere?: boolean }
  | { do: 'select_all' }
  | { do: 'select_none' }
  | { do: 'decide'; key: number; moves: Record<string, Move> }
  | { do: 'refused'; told: Record<string, string> }
  | { do: 'put_back'; step: Step }
  | { do: 'stays_decided'; step: Step; told: string }
  | { do: 'add'; rows: readonly InboxRow[] }
  | { do: 'say'; words: string }

const WORDS: Record<Move, string> = { accept: 'Accepted', merge: 'Added to the claim', reject: 'Rejected' }

export const waitingOf = ({ rows, gone }: Pick<InboxState, 'rows' | 'gone'>): InboxRow[] =>
  rows.filter(({ id }) => gone[id] === undefined)

export function beginInbox(
  rows: readonly InboxRow[],
  { current, doing, left, steps }: Pick<InboxState, 'current' | 'doing' | 'left' | 'steps'>,
): InboxState {
  const first = current ?? rows[0]?.id ?? null
  return {
    ...{ rows, gone: {}, refused: {}, selected: [], anchor: null, current: first, doing },
    ...{ turn: 0, left, steps, said: { text: '' } },
  }
}

/** What a page of triage becomes by what a person does and what the server answers. Pure: the page sends, this decides. */
export function changeInbox(state: InboxState, change: Change): InboxState {
  switch (change.do) {
    case 'look':
      return { ...state, current: change.id, doing: change.doing ?? null, turn: state.turn + 1 }
    case 'step':
      return stepped(state, change.by)
    case 'select':
      return selected(state, change.id, change.toHere ?? false)
    case 'select_all':
      return {
        ...state,
        selected: waitingOf(state).map(({ id }) => id),
        said: { text: `${waitingOf(state).length} selected.` },
      }
    case 'select_none':
      return { ...state, selected: [], anchor: null, said: { text: 'Nothing is selected.' } }
    case 'decide':
      return decided(state, change)
    case 'refused':
      return refused(state, change.told)
    case 'put_back':
      return putBack(state, change.step)
    case 'stays_decided':
      return { ...staysDecided(state, change.step), said: { text: change.told } }
    case 'add':
      return added(state, change.rows)
    case 'say':
      return { ...state, said: { text: change.words } }
  }
}

function stepped(state: InboxState, by: 1 | -1): InboxState {
  const all = waitingOf(state)
  const at = all.findIndex(({ id }) => id === state.current)
  const next = all[at < 0 ? 0 : Math.min(all.length - 1, Math.max(0, at + by))]
  return next ? { ...state, current: next.id, doing: null, turn: state.turn + 1 } : state
}

/** A range takes in all that lies between the one that was selected last and this one. */
function selected(state: InboxState, id: string, toHere: boolean): InboxState {
  const ids = waitingOf(state).map((row) => row.id)
  const isOn = state.selected.includes(id)
  const range = toHere ? rangeOf(ids, state.anchor, id) : [id]
  const next =
    isOn && !toHere ? state.selected.filter((one) => one !== id) : [...new Set([...state.selected, ...range])]
  return {
    ...state,
    selected: next,
    anchor: id,
    said: { text: next.length === 0 ? 'Nothing is selected.' : `${next.length} selected.` },
  }
}

function decided(state: InboxState, { key, moves }: Step): InboxState {
  const after = taken(state, moves)
  const ids = Object.keys(moves)
  const [first = 'reject'] = Object.values(moves)
  const words = ids.length === 1 ? WORDS[first] : `${ids.length} ${WORDS[first].toLowerCase()}`
  return {
    ...after,
    ...{ selected: state.selected.filter((id) => !ids.includes(id)), steps: [...state.steps, { key, moves }] },
    ...{
      doing: null,
      turn: state.turn + 1,
      said: { text: `${words}. ${countText(after.left)} left.`, isUndoable: true },
    },
  }
}

/** Takes rows out of the list; what is looked at goes on to the next that stays, at the end to the one before. */
function taken(state: InboxState, moves: Readonly<Record<string, Move>>): InboxState {
  const before = waitingOf(state)
  const gone = { ...state.gone, ...moves }
  const at = before.findIndex(({ id }) => id === state.current)
  const stays = (row: InboxRow | undefined) => row !== undefined && gone[row.id] === undefined
  const next = before.slice(Math.max(0, at)).find(stays) ?? before.slice(0, Math.max(0, at)).findLast(stays)
  const fewer = before.filter(({ id }) => moves[id] !== undefined).length
  return {
    ...state,
    gone,
    refused: without(state.refused, moves),
    current: next?.id ?? null,
    left: lessBy(state.left, fewer),
  }
}

function refused(state: InboxState, told: Record<string, string>): InboxState {
  const ids = Object.keys(told).filter((id) => state.gone[id] !== undefined)
  const steps = state.steps
    .map((step) => ({ ...step, moves: without(step.moves, told) }))
    .filter(({ moves }) => Object.keys(moves).length > 0)
  const [only] = Object.values(told)
  return {
    ...state,
    ...{ gone: without(state.gone, told), refused: { ...state.refused, ...told }, steps },
    ...{ left: lessBy(state.left, -ids.length), current: state.current ?? ids[0] ?? null },
    said: {
      text:
        Object.keys(told).length === 1
          ? `Not stored: ${only}`
          : `${Object.keys(told).length} were not stored. Each says why.`,
    },
  }
}

function putBack(state: InboxState, step: Step): InboxState {
  const ids = Object.keys(step.moves)
  const first = state.rows.find(({ id }) => step.moves[id] !== undefined)?.id
  return {
    ...state,
    ...{ gone: without(state.gone, step.moves), steps: state.steps.filter(({ key }) => key !== step.key) },
    ...{ left: lessBy(state.left, -ids.length), current: first ?? state.current, doing: null, turn: state.turn + 1 },
    said: { text: ids.length === 1 ? 'Taken back.' : `${ids.length} taken back.` },
  }
}

/** Of one that was decided before this page was opened there is no row to take out. */
const staysDecided = (state: InboxState, { moves }: Step): InboxState => ({
  ...taken(state, moves),
  left: lessBy(state.left, Object.keys(moves).length),
})

/** Further rows, and one that was put back: each once, in the order of the inbox. */
function added(state: InboxState, rows: readonly InboxRow[]): InboxState {
  const known = new Set(state.rows.map(({ id }) => id))
  const all = [...state.rows, ...rows.filter(({ id }) => !known.has(id))].sort(
    (a, b) => b.checkWorthiness - a.checkWorthiness || (a.id < b.id ? 1 : -1),
  )
  return { ...state, rows: all, current: state.current ?? waitingOf({ rows: all, gone: state.gone })[0]?.id ?? null }
}

function without<T>(from: Readonly<Record<string, T>>, keys: Readonly<Record<string, unknown>>): Record<string, T> {
  return Object.fromEntries(Object.entries(from).filter(([key]) => keys[key] === undefined))
}
