import { type Context, isEditor } from '@/lib/core/context'
import { AppError } from '@/lib/core/errors'
import { newId } from '@/lib/core/ids'
import type { Tx } from '@/lib/platform/db'
import { Prisma } from '@/lib/platform/generated/client'
import { aliasKeyOf } from '../rules/speakers'
import { isPronoun, isUnnamedGroup } from '../rules/unnamed'
import type { SpeakerChoice, SpeakerKind } from '../schema'
import { freeSlugIn } from './making'
import { recordSpeakerEvent } from './recording'
import { unnamedGroupAtIn } from './unnamed-groups'

/**
 * The speaker that a person chose, as an id; null when the publisher speaks itself. A new one and a new spelling are kept
 * unconfirmed unless an editor chose them.
 */
export async function resolveSpeakerIn(
  tx: Tx,
  ctx: Context,
  choice: SpeakerChoice,
  said: { speakerText: string | null; articleId: string },
): Promise<string | null> {
  if (choice.is === 'nobody') return null
  if (choice.is === 'unnamed') return unnamedGroupAtIn(tx, ctx, said.articleId)
  const speakerId =
    choice.is === 'known' ? await requireSpeakerIn(tx, choice.speakerId) : await makeSpeakerIn(tx, ctx, choice)
  if (said.speakerText && !isPronoun(said.speakerText) && !isUnnamedGroup(said.speakerText))
    await addAliasIn(tx, ctx, speakerId, said.speakerText)
  return speakerId
}

/**
 * The speaker behind an id, following merges, and held until the transaction ends: a merge that comes meanwhile waits, and
 * then moves what was written here. Throws BAD_INPUT.
 */
export async function requireSpeakerIn(tx: Tx, id: string): Promise<string> {
  const [speaker] = await tx.$queryRaw<{ merged_into_id: string | null }[]>(
    Prisma.sql`SELECT merged_into_id FROM speaker WHERE id = ${id}::uuid FOR SHARE`,
  )
  if (speaker === undefined)
    throw new AppError('BAD_INPUT', { fields: { speaker: 'This speaker is not known. Choose another one.' } })
  return speaker.merged_into_id === null ? id : requireSpeakerIn(tx, speaker.merged_into_id)
}

/** A named speaker with the name as first alias. The same name again is the same speaker where that is plain. */
export async function makeSpeakerIn(
  tx: Tx,
  ctx: Context,
  input: { name: string; kind: Exclude<SpeakerKind, 'unnamed'>; description?: string | null },
): Promise<string> {
  const same = await tx.speakerAlias.findMany({
    where: { aliasKey: aliasKeyOf(input.name), speaker: { kind: input.kind, mergedIntoId: null } },
    select: { speakerId: true },
    take: 2,
  })
  if (same[0] && same.length === 1) return same[0].speakerId
  const id = newId()
  const slug = await freeSlugIn(tx, 'speaker', input.name, id)
  const { name, kind, description = null } = input
  await tx.speaker.create({ data: { id, slug, name, kind, description, sameAs: [], createdAt: ctx.now } })
  await recordSpeakerEvent(tx, ctx, { type: 'speaker.made', entityId: id, payload: { name, kind } })
  await addAliasIn(tx, ctx, id, name)
  return id
}

/** Keeps a spelling; confirmed at once when an editor brings it. */
export async function addAliasIn(tx: Tx, ctx: Context, speakerId: string, alias: string): Promise<void> {
  const aliasKey = aliasKeyOf(alias)
  const known = await tx.speakerAlias.findUnique({ where: { speakerId_aliasKey: { speakerId, aliasKey } } })
  const isConfirmed = isEditor(ctx.actor)
  if (known && (known.confirmedAt || !isConfirmed)) return
  const confirmation = isConfirmed ? { confirmedById: ctx.actor.id, confirmedAt: ctx.now } : {}
  const row = await tx.speakerAlias.upsert({
    where: { speakerId_aliasKey: { speakerId, aliasKey } },
    create: { id: newId(), speakerId, alias, aliasKey, createdAt: ctx.now, ...confirmation },
    update: confirmation,
  })
  await recordSpeakerEvent(tx, ctx, {
    type: isConfirmed ? 'speaker.alias_confirmed' : 'speaker.alias_proposed',
    entityId: speakerId,
    payload: { aliasId: row.id, alias },
  })
}
