import { z } from 'zod'
import type { Context } from '@/lib/core/context'
import { AppError } from '@/lib/core/errors'
import type { Span } from '@/lib/core/text'
import type { Window } from '@/lib/core/windows'
import { hasFailedJob, isWorkerAlive } from '@/lib/jobs/queries'
import { db } from '@/lib/platform/db'
import type { Prisma } from '@/lib/platform/generated/client'
import { canReadDesk } from '../policy'
import { Signs } from '../schema'
import { countShownPlaces, findShownPlace, listShownPlaces, type PlaceInText } from './carried'

const Reasons = z.array(z.string()).catch([])
const Alternatives = z.array(z.object({ from: z.string(), to: z.string() })).catch([])

const QUANTITY = {
  ...{ id: true, text: true, start: true, end: true, value: true, low: true, high: true },
  ...{ unit: true, modifier: true, change: true },
} satisfies Prisma.QuantitySelect

const CANDIDATE = {
  ...{ id: true, articleId: true, snapshotId: true, origin: true, start: true, end: true, quote: true, kind: true },
  ...{ checkWorthiness: true, reasons: true, speakerText: true, relayText: true, certaintyWords: true },
  ...{ isNegated: true, conditionWords: true, dueFrom: true, dueTo: true, dueWords: true, dueAlternatives: true },
  ...{
    flags: true,
    rules: true,
    signs: true,
    extractorVersion: true,
    state: true,
    decisionReason: true,
    decidedAt: true,
  },
  decidedBy: { select: { name: true } },
  quantities: { orderBy: { position: 'asc' }, select: QUANTITY },
  occurrence: { select: { claim: { select: { id: true, shortForm: true, state: true } } } },
  differences: { where: { state: 'open' }, take: 1, select: { id: true } },
  snapshot: { select: { ordinal: true } },
} satisfies Prisma.CandidateSelect

type CandidateRow = Prisma.CandidateGetPayload<{ select: typeof CANDIDATE }>
type QuantityRow = CandidateRow['quantities'][number]

export type ReaderQuantity = Omit<QuantityRow, 'value' | 'low' | 'high'> & {
  value: string | null
  low: string | null
  high: string | null
}
export type ReaderCandidate = Omit<
  CandidateRow,
  | 'checkWorthiness'
  | 'reasons'
  | 'signs'
  | 'dueFrom'
  | 'dueTo'
  | 'dueAlternatives'
  | 'quantities'
  | 'occurrence'
  | 'differences'
  | 'snapshot'
> & {
  /** The version of the text in which it was found, where that is an earlier one than the text shown. */
  carriedFrom: number | null

  /** 0..1 */
  checkWorthiness: number
  reasons: string[]
  /** The words of the text that made each rule fire; none in older rows. */
  signs: { rule: string; start: number; end: number }[]
  /** Whether newer rules read a decided one otherwise, and nobody has looked at that. */
  hasDifference: boolean
  due: Window | null
  dueAlternatives: Window[]
  quantities: ReaderQuantity[]
  /** The claim that it was accepted as or merged into; null while undecided or rejected. */
  claim: { id: string; shortForm: string; state: string } | null
}

/** `place`: where an earlier text's candidate stands in the text shown; all its offsets are told there. */
function toCandidate(row: CandidateRow, place: PlaceInText | null = null): ReaderCandidate {
  const by = place ? place.start - row.start : 0
  const { checkWorthiness, reasons, signs, dueFrom, dueTo, dueAlternatives, quantities, ...more } = row
  const { occurrence, differences, snapshot, ...rest } = more
  return {
    ...rest,
    ...(place ? { start: place.start, end: place.end } : {}),
    carriedFrom: place ? snapshot.ordinal : null,
    checkWorthiness: Number(checkWorthiness),
    reasons: Reasons.parse(reasons),
    signs: Signs.catch([])
      .parse(signs)
      .map((sign) => ({ ...sign, start: sign.start + by, end: sign.end + by })),
    hasDifference: row.state !== 'new' && differences.length > 0,
    due: dueFrom && dueTo ? { from: dueFrom, to: dueTo } : null,
    dueAlternatives: Alternatives.parse(dueAlternatives),
    quantities: quantities.map((quantity) => ({
      ...quantity,
      start: quantity.start === null ? null : quantity.start + by,
      end: quantity.end === null ? null : quantity.end + by,
      value: quantity.value?.toFixed() ?? null,
      low: quantity.low?.toFixed() ?? null,
      high: quantity.high?.toFixed() ?? null,
    })),
    claim: row.state === 'accepted' || row.state === 'merged' ? (occurrence?.claim ?? null) : null,
  }
}

const PAGE = 400

/**
 * The candidates of one text in the order of the text, at most 400 a page, with those of earlier texts of the article whose
 * words stand here; `after` is the place of the last one seen. `within`: those that begin in this part of the text. `next` is
 * the `after` of the following page, null at the end.
 */
export async function listCandidates(
  ctx: Context,
  filter: { snapshotId: string; within?: Span; after?: { start: number; id: string }; limit?: number },
): Promise<{ candidates: ReaderCandidate[]; next: { start: number; id: string } | null }> {
  if (!canReadDesk(ctx.actor)) throw new AppError('NOT_FOUND')
  const limit = Math.min(filter.limit ?? PAGE, PAGE)
  const { snapshotId, within, after } = filter
  const [own, places] = await Promise.all([
    db().candidate.findMany({
      where: {
        snapshotId,
        start: within ? { gte: within.start, lt: within.end } : undefined,
        OR: after ? [{ start: { gt: after.start } }, { start: after.start, id: { gt: after.id } }] : undefined,
      },
      orderBy: [{ start: 'asc' }, { id: 'asc' }],
      take: limit + 1,
      select: CANDIDATE,
    }),
    listShownPlaces({ snapshotId, within, after, limit: limit + 1 }),
  ])
  const all = [...own.map((row) => toCandidate(row)), ...(await loadCarried(places))].sort(byPlace)
  const candidates = all.slice(0, limit)
  const last = candidates.at(-1)
  return { candidates, next: all.length > limit && last ? { start: last.start, id: last.id } : null }
}

const byPlace = (a: ReaderCandidate, b: ReaderCandidate): number => a.start - b.start || (a.id < b.id ? -1 : 1)

async function loadCarried(places: readonly PlaceInText[]): Promise<ReaderCandidate[]> {
  if (places.length === 0) return []
  const rows = await db().candidate.findMany({
    where: { id: { in: places.map(({ candidateId }) => candidateId) } },
    select: CANDIDATE,
  })
  const placeOf = new Map(places.map((place) => [place.candidateId, place]))
  return rows.map((row) => toCandidate(row, placeOf.get(row.id) ?? null))
}

/**
 * One candidate; null when the article was read again and it is gone. `shownIn`: told as it stands in this text, where an
 * earlier one had it and its words are there still.
 */
export async function getCandidate(ctx: Context, id: string, shownIn?: string): Promise<ReaderCandidate | null> {
  if (!canReadDesk(ctx.actor)) throw new AppError('NOT_FOUND')
  const row = await db().candidate.findUnique({ where: { id }, select: CANDIDATE })
  if (row === null) return null
  const place = shownIn && shownIn !== row.snapshotId ? await findShownPlace(id, shownIn) : null
  return place ? { ...toCandidate(row, place), snapshotId: shownIn ?? row.snapshotId } : toCandidate(row)
}

/** How many candidates of a text are in each state, carried ones too. */
export const countCandidates = async (ctx: Context, snapshotId: string): Promise<Record<string, number>> =>
  (await countCandidatesOf(ctx, [snapshotId])).get(snapshotId) ?? {}

/** How many candidates of each of these texts (at most a page of them) are in each state, by snapshot id. */
export async function countCandidatesOf(
  ctx: Context,
  snapshotIds: readonly string[],
): Promise<Map<string, Record<string, number>>> {
  if (!canReadDesk(ctx.actor)) throw new AppError('NOT_FOUND')
  const [own, carried] = await Promise.all([
    db().candidate.groupBy({
      by: ['snapshotId', 'state'],
      where: { snapshotId: { in: [...snapshotIds] } },
      _count: true,
    }),
    countShownPlaces(snapshotIds),
  ])
  const counts = new Map<string, Record<string, number>>()
  const groups = [...own.map(({ _count, ...group }) => ({ ...group, count: _count })), ...carried]
  for (const { snapshotId, state, count } of groups) {
    const known = counts.get(snapshotId) ?? {}
    counts.set(snapshotId, { ...known, [state]: (known[state] ?? 0) + count })
  }
  return counts
}

export type ExtractionProgress = {
  /** `done`: the candidates are those of this text and day. `waiting`: its job has not run yet. `failed`: it will not run again. */
  state: 'done' | 'waiting' | 'failed'
  /** Whether jobs are due and no process works off the queue. */
  isStuck: boolean
  /** Whether an earlier reading is shown meanwhile. */
  hasEarlier: boolean
  /** Of a very long text: how many of the least check-worthy candidates were left out. */
  leftOut: number
}

const STUCK_AFTER_MS = 15_000

/** Whether the current text was read, with the day that is known; an older extractor's reading counts. */
export async function getExtractionProgress(ctx: Context, articleId: string): Promise<ExtractionProgress | null> {
  if (!canReadDesk(ctx.actor)) throw new AppError('NOT_FOUND')
  const article = await db().article.findUnique({
    where: { id: articleId },
    select: { publishedOn: true, currentSnapshotId: true, publisher: { select: { country: true } } },
  })
  if (!article?.currentSnapshotId) return null
  const read = await db().snapshotReading.findUnique({ where: { snapshotId: article.currentSnapshotId } })
  if (read?.publishedOn === article.publishedOn && read.country === article.publisher.country)
    return { state: 'done', isStuck: false, hasEarlier: false, leftOut: read.leftOut }
  const hasEarlier = read !== null
  if (await hasFailedJob(db(), 'extract_candidates', articleId))
    return { state: 'failed', isStuck: false, hasEarlier, leftOut: 0 }
  return { state: 'waiting', isStuck: await isQueueStuck(ctx), hasEarlier, leftOut: 0 }
}

/** A process that was just started has not told yet that it lives. */
async function isQueueStuck(ctx: Context): Promise<boolean> {
  if (await isWorkerAlive(db())) return false
  const [waiting] = await db().$queryRaw<{ since: Date | null }[]>`
    SELECT min(run_at) AS since FROM graphile_worker.jobs
    WHERE task_identifier IN ('dispatch_event', 'extract_candidates') AND locked_at IS NULL AND run_at <= now()
      AND attempts < max_attempts`
  const since = waiting?.since ?? null
  return since !== null && ctx.now.getTime() - since.getTime() > STUCK_AFTER_MS
}

const EARLIER = {
  ...{ id: true, quote: true, start: true, end: true },
  snapshot: { select: { id: true, ordinal: true } },
  claim: { select: { id: true, shortForm: true, kind: true, state: true } },
} satisfies Prisma.OccurrenceSelect

export type EarlierOccurrence = Prisma.OccurrenceGetPayload<{ select: typeof EARLIER }>

/**
 * Occurrences in other texts of the article that the one shown says nothing about: those of later texts, while an earlier one
 * is shown. They stay where they were made. At most 200.
 */
export async function listEarlierOccurrences(
  ctx: Context,
  articleId: string,
  snapshotId: string,
): Promise<EarlierOccurrence[]> {
  if (!canReadDesk(ctx.actor)) throw new AppError('NOT_FOUND')
  return db().occurrence.findMany({
    where: {
      ...{ articleId, snapshotId: { not: snapshotId }, claim: { state: { not: 'hidden' } } },
      NOT: { candidate: { carried: { some: { snapshotId } } } },
    },
    orderBy: { id: 'asc' },
    take: 200,
    select: EARLIER,
  })
}
