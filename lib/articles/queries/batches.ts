import type { Context } from '@/lib/core/context'
import { AppError } from '@/lib/core/errors'
import { requireRunProgress } from '@/lib/jobs/queries/runs'
import type { RunProgress } from '@/lib/jobs/schema'
import { db } from '@/lib/platform/db'
import { canImport } from '../policy'

/** What came of a batch so far. */
export type Batch = {
  run: RunProgress
  fileName: string
  isDryRun: boolean
  created: number
  newVersions: number
  unchanged: number
}

/** A batch and how far it is. Throws NOT_FOUND, also for who may not import. */
export async function requireBatch(ctx: Context, runId: string): Promise<Batch> {
  const batch = canImport(ctx.actor) ? await db().importBatch.findUnique({ where: { runId } }) : null
  if (batch === null) throw new AppError('NOT_FOUND')
  const { fileName, isDryRun, created, newVersions, unchanged } = batch
  return { run: await requireRunProgress(ctx, runId), fileName, isDryRun, created, newVersions, unchanged }
}

export type BatchProblem = { row: number; reason: string; excerpt: string }

/** Rows that were refused, by their number, at most `limit`; `after` is the last one seen. Throws NOT_FOUND. */
export async function listBatchProblems(
  ctx: Context,
  { runId, after = 0, limit = 50 }: { runId: string; after?: number; limit?: number },
): Promise<{ problems: BatchProblem[]; next: number | null }> {
  if (!canImport(ctx.actor)) throw new AppError('NOT_FOUND')
  const rows = await db().importProblem.findMany({
    where: { runId, row: { gt: after } },
    orderBy: { row: 'asc' },
    take: limit + 1,
    select: { row: true, reason: true, excerpt: true },
  })
  const problems = rows.slice(0, limit)
  return { problems, next: rows.length > limit ? (problems.at(-1)?.row ?? null) : null }
}
