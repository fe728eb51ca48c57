import fs from 'node:fs'
import { startBatch } from '@/lib/articles/commands/batches'
import { contextOf, systemActor } from '@/lib/core/context'
import { disconnect } from '@/lib/platform/db'

/** Brings the JSONL file that is named in as a batch; the workers go on with it. */
const [file = ''] = process.argv.slice(2)
const ctx = contextOf(systemActor('crash test'), new Date())
await startBatch(ctx, { fileName: 'crash.jsonl', format: 'jsonl' }, fs.createReadStream(file))
await disconnect()
