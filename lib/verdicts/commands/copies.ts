import type { Context } from '@/lib/core/context'
import { AppError } from '@/lib/core/errors'
import type { Given } from '@/lib/core/fields'
import { db, type Tx } from '@/lib/platform/db'
import { Prisma } from '@/lib/platform/generated/client'
import { canWriteVerdict } from '../policy'
import { DropCopy, KeepCopy } from '../schema/copies'
import { requireUserId } from './versions'

/**
 * Keeps what a person is typing into the editor, in place of what was kept before. Not a save: no revision, no history, and
 * nobody else sees it. Throws STALE where another window of the same person kept something that this one has not seen, and
 * MOVE_REFUSED once the version is published or dropped.
 */
export async function keepWorkingCopy(ctx: Context, given: Given<typeof KeepCopy>): Promise<{ keptAt: string }> {
  const { id, revision, values, writerId, seenAt } = KeepCopy.parse(given)
  if (!canWriteVerdict(ctx.actor)) throw new AppError('FORBIDDEN')
  const verdict = await db().verdict.findUnique({ where: { id }, select: { state: true, revision: true } })
  if (verdict === null || revision > verdict.revision) throw new AppError('NOT_FOUND')
  if (verdict.state !== 'draft' && verdict.state !== 'submitted')
    throw new AppError('MOVE_REFUSED', { text: 'This version was published or dropped meanwhile.' })
  // One statement, so that of two windows at once the second is compared with what the first kept.
  const kept = await db().$queryRaw<{ keptAt: Date }[]>(Prisma.sql`
    INSERT INTO working_copy (verdict_id, user_id, base_revision, "values", writer_id, kept_at)
    VALUES (${id}::uuid, ${requireUserId(ctx)}::uuid, ${revision}, ${JSON.stringify(values)}::jsonb, ${writerId}, ${ctx.now})
    ON CONFLICT (verdict_id, user_id) DO UPDATE SET
      base_revision = excluded.base_revision, "values" = excluded."values",
      writer_id = excluded.writer_id, kept_at = excluded.kept_at
    WHERE working_copy.writer_id = excluded.writer_id OR working_copy.kept_at = ${seenAt}::timestamptz
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

/** What is saved need not be kept beside it. */
export async function dropSavedCopyIn(tx: Tx, ctx: Context, verdictId: string): Promise<void> {
  await tx.workingCopy.deleteMany({ where: { verdictId, userId: requireUserId(ctx) } })
}
