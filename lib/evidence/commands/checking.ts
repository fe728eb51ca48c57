import { recordEvent } from '@/lib/audit/commands'
import type { Context } from '@/lib/core/context'
import { AppError } from '@/lib/core/errors'
import { db, inTransaction, lockRow, type Tx } from '@/lib/platform/db'
import type { SourceCopy, SourceWatch } from '@/lib/platform/generated/client'
import { evidenceEvents } from '../events'
import { canEditEvidence } from '../policy'
import { isCited } from '../queries/cited-by'
import { isLasting, nextCheck } from '../rules/checking'
import { type CheckSourcePayload, SourceInput } from '../schema'
import { attachCopyIn, storeCopy } from './copies'
import { type Looked, lookAt } from './fetching'
import { changesIn, queueCheck, said } from './watching'

/** What became of a look at a source. `overtaken`: somebody else looked meanwhile, whose look counts. */
export type CheckOutcome = 'same' | 'changed' | 'failed' | 'overtaken'

/**
 * Looks at a source again for one due time: does nothing where that time is no longer the source's, because another run
 * stored it. What nobody cites any more is looked at no more.
 */
export async function checkSource(
  ctx: Context,
  { sourceId, dueAt }: CheckSourcePayload,
  stop: AbortSignal,
): Promise<void> {
  const watched = await readWatched(sourceId)
  if (watched === null || watched.watch.nextCheckAt?.toISOString() !== dueAt) return
  if (await isCited(db(), sourceId)) {
    await check(ctx, watched, stop)
    return
  }
  await inTransaction(async (tx) => {
    await lockRow(tx, 'source', sourceId)
    await tx.sourceWatch.updateMany({ where: { sourceId, nextCheckAt: new Date(dueAt) }, data: { nextCheckAt: null } })
  })
}

/**
 * The same now, because a person asks: also of a source that has no copy yet, of which the first is taken. Throws
 * NOT_FETCHED, in words, where there is none and none can be had; MOVE_REFUSED where there is nothing to fetch.
 */
export async function checkSourceNow(ctx: Context, given: SourceInput, stop?: AbortSignal): Promise<CheckOutcome> {
  const { sourceId } = SourceInput.parse(given)
  if (!canEditEvidence(ctx.actor)) throw new AppError('FORBIDDEN')
  const source = await db().source.findUnique({ where: { id: sourceId }, select: { id: true, url: true } })
  if (source === null) throw new AppError('NOT_FOUND')
  if (source.url === null)
    throw new AppError('MOVE_REFUSED', { text: 'This source has no address, so there is nothing to look at again.' })
  const watched = await readWatched(sourceId)
  if (watched) return check(ctx, watched, stop)
  const { url } = source
  const looked = await lookAt(ctx, url, { etag: null, lastModified: null }, stop)
  if (looked.result !== 'read')
    throw new AppError('NOT_FETCHED', { text: looked.result === 'failed' ? looked.problem : '' })
  return inTransaction(async (tx) => {
    await lockRow(tx, 'source', sourceId)
    if (await tx.sourceWatch.findUnique({ where: { sourceId }, select: { sourceId: true } })) return 'overtaken'
    await attachCopyIn(tx, ctx, source, await storeCopy(tx, ctx, { url }, looked.document))
    return 'same'
  })
}

type Watched = { url: string; watch: SourceWatch & { currentCopy: SourceCopy } }

async function readWatched(sourceId: string): Promise<Watched | null> {
  const found = await db().sourceWatch.findUnique({
    where: { sourceId },
    include: { currentCopy: true, source: { select: { url: true } } },
  })
  if (!found?.source.url) return null
  const { source, ...watch } = found
  return { url: source.url ?? '', watch }
}

async function check(ctx: Context, { url, watch }: Watched, stop?: AbortSignal): Promise<CheckOutcome> {
  const looked = await lookAt(ctx, url, watch, stop)
  return inTransaction((tx) => store(tx, ctx, url, watch, looked))
}

async function store(
  tx: Tx,
  ctx: Context,
  url: string,
  before: SourceWatch & { currentCopy: SourceCopy },
  looked: Looked,
): Promise<CheckOutcome> {
  const { sourceId } = before
  await lockRow(tx, 'source', sourceId)
  const watch = await tx.sourceWatch.findUniqueOrThrow({ where: { sourceId } })
  const isOvertaken =
    watch.nextCheckAt?.getTime() !== before.nextCheckAt?.getTime() ||
    watch.lastCheckedAt.getTime() !== before.lastCheckedAt.getTime()
  if (isOvertaken) return 'overtaken'
  if (looked.result === 'failed') return storeFailure(tx, ctx, watch, looked)
  if (looked.result === 'read' && (await changesIn(tx, before, said(looked.document))).isChanged) {
    await attachCopyIn(tx, ctx, { id: sourceId, url }, await storeCopy(tx, ctx, { url }, looked.document))
    return 'changed'
  }
  await storeSame(tx, ctx, watch, looked)
  return 'same'
}

async function storeSame(tx: Tx, ctx: Context, watch: SourceWatch, looked: Looked): Promise<void> {
  const { sourceId } = watch
  const nextCheckAt = watch.nextCheckAt && nextCheck(ctx.now, { sourceId, failures: 0 })
  const said = looked.result === 'read' ? looked.document : watch
  await tx.sourceWatch.update({
    where: { sourceId },
    data: {
      nextCheckAt,
      lastCheckedAt: ctx.now,
      lastResult: 'same',
      lastProblem: null,
      failures: 0,
      etag: said.etag,
      lastModified: said.lastModified,
      // That it can be reached again needs nobody; what changed is still to be looked at.
      ...(watch.alert === 'unreachable' ? { alert: null, alertedAt: null } : {}),
    },
  })
  await queueCheck(tx, sourceId, nextCheckAt)
}

async function storeFailure(
  tx: Tx,
  ctx: Context,
  watch: SourceWatch,
  { problem, isGone, retryAfterMs }: Extract<Looked, { result: 'failed' }>,
): Promise<CheckOutcome> {
  const { sourceId } = watch
  const failures = watch.failures + 1
  const nextCheckAt = watch.nextCheckAt && nextCheck(ctx.now, { sourceId, failures, retryAfterMs })
  // An alert that waits already is not replaced: a text that changed matters more than a server that is silent.
  const isNews = watch.alert === null && isLasting(failures, isGone) && !isLasting(failures - 1, isGone)
  await tx.sourceWatch.update({
    where: { sourceId },
    data: {
      nextCheckAt,
      failures,
      lastCheckedAt: ctx.now,
      lastResult: 'failed',
      lastProblem: problem,
      ...(isNews ? { alert: 'unreachable', alertedAt: ctx.now } : {}),
    },
  })
  await queueCheck(tx, sourceId, nextCheckAt)
  if (isNews)
    await recordEvent(tx, ctx, evidenceEvents, { type: 'source.unreachable', entityId: sourceId, payload: { problem } })
  return 'failed'
}

/** Somebody looked at what changed: the desk is no longer alerted to it. */
export async function settleAlert(ctx: Context, given: SourceInput): Promise<void> {
  const { sourceId } = SourceInput.parse(given)
  await inTransaction(async (tx) => {
    if (!(await lockRow(tx, 'source', sourceId))) throw new AppError('NOT_FOUND')
    if (!canEditEvidence(ctx.actor)) throw new AppError('FORBIDDEN')
    const watch = await tx.sourceWatch.findUnique({ where: { sourceId } })
    if (!watch?.alert) return
    await tx.sourceWatch.update({ where: { sourceId }, data: { alert: null, alertedAt: null } })
    await recordEvent(tx, ctx, evidenceEvents, {
      type: 'source.alert_settled',
      entityId: sourceId,
      payload: { alert: watch.alert },
    })
  })
}
