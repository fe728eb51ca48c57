import { describe, expect, it } from 'vitest'
import { type Actor, ANONYMOUS, type Role, systemActor } from '@/lib/core/context'
import {
  askRow,
  BEFORE,
  CANDIDATE_MOVES,
  CANDIDATE_PHASES,
  CANDIDATE_TABLE,
  CLAIM_MOVES,
  CLAIM_PHASES,
  CLAIM_TABLE,
  type ClaimMove,
  type ClaimPhase,
  claimPhaseOf,
  findRow,
} from './rules/moves'
import { hideRefusal, mergeRefusal, splitRefusal, unhideRefusal, unmergeRefusal } from './rules/refusals'
import type { CandidateState, ClaimState } from './schema'

const person = (...roles: Role[]): Actor => ({ kind: 'user', id: 'p', name: 'P', roles })
const ACTORS: [string, Actor, { reviewer: boolean; editor: boolean }][] = [
  ['a reader', ANONYMOUS, { reviewer: false, editor: false }],
  ['a person without roles', person(), { reviewer: false, editor: false }],
  ['a reviewer', person('reviewer'), { reviewer: true, editor: false }],
  ['an editor', person('editor'), { reviewer: true, editor: true }],
  ['an admin', person('admin'), { reviewer: false, editor: false }],
  ['an admin who is editor too', person('admin', 'editor'), { reviewer: true, editor: true }],
  ['a process', systemActor('worker', ['admin', 'editor']), { reviewer: false, editor: false }],
]

/** Written out apart from the tables: where each allowed move leads, and the least role it takes. */
const CANDIDATES: Record<CandidateState, Record<string, [string, 'reviewer' | 'editor']>> = {
  new: { accept: ['accepted', 'reviewer'], merge: ['merged', 'reviewer'], reject: ['rejected', 'reviewer'] },
  accepted: { reopen: ['new', 'reviewer'] },
  merged: { reopen: ['new', 'reviewer'] },
  rejected: { reopen: ['new', 'reviewer'] },
}

const CLAIMS: Record<ClaimPhase, Partial<Record<ClaimMove, [string, 'reviewer' | 'editor']>>> = {
  accepted: {
    assign: ['assigned', 'reviewer'],
    give_back: ['accepted', 'reviewer'],
    split: ['accepted', 'reviewer'],
    merge: ['merged', 'reviewer'],
    hide: ['hidden', 'editor'],
  },
  assigned: {
    assign: ['assigned', 'reviewer'],
    give_back: ['accepted', 'reviewer'],
    split: ['assigned', 'reviewer'],
    merge: ['merged', 'reviewer'],
    hide: ['hidden', 'editor'],
  },
  in_review: {
    assign: ['in_review', 'reviewer'],
    give_back: ['in_review', 'reviewer'],
    split: ['in_review', 'reviewer'],
    merge: ['merged', 'reviewer'],
    hide: ['hidden', 'editor'],
  },
  submitted: {
    assign: ['submitted', 'reviewer'],
    give_back: ['submitted', 'reviewer'],
    split: ['submitted', 'reviewer'],
    hide: ['hidden', 'editor'],
  },
  published: {
    assign: ['published', 'reviewer'],
    give_back: ['published', 'reviewer'],
    split: ['published', 'reviewer'],
  },
  withdrawn: {
    assign: ['withdrawn', 'reviewer'],
    give_back: ['withdrawn', 'reviewer'],
    split: ['withdrawn', 'reviewer'],
    merge: ['merged', 'reviewer'],
  },
  merged: { unmerge: [BEFORE, 'reviewer'] },
  hidden: { unhide: [BEFORE, 'editor'] },
}

const candidateCells = CANDIDATE_PHASES.flatMap((from) =>
  CANDIDATE_MOVES.map((move) => ({ from, move, row: findRow(CANDIDATE_TABLE, from, move), told: CANDIDATES[from] })),
)
const claimCells = CLAIM_PHASES.flatMap((from) =>
  CLAIM_MOVES.map((move) => ({ from, move, row: findRow(CLAIM_TABLE, from, move), told: CLAIMS[from] })),
)
const cells = [...candidateCells, ...claimCells].flatMap(({ from, move, row, told }) =>
  ACTORS.map(([name, actor, may]) => ({ from, move, name, row, actor, may, expected: Reflect.get(told, move) })),
)

describe('every state, move and role', () => {
  it.each(cells)('$from: $move by $name', ({ row, actor, may, expected }) => {
    expect(row && [row.to, row.who]).toEqual(expected ?? null)
    const code = !may.reviewer ? 'FORBIDDEN' : row === null ? 'MOVE_REFUSED' : may[row.who] ? undefined : 'FORBIDDEN'
    expect(askRow(row, actor, 'There is no such move.').refusal?.code).toBe(code)
  })

  it('has no row twice and none beyond the ones tested', () => {
    for (const [table, told] of [
      [CANDIDATE_TABLE, CANDIDATES],
      [CLAIM_TABLE, CLAIMS],
    ] as const) {
      expect(table).toHaveLength(Object.values(told).flatMap((moves) => Object.keys(moves)).length)
      expect(new Set(table.map(({ from, move }) => `${from} ${move}`)).size).toBe(table.length)
    }
  })

  it('an accepted claim is assigned once it is somebody’s; later it is told by its verdict', () => {
    expect(claimPhaseOf({ state: 'accepted', assigneeId: null })).toBe('accepted')
    expect(claimPhaseOf({ state: 'accepted', assigneeId: 'p' })).toBe('assigned')
    expect(claimPhaseOf({ state: 'in_review', assigneeId: 'p' })).toBe('in_review')
  })
})

describe('a whole claim', () => {
  const editor = person('editor')
  const other = { state: 'accepted', kind: 'event', isPublished: false } as const
  const seen = (state: ClaimState) => state === 'published' || state === 'withdrawn'
  it.each(CLAIM_PHASES.filter((phase) => phase !== 'assigned'))(
    '%s: refused exactly where there is no row',
    (state) => {
      const claim = { state, kind: 'event', isPublished: seen(state) }
      const refused = {
        merge: mergeRefusal(editor, claim, { ...other, state: 'published', isPublished: true }),
        unmerge: unmergeRefusal(editor, claim, other),
        split: splitRefusal(editor, claim, { total: 2, moving: 1 }),
        hide: hideRefusal(editor, claim),
        unhide: unhideRefusal(editor, claim, 1),
      }
      for (const [move, refusal] of Object.entries(refused))
        expect([move, refusal === null]).toEqual([move, Object.hasOwn(CLAIMS[state], move)])
    },
  )
})
