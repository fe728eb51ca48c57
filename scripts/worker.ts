import { disconnect } from '@/lib/platform/db'
import { env } from '@/lib/platform/env.mjs'
import { startWorker } from '@/lib/worker/run'
import { endInOrder, tellReady } from './lib/lifeline.mjs'
import { ensureThreads } from './lib/products.mjs'

/** Works off the queue until it is told to end; jobs that run then may end. */
await ensureThreads()
const started = startWorker(env().workerConcurrency)
endInOrder(async () => {
  await (await started).stop()
  await disconnect()
})
await started
tellReady()
