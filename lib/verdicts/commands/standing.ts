import { holdsRole } from '@/lib/claims/rules/moves'
import type { Context } from '@/lib/core/context'
import { type Day, dayInZone } from '@/lib/core/days'
import { AppError } from '@/lib/core/errors'
import { lockRow, type Tx } from '@/lib/platform/db'
import type { Prisma } from '@/lib/platform/generated/client'
import { requireSettings } from '@/lib/settings/queries'
import type { Settings } from '@/lib/settings/schema'
import { getBlindStanding } from '../queries/blinding'
import { listGround } from '../queries/ground'
import { type BlindStanding, blindRefusal, isHiddenFrom } from '../rules/blinding'
import type { Move } from '../rules/move-table'
import { decideOnRows, type GroundStep, handsOf, isRecheckDue, liveVersion, requireMove } from '../rules/moves'

const standingInclude = {
  verdicts: {
    where: { state: { in: ['draft', 'submitted'] } },
    include: {
      correction: true,
      saves: { orderBy: { revision: 'asc' }, select: { revision: true, savedById: true } },
    },
  },
  corrections: { where: { level: 'withdrawal', state: 'proposed' } },
  prediction: { select: { frozenAt: true } },
  rechecks: { where: { state: 'open' } },
} satisfies Prisma.ClaimInclude

type Row = Prisma.ClaimGetPayload<{ include: typeof standingInclude }>
export type OpenVersion = Row['verdicts'][number]
type Withdrawal = Row['corrections'][number]
type Recheck = Row['rechecks'][number]

/** A locked claim with all that a move is decided by. */
export type Standing = {
  claim: Row
  /** The version that is being written or waits for approval: at most one. */
  version: OpenVersion | null
  withdrawal: Withdrawal | null
  /** The day that stands for another look at the verdict in force. */
  recheck: Recheck | null
  ground: GroundStep[]
  settings: Settings
  /** Who knows what of a first verdict that is to be rated blind. */
  blind: BlindStanding
}

/** Locks the claim, which serialises all moves of its verdict, and reads where it stands. Throws NOT_FOUND. */
export async function lockStanding(tx: Tx, claimId: string): Promise<Standing> {
  if (!(await lockRow(tx, 'claim', claimId))) throw new AppError('NOT_FOUND')
  const claim = await tx.claim.findUniqueOrThrow({ where: { id: claimId }, include: standingInclude })
  const settings = await requireSettings(tx)
  return {
    claim,
    version: liveVersion(claim.verdicts[0]),
    withdrawal: claim.corrections[0] ?? null,
    recheck: claim.rechecks[0] ?? null,
    ground: await listGround(tx, claimId),
    settings,
    blind: await getBlindStanding(tx, claimId, settings),
  }
}

/** The same by a verdict's id. A version that was published or dropped meanwhile is no open one, so its moves are refused. */
export async function lockVersion(tx: Tx, ctx: Context, verdictId: string): Promise<Standing> {
  requireReviewing(ctx)
  const verdict = await tx.verdict.findUnique({ where: { id: verdictId }, select: { claimId: true, state: true } })
  if (verdict === null) throw new AppError('NOT_FOUND')
  const standing = await lockStanding(tx, verdict.claimId)
  if (standing.version?.id === verdictId) return standing
  if (verdict.state === 'dropped')
    throw new AppError('MOVE_REFUSED', {
      text: 'This draft was dropped. What was saved of it is kept; nothing was changed.',
    })
  throw new AppError('MOVE_REFUSED', {
    text: 'This version is published: it changes only by a correction or a withdrawal. Nothing was changed.',
  })
}

/** Before a verdict or a withdrawal is looked for: who has no part in reviewing is told nothing of it. Throws FORBIDDEN. */
export function requireReviewing(ctx: Context): void {
  if (!holdsRole(ctx.actor, 'reviewer')) throw new AppError('FORBIDDEN')
}

/** Asks the table of moves. Throws MOVE_REFUSED, FORBIDDEN or SAME_PERSON with the reason in words. */
export function requireMoveOf(ctx: Context, standing: Standing, move: Move): { isSolo: boolean } {
  const { claim, version, withdrawal, recheck, ground, settings, blind } = standing
  const isDue = isRecheckDue(recheck?.dueOn ?? null, todayOf(ctx, standing))
  const rows = { ...claim, version, withdrawal, ground, isRecheckDue: isDue }
  const decision = requireMove(decideOnRows(rows, { move, actor: ctx.actor, isSolo: settings.isSolo }))
  const refusal = blindRefusal(move, ctx.actor, blind, handsOf('approve', rows))
  if (refusal !== null) throw new AppError('MOVE_REFUSED', { text: refusal })
  return decision
}

/** Throws MOVE_REFUSED for whom the text is kept from, so that they can rate it blind. */
export function requireSight(ctx: Context, { version, withdrawal, ground, blind }: Standing): void {
  if (!isHiddenFrom(ctx.actor, blind, handsOf('approve', { version, withdrawal, ground }))) return
  throw new AppError('MOVE_REFUSED', { text: 'This text is hidden from you until you have rated the claim.' })
}

/** Throws STALE when another revision waits than the one that was looked at. */
export function requireRevision(version: OpenVersion, revision: number): void {
  if (version.submittedRevision === revision) return
  throw new AppError('STALE', {
    text: `You looked at revision ${revision}, but revision ${version.submittedRevision} waits now. Nothing was changed: read it and decide again.`,
    details: { revision: version.submittedRevision },
  })
}

/** The newsroom's day. */
export const todayOf = (ctx: Context, { settings }: Pick<Standing, 'settings'>): Day =>
  dayInZone(ctx.now, settings.zone)
