import { recordEvent } from '@/lib/audit/commands'
import type { Context } from '@/lib/core/context'
import { AppError } from '@/lib/core/errors'
import type { Span } from '@/lib/core/text'
import { db, inTransaction, lockRow, type Tx } from '@/lib/platform/db'
import { claimEvents } from '../events'
import { canExtract, canTriage } from '../policy'
import { type Carried, carry, placesIn } from '../rules/carrying'
import { ChoosePlaceInput } from '../schema/carrying'

export type CarryingResult = { found: number; gone: number; unclear: number }

/** Looks up what earlier texts of an article hold in its current text. Done already: nothing. May run twice, also at once. */
export async function carryPlaces(ctx: Context, articleId: string): Promise<CarryingResult> {
  if (!canExtract(ctx.actor)) throw new AppError('FORBIDDEN')
  return inTransaction(async (tx) => {
    await lockRow(tx, 'article', articleId)
    return carryPlacesIn(tx, ctx, articleId)
  })
}

/**
 * Carries what earlier texts hold of all articles that have several and were changed before this was done. Walks all articles;
 * may be stopped and run again. How many articles had something to carry.
 */
export async function carryAllPlaces(ctx: Context): Promise<number> {
  if (!canExtract(ctx.actor)) throw new AppError('FORBIDDEN')
  let count = 0
  let after: string | undefined
  for (;;) {
    const articles = await db().article.findMany({
      where: { currentSnapshot: { ordinal: { gt: 1 } }, id: { gt: after } },
      ...{ orderBy: { id: 'asc' }, take: ARTICLES, select: { id: true } },
    })
    for (const { id } of articles) {
      const { found, gone, unclear } = await carryPlaces(ctx, id)
      if (found + gone + unclear > 0) count++
    }
    after = articles.at(-1)?.id
    if (after === undefined) return count
  }
}

const ARTICLES = 100
const BATCH = 500

/** As above, where the caller holds the article's row: before its new text is read, so that nothing carried is found anew. */
export async function carryPlacesIn(tx: Tx, ctx: Context, articleId: string): Promise<CarryingResult> {
  const counts = { found: 0, gone: 0, unclear: 0 }
  const article = await tx.article.findUnique({
    where: { id: articleId },
    select: { currentSnapshot: { select: { id: true, ordinal: true, body: true } } },
  })
  const into = article?.currentSnapshot
  if (!into || into.ordinal === 1) return counts
  for (;;) {
    const waiting = await listUncarried(tx, articleId, into)
    if (waiting.length === 0) break
    const places = await carryAll(tx, waiting, into.body)
    await tx.carriedPlace.createMany({
      data: places.map(([candidateId, carried]) => ({
        ...{ candidateId, snapshotId: into.id, outcome: carried.outcome, createdAt: ctx.now },
        ...(carried.outcome === 'found' ? carried.span : {}),
      })),
      skipDuplicates: true,
    })
    for (const [, { outcome }] of places) counts[outcome]++
  }
  if (counts.found + counts.gone + counts.unclear > 0)
    await recordEvent(tx, ctx, claimEvents, {
      type: 'candidates.carried',
      entityId: into.id,
      payload: { articleId, ...counts },
    })
  return counts
}

type Uncarried = Awaited<ReturnType<typeof listUncarried>>[number]

/**
 * All that was decided or marked by hand in any earlier text, so that words which come back are found again; of what only
 * the rules found and nobody decided, that of the text just before: the new one is read by the rules anyway.
 */
function listUncarried(tx: Tx, articleId: string, into: { id: string; ordinal: number }) {
  return tx.candidate.findMany({
    where: {
      articleId,
      snapshot: { ordinal: { lt: into.ordinal } },
      carried: { none: { snapshotId: into.id } },
      OR: [{ state: { not: 'new' } }, { origin: { not: 'extractor' } }, { snapshot: { ordinal: into.ordinal - 1 } }],
    },
    orderBy: { id: 'asc' },
    take: BATCH,
    select: {
      ...{ id: true, snapshotId: true, start: true, end: true },
      // the words around are those of the last text that had it
      carried: {
        where: { outcome: 'found', snapshot: { ordinal: { lt: into.ordinal } } },
        orderBy: { snapshot: { ordinal: 'desc' } },
        take: 1,
        select: { snapshotId: true, start: true, end: true },
      },
    },
  })
}

/** One earlier text after the other is held, however many there are. */
async function carryAll(tx: Tx, waiting: readonly Uncarried[], body: string): Promise<[string, Carried][]> {
  const madeAt = ({ snapshotId, start, end, carried: [last] }: Uncarried) => ({
    snapshotId: last?.snapshotId ?? snapshotId,
    ...{ start: last?.start ?? start, end: last?.end ?? end },
  })
  const places: [string, Carried][] = []
  for (const sourceId of new Set(waiting.map((one) => madeAt(one).snapshotId))) {
    const source = await tx.snapshot.findUniqueOrThrow({ where: { id: sourceId }, select: { body: true } })
    for (const candidate of waiting) {
      const { snapshotId, ...span } = madeAt(candidate)
      if (snapshotId === sourceId) places.push([candidate.id, carry({ body: source.body, ...span }, body)])
    }
  }
  return places
}

/**
 * A person says at which of several places the words are meant in this text, or (`start` null) that the claim is not made in it
 * any more. Throws MOVE_REFUSED when that is known already.
 */
export async function choosePlace(ctx: Context, given: ChoosePlaceInput): Promise<void> {
  const { candidateId, snapshotId, start } = ChoosePlaceInput.parse(given)
  await inTransaction(async (tx) => {
    await lockRow(tx, 'candidate', candidateId)
    if (!canTriage(ctx.actor)) throw new AppError('FORBIDDEN')
    const place = await tx.carriedPlace.findUnique({
      where: { candidateId_snapshotId: { candidateId, snapshotId } },
      include: {
        candidate: { include: { snapshot: { select: { body: true } } } },
        snapshot: { select: { body: true } },
      },
    })
    if (place === null) throw new AppError('NOT_FOUND')
    if (place.outcome !== 'unclear')
      throw new AppError('MOVE_REFUSED', { text: 'Somebody has said where this stands already. Nothing was changed.' })
    const made = { ...place.candidate, body: place.candidate.snapshot.body }
    const span = start === null ? null : placesIn(place.snapshot.body, made).find((one) => one.start === start)
    if (span === undefined)
      throw new AppError('BAD_INPUT', {
        fields: { start: 'The words do not stand at that place. Choose one of those shown.' },
      })
    await tx.carriedPlace.update({
      where: { candidateId_snapshotId: { candidateId, snapshotId } },
      data: { outcome: span ? 'found' : 'gone', ...(span ?? {}), chosenById: ctx.actor.id },
    })
    if (span) await giveWayIn(tx, snapshotId, span)
    await recordEvent(tx, ctx, claimEvents, {
      type: 'candidate.place_chosen',
      entityId: candidateId,
      payload: { snapshotId, start },
    })
  })
}

/** What the rules marked there themselves, undecided, is now known: the carried candidate stands for it. */
async function giveWayIn(tx: Tx, snapshotId: string, span: Span): Promise<void> {
  const replaced = { snapshotId, ...span, origin: 'extractor', state: 'new', occurrence: null } as const
  await tx.quantity.deleteMany({ where: { candidate: replaced } })
  await tx.candidate.deleteMany({ where: replaced })
}
