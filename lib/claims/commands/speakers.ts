import { getLastEvent } from '@/lib/audit/queries'
import type { Context } from '@/lib/core/context'
import { AppError } from '@/lib/core/errors'
import { newId } from '@/lib/core/ids'
import { assertRevision } from '@/lib/core/revisions'
import { inTransaction, lockRow, type Tx } from '@/lib/platform/db'
import type { Prisma, Speaker, SpeakerAlias } from '@/lib/platform/generated/client'
import { claimEvents } from '../events'
import { canEditClaim, canKeepSpeakers } from '../policy'
import { aliasKeyOf } from '../rules/speakers'
import {
  AliasInput,
  EditSpeakerInput,
  MakeSpeakerInput,
  MergeSpeakersInput,
  SplitAliasInput,
  UndoSpeakerMergeInput,
} from '../schema'
import { freeSlugIn } from './making'
import { lockOwner, recordSpeakerEvent } from './recording'
import { addAliasIn, makeSpeakerIn } from './speaker-choice'

/** A named speaker; the same name of the same kind again gives the speaker that is there. */
export async function makeSpeaker(ctx: Context, given: MakeSpeakerInput): Promise<{ speakerId: string }> {
  const input = MakeSpeakerInput.parse(given)
  return inTransaction(async (tx) => {
    if (!canEditClaim(ctx.actor)) throw new AppError('FORBIDDEN')
    return { speakerId: await makeSpeakerIn(tx, ctx, input) }
  })
}

/** Name, kind, role and links of a speaker. The new name becomes a confirmed alias. Throws STALE. */
export async function editSpeaker(ctx: Context, given: EditSpeakerInput): Promise<{ revision: number }> {
  const input = EditSpeakerInput.parse(given)
  return inTransaction(async (tx) => {
    const speaker = await lockedSpeaker(tx, ctx, input.id)
    const { name, kind, description, sameAs } = speaker
    assertRevision(speaker.revision, input.revision, { name, kind, description, sameAs })
    if (speaker.kind === 'unnamed')
      throw new AppError('MOVE_REFUSED', {
        text: 'Unnamed sources have no page of their own, so there is nothing to edit.',
      })
    const saved = await tx.speaker.update({
      where: { id: speaker.id },
      data: {
        name: input.name,
        kind: input.kind,
        description: input.description || null,
        sameAs: input.sameAs,
        revision: { increment: 1 },
      },
    })
    await addAliasIn(tx, ctx, speaker.id, input.name)
    await recordSpeakerEvent(tx, ctx, {
      type: 'speaker.edited',
      entityId: speaker.id,
      payload: { before: name, after: input.name, kind: input.kind },
    })
    return { revision: saved.revision }
  })
}

/** An editor says that this spelling means this speaker: from now on it is recognised. */
export async function confirmAlias(ctx: Context, given: AliasInput): Promise<void> {
  const { aliasId } = AliasInput.parse(given)
  await inTransaction(async (tx) => {
    const alias = await lockedAlias(tx, ctx, aliasId)
    if (alias.confirmedAt !== null) return
    await tx.speakerAlias.update({
      where: { id: alias.id },
      data: { confirmedById: ctx.actor.id, confirmedAt: ctx.now },
    })
    await recordSpeakerEvent(
      tx,
      ctx,
      {
        type: 'speaker.alias_confirmed',
        entityId: alias.speakerId,
        payload: { aliasId: alias.id, alias: alias.alias },
      },
      [alias.ownerId],
    )
  })
}

/** A spelling that does not mean this speaker and stands nowhere: it is forgotten. Where it is used, split it off instead. */
export async function refuseAlias(ctx: Context, given: AliasInput): Promise<void> {
  const { aliasId } = AliasInput.parse(given)
  await inTransaction(async (tx) => {
    const alias = await lockedAlias(tx, ctx, aliasId)
    if ((await saidUnder(tx, alias)).length > 0)
      throw new AppError('MOVE_REFUSED', {
        text: `“${alias.alias}” stands in articles. Split it off into a speaker of its own instead; nothing was changed.`,
      })
    await tx.speakerAlias.delete({ where: { id: alias.id } })
    await recordSpeakerEvent(
      tx,
      ctx,
      {
        type: 'speaker.alias_refused',
        entityId: alias.speakerId,
        payload: { aliasId: alias.id, alias: alias.alias },
      },
      [alias.ownerId],
    )
  })
}

/**
 * A spelling that means somebody else: it gets a speaker of its own, with the occurrences that are written so, and the claims
 * and predictions that are made only there. Merging the new one back is the undo.
 */
export async function splitAlias(ctx: Context, given: SplitAliasInput): Promise<{ speakerId: string }> {
  const input = SplitAliasInput.parse(given)
  return inTransaction(async (tx) => {
    const alias = await lockedAlias(tx, ctx, input.aliasId)
    const occurrences = await saidUnder(tx, alias)
    const { ownerId } = alias
    const speakerId = newId()
    const slug = await freeSlugIn(tx, 'speaker', input.name, speakerId)
    const { name, kind } = input
    await tx.speaker.create({ data: { id: speakerId, slug, name, kind, sameAs: [], createdAt: ctx.now } })
    await recordSpeakerEvent(tx, ctx, { type: 'speaker.made', entityId: speakerId, payload: { name, kind } })
    await tx.speakerAlias.update({ where: { id: alias.id }, data: { speakerId } })
    await addAliasIn(tx, ctx, speakerId, name)
    const occurrenceIds = occurrences.map((row) => row.id)
    await tx.occurrence.updateMany({ where: { id: { in: occurrenceIds } }, data: { speakerId } })
    const touched = occurrences.map((row) => row.claimId)
    const [, claimIds, predictionIds] = await namedBy(tx, ownerId, madeOnlyElsewhere(touched, ownerId))
    await moveRows(tx, { occurrenceIds: [], claimIds, predictionIds }, ownerId, speakerId)
    await recordSpeakerEvent(
      tx,
      ctx,
      {
        type: 'speaker.alias_split',
        entityId: ownerId,
        payload: {
          ...{ aliasId: alias.id, alias: alias.alias, toSpeakerId: speakerId },
          ...{ occurrenceIds, claimIds, predictionIds },
        },
      },
      [ownerId, speakerId],
    )
    return { speakerId }
  })
}

const madeOnlyElsewhere = (claimIds: string[], speakerId: string) =>
  ({ id: { in: claimIds }, occurrences: { none: { speakerId } } }) satisfies Prisma.ClaimWhereInput

/**
 * Two speakers are one. What names `from` is moved to `into` (occurrences, claims, predictions), so that every reader of those
 * rows sees one speaker without following pointers; the words in the text stay (`speakerText`), the spellings stay with
 * `from` and are found through its pointer. The event holds exactly what moved: the undo returns that and nothing else.
 */
export async function mergeSpeakers(ctx: Context, given: MergeSpeakersInput): Promise<void> {
  const input = MergeSpeakersInput.parse(given)
  await inTransaction(async (tx) => {
    const { from, into } = await lockBoth(tx, ctx, input.fromSpeakerId, input.intoSpeakerId)
    if (from.mergedIntoId !== null || into.mergedIntoId !== null)
      throw new AppError('MOVE_REFUSED', {
        text: 'One of the two was merged already. Reload the page; nothing was changed.',
      })
    if (from.kind === 'unnamed' || into.kind === 'unnamed')
      throw new AppError('MOVE_REFUSED', { text: 'Unnamed sources count under their publisher and cannot be merged.' })
    const [occurrenceIds, claimIds, predictionIds] = await namedBy(tx, from.id)
    await moveRows(tx, { occurrenceIds, claimIds, predictionIds }, from.id, into.id)
    await tx.speaker.update({
      where: { id: from.id },
      data: { mergedIntoId: into.id, revision: { increment: 1 } },
    })
    await recordSpeakerEvent(
      tx,
      ctx,
      {
        type: 'speaker.merged',
        entityId: from.id,
        payload: { intoSpeakerId: into.id, occurrenceIds, claimIds, predictionIds },
      },
      [from.id, into.id],
    )
  })
}

/** Takes the last merge of this speaker back. What was given to somebody else since stays there. */
export async function undoSpeakerMerge(ctx: Context, given: UndoSpeakerMergeInput): Promise<void> {
  const { speakerId } = UndoSpeakerMergeInput.parse(given)
  await inTransaction(async (tx) => {
    const merged = await tx.speaker.findUnique({ where: { id: speakerId }, select: { mergedIntoId: true } })
    if (!merged?.mergedIntoId)
      throw new AppError('MOVE_REFUSED', { text: 'This speaker is not merged into another one.' })
    const { from, into } = await lockBoth(tx, ctx, speakerId, merged.mergedIntoId)
    if (from.mergedIntoId !== into.id) throw new AppError('STALE')
    if (into.mergedIntoId !== null)
      throw new AppError('MOVE_REFUSED', {
        text: 'The other speaker was merged on into a third. Undo that merge first.',
      })
    const event = await getLastEvent(tx, 'speaker', from.id, 'speaker.merged')
    const moved = claimEvents['speaker.merged'].payload.parse(event?.payload)
    await moveRows(tx, moved, into.id, from.id)
    await tx.speaker.update({ where: { id: from.id }, data: { mergedIntoId: null, revision: { increment: 1 } } })
    await recordSpeakerEvent(
      tx,
      ctx,
      {
        type: 'speaker.merge_undone',
        entityId: from.id,
        payload: { fromSpeakerId: into.id },
      },
      [from.id, into.id],
    )
  })
}

/** The occurrences, claims and predictions that name a speaker, of all claims or of some. */
async function namedBy(
  tx: Tx,
  speakerId: string,
  claim: Prisma.ClaimWhereInput = {},
): Promise<[string[], string[], string[]]> {
  const select = { id: true } as const
  const rows = [
    await tx.occurrence.findMany({ where: { speakerId, claim }, select }),
    await tx.claim.findMany({ where: { speakerId, ...claim }, select }),
    await tx.prediction.findMany({ where: { speakerId, claim }, select }),
  ] as const
  const idsOf = (found: readonly { id: string }[]) => found.map((row) => row.id)
  return [idsOf(rows[0]), idsOf(rows[1]), idsOf(rows[2])]
}

type Named = { occurrenceIds: string[]; claimIds: string[]; predictionIds: string[] }

async function moveRows(tx: Tx, rows: Named, fromId: string, toId: string): Promise<void> {
  const data = { speakerId: toId }
  const where = (ids: string[]) => ({ id: { in: ids }, speakerId: fromId })
  await tx.occurrence.updateMany({ where: where(rows.occurrenceIds), data })
  await tx.claim.updateMany({ where: where(rows.claimIds), data })
  await tx.prediction.updateMany({ where: where(rows.predictionIds), data })
}

/** A spelling, and the speaker whom the rows said under it name: its own one, or the one that was merged into. */
type AliasRow = SpeakerAlias & { ownerId: string }

/** The occurrences of the alias's speaker whose words are this spelling. */
async function saidUnder(tx: Tx, alias: AliasRow): Promise<{ id: string; claimId: string }[]> {
  const rows = await tx.occurrence.findMany({
    where: { speakerId: alias.ownerId, speakerText: { not: null } },
    select: { id: true, claimId: true, speakerText: true },
  })
  return rows.filter((row) => row.speakerText !== null && aliasKeyOf(row.speakerText) === alias.aliasKey)
}

async function lockedAlias(tx: Tx, ctx: Context, aliasId: string): Promise<AliasRow> {
  if (!canKeepSpeakers(ctx.actor)) throw new AppError('FORBIDDEN')
  const found = await tx.speakerAlias.findUnique({ where: { id: aliasId }, select: { speakerId: true } })
  const ownerId = found && (await lockOwner(tx, found.speakerId))
  const alias = await tx.speakerAlias.findUnique({ where: { id: aliasId } })
  if (alias === null || ownerId === null)
    throw new AppError('NOT_FOUND', { text: 'This spelling was taken away meanwhile.' })
  if (alias.speakerId !== found?.speakerId) throw new AppError('STALE')
  return { ...alias, ownerId }
}

async function lockedSpeaker(tx: Tx, ctx: Context, id: string): Promise<Speaker> {
  const isThere = await lockRow(tx, 'speaker', id)
  if (!canKeepSpeakers(ctx.actor)) throw new AppError('FORBIDDEN')
  if (!isThere) throw new AppError('NOT_FOUND')
  return tx.speaker.findUniqueOrThrow({ where: { id } })
}

async function lockBoth(
  tx: Tx,
  ctx: Context,
  fromId: string,
  intoId: string,
): Promise<{ from: Speaker; into: Speaker }> {
  const locked = new Map<string, Speaker>()
  for (const id of [fromId, intoId].sort()) locked.set(id, await lockedSpeaker(tx, ctx, id))
  const [from, into] = [locked.get(fromId), locked.get(intoId)]
  if (!from || !into) throw new AppError('NOT_FOUND')
  return { from, into }
}
