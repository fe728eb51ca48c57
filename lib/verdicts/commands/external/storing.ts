import { recordEvent } from '@/lib/audit/commands'
import { minHashBands } from '@/lib/claims/rules/matching-signature'
import type { Context } from '@/lib/core/context'
import { AppError } from '@/lib/core/errors'
import { newId } from '@/lib/core/ids'
import { advanceRun, continueRun, failRun, finishRun, startRun, stopRun, takeUpRun } from '@/lib/jobs/commands/runs'
import { db, inTransaction, lockRow, type Tx } from '@/lib/platform/db'
import { externalEvents } from '../../events'
import { canImportExternal } from '../../policy'
import { identityOf, rowsOfImport } from '../../queries/external/imports'
import { type ExternalItem, type ExternalRow, StoreImportInput } from '../../schema/external'

/** The kind of the run, and the name of the job that goes on with it. */
export const STORE_EXTERNAL = 'store_external_verdicts'

const CHUNK = 250
/** After so long the job makes room for others and goes on behind them. */
const SLICE_MS = 8_000

/** Starts the run that stores what was looked at; pressed twice, the one run is answered. Throws FORBIDDEN, NOT_FOUND. */
export async function storeImport(ctx: Context, input: StoreImportInput): Promise<{ runId: string }> {
  if (!canImportExternal(ctx.actor)) throw new AppError('FORBIDDEN')
  const { importId } = StoreImportInput.parse(input)
  return inTransaction(async (tx) => {
    if (!(await lockRow(tx, 'external_import', importId))) throw new AppError('NOT_FOUND')
    const found = await tx.externalImport.findUniqueOrThrow({ where: { id: importId } })
    if (found.runId !== null) return { runId: found.runId }
    const { label, format, rows } = found
    const runId = await startRun(tx, ctx, { kind: STORE_EXTERNAL, label, total: rows })
    await tx.externalImport.update({ where: { id: importId }, data: { runId } })
    await recordEvent(tx, ctx, externalEvents, {
      type: 'external.import_started',
      entityId: importId,
      payload: { label, format, rows },
    })
    return { runId }
  })
}

type Import = { id: string; runId: string; broughtById: string | null }

/**
 * Goes on with an import at its first row that was not done; some hundred rows are stored and counted in one transaction, so
 * that a killed worker's successor neither doubles nor skips one. `elapsedMs`: of this slice.
 */
export async function storeExternalJob(
  ctx: Context,
  runId: string,
  stop: AbortSignal,
  elapsedMs: () => number,
): Promise<void> {
  const position = await takeUpRun(db(), runId)
  const found = await db().externalImport.findUnique({ where: { runId } })
  if (position === null || found === null) return
  if (position.isCancelling) return stopRun(db(), runId)
  const rows = await rowsOfImport(found.blobHash)
  if (rows === null) return failRun(db(), runId, 'The rows are no longer in the blob store. Bring the file in again.')
  const { id, broughtById } = found
  for (let from = position.done + position.refused; from < rows.length; from += CHUNK) {
    const chunk = rows.slice(from, from + CHUNK)
    const { isCancelling } = await inTransaction((tx) => storeChunk(tx, ctx, { id, runId, broughtById }, chunk, from))
    if (isCancelling) return stopRun(db(), runId)
    if (from + CHUNK < rows.length && (stop.aborted || elapsedMs() > SLICE_MS))
      return inTransaction((tx) => continueRun(tx, { id: runId, kind: STORE_EXTERNAL }))
  }
  await finishRun(db(), runId)
}

async function storeChunk(
  tx: Tx,
  ctx: Context,
  { id: importId, runId, broughtById }: Import,
  rows: readonly ExternalRow[],
  from: number,
): Promise<{ isCancelling: boolean }> {
  const items = rows.flatMap((row) => ('item' in row ? [row.item] : []))
  const data = items.map((item) => ({ ...toRow(item), importId, importedById: broughtById, importedAt: ctx.now }))
  // In one order everywhere, so that two imports of one file never wait for each other in a circle.
  data.sort((a, b) => (a.identity < b.identity ? -1 : 1))
  const { count: stored } = await tx.externalVerdict.createMany({ data, skipDuplicates: true })
  await tx.externalImport.update({
    where: { id: importId },
    data: { stored: { increment: stored }, known: { increment: items.length - stored } },
  })
  return advanceRun(tx, runId, { done: items.length, refused: rows.length - items.length, from })
}

const toRow = (item: ExternalItem) => ({
  ...item,
  id: newId(),
  identity: identityOf(item),
  signature: minHashBands(item.claimText),
})
