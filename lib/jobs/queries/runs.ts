import type { Context } from '@/lib/core/context'
import { AppError } from '@/lib/core/errors'
import { db } from '@/lib/platform/db'
import type { Prisma } from '@/lib/platform/generated/client'
import { canReadRun, canSteerRun } from '../policy'
import type { RunProgress } from '../schema'

const RUN = {
  ...{ id: true, kind: true, label: true, total: true, done: true, refused: true, state: true, note: true },
  ...{ startedAt: true, finishedAt: true },
  startedBy: { select: { name: true } },
} satisfies Prisma.RunSelect

function toProgress(ctx: Context, row: Prisma.RunGetPayload<{ select: typeof RUN }>): RunProgress {
  const { startedBy, startedAt, finishedAt, ...rest } = row
  return {
    ...rest,
    startedBy: startedBy?.name ?? null,
    startedAt: startedAt.toISOString(),
    finishedAt: finishedAt?.toISOString() ?? null,
    maySteer: canSteerRun(ctx.actor),
  }
}

/** How far a run is. Throws NOT_FOUND, also for who may not see it. */
export async function requireRunProgress(ctx: Context, runId: string): Promise<RunProgress> {
  const row = canReadRun(ctx.actor) ? await db().run.findUnique({ where: { id: runId }, select: RUN }) : null
  if (row === null) throw new AppError('NOT_FOUND')
  return toProgress(ctx, row)
}

const RECENT = 20

/** The latest runs, of one kind where one is named, the newest first; at most 20. */
export async function listRuns(ctx: Context, { kind }: { kind?: string } = {}): Promise<RunProgress[]> {
  if (!canReadRun(ctx.actor)) throw new AppError('NOT_FOUND')
  const rows = await db().run.findMany({ where: { kind }, orderBy: { id: 'desc' }, take: RECENT, select: RUN })
  return rows.map((row) => toProgress(ctx, row))
}
