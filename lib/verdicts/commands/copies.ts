import type { Context } from '@/lib/core/context'
import { AppError } from '@/lib/core/errors'
import type { Given } from '@/lib/core/fields'
import { db, type Tx } from '@/lib/platform/db'
import { Prisma } from '@/lib/platform/generated/client'
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

/** Forgets what the person typed and did not save. */
export async function dropWorkingCopy(ctx: Context, given: Given<typeof DropCopy>): Promise<void> {
  const { id } = DropCopy.parse(given)
  await db().workingCopy.deleteMany({ where: { verdictId: id, userId: requireUserId(ctx) } })
}

/**
 * Ends the copy of what is being saved: this window's own, unless it kept something after it sent the save, and the one that
 * it was opened with. Nothing that another window kept unseen. The row stays, so that a request of this window that was under
 * way all the time finds it (`isReplaceable`).
 */
export async function endSavedCopyIn(
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
