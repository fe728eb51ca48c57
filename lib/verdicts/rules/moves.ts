/** What a move of a verdict is decided by: where its claim stands, who asks, and who had a hand in it. */
import { askRow, findRow } from '@/lib/claims/rules/moves'
import type { ClaimState } from '@/lib/claims/schema'
import type { Actor } from '@/lib/core/context'
import type { Day } from '@/lib/core/days'
import { AppError, type ErrorCode } from '@/lib/core/errors'
import { MOVE_TABLE, type Move, type Phase, type VerdictRow } from './move-table'

/** What the phase is read from. `version` is the one that is not published, if there is one. */
export type Standing = {
  claimState: ClaimState
  isAssigned: boolean
  isInForce: boolean
  version: 'draft' | 'submitted' | null
  isWithdrawalProposed: boolean
  isRecheckDue: boolean
}

export function phaseOf(standing: Standing): Phase {
  const { claimState, isAssigned, isInForce, version, isWithdrawalProposed, isRecheckDue } = standing
  if (claimState === 'merged' || claimState === 'hidden') return claimState
  if (isWithdrawalProposed) return 'withdrawal_proposed'
  if (version === 'draft') return isInForce ? 'correcting' : 'in_review'
  if (version === 'submitted') return isInForce ? 'correction_submitted' : 'submitted'
  if (isInForce) return isRecheckDue ? 'recheck_due' : 'published'
  if (claimState === 'withdrawn') return 'withdrawn'
  return isAssigned ? 'assigned' : 'accepted'
}

/** A verdict is due to be checked again from its day on, as the newsroom counts days. */
export const isRecheckDue = (recheckOn: Day | null, today: Day): boolean => recheckOn !== null && recheckOn <= today

/** A claim of kind prediction whose criteria and window nobody approved yet. */
export const isUnopenedPrediction = (claim: { kind: string; prediction: { frozenAt: Date | null } | null }): boolean =>
  claim.kind === 'prediction' && (claim.prediction?.frozenAt ?? null) === null

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
  | { isAllowed: true; row: VerdictRow; isSolo: boolean }
  | { isAllowed: false; code: ErrorCode; reason: string }

/**
 * Whether a person may make a move now, and if not, why, in words for that person. `isSolo` of an allowed one: it is
 * allowed only because the desk has one person, so the row must name the setting.
 */
export function decideMove({ phase, move, actor, isUnopened, hands, isSolo }: MoveRequest): Decision {
  const { row, refusal } = askRow(findRow(MOVE_TABLE, phase, move), actor, REFUSALS[phase])
  if (refusal) return { isAllowed: false, code: refusal.code, reason: `${refusal.text} Nothing was changed.` }
  if (isUnopened && row.needs.includes('opened')) return { isAllowed: false, code: 'MOVE_REFUSED', reason: UNOPENED }
  const own = row.needs.includes('second_person') ? hands.find((hand) => hand.userId === actor.id) : undefined
  if (own !== undefined && !isSolo) {
    return { isAllowed: false, code: 'SAME_PERSON', reason: `You ${own.did}, so another editor has to approve.` }
  }
  return { isAllowed: true, row, isSolo: own !== undefined }
}

/** The decision for a command: throws the refusal. */
export function requireMove(decision: Decision): { row: VerdictRow; isSolo: boolean } {
  if (!decision.isAllowed) throw new AppError(decision.code, { text: decision.reason })
  return decision
}

const UNOPENED =
  'This prediction is not opened yet, so it has no public page. Open it first; then a verdict on it can follow. Nothing was changed.'

const REFUSALS: Readonly<Record<Phase, string>> = {
  accepted: 'No verdict was started for this claim yet.',
  assigned: 'No verdict was started for this claim yet.',
  in_review: 'The verdict is a draft.',
  submitted: 'The verdict waits for approval.',
  published: 'The verdict is published: it changes only by a correction or a withdrawal.',
  recheck_due: 'The verdict is published: it changes only by a correction or a withdrawal.',
  correcting: 'A correction is being written.',
  correction_submitted: 'A correction waits for approval: decide on it, or take it back, first.',
  withdrawal_proposed: 'A withdrawal is proposed: approve or drop it first.',
  withdrawn: 'The verdict is withdrawn.',
  merged: 'This claim is merged into another, so its verdict stays as it is.',
  hidden: 'This claim is hidden, so its verdict stays as it is.',
}

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
  state: ClaimState
  assigneeId: string | null
  kind: string
  currentVerdictId: string | null
  prediction: { frozenAt: Date | null } | null
  /** The version that is being written or waits for approval (see `liveVersion`). */
  version: (Version & { state: string }) | null
  withdrawal: { authorId: string } | null
  ground: readonly GroundStep[]
  isRecheckDue: boolean
}

/** The decision on a claim's rows: what a command enforces, the workspace explains and the lists of what waits offer. */
export function decideOnRows(
  rows: ClaimRows,
  { move, actor, isSolo }: Pick<MoveRequest, 'move' | 'actor' | 'isSolo'>,
): Decision {
  const isUnopened = isUnopenedPrediction(rows)
  return decideMove({ phase: phaseOfRows(rows), move, actor, isUnopened, hands: handsOf(move, rows), isSolo })
}

export const phaseOfRows = ({ state, assigneeId, currentVerdictId, version, withdrawal, ...rest }: ClaimRows): Phase =>
  phaseOf({
    claimState: state,
    isAssigned: assigneeId !== null,
    isRecheckDue: rest.isRecheckDue,
    isInForce: currentVerdictId !== null,
    version: version && (version.state === 'submitted' ? 'submitted' : 'draft'),
    isWithdrawalProposed: withdrawal !== null,
  })

/** A correction that a withdrawal overtook is dropped: its draft goes on as a plain version. */
export const liveVersion = <V extends { correction: { state: string } | null }>(version: V | undefined): V | null =>
  version?.correction?.state === 'dropped' ? { ...version, correction: null } : (version ?? null)
