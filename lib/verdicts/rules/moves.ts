/**
 * The one table of moves of a verdict. A move that has no row here is refused, whatever the client sends; the commands,
 * the buttons and the documentation all read this table.
 */
import { type Actor, isEditor, isReviewer } from '@/lib/core/context'
import { AppError, type ErrorCode } from '@/lib/core/errors'

/**
 * Where a claim's verdict stands. `none`: not begun; `closed`: the claim is merged or hidden. The three states after
 * `published` have a version in force that readers see meanwhile.
 */
export const PHASES = [
  'none',
  'draft',
  'submitted',
  'published',
  'correcting',
  'correction_submitted',
  'withdrawal_proposed',
  'withdrawn',
  'closed',
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
] as const
export type Move = (typeof MOVES)[number]

/**
 * `whole`: all that a submission needs (`missingForSubmission`). `second_person`: nobody who had a hand in it. `opened`: a
 * prediction was opened, because its page is the ledger's.
 */
export type Need = 'opened' | 'whole' | 'second_person' | 'exact_revision' | 'reason' | 'level' | 'public_note'

/**
 * `to` is where the claim stands after the move. A withdrawal that is decided while a correction was being written leads back
 * to that draft (`correcting` when dropped, `draft` when approved), and a draft dropped after a withdrawal back to
 * `withdrawn`; the phase is always read from the rows.
 */
export type MoveRow = { from: Phase; move: Move; to: Phase; who: 'reviewer' | 'editor'; needs: readonly Need[] }

export const MOVE_TABLE: readonly MoveRow[] = [
  { from: 'none', move: 'start', to: 'draft', who: 'reviewer', needs: ['opened'] },
  { from: 'withdrawn', move: 'start', to: 'draft', who: 'reviewer', needs: ['opened'] },
  { from: 'draft', move: 'save', to: 'draft', who: 'reviewer', needs: ['exact_revision'] },
  { from: 'submitted', move: 'save', to: 'draft', who: 'reviewer', needs: ['exact_revision'] },
  { from: 'correcting', move: 'save', to: 'correcting', who: 'reviewer', needs: ['exact_revision'] },
  { from: 'correction_submitted', move: 'save', to: 'correcting', who: 'reviewer', needs: ['exact_revision'] },
  {
    from: 'draft',
    move: 'submit',
    to: 'submitted',
    who: 'reviewer',
    needs: ['opened', 'exact_revision', 'whole'],
  },
  { from: 'draft', move: 'drop', to: 'none', who: 'reviewer', needs: ['exact_revision', 'reason'] },
  { from: 'correcting', move: 'drop', to: 'published', who: 'editor', needs: ['exact_revision', 'reason'] },
  {
    from: 'correcting',
    move: 'submit',
    to: 'correction_submitted',
    who: 'reviewer',
    needs: ['opened', 'exact_revision', 'whole'],
  },
  { from: 'submitted', move: 'take_back', to: 'draft', who: 'reviewer', needs: [] },
  { from: 'correction_submitted', move: 'take_back', to: 'correcting', who: 'reviewer', needs: [] },
  {
    from: 'submitted',
    move: 'approve',
    to: 'published',
    who: 'editor',
    needs: ['opened', 'exact_revision', 'second_person'],
  },
  {
    from: 'correction_submitted',
    move: 'approve',
    to: 'published',
    who: 'editor',
    needs: ['opened', 'exact_revision', 'second_person'],
  },
  { from: 'submitted', move: 'send_back', to: 'draft', who: 'editor', needs: ['exact_revision', 'reason'] },
  {
    from: 'correction_submitted',
    move: 'send_back',
    to: 'correcting',
    who: 'editor',
    needs: ['exact_revision', 'reason'],
  },
  { from: 'published', move: 'correct', to: 'correcting', who: 'editor', needs: ['level', 'public_note'] },
  { from: 'published', move: 'propose_withdrawal', to: 'withdrawal_proposed', who: 'editor', needs: ['public_note'] },
  { from: 'correcting', move: 'propose_withdrawal', to: 'withdrawal_proposed', who: 'editor', needs: ['public_note'] },
  { from: 'withdrawal_proposed', move: 'approve_withdrawal', to: 'withdrawn', who: 'editor', needs: ['second_person'] },
  { from: 'withdrawal_proposed', move: 'drop_withdrawal', to: 'published', who: 'editor', needs: [] },
]

/** What the phase is read from. `version` is the one that is not published, if there is one. */
export type Standing = {
  claimState: 'accepted' | 'in_review' | 'submitted' | 'published' | 'withdrawn' | 'merged' | 'hidden'
  isInForce: boolean
  version: 'draft' | 'submitted' | null
  isWithdrawalProposed: boolean
}

export function phaseOf({ claimState, isInForce, version, isWithdrawalProposed }: Standing): Phase {
  if (claimState === 'merged' || claimState === 'hidden') return 'closed'
  if (isWithdrawalProposed) return 'withdrawal_proposed'
  if (version === 'draft') return isInForce ? 'correcting' : 'draft'
  if (version === 'submitted') return isInForce ? 'correction_submitted' : 'submitted'
  if (isInForce) return 'published'
  return claimState === 'withdrawn' ? 'withdrawn' : 'none'
}

/** A claim of kind prediction whose criteria and window nobody approved yet. */
export const isUnopenedPrediction = (claim: { kind: string; prediction: { frozenAt: Date | null } | null }): boolean =>
  claim.kind === 'prediction' && (claim.prediction?.frozenAt ?? null) === null

export const findMove = (from: Phase, move: Move): MoveRow | null =>
  MOVE_TABLE.find((row) => row.from === from && row.move === move) ?? null

/** Somebody who had a hand in what is to be approved, and how ("saved revision 3"). */
export type Hand = { userId: string; did: string }

export type MoveRequest = {
  phase: Phase
  move: Move
  actor: Actor
  /** A prediction that nobody opened yet: it has no public page that a verdict could stand on. */
  isUnopened: boolean
  /** For moves that need a second person: everyone who is not one. */
  hands: readonly Hand[]
  /** The one-person desk's switch, of the settings in force. */
  isSolo: boolean
}

export type Decision =
  | { isAllowed: true; row: MoveRow; isSolo: boolean }
  | { isAllowed: false; code: ErrorCode; reason: string }

/**
 * Whether a person may make a move now, and if not, why, in words for that person. `isSolo` of an allowed one: it is
 * allowed only because the desk has one person, so the row must name the setting.
 */
export function decideMove({ phase, move, actor, isUnopened, hands, isSolo }: MoveRequest): Decision {
  const row = findMove(phase, move)
  if (row === null) return { isAllowed: false, code: 'MOVE_REFUSED', reason: refusalOf(phase) }
  const hasRole = actor.kind === 'user' && (row.who === 'editor' ? isEditor(actor) : isReviewer(actor))
  if (!hasRole) {
    const who = row.who === 'editor' ? 'an editor' : 'a reviewer or an editor'
    return { isAllowed: false, code: 'FORBIDDEN', reason: `This takes ${who}. Nothing was changed.` }
  }
  if (isUnopened && row.needs.includes('opened')) return { isAllowed: false, code: 'MOVE_REFUSED', reason: UNOPENED }
  const own = row.needs.includes('second_person') ? hands.find((hand) => hand.userId === actor.id) : undefined
  if (own !== undefined && !isSolo) {
    return { isAllowed: false, code: 'SAME_PERSON', reason: `You ${own.did}, so another editor has to approve.` }
  }
  return { isAllowed: true, row, isSolo: own !== undefined }
}

/** The decision for a command: throws the refusal. */
export function requireMove(decision: Decision): { row: MoveRow; isSolo: boolean } {
  if (!decision.isAllowed) throw new AppError(decision.code, { text: decision.reason })
  return decision
}

const UNOPENED =
  'This prediction is not opened yet, so it has no public page. Open it first; then a verdict on it can follow. Nothing was changed.'

const REFUSALS: Readonly<Record<Phase, string>> = {
  none: 'No verdict was started for this claim yet. Nothing was changed.',
  draft: 'The verdict is a draft. Nothing was changed.',
  submitted: 'The verdict waits for approval. Nothing was changed.',
  published: 'The verdict is published: it changes only by a correction or a withdrawal. Nothing was changed.',
  correcting: 'A correction is being written. Nothing was changed.',
  correction_submitted: 'A correction waits for approval: decide on it, or take it back, first. Nothing was changed.',
  withdrawal_proposed: 'A withdrawal is proposed: approve or drop it first. Nothing was changed.',
  withdrawn: 'The verdict is withdrawn. Nothing was changed.',
  closed: 'This claim is merged into another or hidden, so its verdict stays as it is. Nothing was changed.',
}
const refusalOf = (phase: Phase): string => REFUSALS[phase]

type Version = {
  authorId: string
  submittedById: string | null
  saves: readonly { revision: number; savedById: string }[]
  correction: { authorId: string } | null
}

/** What somebody did to the claim since its last published verdict: the events of GROUND_EVENTS, by actor. */
export type GroundStep = { actorId: string | null; type: string }

/**
 * The events that make what a verdict judges and rests on, and how a refusal names them. Accepting a claim at triage is not
 * among them: it says that a claim is worth checking, not what is true.
 */
const GROUND_WORDS: Readonly<Record<string, string>> = {
  'claim.updated': 'edited the statement',
  'claim.speaker_set': 'set the speaker',
  'claim.quantities_set': 'edited the figures',
  'evidence.added': 'added evidence',
  'evidence.updated': 'edited evidence',
  'evidence.moved': 'moved evidence',
  'evidence.removed': 'removed evidence',
  'source.updated': 'edited the details of a source that it cites',
}
/** Those that are events of the claim itself; a source's are found by who cites it. */
export const GROUND_EVENTS: readonly string[] = Object.keys(GROUND_WORDS).filter((type) => type !== 'source.updated')

type Written = {
  version: Version | null
  withdrawal: { authorId: string } | null
  /** Only read for an approval; elsewhere it may be left empty. */
  ground: readonly GroundStep[]
}

/** Who is not a second person to a move: everyone who wrote what it decides on. The last save first, so that it is named. */
export function handsOf(move: Move, { version, withdrawal, ground }: Written): Hand[] {
  if (move === 'approve_withdrawal')
    return withdrawal ? [{ userId: withdrawal.authorId, did: 'proposed this withdrawal' }] : []
  if (move !== 'approve' || version === null) return []
  const hands = version.saves.map(({ savedById, revision }) => ({
    userId: savedById,
    did: `saved revision ${revision}`,
  }))
  hands.reverse()
  if (version.submittedById !== null) hands.push({ userId: version.submittedById, did: 'submitted it' })
  hands.push({ userId: version.authorId, did: 'started this verdict' })
  if (version.correction) hands.push({ userId: version.correction.authorId, did: 'started this correction' })
  for (const { actorId, type } of ground) {
    const did = GROUND_WORDS[type]
    if (actorId !== null && did !== undefined) hands.push({ userId: actorId, did })
  }
  return hands
}

/** A claim as the rows have it, with all that a move of its verdict is decided by. */
export type ClaimRows = {
  state: Standing['claimState']
  kind: string
  currentVerdictId: string | null
  prediction: { frozenAt: Date | null } | null
  /** The version that is being written or waits for approval (see `liveVersion`). */
  version: (Version & { state: string }) | null
  withdrawal: { authorId: string } | null
  ground: readonly GroundStep[]
}

/** The decision on a claim's rows: what a command enforces, the workspace explains and the lists of what waits offer. */
export function decideOnRows(
  rows: ClaimRows,
  { move, actor, isSolo }: Pick<MoveRequest, 'move' | 'actor' | 'isSolo'>,
): Decision {
  const isUnopened = isUnopenedPrediction(rows)
  return decideMove({ phase: phaseOfRows(rows), move, actor, isUnopened, hands: handsOf(move, rows), isSolo })
}

export const phaseOfRows = ({ state, currentVerdictId, version, withdrawal }: ClaimRows): Phase =>
  phaseOf({
    claimState: state,
    isInForce: currentVerdictId !== null,
    version: version && (version.state === 'submitted' ? 'submitted' : 'draft'),
    isWithdrawalProposed: withdrawal !== null,
  })

/** A correction that a withdrawal overtook is dropped: its draft goes on as a plain version. */
export const liveVersion = <V extends { correction: { state: string } | null }>(version: V | undefined): V | null =>
  version?.correction?.state === 'dropped' ? { ...version, correction: null } : (version ?? null)
