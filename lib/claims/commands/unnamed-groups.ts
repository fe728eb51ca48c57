import type { Context } from '@/lib/core/context'
import { AppError } from '@/lib/core/errors'
import { newId } from '@/lib/core/ids'
import { inTransaction, lockRow, type Tx } from '@/lib/platform/db'
import { Prisma } from '@/lib/platform/generated/client'
import { claimEvents } from '../events'
import { canRegroupUnnamed } from '../policy'
import { freeSlugIn } from './making'
import { recordSpeakerEvent } from './recording'

/**
 * Unnamed groups ("diplomatic sources") have no record of their own: all of a publisher's count as one row under it. So that
 * this stays true, an occurrence that names a group names the one of its article's publisher, wherever the article goes.
 */

const groupName = (publisher: string): string => `Unnamed sources in ${publisher}`

/**
 * The group of an article's publisher. The article is held until the transaction ends: a merge or split that comes meanwhile
 * waits, and what was written here then follows it.
 */
export async function unnamedGroupAtIn(tx: Tx, ctx: Context, articleId: string): Promise<string> {
  await tx.$queryRaw(Prisma.sql`SELECT id FROM article WHERE id = ${articleId}::uuid FOR SHARE`)
  const { publisherId } = await tx.article.findUniqueOrThrow({
    where: { id: articleId },
    select: { publisherId: true },
  })
  return unnamedGroupIn(tx, ctx, publisherId)
}

/** The one row under which all unnamed groups of a publisher count; made when first needed. */
export async function unnamedGroupIn(tx: Tx, ctx: Context, publisherId: string): Promise<string> {
  const publisher = await tx.publisher.findUniqueOrThrow({ where: { id: publisherId } })
  const id = newId()
  // Its lock makes two who need the row for the first time get the same one.
  const slug = await freeSlugIn(tx, 'speaker', `unnamed-${publisher.slug}`, id)
  const known = await knownGroup(tx, publisherId)
  if (known) return known
  const name = groupName(publisher.name)
  await tx.speaker.create({ data: { id, slug, name, kind: 'unnamed', sameAs: [], publisherId, createdAt: ctx.now } })
  await recordSpeakerEvent(tx, ctx, { type: 'speaker.made', entityId: id, payload: { name, kind: 'unnamed' } })
  return id
}

async function knownGroup(tx: Tx, publisherId: string): Promise<string | null> {
  const known = await tx.speaker.findFirst({ where: { publisherId, kind: 'unnamed' }, select: { id: true } })
  return known?.id ?? null
}

/** News that moved articles from one publisher to another. */
export type ArticlesMoved = {
  eventId: string
  /** Whose event it is, and whether that publisher was merged by it. */
  publisherId: string
  articleIds: string[]
  isMerge: boolean
  /** The event that it takes back. */
  undoes: string | null
}

/**
 * Lets what unnamed groups said follow the articles in which they said it. Works from where the articles are now, so it may run
 * twice, late, or after the next move; only which claims and predictions an undo returns is read from the history.
 */
export async function regroupUnnamed(ctx: Context, moved: ArticlesMoved): Promise<void> {
  if (!canRegroupUnnamed(ctx.actor)) throw new AppError('FORBIDDEN')
  await inTransaction(async (tx) => {
    await tx.$executeRaw(Prisma.sql`SELECT pg_advisory_xact_lock(hashtext('unnamed-groups'))`)
    const moves = await misplaced(tx, moved.articleIds)
    if (moved.isMerge) await addMerged(tx, moved.publisherId, moves)
    const before = moved.undoes === null ? null : await memoryOf(tx, moved.publisherId, moved.undoes)
    if (before && !moves.some((move) => move.fromId === before.fromId && move.publisherId === moved.publisherId))
      moves.push({ fromId: before.fromId, publisherId: moved.publisherId, occurrences: [] })
    for (const move of moves) {
      const toId = await unnamedGroupIn(tx, ctx, move.publisherId)
      const isReturn = before?.fromId === move.fromId && before.toId === toId
      await moveGroup(tx, ctx, { ...move, toId, causeId: moved.eventId, before: isReturn ? before : null })
    }
  })
}

type Place = { id: string; claimId: string }
/** What leaves a group for that of a publisher. `isWhole`: claims and predictions without such a place leave, too. */
type Move = { fromId: string; publisherId: string; occurrences: Place[]; isWhole?: boolean }

/** The places in these articles that name the group of another publisher. Held, so that no article goes on meanwhile. */
async function misplaced(tx: Tx, articleIds: string[]): Promise<Move[]> {
  const rows = await tx.$queryRaw<(Place & { fromId: string; publisherId: string })[]>(Prisma.sql`
    SELECT o.id::text AS id, o.claim_id::text AS "claimId", o.speaker_id::text AS "fromId", a.publisher_id::text AS "publisherId"
    FROM article a JOIN occurrence o ON o.article_id = a.id
    JOIN speaker s ON s.id = o.speaker_id AND s.kind = 'unnamed' AND s.publisher_id <> a.publisher_id
    WHERE a.id = ANY (${articleIds}::uuid[]) ORDER BY a.id FOR SHARE OF a`)
  const moves = new Map<string, Move>()
  for (const { id, claimId, fromId, publisherId } of rows) {
    const key = `${fromId} ${publisherId}`
    const move = moves.get(key) ?? { fromId, publisherId, occurrences: [] }
    move.occurrences.push({ id, claimId })
    moves.set(key, move)
  }
  return [...moves.values()]
}

/** All of a merged publisher's group goes where the publisher went. */
async function addMerged(tx: Tx, publisherId: string, moves: Move[]): Promise<void> {
  await lockRow(tx, 'publisher', publisherId)
  const { mergedIntoId } = await tx.publisher.findUniqueOrThrow({ where: { id: publisherId } })
  const fromId = await knownGroup(tx, publisherId)
  if (mergedIntoId === null || fromId === null) return
  const move = moves.find((one) => one.fromId === fromId && one.publisherId === mergedIntoId)
  if (move) move.isWhole = true
  else moves.push({ fromId, publisherId: mergedIntoId, occurrences: [], isWhole: true })
}

type Memory = { fromId: string; toId: string; claimIds: Set<string>; predictionIds: Set<string> }

/** What the move that is now undone took from a publisher's group, and where it went. */
async function memoryOf(tx: Tx, publisherId: string, causeId: string): Promise<Memory | null> {
  const toId = await knownGroup(tx, publisherId)
  if (toId === null) return null
  const event = await tx.auditEvent.findFirst({
    where: {
      ...{ entityType: 'speaker', entityId: toId, type: 'speaker.regrouped' },
      payload: { payload: { path: ['causeId'], equals: causeId } },
    },
    orderBy: { entitySeq: 'desc' },
    include: { payload: true },
  })
  const read = claimEvents['speaker.regrouped'].payload.safeParse(event?.payload?.payload)
  if (!read.success) return null
  const { toSpeakerId, claimIds, predictionIds } = read.data
  return { fromId: toSpeakerId, toId, claimIds: new Set(claimIds), predictionIds: new Set(predictionIds) }
}

type GroupMove = Move & { toId: string; causeId: string; before: Memory | null }

async function moveGroup(tx: Tx, ctx: Context, move: GroupMove): Promise<void> {
  const { fromId, toId, causeId } = move
  const occurrenceIds = move.occurrences.map(({ id }) => id)
  const { claimIds, predictionIds } = await followers(tx, move)
  if (occurrenceIds.length + claimIds.length + predictionIds.length === 0) return
  const data = { speakerId: toId }
  const where = (ids: string[]) => ({ id: { in: ids }, speakerId: fromId })
  await tx.occurrence.updateMany({ where: where(occurrenceIds), data })
  await tx.claim.updateMany({ where: where(claimIds), data })
  await tx.prediction.updateMany({ where: where(predictionIds), data })
  await recordSpeakerEvent(
    tx,
    ctx,
    {
      type: 'speaker.regrouped',
      entityId: fromId,
      payload: { causeId, toSpeakerId: toId, occurrenceIds, claimIds, predictionIds },
    },
    [fromId, toId],
  )
}

/**
 * The claims and predictions of the group that go along: those whose first place that names the group does. An undo returns
 * those that went with the move, and those that would otherwise name a group that none of their places names.
 */
async function followers(
  tx: Tx,
  { fromId, occurrences, isWhole, before }: GroupMove,
): Promise<{ claimIds: string[]; predictionIds: string[] }> {
  const touched = [...occurrences.map(({ claimId }) => claimId)]
  const moving = new Set(occurrences.map(({ id }) => id))
  const rows = await tx.claim.findMany({
    where: isWhole
      ? { OR: [{ speakerId: fromId }, { prediction: { speakerId: fromId } }] }
      : {
          OR: [
            { id: { in: [...touched, ...(before?.claimIds ?? [])] } },
            { prediction: { id: { in: [...(before?.predictionIds ?? [])] } } },
          ],
        },
    select: {
      ...{ id: true, speakerId: true },
      prediction: { select: { id: true, speakerId: true } },
      occurrences: {
        where: { speakerId: fromId },
        orderBy: [{ article: { publishedOn: { sort: 'asc', nulls: 'last' } } }, { id: 'asc' }],
        select: { id: true },
      },
    },
  })
  const goes = (row: (typeof rows)[number], wentBefore: boolean): boolean => {
    const [first] = row.occurrences
    if (isWhole) return true
    if (before) return wentBefore || row.occurrences.every(({ id }) => moving.has(id))
    return first !== undefined && moving.has(first.id)
  }
  return {
    claimIds: rows.flatMap((row) =>
      row.speakerId === fromId && goes(row, before?.claimIds.has(row.id) === true) ? row.id : [],
    ),
    predictionIds: rows.flatMap((row) => {
      const { prediction } = row
      if (prediction?.speakerId !== fromId) return []
      return goes(row, before?.predictionIds.has(prediction.id) === true) ? prediction.id : []
    }),
  }
}

/** A group is called after its publisher: renamed with it. May run twice. */
export async function renameUnnamedGroup(ctx: Context, publisherId: string): Promise<void> {
  if (!canRegroupUnnamed(ctx.actor)) throw new AppError('FORBIDDEN')
  await inTransaction(async (tx) => {
    await lockRow(tx, 'publisher', publisherId)
    const publisher = await tx.publisher.findUniqueOrThrow({ where: { id: publisherId } })
    const id = await knownGroup(tx, publisherId)
    if (id === null || !(await lockRow(tx, 'speaker', id))) return
    const { name: before } = await tx.speaker.findUniqueOrThrow({ where: { id }, select: { name: true } })
    const after = groupName(publisher.name)
    if (before === after) return
    await tx.speaker.update({ where: { id }, data: { name: after, revision: { increment: 1 } } })
    await recordSpeakerEvent(tx, ctx, {
      type: 'speaker.edited',
      entityId: id,
      payload: { before, after, kind: 'unnamed' },
    })
  })
}
