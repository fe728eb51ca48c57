// The parts of a test run that need the whole app: the production build, and the journeys in a browser against it.
import { randomBytes } from 'node:crypto'
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { startService, stopServices } from './children.mjs'
import { typescriptProgram } from './desk.mjs'
import { printFailure } from './failure.mjs'
import { inRoot } from './paths.mjs'
import { freePort } from './processes.mjs'
import { ensureBuild } from './products.mjs'
import { mustRun, nodeProgram, runProgram } from './steps.mjs'
import { countPlaywright, honest } from './tally.mjs'
import { makeTestDatabase } from './test-databases.mjs'
import { part } from './test-parts.mjs'
import { reportFile } from './test-server.mjs'

/** Apart from `.next`, so that a desk that runs from there is left alone. */
const DIST = '.next-test'

/** @param {string} run */
const blobsOf = (run) => path.join(os.tmpdir(), `borne-out-blobs-${run}`)

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
 * The app on a database and a port of its own.
 * @param {import('./test-databases.mjs').TestServer} server
 * @param {string} run
 * @param {{ name: string, isDemo: boolean }} desk empty at first, or the demo as `npm start` loads it
 * @returns {Promise<Record<string, string>>} its environment
 */
async function startApp(server, run, { name, isDemo }) {
  const urls = await makeTestDatabase(server, run, name)
  const port = await freePort()
  const address = `http://localhost:${port}`
  const env = {
    ...{ DATABASE_URL: urls.databaseUrl, MIGRATE_URL: urls.migrateUrl },
    ...{ APP_ENV: 'local', APP_URL: address, NEXTAUTH_URL: address, PORT: String(port) },
    ...{ NEXTAUTH_SECRET: randomBytes(32).toString('base64url'), NEXT_DIST_DIR: DIST, NEXT_TELEMETRY_DISABLED: '1' },
    ...{ DEMO: isDemo ? '1' : '0', TRUST_PROXY: '0', LOG_LEVEL: 'warn' },
    // The journeys' own web sites are on loopback.
    ...{ FETCH_ALLOW: '127.0.0.1:*', BLOBS_DIR: blobsOf(run), MAIL_DIR: path.join(blobsOf(run), 'mail') },
  }
  if (isDemo) await mustRun(...typescriptProgram('seeds/load.ts'), { env, quiet: true })
  await Promise.all([
    startService('server', [process.execPath, [inRoot('scripts/serve.mjs')]], { ...env, NODE_ENV: 'production' }),
    startService('worker', typescriptProgram('scripts/worker.ts'), env),
  ])
  return env
}

/**
 * @param {import('./test-databases.mjs').TestServer} server
 * @param {string} run
 * @param {string[]} args for Playwright
 */
export const runJourneys = (server, run, args) =>
  part('Journeys in the browser', async () => {
    const empty = await startApp(server, run, { name: 'e2e', isDemo: false })
    const demo = await startApp(server, run, { name: 'demo', isDemo: true })
    return runPlaywright(run, args, { ...empty, BASE_URL: empty.APP_URL, DEMO_URL: demo.APP_URL })
  })

/**
 * The journeys over what lies beside the repository, on an empty desk alone.
 * @param {import('./test-databases.mjs').TestServer} server
 * @param {string} run
 * @param {string} folder where it lies
 */
export const runSharedJourneys = (server, run, folder) =>
  part('Journeys over the shared articles', async () => {
    const desk = await startApp(server, run, { name: 'shared', isDemo: false })
    const env = { ...desk, BASE_URL: desk.APP_URL, DEMO_URL: desk.APP_URL, SHARED: folder }
    return runPlaywright(run, ['--project=shared'], env)
  })

/** @param {string} run @param {string[]} args @param {Record<string, string | undefined>} env */
async function runPlaywright(run, args, env) {
  const report = reportFile('playwright')
  const { status } = await runProgram(...nodeProgram('playwright', ['test', ...args]), {
    env: { ...env, PLAYWRIGHT_JSON_OUTPUT_FILE: report },
  })
  const counted = countPlaywright(report)
  fs.rmSync(report, { force: true })
  await stopServices()
  fs.rmSync(blobsOf(run), { recursive: true, force: true })
  return honest(counted, status)
}
