import type { Context } from '@/lib/core/context'
import type { Day } from '@/lib/core/days'
import { AppError } from '@/lib/core/errors'
import { textProblem } from '@/lib/core/text'
import type { Window } from '@/lib/core/windows'
import { db } from '@/lib/platform/db'
import { Prisma } from '@/lib/platform/generated/client'
import { canReadPredictions } from '../policy'

/** An opened prediction without a resolution that an outcome may resolve, and why it is shown. */
export type LinkablePrediction = {
  predictionId: string
  claimId: string
  shortForm: string
  speakerName: string | null
  saidOn: Day
  window: Window
  graceDays: number
  reason: string | null
}

const BOUND = 20

type Row = {
  prediction_id: string
  claim_id: string
  short_form: string
  speaker_name: string | null
  said_on: Day
  due_from: Day
  due_to: Day
  grace_days: number
  reason: string | null
}

const COLUMNS = Prisma.sql`p.id::text AS prediction_id, c.id::text AS claim_id, c.short_form, s.name AS speaker_name,
  p.said_on, p.due_from, p.due_to, p.grace_days`
const FROM = Prisma.sql`FROM prediction p JOIN claim c ON c.id = p.claim_id AND c.state NOT IN ('merged', 'hidden')
  LEFT JOIN speaker s ON s.id = coalesce(c.speaker_id, p.speaker_id)`
const RESOLVABLE = Prisma.sql`p.state = 'opened' AND p.current_resolution_id IS NULL`

/** Opened, unresolved predictions whose statement or speaker holds all the words, those due first; at most 20. */
export async function findResolvable(ctx: Context, words: string): Promise<LinkablePrediction[]> {
  if (!canReadPredictions(ctx.actor)) throw new AppError('NOT_FOUND')
  if (textProblem(words)) return []
  const parts = words.trim().split(/\s+/).filter(Boolean).slice(0, 8)
  if (parts.length === 0) return []
  const holds = parts.map((part) => {
    const pattern = `%${part.slice(0, 60).replace(/[\\%_]/g, '\\$&')}%`
    return Prisma.sql`(c.statement ILIKE ${pattern} OR c.short_form ILIKE ${pattern} OR s.name ILIKE ${pattern})`
  })
  const rows = await db().$queryRaw<Row[]>(Prisma.sql`
    SELECT ${COLUMNS}, NULL AS reason ${FROM}
    WHERE ${RESOLVABLE} AND ${Prisma.join(holds, ' AND ')} ORDER BY p.due_to COLLATE "C", p.id LIMIT ${BOUND}`)
  return rows.map(toLinkable)
}

/**
 * Opened, unresolved predictions that seem to be about the same event as these: linked with one of them (narrows, moves,
 * repeats, updates), directly or through others, or with most keys of the statement in common. With the reason in words.
 */
export async function suggestResolvable(ctx: Context, predictionIds: readonly string[]): Promise<LinkablePrediction[]> {
  if (!canReadPredictions(ctx.actor)) throw new AppError('NOT_FOUND')
  if (predictionIds.length === 0) return []
  const ids = Prisma.sql`ARRAY[${Prisma.join([...predictionIds])}]::uuid[]`
  const rows = await db().$queryRaw<Row[]>(Prisma.sql`
    WITH RECURSIVE chosen AS (SELECT p.id, p.claim_id, c.signature FROM prediction p JOIN claim c ON c.id = p.claim_id WHERE p.id = ANY (${ids})),
    near(claim_id) AS (
      SELECT claim_id FROM chosen
      UNION
      SELECT CASE WHEN l.from_claim_id = near.claim_id THEN l.to_claim_id ELSE l.from_claim_id END
      FROM near JOIN claim_link l ON near.claim_id IN (l.from_claim_id, l.to_claim_id) AND l.kind <> 'contradicts'
    ),
    alike AS MATERIALIZED (
      SELECT k.id AS claim_id, max((SELECT count(*) FROM unnest(k.signature) key WHERE key = ANY (chosen.signature))) AS shared
      FROM chosen JOIN claim k ON k.signature && chosen.signature AND k.kind = 'prediction' GROUP BY k.id
    )
    SELECT ${COLUMNS}, CASE WHEN near.claim_id IS NOT NULL THEN 'linked with one that you chose' ELSE 'about the same event, by its words' END AS reason
    ${FROM} LEFT JOIN near ON near.claim_id = c.id LEFT JOIN alike ON alike.claim_id = c.id
    WHERE ${RESOLVABLE} AND NOT p.id = ANY (${ids}) AND (near.claim_id IS NOT NULL OR alike.claim_id IS NOT NULL)
    ORDER BY (near.claim_id IS NULL), alike.shared DESC NULLS LAST, p.due_to COLLATE "C", p.id LIMIT ${BOUND}`)
  return rows.map(toLinkable)
}

/** Those of these that can still be resolved, in no order of their own. */
export async function listResolvable(ctx: Context, predictionIds: readonly string[]): Promise<LinkablePrediction[]> {
  if (!canReadPredictions(ctx.actor)) throw new AppError('NOT_FOUND')
  if (predictionIds.length === 0) return []
  const rows = await db().$queryRaw<Row[]>(Prisma.sql`
    SELECT ${COLUMNS}, NULL AS reason ${FROM}
    WHERE ${RESOLVABLE} AND p.id IN (${Prisma.join(predictionIds.map((id) => Prisma.sql`${id}::uuid`))}) LIMIT 200`)
  return rows.map(toLinkable)
}

const toLinkable = (row: Row): LinkablePrediction => ({
  predictionId: row.prediction_id,
  claimId: row.claim_id,
  shortForm: row.short_form,
  speakerName: row.speaker_name,
  saidOn: row.said_on,
  window: { from: row.due_from, to: row.due_to },
  graceDays: row.grace_days,
  reason: row.reason,
})
