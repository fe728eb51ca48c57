import { z } from 'zod'
import { recordEvent } from '@/lib/audit/commands'
import type { Context } from '@/lib/core/context'
import { AppError } from '@/lib/core/errors'
import { startRun } from '@/lib/jobs/commands/runs'
import { putBlob } from '@/lib/platform/blobs/blobs'
import { inTransaction, type Tx } from '@/lib/platform/db'
import { articleEvents } from '../events'
import { canImport } from '../policy'
import { IMPORT_BATCH } from '../rules/batch-rows'
import { MAX_BATCH_ROWS } from '../rules/limits'
import { BatchInput } from '../schema'
import type { BatchRow } from '../schema/batch-rows'
import { readBatch } from './batch-reading'

/** A part holds so many rows at most, and not much more than so many characters. */
const PART_ROWS = 200
const PART_LENGTH = 1_000_000

type Part = { blobHash: string; before: number; rows: number }

/**
 * Reads a table of articles as it comes in, keeps its rows in parts of the blob store, and starts the run that imports them
 * (or, as a dry run, tells what would become of them). Never more than a part is in memory. Returns the run's id. Throws
 * FORBIDDEN, ZodError or BAD_INPUT in words; no run is there then.
 */
export async function startBatch(
  ctx: Context,
  input: BatchInput,
  chunks: AsyncIterable<Uint8Array> | Iterable<Uint8Array>,
): Promise<{ runId: string; rows: number }> {
  if (!canImport(ctx.actor)) throw new AppError('FORBIDDEN')
  const { fileName, format, isDryRun } = BatchInput.parse(input)
  const parts = await keepParts(readBatch(chunks, format))
  const rows = parts.reduce((sum, part) => sum + part.rows, 0)
  if (rows === 0) {
    const text = 'The file has no rows, so nothing was imported.'
    throw new AppError('BAD_INPUT', { text, fields: { file: text } })
  }
  const runId = await inTransaction((tx) => startRunOf(tx, ctx, { fileName, isDryRun, rows, parts }))
  return { runId, rows }
}

const AgainInput = z.object({ runId: z.uuid() })
export type AgainInput = z.infer<typeof AgainInput>

/**
 * Imports for real what a dry run has looked through, once: asked again it answers the same run. Returns that run's id. Throws
 * FORBIDDEN, NOT_FOUND, MOVE_REFUSED.
 */
export async function importAfterDryRun(ctx: Context, input: AgainInput): Promise<{ runId: string }> {
  if (!canImport(ctx.actor)) throw new AppError('FORBIDDEN')
  const { runId } = AgainInput.parse(input)
  return inTransaction(async (tx) => {
    await tx.$queryRaw`SELECT run_id FROM import_batch WHERE run_id = ${runId}::uuid FOR UPDATE`
    const batch = await tx.importBatch.findUnique({
      where: { runId },
      select: { fileName: true, isDryRun: true, ledToRunId: true, parts: { orderBy: { ordinal: 'asc' } } },
    })
    if (batch === null) throw new AppError('NOT_FOUND')
    if (!batch.isDryRun) throw new AppError('MOVE_REFUSED', { text: 'These rows were imported already. See below.' })
    if (batch.ledToRunId !== null) return { runId: batch.ledToRunId }
    const { fileName, parts } = batch
    const rows = parts.reduce((sum, part) => sum + part.rows, 0)
    const ledToRunId = await startRunOf(tx, ctx, { fileName, isDryRun: false, rows, parts })
    await tx.importBatch.update({ where: { runId }, data: { ledToRunId } })
    return { runId: ledToRunId }
  })
}

type Started = { fileName: string; isDryRun: boolean; rows: number; parts: readonly Part[] }

async function startRunOf(tx: Tx, ctx: Context, { fileName, isDryRun, rows, parts }: Started): Promise<string> {
  const label = isDryRun ? `${fileName} (dry run)` : fileName
  const runId = await startRun(tx, ctx, { kind: IMPORT_BATCH, label, total: rows })
  await tx.importBatch.create({ data: { runId, fileName, isDryRun } })
  await tx.importPart.createMany({
    data: parts.map(({ blobHash, before, rows }, ordinal) => ({ runId, ordinal, blobHash, before, rows })),
  })
  await recordEvent(tx, ctx, articleEvents, {
    type: 'batch.started',
    entityId: runId,
    payload: { fileName, rows, isDryRun },
  })
  return runId
}

async function keepParts(rows: AsyncIterable<BatchRow>): Promise<Part[]> {
  const parts: Part[] = []
  let lines: string[] = []
  let length = 0
  let before = 0
  const keep = async () => {
    if (lines.length === 0) return
    const blobHash = await putBlob(new TextEncoder().encode(lines.join('\n')))
    parts.push({ blobHash, before, rows: lines.length })
    before += lines.length
    lines = []
    length = 0
  }
  for await (const row of rows) {
    const line = JSON.stringify(row)
    lines.push(line)
    length += line.length
    if (before + lines.length > MAX_BATCH_ROWS) {
      const text = `The file has more than ${MAX_BATCH_ROWS.toLocaleString('en')} rows. Cut it into several files; nothing was imported.`
      throw new AppError('BAD_INPUT', { text, fields: { file: text } })
    }
    if (lines.length >= PART_ROWS || length >= PART_LENGTH) await keep()
  }
  await keep()
  return parts
}
