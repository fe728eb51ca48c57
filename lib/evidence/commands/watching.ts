import { recordEvent } from '@/lib/audit/commands'
import type { Context } from '@/lib/core/context'
import { enqueueJob } from '@/lib/jobs/commands'
import type { Db, Tx } from '@/lib/platform/db'
import type { SourceCopy } from '@/lib/platform/generated/client'
import { evidenceEvents } from '../events'
import { citedWordsOf } from '../queries/cited-by'
import { changeOf, nextCheck } from '../rules/checking'
import { bodyOf, type CopyText } from '../rules/copies'

/**
 * Takes a copy for what a source says now, watches it from then on, and alerts the desk where it says something else than
 * before. The caller has locked the source, and the copy is one of its own.
 */
export async function turnToCopy(tx: Tx, ctx: Context, sourceId: string, copy: SourceCopy): Promise<void> {
  const before = await tx.sourceWatch.findUnique({ where: { sourceId }, include: { currentCopy: true } })
  // What was uploaded and what lies at the address are two documents: one is no change of the other.
  const isComparable = before !== null && (before.currentCopy.askedUrl === null) === (copy.askedUrl === null)
  const { isChanged, gone } = isComparable ? await changesIn(tx, before, said(copy)) : { isChanged: false, gone: [] }
  const alert = gone.length > 0 ? ('excerpt_gone' as const) : ('changed' as const)
  // Beside an upload its address may show something else: it is not compared with what lies there.
  const nextCheckAt = copy.askedUrl === null ? null : nextCheck(ctx.now, { sourceId, failures: 0 })
  const watch = {
    currentCopyId: copy.id,
    nextCheckAt,
    lastCheckedAt: copy.takenAt,
    lastResult: isChanged ? ('changed' as const) : ('same' as const),
    lastProblem: null,
    failures: 0,
    etag: copy.etag,
    lastModified: copy.lastModified,
    ...(isChanged
      ? { alert, alertedAt: ctx.now }
      : before?.alert === 'unreachable'
        ? { alert: null, alertedAt: null }
        : {}),
  }
  await tx.sourceWatch.upsert({ where: { sourceId }, create: { sourceId, ...watch }, update: watch })
  await queueCheck(tx, sourceId, nextCheckAt)
  if (!isChanged) return
  await recordEvent(tx, ctx, evidenceEvents, {
    type: 'source.changed',
    entityId: sourceId,
    payload: { copyId: copy.id, ordinal: copy.ordinal ?? 1, excerptsGone: gone.length },
  })
}

type Said = { text: string | null; body: string }

/** What a document or a copy says, to be compared: of a picture its bytes. */
export function said(one: { text: CopyText | string | null; bodyLength?: number | null; blobHash: string }): Said {
  const whole = typeof one.text === 'string' ? { text: one.text, bodyLength: one.bodyLength ?? null } : one.text
  return whole === null ? { text: null, body: one.blobHash } : { text: whole.text, body: bodyOf(whole) }
}

/** What a new text means beside the last one, and for what is cited. */
export async function changesIn(from: Db, before: { sourceId: string; currentCopy: SourceCopy }, now: Said) {
  return changeOf(said(before.currentCopy), now, await citedWordsOf(from, before.sourceId))
}

/** Queues the look at a source at its due time. */
export async function queueCheck(tx: Tx, sourceId: string, nextCheckAt: Date | null): Promise<void> {
  if (nextCheckAt === null) return
  const payload = { sourceId, dueAt: nextCheckAt.toISOString() }
  await enqueueJob(tx, { name: 'check_source', payload, key: `check_source:${sourceId}`, runAt: nextCheckAt })
}

/** Watches a source again that was cited anew after nobody had. The caller has locked the source. */
export async function watchAgain(tx: Tx, ctx: Context, sourceId: string): Promise<void> {
  const watch = await tx.sourceWatch.findUnique({ where: { sourceId }, include: { currentCopy: true } })
  if (!watch || watch.nextCheckAt !== null || watch.currentCopy.askedUrl === null) return
  const nextCheckAt = nextCheck(ctx.now, { sourceId, failures: watch.failures })
  await tx.sourceWatch.update({ where: { sourceId }, data: { nextCheckAt } })
  await queueCheck(tx, sourceId, nextCheckAt)
}
