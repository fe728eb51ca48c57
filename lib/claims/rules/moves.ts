/**
 * The one table of moves, as far as this floor knows it: what triage does with a candidate, and what is done with a claim as a
 * whole. Its rows on verdicts follow in verdicts/rules/move-table; docs/moves.md is drawn from all of them. A move that has no
 * row is refused, whatever the client sends: commands, buttons and documentation read the same rows.
 */
import { type Actor, isEditor, isReviewer } from '@/lib/core/context'
import type { ErrorCode } from '@/lib/core/errors'
import { CandidateState, ClaimState } from '../schema'

/** The least role that a move takes. */
export type Who = 'reviewer' | 'editor'

/** As `to`: where it stood before it was put aside. */
export const BEFORE = 'before'

/** `needs`: what must hold besides, each by a rule of its own that names its refusal (see the words beside each table). */
export type MoveRow<P extends string = string, M extends string = string, N extends string = string> = {
  from: P
  move: M
  to: P | typeof BEFORE
  who: Who
  needs: readonly N[]
}

export const CANDIDATE_NEEDS = {
  statement: 'a statement that stands by itself, a short form, a kind and a speaker',
  open_claim: 'a claim that is neither merged nor hidden',
  editor_where_public: 'an editor where readers saw the claim already',
  reason: 'a reason',
  undecided_claim: 'a claim whose verdict neither waits for approval nor is published',
} as const
type CandidateNeed = keyof typeof CANDIDATE_NEEDS

export const CANDIDATE_PHASES = CandidateState.options
export const CANDIDATE_MOVES = ['accept', 'merge', 'reject', 'reopen'] as const
export type CandidateMove = (typeof CANDIDATE_MOVES)[number]

/** Of a candidate: `accepted` made a claim, `merged` joined one. */
export const CANDIDATE_TABLE: readonly MoveRow<CandidateState, CandidateMove, CandidateNeed>[] = [
  { from: 'new', move: 'accept', to: 'accepted', who: 'reviewer', needs: ['statement'] },
  { from: 'new', move: 'merge', to: 'merged', who: 'reviewer', needs: ['open_claim', 'editor_where_public'] },
  { from: 'new', move: 'reject', to: 'rejected', who: 'reviewer', needs: ['reason'] },
  { from: 'accepted', move: 'reopen', to: 'new', who: 'reviewer', needs: ['undecided_claim', 'editor_where_public'] },
  { from: 'merged', move: 'reopen', to: 'new', who: 'reviewer', needs: ['undecided_claim', 'editor_where_public'] },
  { from: 'rejected', move: 'reopen', to: 'new', who: 'reviewer', needs: [] },
]

export const CLAIM_NEEDS = {
  colleague: 'a reviewer or an editor of this desk',
  as_seen: 'nobody assigned it otherwise meanwhile',
  takes_it: 'another claim that may take it: a published one for one that readers saw, never for an opened prediction',
  editor_where_public: 'an editor where readers saw one of them already',
  keeps_one: 'places to go, and one at least that stays',
  unseen: 'no reader has seen it',
  reason: 'a reason',
  still_made: 'a place that still makes it',
  on_its_own: 'the claim that took it is not merged itself',
} as const
type ClaimNeed = keyof typeof CLAIM_NEEDS

/** The state of a claim, and whether an accepted one is somebody's. What it is finer, verdicts know. */
export const CLAIM_PHASES = [...ClaimState.options, 'assigned'] as const
export type ClaimPhase = (typeof CLAIM_PHASES)[number]
export const CLAIM_MOVES = ['assign', 'give_back', 'split', 'merge', 'unmerge', 'hide', 'unhide'] as const
export type ClaimMove = (typeof CLAIM_MOVES)[number]

type ClaimRow = MoveRow<ClaimPhase, ClaimMove, ClaimNeed>
type Rest = Omit<ClaimRow, 'from' | 'to'>

const staying = (from: readonly ClaimPhase[], rest: Rest): ClaimRow[] =>
  from.map((phase) => ({ from: phase, to: phase, ...rest }))
const leading = (from: readonly ClaimPhase[], to: ClaimRow['to'], rest: Rest): ClaimRow[] =>
  from.map((phase) => ({ from: phase, to, ...rest }))

const BEGUN = ['in_review', 'submitted', 'published', 'withdrawn'] as const
const OPEN = ['accepted', 'assigned', ...BEGUN] as const

export const CLAIM_TABLE: readonly ClaimRow[] = [
  ...leading(['accepted', 'assigned'], 'assigned', {
    ...{ move: 'assign', who: 'reviewer', needs: ['colleague', 'as_seen'] },
  }),
  ...staying(BEGUN, { move: 'assign', who: 'reviewer', needs: ['colleague', 'as_seen'] }),
  ...leading(['accepted', 'assigned'], 'accepted', { move: 'give_back', who: 'reviewer', needs: ['as_seen'] }),
  ...staying(BEGUN, { move: 'give_back', who: 'reviewer', needs: ['as_seen'] }),
  ...staying(OPEN, { move: 'split', who: 'reviewer', needs: ['keeps_one', 'editor_where_public'] }),
  ...leading(['accepted', 'assigned', 'in_review', 'withdrawn'], 'merged', {
    ...{ move: 'merge', who: 'reviewer', needs: ['takes_it', 'editor_where_public'] },
  }),
  { from: 'merged', move: 'unmerge', to: BEFORE, who: 'reviewer', needs: ['on_its_own', 'editor_where_public'] },
  ...leading(['accepted', 'assigned', 'in_review', 'submitted'], 'hidden', {
    ...{ move: 'hide', who: 'editor', needs: ['unseen', 'reason'] },
  }),
  { from: 'hidden', move: 'unhide', to: BEFORE, who: 'editor', needs: ['still_made'] },
]

export const claimPhaseOf = (claim: { state: ClaimState; assigneeId: string | null }): ClaimPhase =>
  claim.state === 'accepted' && claim.assigneeId !== null ? 'assigned' : claim.state

/** The row of a move from here; null where there is none. */
export const findRow = <R extends MoveRow>(table: readonly R[], from: R['from'], move: R['move']): R | null =>
  table.find((row) => row.from === from && row.move === move) ?? null

/**
 * Why a person may not do something, in words for that person; null when they may. The commands throw it, the workspace shows
 * it beforehand: one decision, so that no button promises what the command refuses.
 */
export type Refusal = { code: ErrorCode; text: string }

/** Editorial moves are people's: a process never makes one, whatever roles it was given. */
export const holdsRole = (actor: Actor, who: Who): boolean =>
  actor.kind === 'user' && (who === 'editor' ? isEditor(actor) : isReviewer(actor))

const TAKES: Readonly<Record<Who, string>> = { reviewer: 'takes a reviewer or an editor', editor: 'takes an editor' }

/** The row, where nothing of it is refused yet: what it needs is looked at after that. */
type Asked<R> = { row: R; refusal: null } | { row: null; refusal: Refusal }

/**
 * What a row (null: there is none) answers to a person, before its needs are looked at. Whoever has no part in reviewing is
 * told nothing of where a thing stands. `refused` says why there is no such move from here, `what` names the move.
 */
export function askRow<R extends MoveRow>(row: R | null, actor: Actor, refused: string, what = 'This'): Asked<R> {
  const no = (code: ErrorCode, text: string): Asked<R> => ({ row: null, refusal: { code, text } })
  const forbidden = (who: Who) => no('FORBIDDEN', `${what} ${TAKES[who]}.`)
  if (!holdsRole(actor, 'reviewer')) return forbidden(row?.who ?? 'reviewer')
  if (row === null) return no('MOVE_REFUSED', refused)
  return holdsRole(actor, row.who) ? { row, refusal: null } : forbidden(row.who)
}
