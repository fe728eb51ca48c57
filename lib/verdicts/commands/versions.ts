import type { Context } from '@/lib/core/context'
import { AppError } from '@/lib/core/errors'
import { newId } from '@/lib/core/ids'
import type { Tx } from '@/lib/platform/db'
import { columnsOf } from '../present'
import type { VerdictContent } from '../schema'
import type { OpenVersion, Standing } from './standing'

/** Adds the next version of a claim's verdict, with its first save. The caller has asked the table of moves. */
export async function createVersionIn(
  tx: Tx,
  ctx: Context,
  { claim, settings }: Standing,
  { ordinal, content }: { ordinal: number; content: VerdictContent },
): Promise<{ id: string; ordinal: number; revision: number }> {
  const version = await tx.verdict.create({
    data: {
      id: newId(),
      claimId: claim.id,
      ordinal,
      ...columnsOf(content),
      settingId: settings.id,
      authorId: requireUserId(ctx),
      createdAt: ctx.now,
    },
  })
  await keepSave(tx, ctx, version.id, version.revision, content)
  return version
}

/** Keeps what was saved, by whom, for good. */
export async function keepSave(
  tx: Tx,
  ctx: Context,
  verdictId: string,
  revision: number,
  content: VerdictContent,
): Promise<void> {
  await tx.verdictSave.create({
    data: { id: newId(), verdictId, revision, savedById: requireUserId(ctx), savedAt: ctx.now, content },
  })
}

/** What a verdict that is not submitted has in the columns of its submission. */
export const NOT_SUBMITTED = {
  state: 'draft',
  submittedById: null,
  submittedAt: null,
  submittedRevision: null,
  submittedDigest: null,
} as const

/** The open version, which the table of moves has made sure of. */
export function openVersionOf({ version }: Standing): OpenVersion {
  if (version === null) throw new AppError('MOVE_REFUSED')
  return version
}

/** Verdicts are made by people: a process has no id to put under one. */
export function requireUserId(ctx: Context): string {
  if (ctx.actor.kind !== 'user') throw new AppError('FORBIDDEN')
  return ctx.actor.id
}
