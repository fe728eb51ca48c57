import type { Context } from '@/lib/core/context'
import { dayInZone } from '@/lib/core/days'
import { AppError } from '@/lib/core/errors'
import type { Given } from '@/lib/core/fields'
import { formatDay } from '@/lib/core/windows'
import { db, inTransaction, type Tx } from '@/lib/platform/db'
import { Prisma } from '@/lib/platform/generated/client'
import { requireSettings } from '@/lib/settings/queries'
import { canWriteVerdict } from '../policy'
import { DropCopy, KeepCopy } from '../schema/copies'
import type { OpenedWindow } from '../schema/windows'
import { requireUserId } from './versions'

/**
 * Keeps what a person is typing into the editor, in place of what was kept before. Not a save: no revision, no history, and
 * nobody else sees it. Throws STALE where another window of the same person kept something that this one has not seen, or where
 * this window kept or saved something later, and MOVE_REFUSED once the version is published or dropped.
 */
export async function keepWorkingCopy(ctx: Context, given: Given<typeof KeepCopy>): Promise<{ keptAt: string }> {
  const { id, revision, values, writerId, turn, seenAt } = KeepCopy.parse(given)
  if (!canWriteVerdict(ctx.actor)) throw new AppError('FORBIDDEN')
  const verdict = await db().verdict.findUnique({ where: { id }, select: { state: true, revision: true } })
  if (verdict === null || revision > verdict.revision) throw new AppError('NOT_FOUND')
  if (verdict.state !== 'draft' && verdict.state !== 'submitted')
    throw new AppError('MOVE_REFUSED', { text: 'This version was published or dropped meanwhile.' })
  // One statement, so that of two windows at once the second is compared with what the first kept.
  const kept = await db().$queryRaw<{ keptAt: Date }[]>(Prisma.sql`
    INSERT INTO working_copy (verdict_id, user_id, base_revision, "values", writer_id, turn, kept_at)
    VALUES (${id}::uuid, ${requireUserId(ctx)}::uuid, ${revision}, ${JSON.stringify(values)}::jsonb, ${writerId}, ${turn},
      ${ctx.now})
    ON CONFLICT (verdict_id, user_id) DO UPDATE SET
      base_revision = excluded.base_revision, "values" = excluded."values",
      writer_id = excluded.writer_id, turn = excluded.turn, kept_at = excluded.kept_at
    WHERE ${isReplaceable(seenAt)}
    RETURNING kept_at AS "keptAt"`)
  const [row] = kept
  if (row === undefined)
    throw new AppError('STALE', { text: 'Another window of yours keeps a newer text of this verdict.' })
  return { keptAt: row.keptAt.toISOString() }
}

/**
 * Forgets what the person typed in this window, or was shown in it, and did not save. Throws STALE, with the day, where another
 * window kept something that this one has not seen: that stays.
 */
export async function dropWorkingCopy(ctx: Context, given: Given<typeof DropCopy>): Promise<void> {
  const { id, ...opened } = DropCopy.parse(given)
  if (!canWriteVerdict(ctx.actor)) throw new AppError('FORBIDDEN')
  const verdict = await db().verdict.findUnique({ where: { id }, select: { id: true, revision: true } })
  if (verdict === null) throw new AppError('NOT_FOUND')
  await inTransaction((tx) => endCopyIn(tx, ctx, verdict, opened))
  const where = { verdictId_userId: { verdictId: id, userId: requireUserId(ctx) } }
  const left = await db().workingCopy.findUnique({ where, select: { keptAt: true, values: true } })
  if (!left || left.values === null) return
  const { zone } = await requireSettings()
  throw new AppError('STALE', {
    text: `Another window of yours kept a newer text of this verdict on ${formatDay(dayInZone(left.keptAt, zone))}. Nothing was discarded: open the page anew to see that text.`,
  })
}

/**
 * Ends the copy of what is being saved or discarded: this window's own, unless it kept something after it sent the save, and the one that
 * it was opened with. Nothing that another window kept unseen. The row stays, so that a request of this window that was under
 * way all the time finds it (`isReplaceable`).
 */
export async function endCopyIn(
  tx: Tx,
  ctx: Context,
  { id, revision }: { id: string; revision: number },
  { writerId, turn, seenAt }: OpenedWindow,
): Promise<void> {
  const userId = requireUserId(ctx)
  if (writerId === null) {
    const isSeen = { verdictId: id, userId, keptAt: seenAt ?? undefined }
    if (seenAt !== null) await tx.workingCopy.updateMany({ where: isSeen, data: { values: Prisma.DbNull } })
    return
  }
  await tx.$executeRaw(Prisma.sql`
    INSERT INTO working_copy (verdict_id, user_id, base_revision, "values", writer_id, turn, kept_at)
    VALUES (${id}::uuid, ${userId}::uuid, ${revision}, NULL, ${writerId}, ${turn}, ${ctx.now})
    ON CONFLICT (verdict_id, user_id) DO UPDATE SET
      "values" = NULL, writer_id = excluded.writer_id, turn = excluded.turn
    WHERE ${isReplaceable(seenAt)}`)
}

/** Of the same window what came earlier; of another one what this window was opened with, or what is saved already. */
const isReplaceable = (seenAt: string | null): Prisma.Sql => Prisma.sql`
  CASE WHEN working_copy.writer_id = excluded.writer_id THEN working_copy.turn <= excluded.turn
    ELSE working_copy.kept_at = ${seenAt}::timestamptz OR working_copy."values" IS NULL END`
