import { recordEvent } from '@/lib/audit/commands'
import type { Context } from '@/lib/core/context'
import { AppError } from '@/lib/core/errors'
import { inTransaction, lockRow, type Tx } from '@/lib/platform/db'
import { claimEvents } from '../events'
import { canMergeClaim } from '../policy'
import { askRow, CANDIDATE_TABLE, type CandidateMove, findRow } from '../rules/moves'
import { rejectionText } from '../rules/rejections'
import { proposeSpeakers } from '../rules/speakers'
import { reopenProblem } from '../rules/states'
import { isUnnamedGroup } from '../rules/unnamed'
import { AcceptInput, MergeCandidateInput, RejectInput, ReopenInput, type SpeakerChoice } from '../schema'
import { type CandidateRow, copyQuantitiesIn, makeClaimIn, placeOccurrenceIn, requireCandidateIn } from './making'
import { recordClaimEvent } from './recording'
import { resolveSpeakerIn } from './speaker-choice'

/** A new claim from a candidate: its statement stands alone, the candidate becomes its first occurrence. */
export async function acceptCandidate(
  ctx: Context,
  input: AcceptInput,
): Promise<{ claimId: string; slug: string; occurrenceId: string }> {
  return inTransaction((tx) => acceptCandidateIn(tx, ctx, input))
}

export async function acceptCandidateIn(
  tx: Tx,
  ctx: Context,
  given: AcceptInput,
): Promise<{ claimId: string; slug: string; occurrenceId: string }> {
  const input = AcceptInput.parse(given)
  const candidate = await beginMove(tx, ctx, input.candidateId, 'accept')
  const speakerId = await resolveSpeakerIn(tx, ctx, input.speaker, candidate)
  const { statement, shortForm, kind } = input
  const claim = await makeClaimIn(tx, ctx, { statement, shortForm, kind, speakerId, candidateId: candidate.id })
  const occurrenceId = await placeOccurrenceIn(tx, ctx, candidate, claim.id, speakerId)
  await copyQuantitiesIn(tx, candidate, claim.id)
  await decide(tx, ctx, candidate.id, 'accepted', null)
  await recordEvent(tx, ctx, claimEvents, {
    type: 'candidate.accepted',
    entityId: candidate.id,
    payload: { claimId: claim.id, occurrenceId },
  })
  return { claimId: claim.id, slug: claim.slug, occurrenceId }
}

/** The candidate says what an existing claim says: it becomes a further occurrence of that claim. */
export const mergeCandidate = (
  ctx: Context,
  input: MergeCandidateInput,
): Promise<{ claimId: string; occurrenceId: string }> => inTransaction((tx) => mergeCandidateIn(tx, ctx, input))

export async function mergeCandidateIn(
  tx: Tx,
  ctx: Context,
  given: MergeCandidateInput,
): Promise<{ claimId: string; occurrenceId: string }> {
  const input = MergeCandidateInput.parse(given)
  const candidate = await beginMove(tx, ctx, input.candidateId, 'merge')
  const claim = (await lockRow(tx, 'claim', input.claimId))
    ? await tx.claim.findUniqueOrThrow({
        where: { id: input.claimId },
        include: { speaker: { include: { aliases: true } } },
      })
    : null
  if (claim === null || claim.state === 'hidden' || claim.state === 'merged')
    throw new AppError('MOVE_REFUSED', { text: 'This claim was merged or hidden meanwhile. Choose another one.' })
  refuseWithoutEditor(ctx, claim)
  const choice = input.speaker ?? sameSpeaker(candidate.speakerText, claim.speaker)
  const speakerId = await resolveSpeakerIn(tx, ctx, choice, candidate)
  const occurrenceId = await placeOccurrenceIn(tx, ctx, candidate, claim.id, speakerId)
  await decide(tx, ctx, candidate.id, 'merged', null)
  await recordEvent(tx, ctx, claimEvents, {
    type: 'candidate.merged',
    entityId: candidate.id,
    payload: { claimId: claim.id, occurrenceId },
  })
  return { claimId: claim.id, occurrenceId }
}

/** Where a published claim was made stands on its page: adding to it and taking from it are an editor's, as in splitting. */
function refuseWithoutEditor(ctx: Context, claim: { firstPublishedAt: Date | null }): void {
  if (canMergeClaim(ctx.actor, { isPublished: claim.firstPublishedAt !== null })) return
  throw new AppError('FORBIDDEN', {
    text: 'This claim is published, so the places where it was made are an editor’s to change. Nothing was changed; ask an editor.',
  })
}

/** Without a choice: unnamed for a group, the claim's speaker where the words may stand for it, else nobody. */
function sameSpeaker(
  speakerText: string | null,
  speaker: { id: string; name: string; aliases: { aliasKey: string }[] } | null,
): SpeakerChoice {
  if (speakerText === null) return { is: 'nobody' }
  if (isUnnamedGroup(speakerText)) return { is: 'unnamed' }
  if (speaker === null) return { is: 'nobody' }
  const aliases = speaker.aliases.map(({ aliasKey }) => ({
    speakerId: speaker.id,
    name: speaker.name,
    aliasKey,
    isConfirmed: true,
  }))
  return proposeSpeakers(speakerText, aliases).length > 0 ? { is: 'known', speakerId: speaker.id } : { is: 'nobody' }
}

/** Not a claim to check: kept with the reason, shown struck, can be reopened. */
export const rejectCandidate = (ctx: Context, input: RejectInput): Promise<void> =>
  inTransaction((tx) => rejectCandidateIn(tx, ctx, input))

export async function rejectCandidateIn(tx: Tx, ctx: Context, given: RejectInput): Promise<void> {
  const { candidateId, reason, note } = RejectInput.parse(given)
  const candidate = await beginMove(tx, ctx, candidateId, 'reject')
  await decide(tx, ctx, candidate.id, 'rejected', rejectionText(reason, note))
  await recordEvent(tx, ctx, claimEvents, {
    type: 'candidate.rejected',
    entityId: candidate.id,
    payload: { reason, note },
  })
}

/**
 * Takes a decision back while nothing of it is published. A claim that only this candidate made is hidden; where others
 * make it too, the occurrence leaves it for a hidden claim of its own, so that the place is kept.
 */
export const reopenCandidate = (ctx: Context, input: ReopenInput): Promise<void> =>
  inTransaction((tx) => reopenCandidateIn(tx, ctx, input))

export async function reopenCandidateIn(tx: Tx, ctx: Context, given: ReopenInput): Promise<void> {
  const input = ReopenInput.parse(given)
  const candidate = await beginMove(tx, ctx, input.candidateId, 'reopen')
  const occurrence = candidate.state === 'rejected' ? null : candidate.occurrence
  if (occurrence) await setAside(tx, ctx, candidate, occurrence)
  await tx.candidate.update({
    where: { id: candidate.id },
    data: { state: 'new', decisionReason: null, decidedById: null, decidedAt: null },
  })
  if (candidate.state === 'new') return
  await recordEvent(tx, ctx, claimEvents, {
    type: 'candidate.reopened',
    entityId: candidate.id,
    payload: { from: candidate.state, claimId: occurrence?.claimId ?? null },
  })
}

const UNDONE = 'The decision on its only occurrence was taken back.'

async function setAside(
  tx: Tx,
  ctx: Context,
  candidate: CandidateRow,
  occurrence: { id: string; claimId: string },
): Promise<void> {
  await lockRow(tx, 'claim', occurrence.claimId)
  const claim = await tx.claim.findUniqueOrThrow({
    where: { id: occurrence.claimId },
    include: { _count: { select: { occurrences: true } } },
  })
  refuseWithoutEditor(ctx, claim)
  const isOnlyOne = claim._count.occurrences === 1
  const facts = { ...claim, isPublished: claim.firstPublishedAt !== null }
  // an occurrence that joined a published claim by a merge may leave it again: the claim keeps its others
  const problem = isOnlyOne || candidate.state === 'accepted' ? reopenProblem(facts) : null
  if (problem) throw new AppError('MOVE_REFUSED', { text: `${problem} Nothing was changed.` })
  const hiddenId = isOnlyOne ? claim.id : await parkOccurrence(tx, ctx, candidate)
  const hidden = await tx.claim.findUniqueOrThrow({ where: { id: hiddenId } })
  if (hidden.state === 'hidden') return
  await tx.claim.update({
    where: { id: hidden.id },
    data: { state: 'hidden', hiddenReason: UNDONE, mergedIntoId: null, revision: { increment: 1 } },
  })
  await recordClaimEvent(tx, ctx, {
    type: 'claim.hidden',
    entityId: hidden.id,
    payload: { reason: UNDONE, stateBefore: hidden.state },
  })
}

async function parkOccurrence(tx: Tx, ctx: Context, candidate: CandidateRow): Promise<string> {
  const words = candidate.quote.replace(/\s+/g, ' ').trim()
  const parked = await makeClaimIn(tx, ctx, {
    statement: words.slice(0, 600).toWellFormed(),
    shortForm: words.slice(0, 75).toWellFormed(),
    kind: candidate.kind,
    speakerId: null,
    candidateId: candidate.id,
  })
  await placeOccurrenceIn(tx, ctx, candidate, parked.id, candidate.occurrence?.speakerId ?? null)
  return parked.id
}

/** Locks the candidate and asks the table of moves; a decision that somebody took meanwhile is told with their name. */
export async function beginMove(tx: Tx, ctx: Context, candidateId: string, move: CandidateMove): Promise<CandidateRow> {
  await lockRow(tx, 'candidate', candidateId)
  const candidate = await requireCandidateIn(tx, candidateId)
  const { refusal } = askRow(findRow(CANDIDATE_TABLE, candidate.state, move), ctx.actor, '')
  if (refusal?.code === 'MOVE_REFUSED') throw await alreadyDecided(tx, candidate)
  if (refusal) throw new AppError(refusal.code, { text: `${refusal.text} Nothing was changed.` })
  return candidate
}

async function alreadyDecided(tx: Tx, candidate: CandidateRow): Promise<AppError> {
  if (candidate.state === 'new')
    return new AppError('MOVE_REFUSED', {
      text: 'Nobody has decided on this candidate yet, so there is nothing to undo.',
    })
  const decider = candidate.decidedById
    ? await tx.user.findUnique({ where: { id: candidate.decidedById }, select: { name: true } })
    : null
  const what = { accepted: 'accepted', merged: 'merged', rejected: 'rejected' }[candidate.state]
  return new AppError('MOVE_REFUSED', {
    text: `${decider?.name ?? 'Somebody'} has ${what} this candidate meanwhile. Nothing of yours was stored; undo that decision to take another one.`,
    details: { state: candidate.state, claimId: candidate.occurrence?.claimId ?? null },
  })
}

/** Stores the decision of whoever acts. */
export async function decide(
  tx: Tx,
  ctx: Context,
  id: string,
  state: 'accepted' | 'merged' | 'rejected',
  decisionReason: string | null,
): Promise<void> {
  await tx.candidate.update({
    where: { id },
    data: { state, decisionReason, decidedById: ctx.actor.id, decidedAt: ctx.now },
  })
}
