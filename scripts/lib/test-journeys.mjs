// The parts of a test run that need the whole app: the production build, and the journeys in a browser against it.
import { randomBytes } from 'node:crypto'
import fs from 'node:fs'
import { startService, stopServices } from './children.mjs'
import { typescriptProgram } from './desk.mjs'
import { printFailure } from './failure.mjs'
import { inRoot } from './paths.mjs'
import { freePort } from './processes.mjs'
import { ensureBuild } from './products.mjs'
import { nodeProgram, runProgram } from './steps.mjs'
import { countPlaywright, honest } from './tally.mjs'
import { makeTestDatabase } from './test-databases.mjs'
import { part } from './test-parts.mjs'
import { reportFile } from './test-server.mjs'

/** Apart from `.next`, so that a desk that runs from there is left alone. */
const DIST = '.next-test'

/** Counts as one. */
export const runBuild = () =>
  part('Production build', async () => {
    try {
      await ensureBuild(DIST)
      return { passed: 1, failed: 0 }
    } catch (error) {
      printFailure(error)
      return { passed: 0, failed: 1 }
    }
  })

/**
 * The app as readers and reviewers meet it, on a database and a port of its own.
 * @param {import('./test-databases.mjs').TestServer} server
 * @param {string} run
 * @returns {Promise<Record<string, string>>} the environment of the journeys
 */
async function startApp(server, run) {
  const urls = await makeTestDatabase(server, run, 'e2e')
  const port = await freePort()
  const address = `http://localhost:${port}`
  const env = {
    ...{ DATABASE_URL: urls.databaseUrl, MIGRATE_URL: urls.migrateUrl },
    ...{ APP_ENV: 'local', APP_URL: address, NEXTAUTH_URL: address, PORT: String(port) },
    ...{ NEXTAUTH_SECRET: randomBytes(32).toString('base64url'), NEXT_DIST_DIR: DIST, NEXT_TELEMETRY_DISABLED: '1' },
    ...{ DEMO: '0', TRUST_PROXY: '0', LOG_LEVEL: 'warn' },
  }
  await Promise.all([
    startService('server', [process.execPath, [inRoot('scripts/serve.mjs')]], { ...env, NODE_ENV: 'production' }),
    startService('worker', typescriptProgram('scripts/worker.ts'), env),
  ])
  return { ...env, BASE_URL: address }
}

/**
 * @param {import('./test-databases.mjs').TestServer} server
 * @param {string} run
 * @param {string[]} args for Playwright
 */
export const runJourneys = (server, run, args) =>
  part('Journeys in the browser', async () => {
    const env = await startApp(server, run)
    const report = reportFile('playwright')
    const { status } = await runProgram(...nodeProgram('playwright', ['test', ...args]), {
      env: { ...env, PLAYWRIGHT_JSON_OUTPUT_FILE: report },
    })
    const counted = countPlaywright(report)
    fs.rmSync(report, { force: true })
    await stopServices()
    return honest(counted, status)
  })
