import { ZodError } from 'zod'
import type { Context } from '@/lib/core/context'
import { AppError, isAppError } from '@/lib/core/errors'
import { advanceRun, continueRun, failRun, finishRun, stopRun, takeUpRun } from '@/lib/jobs/commands/runs'
import { getBlob } from '@/lib/platform/blobs/blobs'
import { type Db, db, inTransaction } from '@/lib/platform/db'
import { newsroomDay } from '../queries'
import { readPageApart } from '../queries/reading'
import { excerptOf, IMPORT_BATCH } from '../rules/batch-rows'
import { MAX_TITLE } from '../rules/limits'
import type { ImportInput } from '../schema'
import { BatchRow, type BatchRow as Row } from '../schema/batch-rows'
import { foreseeImport, type ImportResult, importPrepared, prepareImport } from './import'

/** After so long the job makes room for others and goes on behind them. */
const SLICE_MS = 8_000

type Fields = Extract<Row, { fields: unknown }>['fields']
type Outcome = ImportResult['outcome']
const COUNTED = { created: 'created', newSnapshot: 'newVersions', unchanged: 'unchanged' } as const

type Batch = { runId: string; isDryRun: boolean }
type Step = { runId: string; from: number }

/**
 * Goes on with a batch at its first row that was not done. Each row is imported and counted in one transaction, so that a
 * killed worker's successor neither doubles nor skips one. `elapsedMs`: of this slice.
 */
export async function importBatchJob(
  ctx: Context,
  runId: string,
  stop: AbortSignal,
  elapsedMs: () => number,
): Promise<void> {
  const position = await takeUpRun(db(), runId)
  const batch = await db().importBatch.findUnique({ where: { runId }, select: { runId: true, isDryRun: true } })
  if (position === null || batch === null) return
  if (position.isCancelling) return stopRun(db(), runId)
  let from = position.done + position.refused
  for (let rows = await rowsFrom(runId, from); rows !== null; rows = await rowsFrom(runId, from)) {
    if (rows === 'lost')
      return failRun(db(), runId, 'The rows are no longer in the blob store. Bring the file in again.')
    for (const row of rows) {
      const { isCancelling } = await doRow(ctx, batch, row, from)
      from++
      if (isCancelling) return stopRun(db(), runId)
      if (stop.aborted || elapsedMs() > SLICE_MS)
        return inTransaction((tx) => continueRun(tx, { id: runId, kind: IMPORT_BATCH }))
    }
  }
  await finishRun(db(), runId)
}

/** The rows from that one to the end of its part; null behind the last, "lost" where the blob is gone. */
async function rowsFrom(runId: string, from: number): Promise<Row[] | 'lost' | null> {
  const part = await db().importPart.findFirst({
    where: { runId, before: { lte: from } },
    orderBy: { ordinal: 'desc' },
    select: { blobHash: true, before: true, rows: true },
  })
  if (part === null || from >= part.before + part.rows) return null
  const bytes = await getBlob(part.blobHash)
  if (bytes === null) return 'lost'
  const lines = new TextDecoder().decode(bytes).split('\n')
  return lines.slice(from - part.before).map((line) => BatchRow.parse(JSON.parse(line)))
}

async function doRow(ctx: Context, batch: Batch, row: Row, from: number): Promise<{ isCancelling: boolean }> {
  const step = { runId: batch.runId, from }
  if ('problem' in row) return refuse(step, row.problem, row.excerpt)
  const { fields } = row
  try {
    const prepared = await prepareImport(ctx, await inputOf(fields, ctx))
    if (batch.isDryRun) {
      const { outcome } = await foreseeImport(prepared)
      return await inTransaction((tx) => count(tx, step, outcome))
    }
    return await inTransaction(async (tx) => {
      const { outcome } = await importPrepared(tx, ctx, prepared)
      return count(tx, step, outcome)
    })
  } catch (error) {
    const reason = reasonOf(error)
    if (reason === null) throw error
    return refuse(step, reason, excerptOf(fields.title ?? fields.url ?? fields.text ?? fields.html ?? ''))
  }
}

/** A row's fields as an import; a page is read for its text, and for what the row leaves open. */
async function inputOf({ html, ...fields }: Fields, ctx: Context): Promise<ImportInput> {
  if (fields.text !== undefined || html === undefined) return { ...fields, text: fields.text ?? '' }
  const bytes = new TextEncoder().encode(html)
  const source = { bytes, contentType: 'text/html; charset=utf-8', url: fields.url ?? null }
  const page = await readPageApart(source, await newsroomDay(ctx))
  if ('problem' in page) throw new AppError('BAD_INPUT', { fields: { html: page.problem } })
  const { body: text, title, publisher, author, publishedOn, canonicalUrl: url } = page
  return {
    ...{ text, url, publishedOn },
    ...{ title: title?.slice(0, MAX_TITLE), publisher: publisher?.slice(0, 200), byline: author?.slice(0, 300) },
    ...fields,
  }
}

async function count(tx: Db, { runId, from }: Step, outcome: Outcome): Promise<{ isCancelling: boolean }> {
  await tx.importBatch.update({ where: { runId }, data: { [COUNTED[outcome]]: { increment: 1 } } })
  return advanceRun(tx, runId, { done: 1, from })
}

const refuse = ({ runId, from }: Step, reason: string, excerpt: string): Promise<{ isCancelling: boolean }> =>
  inTransaction(async (tx) => {
    await tx.importProblem.create({ data: { runId, row: from + 1, reason, excerpt } })
    return advanceRun(tx, runId, { refused: 1, from })
  })

/** What is wrong with a row, in words; null for what nobody expected. */
function reasonOf(error: unknown): string | null {
  if (error instanceof ZodError)
    return error.issues
      .map(({ path, message }) => (path[0] === 'text' ? message : `${path.join('.')}: ${message}`))
      .join(' ')
  if (!isAppError(error) || error.code === 'STALE') return null
  return Object.values(error.fields).join(' ') || error.text
}
