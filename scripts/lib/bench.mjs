// What benchmarks of a whole desk stand on: a database and a server of their own, which are thrown away.
import { randomBytes } from 'node:crypto'
import { startService, stopServices } from './children.mjs'
import { printFailure } from './failure.mjs'
import { ensureInstalled } from './install.mjs'
import { inRoot, ROOT } from './paths.mjs'
import { freePort } from './processes.mjs'
import { ensureBuild, ensureClient, ensureThreads } from './products.mjs'
import { interruptPrograms } from './steps.mjs'
import { makeTestDatabase } from './test-databases.mjs'
import { openTestServer } from './test-server.mjs'

const DIST = '.next-test'

/**
 * A migrated, empty desk.
 * @typedef {object} BenchDesk
 * @property {Record<string, string>} env for programs that work on its database
 * @property {(port?: number) => Promise<string>} serve builds for production and serves it; answers its address
 */

/**
 * Runs `work` on a desk that is thrown away afterwards, also when it failed. What it answers is the exit status.
 * @param {(desk: BenchDesk) => Promise<number>} work
 */
export async function onBenchDesk(work) {
  process.chdir(ROOT)
  for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP']))
    process.on(signal, () => interruptPrograms(signal))
  try {
    await ensureInstalled()
    await ensureClient()
    await ensureThreads()
    const run = randomBytes(4).toString('hex')
    const server = await openTestServer(run)
    try {
      const urls = await makeTestDatabase(server, run, 'bench')
      const env = { DATABASE_URL: urls.databaseUrl, MIGRATE_URL: urls.migrateUrl }
      process.exitCode = await work({ env, serve: (port) => serve(env, port) })
    } finally {
      await stopServices()
      await server.close()
    }
  } catch (error) {
    printFailure(error)
    process.exitCode = 1
  }
}

/** @param {Record<string, string>} env @param {number} [wanted] */
async function serve(env, wanted) {
  await ensureBuild(DIST)
  const port = wanted ?? (await freePort())
  const address = `http://localhost:${port}`
  const served = {
    ...{ ...env, APP_ENV: 'local', APP_URL: address, NEXTAUTH_URL: address, PORT: String(port) },
    ...{ NODE_ENV: 'production', NEXTAUTH_SECRET: randomBytes(32).toString('base64url') },
    ...{ NEXT_DIST_DIR: DIST, LOG_LEVEL: 'warn' },
  }
  await startService('server', [process.execPath, [inRoot('scripts/serve.mjs')]], served)
  return address
}
