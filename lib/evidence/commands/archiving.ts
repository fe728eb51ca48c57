import { recordEvent } from '@/lib/audit/commands'
import type { Context } from '@/lib/core/context'
import { AppError } from '@/lib/core/errors'
import { newId } from '@/lib/core/ids'
import { enqueueJob } from '@/lib/jobs/commands'
import { db, inTransaction, lockRow, type Tx } from '@/lib/platform/db'
import type { SourceArchiving } from '@/lib/platform/generated/client'
import { type ArchiveAnswer, askForCapture, askToArchive, configuredArchive } from '@/lib/platform/web-archive'
import { evidenceEvents } from '../events'
import { canEditEvidence } from '../policy'
import { changedFields } from '../rules'
import { busyPauseMs, MOST_ASKS, MOST_POLLS, pollPauseMs } from '../rules/archiving'
import { SourceInput } from '../schema'
import { citing, isSubmitted } from './locks'

/**
 * Has the configured web archive asked to keep a source; where it is being asked already, nothing more happens. Throws
 * MOVE_REFUSED where no archive is configured or the source has no address.
 */
export async function requestArchiving(ctx: Context, given: SourceInput): Promise<void> {
  const { sourceId } = SourceInput.parse(given)
  if (!canEditEvidence(ctx.actor)) throw new AppError('FORBIDDEN')
  if (configuredArchive() === null)
    throw new AppError('MOVE_REFUSED', {
      text: 'No web archive is set up here. Whoever runs this place can do so; until then give the address of a copy by hand.',
    })
  await inTransaction(async (tx) => {
    if (!(await lockRow(tx, 'source', sourceId))) throw new AppError('NOT_FOUND')
    const { url } = await tx.source.findUniqueOrThrow({ where: { id: sourceId }, select: { url: true } })
    if (url === null) throw new AppError('MOVE_REFUSED', { text: 'A source without an address cannot be archived.' })
    await requestArchivingIn(tx, ctx, sourceId)
  })
}

/** The same of a source that is cited and has no archive copy, where an archive is configured. The caller has locked it. */
export async function archiveWhenCited(
  tx: Tx,
  ctx: Context,
  source: { id: string; url: string | null; archiveUrl: string | null },
): Promise<void> {
  if (source.url === null || source.archiveUrl !== null || configuredArchive() === null) return
  const before = await tx.sourceArchiving.findFirst({ where: { sourceId: source.id }, select: { id: true } })
  if (before === null) await requestArchivingIn(tx, ctx, source.id)
}

async function requestArchivingIn(tx: Tx, ctx: Context, sourceId: string): Promise<void> {
  if ((await tx.sourceArchiving.findFirst({ where: { sourceId, endedAt: null }, select: { id: true } })) !== null)
    return
  const id = newId()
  const by = { requestedAt: ctx.now, requestedById: ctx.actor.id }
  await tx.sourceArchiving.create({ data: { id, sourceId, state: 'asked', ...by } })
  await recordEvent(tx, ctx, evidenceEvents, {
    type: 'source.archiving_asked',
    entityId: sourceId,
    payload: { archivingId: id },
  })
  await queueStep(tx, id, ctx.now)
}

/** Queues the next step of an archiving. */
export const queueStep = (tx: Tx, archivingId: string, runAt: Date): Promise<void> =>
  enqueueJob(tx, { name: 'archive_source', payload: { archivingId }, key: `archive_source:${archivingId}`, runAt })

/**
 * One step with the archive: asks it to capture, or asks about its capture, and queues the next. Each step counts once, also
 * when two workers are at it.
 */
export async function archiveSource(ctx: Context, archivingId: string, stop: AbortSignal): Promise<void> {
  const before = await db().sourceArchiving.findUnique({
    where: { id: archivingId },
    include: { source: { select: { url: true } } },
  })
  if (!before || before.endedAt !== null) return
  const archive = configuredArchive()
  const { captureId, source } = before
  const answer: ArchiveAnswer =
    archive === null || source.url === null
      ? { kind: 'refused', problem: 'No web archive is set up here any more.' }
      : captureId === null
        ? await askToArchive(archive, source.url, stop)
        : await askForCapture(archive, captureId, stop)
  await inTransaction((tx) => storeAnswer(tx, ctx, before, answer))
}

async function storeAnswer(tx: Tx, ctx: Context, before: SourceArchiving, answer: ArchiveAnswer): Promise<void> {
  await lockRow(tx, 'source', before.sourceId)
  await lockRow(tx, 'source_archiving', before.id)
  const now = await tx.sourceArchiving.findUniqueOrThrow({ where: { id: before.id } })
  if (now.state !== before.state || now.tries !== before.tries || now.captureId !== before.captureId) return
  const set = (data: Partial<SourceArchiving>) => tx.sourceArchiving.update({ where: { id: before.id }, data })
  const fail = (problem: string) => set({ state: 'failed', problem, endedAt: ctx.now })
  const later = (ms: number) => queueStep(tx, before.id, new Date(ctx.now.getTime() + ms))
  const tries = before.tries + 1

  if (answer.kind === 'refused') await fail(answer.problem)
  else if (answer.kind === 'busy') {
    if (tries >= (before.state === 'asked' ? MOST_ASKS : MOST_POLLS)) {
      await fail(`${answer.problem} It was asked ${tries} times.`)
      return
    }
    await set({ tries, problem: answer.problem })
    await later(busyPauseMs(tries, answer.retryAfterMs))
  } else if (answer.kind === 'capturing') {
    const polls = before.state === 'capturing' ? tries : 1
    if (polls > MOST_POLLS) {
      await fail('The archive did not say within an hour and a half whether it kept the page.')
      return
    }
    await set({ state: 'capturing', captureId: answer.captureId, tries: polls, problem: null })
    await later(pollPauseMs(polls))
  } else await finish(tx, ctx, before, answer.archiveUrl)
}

/** Notes the archive's copy, at the source too where it names none and no verdict that cites it waits for approval. */
async function finish(tx: Tx, ctx: Context, { id, sourceId }: SourceArchiving, archiveUrl: string): Promise<void> {
  await tx.sourceArchiving.update({
    where: { id },
    data: { state: 'done', archiveUrl, problem: null, endedAt: ctx.now },
  })
  await recordEvent(tx, ctx, evidenceEvents, { type: 'source.archived', entityId: sourceId, payload: { archiveUrl } })
  const source = await tx.source.findUniqueOrThrow({ where: { id: sourceId } })
  if (source.archiveUrl !== null || (await isSubmitted(tx, citing(sourceId)))) return
  const revision = source.revision + 1
  await tx.source.update({ where: { id: sourceId }, data: { archiveUrl, revision } })
  await recordEvent(tx, ctx, evidenceEvents, {
    type: 'source.updated',
    entityId: sourceId,
    payload: { revision, changed: changedFields({ archiveUrl: null }, { archiveUrl }) },
  })
}
