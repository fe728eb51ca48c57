import path from 'node:path'
import { ThreadLimitError, ThreadPool } from '@/lib/platform/threads'
import type { ExternalReading } from '../../rules/external/reading'
import type { ExternalTask } from '../../rules/external/task'

/** Made before the app, the worker or a command starts (scripts/lib/products.mjs). */
const PROGRAM = () => path.join(process.cwd(), '.data', 'threads', 'reading-thread.mjs')

const pool = new ThreadPool(PROGRAM, { cpuMs: 2000, wallMs: 20_000, memoryMb: 512, threads: 1 })

/** Reads other desks' verdicts in a thread of its own, with limits on time and memory; says in words what cannot be read. */
export async function readExternalApart(task: Omit<ExternalTask, 'kind'>): Promise<ExternalReading> {
  try {
    // The program is of the same sources, so its answer has the shape that is declared here.
    return (await pool.run({ kind: 'external', ...task })) as ExternalReading
  } catch (error) {
    if (!(error instanceof ThreadLimitError)) throw error
    return { problem: 'It takes too much to read. Cut it into several files. Nothing was stored.' }
  }
}
