#!/usr/bin/env node
// npm run worker: one more process that works off the queue, on the database at DATABASE_URL (from any machine that reaches
// it), else on the embedded one of the desk that was started last. SIGTERM or Ctrl-C lets running jobs end.
import fs from 'node:fs'
import { keepService, stopServices } from './lib/children.mjs'
import { printFailure } from './lib/failure.mjs'
import { ensureInstalled } from './lib/install.mjs'
import { lastDesk } from './lib/last-desk.mjs'
import { withLock } from './lib/lock.mjs'
import { inData, inRoot, ROOT } from './lib/paths.mjs'

process.chdir(ROOT)
/** What has to be given back when the worker has ended. @type {(() => Promise<void>)[]} */
const open = []
let isEnding = false

/** @param {number} status */
async function end(status) {
  if (isEnding) return
  isEnding = true
  await stopServices()
  for (const release of open) await release().catch(printFailure)
  process.exit(status)
}
for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP'])) process.on(signal, () => void end(0))

try {
  if (fs.existsSync(inRoot('.env'))) process.loadEnvFile(inRoot('.env'))
  const { openDesk, typescriptProgram } = await withLock(inData('set-up.lock'), async () => {
    await ensureInstalled()
    await (await import('./lib/products.mjs')).ensureClient()
    return import('./lib/desk.mjs')
  })
  const desk = await openDesk(lastDesk())
  open.push(desk.release)
  await keepService('worker', typescriptProgram('scripts/worker.ts'), desk.env, () => isEnding)
  console.log(
    `A worker runs on ${desk.isEmbedded ? `the ${desk.name} desk's database` : 'the database at DATABASE_URL'}.`,
  )
  console.log('Ctrl-C stops it.')
} catch (error) {
  printFailure(error)
  await end(1)
}
