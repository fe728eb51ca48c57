#!/usr/bin/env node
// The five articles beside the repository (../shared/articles), from import to a resolved ledger, in a browser against a desk
// that is thrown away. Ends with "N passed, N failed" and an honest exit status.
import { randomBytes } from 'node:crypto'
import path from 'node:path'
import { printFailure } from '../lib/failure.mjs'
import { ROOT } from '../lib/paths.mjs'
import { ensureClient, ensureThreads } from '../lib/products.mjs'
import { interruptPrograms } from '../lib/steps.mjs'
import { closingLine, sum } from '../lib/tally.mjs'
import { runBuild, runSharedJourneys } from '../lib/test-journeys.mjs'
import { openTestServer } from '../lib/test-server.mjs'

const SHARED = path.resolve(ROOT, '../shared')
const run = randomBytes(4).toString('hex')
for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP']))
  process.on(signal, () => interruptPrograms(signal))

async function test() {
  await ensureClient()
  await ensureThreads()
  const server = await openTestServer(run)
  try {
    const build = await runBuild()
    return sum([build, ...(build.failed === 0 ? [await runSharedJourneys(server, run, SHARED)] : [])])
  } finally {
    await server.close()
  }
}

try {
  const all = await test()
  console.log(closingLine(all))
  process.exitCode = all.failed === 0 ? 0 : 1
} catch (error) {
  printFailure(error)
  console.log(closingLine({ passed: 0, failed: 1 }))
  process.exitCode = 1
}
