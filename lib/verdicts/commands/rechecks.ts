import { recordEvent } from '@/lib/audit/commands'
import type { Context } from '@/lib/core/context'
import type { Day } from '@/lib/core/days'
import { AppError } from '@/lib/core/errors'
import type { Given } from '@/lib/core/fields'
import { newId } from '@/lib/core/ids'
import { inTransaction, type Tx } from '@/lib/platform/db'
import { verdictEvents } from '../events'
import { MarkRechecked, PlanRecheck } from '../schema'
import { lockStanding, requireMoveOf, type Standing, todayOf } from './standing'
import { requireUserId } from './versions'

type InForce = { id: string; claimId: string; ordinal: number }

/**
 * Sets the day on which the verdict in force is looked at again; another day that stood is dropped. Throws STALE when another
 * version is in force meanwhile, BAD_INPUT for a day that is not to come.
 */
export async function planRecheck(ctx: Context, given: Given<typeof PlanRecheck>): Promise<void> {
  const { claimId, verdictId, dueOn } = PlanRecheck.parse(given)
  await inTransaction(async (tx) => {
    const standing = await lockStanding(tx, claimId)
    requireMoveOf(ctx, standing, 'plan_recheck')
    const verdict = await requireInForce(tx, standing, verdictId)
    requireToCome(ctx, standing, 'dueOn', dueOn)
    const before = standing.recheck?.dueOn ?? null
    if (before === dueOn) return
    await dropRecheckIn(tx, ctx, standing)
    await addRecheckIn(tx, ctx, verdict, dueOn)
    await recordEvent(tx, ctx, verdictEvents, {
      type: 'verdict.recheck_planned',
      entityId: claimId,
      payload: { verdictId, ordinal: verdict.ordinal, dueOn, before },
    })
  })
}

/**
 * Says that the verdict in force was looked at again and still stands, and on which day to look next. Nothing that readers
 * were told changes but the day of the look, so it takes no second person; what does change goes through a correction.
 */
export async function markRechecked(ctx: Context, given: Given<typeof MarkRechecked>): Promise<void> {
  const { claimId, verdictId, note, nextOn } = MarkRechecked.parse(given)
  await inTransaction(async (tx) => {
    const standing = await lockStanding(tx, claimId)
    requireMoveOf(ctx, standing, 'mark_rechecked')
    const verdict = await requireInForce(tx, standing, verdictId)
    if (nextOn !== null) requireToCome(ctx, standing, 'nextOn', nextOn)
    const open = standing.recheck ?? (await addRecheckIn(tx, ctx, verdict, todayOf(ctx, standing)))
    const closed = { closedById: requireUserId(ctx), closedAt: ctx.now }
    await tx.recheck.update({ where: { id: open.id }, data: { state: 'done', note, ...closed } })
    if (nextOn !== null) await addRecheckIn(tx, ctx, verdict, nextOn)
    const told = { verdictId, ordinal: verdict.ordinal, recheckId: open.id }
    const type = 'verdict.recheck_noted'
    await recordEvent(tx, ctx, verdictEvents, { type, entityId: claimId, payload: { ...told, note } })
    await recordEvent(tx, ctx, verdictEvents, {
      type: 'verdict.rechecked',
      entityId: claimId,
      payload: { ...told, nextOn },
    })
  })
}

/** The day that a version was published with, and the end of the one before's: in the transaction of its approval. */
export async function startRechecksIn(
  tx: Tx,
  ctx: Context,
  standing: Standing,
  { recheckOn, ...verdict }: InForce & { recheckOn: Day | null },
): Promise<void> {
  await dropRecheckIn(tx, ctx, standing)
  if (recheckOn !== null) await addRecheckIn(tx, ctx, verdict, recheckOn)
}

/** Another day, another version or none takes the place of the day that stood. */
export async function dropRecheckIn(tx: Tx, ctx: Context, { recheck }: Standing): Promise<void> {
  if (recheck === null) return
  const closed = { closedById: requireUserId(ctx), closedAt: ctx.now }
  await tx.recheck.update({ where: { id: recheck.id }, data: { state: 'dropped', ...closed } })
}

const addRecheckIn = (tx: Tx, ctx: Context, { id, claimId }: InForce, dueOn: Day): Promise<{ id: string }> =>
  tx.recheck.create({
    data: { id: newId(), claimId, verdictId: id, dueOn, plannedById: requireUserId(ctx), plannedAt: ctx.now },
  })

async function requireInForce(tx: Tx, { claim }: Standing, verdictId: string): Promise<InForce> {
  if (claim.currentVerdictId === verdictId) return tx.verdict.findUniqueOrThrow({ where: { id: verdictId } })
  throw new AppError('STALE', {
    text: 'Another version was published after you opened this page. Nothing was changed; read that one first.',
  })
}

function requireToCome(ctx: Context, standing: Standing, field: string, day: Day): void {
  if (day > todayOf(ctx, standing)) return
  throw new AppError('BAD_INPUT', { fields: { [field]: 'The day to check again lies in the future.' } })
}
