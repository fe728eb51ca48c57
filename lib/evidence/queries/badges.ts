import type { Context } from '@/lib/core/context'
import { AppError } from '@/lib/core/errors'
import { db } from '@/lib/platform/db'
import { Prisma } from '@/lib/platform/generated/client'
import { canReadEvidence } from '../policy'
import { type Badge, badgeOf } from '../rules/checking'
import type { SourceAlert, SourceCopyKind } from '../schema'

type Row = {
  id: string
  isPlaced: boolean
  stands: boolean
  copyKind: SourceCopyKind | null
  isUpload: boolean | null
  takenAt: Date | null
  lastCheckedAt: Date | null
  lastProblem: string | null
  alert: SourceAlert | null
  archivedUrl: string | null
  copyId: string | null
}

/**
 * What is known of an excerpt. `archivedUrl`: a copy in a web archive that the source does not name yet. `copyId`: the copy
 * with a text in which the excerpt can be chosen.
 */
export type EvidenceBadge = Badge & { archivedUrl: string | null; copyId: string | null; hasCopy: boolean }

/** What is known of each piece of a claim's evidence, by its id. */
export const listBadges = (ctx: Context, claimId: string): Promise<Map<string, EvidenceBadge>> =>
  badgesOf(ctx, Prisma.sql`evidence e`, Prisma.sql`e.claim_id = ${claimId}::uuid AND e.removed_at IS NULL`)

/** The same of each source of an outcome. */
export const listOutcomeBadges = (ctx: Context, outcomeId: string): Promise<Map<string, EvidenceBadge>> =>
  badgesOf(ctx, Prisma.sql`outcome_source e`, Prisma.sql`e.outcome_id = ${outcomeId}::uuid`)

async function badgesOf(ctx: Context, cited: Prisma.Sql, where: Prisma.Sql): Promise<Map<string, EvidenceBadge>> {
  if (!canReadEvidence(ctx.actor)) throw new AppError('NOT_FOUND')
  const rows = await db().$queryRaw<Row[]>(Prisma.sql`
    SELECT e.id, e.copy_id IS NOT NULL AS "isPlaced", coalesce(strpos(c.text, e.excerpt) > 0, false) AS stands,
      c.kind::text AS "copyKind", c.asked_url IS NULL AS "isUpload", c.taken_at AS "takenAt",
      CASE WHEN c.kind <> 'picture' THEN c.id END AS "copyId",
      w.last_checked_at AS "lastCheckedAt", w.last_problem AS "lastProblem", w.alert::text AS alert,
      (SELECT a.archive_url FROM source_archiving a WHERE a.source_id = e.source_id AND a.state = 'done'
        ORDER BY a.id DESC LIMIT 1) AS "archivedUrl"
    FROM ${cited}
    LEFT JOIN source_watch w ON w.source_id = e.source_id
    LEFT JOIN source_copy c ON c.id = w.current_copy_id
    WHERE ${where}
    ORDER BY e.position LIMIT 200`)
  return new Map(
    rows.map((row) => [
      row.id,
      { ...badgeOf(checkedOf(row)), archivedUrl: row.archivedUrl, copyId: row.copyId, hasCopy: row.copyKind !== null },
    ]),
  )
}

const checkedOf = ({ isPlaced, stands, copyKind, isUpload, takenAt, lastCheckedAt, lastProblem, alert }: Row) => ({
  isPlaced,
  stands,
  copy: copyKind && takenAt ? { kind: copyKind, isUpload: isUpload ?? false, takenAt } : null,
  watch: lastCheckedAt && { lastCheckedAt, lastProblem, alert },
})
