import type { Context } from '@/lib/core/context'
import { AppError } from '@/lib/core/errors'
import { newId } from '@/lib/core/ids'
import { type Db, lockRow, type Tx } from '@/lib/platform/db'
import { Prisma, type Run } from '@/lib/platform/generated/client'
import { enqueueJob } from '../commands'
import { canSteerRun } from '../policy'
import { isOver, runKey } from '../rules'
import { JobName, RunInput, type RunState } from '../schema'

/**
 * Starts a run in the transaction that causes it, and queues its job: the handler named `kind` is handed `{ runId }`. Who may
 * start one is for the caller to decide. Returns the run's id.
 */
export async function startRun(
  tx: Tx,
  ctx: Context,
  { kind, label, total = null }: { kind: string; label: string; total?: number | null },
): Promise<string> {
  const id = newId()
  await tx.run.create({
    data: { id, kind: JobName.parse(kind), label, total, startedById: ctx.actor.id, startedAt: ctx.now },
  })
  await continueRun(tx, { id, kind })
  return id
}

/**
 * Queues the next slice of a run. A handler works for some seconds, does this in the transaction of its last step and ends:
 * so other jobs get their turn, and a worker that is told to stop waits for little.
 */
export const continueRun = (tx: Tx, { id, kind }: { id: string; kind: string }): Promise<void> =>
  enqueueJob(tx, { name: kind, payload: { runId: id }, key: runKey(id) })

export type RunPosition = { total: number | null; done: number; refused: number; isCancelling: boolean }

/**
 * What a handler asks first: where the run is; null when it is over and there is nothing to do. A run that failed runs again
 * when its job does.
 */
export async function takeUpRun(db: Db, runId: string): Promise<RunPosition | null> {
  await db.run.updateMany({ where: { id: runId, state: 'failed' }, data: { state: 'running', finishedAt: null } })
  const run = await db.run.findUnique({ where: { id: runId } })
  if (run === null || isOver(run.state)) return null
  const { total, done, refused, state } = run
  return { total, done, refused, isCancelling: state === 'cancelling' }
}

export type Advance = {
  done?: number
  refused?: number
  /** As soon as it is known. */
  total?: number
  /** Pieces that were behind before this step. Where another process has taken it meanwhile, this one throws STALE. */
  from?: number
}

/**
 * Counts pieces, best in the transaction that did them: then a killed worker's successor begins at the first piece that was
 * not done. `isCancelling`: the handler ends with `stopRun`. Throws STALE (see `from`) and NOT_FOUND; a total that turns out
 * too small grows.
 */
export async function advanceRun(db: Db, runId: string, step: Advance): Promise<{ isCancelling: boolean }> {
  const { done = 0, refused = 0, total = null, from = null } = step
  const rows = await db.$queryRaw<{ state: RunState }[]>(Prisma.sql`
    UPDATE run SET done = done + ${done}::int, refused = refused + ${refused}::int,
      total = greatest(coalesce(${total}::int, total), CASE WHEN coalesce(${total}::int, total) IS NOT NULL
        THEN done + refused + ${done}::int + ${refused}::int END)
    WHERE id = ${runId}::uuid AND state IN ('running', 'cancelling')
      AND (${from}::int IS NULL OR done + refused = ${from}::int)
    RETURNING state::text AS state`)
  const row = rows[0]
  if (row) return { isCancelling: row.state === 'cancelling' }
  if ((await db.run.count({ where: { id: runId } })) === 0) throw new AppError('NOT_FOUND')
  throw new AppError('STALE', { text: 'Another process has gone on with this run, or it is over.' })
}

/** All pieces are behind. `note` may say what is to be looked at. Twice is as once. */
export async function finishRun(db: Db, runId: string, note: string | null = null): Promise<void> {
  await endRun(db, runId, 'finished', note)
}

/** The handler heeds the wish to cancel. What was done stays. */
export async function stopRun(db: Db, runId: string): Promise<void> {
  await endRun(db, runId, 'cancelled', null)
}

/**
 * It cannot go on, and trying again would not help; `note` says why, in words for people. Whoever started it is told by the job
 * that the same statement queues.
 */
export async function failRun(db: Db, runId: string, note: string): Promise<void> {
  await db.$queryRaw(Prisma.sql`
    WITH failed AS (
      UPDATE run SET state = 'failed', note = ${note}, finished_at = clock_timestamp()
      WHERE id = ${runId}::uuid AND state IN ('running', 'cancelling') RETURNING id)
    SELECT (graphile_worker.add_job('notice_failed_run', json_build_object('runId', id))).id FROM failed`)
}

async function endRun(db: Db, runId: string, state: RunState, note: string | null): Promise<void> {
  await db.$executeRaw(Prisma.sql`
    UPDATE run SET state = ${state}::run_state, note = ${note}, finished_at = clock_timestamp()
    WHERE id = ${runId}::uuid AND state IN ('running', 'cancelling')`)
}

/**
 * Asks a run to stop: its handler ends after the piece at hand; where its job only waits, the run is cancelled at once. What
 * was done stays, and it can be resumed. Answers the run as it was, null where it is stopping already; who calls records it.
 * Throws NOT_FOUND, FORBIDDEN, MOVE_REFUSED when it is over.
 */
export async function cancelRunIn(tx: Tx, ctx: Context, input: RunInput): Promise<Run | null> {
  const { runId } = RunInput.parse(input)
  const run = await lockRun(tx, ctx, runId)
  if (run.state === 'cancelling') return null
  if (run.state !== 'running')
    throw new AppError('MOVE_REFUSED', { text: 'This run is over already. Nothing was changed.' })
  // Locked against a worker that would take it in this moment; one that runs is left alone.
  const waiting = await tx.$queryRaw<{ id: bigint }[]>(Prisma.sql`
    SELECT id FROM graphile_worker._private_jobs
    WHERE key = ${runKey(runId)} AND locked_at IS NULL FOR UPDATE SKIP LOCKED`)
  await tx.run.update({ where: { id: runId }, data: { state: 'cancelling' } })
  if (waiting.length === 0) return run
  await tx.$queryRaw(Prisma.sql`SELECT id FROM graphile_worker.remove_job(${runKey(runId)})`)
  await stopRun(tx, runId)
  return run
}

/**
 * Goes on where a cancelled or failed run ended. Answers the run as it was, null where it runs already; who calls records it.
 * Throws NOT_FOUND, FORBIDDEN, MOVE_REFUSED when there is nothing to resume.
 */
export async function resumeRunIn(tx: Tx, ctx: Context, input: RunInput): Promise<Run | null> {
  const { runId } = RunInput.parse(input)
  const run = await lockRun(tx, ctx, runId)
  if (run.state === 'running') return null
  if (run.state !== 'cancelled' && run.state !== 'failed')
    throw new AppError('MOVE_REFUSED', {
      text:
        run.state === 'finished'
          ? 'This run is finished. There is nothing to resume.'
          : 'This run is still stopping. Wait a moment and resume it then.',
    })
  await tx.run.update({ where: { id: runId }, data: { state: 'running', finishedAt: null, note: null } })
  await continueRun(tx, run)
  return run
}

async function lockRun(tx: Tx, ctx: Context, runId: string): Promise<Run> {
  const isThere = await lockRow(tx, 'run', runId)
  const run = isThere ? await tx.run.findUnique({ where: { id: runId } }) : null
  if (run === null) throw new AppError('NOT_FOUND')
  if (!canSteerRun(ctx.actor)) throw new AppError('FORBIDDEN')
  return run
}
