import { type Actor, type Context, isEditor } from '@/lib/core/context'
import { AppError } from '@/lib/core/errors'
import { db } from '@/lib/platform/db'
import { Prisma } from '@/lib/platform/generated/client'
import { requireSettings } from '@/lib/settings/queries'
import { canReadVerdictDesk } from '../policy'
import { type ClaimRows, decideOnRows, liveVersion } from '../rules/moves'
import { hasNoGroundOf, listGrounds } from './ground'

/** What waits for a second person at once; a desk with more has other troubles than this list's end. */
const WAITING_BOUND = 500

const WAITING = {
  ...{ id: true, shortForm: true, state: true, kind: true, assigneeId: true, currentVerdictId: true },
  prediction: { select: { frozenAt: true } },
  verdicts: {
    where: { state: 'submitted' },
    select: {
      ...{ id: true, state: true, authorId: true, submittedById: true, submittedAt: true },
      submittedBy: { select: { name: true } },
      correction: { select: { authorId: true, state: true } },
    },
  },
  corrections: {
    where: { level: 'withdrawal', state: 'proposed' },
    select: { authorId: true, createdAt: true, author: { select: { name: true } } },
  },
} satisfies Prisma.ClaimSelect

type Row = Prisma.ClaimGetPayload<{ select: typeof WAITING }>

/** A verdict, a correction or a withdrawal that waits, and by whom it was handed over. */
export type ApprovableVerdict = {
  /** Instant, ISO. */
  waitingAt: string
  claim: { id: string; shortForm: string }
  what: 'verdict' | 'correction' | 'withdrawal'
  byName: string
}

/**
 * The claims (`id`) with what this person may approve, and since when each waits (`at`): the rule of the approval itself
 * (see decideOnRows) in the words of the database, so that queues are paged and counted there. A test holds them to each other.
 */
export function approvableSql({ actor }: Context, isSolo: boolean): Prisma.Sql {
  if (!isEditor(actor) || actor.id === null) return Prisma.sql`SELECT id, created_at AS at FROM claim WHERE false`
  const me = Prisma.sql`${actor.id}::uuid`
  return Prisma.sql`SELECT c.id, coalesce(w.created_at, v.submitted_at) AS at
    FROM (SELECT claim_id FROM verdict WHERE state = 'submitted'
      UNION SELECT claim_id FROM correction WHERE level = 'withdrawal' AND state = 'proposed') AS waiting
    JOIN claim c ON c.id = waiting.claim_id AND c.state NOT IN ('merged', 'hidden')
    LEFT JOIN verdict v ON v.claim_id = c.id AND v.state = 'submitted'
    LEFT JOIN correction w ON w.claim_id = c.id AND w.level = 'withdrawal' AND w.state = 'proposed'
    LEFT JOIN correction k ON k.verdict_id = v.id AND k.state <> 'dropped'
    LEFT JOIN prediction p ON p.claim_id = c.id
    WHERE CASE WHEN w.id IS NOT NULL THEN ${isSolo} OR w.author_id <> ${me} ELSE
      (c.kind <> 'prediction' OR p.frozen_at IS NOT NULL)
      AND (${isSolo} OR v.author_id <> ${me} AND v.submitted_by_id IS DISTINCT FROM ${me}
        AND NOT EXISTS (SELECT 1 FROM verdict_save s WHERE s.verdict_id = v.id AND s.saved_by_id = ${me})
        AND k.author_id IS DISTINCT FROM ${me}
        AND ${hasNoGroundOf(actor.id)})
    END`
}

/** What this person may approve now, the longest waiting first: decided by the same rule as the approval itself. */
export async function listApprovableVerdicts(ctx: Context): Promise<ApprovableVerdict[]> {
  if (!canReadVerdictDesk(ctx.actor)) throw new AppError('NOT_FOUND')
  // approving is the editors'; for all others there is nothing to read
  if (!isEditor(ctx.actor)) return []
  const { isSolo } = await requireSettings()
  const waiting = await db().$queryRaw<{ id: string }[]>(
    Prisma.sql`SELECT id FROM (${approvableSql(ctx, isSolo)}) AS w ORDER BY at, id LIMIT ${WAITING_BOUND}`,
  )
  const claims = await loadWaiting(waiting.map(({ id }) => id))
  return claims
    .filter(({ standing }) => mayApprove(standing, ctx.actor, isSolo))
    .map(({ row }) => row)
    .sort((a, b) => waitingSince(a) - waitingSince(b))
    .map(toApprovable)
}

/** Who of these people may approve what waits of a claim, by the same rule, asked once for all of them. */
export async function listVerdictApprovers(people: readonly Actor[], claimId: string): Promise<Actor[]> {
  const [[claim], { isSolo }] = await Promise.all([loadWaiting([claimId]), requireSettings()])
  return claim === undefined ? [] : people.filter((actor) => mayApprove(claim.standing, actor, isSolo))
}

const mayApprove = (standing: ClaimRows, actor: Actor, isSolo: boolean): boolean => {
  const move = standing.withdrawal ? 'approve_withdrawal' : 'approve'
  return decideOnRows(standing, { move, actor, isSolo }).isAllowed
}

async function loadWaiting(claimIds: string[]): Promise<{ row: Row; standing: ClaimRows }[]> {
  const rows = await db().claim.findMany({ where: { id: { in: claimIds } }, select: WAITING })
  const [grounds, saves] = await Promise.all([
    listGrounds(db(), claimIds),
    listLastSaves(rows.flatMap(({ verdicts }) => verdicts.map(({ id }) => id))),
  ])
  return rows.map((row) => {
    const withdrawal = row.corrections[0] ?? null
    const ground = grounds.get(row.id) ?? []
    // what waits for a second person is nothing that a day made due
    const version = row.verdicts[0] && { ...row.verdicts[0], saves: saves.get(row.verdicts[0].id) ?? [] }
    return { row, standing: { ...row, version: liveVersion(version), withdrawal, ground, isRecheckDue: false } }
  })
}

type LastSave = { savedById: string; revision: number }

/** The last save of each person: who wrote is all that an approval asks of the saves, which may be hundreds. */
async function listLastSaves(verdictIds: string[]): Promise<Map<string, LastSave[]>> {
  const rows = await db().verdictSave.groupBy({
    by: ['verdictId', 'savedById'],
    where: { verdictId: { in: verdictIds } },
    _max: { revision: true },
  })
  const saves = new Map<string, LastSave[]>()
  for (const { verdictId, savedById, _max } of rows)
    saves.set(verdictId, [...(saves.get(verdictId) ?? []), { savedById, revision: _max.revision ?? 0 }])
  for (const last of saves.values()) last.sort((a, b) => a.revision - b.revision)
  return saves
}

const waitingSince = ({ verdicts, corrections }: Row): number =>
  (corrections[0]?.createdAt ?? verdicts[0]?.submittedAt)?.getTime() ?? 0

function toApprovable(row: Row): ApprovableVerdict {
  const { id, shortForm, verdicts, corrections } = row
  const [withdrawal, version] = [corrections[0], liveVersion(verdicts[0])]
  return {
    waitingAt: new Date(waitingSince(row)).toISOString(),
    claim: { id, shortForm },
    what: withdrawal ? 'withdrawal' : version?.correction ? 'correction' : 'verdict',
    byName: withdrawal?.author.name ?? version?.submittedBy?.name ?? '',
  }
}
