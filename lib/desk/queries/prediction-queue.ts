import type { Context } from '@/lib/core/context'
import { addDays, type Day, dayInZone, isDay } from '@/lib/core/days'
import { AppError } from '@/lib/core/errors'
import { Id } from '@/lib/core/ids'
import { db } from '@/lib/platform/db'
import { Prisma } from '@/lib/platform/generated/client'
import { canReadPredictions } from '@/lib/predictions/policy'
import { loadListedPredictions, type PredictionListItem } from '@/lib/predictions/queries/list'
import { MAX_GRACE_DAYS } from '@/lib/predictions/rules/choices'
import { DUE_SOON_DAYS } from '@/lib/predictions/rules/watch'
import { requireSettings } from '@/lib/settings/queries'
import { bounded, type Count } from '../rules/counting'
import type { PredictionFilter, PredictionView } from '../schema/predictions'
import { placeText, type QueuePlace } from '../schema/queues'
import { conditionsOf, speakersSql } from './claim-queue'
import { QUEUE_COUNT_BOUND } from './inbox'

export const PREDICTION_PAGE = 25

/** Where a list begins (predictions as `p`, their claims as `c`), and by what it is sorted: then by the claim's id. */
type Source = { from: Prisma.Sql; key: 'due_to' | 'closes' | 'resolution' | 'claim' | 'vague' }
export type Asked = { ctx: Context; today: Day; speakers: readonly string[] }

const OPENED = Prisma.sql`p.state = 'opened' AND p.current_resolution_id IS NULL`
const CLOSES = Prisma.sql`prediction_closes_on(p.due_to, p.grace_days)`
/** Open predictions, and the last day on which each may still come true. */
export const OPENED_CLOSES = { opened: OPENED, closes: CLOSES } as const
/** As the index of them is cut. */
const TO_OPEN = Prisma.sql`c.kind = 'prediction' AND c.state NOT IN ('merged', 'hidden')
  AND (c.state <> 'published' OR c.current_verdict_id IS NOT NULL) AND (p.id IS NULL OR p.state = 'draft')`
const watched = (condition: Prisma.Sql): Prisma.Sql =>
  Prisma.sql`prediction p JOIN claim c ON c.id = p.claim_id AND ${OPENED} AND ${condition}`
const unopened = (condition: Prisma.Sql): Prisma.Sql =>
  Prisma.sql`claim c LEFT JOIN prediction p ON p.claim_id = c.id WHERE ${TO_OPEN} AND ${condition}`

/** The window that the extractor read at the first place, as the list shows it. */
const READ_WINDOW = Prisma.sql`(SELECT k.due_to FROM occurrence o JOIN article a ON a.id = o.article_id
  LEFT JOIN candidate k ON k.id = o.candidate_id WHERE o.claim_id = c.id
  ORDER BY a.published_on NULLS LAST, o.id LIMIT 1)`

/** Marked or to be marked; found to be so after it was opened; proposed to be so then. No prediction stands in two of these. */
const VAGUE = Prisma.sql`(SELECT id, claim_id FROM prediction
      WHERE state = 'too_vague' OR (state IN ('draft', 'proposed') AND vague_reason IS NOT NULL)
    UNION ALL SELECT o.id, o.claim_id FROM resolution r JOIN prediction o ON o.current_resolution_id = r.id
      WHERE r.kind = 'too_vague' AND o.state = 'opened'
    UNION ALL SELECT o.id, o.claim_id FROM judgement j JOIN prediction o ON o.id = j.prediction_id
      WHERE j.kind = 'too_vague' AND j.resolution_id IS NULL AND j.refused_at IS NULL
        AND o.current_resolution_id IS NULL) AS v
  JOIN prediction p ON p.id = v.id JOIN claim c ON c.id = p.claim_id WHERE true`

/** Each list is read along an index of its own, so that its first page costs what it shows, and its count stops at a bound. */
function sourceOf(view: PredictionView, today: Day): Source {
  switch (view) {
    case 'to_open':
      return { from: unopened(Prisma.sql`true`), key: 'claim' }
    case 'no_criteria':
      return {
        from: unopened(Prisma.sql`(p.id IS NULL OR (p.criteria = '' AND p.vague_reason IS NULL))`),
        key: 'claim',
      }
    case 'no_window':
      return {
        from: unopened(Prisma.sql`CASE WHEN p.id IS NULL THEN ${READ_WINDOW} IS NULL
          ELSE p.due_to IS NULL AND p.vague_reason IS NULL END`),
        key: 'claim',
      }
    case 'waiting':
      return {
        from: Prisma.sql`(SELECT id FROM prediction WHERE state = 'proposed' UNION SELECT j.prediction_id FROM judgement j
            WHERE j.resolution_id IS NULL AND j.refused_at IS NULL) AS w
          JOIN prediction p ON p.id = w.id JOIN claim c ON c.id = p.claim_id WHERE true`,
        key: 'claim',
      }
    case 'too_vague':
      return { from: VAGUE, key: 'vague' }
    case 'resolved':
      return {
        from: Prisma.sql`prediction p JOIN claim c ON c.id = p.claim_id WHERE p.current_resolution_id IS NOT NULL`,
        key: 'resolution',
      }
    default:
      return dueSourceOf(view, today)
  }
}

function dueSourceOf(view: 'open' | 'due_soon' | 'due' | 'overdue', today: Day): Source {
  const days = {
    open: Prisma.sql`true`,
    due_soon: Prisma.sql`p.due_to > ${today} AND p.due_to <= ${addDays(today, DUE_SOON_DAYS)}`,
    // no grace is longer, so that what is long overdue need not be read
    due: Prisma.sql`p.due_to <= ${today} AND p.due_to >= ${addDays(today, -MAX_GRACE_DAYS)} AND ${CLOSES} >= ${today}::date`,
    overdue: Prisma.sql`${CLOSES} < ${today}::date`,
  }
  return {
    from: Prisma.sql`${watched(days[view])} WHERE true`,
    key: view === 'overdue' ? 'closes' : 'due_to',
  }
}

/** What a filter leaves. */
export function narrowed({ whose, ...filter }: PredictionFilter, { ctx, speakers }: Omit<Asked, 'today'>): Prisma.Sql {
  const me = ctx.actor.id
  const mine =
    whose === 'mine'
      ? Prisma.sql`AND (p.author_id = ${me}::uuid OR p.proposed_by_id = ${me}::uuid OR p.approver_id = ${me}::uuid
          OR c.assignee_id = ${me}::uuid)`
      : Prisma.empty
  return Prisma.sql`${conditionsOf(filter, { ctx, speakers })} ${mine}`
}

const isId = (text: string): boolean => Id.safeParse(text).success
const KEYS = {
  due_to: { column: Prisma.sql`p.due_to`, cast: Prisma.sql`text`, id: Prisma.sql`p.id`, fits: isDay },
  closes: { column: CLOSES, cast: Prisma.sql`date`, id: Prisma.sql`p.claim_id`, fits: isDay },
  resolution: {
    column: Prisma.sql`p.current_resolution_id`,
    cast: Prisma.sql`uuid`,
    id: Prisma.sql`c.id`,
    fits: isId,
  },
  vague: {
    column: Prisma.sql`v.claim_id`,
    cast: Prisma.sql`uuid`,
    id: Prisma.sql`v.claim_id`,
    fits: isId,
  },
  claim: { column: Prisma.sql`c.id`, cast: Prisma.sql`uuid`, id: Prisma.sql`c.id`, fits: isId },
} as const

type Page = { after: QueuePlace | undefined; limit: number; isLatestFirst: boolean }

/** A page of claims' ids with their places. A place that does not fit the list begins it anew. */
export function predictionPageSql(
  view: PredictionView,
  filter: PredictionFilter,
  asked: Asked,
  { after, limit, isLatestFirst }: Page,
): Prisma.Sql {
  const { from, key } = sourceOf(view, asked.today)
  const { column, cast, id, fits } = KEYS[key]
  const isByDay = key === 'due_to' || key === 'closes'
  const [sign, way] = isByDay && !isLatestFirst ? [Prisma.sql`>`, Prisma.sql`ASC`] : [Prisma.sql`<`, Prisma.sql`DESC`]
  const beyond =
    after && fits(after.value)
      ? Prisma.sql`AND (${column}, ${id}) ${sign} (${after.value}::${cast}, ${after.id}::uuid)`
      : Prisma.empty
  return Prisma.sql`SELECT c.id::text AS "claimId", ${column}::text AS value, ${id}::text AS id FROM ${from}
    AND ${narrowed(filter, asked)} ${beyond} ORDER BY ${column} ${way}, ${id} ${way} LIMIT ${limit}`
}

async function ask(ctx: Context, filter: PredictionFilter): Promise<Asked> {
  if (!canReadPredictions(ctx.actor)) throw new AppError('NOT_FOUND')
  const [{ zone }, speakers] = await Promise.all([requireSettings(), namedSpeakers(filter)])
  return { ctx, today: dayInZone(ctx.now, zone), speakers }
}

/** Whom a filter's words name. */
export async function namedSpeakers({ speaker }: PredictionFilter): Promise<string[]> {
  const rows = speaker ? await db().$queryRaw<{ id: string }[]>(speakersSql(speaker)) : []
  return rows.map(({ id }) => id)
}

export type PredictionPage = { items: PredictionListItem[]; next: string | null; today: Day }

/**
 * A page of a list: what goes by a day from the longest ago on (or the other way round), what is resolved the latest first,
 * the rest the newest first. `next` is the `after` of the following page, as it stands in an address.
 */
export async function listPredictionQueue(
  ctx: Context,
  {
    view,
    after,
    sort,
    ...filter
  }: PredictionFilter & { view: PredictionView; after?: QueuePlace | undefined; sort?: 'latest' | undefined },
): Promise<PredictionPage> {
  const asked = await ask(ctx, filter)
  const page = { after, limit: PREDICTION_PAGE + 1, isLatestFirst: sort === 'latest' }
  const found = await db().$queryRaw<(QueuePlace & { claimId: string })[]>(predictionPageSql(view, filter, asked, page))
  const shown = found.slice(0, PREDICTION_PAGE)
  const last = shown.at(-1)
  return {
    items: await loadListedPredictions(
      ctx,
      shown.map(({ claimId }) => claimId),
      asked.today,
    ),
    next: found.length > PREDICTION_PAGE && last ? placeText({ value: last.value, id: last.id }) : null,
    today: asked.today,
  }
}

/** How many a list holds, at most 1,000. */
export const predictionCountSql = (view: PredictionView, filter: PredictionFilter, asked: Asked): Prisma.Sql =>
  Prisma.sql`SELECT count(*)::int FROM (SELECT 1 FROM ${sourceOf(view, asked.today).from} AND ${narrowed(filter, asked)}
    LIMIT ${QUEUE_COUNT_BOUND + 1}) AS listed`

/** How many lists hold, each as far as the desk counts, in one question. Throws NOT_FOUND. */
export async function countPredictionQueues<V extends PredictionView>(
  ctx: Context,
  views: readonly V[],
  filter: PredictionFilter = {},
): Promise<Record<V, Count>> {
  const asked = await ask(ctx, filter)
  const columns = views.map(
    (view) => Prisma.sql`(${predictionCountSql(view, filter, asked)}) AS ${Prisma.raw(`"${view}"`)}`,
  )
  const [row] = await db().$queryRaw<Record<V, number>[]>(Prisma.sql`SELECT ${Prisma.join(columns)}`)
  return Object.fromEntries(views.map((view) => [view, bounded(row?.[view] ?? 0, QUEUE_COUNT_BOUND)])) as Record<
    V,
    Count
  >
}
