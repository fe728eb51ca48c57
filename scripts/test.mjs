#!/usr/bin/env node
// npm test                      everything, ending in one line "N passed, N failed"
// npm run e2e -- [args]         the journeys alone; the arguments go to Playwright
import { randomBytes } from 'node:crypto'
import { stopServices } from './lib/children.mjs'
import { printFailure } from './lib/failure.mjs'
import { ensureInstalled } from './lib/install.mjs'
import { withLock } from './lib/lock.mjs'
import { inData, ROOT } from './lib/paths.mjs'
import { interruptPrograms, seconds, step } from './lib/steps.mjs'
import { closingLine, sum } from './lib/tally.mjs'

const began = Date.now()
const areJourneysOnly = process.argv[2] === '--e2e'
const run = randomBytes(4).toString('hex')
process.chdir(ROOT)

/** What has to be given back at the end. @type {(() => Promise<void>)[]} */
const open = []
/** @type {import('./lib/tally.mjs').Tally[]} */
const tallies = []
let isEnding = false

/** @param {boolean} isInterrupted */
async function end(isInterrupted) {
  if (isEnding) return
  isEnding = true
  if (isInterrupted) tallies.push({ passed: 0, failed: 1 })
  await stopServices()
  for (const close of open.reverse()) {
    await close().catch((error) => {
      printFailure(error)
      tallies.push({ passed: 0, failed: 1 })
    })
  }
  const all = sum(tallies)
  console.log(`\nAll of it took ${seconds(Date.now() - began)}.${isInterrupted ? ' It was interrupted.' : ''}`)
  console.log(closingLine(all))
  process.exit(all.failed === 0 && all.passed > 0 ? 0 : 1)
}

for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP'])) {
  process.on(signal, () => {
    interruptPrograms(signal)
    void end(true)
  })
}

async function test() {
  await withLock(inData('set-up.lock'), async () => {
    await ensureInstalled()
    const { ensureClient, ensureThreads } = await import('./lib/products.mjs')
    await ensureClient()
    await ensureThreads()
  })
  const { openTestServer } = await import('./lib/test-server.mjs')
  const { runChecks, runCrashTest, runDatabaseTests, runUnitTests } = await import('./lib/test-parts.mjs')
  const { runBuild, runJourneys } = await import('./lib/test-journeys.mjs')
  const server = await step('Starting a database server for the tests', () => openTestServer(run))
  open.push(server.close)
  if (!areJourneysOnly) {
    tallies.push(...(await runChecks()))
    tallies.push(await runUnitTests())
    tallies.push(
      await runDatabaseTests({ DATABASE_URL: server.databaseUrl, MIGRATE_URL: server.migrateUrl, TEST_RUN: run }),
    )
    tallies.push(await runCrashTest())
  }
  const build = await runBuild()
  tallies.push(build)
  if (build.failed === 0) tallies.push(await runJourneys(server, run, process.argv.slice(3)))
}

try {
  await withLock(inData('test.lock'), test, (pid) =>
    console.log(`Another test run (process ${pid}) is under way; waiting for it …`),
  )
} catch (error) {
  if (!isEnding) {
    printFailure(error)
    tallies.push({ passed: 0, failed: 1 })
  }
}
await end(false)
