import type { Day } from '@/lib/core/days'
import { type Db, db } from '@/lib/platform/db'
import { Prisma } from '@/lib/platform/generated/client'
import { requireSettings } from '@/lib/settings/queries'

/**
 * Which predictions belong to whom. Records, lists and counts all ask here, so that what a page lists is what it counts. Each
 * piece of SQL reads nothing that is not public.
 */

/** The end of a day in the newsroom's zone, as an instant: what was done before it was done by that day. */
export const endOfDay = (asOfOn: Day, zone: string): Prisma.Sql =>
  Prisma.sql`((${asOfOn}::date + 1)::timestamp AT TIME ZONE ${zone})`

/** A speaker with those merged into it; `id` is an expression of type uuid. */
export const speakerWithMerged = (id: Prisma.Sql): Prisma.Sql =>
  Prisma.sql`(SELECT own.id FROM speaker own WHERE own.id = ${id} OR own.merged_into_id = ${id})`

/** A publisher with those merged into it. */
export const publisherWithMerged = (publisherId: string): Prisma.Sql =>
  Prisma.sql`(SELECT id FROM publisher WHERE id = ${publisherId}::uuid OR merged_into_id = ${publisherId}::uuid)`

/** The unnamed groups that count under a publisher. */
export const unnamedGroupsOf = (publisherId: string): Prisma.Sql =>
  Prisma.sql`(SELECT id FROM speaker WHERE kind = 'unnamed' AND publisher_id IN ${publisherWithMerged(publisherId)})`

/**
 * The opened predictions of speakers (a parenthesized select of ids) as known at `end`, as rows of `prediction_id`: those
 * that they made first, and those that they repeated while it was still a prediction, that is within its window and before
 * what happened, in an article of a known day that the desk had then. Who repeats it in hindsight predicted nothing.
 */
export const saidBy = (speakers: Prisma.Sql, end: Prisma.Sql): Prisma.Sql => Prisma.sql`(
  SELECT p.id AS prediction_id FROM prediction p
  JOIN claim c ON c.id = p.claim_id AND c.state NOT IN ('merged', 'hidden')
  WHERE p.speaker_id IN ${speakers} AND p.frozen_at < ${end}
  UNION
  SELECT p.id FROM occurrence o
  JOIN article a ON a.id = o.article_id
  JOIN prediction p ON p.claim_id = o.claim_id AND p.frozen_at < ${end}
  JOIN claim c ON c.id = p.claim_id AND c.state NOT IN ('merged', 'hidden')
  LEFT JOIN LATERAL (
    SELECT happened.first_on FROM resolution r LEFT JOIN outcome happened ON happened.id = r.outcome_id
    WHERE r.prediction_id = p.id AND r.created_at < ${end} ORDER BY r.created_at DESC, r.id DESC LIMIT 1
  ) known ON true
  WHERE o.speaker_id IN ${speakers} AND o.created_at < ${end}
    AND a.published_on <= coalesce(p.due_to, a.published_on)
    AND a.published_on < coalesce(known.first_on, '9999-12-31')
)`

/** The ids of a speaker's opened predictions as of the end of a day, latest said first; at most `limit`. */
export async function listPredictionIdsOf(
  speakerId: string,
  asOfOn: Day,
  limit: number,
  from: Db = db(),
): Promise<string[]> {
  const { zone } = await requireSettings(from)
  const said = saidBy(speakerWithMerged(Prisma.sql`${speakerId}::uuid`), endOfDay(asOfOn, zone))
  const rows = await from.$queryRaw<{ id: string }[]>(Prisma.sql`
    SELECT p.id::text AS id FROM prediction p JOIN ${said} said ON said.prediction_id = p.id
    ORDER BY p.said_on DESC NULLS LAST, p.id DESC LIMIT ${limit}`)
  return rows.map(({ id }) => id)
}
