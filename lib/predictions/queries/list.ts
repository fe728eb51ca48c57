import type { Context } from '@/lib/core/context'
import { addDays, type Day, dayInZone } from '@/lib/core/days'
import { AppError } from '@/lib/core/errors'
import type { Window } from '@/lib/core/windows'
import { db } from '@/lib/platform/db'
import { Prisma } from '@/lib/platform/generated/client'
import { requireSettings } from '@/lib/settings/queries'
import { canReadPredictions } from '../policy'
import { DUE_SOON_DAYS, dueWords, type WatchState, watchStateOf } from '../rules/watch'
import type { PredictionState, ResolutionKind } from '../schema'

export const PREDICTION_FILTERS = ['to_open', 'waiting', 'open', 'due_soon', 'due', 'overdue', 'resolved'] as const
export type PredictionFilter = (typeof PREDICTION_FILTERS)[number]

/** A prediction in a list of the desk. One that was never saved shows what the extractor found. */
export type PredictionListItem = {
  claimId: string
  predictionId: string | null
  shortForm: string
  speakerName: string | null
  state: PredictionState | 'unsaved'
  saidOn: Day | null
  window: Window | null
  windowWords: string | null
  graceDays: number
  certainty: number | null
  certaintyWords: string | null
  isNegated: boolean
  resolution: ResolutionKind
  outcome: Window | null
  /** Only for opened ones without a resolution. */
  watch: WatchState | null
  dueText: string | null
  /** A judgement without an outcome that waits for a second person. */
  waitingJudgement: ResolutionKind | null
}

export type PredictionPage = { items: PredictionListItem[]; today: Day; nextCursor: string | null }

const PAGE = 25

/** One page of a list, by key. Throws NOT_FOUND for readers who may not see the desk. */
export async function listPredictions(
  ctx: Context,
  { filter, after = null }: { filter: PredictionFilter; after?: string | null },
): Promise<PredictionPage> {
  if (!canReadPredictions(ctx.actor)) throw new AppError('NOT_FOUND')
  const today = await newsroomToday(ctx)
  const ids = await db().$queryRaw<{ id: string; key: string }[]>(Prisma.sql`
    SELECT c.id::text AS id, ${keyOf(filter)} AS key ${FROM}
    WHERE ${BASE} AND ${conditionOf(filter, today)} AND ${afterOf(filter, after)}
    ORDER BY ${orderOf(filter)} LIMIT ${PAGE + 1}`)
  const page = ids.slice(0, PAGE)
  const rows = await db().claim.findMany({ where: { id: { in: page.map((row) => row.id) } }, select: LIST_SELECT })
  const byId = new Map(rows.map((row) => [row.id, row]))
  const items = page.flatMap(({ id }) => byId.get(id) ?? []).map((row) => toItem(row, today))
  return { items, today, nextCursor: ids.length > PAGE ? (page.at(-1)?.key ?? null) : null }
}

export type PredictionCounts = Record<PredictionFilter, number>

/** How many predictions each filter holds. */
export async function countPredictions(ctx: Context): Promise<PredictionCounts> {
  if (!canReadPredictions(ctx.actor)) throw new AppError('NOT_FOUND')
  const today = await newsroomToday(ctx)
  const columns = PREDICTION_FILTERS.map(
    (filter) => Prisma.sql`count(*) FILTER (WHERE ${conditionOf(filter, today)})::int AS ${Prisma.raw(`"${filter}"`)}`,
  )
  const rows = await db().$queryRaw<PredictionCounts[]>(
    Prisma.sql`SELECT ${Prisma.join(columns, ', ')} ${FROM} WHERE ${BASE}`,
  )
  const counts = rows[0]
  if (counts === undefined) throw new Error('a count without a row')
  return counts
}

/** The day in the newsroom's zone. */
export async function newsroomToday(ctx: Context): Promise<Day> {
  const { zone } = await requireSettings()
  return dayInZone(ctx.now, zone)
}

const FROM = Prisma.sql`FROM claim c LEFT JOIN prediction p ON p.claim_id = c.id`
const BASE = Prisma.sql`c.kind = 'prediction' AND c.state NOT IN ('merged', 'hidden')`
const OPEN = Prisma.sql`p.state = 'opened' AND p.current_resolution_id IS NULL`
const JUDGED = Prisma.sql`EXISTS (SELECT 1 FROM judgement j
  WHERE j.prediction_id = p.id AND j.resolution_id IS NULL AND j.refused_at IS NULL)`

function conditionOf(filter: PredictionFilter, today: Day): Prisma.Sql {
  const closed = Prisma.sql`p.due_to::date + p.grace_days < ${today}::date`
  switch (filter) {
    case 'to_open':
      return Prisma.sql`(p.id IS NULL OR p.state = 'draft')`
    case 'waiting':
      return Prisma.sql`(p.state = 'proposed' OR ${JUDGED})`
    case 'open':
      return Prisma.sql`(${OPEN})`
    case 'due_soon':
      return Prisma.sql`(${OPEN} AND p.due_to > ${today} AND p.due_to <= ${addDays(today, DUE_SOON_DAYS)})`
    case 'due':
      return Prisma.sql`(${OPEN} AND p.due_to <= ${today} AND NOT ${closed})`
    case 'overdue':
      return Prisma.sql`(${OPEN} AND ${closed})`
    case 'resolved':
      return Prisma.sql`(p.current_resolution_id IS NOT NULL)`
  }
}

/** What waits is listed newest first, what is watched by the day it is due, what is resolved by its last resolution. */
type Order = 'newest' | 'due' | 'resolved'
const ORDERS: Record<PredictionFilter, Order> = {
  to_open: 'newest',
  waiting: 'newest',
  open: 'due',
  due_soon: 'due',
  due: 'due',
  overdue: 'due',
  resolved: 'resolved',
}

function keyOf(filter: PredictionFilter): Prisma.Sql {
  const order = ORDERS[filter]
  if (order === 'due') return Prisma.sql`p.due_to || '.' || c.id::text`
  return order === 'newest' ? Prisma.sql`c.id::text` : Prisma.sql`p.current_resolution_id::text`
}

function orderOf(filter: PredictionFilter): Prisma.Sql {
  const order = ORDERS[filter]
  if (order === 'due') return Prisma.sql`p.due_to COLLATE "C", c.id`
  return order === 'newest' ? Prisma.sql`c.id DESC` : Prisma.sql`p.current_resolution_id DESC`
}

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/
const DUE_KEY = /^(\d{4}-\d{2}-\d{2})\.([0-9a-f-]{36})$/

/** A key that is not of this list's shape begins at the top. */
function afterOf(filter: PredictionFilter, after: string | null): Prisma.Sql {
  const order = ORDERS[filter]
  const [, dueTo, claimId] = after?.match(DUE_KEY) ?? []
  if (order === 'due')
    return dueTo && claimId && UUID.test(claimId)
      ? Prisma.sql`(p.due_to COLLATE "C", c.id) > (${dueTo}, ${claimId}::uuid)`
      : Prisma.sql`true`
  if (after === null || !UUID.test(after)) return Prisma.sql`true`
  return order === 'newest' ? Prisma.sql`c.id < ${after}::uuid` : Prisma.sql`p.current_resolution_id < ${after}::uuid`
}

const FIRST_SAID = [
  { article: { publishedOn: { sort: 'asc', nulls: 'last' } } },
  { id: 'asc' },
] as const satisfies Prisma.OccurrenceOrderByWithRelationInput[]

const LIST_SELECT = {
  id: true,
  shortForm: true,
  speaker: { select: { name: true } },
  occurrences: {
    orderBy: [...FIRST_SAID],
    take: 1,
    select: {
      certaintyWords: true,
      isNegated: true,
      article: { select: { publishedOn: true } },
      candidate: { select: { dueFrom: true, dueTo: true, dueWords: true } },
    },
  },
  prediction: {
    select: {
      id: true,
      state: true,
      saidOn: true,
      dueFrom: true,
      dueTo: true,
      dueWords: true,
      graceDays: true,
      certainty: true,
      certaintyWords: true,
      isNegated: true,
      speaker: { select: { name: true } },
      currentResolution: { select: { kind: true, outcome: { select: { firstOn: true, lastOn: true } } } },
      judgements: { where: { resolutionId: null, refusedAt: null }, select: { kind: true }, take: 1 },
    },
  },
} as const satisfies Prisma.ClaimSelect

type ListRow = Prisma.ClaimGetPayload<{ select: typeof LIST_SELECT }>

export const windowOf = (from: Day | null | undefined, to: Day | null | undefined): Window | null =>
  from && to ? { from, to } : null

function toItem(row: ListRow, today: Day): PredictionListItem {
  const first = row.occurrences[0]
  const p = row.prediction
  const words = p ?? { ...first?.candidate, certaintyWords: first?.certaintyWords, isNegated: first?.isNegated }
  const resolution = p?.currentResolution ?? null
  const watched =
    p?.state === 'opened' && p.dueTo !== null && resolution === null ? { dueTo: p.dueTo, graceDays: p.graceDays } : null
  return {
    claimId: row.id,
    predictionId: p?.id ?? null,
    shortForm: row.shortForm,
    speakerName: (p?.state === 'opened' || p?.state === 'too_vague' ? p.speaker : row.speaker)?.name ?? null,
    state: p?.state ?? 'unsaved',
    saidOn: p ? p.saidOn : (first?.article.publishedOn ?? null),
    window: windowOf(words.dueFrom, words.dueTo),
    windowWords: words.dueWords ?? null,
    graceDays: p?.graceDays ?? 0,
    certainty: p?.certainty?.toNumber() ?? null,
    certaintyWords: words.certaintyWords ?? null,
    isNegated: words.isNegated ?? false,
    resolution: resolution?.kind ?? 'open',
    outcome: windowOf(resolution?.outcome?.firstOn, resolution?.outcome?.lastOn),
    watch: watched && watchStateOf(watched, today),
    dueText: watched && dueWords(watched, today),
    waitingJudgement: p?.judgements[0]?.kind ?? null,
  }
}
