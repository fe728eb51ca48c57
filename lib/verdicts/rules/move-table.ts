/**
 * The rows of the one table of moves that are a verdict's; those of candidates and of whole claims are in claims/rules/moves.
 * A move that has no row is refused, whatever the client sends; commands, buttons and docs/moves.md read the same rows.
 */
import { BEFORE, CLAIM_TABLE, type ClaimPhase, type MoveRow } from '@/lib/claims/rules/moves'

/**
 * Where a claim stands with its verdict, finer than the claim's own state: while a version is in force that readers see, the
 * claim is `published`, and these tell what is under way. `accepted`: nobody's yet, and no verdict begun. `recheck_due` comes
 * by itself, with the day.
 */
export const PHASES = [
  'accepted',
  'assigned',
  'in_review',
  'submitted',
  'published',
  'recheck_due',
  'correcting',
  'correction_submitted',
  'withdrawal_proposed',
  'withdrawn',
  'merged',
  'hidden',
] as const
export type Phase = (typeof PHASES)[number]

export const MOVES = [
  'start',
  'save',
  'submit',
  'take_back',
  'drop',
  'approve',
  'send_back',
  'correct',
  'propose_withdrawal',
  'approve_withdrawal',
  'drop_withdrawal',
  'plan_recheck',
  'mark_rechecked',
] as const
export type Move = (typeof MOVES)[number]

export const NEEDS = {
  opened: 'of a prediction: that it is opened',
  whole:
    'rating, summary, rationale, evidence (for Unverifiable the search), whether the speaker was asked for comment, the as-of day',
  checklist: 'every item of the newsroom’s checklist ticked',
  exact_revision: 'the revision that is stored, as the person saw it',
  second_person: 'nobody who had a hand in it (a one-person desk names its setting)',
  reason: 'a reason',
  level: 'one of the four levels',
  public_note: 'the note that readers will see',
  version_in_force: 'the version in force, as the person saw it',
  day_to_come: 'a day to come',
  note: 'a note on why it still stands',
} as const
export type Need = keyof typeof NEEDS

/**
 * `to` is where the claim stands after the move; BEFORE where that depends: a draft dropped leaves what was there before it, a
 * withdrawal dropped what it interrupted. A withdrawal that overtakes a correction leaves its draft as a plain one
 * (`in_review`). The phase is always read from the rows and the day.
 */
export type VerdictRow = MoveRow<Phase, Move, Need>

export const MOVE_TABLE: readonly VerdictRow[] = [
  { from: 'accepted', move: 'start', to: 'in_review', who: 'reviewer', needs: ['opened'] },
  { from: 'assigned', move: 'start', to: 'in_review', who: 'reviewer', needs: ['opened'] },
  { from: 'withdrawn', move: 'start', to: 'in_review', who: 'reviewer', needs: ['opened'] },
  { from: 'in_review', move: 'save', to: 'in_review', who: 'reviewer', needs: ['exact_revision'] },
  { from: 'submitted', move: 'save', to: 'in_review', who: 'reviewer', needs: ['exact_revision'] },
  { from: 'correcting', move: 'save', to: 'correcting', who: 'reviewer', needs: ['exact_revision'] },
  { from: 'correction_submitted', move: 'save', to: 'correcting', who: 'reviewer', needs: ['exact_revision'] },
  {
    ...{ from: 'in_review', move: 'submit', to: 'submitted', who: 'reviewer' },
    needs: ['opened', 'exact_revision', 'whole', 'checklist'],
  },
  {
    ...{ from: 'correcting', move: 'submit', to: 'correction_submitted', who: 'reviewer' },
    needs: ['opened', 'exact_revision', 'whole', 'checklist'],
  },
  { from: 'in_review', move: 'drop', to: BEFORE, who: 'reviewer', needs: ['exact_revision', 'reason'] },
  { from: 'correcting', move: 'drop', to: BEFORE, who: 'editor', needs: ['exact_revision', 'reason'] },
  { from: 'submitted', move: 'take_back', to: 'in_review', who: 'reviewer', needs: [] },
  { from: 'correction_submitted', move: 'take_back', to: 'correcting', who: 'reviewer', needs: [] },
  {
    ...{ from: 'submitted', move: 'approve', to: 'published', who: 'editor' },
    needs: ['opened', 'exact_revision', 'second_person'],
  },
  {
    ...{ from: 'correction_submitted', move: 'approve', to: 'published', who: 'editor' },
    needs: ['opened', 'exact_revision', 'second_person'],
  },
  { from: 'submitted', move: 'send_back', to: 'in_review', who: 'editor', needs: ['exact_revision', 'reason'] },
  {
    ...{ from: 'correction_submitted', move: 'send_back', to: 'correcting', who: 'editor' },
    needs: ['exact_revision', 'reason'],
  },
  { from: 'published', move: 'correct', to: 'correcting', who: 'editor', needs: ['level', 'public_note'] },
  { from: 'recheck_due', move: 'correct', to: 'correcting', who: 'editor', needs: ['level', 'public_note'] },
  { from: 'published', move: 'propose_withdrawal', to: 'withdrawal_proposed', who: 'editor', needs: ['public_note'] },
  { from: 'recheck_due', move: 'propose_withdrawal', to: 'withdrawal_proposed', who: 'editor', needs: ['public_note'] },
  { from: 'correcting', move: 'propose_withdrawal', to: 'withdrawal_proposed', who: 'editor', needs: ['public_note'] },
  { from: 'withdrawal_proposed', move: 'approve_withdrawal', to: 'withdrawn', who: 'editor', needs: ['second_person'] },
  { from: 'withdrawal_proposed', move: 'drop_withdrawal', to: BEFORE, who: 'editor', needs: [] },
  {
    ...{ from: 'published', move: 'plan_recheck', to: 'published', who: 'editor' },
    needs: ['version_in_force', 'day_to_come'],
  },
  {
    ...{ from: 'recheck_due', move: 'plan_recheck', to: 'published', who: 'editor' },
    needs: ['version_in_force', 'day_to_come'],
  },
  { from: 'published', move: 'mark_rechecked', to: 'published', who: 'reviewer', needs: ['version_in_force', 'note'] },
  {
    from: 'recheck_due',
    move: 'mark_rechecked',
    to: 'published',
    who: 'reviewer',
    needs: ['version_in_force', 'note'],
  },
]

/** What nobody does: it comes with the day, in the newsroom's zone. */
export const BY_DAY = { from: 'published', to: 'recheck_due', when: 'its day to be checked again has come' } as const

/** The phases of a claim's verdict while the claim itself is in this state. */
const FINER: Partial<Record<ClaimPhase, readonly Phase[]>> = {
  published: ['published', 'recheck_due', 'correcting', 'correction_submitted', 'withdrawal_proposed'],
}

/** The moves of whole claims, by the finer phases: assigned and split as long as they are not put away. */
export const WHOLE_CLAIM_ROWS: readonly MoveRow<Phase>[] = CLAIM_TABLE.flatMap((row) =>
  (FINER[row.from] ?? [row.from]).map((from) => ({ ...row, from, to: row.to === row.from ? from : row.to })),
)
