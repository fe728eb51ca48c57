import { recordEvent } from '@/lib/audit/commands'
import { setClaimStateIn } from '@/lib/claims/commands'
import type { Context } from '@/lib/core/context'
import { dayInZone } from '@/lib/core/days'
import { AppError } from '@/lib/core/errors'
import type { Given } from '@/lib/core/fields'
import { assertRevision } from '@/lib/core/revisions'
import { inTransaction, type Tx } from '@/lib/platform/db'
import { requireSettingsById } from '@/lib/settings/queries'
import { verdictEvents } from '../events'
import { columnsOf, contentOf } from '../present'
import { changedContentFields, isSameContent, missingForSubmission } from '../rules'
import {
  DropVerdict,
  EMPTY_CONTENT,
  SaveVerdict,
  StartVerdict,
  TakeBackVerdict,
  type VerdictContent,
  VerdictRevision,
} from '../schema'
import type { OpenedWindow } from '../schema/windows'
import { endCopyIn } from './copies'
import { digestOfSubject } from './freezing'
import { newSpeakerFor } from './new-speaker'
import { lockStanding, lockVersion, type OpenVersion, requireMoveOf, type Standing } from './standing'
import { createVersionIn, keepSave, NOT_SUBMITTED, openVersionOf, requireUserId } from './versions'

/**
 * Begins the verdict of a claim: an empty draft, or after a withdrawal a copy of the last published version. Throws
 * MOVE_REFUSED where one is open or in force.
 */
export async function startVerdict(
  ctx: Context,
  given: Given<typeof StartVerdict>,
): Promise<{ id: string; revision: number }> {
  const { claimId } = StartVerdict.parse(given)
  return inTransaction(async (tx) => {
    const standing = await lockStanding(tx, claimId)
    requireMoveOf(ctx, standing, 'start')
    const last = await tx.verdict.findFirst({ where: { claimId, state: 'published' }, orderBy: { ordinal: 'desc' } })
    const asOfOn = dayInZone(ctx.now, standing.settings.zone)
    const content: VerdictContent = last
      ? { ...contentOf({ ...last, correction: null }), asOfOn, recheckOn: null, checks: [], newSpeaker: null }
      : { ...EMPTY_CONTENT, asOfOn }
    const version = await createVersionIn(tx, ctx, standing, { ordinal: (last?.ordinal ?? 0) + 1, content })
    await setClaimStateIn(tx, ctx, claimId, 'in_review')
    await recordEvent(tx, ctx, verdictEvents, {
      type: 'verdict.started',
      entityId: claimId,
      payload: { verdictId: version.id, ordinal: version.ordinal },
    })
    return { id: version.id, revision: version.revision }
  })
}

/**
 * Saves a draft over the revision that the writer opened. An edit takes a submission back. Throws STALE when somebody saved
 * in between, with the stored text in `details.theirs`; the same text sent twice counts as saved. `from` is the window that
 * saves, whose working copy ends; what another window of the same person keeps stays.
 */
export async function saveVerdict(
  ctx: Context,
  given: Given<typeof SaveVerdict>,
  from: OpenedWindow | null = null,
): Promise<{ id: string; revision: number; tookBack: boolean }> {
  const { id, revision: expected, ...content } = SaveVerdict.parse(given)
  return inTransaction(async (tx) => {
    const standing = await lockVersion(tx, ctx, id)
    requireMoveOf(ctx, standing, 'save')
    const version = openVersionOf(standing)
    const stored = contentOf(version)
    const wanted = await storable(tx, standing, version, content)
    if (from) await endCopyIn(tx, ctx, { id, revision: version.revision }, from)
    if (isSameContent(stored, wanted)) return { id, revision: version.revision, tookBack: false }
    await requireRevisionOf(tx, version, expected)
    requireKnownRating(standing, wanted)
    const [revision, tookBack] = [version.revision + 1, version.state === 'submitted']
    await tx.verdict.update({
      where: { id },
      data: { ...columnsOf(wanted), revision, settingId: standing.settings.id, ...NOT_SUBMITTED },
    })
    await updateCorrection(tx, version, wanted)
    await keepSave(tx, ctx, id, revision, wanted)
    await setClaimStateIn(tx, ctx, version.claimId, 'in_review')
    const fields = changedContentFields(stored, wanted)
    await recordEvent(tx, ctx, verdictEvents, {
      type: 'verdict.saved',
      entityId: version.claimId,
      payload: { verdictId: id, ordinal: version.ordinal, revision, fields, tookBack },
    })
    return { id, revision, tookBack }
  })
}

/**
 * Hands the exact revision over for approval. Throws BAD_INPUT with all that is missing at its fields, STALE when the
 * revision is not the stored one.
 */
export async function submitVerdict(ctx: Context, given: Given<typeof VerdictRevision>): Promise<void> {
  const { id, revision } = VerdictRevision.parse(given)
  await inTransaction(async (tx) => {
    const standing = await lockVersion(tx, ctx, id)
    requireMoveOf(ctx, standing, 'submit')
    const version = openVersionOf(standing)
    await requireRevisionOf(tx, version, revision)
    await requireWhole(tx, ctx, standing, version)
    const { claimId, ordinal } = version
    await tx.verdict.update({
      where: { id },
      data: {
        state: 'submitted',
        submittedById: requireUserId(ctx),
        submittedAt: ctx.now,
        submittedRevision: revision,
        submittedDigest: await digestOfSubject(tx, claimId),
        sentBackById: null,
        sentBackAt: null,
        sentBackReason: null,
      },
    })
    await setClaimStateIn(tx, ctx, claimId, 'submitted')
    await recordEvent(tx, ctx, verdictEvents, {
      type: 'verdict.submitted',
      entityId: claimId,
      payload: { verdictId: id, ordinal, revision },
    })
  })
}

/** Takes a submission back to go on writing. Nothing of the text changes. */
export async function takeBackVerdict(ctx: Context, given: Given<typeof TakeBackVerdict>): Promise<void> {
  const { id } = TakeBackVerdict.parse(given)
  await inTransaction(async (tx) => {
    const standing = await lockVersion(tx, ctx, id)
    requireMoveOf(ctx, standing, 'take_back')
    const { claimId, ordinal, revision } = openVersionOf(standing)
    await tx.verdict.update({ where: { id }, data: NOT_SUBMITTED })
    await setClaimStateIn(tx, ctx, claimId, 'in_review')
    await recordEvent(tx, ctx, verdictEvents, {
      type: 'verdict.taken_back',
      entityId: claimId,
      payload: { verdictId: id, ordinal, revision },
    })
  })
}

/**
 * Drops a draft that was begun by mistake, or a correction that is not needed, with the reason. The row and all that was
 * saved stay; the claim stands as before the draft, and another one can begin. Throws STALE when somebody saved in between.
 */
export async function dropVerdict(ctx: Context, given: Given<typeof DropVerdict>): Promise<void> {
  const { id, revision, reason } = DropVerdict.parse(given)
  await inTransaction(async (tx) => {
    const standing = await lockVersion(tx, ctx, id)
    requireMoveOf(ctx, standing, 'drop')
    const version = openVersionOf(standing)
    await requireRevisionOf(tx, version, revision)
    const { claimId, ordinal, correction } = version
    await tx.verdict.update({
      where: { id },
      data: { state: 'dropped', droppedById: requireUserId(ctx), droppedAt: ctx.now, droppedReason: reason },
    })
    if (correction) await tx.correction.update({ where: { id: correction.id }, data: { state: 'dropped' } })
    await setClaimStateIn(tx, ctx, claimId, 'accepted')
    await recordEvent(tx, ctx, verdictEvents, {
      type: 'verdict.dropped',
      entityId: claimId,
      payload: { verdictId: id, ordinal, revision, reason, correctionId: correction?.id ?? null },
    })
  })
}

/** What of a sent content is stored: level and note belong to a correction, a new speaker to a claim that readers know. */
async function storable(
  tx: Tx,
  { claim, settings }: Standing,
  version: OpenVersion,
  content: VerdictContent,
): Promise<VerdictContent> {
  const newSpeaker = await newSpeakerFor(tx, claim, content.newSpeaker)
  const checks = content.checks.filter((check) => settings.checklist.some(({ key }) => key === check))
  const kept = { ...content, checks, newSpeaker }
  return version.correction ? kept : { ...kept, correctionLevel: null, correctionNote: null }
}

async function requireWhole(tx: Tx, ctx: Context, { settings }: Standing, version: OpenVersion): Promise<void> {
  const { claimId } = version
  const evidence = await tx.evidence.findMany({ where: { claimId, removedAt: null }, select: { id: true } })
  const missing = missingForSubmission(contentOf(version), {
    evidenceIds: evidence.map(({ id }) => id),
    checklist: settings.checklist,
    scale: (await requireSettingsById(version.settingId, tx)).ratingScale,
    today: dayInZone(ctx.now, settings.zone),
  })
  if (Object.keys(missing).length === 0) return
  throw new AppError('BAD_INPUT', {
    text: 'The verdict is saved but not submitted: something is still missing.',
    fields: missing,
  })
}

/** Throws STALE with what is stored and who saved it last, for the conflict view. */
async function requireRevisionOf(tx: Tx, version: OpenVersion, expected: number): Promise<void> {
  if (version.revision === expected) return
  const last = await tx.verdictSave.findFirst({
    where: { verdictId: version.id },
    orderBy: { revision: 'desc' },
    select: { savedAt: true, savedBy: { select: { name: true } } },
  })
  assertRevision(version.revision, expected, {
    content: contentOf(version),
    savedBy: last?.savedBy.name ?? null,
    savedAt: last?.savedAt.toISOString() ?? null,
  })
}

function requireKnownRating({ settings }: Standing, { rating }: VerdictContent): void {
  if (rating === null || settings.ratingScale.some(({ key }) => key === rating)) return
  throw new AppError('BAD_INPUT', {
    fields: { rating: 'This rating is not in the scale in force. Choose one of the list.' },
  })
}

/** A correction's level and note are edited with its draft; both stay given. */
async function updateCorrection(tx: Tx, version: OpenVersion, content: VerdictContent): Promise<void> {
  if (version.correction === null) return
  const { correctionLevel: level, correctionNote: note } = content
  const fields: Record<string, string> = {}
  if (level === null) fields.correctionLevel = 'Choose what kind of correction this is.'
  if (note === null) fields.correctionNote = 'The public note is needed.'
  if (level === null || note === null) throw new AppError('BAD_INPUT', { fields })
  await tx.correction.update({ where: { id: version.correction.id }, data: { level, note } })
}
