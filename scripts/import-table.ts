import fs from 'node:fs'
import path from 'node:path'
import { startBatch } from '@/lib/articles/commands/batches'
import { listBatchProblems, requireBatch } from '@/lib/articles/queries/batches'
import { formatOf, IMPORT_BATCH } from '@/lib/articles/rules/batch-rows'
import { type Context, contextOf, systemActor } from '@/lib/core/context'
import { resumeRun } from '@/lib/desk/commands/runs'
import { listRuns, requireRunProgress } from '@/lib/jobs/queries/runs'
import { isOver } from '@/lib/jobs/rules'
import { drainJobs } from '@/lib/worker/run'
import { Failure } from './lib/failure.mjs'

export const isTable = (file: string): boolean => /\.(?:csv|tsv|jsonl|ndjson)$/i.test(file)

const context = (): Context => contextOf(systemActor('import'), new Date())
/** So many refused rows are told here; the desk lists all of them. */
const TOLD = 50

/** Imports a table of articles row by row, with its progress. Returns whether every row was taken. */
export async function importTable(file: string, { isDryRun }: { isDryRun: boolean }): Promise<boolean> {
  if (!fs.existsSync(file)) throw new Failure(`${file}: there is no such file.`, 'Nothing was imported.')
  const input = { fileName: path.basename(file), format: formatOf(file), isDryRun }
  const { runId, rows } = await startBatch(context(), input, fs.createReadStream(file))
  console.log(`${rows.toLocaleString('en')} rows. Stopped with Ctrl-C, it goes on with: npm run import -- --resume`)
  return watch(runId)
}

/** Goes on with the table that was brought in last and did not end. */
export async function resumeTable(): Promise<boolean> {
  const run = (await listRuns(context(), { kind: IMPORT_BATCH })).find(({ state }) => state !== 'finished')
  if (!run) throw new Failure('Every table was imported to its end.', 'There is nothing to resume.')
  console.log(`Going on with ${run.label}.`)
  if (isOver(run.state)) await resumeRun(context(), { runId: run.id })
  return watch(run.id)
}

async function watch(runId: string): Promise<boolean> {
  const began = Date.now()
  const telling = setInterval(() => void tell(runId), 1000)
  try {
    // Another process may have taken a slice: this one waits for it, and works off what it leaves.
    do await drainJobs()
    while (!isOver((await requireRunProgress(context(), runId)).state) && (await pause(500)))
  } finally {
    clearInterval(telling)
  }
  await tell(runId)
  return report(runId, (Date.now() - began) / 1000)
}

const pause = (ms: number): Promise<true> => new Promise((resolve) => setTimeout(resolve, ms, true))

async function tell(runId: string): Promise<void> {
  const { done, refused, total } = await requireRunProgress(context(), runId)
  const share = total ? Math.floor((100 * (done + refused)) / total) : 0
  const bar = '#'.repeat(Math.floor(share / 4)).padEnd(25, '.')
  const line = `[${bar}] ${share} %, ${(done + refused).toLocaleString('en')} of ${total?.toLocaleString('en')} rows, ${refused} refused`
  process.stdout.write(process.stdout.isTTY ? `\r${line} ` : `${line}\n`)
}

async function report(runId: string, seconds: number): Promise<boolean> {
  const { run, isDryRun, created, newVersions, unchanged } = await requireBatch(context(), runId)
  const { problems, next } = await listBatchProblems(context(), { runId, limit: TOLD })
  if (process.stdout.isTTY) console.log()
  for (const { row, reason, excerpt } of problems) console.log(`row ${row}: ${reason}${excerpt ? ` (${excerpt})` : ''}`)
  if (next !== null) console.log(`… and more: see /desk/articles/import/batch/${runId}`)
  const would = isDryRun ? 'would be ' : ''
  console.log(
    `${created} ${would}imported, ${newVersions} ${would}new versions, ${unchanged} unchanged, ${run.refused} refused in ${seconds.toFixed(1)} s`,
  )
  if (run.note) console.log(run.note)
  return run.state === 'finished' && run.refused === 0
}
