import type { Db } from '@/lib/platform/db'
import { Prisma } from '@/lib/platform/generated/client'
import { GROUND_EVENTS, type GroundStep } from '../rules/moves'

/** The number of the event by which a verdict of the claim `c` was published last. */
const SINCE = Prisma.sql`coalesce((
  SELECT max(p.seq) FROM audit_event p
  WHERE p.entity_type = 'claim' AND p.entity_id = c.id AND p.type = 'verdict.published'), 0)`

/**
 * Who made what each claim's next verdict judges and rests on since the last one was published: its statement, speaker,
 * figures and evidence, and the details of the sources that it cites, which the verdict prints and freezes. A source edited
 * before it was cited here was written for another claim: whoever cited it took it as it was.
 */
export async function listGrounds(from: Db, claimIds: readonly string[]): Promise<Map<string, GroundStep[]>> {
  const rows = await from.$queryRaw<(GroundStep & { claimId: string })[]>(Prisma.sql`
    WITH subject AS (
      SELECT c.id, ${SINCE} AS since
      FROM unnest(${[...claimIds]}::uuid[]) AS c(id))
    SELECT DISTINCT s.id AS "claimId", e.actor_id AS "actorId", e.type FROM subject s
    JOIN audit_event e ON e.entity_type = 'claim' AND e.entity_id = s.id
      AND e.type = ANY (${[...GROUND_EVENTS]}::text[]) AND e.seq > s.since
    UNION
    SELECT DISTINCT s.id, e.actor_id, e.type FROM subject s
    JOIN evidence v ON v.claim_id = s.id AND v.removed_at IS NULL
    JOIN audit_event e ON e.entity_type = 'source' AND e.entity_id = v.source_id
      AND e.type = 'source.updated' AND e.seq > s.since AND e.occurred_at >= v.created_at`)
  const grounds = new Map<string, GroundStep[]>(claimIds.map((id) => [id, []]))
  for (const { claimId, actorId, type } of rows) grounds.get(claimId)?.push({ actorId, type })
  return grounds
}

/** The same of one claim. */
export const listGround = async (from: Db, claimId: string): Promise<GroundStep[]> =>
  (await listGrounds(from, [claimId])).get(claimId) ?? []

/** The condition that a person made none of that for the claim `c` (see listGrounds): for lists of what waits for them. */
export const hasNoGroundOf = (userId: string): Prisma.Sql => Prisma.sql`NOT EXISTS (
    SELECT 1 FROM audit_event e
    WHERE e.entity_type = 'claim' AND e.entity_id = c.id AND e.actor_id = ${userId}::uuid
      AND e.type = ANY (${[...GROUND_EVENTS]}::text[]) AND e.seq > ${SINCE})
  AND NOT EXISTS (
    SELECT 1 FROM evidence s
    JOIN audit_event e ON e.entity_type = 'source' AND e.entity_id = s.source_id AND e.actor_id = ${userId}::uuid
      AND e.type = 'source.updated' AND e.occurred_at >= s.created_at AND e.seq > ${SINCE}
    WHERE s.claim_id = c.id AND s.removed_at IS NULL)`
