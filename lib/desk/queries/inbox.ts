import { z } from 'zod'
import { canReadDesk } from '@/lib/claims/policy'
import type { Context } from '@/lib/core/context'
import type { Day } from '@/lib/core/days'
import { AppError } from '@/lib/core/errors'
import type { Window } from '@/lib/core/windows'
import { db } from '@/lib/platform/db'
import { Prisma } from '@/lib/platform/generated/client'
import { bounded, type Count } from '../rules/counting'
import { type InboxFilter, placeText, type QueuePlace } from '../schema/queues'

export const INBOX_PAGE = 50
/** Counts of queues stop here ("1,000+"): an exact count of a long queue helps nobody and costs a scan. */
export const QUEUE_COUNT_BOUND = 1000
const DAY_MS = 24 * 3600 * 1000
const CONTEXT_CHARS = 700

/**
 * What waits for triage, most check-worthy first. What only the rules found in a text that was replaced since is left out: it is
 * found again, or gone, in the one that replaced it. `new` stands as a literal, so that the partial indexes serve; CASE, because
 * of a plain OR between two tables the planner expects next to nothing, and sorts all that wait instead of reading a page.
 */
export function waitingSql(filter: InboxFilter, now: Date): Prisma.Sql {
  const { kind, publisher, article, speaker, words, least, age } = filter
  const ago = (days: number) => new Date(now.getTime() - days * DAY_MS)
  const conditions = [
    kind && Prisma.sql`c.kind = ${kind}::claim_kind`,
    publisher && Prisma.sql`a.publisher_id = ${publisher}::uuid`,
    article && Prisma.sql`c.article_id = ${article}::uuid`,
    speaker && Prisma.sql`to_tsvector('simple', coalesce(c.speaker_text, '')) @@ plainto_tsquery('simple', ${speaker})`,
    words && Prisma.sql`to_tsvector('english', c.quote) @@ websearch_to_tsquery('english', ${words})`,
    least && Prisma.sql`c.check_worthiness >= ${least / 100}::numeric`,
    age === 'day' && Prisma.sql`c.created_at >= ${ago(1)}`,
    age === 'week' && Prisma.sql`c.created_at >= ${ago(7)}`,
    age === 'older' && Prisma.sql`c.created_at < ${ago(7)}`,
  ].filter((condition) => condition instanceof Prisma.Sql)
  return Prisma.sql`FROM candidate c JOIN article a ON a.id = c.article_id
    WHERE c.state = 'new' AND a.hidden_at IS NULL
      AND CASE WHEN c.origin = 'extractor' THEN c.snapshot_id = a.current_snapshot_id ELSE true END
    ${conditions.length > 0 ? Prisma.sql`AND ${Prisma.join(conditions, ' AND ')}` : Prisma.empty}`
}

/** One page of ids in the order of the inbox. */
export const inboxPageSql = (
  filter: InboxFilter,
  now: Date,
  after: QueuePlace | undefined,
  limit: number,
): Prisma.Sql =>
  Prisma.sql`SELECT c.id, c.check_worthiness::text AS value ${waitingSql(filter, now)}
    ${after ? Prisma.sql`AND (c.check_worthiness, c.id) < (${after.value}::numeric, ${after.id}::uuid)` : Prisma.empty}
    ORDER BY c.check_worthiness DESC, c.id DESC LIMIT ${limit}`

const ROW = {
  ...{
    id: true,
    origin: true,
    quote: true,
    prefix: true,
    suffix: true,
    kind: true,
    checkWorthiness: true,
    reasons: true,
  },
  ...{ speakerText: true, relayText: true, certaintyWords: true, isNegated: true, conditionWords: true },
  ...{ dueFrom: true, dueTo: true, dueWords: true, createdAt: true },
  quantities: {
    orderBy: { position: 'asc' },
    select: {
      ...{ id: true, text: true, value: true, low: true, high: true },
      ...{ unit: true, modifier: true, change: true },
    },
  },
  article: { select: { id: true, title: true, publishedOn: true, publisher: { select: { id: true, name: true } } } },
} satisfies Prisma.CandidateSelect
type Row = Prisma.CandidateGetPayload<{ select: typeof ROW }>
const Reasons = z.array(z.string()).catch([])

/** A candidate in the inbox: plain data, as it travels to the browser. */
export type InboxCandidate = Omit<
  Row,
  'checkWorthiness' | 'reasons' | 'dueFrom' | 'dueTo' | 'createdAt' | 'quantities' | 'article'
> & {
  /** 0..1 */
  checkWorthiness: number
  /** Why it is worth checking, in words. */
  reasons: string[]
  due: Window | null
  createdAt: string
  quantities: (Omit<Row['quantities'][number], 'value' | 'low' | 'high'> & {
    value: string | null
    low: string | null
    high: string | null
  })[]
  article: { id: string; title: string; publishedOn: Day | null; publisher: { id: string; name: string } }
}

function toCandidate(row: Row): InboxCandidate {
  const { checkWorthiness, reasons, dueFrom, dueTo, createdAt, quantities, ...rest } = row
  return {
    ...rest,
    checkWorthiness: checkWorthiness.toNumber(),
    reasons: Reasons.parse(reasons),
    due: dueFrom && dueTo ? { from: dueFrom, to: dueTo } : null,
    createdAt: createdAt.toISOString(),
    quantities: quantities.map((quantity) => ({
      ...quantity,
      value: quantity.value?.toFixed() ?? null,
      low: quantity.low?.toFixed() ?? null,
      high: quantity.high?.toFixed() ?? null,
    })),
  }
}

/** A page of the inbox; `next` is the `after` of the following one, as it stands in an address. At most 100. */
export async function listInbox(
  ctx: Context,
  { after, limit = INBOX_PAGE, ...filter }: InboxFilter & { after?: QueuePlace; limit?: number },
): Promise<{ candidates: InboxCandidate[]; next: string | null }> {
  if (!canReadDesk(ctx.actor)) throw new AppError('NOT_FOUND')
  const size = Math.min(limit, 100)
  const places = await db().$queryRaw<QueuePlace[]>(inboxPageSql(filter, ctx.now, after, size + 1))
  const shown = places.slice(0, size)
  const last = shown.at(-1)
  return {
    candidates: await loadCandidates(shown.map(({ id }) => id)),
    next: places.length > size && last ? placeText(last) : null,
  }
}

async function loadCandidates(ids: readonly string[]): Promise<InboxCandidate[]> {
  const rows = await db().candidate.findMany({ where: { id: { in: [...ids] } }, select: ROW })
  const byId = new Map(rows.map((row) => [row.id, toCandidate(row)]))
  return ids.flatMap((id) => byId.get(id) ?? [])
}

/** One that waits; null when it was decided, or is not there any more. */
export async function getWaiting(ctx: Context, candidateId: string): Promise<InboxCandidate | null> {
  if (!canReadDesk(ctx.actor)) throw new AppError('NOT_FOUND')
  const row = await db().candidate.findFirst({ where: { id: candidateId, state: 'new' }, select: ROW })
  return row && toCandidate(row)
}

/** How many wait, at most 1,000. */
export async function countInbox(ctx: Context, filter: InboxFilter = {}): Promise<Count> {
  if (!canReadDesk(ctx.actor)) throw new AppError('NOT_FOUND')
  const [row] = await db().$queryRaw<{ n: number }[]>(
    Prisma.sql`SELECT count(*)::int AS n FROM (SELECT 1 ${waitingSql(filter, ctx.now)} LIMIT ${QUEUE_COUNT_BOUND + 1}) AS waiting`,
  )
  return bounded(row?.n ?? 0, QUEUE_COUNT_BOUND)
}

export type Surroundings = { before: string; quote: string; after: string }

/** The words of a candidate with what stands around them in its article, whole words, at most 700 characters each side. */
export async function getSurroundings(ctx: Context, candidateId: string): Promise<Surroundings | null> {
  if (!canReadDesk(ctx.actor)) throw new AppError('NOT_FOUND')
  const row = await db().candidate.findUnique({
    where: { id: candidateId },
    select: { start: true, end: true, quote: true, snapshot: { select: { body: true } } },
  })
  if (row === null) return null
  const { body } = row.snapshot
  const from = Math.max(0, row.start - CONTEXT_CHARS)
  const to = Math.min(body.length, row.end + CONTEXT_CHARS)
  const before = body.slice(from, row.start).toWellFormed()
  const after = body.slice(row.end, to).toWellFormed()
  return {
    before: from > 0 ? `… ${before.replace(/^\S*\s+/, '')}` : before,
    quote: row.quote,
    after: to < body.length ? `${after.replace(/\s+\S*$/, '')} …` : after,
  }
}

const DECIDED = {
  ...{ id: true, quote: true, state: true, decisionReason: true },
  occurrence: { select: { claim: { select: { id: true, shortForm: true } } } },
} satisfies Prisma.CandidateSelect
export type OwnDecision = {
  candidateId: string
  quote: string
  state: 'accepted' | 'merged' | 'rejected'
  reason: string | null
  claim: { id: string; shortForm: string } | null
}

/** What this person decided last, the newest first, to look at again and to take back. At most 10. */
export async function listOwnDecisions(ctx: Context): Promise<OwnDecision[]> {
  if (!canReadDesk(ctx.actor)) throw new AppError('NOT_FOUND')
  if (ctx.actor.id === null) return []
  const rows = await db().candidate.findMany({
    where: { decidedById: ctx.actor.id, decidedAt: { gte: new Date(ctx.now.getTime() - DAY_MS) } },
    orderBy: { decidedAt: 'desc' },
    take: 10,
    select: DECIDED,
  })
  return rows.flatMap(({ id, quote, state, decisionReason, occurrence }) =>
    state === 'new'
      ? []
      : [
          {
            ...{ candidateId: id, quote, state, reason: decisionReason },
            claim: state === 'rejected' ? null : (occurrence?.claim ?? null),
          },
        ],
  )
}
